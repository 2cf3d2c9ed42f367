//! `/reminders`: what should not be forgotten, and what you say to it.

use axum::{Json as Sent, extract::State};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Routes, Shared, json::Json};
use crate::{
    access::{Editor, Viewer},
    actions::reminders,
    app::{App, reminding::wording},
    domain::{
        lang::Lang,
        reminder::{Answer, Cue},
    },
    error::{Error, Result},
    http::{Path, Problem, Snapshot, Visit},
    store::Reader,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(answer))
}

/// Something that should not be forgotten.
#[derive(Serialize, ToSchema)]
struct Reminder {
    /// What it is known by.
    id: String,
    /// Why: `right` (the right to complain ends), `warranty` (ends), `upkeep` (is due), `loan` (should be back), `receipt` (may go),
    /// `value` (was not looked at for two years).
    occasion: &'static str,
    /// Its day.
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// What it says, in the reader's language.
    text: String,
    /// The page that it is about.
    page: String,
    /// What you have said to it; `null` while it waits.
    answer: Option<&'static str>,
    /// Until when you have put it off.
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
}

/// What waits for you, and what you have answered.
#[derive(Serialize, ToSchema)]
struct Reminders {
    /// The reminders, those that wait before the others, the earliest day first.
    reminders: Vec<Reminder>,
}

/// List your reminders
///
/// What it is time for by your lead times.
#[utoipa::path(get, path = "/reminders", tag = "reminders",
    responses((status = OK, body = Reminders, description = "The reminders")))]
async fn list(
    State(app): Shared,
    editor: Editor,
    visit: Visit,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Reminders>, Problem> {
    Ok(Sent(told(&app, &rows, editor.viewer(), visit.look.lang)?))
}

fn told(app: &App, rows: &Reader, viewer: &Viewer, lang: Lang) -> Result<Reminders> {
    let today = app.store.clock().today();
    let reminder = |found: &reminders::Found, answer, until| Reminder {
        id: found.reminder.cue.to_string(),
        occasion: found.reminder.cue.occasion.key(),
        on: found.reminder.on,
        text: wording::sentence(lang, found, today),
        page: wording::page(found.about),
        answer,
        until,
    };
    let all = reminders::due_or_answered(rows, viewer, today)?;
    let (due, answered): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, memo)| memo.stands(today));
    let mut reminders: Vec<_> = due
        .iter()
        .map(|(found, _)| reminder(found, None, None))
        .collect();
    for (found, memo) in answered {
        let (answer, until) = match memo.until {
            _ if memo.muted => (Answer::Mute, None),
            Some(until) if !memo.done => (Answer::Later, Some(until)),
            _ => (Answer::Done, None),
        };
        reminders.push(reminder(&found, Some(answer.key()), until));
    }
    Ok(Reminders { reminders })
}

/// An answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Said {
    /// `done`: it is done with; `later`: again in a week; `mute`: never again about this; `again`: as if nothing had been said.
    answer: Word,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ReminderAnswer)]
enum Word {
    Done,
    Later,
    Mute,
    Again,
}

/// Answer a reminder
#[utoipa::path(post, path = "/reminders/{cue}", tag = "reminders", request_body = Said,
    responses((status = OK, body = Reminders, description = "The reminders as they are now")))]
async fn answer(
    State(app): Shared,
    editor: Editor,
    visit: Visit,
    Path(cue): Path<String>,
    Json(said): Json<Said>,
) -> Result<Sent<Reminders>, Problem> {
    let cue: Cue = cue.parse().map_err(|_| Error::NotFound)?;
    let answer = match said.answer {
        Word::Done => Answer::Done,
        Word::Later => Answer::Later,
        Word::Mute => Answer::Mute,
        Word::Again => Answer::Again,
    };
    let viewer = editor.viewer().clone();
    let who = viewer.clone();
    app.change(move |store| reminders::answer(store, &who, cue, answer))
        .await?;
    app.recount_reminders(&viewer).await?;
    let rows = app.store.read()?;
    Ok(Sent(told(&app, &rows, &viewer, visit.look.lang)?))
}
