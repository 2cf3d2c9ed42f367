//! History: who did what, day by day, and taking it back.

mod entry;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use jiff::{Span, civil::Date, tz::TimeZone};
use maud::{Markup, html};
use serde::Deserialize;

use self::{
    entry::{Entry, entries},
    words::Words,
};
use crate::{
    access::Viewer,
    actions::history,
    app::App,
    error::{Error, Result},
    http::{Back, Done, Htmx, Path, Problem, Query, Snapshot},
    store::{Change, Reader, Rows},
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
};

/// How many changes a page tells.
const PAGE: usize = 60;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/history", get(show))
        .route("/undo/{change}", post(undo))
}

#[derive(Deserialize)]
struct From {
    before: Option<u64>,
}

async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(from): Query<From>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::History);
    let recent = history::recent(&rows, &viewer, from.before, PAGE)?;
    let (changes, older) = (recent.changes, recent.earlier);
    let words = Words {
        rows: &rows,
        viewer: &viewer,
        look: &look,
    };
    let today = app.store.clock().today();
    let body = html! {
        @if changes.is_empty() && older.is_none() { (empty(&look)) }
        @else { (days(&words, &changes, today)?) }
        @if from.before.is_some() || older.is_some() {
            div.row {
                @if from.before.is_some() { (Button::link(look.text("history-newest"), "/history")) }
                @if let Some(before) = older {
                    (Button::link(look.text("history-older"), format!("/history?before={before}")))
                }
            }
        }
    };
    let mut page = Page::new(&look, look.text("history-title"), body).narrow();
    if look.writes() {
        page = page.lead(look.text("history-lead"));
    }
    Ok(page.answer(htmx))
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::History, look.text("history-empty")).text(look.text("history-empty-text"))
}

fn days(words: &Words<'_>, changes: &[Change], today: Date) -> Result<Markup> {
    let entries = entries(words.rows, changes)?;
    let day = |entry: &Entry| entry.at.to_zoned(TimeZone::system()).date();
    let mut days = Vec::new();
    for same in entries.chunk_by(|one, next| day(one) == day(next)) {
        let rows = same
            .iter()
            .map(|entry| row(words, entry))
            .collect::<Result<_>>()?;
        days.push((named(words.look, day(&same[0]), today), List(rows)));
    }
    Ok(html! {
        @for (day, rows) in &days {
            section.section { h2 { (day) } (rows) }
        }
    })
}

fn named(look: &Look, day: Date, today: Date) -> String {
    if day == today {
        look.text("history-today")
    } else if day == today.saturating_sub(Span::new().days(1)) {
        look.text("history-yesterday")
    } else {
        look.lang.day(day)
    }
}

fn row(words: &Words<'_>, entry: &Entry) -> Result<Row> {
    let look = words.look;
    let what = words.sentence(entry)?;
    let first = match entry.subjects.first() {
        Some(key) => words.subject(*key)?,
        None => None,
    };
    let mut row = match first {
        Some(subject) => {
            let row = Row::photo(subject.photo, subject.icon, what.as_str());
            match subject.href.filter(|_| entry.subjects.len() == 1) {
                Some(href) => row.href(href),
                None => row,
            }
        }
        None => Row::icon(Icon::Trash, what.as_str()),
    };
    let mut text = look.lang.time(entry.at);
    for more in [
        words.extent(entry),
        words.aspects(entry)?,
        undone(words, entry)?,
    ]
    .into_iter()
    .flatten()
    {
        text = format!("{text} · {more}");
    }
    row = row.text(text);
    if let Some(names) = words.names(entry)? {
        row = row.more(names);
    }
    Ok(match entry.undo(words.rows, words.viewer)? {
        Some(change) => row.end(
            Button::post(
                look.text_with("history-undo", "what", &what),
                format!("/undo/{change}"),
            )
            .icon(Icon::Undo)
            .alone()
            .bare(),
        ),
        None => row,
    })
}

/// What was taken back, when the reader sees that too.
fn undone(words: &Words<'_>, entry: &Entry) -> Result<Option<String>> {
    let Some(number) = entry.undoes else {
        return Ok(None);
    };
    let Some(change) = words.rows.change(number)? else {
        return Ok(None);
    };
    let told = history::seen(words.rows, words.viewer, change)?;
    match entries(words.rows, told.as_slice())?.first() {
        Some(entry) => words.sentence(entry).map(Some),
        None => Ok(None),
    }
}

async fn undo(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Back(back): Back,
    Path(number): Path<u64>,
) -> Result<Response, Problem> {
    let who = viewer.clone();
    let undone = app
        .change(move |store| history::undo(store, &viewer, number))
        .await;
    match undone {
        Ok(saved) => {
            let to = back.filter(|path| !path.starts_with("/undo/"));
            let to = to.unwrap_or_else(|| "/history".to_owned());
            let done = Done::new(&app, "undo", to).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Conflict) => {
            let page = overtaken(&app.store.read()?, &who, &look, number)?;
            Ok((StatusCode::PRECONDITION_FAILED, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Says which things have been changed since, and by whom.
fn overtaken(rows: &Reader, viewer: &Viewer, look: &Look, number: u64) -> Result<Markup> {
    let look = look.clone().at(Section::History);
    let words = Words {
        rows,
        viewer,
        look: &look,
    };
    let mut list = Vec::new();
    for key in history::overtaken(rows, viewer, number)? {
        let Some(subject) = words.subject(key)? else {
            continue;
        };
        let mut row = Row::photo(subject.photo, subject.icon, subject.name);
        if let Some(href) = subject.href {
            row = row.href(href);
        }
        let since = match rows.state(key)? {
            Some((revision, _)) => rows.change(revision.get())?,
            None => None,
        };
        if let Some(since) = since {
            let who = words.who(since.by)?;
            let when = look.lang.moment(since.at);
            let arguments = [("who", who.into()), ("when", when.into())];
            row = row.text(look.lang.text_with("history-overtaken-by", &arguments));
        }
        list.push(row);
    }
    let body = html! {
        p { (look.text("history-overtaken-what")) }
        @if !list.is_empty() { (List(list)) }
        div.row { (Button::link(look.text("history-back"), "/history").primary()) }
    };
    Ok(Page::new(&look, look.text("history-overtaken"), body)
        .narrow()
        .answer(false))
}
