//! `/bequests`: whom things are meant for, as far as somebody may know.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Seen, Tagged, step, with_actions},
    upkeep::seen,
    wire::{Bequest, BequestFields, BequestVersion},
};
use crate::{
    access::Editor,
    actions::belongings::{self, in_use_with_thing},
    domain::{
        bequest::{self, BequestId},
        item::ItemId,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Row,
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
    let row: Row<bequest::Bequest> = app
        .change(move |store| belongings::add(store, &editor, item, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/bequests/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a bequest
#[utoipa::path(get, path = "/bequests/{id}", tag = "bequests",
    responses((status = OK, body = Bequest, description = "The bequest", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<BequestId>,
) -> Result<Tagged<Bequest>, Problem> {
    let (row, _) = in_use_with_thing(&rows, editor.viewer(), id)?;
    Ok(Tagged(row.revision, (&row).into()))
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
    step(&app, move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::adjust(store, &editor, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read();
            Ok(())
        })
    })
    .await
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
    app.change(move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a bequest out of the bin
#[utoipa::path(post, path = "/bequests/{id}/restore", tag = "bequests",
    responses((status = OK, body = Bequest, description = "The bequest", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<BequestId>,
) -> Result<Tagged<Bequest>, Problem> {
    step(&app, move |store| belongings::restore(store, &editor, id)).await
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
    let versions = with_actions(&rows, editor.viewer().of_thing_versions(&rows, id)?)?.into_iter();
    let told = versions.map(|(action, row)| BequestVersion {
        action,
        bequest: (&row).into(),
    });
    Ok(Sent(BequestHistory {
        versions: told.collect(),
    }))
}
