//! `/rounds/{id}/sightings`: what inventory rounds found out about things.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared, belonging,
    json::Json,
    revision::{Tagged, live, step},
    wire::Sighting,
};
use crate::{
    access::Editor,
    actions::{
        answers::{self, Answer},
        belongings, rounds,
        sightings::{self, Found},
    },
    domain::{
        id::Id,
        item::ItemId,
        round::RoundId,
        sighting::{self, Finding, SightingId},
    },
    error::Result,
    http::{Path, Problem, Query, Snapshot},
    store::Revision,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(of_round))
        .routes(routes!(answer, take_back))
        .routes(routes!(of_item))
        .routes(routes!(restore))
}

/// Sightings.
#[derive(Serialize, ToSchema)]
struct Sightings {
    /// The sightings, in the order they were entered.
    sightings: Vec<Sighting>,
}

/// List what an inventory round found
#[utoipa::path(get, path = "/rounds/{id}/sightings", tag = "sightings",
    responses((status = OK, body = Sightings, description = "The sightings")))]
async fn of_round(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
) -> Result<Sent<Sightings>, Problem> {
    live(rounds::one(&rows, &editor, id)?)?;
    let found = answers::seen_on_walk::<sighting::Sighting>(&rows, editor.viewer(), id)?;
    Ok(Sent(Sightings {
        sightings: found.iter().map(|(found, _)| found.into()).collect(),
    }))
}

/// What somebody says of a thing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SightingAnswer {
    /// What they found.
    finding: Finding,
    /// The place in which it is, where it was moved. It lies there from then on.
    #[serde(default)]
    to: Option<Uuid>,
    /// What else is to be said, in Markdown; `null` leaves what was said.
    #[serde(default)]
    note: Option<String>,
    /// The revision of the answer that they saw when they gave theirs; `null` where nobody had answered.
    #[serde(default)]
    #[schema(format = "uint64")]
    known: Option<u64>,
}

/// Answer for a thing on an inventory round
///
/// It can be sent as often as need be: what says what is there already changes nothing. Where somebody else has answered
/// otherwise since, it is refused with 412, and nobody's answer is lost unseen.
#[utoipa::path(put, path = "/rounds/{id}/sightings/{item}", tag = "sightings", request_body = SightingAnswer,
    responses((status = OK, body = Sighting, description = "The sighting", headers(("ETag")))))]
async fn answer(
    State(app): Shared,
    editor: Editor,
    Path((round, item)): Path<(RoundId, ItemId)>,
    Json(said): Json<SightingAnswer>,
) -> Result<Tagged<Sighting>, Problem> {
    let answer = Answer::<sighting::Sighting> {
        walk: round,
        item,
        said: Found {
            finding: said.finding,
            to: said.to.map(Id::from_uuid),
            note: said.note,
        },
        known: said.known.map(Revision::new),
    };
    step(&app, move |store| answers::mark(store, &editor, answer)).await
}

/// Which answer is taken back.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Known {
    /// Its revision, as they saw it.
    #[param(format = "uint64")]
    known: Option<u64>,
}

/// Take back an answer on an inventory round
///
/// What was moved is put back. Where nobody has answered, nothing changes; where somebody has answered otherwise since, it is
/// refused with 412.
#[utoipa::path(delete, path = "/rounds/{id}/sightings/{item}", tag = "sightings", params(Known),
    responses((status = NO_CONTENT, description = "It is taken back")))]
async fn take_back(
    State(app): Shared,
    editor: Editor,
    Path((round, item)): Path<(RoundId, ItemId)>,
    Query(Known { known }): Query<Known>,
) -> Result<StatusCode, Problem> {
    let known = known.map(Revision::new);
    app.change(move |store| sightings::take_back(store, &editor, round, item, known))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List what inventory rounds found out about a thing
#[utoipa::path(get, path = "/items/{id}/sightings", tag = "sightings",
    responses((status = OK, body = Sightings, description = "The sightings")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Sightings>, Problem> {
    live(editor.viewer().item(&rows, id)?)?;
    let found = belongings::seen_of_item::<sighting::Sighting>(&rows, editor.viewer(), id)?;
    Ok(Sent(Sightings {
        sightings: found.iter().map(Into::into).collect(),
    }))
}

/// Take an answer out of the bin
#[utoipa::path(post, path = "/sightings/{id}/restore", tag = "sightings",
    responses((status = OK, body = Sighting, description = "The sighting", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<SightingId>,
) -> Result<Tagged<Sighting>, Problem> {
    belonging::restore(&app, editor, id).await
}
