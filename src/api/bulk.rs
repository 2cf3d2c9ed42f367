//! `/items/bulk`: many things at once, one change, one undo.

use axum::{Json as Sent, extract::State};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Json,
    wire::{Archived, BulkRequest, BulkResult, Filter, Item},
};
use crate::{
    access::Editor,
    actions::bulk,
    domain::id::Id,
    error::{Error, Result},
    http::Problem,
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(change_many))
}

/// Change many things at once
///
/// All of them, or, when one of them cannot be changed, none.
#[utoipa::path(post, path = "/items/bulk", tag = "items", request_body = BulkRequest,
    responses((status = OK, body = BulkResult, description = "What came of it")))]
async fn change_many(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Json(request): Json<BulkRequest>,
) -> Result<Sent<BulkResult>, Problem> {
    let operation = request.operation.read()?;
    let items = match (request.query, request.ids) {
        (Some(query), ids) if ids.is_empty() => {
            let Filter(query) = Filter::read(&query)?;
            app.list_ids(editor.viewer(), &query, look.lang).await?
        }
        (None, ids) => ids.into_iter().map(Id::from_uuid).collect(),
        (Some(_), _) => return Err(Error::invalid("ids", "api-two-selections").into()),
    };
    let saved = app
        .change(move |store| bulk::apply(store, &editor, &items, &operation))
        .await
        .map_err(|error| Item::told(Archived::told(error)))?;
    Ok(Sent(BulkResult {
        count: saved.value,
        change: saved.change,
    }))
}
