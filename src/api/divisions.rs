//! `/divisions`: property divided among parties, and each move in that.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::{Json, Patch},
    revision::{Created, Seen, Tagged, live},
    wire::{Division, DivisionFields, DivisionMove, DivisionRead, ThingsWanted},
};
use crate::{
    access::Manager,
    actions::{
        divisions::{self, Board},
        narrowing::Wanted,
    },
    app::App,
    domain::{division, division::DivisionId},
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Row,
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(fill))
        .routes(routes!(play))
        .routes(routes!(restore))
}

/// Divisions of property.
#[derive(Serialize, ToSchema)]
struct Divisions {
    /// The divisions, the latest first.
    divisions: Vec<Division>,
}

/// List divisions of property
#[utoipa::path(get, path = "/divisions", tag = "divisions",
    responses((status = OK, body = Divisions, description = "The divisions")))]
async fn list(manager: Manager, Snapshot(rows): Snapshot) -> Result<Sent<Divisions>, Problem> {
    let divisions = divisions::list(&rows, &manager)?;
    Ok(Sent(Divisions {
        divisions: divisions.iter().map(Into::into).collect(),
    }))
}

/// A division, and what it is of.
#[derive(Deserialize, ToSchema)]
#[serde(try_from = "serde_json::Map<String, serde_json::Value>")]
struct NewDivision {
    /// What a person says about it.
    #[serde(flatten)]
    fields: DivisionFields,
    /// Which things are divided.
    things: ThingsWanted,
}

impl TryFrom<serde_json::Map<String, serde_json::Value>> for NewDivision {
    type Error = serde_json::Error;

    fn try_from(
        mut all: serde_json::Map<String, serde_json::Value>,
    ) -> Result<Self, serde_json::Error> {
        let things = match all.remove("things") {
            Some(things) => serde_json::from_value(things)?,
            None => ThingsWanted::default(),
        };
        let fields = serde_json::from_value(all.into())?;
        Ok(Self { fields, things })
    }
}

/// Add a division of property
///
/// Of the things that `things` asks for and you see, each at its value in the archive. Separate property and clothes are
/// apart from the beginning.
#[utoipa::path(post, path = "/divisions", tag = "divisions", request_body = NewDivision,
    responses((status = CREATED, body = DivisionRead, description = "The division", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    manager: Manager,
    look: Look,
    Json(new): Json<NewDivision>,
) -> Result<Created<DivisionRead>, Problem> {
    let wanted = wanted(&app, &manager, &new.things, &look).await?;
    let by = manager.clone();
    let row = app
        .change(move |store| divisions::add(store, &by, new.fields.into(), &wanted))
        .await?
        .value;
    Ok(Created {
        at: format!("/divisions/{}", row.id),
        revision: row.revision,
        body: told(&app, &manager, &row)?,
    })
}

/// Which things are asked for, the search looked up.
async fn wanted(
    app: &App,
    manager: &Manager,
    things: &ThingsWanted,
    look: &Look,
) -> Result<Wanted> {
    let mut wanted = things.wanted();
    let viewer = manager.viewer();
    if let Some(mut found) = app.found(viewer, &things.search, look.lang).await? {
        if let Some(items) = wanted.found {
            found.retain(|id| items.contains(id));
        }
        wanted.found = Some(found);
    }
    Ok(wanted)
}

fn told(app: &App, manager: &Manager, row: &Row<division::Division>) -> Result<DivisionRead> {
    let board = Board::of(&app.store.read()?, manager.viewer(), row)?;
    Ok(DivisionRead::new(row, &board))
}

/// Get a division of property
///
/// With every lot that you see, and how the parties stand with those.
#[utoipa::path(get, path = "/divisions/{id}", tag = "divisions",
    responses((status = OK, body = DivisionRead, description = "The division", headers(("ETag")))))]
async fn show(
    manager: Manager,
    Snapshot(rows): Snapshot,
    Path(id): Path<DivisionId>,
) -> Result<Tagged<DivisionRead>, Problem> {
    let row = live(divisions::one(&rows, &manager, id)?)?;
    let board = Board::of(&rows, manager.viewer(), &row)?;
    Ok(Tagged(row.revision, DivisionRead::new(&row, &board)))
}

/// Change a division of property
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/divisions/{id}", tag = "divisions", params(Seen), request_body = DivisionFields,
    responses((status = OK, body = DivisionRead, description = "The division as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<DivisionId>,
    Seen(seen): Seen,
    patch: Patch<DivisionFields>,
) -> Result<Tagged<DivisionRead>, Problem> {
    let by = manager.clone();
    let row = app
        .change(move |store| {
            divisions::adjust(store, &by, id, seen, |details| {
                *details = patch.onto(&DivisionFields::from(&*details))?.into();
                Ok(())
            })
        })
        .await?
        .value;
    Ok(Tagged(row.revision, told(&app, &manager, &row)?))
}

/// Remove a division of property
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/divisions/{id}", tag = "divisions", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<DivisionId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(divisions::one(&store.read()?, &manager, id)?)?;
        divisions::remove(store, &manager, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Put things into a division of property
///
/// What is in it already stays as it is.
#[utoipa::path(post, path = "/divisions/{id}/lots", tag = "divisions", request_body = ThingsWanted,
    responses((status = OK, body = DivisionRead, description = "The division as it is now", headers(("ETag")))))]
async fn fill(
    State(app): Shared,
    manager: Manager,
    look: Look,
    Path(id): Path<DivisionId>,
    Json(things): Json<ThingsWanted>,
) -> Result<Tagged<DivisionRead>, Problem> {
    let wanted = wanted(&app, &manager, &things, &look).await?;
    let by = manager.clone();
    let row = app
        .change(move |store| divisions::fill(store, &by, id, &wanted))
        .await?
        .value;
    Ok(Tagged(row.revision, told(&app, &manager, &row)?))
}

/// Make a move in a division of property
///
/// It can be sent as often as need be: a move whose outcome is there already changes nothing. Where somebody else has moved
/// since, it is refused with 412, so that no two take the same thing, or the same turn.
#[utoipa::path(post, path = "/divisions/{id}/moves", tag = "divisions", request_body = DivisionMove,
    responses((status = OK, body = DivisionRead, description = "The division as it is now", headers(("ETag")))))]
async fn play(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<DivisionId>,
    Json(made): Json<DivisionMove>,
) -> Result<Tagged<DivisionRead>, Problem> {
    let made = made.read()?;
    let by = manager.clone();
    let row = app
        .change(move |store| divisions::play(store, &by, id, &made))
        .await?
        .value;
    Ok(Tagged(row.revision, told(&app, &manager, &row)?))
}

/// Take a division of property out of the bin
#[utoipa::path(post, path = "/divisions/{id}/restore", tag = "divisions",
    responses((status = OK, body = DivisionRead, description = "The division", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<DivisionId>,
) -> Result<Tagged<DivisionRead>, Problem> {
    let by = manager.clone();
    let row = app
        .change(move |store| divisions::restore(store, &by, id))
        .await?
        .value;
    Ok(Tagged(row.revision, told(&app, &manager, &row)?))
}
