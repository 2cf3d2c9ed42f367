//! `/bin`: what was removed in the last thirty days.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    wire::{Attachment, Item, Place},
};
use crate::{
    access::{Editor, Manager},
    actions::bin::{self, Binned},
    domain::item::ItemId,
    error::{Error, Result},
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(empty))
        .routes(routes!(purge))
}

/// What is in the bin, the latest first.
#[derive(Serialize, ToSchema)]
struct Bin {
    /// Things.
    items: Vec<Item>,
    /// Places.
    places: Vec<Place>,
    /// Photos and documents.
    attachments: Vec<Attachment>,
}

/// List what is in the bin
///
/// Each noun takes its own out again: `POST /items/{id}/restore`, and so on.
#[utoipa::path(get, path = "/bin", tag = "bin",
    responses((status = OK, body = Bin, description = "What is in it")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Bin>, Problem> {
    let contents = bin::contents(&rows, editor.viewer())?;
    let attachments = contents.attachments.iter();
    Ok(Sent(Bin {
        items: contents.items.iter().map(Into::into).collect(),
        places: contents.places.iter().map(Into::into).collect(),
        attachments: attachments.map(|row| Attachment::new(row, 0)).collect(),
    }))
}

/// Empty the bin for good
///
/// Of all that you see.
#[utoipa::path(post, path = "/bin/empty", tag = "bin",
    responses((status = NO_CONTENT, description = "It is empty")))]
async fn empty(State(app): Shared, manager: Manager) -> Result<StatusCode, Problem> {
    let emptied = app.change(move |store| bin::empty(store, &manager)).await?;
    app.forget(&emptied.value)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Remove a thing in the bin for good
#[utoipa::path(delete, path = "/bin/items/{id}", tag = "bin",
    responses((status = NO_CONTENT, description = "It is gone")))]
async fn purge(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<ItemId>,
) -> Result<StatusCode, Problem> {
    let purged = app
        .change(move |store| {
            if manager.editor().item(&store.read()?, id)?.binned.is_none() {
                return Err(Error::NotFound);
            }
            bin::purge(store, &manager, &[Binned::Item(id)])
        })
        .await?;
    app.forget(&purged.value)?;
    Ok(StatusCode::NO_CONTENT)
}
