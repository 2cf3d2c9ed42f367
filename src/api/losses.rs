//! `/losses`: what incidents did to things, and how that was settled.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared, belonging,
    json::{Json, Patch},
    revision::{Created, Seen, Tagged, live, step},
    wire::{Loss, LossFields, LossVersion},
};
use crate::{
    access::Editor,
    actions::{
        answers::{self, Answer},
        belongings,
    },
    domain::{
        incident::IncidentId,
        item::ItemId,
        loss::{self, Fate, LossId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Revision,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(of_incident))
        .routes(routes!(answer))
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Losses.
#[derive(Serialize, ToSchema)]
struct Losses {
    /// The losses, in the order they were entered.
    losses: Vec<Loss>,
}

/// List what an incident did
///
/// What somebody has looked at and found as it was is among it: its `fate` is `fine`.
#[utoipa::path(get, path = "/incidents/{id}/losses", tag = "losses",
    responses((status = OK, body = Losses, description = "The losses")))]
async fn of_incident(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Sent<Losses>, Problem> {
    live(editor.viewer().incident(&rows, id)?)?;
    let losses = answers::seen_on_walk::<loss::Loss>(&rows, editor.viewer(), id)?;
    Ok(Sent(Losses {
        losses: losses.iter().map(|(loss, _)| loss.into()).collect(),
    }))
}

/// What somebody says became of a thing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LossAnswer {
    /// What became of it.
    fate: Fate,
    /// The revision of the answer that they saw when they gave theirs; `null` where nobody had answered.
    #[serde(default)]
    #[schema(format = "uint64")]
    known: Option<u64>,
}

/// Answer for a thing on the walk through the rooms
///
/// It can be sent as often as need be: what says what is there already changes nothing. Where somebody else has answered
/// otherwise since, it is refused with 412, and nobody's answer is lost unseen.
#[utoipa::path(put, path = "/incidents/{id}/losses/{item}", tag = "losses", request_body = LossAnswer,
    responses((status = OK, body = Loss, description = "The loss", headers(("ETag")))))]
async fn answer(
    State(app): Shared,
    editor: Editor,
    Path((incident, item)): Path<(IncidentId, ItemId)>,
    Json(said): Json<LossAnswer>,
) -> Result<Tagged<Loss>, Problem> {
    let answer = Answer::<loss::Loss> {
        walk: incident,
        item,
        said: said.fate,
        known: said.known.map(Revision::new),
    };
    step(&app, move |store| answers::mark(store, &editor, answer)).await
}

/// List what incidents did to a thing
#[utoipa::path(get, path = "/items/{id}/losses", tag = "losses",
    responses((status = OK, body = Losses, description = "The losses")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Losses>, Problem> {
    live(editor.viewer().item(&rows, id)?)?;
    let losses = belongings::seen_of_item::<loss::Loss>(&rows, editor.viewer(), id)?;
    Ok(Sent(Losses {
        losses: losses.iter().map(Into::into).collect(),
    }))
}

/// Enter what an incident did to a thing
#[utoipa::path(post, path = "/items/{id}/losses", tag = "losses", request_body = LossFields,
    responses((status = CREATED, body = Loss, description = "The loss", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<LossFields>,
) -> Result<Created<Loss>, Problem> {
    let fields = fields.onto(&LossFields::default())?;
    let details = fields.read(app.store.clock().today())?;
    belonging::add::<loss::Loss, _>(&app, editor, item, "/losses", details).await
}

/// Get a loss
#[utoipa::path(get, path = "/losses/{id}", tag = "losses",
    responses((status = OK, body = Loss, description = "The loss", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<LossId>,
) -> Result<Tagged<Loss>, Problem> {
    belonging::get(&rows, editor.viewer(), id)
}

/// Change a loss
///
/// A JSON merge patch (RFC 7396). To open it again, say `null` of `settlement`, `settled_on` and `amount`, and an empty `by`.
#[utoipa::path(patch, path = "/losses/{id}", tag = "losses", params(Seen), request_body = LossFields,
    responses((status = OK, body = Loss, description = "The loss as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LossId>,
    Seen(seen): Seen,
    patch: Patch<LossFields>,
) -> Result<Tagged<Loss>, Problem> {
    belonging::change(&app, editor, id, seen, patch, LossFields::read).await
}

/// Remove a loss
///
/// Puts it into the bin: what was gone by it is back.
#[utoipa::path(delete, path = "/losses/{id}", tag = "losses", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LossId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    belonging::remove(&app, editor, id, seen).await
}

/// Take a loss out of the bin
#[utoipa::path(post, path = "/losses/{id}/restore", tag = "losses",
    responses((status = OK, body = Loss, description = "The loss", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LossId>,
) -> Result<Tagged<Loss>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a loss has been.
#[derive(Serialize, ToSchema)]
struct LossHistory {
    /// Every version, the newest first.
    versions: Vec<LossVersion>,
}

/// List every version of a loss
#[utoipa::path(get, path = "/losses/{id}/history", tag = "losses",
    responses((status = OK, body = LossHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<LossId>,
) -> Result<Sent<LossHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| LossVersion {
        action,
        loss: row.into(),
    })?;
    Ok(Sent(LossHistory { versions }))
}
