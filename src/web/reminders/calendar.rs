//! A person's calendar, for phones that subscribe to it by an address that nobody can guess.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;

use crate::{
    access::cue_link,
    actions::{household, reminders},
    app::{App, reminding::wording},
    domain::reminder::Occasion,
    error::{Error, Result},
    http::{Path, Problem},
    notify::{
        calendar::{self, CalendarEntry},
        web_address::WebAddress,
    },
    store::Secrets as _,
};

/// How many days ahead a calendar tells.
const AHEAD: i32 = 3660;

/// The most entries: more no phone shows.
const MOST: usize = 5000;

pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let secret = file.strip_suffix(".ics").ok_or(Error::NotFound)?.to_owned();
    let written = tokio::task::spawn_blocking(move || write(&app, &secret));
    let calendar = written.await.map_err(Error::internal)??;
    let tag = format!("\"{}\"", &blake3::hash(calendar.as_bytes()).to_hex()[..32]);
    let known = headers.get(header::IF_NONE_MATCH);
    let tag_value = HeaderValue::from_str(&tag).map_err(Error::internal)?;
    let told = [
        (header::ETAG, tag_value),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
    ];
    if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, told).into_response());
    }
    let kind = [(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/calendar; charset=utf-8"),
    )];
    Ok((told, kind, calendar).into_response())
}

fn write(app: &App, secret: &str) -> Result<String> {
    let rows = app.store.read()?;
    let viewer = cue_link::calendar(&rows, secret)?;
    let home = household::current(&rows)?;
    let lang = rows.account(viewer.person())?.lang.unwrap_or(home.lang);
    let today = app.store.clock().today();
    let until = today.saturating_add(jiff::Span::new().days(AHEAD));
    let base = app.address();
    let page = |path: &str| {
        let base: &WebAddress = base.as_ref()?;
        Some(base.beneath(path.trim_start_matches('/')))
    };
    let entries: Vec<CalendarEntry> = reminders::upcoming(&rows, &viewer, today, until)?
        .iter()
        // What can wait has no place among appointments.
        .filter(|found| is_dated(found.reminder.cue.occasion))
        .take(MOST)
        .map(|found| CalendarEntry {
            uid: format!("{}@smartinventory", found.reminder.cue),
            date: found.reminder.on,
            title: wording::sentence(lang, found, found.reminder.on),
            text: None,
            url: page(&wording::page(found.about)),
            last_modified: found.changed.max(Timestamp::UNIX_EPOCH),
            alarm: None,
        })
        .collect();
    let name = if home.name.is_empty() {
        lang.text("product")
    } else {
        home.name
    };
    Ok(calendar::write(&name, &entries))
}

const fn is_dated(occasion: Occasion) -> bool {
    match occasion {
        Occasion::RightEnds
        | Occasion::WarrantyEnds
        | Occasion::UpkeepDue
        | Occasion::LoanDue
        | Occasion::PolicyRenews
        | Occasion::RoundDue => true,
        Occasion::ReceiptMayGo | Occasion::ValueOld => false,
    }
}
