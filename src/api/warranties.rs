//! `/warranties` and `/items/{id}/warranties`: guarantees and insurances, and what ends next.

use std::sync::Arc;

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    MOST, Routes, Shared, USUAL_LIMIT,
    json::{Json, Patch},
    revision::{Created, Seen, Tagged, live, with_actions},
    rights::Right,
    wire::{Lasts, Warranty, WarrantyFields, WarrantyRead, WarrantyVersion},
};
use crate::{
    access::{Editor, Viewer},
    actions::{
        belongings::{self, Belonging},
        claims,
        warranties::{self, Protection},
    },
    app::App,
    domain::{
        item::{Item, ItemId},
        warranty::{self, WarrantyId},
    },
    error::Result,
    http::{Path, Problem, Query, Snapshot},
    store::{Row, Rows, Saved, Store},
    ui::look::Look,
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

/// A warranty as somebody is told of it.
pub(super) fn told(
    rows: &impl Rows,
    viewer: &Viewer,
    row: &Row<warranty::Warranty>,
) -> Result<Warranty> {
    Ok(Warranty::new(row, &row.told(rows, viewer)?))
}

/// What protects a thing of the household.
#[derive(Serialize, ToSchema)]
struct Protected {
    /// The thing.
    item: Uuid,
    /// What it is called.
    name: String,
    /// From when until when.
    #[serde(flatten)]
    lasts: Lasts,
    /// The right that the law gives; `null` when it is a warranty.
    right: Option<Right>,
    /// The warranty; `null` when it is a right.
    warranty: Option<Warranty>,
}

/// What protects the things of the household.
#[derive(Serialize, ToSchema)]
struct Protections {
    /// Guarantees, insurances and the rights of the law: what ends next first, what has no end last; of what has ended, the
    /// latest first.
    warranties: Vec<Protected>,
    /// What `from` says to get the next page; `null` on the last.
    next: Option<usize>,
    /// How many claims ended with a repair: what would have been thrown away serves on.
    repaired: usize,
}

/// Which of them.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Listed {
    /// How many at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// How many of them are passed over.
    from: Option<usize>,
    /// Whether what has ended is meant, instead of what has not.
    ended: Option<bool>,
}

/// List what ends next
///
/// Of each thing that you see and that is still the household's.
#[utoipa::path(get, path = "/warranties", tag = "warranties", params(Listed),
    responses((status = OK, body = Protections, description = "What protects your things")))]
async fn list(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
    Query(listed): Query<Listed>,
) -> Result<Sent<Protections>, Problem> {
    let today = app.store.clock().today();
    let viewer = editor.viewer();
    let all = warranties::list(&rows, viewer, today)?;
    let all = if listed.ended.unwrap_or_default() {
        all.over
    } else {
        all.lasting
    };
    let limit = listed.limit.unwrap_or(USUAL_LIMIT).clamp(1, MOST);
    let from = listed.from.unwrap_or_default();
    let mut page = Vec::new();
    for (item, one) in all.iter().skip(from).take(limit) {
        let lasts = Lasts::new(one.span(), today);
        let (right, warranty) = match one {
            Protection::Right(right) => (Some(Right::new(right, look.lang, today)), None),
            Protection::Warranty(row, _) => (None, Some(told(&rows, viewer, row)?)),
        };
        page.push(Protected {
            item: item.id.uuid(),
            name: item.details.name.clone(),
            lasts,
            right,
            warranty,
        });
    }
    let end = from.saturating_add(page.len());
    Ok(Sent(Protections {
        next: (end < all.len()).then_some(end),
        warranties: page,
        repaired: claims::repaired(&claims::list(&rows, viewer)?),
    }))
}

/// Warranties of a thing.
#[derive(Serialize, ToSchema)]
struct OfItem {
    /// The warranties, in the order in which they were added.
    warranties: Vec<WarrantyRead>,
}

/// List the warranties of a thing
///
/// What the law gives besides is at `/items/{id}/rights`.
#[utoipa::path(get, path = "/items/{id}/warranties", tag = "warranties",
    responses((status = OK, body = OfItem, description = "The warranties")))]
