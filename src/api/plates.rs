//! `/photos/{id}/reading`: what a photo of a rating plate or a box says of the thing.

use axum::{Json as Sent, extract::State, http::StatusCode};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Routes, Shared, attachments, wire::PlateRead};
use crate::{
    access::{Editor, Viewer},
    domain::attachment::{AttachmentId, AttachmentKind, Bearer},
    error::{Error, Result},
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(reading, ask))
}

/// Get what a photo says of its thing
///
/// On this machine alone, and only once somebody has asked for it: `reading` is `unasked` before. Nothing of it is the thing's until
/// somebody says so.
#[utoipa::path(get, path = "/photos/{id}/reading", tag = "photos",
    responses((status = OK, body = PlateRead, description = "What was read")))]
async fn reading(
    State(app): Shared,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
) -> Result<Sent<PlateRead>, Problem> {
    let photo = attachments::seen(&rows, &viewer, AttachmentKind::Photo, id)?;
    let read = app.plate_of(&photo)?;
    Ok(Sent(PlateRead::new(id, &read)))
}

/// Have a photo of a thing read
///
/// It takes a few seconds, in the background.
#[utoipa::path(post, path = "/photos/{id}/reading", tag = "photos",
    responses((status = ACCEPTED, body = PlateRead, description = "How far it has come")))]
async fn ask(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
) -> Result<(StatusCode, Sent<PlateRead>), Problem> {
    let photo = attachments::seen(&rows, editor.viewer(), AttachmentKind::Photo, id)?;
    let photo = editor.attachment(&rows, photo.id)?;
    if !matches!(photo.of, Bearer::Item(_)) {
        return Err(Error::NotFound.into());
    }
    app.ask_for_plate(&photo);
    let read = app.plate_of(&photo)?;
    Ok((StatusCode::ACCEPTED, Sent(PlateRead::new(id, &read))))
}
