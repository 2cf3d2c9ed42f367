//! `/items`: the things of the household.

use std::collections::BTreeMap;

use axum::{Json as Sent, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Known, Seen, Tagged, live},
    wire::{Filter, Item, ItemFields, Money},
};
use crate::{
    access::{Editor, Viewer},
    actions::{attachments, household, items},
    domain::{
        attachment::Bearer,
        item::{self, Details, ItemId},
        money, query,
    },
    error::Result,
    http::{Path, Problem, Query, Snapshot},
    index,
    store::{Row, Rows},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(count))
        .routes(routes!(suggest))
        .routes(routes!(show, change, remove))
}

/// A page of things.
#[derive(Serialize, ToSchema)]
#[schema(as = Items)]
struct Page {
    /// The things, in order.
    items: Vec<Listed>,
    /// What `after` says to get the next page; `null` on the last.
    next: Option<String>,
    /// How many things there are on all pages.
    total: u64,
    /// How many pieces they are, each thing times its quantity.
    pieces: u64,
    /// What they are worth together, in the household's currency.
    value: Money,
}

/// A thing in a list.
#[derive(Serialize, ToSchema)]
struct Listed {
    #[serde(flatten)]
    item: Item,
    /// Its first photo.
    cover: Option<Uuid>,
}

fn listed(rows: &impl Rows, row: &Row<item::Item>) -> Result<Listed> {
    let cover = attachments::cover_of(rows, Bearer::Item(row.id))?;
    Ok(Listed {
        item: row.into(),
        cover: cover.map(|cover| cover.id.uuid()),
    })
}

/// List and search things
///
/// Takes the same fields as the addresses of the pages. A search sees every change made before it was asked for.
#[utoipa::path(get, path = "/items", tag = "items", params(Filter),
    responses((status = OK, body = Page, description = "A page of the list")))]
async fn list(
    State(app): Shared,
    viewer: Viewer,
    look: Look,
    Filter(query): Filter,
) -> Result<Sent<Page>, Problem> {
    let (rows, listing) = app.list(&viewer, &query, look.lang, false).await?;
    let currency = household::current(&rows)?.currency;
    let results = &listing.results;
    let items = listing.items.iter().map(|row| listed(&rows, row));
    Ok(Sent(Page {
        items: items.collect::<Result<_>>()?,
        next: results.next.as_ref().map(ToString::to_string),
        total: results.total,
        pieces: results.pieces,
        value: money::Money::new(results.value, currency).into(),
    }))
}

/// How many things each choice of a filter would leave.
#[derive(Serialize, ToSchema)]
struct Counts {
    /// How many there are.
    total: u64,
    /// By place, everything beneath it included.
    places: BTreeMap<Uuid, u32>,
    /// By category, those beneath it included.
    categories: BTreeMap<Uuid, u32>,
    /// By tag.
    tags: BTreeMap<Uuid, u32>,
    /// By owner.
    owners: BTreeMap<Uuid, u32>,
    /// By state.
    states: BTreeMap<String, u32>,
    /// By the year in which they were acquired.
    #[schema(value_type = BTreeMap<String, u32>)]
    years: BTreeMap<i16, u32>,
    /// With a photo, and without.
    photo: YesNo,
    /// With a document, and without.
    document: YesNo,
    /// Insured, and not.
    insured: YesNo,
}

/// How many have something, and how many lack it.
#[derive(Serialize, ToSchema)]
struct YesNo {
    /// How many have it.
    yes: u32,
    /// How many lack it.
    no: u32,
}

impl From<index::YesNo> for YesNo {
    fn from(counts: index::YesNo) -> Self {
        Self {
            yes: counts.yes,
            no: counts.no,
        }
    }
}

/// Count things by each filter
///
/// Each filter is counted as if it alone were not set; tags count what adding one would leave.
#[utoipa::path(get, path = "/items/counts", tag = "items", params(Filter),
    responses((status = OK, body = Counts, description = "The counts")))]
async fn count(
    State(app): Shared,
    viewer: Viewer,
    look: Look,
    Filter(query): Filter,
) -> Result<Sent<Counts>, Problem> {
    let query = query.with_limit(1).first_page();
    let (_, listing) = app.list(&viewer, &query, look.lang, true).await?;
    let counts = listing.results.counts.unwrap_or_default();
    let states = counts.states.into_iter();
    Ok(Sent(Counts {
        total: listing.results.total,
        places: counts.places.into_iter().collect(),
        categories: counts.categories.into_iter().collect(),
        tags: counts.tags.into_iter().collect(),
        owners: counts.owners.into_iter().collect(),
        states: states
            .map(|(state, count): (query::State, u32)| (state.name().to_owned(), count))
            .collect(),
        years: counts.years,
        photo: counts.photo.into(),
        document: counts.document.into(),
        insured: counts.insured.into(),
    }))
}

