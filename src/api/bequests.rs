//! `/bequests`: whom things are meant for, as far as somebody may know.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared, belonging,
    json::Patch,
    revision::{Created, Seen, Tagged},
    upkeep::seen,
    wire::{Bequest, BequestFields, BequestVersion},
};
use crate::{
    access::Editor,
    actions::belongings::{self},
    domain::{
        bequest::{self, BequestId},
        item::ItemId,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Bequests.
#[derive(Serialize, ToSchema)]
struct Bequests {
    /// The bequests, in the order in which they were entered.
    bequests: Vec<Bequest>,
}

/// List bequests
///
/// Your own, and those that others have opened.
#[utoipa::path(get, path = "/bequests", tag = "bequests",
    responses((status = OK, body = Bequests, description = "The bequests")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Bequests>, Problem> {
    let bequests = belongings::all::<bequest::Bequest>(&rows, editor.viewer())?;
    Ok(Sent(Bequests {
        bequests: bequests.iter().map(|(row, _)| row.into()).collect(),
    }))
}

/// List the bequests of a thing
#[utoipa::path(get, path = "/items/{id}/bequests", tag = "bequests",
    responses((status = OK, body = Bequests, description = "The bequests")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<Bequests>, Problem> {
    seen(&rows, &editor, item)?;
    let bequests = belongings::seen_of_item::<bequest::Bequest>(&rows, editor.viewer(), item)?;
    Ok(Sent(Bequests {
        bequests: bequests.iter().map(Into::into).collect(),
    }))
}

/// Say whom a thing is meant for
///
/// Nobody but you knows of it until `open` says so.
#[utoipa::path(post, path = "/items/{id}/bequests", tag = "bequests", request_body = BequestFields,
    responses((status = CREATED, body = Bequest, description = "The bequest", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<BequestFields>,
) -> Result<Created<Bequest>, Problem> {
    let details = fields.onto(&BequestFields::default())?.read();
    belonging::add::<bequest::Bequest, _>(&app, editor, item, "/bequests", details).await
}

/// Get a bequest
#[utoipa::path(get, path = "/bequests/{id}", tag = "bequests",
    responses((status = OK, body = Bequest, description = "The bequest", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<BequestId>,
) -> Result<Tagged<Bequest>, Problem> {
    belonging::get(&rows, editor.viewer(), id)
}

/// Change a bequest
///
/// Only its writer may. A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/bequests/{id}", tag = "bequests", params(Seen), request_body = BequestFields,
    responses((status = OK, body = Bequest, description = "The bequest as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<BequestId>,
    Seen(seen): Seen,
    patch: Patch<BequestFields>,
) -> Result<Tagged<Bequest>, Problem> {
    belonging::change(&app, editor, id, seen, patch, |fields, _| Ok(fields.read())).await
}

/// Remove a bequest
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/bequests/{id}", tag = "bequests", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<BequestId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    belonging::remove(&app, editor, id, seen).await
}

/// Take a bequest out of the bin
#[utoipa::path(post, path = "/bequests/{id}/restore", tag = "bequests",
    responses((status = OK, body = Bequest, description = "The bequest", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<BequestId>,
) -> Result<Tagged<Bequest>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a bequest has been.
#[derive(Serialize, ToSchema)]
struct BequestHistory {
    /// Every version, the newest first.
    versions: Vec<BequestVersion>,
}

/// List every version of a bequest
#[utoipa::path(get, path = "/bequests/{id}/history", tag = "bequests",
    responses((status = OK, body = BequestHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<BequestId>,
) -> Result<Sent<BequestHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| BequestVersion {
        action,
        bequest: row.into(),
    })?;
    Ok(Sent(BequestHistory { versions }))
}
