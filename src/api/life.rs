//! `/items/{id}/life`: the life of a thing.

use axum::{Json as Sent, extract::State};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Routes, Shared, revision::live, wire::Life};
use crate::{
    access::Viewer,
    actions,
    domain::item::ItemId,
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(life))
}

/// Get the life of a thing
///
/// How it came, what happened to it, and how it left. A guest is told of the thing, and not of what was done with it.
#[utoipa::path(get, path = "/items/{id}/life", tag = "memories",
    responses((status = OK, body = Life, description = "What happened, the earliest first")))]
async fn life(
    State(app): Shared,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<Life>, Problem> {
    let item = live(viewer.item(&rows, item)?)?;
    let events = actions::life::of_item(&rows, &viewer, app.store.clock(), &item)?;
    Ok(Sent(Life {
        events: events.iter().map(Into::into).collect(),
    }))
}
