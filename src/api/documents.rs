//! `/documents`: receipts, manuals and other papers of things and places.

use axum::{
    Json as Sent,
    extract::{Request, State},
    http::StatusCode,
    response::Response,
};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use super::{
    DefaultBodyLimit, Routes, Shared, arrival,
    attachments::{self, Attachments, Files, Goal, Listed, Of, Uploaded, Wants},
    json::{Json, Patch},
    revision::{Known, Seen, Tagged},
    wire::{Attachment, AttachmentFields},
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        attachment::{AttachmentId, AttachmentKind, Bearer},
        item::ItemId,
        place::PlaceId,
    },
    error::Result,
    http::{Path, Problem, Query, Snapshot},
    ui::look::Look,
};

const KIND: AttachmentKind = AttachmentKind::Document;

/// The routes of this file. An upload is as long as its files, each of which has a limit of its own.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(DefaultBodyLimit::disable()))
        .routes(routes!(of_item, add_to_item).layer(DefaultBodyLimit::disable()))
        .routes(routes!(of_place, add_to_place).layer(DefaultBodyLimit::disable()))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(move_to))
        .routes(routes!(content))
}

/// List documents
///
/// Those of one thing or place in their order, else all that you see in the order in which they were added.
#[utoipa::path(get, path = "/documents", tag = "documents", params(Listed),
    responses((status = OK, body = Attachments, description = "The documents")))]
async fn list(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Query(listed): Query<Listed>,
) -> Result<Sent<Attachments>, Problem> {
    Ok(Sent(attachments::list(&rows, &viewer, KIND, &listed)?))
}

/// Add documents
///
/// To the thing or the place that the query names. Any file is kept as it is, a picture that cannot be read too. A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/documents", tag = "documents", params(Of),
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn create(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Query(of): Query<Of>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = of.bearer()?;
    Ok(arrival::receive(&app, editor, &look, of, KIND, request).await?)
}

/// List a thing's documents
#[utoipa::path(get, path = "/items/{id}/documents", tag = "documents",
    responses((status = OK, body = Attachments, description = "The documents, in their order")))]
async fn of_item(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Attachments>, Problem> {
    let of = Bearer::Item(id);
    Ok(Sent(attachments::of_bearer(&rows, &viewer, KIND, of)?))
}

/// Add documents to a thing
///
/// Any file is kept as it is, a picture that cannot be read too. A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/items/{id}/documents", tag = "documents",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_to_item(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<ItemId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Item(id);
    Ok(arrival::receive(&app, editor, &look, of, KIND, request).await?)
}

/// List a place's documents
#[utoipa::path(get, path = "/places/{id}/documents", tag = "documents",
    responses((status = OK, body = Attachments, description = "The documents, in their order")))]
async fn of_place(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlaceId>,
) -> Result<Sent<Attachments>, Problem> {
    let of = Bearer::Place(id);
    Ok(Sent(attachments::of_bearer(&rows, &viewer, KIND, of)?))
}

/// Add documents to a place
///
/// Any file is kept as it is, a picture that cannot be read too. A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/places/{id}/documents", tag = "documents",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_to_place(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<PlaceId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Place(id);
    Ok(arrival::receive(&app, editor, &look, of, KIND, request).await?)
}

/// Get what is known of a document
#[utoipa::path(get, path = "/documents/{id}", tag = "documents", params(Known),
    responses((status = OK, body = Attachment, description = "The document", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
    known: Known,
) -> Result<Response, Problem> {
    Ok(attachments::show(&rows, &viewer, KIND, id, &known)?)
}

/// Change the words under a document, and where it stands
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/documents/{id}", tag = "documents", params(Seen), request_body = AttachmentFields,
    responses((status = OK, body = Attachment, description = "The document as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<AttachmentId>,
    Seen(seen): Seen,
    patch: Patch<AttachmentFields>,
) -> Result<Tagged<Attachment>, Problem> {
    Ok(attachments::change(&app, editor, KIND, id, seen, patch).await?)
}

/// Remove a document
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/documents/{id}", tag = "documents", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<AttachmentId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    Ok(attachments::remove(&app, editor, KIND, id, seen).await?)
}

/// Take a document out of the bin
#[utoipa::path(post, path = "/documents/{id}/restore", tag = "documents",
    responses((status = OK, body = Attachment, description = "The document", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<AttachmentId>,
) -> Result<Tagged<Attachment>, Problem> {
    Ok(attachments::restore(&app, editor, KIND, id).await?)
}

/// Move a document to another thing or place
///
/// It comes after those that are there.
#[utoipa::path(post, path = "/documents/{id}/move", tag = "documents", params(Seen), request_body = Goal,
    responses((status = OK, body = Attachment, description = "The document where it is now", headers(("ETag")))))]
async fn move_to(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<AttachmentId>,
    Seen(seen): Seen,
    Json(goal): Json<Goal>,
) -> Result<Tagged<Attachment>, Problem> {
    Ok(attachments::move_to(&app, editor, KIND, id, seen, &goal).await?)
}

/// Get the file of a document
///
/// The original byte for byte, or a picture that fits a screen. A part of it can be asked for by `Range`.
#[utoipa::path(get, path = "/documents/{id}/content", tag = "documents", params(Wants),
    responses((status = OK, body = Vec<u8>, content_type = "*/*", description = "The file")))]
async fn content(
    State(app): Shared,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
    Query(wants): Query<Wants>,
    request: Request,
) -> Result<Response, Problem> {
    let row = attachments::seen(&rows, &viewer, KIND, id)?;
    attachments::content(&app, row, &wants, request).await
}
