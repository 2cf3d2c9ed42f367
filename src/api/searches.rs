//! `/searches`: views of the things that somebody gave a name.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{Routes, Shared, json::Json, revision::Created, wire::Filter};
use crate::{
    access::Viewer,
    actions::saved_searches,
    domain::saved_search::{SavedSearch, SavedSearchId},
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Row,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(remove))
}

/// A saved search.
#[derive(Serialize, ToSchema)]
struct Search {
    /// Which.
    id: Uuid,
    /// The number of the change that made it.
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

impl From<&Row<SavedSearch>> for Search {
    fn from(row: &Row<SavedSearch>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            person: row.person.uuid(),
            fields: SearchFields {
                name: row.name.clone(),
                query: row.query.clone(),
                shared: row.shared,
            },
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

/// Remove a saved search of your own
#[utoipa::path(delete, path = "/searches/{id}", tag = "searches",
    responses((status = NO_CONTENT, description = "It is gone")))]
async fn remove(
    State(app): Shared,
    viewer: Viewer,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| saved_searches::remove(store, &viewer, id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
