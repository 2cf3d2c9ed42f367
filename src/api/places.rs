//! `/places`: homes, and the rooms, cupboards and boxes in them.

use axum::{Json as Sent, extract::State, http::StatusCode, response::Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Known, Seen, Tagged, live, with_actions},
    wire::{Item, Place, PlaceFields, PlaceNode, PlaceVersion, Total},
};
use crate::{
    access::{Editor, Manager, Viewer},
    actions::{
        items,
        places::{self, Branch},
        totals::{self, Totals},
    },
    domain::{
        id::Id,
        place::{self, PlaceId, PlaceKind},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::{Relation, Rows},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(tree))
        .routes(routes!(show, change, remove))
        .routes(routes!(children))
        .routes(routes!(total))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Places.
#[derive(Serialize, ToSchema)]
struct Places {
    /// The places: each home by name, and then what is in it.
    places: Vec<Place>,
}

/// List all places
#[utoipa::path(get, path = "/places", tag = "places",
    responses((status = OK, body = Places, description = "The places")))]
async fn list(
    viewer: Viewer,
    look: Look,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Places>, Problem> {
    let mut all = Vec::new();
    flatten(&places::tree(&rows, &viewer, look.lang)?, &mut all);
    Ok(Sent(Places { places: all }))
}

fn flatten(branches: &[Branch], all: &mut Vec<Place>) {
    for branch in branches {
        all.push((&branch.place).into());
        flatten(&branch.inner, all);
    }
}

/// Homes, with all that is in them.
#[derive(Serialize, ToSchema)]
struct Tree {
    /// The homes, by name.
    places: Vec<PlaceNode>,
}

/// Get the places as a tree
///
/// A place whose parent you do not see stands at the top.
#[utoipa::path(get, path = "/places/tree", tag = "places",
    responses((status = OK, body = Tree, description = "The tree")))]
async fn tree(viewer: Viewer, look: Look, Snapshot(rows): Snapshot) -> Result<Sent<Tree>, Problem> {
    let totals = totals::of_places(&rows, &viewer)?;
    let branches = places::tree(&rows, &viewer, look.lang)?;
    Ok(Sent(Tree {
        places: nodes(branches, &totals),
    }))
}

fn nodes(branches: Vec<Branch>, totals: &Totals<place::Place>) -> Vec<PlaceNode> {
    let nodes = branches
        .into_iter()
        .map(|Branch { place, inner }| PlaceNode {
            id: place.id.uuid(),
            number: place.number.get(),
            total: (&totals.of(place.id)).into(),
            kind: place.details.kind,
            name: place.body.details.name,
            places: nodes(inner, totals),
        });
    nodes.collect()
}

/// Add a place
///
/// A name is enough: that is a home.
#[utoipa::path(post, path = "/places", tag = "places", request_body = PlaceFields,
    responses((status = CREATED, body = Place, description = "The place", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    fields: Patch<PlaceFields>,
) -> Result<Created<Place>, Problem> {
    let fields = fields.onto(&PlaceFields::default())?;
    let parent = match fields.parent {
        Some(parent) => rows.find::<place::Place>(Id::from_uuid(parent))?,
        None => None,
    };
    let usual = parent.map_or(PlaceKind::House, |row| row.details.kind.usual_child());
    let details = fields.read(usual);
    let row = app
        .change(move |store| places::add(store, &editor, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/places/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a place
#[utoipa::path(get, path = "/places/{id}", tag = "places", params(Known),
    responses((status = OK, body = Place, description = "The place", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlaceId>,
    known: Known,
) -> Result<Response, Problem> {
    let row = live(viewer.place(&rows, id)?)?;
    Ok(known.answer(row.revision, || Ok(Place::from(&row)))?)
}

/// Change a place
///
/// A JSON merge patch (RFC 7396). With another `parent`, all that is in it moves along.
#[utoipa::path(patch, path = "/places/{id}", tag = "places", params(Seen), request_body = PlaceFields,
    responses((status = OK, body = Place, description = "The place as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<PlaceId>,
    Seen(seen): Seen,
    patch: Patch<PlaceFields>,
) -> Result<Tagged<Place>, Problem> {
    let row = app
        .change(move |store| {
            places::adjust(store, &editor, id, seen, |details| {
                *details = patch.onto(&(&*details).into())?.read(PlaceKind::Other);
                Ok(())
            })
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Remove a place
///
/// Puts it into the bin. What was in it moves one level out: nothing is removed with it.
#[utoipa::path(delete, path = "/places/{id}", tag = "places", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<PlaceId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(manager.editor().place(&store.read()?, id)?)?;
        places::remove(store, &manager, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is in a place itself, and not deeper.
#[derive(Serialize, ToSchema)]
struct Children {
    /// The places in it, by name.
    places: Vec<Place>,
    /// The things in it, the first one entered first.
    items: Vec<Item>,
}

/// List what is in a place itself
///
/// For the things beneath it too, `GET /items` takes `place`.
#[utoipa::path(get, path = "/places/{id}/children", tag = "places",
    responses((status = OK, body = Children, description = "What is in it")))]
async fn children(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlaceId>,
) -> Result<Sent<Children>, Problem> {
    live(viewer.place(&rows, id)?)?;
    let mut places = Vec::new();
    for inner in rows.referring_to::<place::Place, _>(Relation::In, id)? {
        places.extend(live(viewer.place(&rows, inner)?).ok());
    }
    places.sort_by_cached_key(|row| row.details.name.to_lowercase());
    let mut things = Vec::new();
    for item in items::within(&rows, id)? {
        let row = rows.get(item)?;
        if row.binned.is_none() && viewer.sees(&rows, &row)? {
            things.push(Item::from(&row));
        }
    }
    Ok(Sent(Children {
        places: places.iter().map(Into::into).collect(),
        items: things,
    }))
}

/// Get how much is in a place
///
/// Counts the things in use in it and anywhere beneath it.
#[utoipa::path(get, path = "/places/{id}/total", tag = "places",
    responses((status = OK, body = Total, description = "How much")))]
async fn total(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlaceId>,
) -> Result<Sent<Total>, Problem> {
    live(viewer.place(&rows, id)?)?;
    Ok(Sent((&totals::of_places(&rows, &viewer)?.of(id)).into()))
}

/// Take a place out of the bin
///
/// It comes back empty, and at the top when what it was in is gone.
#[utoipa::path(post, path = "/places/{id}/restore", tag = "places",
    responses((status = OK, body = Place, description = "The place", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<PlaceId>,
) -> Result<Tagged<Place>, Problem> {
    let row = app
        .change(move |store| places::restore(store, &manager, id))
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// What a place has been.
#[derive(Serialize, ToSchema)]
struct PlaceHistory {
    /// Every version, the newest first.
    versions: Vec<PlaceVersion>,
}

/// List every version of a place
#[utoipa::path(get, path = "/places/{id}/history", tag = "places",
    responses((status = OK, body = PlaceHistory, description = "The versions")))]
async fn versions(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlaceId>,
) -> Result<Sent<PlaceHistory>, Problem> {
    let versions = with_actions(&rows, viewer.place_versions(&rows, id)?)?.into_iter();
    let told = versions.map(|(action, row)| PlaceVersion {
        action,
        place: (&row).into(),
    });
    Ok(Sent(PlaceHistory {
        versions: told.collect(),
    }))
}