/// What is being typed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Typed {
    /// The words so far.
    q: String,
    /// At most so many; 8 when nothing is said, 50 at most.
    #[param(minimum = 0, maximum = 50)]
    limit: Option<u16>,
}

/// The things that match a few words best.
#[derive(Serialize, ToSchema)]
struct Suggestions {
    /// The things, the best match first.
    items: Vec<Listed>,
}

/// Suggest things while somebody types
#[utoipa::path(get, path = "/items/suggest", tag = "items", params(Typed),
    responses((status = OK, body = Suggestions, description = "The best matches")))]
async fn suggest(
    State(app): Shared,
    viewer: Viewer,
    look: Look,
    Query(typed): Query<Typed>,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Suggestions>, Problem> {
    let most = typed.limit.unwrap_or(8).min(50);
    let found = app.suggest(&viewer, &typed.q, look.lang, most).await?;
    let items = found.iter().map(|row| listed(&rows, row));
    Ok(Sent(Suggestions {
        items: items.collect::<Result<_>>()?,
    }))
}

/// Add a thing
///
/// A name is enough, and even that can come later: without one the thing waits in the tray.
#[utoipa::path(post, path = "/items", tag = "items", request_body = ItemFields,
    responses((status = CREATED, body = Item, description = "The thing", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    fields: Patch<ItemFields>,
) -> Result<Created<Item>, Problem> {
    let details = fields.onto(&ItemFields::default())?.read()?;
    let saved = app
        .change(move |store| items::add(store, &editor, details))
        .await
        .map_err(Item::told)?;
    Ok(created(&saved.value))
}

/// A thing that was made.
pub(super) fn created(row: &Row<item::Item>) -> Created<Item> {
    Created {
        at: format!("/items/{}", row.id),
        revision: row.revision,
        body: row.into(),
    }
}

/// Get a thing
#[utoipa::path(get, path = "/items/{id}", tag = "items", params(Known),
    responses((status = OK, body = Item, description = "The thing", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    known: Known,
) -> Result<Response, Problem> {
    let row = live(viewer.item(&rows, id)?)?;
    Ok(known.answer(row.revision, || Ok(Item::from(&row)))?)
}

/// Change a thing
///
/// A JSON merge patch (RFC 7396): what is absent stays, what is `null` is cleared, a list is replaced whole.
#[utoipa::path(patch, path = "/items/{id}", tag = "items", params(Seen), request_body = ItemFields,
    responses((status = OK, body = Item, description = "The thing as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Seen(seen): Seen,
    patch: Patch<ItemFields>,
) -> Result<Tagged<Item>, Problem> {
    let saved = app
        .change(move |store| {
            items::adjust(store, &editor, id, seen, |details| {
                *details = patched(details, &patch)?;
                Ok(())
            })
        })
        .await
        .map_err(Item::told)?;
    Ok(Tagged(saved.value.revision, (&saved.value).into()))
}

fn patched(details: &Details, patch: &Patch<ItemFields>) -> Result<Details> {
    let mut present = ItemFields::from(details);
    // A thing is in one place at a time: where it is now says where it is not.
    if patch.gives("place") && !patch.gives("inside") {
        present.inside = None;
    }
    if patch.gives("inside") && !patch.gives("place") {
        present.place = None;
    }
    patch.onto(&present)?.read()
}

/// Remove a thing
///
/// Puts it into the bin with everything attached, from which it can be restored for thirty days.
#[utoipa::path(delete, path = "/items/{id}", tag = "items", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(editor.item(&store.read()?, id)?)?;
        items::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::Id, item::Location};

    fn patch(json: &str) -> Patch<ItemFields> {
        Patch::of(serde_json::from_str(json).unwrap())
    }

    #[test]
    fn what_is_put_in_one_place_is_in_no_other() {
        let place = Uuid::from_u128(7);
        let mut bike = Details::named("Cykel");
        bike.location = Location::Inside(Id::from_uuid(Uuid::from_u128(1)));
        let moved = patched(&bike, &patch(&format!("{{\"place\": \"{place}\"}}"))).unwrap();
        assert_eq!(moved.location, Location::Place(Id::from_uuid(place)));
        let back = patched(&moved, &patch(&format!("{{\"inside\": \"{place}\"}}"))).unwrap();
        assert_eq!(back.location, Location::Inside(Id::from_uuid(place)));
        let both = format!("{{\"inside\": \"{place}\", \"place\": \"{place}\"}}");
        assert!(patched(&bike, &patch(&both)).is_err());
        let nowhere = patched(&bike, &patch("{\"inside\": null}")).unwrap();
        assert_eq!(nowhere.location, Location::Unknown);
        assert_eq!(nowhere.name, "Cykel");
    }
}
