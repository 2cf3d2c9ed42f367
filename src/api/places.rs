//! `/places`: homes, and the rooms, cupboards and boxes in them.

use std::collections::HashMap;

use axum::{Json as Sent, extract::State, http::StatusCode, response::Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Known, Seen, Tagged, live},
    wire::{Item, Money, Place, PlaceFields, PlaceNode, PlaceVersion},
};
use crate::{
    access::{Editor, Manager, Viewer},
    actions::{household, items, places},
    domain::{
        id::Id,
        money,
        place::{self, PlaceId, PlaceKind},
        query::ItemQuery,
    },
    error::{Error, Result},
    http::{Path, Problem, Snapshot},
    store::{Relation, Row, Rows},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(tree))
        .routes(routes!(show, change, remove))
        .routes(routes!(children))
        .routes(routes!(totals))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Places.
#[derive(Serialize, ToSchema)]
struct Places {
    /// The places, by name.
    places: Vec<Place>,
}

/// The places that somebody sees, by name.
fn seen(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<place::Place>>> {
    let mut seen = Vec::new();
    for row in rows.all::<place::Place>()? {
        match viewer.place(rows, row.id) {
            Ok(row) => seen.push(row),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    seen.sort_by_cached_key(|row| row.details.name.to_lowercase());
    Ok(seen)
}

/// List all places
#[utoipa::path(get, path = "/places", tag = "places",
    responses((status = OK, body = Places, description = "The places")))]
async fn list(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Places>, Problem> {
    let places = seen(&rows, &viewer)?;
    Ok(Sent(Places {
        places: places.iter().map(Into::into).collect(),
    }))
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
async fn tree(State(app): Shared, viewer: Viewer, look: Look) -> Result<Sent<Tree>, Problem> {
    let query = ItemQuery::default().with_limit(1);
    let (rows, listing) = app.list(&viewer, &query, look.lang, true).await?;
    let things = listing.results.counts.unwrap_or_default().places;
    let all = seen(&rows, &viewer)?;
    let ids: Vec<PlaceId> = all.iter().map(|row| row.id).collect();
    let mut inside: HashMap<Option<PlaceId>, Vec<&Row<place::Place>>> = HashMap::new();
    for row in &all {
        let parent = row.details.parent.filter(|parent| ids.contains(parent));
        inside.entry(parent).or_default().push(row);
    }
    Ok(Sent(Tree {
        places: nodes(None, &inside, &things),
    }))
}

fn nodes(
    parent: Option<PlaceId>,
    inside: &HashMap<Option<PlaceId>, Vec<&Row<place::Place>>>,
    things: &HashMap<Uuid, u32>,
) -> Vec<PlaceNode> {
    let here = inside.get(&parent).into_iter().flatten();
    here.map(|row| PlaceNode {
        id: row.id.uuid(),
        number: row.number.get(),
        name: row.details.name.clone(),
        kind: row.details.kind,
        things: things.get(&row.id.uuid()).copied().unwrap_or_default(),
        places: nodes(Some(row.id), inside, things),
    })
    .collect()
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

/// How much is in a place, everything beneath it included.
#[derive(Serialize, ToSchema)]
struct Totals {
    /// How many things.
    things: u64,
    /// How many pieces, each thing times its quantity.
    pieces: u64,
    /// What they are worth together, in the household's currency.
    value: Money,
}

/// Get how much is in a place
///
/// Counts the things in use in it and anywhere beneath it.
#[utoipa::path(get, path = "/places/{id}/totals", tag = "places",
    responses((status = OK, body = Totals, description = "How much")))]
async fn totals(
    State(app): Shared,
    viewer: Viewer,
    look: Look,
    Path(id): Path<PlaceId>,
) -> Result<Sent<Totals>, Problem> {
    let query = ItemQuery::default()
        .with_place(Some(id.uuid()))
        .with_limit(1);
    let (rows, listing) = app.list(&viewer, &query, look.lang, false).await?;
    live(viewer.place(&rows, id)?)?;
    let currency = household::current(&rows)?.currency;
    Ok(Sent(Totals {
        things: listing.results.total,
        pieces: listing.results.pieces,
        value: money::Money::new(listing.results.value, currency).into(),
    }))
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
    viewer.place(&rows, id)?;
    let mut versions = Vec::new();
    for row in rows.versions(id)? {
        let change = rows.change(row.revision.get())?;
        versions.push(PlaceVersion {
            action: change.map(|change| change.action).unwrap_or_default(),
            place: (&row).into(),
        });
    }
    Ok(Sent(PlaceHistory { versions }))
}
