//! `/items/{id}/…`: what becomes of one thing, and what it was.

use axum::{Json as Sent, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    items::created,
    json::Json,
    revision::{Created, Seen, Tagged, step, with_actions},
    wire::{Archived, Item, ItemVersion},
};
use crate::{
    access::{Editor, Viewer},
    actions::{history, items},
    domain::item::ItemId,
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Revision,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(restore))
        .routes(routes!(archive))
        .routes(routes!(unarchive))
        .routes(routes!(copy))
        .routes(routes!(save_as_template))
        .routes(routes!(versions))
        .routes(routes!(bring_back))
}

/// Take a thing out of the bin
#[utoipa::path(post, path = "/items/{id}/restore", tag = "items",
    responses((status = OK, body = Item, description = "The thing", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Tagged<Item>, Problem> {
    step(&app, move |store| items::restore(store, &editor, id)).await
}

/// Say how a thing left the household
#[utoipa::path(post, path = "/items/{id}/archive", tag = "items", params(Seen), request_body = Archived,
    responses((status = OK, body = Item, description = "The thing", headers(("ETag")))))]
async fn archive(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Seen(seen): Seen,
    Json(archived): Json<Archived>,
) -> Result<Tagged<Item>, Problem> {
    let archived = Some(archived.read()?);
    step(&app, move |store| {
        items::archive(store, &editor, id, seen, archived).map_err(Archived::told)
    })
    .await
}

/// Say that a thing is back
#[utoipa::path(post, path = "/items/{id}/unarchive", tag = "items", params(Seen),
    responses((status = OK, body = Item, description = "The thing", headers(("ETag")))))]
async fn unarchive(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Seen(seen): Seen,
) -> Result<Tagged<Item>, Problem> {
    step(&app, move |store| {
        items::archive(store, &editor, id, seen, None)
    })
    .await
}

/// Copy a thing
///
/// With its photos, and without what tells one specimen from another. A copy of a template is a thing.
#[utoipa::path(post, path = "/items/{id}/copy", tag = "items",
    responses((status = CREATED, body = Item, description = "The copy", headers(("Location"), ("ETag")))))]
async fn copy(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Created<Item>, Problem> {
    let saved = app
        .change(move |store| items::copy(store, &editor, id))
        .await?;
    Ok(created(&saved.value))
}

/// What a template is called.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TemplateName {
    /// Its name.
    name: String,
}

/// Save a thing as a template
///
/// Without what belongs to one specimen or one purchase. The templates are the things in state `template`.
#[utoipa::path(post, path = "/items/{id}/template", tag = "items", request_body = TemplateName,
    responses((status = CREATED, body = Item, description = "The template", headers(("Location"), ("ETag")))))]
async fn save_as_template(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Json(TemplateName { name }): Json<TemplateName>,
) -> Result<Created<Item>, Problem> {
    let saved = app
        .change(move |store| items::save_as_template(store, &editor, id, &name))
        .await?;
    Ok(created(&saved.value))
}

/// What a thing has been.
#[derive(Serialize, ToSchema)]
struct ItemHistory {
    /// Every version, the newest first.
    versions: Vec<ItemVersion>,
}

/// List every version of a thing
///
/// Also of one that is in the bin.
#[utoipa::path(get, path = "/items/{id}/history", tag = "items",
    responses((status = OK, body = ItemHistory, description = "The versions")))]
async fn versions(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<ItemHistory>, Problem> {
    let versions = with_actions(&rows, viewer.versions(&rows, id)?)?.into_iter();
    let told = versions.map(|(action, row)| ItemVersion {
        action,
        item: (&row).into(),
    });
    Ok(Sent(ItemHistory {
        versions: told.collect(),
    }))
}

/// Bring an earlier version of a thing back
///
/// It becomes the newest, and what came between stays in the history.
#[utoipa::path(post, path = "/items/{id}/history/{revision}/restore", tag = "items",
    responses((status = OK, body = Item, description = "The thing", headers(("ETag")))))]
async fn bring_back(
    State(app): Shared,
    editor: Editor,
    Path((id, revision)): Path<(ItemId, u64)>,
) -> Result<Tagged<Item>, Problem> {
    let revision = Revision::new(revision);
    step(&app, move |store| {
        history::restore_item(store, editor.viewer(), id, revision)
    })
    .await
}
