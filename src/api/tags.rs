//! `/tags`: the words that the household puts on things.

use std::collections::HashMap;

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::{Json, Patch},
    revision::{Created, Seen, Tagged},
};
use crate::{
    access::{Editor, Manager, Viewer},
    actions::tags,
    domain::{
        query::ItemQuery,
        tag::{self, TagId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::{Row, Rows},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, rename, remove))
}

/// A tag.
#[derive(Serialize, ToSchema)]
struct Tag {
    /// Which.
    id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    revision: u64,
    /// The word.
    name: String,
}

impl From<&Row<tag::Tag>> for Tag {
    fn from(row: &Row<tag::Tag>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            name: row.name.clone(),
        }
    }
}

/// A tag with how much it is used.
#[derive(Serialize, ToSchema)]
struct CountedTag {
    #[serde(flatten)]
    tag: Tag,
    /// How many things in use have it, as far as you see.
    things: u32,
}

/// Tags.
#[derive(Serialize, ToSchema)]
struct Tags {
    /// The tags, by name.
    tags: Vec<CountedTag>,
}

/// What is said about a tag.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TagFields {
    /// The word.
    name: String,
}

/// List tags
///
/// A guest gets those of the things that they see.
#[utoipa::path(get, path = "/tags", tag = "tags",
    responses((status = OK, body = Tags, description = "The tags")))]
async fn list(State(app): Shared, viewer: Viewer, look: Look) -> Result<Sent<Tags>, Problem> {
    let query = ItemQuery::default().with_limit(1);
    let (rows, listing) = app.list(&viewer, &query, look.lang, true).await?;
    let things = listing.results.counts.unwrap_or_default().tags;
    let mut all = rows.all::<tag::Tag>()?;
    all.retain(|row| viewer.editor().is_ok() || count(&things, row) > 0);
    all.sort_by_cached_key(|row| row.name.to_lowercase());
    let tags = all.iter().map(|row| CountedTag {
        tag: row.into(),
        things: count(&things, row),
    });
    Ok(Sent(Tags {
        tags: tags.collect(),
    }))
}

fn count(things: &HashMap<Uuid, u32>, row: &Row<tag::Tag>) -> u32 {
    things.get(&row.id.uuid()).copied().unwrap_or_default()
}

/// Add a tag
///
/// A word that is a tag already, however it is written, is that tag.
#[utoipa::path(post, path = "/tags", tag = "tags", request_body = TagFields,
    responses((status = CREATED, body = Tag, description = "The tag", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Json(fields): Json<TagFields>,
) -> Result<Created<Tag>, Problem> {
    let row = app
        .change(move |store| tags::add(store, &editor, &fields.name))
        .await?
        .value;
    Ok(Created {
        at: format!("/tags/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a tag
#[utoipa::path(get, path = "/tags/{id}", tag = "tags",
    responses((status = OK, body = Tag, description = "The tag", headers(("ETag")))))]
async fn show(
    _: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<TagId>,
) -> Result<Tagged<Tag>, Problem> {
    let row = rows.live(id)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Rename a tag
///
/// A name that another tag has joins the two; the answer is the tag that stays.
#[utoipa::path(patch, path = "/tags/{id}", tag = "tags", params(Seen), request_body = TagFields,
    responses((status = OK, body = Tag, description = "The tag as it is now", headers(("ETag")))))]
async fn rename(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<TagId>,
    Seen(seen): Seen,
    patch: Patch<TagFields>,
) -> Result<Tagged<Tag>, Problem> {
    let row = app
        .change(move |store| {
            let name = store.read()?.live(id)?.body.name;
            let fields = patch.onto(&TagFields { name })?;
            tags::rename(store, &manager, id, seen, &fields.name)
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Remove a tag
///
/// Also from the things that have it.
#[utoipa::path(delete, path = "/tags/{id}", tag = "tags", params(Seen),
    responses((status = NO_CONTENT, description = "It is gone")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<TagId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| tags::remove(store, &manager, id, seen))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
