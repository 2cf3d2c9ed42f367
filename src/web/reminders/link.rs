//! What a link in a message opens: one reminder, answered without signing in, and nothing else.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use crate::{
    access::cue_link::{self, Answering},
    actions::reminders::{self, Found},
    app::{App, reminding::wording},
    domain::{lang::Lang, reminder::Answer},
    error::{Error, Result},
    http::{Path, Problem, Visit},
    store::{Remindings as _, Secrets as _},
    ui::{button::Button, icon::Icon, layout::Bare, look::Look},
};

/// What is offered: a link answers, and takes nothing back.
const OFFERED: [(Answer, &str, Icon); 3] = [
    (Answer::Done, "reminder-done", Icon::Check),
    (Answer::Later, "reminder-later", Icon::History),
    (Answer::Mute, "reminder-mute", Icon::Close),
];

/// What a link stands for, as far as it still does.
struct Asked {
    answering: Answering,
    found: Option<Found>,
    /// Whether it waits for an answer.
    stands: bool,
    lang: Lang,
}

fn asked(app: &App, link: &str, lang: Lang) -> Result<Asked> {
    let rows = app.store.read()?;
    let today = app.store.clock().today();
    let answering = cue_link::read(&rows, link, today)?;
    let (viewer, reminder) = (&answering.viewer, answering.reminder);
    let found = reminders::find(&rows, viewer, reminder.cue, today)?;
    let found = found.filter(|found| found.reminder.on == reminder.on);
    let memo = rows.memo(viewer.person(), reminder.cue)?;
    let lang = rows.account(viewer.person())?.lang.unwrap_or(lang);
    Ok(Asked {
        stands: memo.is_none_or(|memo| memo.stands(today)),
        found,
        lang,
        answering,
    })
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(link): Path<String>,
) -> Result<Response, Problem> {
    let asked = asked(&app, &link, visit.look.lang)?;
    Ok(page(&app, &visit.look, &asked, &link, &OFFERED))
}

/// A mail program that looks at every link must not answer anything: the page asks once more.
pub(super) async fn show_answer(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((link, answer)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let answer = offered(&answer)?;
    let asked = asked(&app, &link, visit.look.lang)?;
    Ok(page(&app, &visit.look, &asked, &link, &[answer]))
}

pub(super) async fn answer(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((link, answer)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (answer, ..) = offered(&answer)?;
    let before = asked(&app, &link, visit.look.lang)?;
    if before.found.is_some() {
        let (viewer, cue) = (
            before.answering.viewer.clone(),
            before.answering.reminder.cue,
        );
        let who = viewer.clone();
        app.change(move |store| reminders::answer(store, &who, cue, answer))
            .await?;
        app.recount_reminders(&viewer).await?;
    }
    let after = asked(&app, &link, visit.look.lang)?;
    Ok(page(&app, &visit.look, &after, &link, &OFFERED))
}

fn offered(answer: &str) -> Result<(Answer, &'static str, Icon)> {
    let answer = Answer::from_key(answer).ok_or(Error::NotFound)?;
    let offered = OFFERED.into_iter().find(|(offered, ..)| *offered == answer);
    offered.ok_or(Error::NotFound)
}

fn page(
    app: &App,
    look: &Look,
    asked: &Asked,
    link: &str,
    offered: &[(Answer, &str, Icon)],
) -> Response {
    let look = Look {
        lang: asked.lang,
        ..look.clone()
    };
    let waits = asked.found.as_ref().filter(|_| asked.stands);
    let title = match waits {
        Some(found) => wording::sentence(look.lang, found, app.store.clock().today()),
        None => look.text("reminder-answered"),
    };
    let body: Markup = html! {
        @if let Some(found) = waits {
            div.stack {
                @for (answer, key, icon) in offered {
                    (Button::post(look.text(key), format!("/answers/{link}/{}", answer.key())).icon(*icon))
                }
                p { a href=(wording::page(found.about)) { (look.text("reminder-look")) } }
            }
        } @else {
            p { a href="/reminders" { (look.text("reminder-all")) } }
        }
    };
    let page = Bare::new(&look, title, body)
        .lead(look.household.clone())
        .render();
    // The address is a key: it is told to nobody, and kept by nobody.
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
    ];
    (headers, page).into_response()
}
