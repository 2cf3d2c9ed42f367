//! `/items/many`: an inventory that somebody keeps elsewhere, taken in at once.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};
use uuid::Uuid;

use super::{
    DefaultBodyLimit, Routes, Shared,
    json::Json,
    wire::{Item, ItemFields},
};
use crate::{
    access::Editor,
    actions::items,
    domain::item::Details,
    error::{Error, Result, take_each},
    http::Problem,
};

/// How many things are taken at once, and how many bytes of them: what they take as JSON is held in memory whole.
const MOST: usize = 10_000;
const BYTES: usize = 16_000_000;

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(create_many).layer(DefaultBodyLimit::max(BYTES)))
}

/// Things to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ManyItems {
    /// The things, each as `POST /items` takes it.
    #[schema(max_items = 10_000)]
    items: Vec<ItemFields>,
}

/// Things that were added.
#[derive(Serialize, ToSchema)]
struct ManyAdded {
    /// Which they are, in the order in which they were given.
    ids: Vec<Uuid>,
    /// The number of the change, which `POST /changes/{number}/undo` takes back.
    change: u64,
}

/// Add many things at once
///
/// All of them in one change, or, when one of them cannot be taken, none: `errors` names each field by its thing, as
/// `items[3].name`.
#[utoipa::path(post, path = "/items/many", tag = "items", request_body = ManyItems,
    responses((status = CREATED, body = ManyAdded, description = "The things")))]
async fn create_many(
    State(app): Shared,
    editor: Editor,
    Json(ManyItems { items }): Json<ManyItems, BYTES>,
) -> Result<(StatusCode, Sent<ManyAdded>), Problem> {
    let all = read(items)?;
    let saved = app
        .change(move |store| items::add_many(store, &editor, all))
        .await
        .map_err(Item::told)?;
    let added = ManyAdded {
        ids: saved.value.iter().map(|row| row.id.uuid()).collect(),
        change: saved.change,
    };
    Ok((StatusCode::CREATED, Sent(added)))
}

fn read(items: Vec<ItemFields>) -> Result<Vec<Details>> {
    if items.len() > MOST {
        return Err(Error::TooLarge {
            limit: MOST as u64,
            unit: "items",
        });
    }
    take_each("items", items, ItemFields::read)
}
