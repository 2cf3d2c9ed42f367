//! The list of what is due for a person, and what they have answered.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{HERE, icon};
use crate::{
    access::{Editor, Viewer},
    actions::reminders::{self, Found},
    app::{App, reminding::wording},
    domain::reminder::{Answer, Cue, Memo},
    error::Error,
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    ui::{
        button::Button,
        empty::Empty,
        form::Part,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
};

/// How many are shown: who has more has other things to do first.
const MOST: usize = 200;

pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let mut look = look.at(Section::Reminders);
    let today = app.store.clock().today();
    let viewer = editor.viewer();
    let all = reminders::due_or_answered(&rows, viewer, today)?;
    let (due, answered): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, memo)| memo.stands(today));
    app.keep_count(viewer.person(), due.len());
    look.reminders = due.len();
    let many = due.len().saturating_sub(MOST);
    let row = |(found, _): &(Found, Memo)| {
        waiting(&look, found, wording::sentence(look.lang, found, today))
    };
    let body = html! {
        @if due.is_empty() {
            (Empty::new(Icon::Check, look.text("reminders-none")).text(look.text("reminders-none-text")))
        } @else {
            (List(due.iter().take(MOST).map(row).collect()))
        }
        @if many > 0 { p.quiet { (look.count("reminder-more", many)) } }
        @if !answered.is_empty() {
            (Part {
                label: look.text("reminders-answered"),
                open: false,
                fields: List(answered.iter().take(MOST).map(|(found, memo)| {
                    let sentence = wording::sentence(look.lang, found, today);
                    answered_row(&look, found, *memo, sentence)
                }).collect()).render(),
            })
        }
    };
    let page = Page::new(&look, look.text("ui-reminders"), body).actions(html! {
        (Button::link(look.text("ui-settings"), "/settings/reminders").icon(Icon::Settings).small())
    });
    Ok(page.answer(htmx))
}

fn waiting(look: &Look, found: &Found, sentence: String) -> Row {
    let to = format!("{HERE}/{}", found.reminder.cue);
    let button = |key: &str, answer: Answer| {
        Button::post(look.text(key), to.as_str())
            .with("answer", answer.key())
            .small()
    };
    Row::icon(icon(found.reminder.cue.occasion), sentence)
        .href(wording::page(found.about))
        .end(html! {
            div.row {
                (button("reminder-done", Answer::Done).icon(Icon::Check))
                (button("reminder-later", Answer::Later).bare())
                (button("reminder-mute", Answer::Mute).bare())
            }
        })
}

fn answered_row(look: &Look, found: &Found, memo: Memo, sentence: String) -> Row {
    let said = match memo.until {
        _ if memo.muted => look.text("reminders-muted"),
        Some(until) if !memo.done => {
            look.text_with("reminders-until", "day", &look.lang.day(until))
        }
        _ => look.text("reminders-done"),
    };
    let again = Button::post(
        look.text("reminders-again"),
        format!("{HERE}/{}", found.reminder.cue),
    )
    .with("answer", Answer::Again.key())
    .small()
    .bare();
    Row::icon(icon(found.reminder.cue.occasion), sentence)
        .href(wording::page(found.about))
        .text(said)
        .end(again)
}

#[derive(Deserialize)]
pub(super) struct Answered {
    answer: String,
}

pub(super) async fn answer(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Path(cue): Path<String>,
    Form(answered): Form<Answered>,
) -> Result<Done, Problem> {
    let cue: Cue = cue.parse().map_err(|_| Error::NotFound)?;
    let answer = Answer::from_key(&answered.answer);
    let answer = answer.ok_or(Error::invalid("answer", "error-form"))?;
    let who = viewer.clone();
    app.change(move |store| reminders::answer(store, &who, cue, answer))
        .await?;
    app.recount_reminders(&viewer).await?;
    Ok(Done::new(&app, &format!("reminder-{}", answer.key()), HERE))
}
