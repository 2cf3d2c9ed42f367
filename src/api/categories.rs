//! `/categories`: the two-level list of what sorts of things there are.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Seen, Tagged},
};
use crate::{
    access::{Manager, Viewer},
    actions::categories::{self, CategoryDraft},
    domain::{
        category::{self, CategoryId},
        id::Id,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::{Row, Rows},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show_shipped))
        .routes(routes!(show, change, remove))
}

/// A category.
#[derive(Serialize, ToSchema)]
struct Category {
    /// Which.
    id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    revision: u64,
    /// Its key in the list that comes with the product, when it is from there.
    key: Option<String>,
    /// The word for its drawing.
    icon: String,
    #[serde(flatten)]
    fields: CategoryFields,
}

/// What a person says about a category.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct CategoryFields {
    /// Its Swedish name; one of the names may be empty.
    sv: String,
    /// Its English name.
    en: String,
    /// The category that it belongs to, which belongs to none itself.
    parent: Option<Uuid>,
}

impl From<&Row<category::Category>> for Category {
    fn from(row: &Row<category::Category>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            key: row.key.clone(),
            icon: row.icon.clone(),
            fields: (&row.body).into(),
        }
    }
}

impl From<&category::Category> for CategoryFields {
    fn from(category: &category::Category) -> Self {
        Self {
            sv: category.sv.clone(),
            en: category.en.clone(),
            parent: category.parent.map(Id::uuid),
        }
    }
}

impl From<CategoryFields> for CategoryDraft {
    fn from(fields: CategoryFields) -> Self {
        Self {
            sv: fields.sv,
            en: fields.en,
            parent: fields.parent.map(Id::from_uuid),
        }
    }
}

/// Categories.
#[derive(Serialize, ToSchema)]
struct Categories {
    /// Each top category, and then what is in it.
    categories: Vec<Category>,
}

/// List categories
#[utoipa::path(get, path = "/categories", tag = "categories",
    responses((status = OK, body = Categories, description = "The categories")))]
async fn list(_: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Categories>, Problem> {
    let all = categories::ordered(&rows)?;
    Ok(Sent(Categories {
        categories: all.iter().map(Into::into).collect(),
    }))
}

/// Add a category
#[utoipa::path(post, path = "/categories", tag = "categories", request_body = CategoryFields,
    responses((status = CREATED, body = Category, description = "The category", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    manager: Manager,
    fields: Patch<CategoryFields>,
) -> Result<Created<Category>, Problem> {
    let draft = fields.onto(&CategoryFields::default())?.into();
    let row = app
        .change(move |store| categories::add(store, &manager, &draft))
        .await?
        .value;
    Ok(Created {
        at: format!("/categories/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a category
#[utoipa::path(get, path = "/categories/{id}", tag = "categories",
    responses((status = OK, body = Category, description = "The category", headers(("ETag")))))]
async fn show(
    _: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<CategoryId>,
) -> Result<Tagged<Category>, Problem> {
    let row = rows.live(id)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change a category
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/categories/{id}", tag = "categories", params(Seen), request_body = CategoryFields,
    responses((status = OK, body = Category, description = "The category as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<CategoryId>,
    Seen(seen): Seen,
    patch: Patch<CategoryFields>,
) -> Result<Tagged<Category>, Problem> {
    let row = app
        .change(move |store| {
            let present = store.read()?.live(id)?;
            let draft = patch.onto(&(&present.body).into())?.into();
            categories::change(store, &manager, id, seen, &draft)
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Remove a category
///
/// Its things, and the categories in it, move up to its parent.
#[utoipa::path(delete, path = "/categories/{id}", tag = "categories", params(Seen),
    responses((status = NO_CONTENT, description = "It is gone")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<CategoryId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| categories::remove(store, &manager, id, seen))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Show the shipped categories again
///
/// Those that the household has removed come back; those that it has renamed or moved stay so.
#[utoipa::path(post, path = "/categories/shipped", tag = "categories",
    responses((status = OK, body = Categories, description = "The categories")))]
async fn show_shipped(State(app): Shared, manager: Manager) -> Result<Sent<Categories>, Problem> {
    app.change(move |store| categories::show_shipped(store, &manager))
        .await?;
    let all = categories::ordered(&app.store.read()?)?;
    Ok(Sent(Categories {
        categories: all.iter().map(Into::into).collect(),
    }))
}