async fn of_item(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<OfItem>, Problem> {
    let item = live(editor.viewer().item(&rows, id)?)?;
    let mut all = Vec::new();
    for row in belongings::seen_of_item(&rows, editor.viewer(), id)? {
        all.push(read(&app, &rows, &editor, &item, &row)?);
    }
    Ok(Sent(OfItem { warranties: all }))
}

fn read(
    app: &App,
    rows: &impl Rows,
    editor: &Editor,
    item: &Row<Item>,
    row: &Row<warranty::Warranty>,
) -> Result<WarrantyRead> {
    let span = warranties::span(rows, editor.viewer(), item, row)?;
    Ok(WarrantyRead {
        lasts: Lasts::new(span, app.store.clock().today()),
        warranty: told(rows, editor.viewer(), row)?,
    })
}

/// Add a warranty to a thing
#[utoipa::path(post, path = "/items/{id}/warranties", tag = "warranties", request_body = WarrantyFields,
    responses((status = CREATED, body = Warranty, description = "The warranty", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Json(fields): Json<WarrantyFields>,
) -> Result<Created<Warranty>, Problem> {
    let details = fields.read()?;
    let by = editor.clone();
    let row = app
        .change(move |store| belongings::add::<warranty::Warranty>(store, &by, id, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/warranties/{}", row.id),
        revision: row.revision,
        body: told(&app.store.read()?, editor.viewer(), &row)?,
    })
}

/// Get a warranty
#[utoipa::path(get, path = "/warranties/{id}", tag = "warranties",
    responses((status = OK, body = WarrantyRead, description = "The warranty", headers(("ETag")))))]
async fn show(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<WarrantyId>,
) -> Result<Tagged<WarrantyRead>, Problem> {
    let row = live(editor.viewer().of_thing(&rows, id)?)?;
    let item = editor.viewer().item(&rows, row.item)?;
    let read = read(&app, &rows, &editor, &item, &row)?;
    Ok(Tagged(row.revision, read))
}

/// Change a warranty
///
/// A JSON merge patch (RFC 7396). To say `until` instead of `length`, say `null` of the other.
#[utoipa::path(patch, path = "/warranties/{id}", tag = "warranties", params(Seen), request_body = WarrantyFields,
    responses((status = OK, body = Warranty, description = "The warranty as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<WarrantyId>,
    Seen(seen): Seen,
    patch: Patch<WarrantyFields>,
) -> Result<Tagged<Warranty>, Problem> {
    let by = editor.clone();
    step(&app, &editor, move |store| {
        belongings::adjust(store, &by, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read()?;
            Ok(())
        })
    })
    .await
}

/// Remove a warranty
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/warranties/{id}", tag = "warranties", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<WarrantyId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(editor.of_thing(&store.read()?, id)?)?;
        belongings::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a warranty out of the bin
#[utoipa::path(post, path = "/warranties/{id}/restore", tag = "warranties",
    responses((status = OK, body = Warranty, description = "The warranty", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<WarrantyId>,
) -> Result<Tagged<Warranty>, Problem> {
    let by = editor.clone();
    step(&app, &editor, move |store| {
        belongings::restore(store, &by, id)
    })
    .await
}

async fn step(
    app: &Arc<App>,
    editor: &Editor,
    change: impl FnOnce(&Store) -> Result<Saved<Row<warranty::Warranty>>> + Send + 'static,
) -> Result<Tagged<Warranty>, Problem> {
    let row = app.change(change).await?.value;
    let body = told(&app.store.read()?, editor.viewer(), &row)?;
    Ok(Tagged(row.revision, body))
}

/// What a warranty has been.
#[derive(Serialize, ToSchema)]
struct WarrantyHistory {
    /// Every version, the newest first.
    versions: Vec<WarrantyVersion>,
}

/// List every version of a warranty
#[utoipa::path(get, path = "/warranties/{id}/history", tag = "warranties",
    responses((status = OK, body = WarrantyHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<WarrantyId>,
) -> Result<Sent<WarrantyHistory>, Problem> {
    let mut versions = Vec::new();
    for (action, row) in with_actions(&rows, editor.viewer().of_thing_versions(&rows, id)?)? {
        versions.push(WarrantyVersion {
            action,
            warranty: told(&rows, editor.viewer(), &row)?,
        });
    }
    Ok(Sent(WarrantyHistory { versions }))
}
