//! `/changes`: what was done, and taking it back.

use axum::{Json as Sent, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{MOST, Routes, Shared, USUAL_LIMIT, wire::Change};
use crate::{
    access::Viewer,
    actions::history,
    error::{Error, Result},
    http::{Path, Problem, Query, Snapshot},
    store::Rows,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(undo))
}

/// Which changes are listed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Listed {
    /// The `next` of the page before.
    after: Option<u64>,
    /// At most so many; 60 when nothing is said, 200 at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// A page of changes.
#[derive(Serialize, ToSchema)]
struct Changes {
    /// The changes, the newest first; few or none, with a `next`, where those that you see lie far apart.
    changes: Vec<Change>,
    /// What `after` says to get the next page; `null` on the last.
    next: Option<u64>,
}

/// List what was done
///
/// As far as you see something of it, the newest first.
#[utoipa::path(get, path = "/changes", tag = "changes", params(Listed),
    responses((status = OK, body = Changes, description = "A page of the log")))]
async fn list(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Query(listed): Query<Listed>,
) -> Result<Sent<Changes>, Problem> {
    let most = listed.limit.unwrap_or(USUAL_LIMIT);
    if most == 0 || most > MOST {
        return Err(Error::invalid("limit", "api-value").into());
    }
    let recent = history::recent(&rows, &viewer, listed.after, most)?;
    let next = recent.earlier;
    let mut changes = Vec::with_capacity(recent.changes.len());
    for seen in recent.changes {
        // What is seen of a change may be less than what it touched.
        let whole = rows.change(seen.number)?;
        let undoable = match whole {
            Some(whole) => history::is_undoable(&rows, &viewer, &whole)?,
            None => false,
        };
        changes.push(Change::new(&seen, undoable));
    }
    Ok(Sent(Changes { changes, next }))
}

/// The change that was made.
#[derive(Serialize, ToSchema)]
struct Undone {
    /// Its number, which can be taken back in turn.
    change: u64,
}

/// Take a change back
///
/// Everything it touched becomes what it was before. When something has changed since, nothing does: 412.
#[utoipa::path(post, path = "/changes/{number}/undo", tag = "changes",
    responses((status = OK, body = Undone, description = "It is taken back")))]
async fn undo(
    State(app): Shared,
    viewer: Viewer,
    Path(number): Path<u64>,
) -> Result<Sent<Undone>, Problem> {
    let saved = app
        .change(move |store| history::undo(store, &viewer, number))
        .await?;
    Ok(Sent(Undone {
        change: saved.change,
    }))
}
