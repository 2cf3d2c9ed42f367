//! `/searches`: views of the things that somebody gave a name.

use axum::{Json as Sent, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::{Json, Patch},
    revision::{Created, Known, Seen, Tagged},
    wire::Filter,
};
use crate::{
    access::Viewer,
    actions::saved_searches,
    domain::saved_search::{SavedSearch, SavedSearchId},
    error::{Error, Result},
    http::{Path, Problem, Snapshot},
    store::Row,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
}

/// A saved search.
#[derive(Serialize, ToSchema)]
struct Search {
    /// Which.
    id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    revision: u64,
    /// Whose.
    person: Uuid,
    #[serde(flatten)]
    fields: SearchFields,
}

/// What is said about a saved search.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SearchFields {
    /// What it is called.
    name: String,
    /// The query string of the view, as `GET /items` takes it.
    #[schema(examples("q=cykel&sort=name"))]
    query: String,
    /// Whether the rest of the household sees it too.
    #[serde(default)]
    shared: bool,
}

impl From<&SavedSearch> for SearchFields {
    fn from(search: &SavedSearch) -> Self {
        Self {
            name: search.name.clone(),
            query: search.query.clone(),
            shared: search.shared,
        }
    }
}

impl From<&Row<SavedSearch>> for Search {
    fn from(row: &Row<SavedSearch>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            person: row.person.uuid(),
            fields: (&row.body).into(),
        }
    }
}

/// Saved searches.
#[derive(Serialize, ToSchema)]
struct Searches {
    /// Your own, and those that are shared, by name.
    searches: Vec<Search>,
}

/// List saved searches
#[utoipa::path(get, path = "/searches", tag = "searches",
    responses((status = OK, body = Searches, description = "The searches")))]
async fn list(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Searches>, Problem> {
    let all = saved_searches::list(&rows, &viewer)?;
    Ok(Sent(Searches {
        searches: all.iter().map(Into::into).collect(),
    }))
}

/// Save a search
#[utoipa::path(post, path = "/searches", tag = "searches", request_body = SearchFields,
    responses((status = CREATED, body = Search, description = "The search", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    viewer: Viewer,
    Json(fields): Json<SearchFields>,
) -> Result<Created<Search>, Problem> {
    let query = Filter::read(&fields.query)?.0.first_page();
    let row = app
        .change(move |store| {
            let query = query.to_query_string();
            saved_searches::save(store, &viewer, &fields.name, &query, fields.shared)
        })
        .await?
        .value;
    Ok(Created {
        at: format!("/searches/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a saved search
#[utoipa::path(get, path = "/searches/{id}", tag = "searches", params(Known),
    responses((status = OK, body = Search, description = "The search", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<SavedSearchId>,
    known: Known,
) -> Result<Response, Problem> {
    let all = saved_searches::list(&rows, &viewer)?;
    let row = all.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    Ok(known.answer(row.revision, || Ok(Search::from(row)))?)
}

/// Change a saved search of your own
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/searches/{id}", tag = "searches", params(Seen), request_body = SearchFields,
    responses((status = OK, body = Search, description = "The search as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    viewer: Viewer,
    Path(id): Path<SavedSearchId>,
    Seen(seen): Seen,
    patch: Patch<SearchFields>,
) -> Result<Tagged<Search>, Problem> {
    let row = app
        .change(move |store| {
            let present = saved_searches::own(&store.read()?, &viewer, id)?;
            let fields = patch.onto(&(&present.body).into())?;
            let query = Filter::read(&fields.query)?.0.first_page();
            let query = query.to_query_string();
            let (name, shared) = (&fields.name, fields.shared);
            saved_searches::change(store, &viewer, id, seen, name, &query, shared)
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Remove a saved search of your own
#[utoipa::path(delete, path = "/searches/{id}", tag = "searches", params(Seen),
    responses((status = NO_CONTENT, description = "It is gone")))]
async fn remove(
    State(app): Shared,
    viewer: Viewer,
    Path(id): Path<SavedSearchId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| saved_searches::remove(store, &viewer, id, seen))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
