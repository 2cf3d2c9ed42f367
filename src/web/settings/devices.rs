//! The devices that somebody is signed in on, and signing out there.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::device::Device;
use crate::{
    access::session,
    app::App,
    domain::account::{Session, SessionId},
    error::{Error, Result},
    http::{Done, Form, Problem, Visit},
    store::Secrets,
    ui::{
        button::Button,
        icon::Icon,
        list::{List, Row},
        look::Look,
    },
};

/// Which session is to end; without one, all but this.
#[derive(Deserialize)]
pub(super) struct End {
    session: Option<SessionId>,
}

pub(super) async fn end(
    State(app): State<Arc<App>>,
    visit: Visit,
    Form(end): Form<End>,
) -> Result<Done, Problem> {
    let person = visit.viewer()?.person();
    // Without a session of one's own, as with a token, "all but this" would be all.
    let this = visit.session.ok_or(Error::Denied)?;
    app.change(move |store| {
        session::end(store, person, |session| match end.session {
            Some(one) => session == one,
            None => session != this,
        })
    })
    .await?;
    Ok(Done::new(&app, "session-end", "/settings#settings-devices"))
}

pub(super) fn section(
    app: &App,
    reader: &impl Secrets,
    visit: &Visit,
    look: &Look,
) -> Result<Markup> {
    let mut sessions = session::of_person(&app.store, reader, visit.viewer()?.person())?;
    // This one first: it is what the others are told from.
    sessions.sort_by_key(|session| Some(session.id) != visit.session);
    let others = sessions.len() > 1;
    let rows = sessions
        .iter()
        .map(|session| row(look, session, Some(session.id) == visit.session))
        .collect();
    let everywhere = Button::post(
        look.text("settings-sign-out-others"),
        "/settings/devices/end",
    )
    .icon(Icon::SignOut);
    Ok(html! {
        (List(rows))
        @if others { div.row { (everywhere) } }
    })
}

fn row(look: &Look, session: &Session, this: bool) -> Row {
    let device = Device::read(&session.device);
    let when = |key, at| look.text_with(key, "when", &look.lang.moment(at));
    let text = if this {
        when("settings-since", session.since)
    } else {
        format!(
            "{} · {}",
            when("settings-since", session.since),
            when("settings-used", session.used)
        )
    };
    let row = Row::icon(device.icon(), device.words(look)).text(text);
    if this {
        row.end(html! { span.badge { (look.text("settings-this-device")) } })
    } else {
        let end = Button::post(
            look.text("settings-sign-out-there"),
            "/settings/devices/end",
        )
        .with("session", session.id.to_string())
        .small();
        row.end(end)
    }
}
