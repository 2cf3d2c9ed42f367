//! `/rounds`: inventory rounds, and how they end.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Seen, Tagged, live, step, with_actions},
    wire::{Round, RoundFields, RoundVersion},
};
use crate::{
    access::{Editor, Manager},
    actions::rounds,
    domain::round::RoundId,
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Rows as _,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, begin))
        .routes(routes!(show, change, remove))
        .routes(routes!(end))
        .routes(routes!(resume))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Inventory rounds.
#[derive(Serialize, ToSchema)]
struct Rounds {
    /// The rounds, the latest first.
    rounds: Vec<Round>,
}

/// List inventory rounds
#[utoipa::path(get, path = "/rounds", tag = "rounds",
    responses((status = OK, body = Rounds, description = "The rounds")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Rounds>, Problem> {
    let rounds = rounds::list(&rows, &editor)?;
    Ok(Sent(Rounds {
        rounds: rounds.iter().map(Into::into).collect(),
    }))
}

/// Begin an inventory round
///
/// Nothing has to be said. One goes on at a time.
#[utoipa::path(post, path = "/rounds", tag = "rounds", request_body = RoundFields,
    responses((status = CREATED, body = Round, description = "The round", headers(("Location"), ("ETag")))))]
async fn begin(
    State(app): Shared,
    manager: Manager,
    fields: Patch<RoundFields>,
) -> Result<Created<Round>, Problem> {
    let details = fields.onto(&RoundFields::default())?.read();
    let row = app
        .change(move |store| rounds::begin(store, &manager, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/rounds/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get an inventory round
#[utoipa::path(get, path = "/rounds/{id}", tag = "rounds",
    responses((status = OK, body = Round, description = "The round", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
) -> Result<Tagged<Round>, Problem> {
    let row = live(rounds::one(&rows, &editor, id)?)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change an inventory round
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/rounds/{id}", tag = "rounds", params(Seen), request_body = RoundFields,
    responses((status = OK, body = Round, description = "The round as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<RoundId>,
    Seen(seen): Seen,
    patch: Patch<RoundFields>,
) -> Result<Tagged<Round>, Problem> {
    step(&app, move |store| {
        rounds::adjust(store, &manager, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read();
            Ok(())
        })
    })
    .await
}

/// Remove an inventory round
///
/// Puts it into the bin, with what it found. What it moved stays where it is.
#[utoipa::path(delete, path = "/rounds/{id}", tag = "rounds", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<RoundId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(store.read()?.get(id)?)?;
        rounds::remove(store, &manager, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End an inventory round
///
/// One that has ended stays as it is. What a phone has kept, and sends later, is taken still.
#[utoipa::path(post, path = "/rounds/{id}/end", tag = "rounds",
    responses((status = OK, body = Round, description = "The round", headers(("ETag")))))]
async fn end(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Tagged<Round>, Problem> {
    step(&app, move |store| rounds::end(store, &manager, id)).await
}

/// Go on with an inventory round that has ended
#[utoipa::path(post, path = "/rounds/{id}/resume", tag = "rounds",
    responses((status = OK, body = Round, description = "The round", headers(("ETag")))))]
async fn resume(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Tagged<Round>, Problem> {
    step(&app, move |store| rounds::resume(store, &manager, id)).await
}

/// Take an inventory round out of the bin
#[utoipa::path(post, path = "/rounds/{id}/restore", tag = "rounds",
    responses((status = OK, body = Round, description = "The round", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Tagged<Round>, Problem> {
    step(&app, move |store| rounds::restore(store, &manager, id)).await
}

/// What an inventory round has been.
#[derive(Serialize, ToSchema)]
struct RoundHistory {
    /// Every version, the newest first.
    versions: Vec<RoundVersion>,
}

/// List every version of an inventory round
#[utoipa::path(get, path = "/rounds/{id}/history", tag = "rounds",
    responses((status = OK, body = RoundHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
) -> Result<Sent<RoundHistory>, Problem> {
    let versions = with_actions(&rows, rounds::versions(&rows, &editor, id)?)?.into_iter();
    let told = versions.map(|(action, row)| RoundVersion {
        action,
        round: (&row).into(),
    });
    Ok(Sent(RoundHistory {
        versions: told.collect(),
    }))
}
