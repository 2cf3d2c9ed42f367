//! `/memories`: the stories that go with things, with their photos and recordings.

use axum::{
    Json as Sent,
    extract::{Request, State},
    http::StatusCode,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use super::{
    DefaultBodyLimit, Routes, Shared, arrival,
    attachments::{self, Attachments, Files, Uploaded},
    belonging,
    json::Patch,
    revision::{Created, Seen, Tagged, live},
    wire::{Memory, MemoryFields, MemoryVersion},
};
use crate::{
    access::{Editor, Viewer},
    actions::memories,
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::ItemId,
        memory::{self, MemoryId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    ui::look::Look,
};

/// The routes of this file. An upload is as long as its files, each of which has a limit of its own.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
        .routes(routes!(photos_of_memory, add_photos_to_memory).layer(DefaultBodyLimit::disable()))
        .routes(
            routes!(documents_of_memory, add_documents_to_memory)
                .layer(DefaultBodyLimit::disable()),
        )
}

/// Memories.
#[derive(Serialize, ToSchema)]
struct Memories {
    /// The memories.
    memories: Vec<Memory>,
}

/// List memories
///
/// All that you see, the latest told first.
#[utoipa::path(get, path = "/memories", tag = "memories",
    responses((status = OK, body = Memories, description = "The memories")))]
async fn list(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Memories>, Problem> {
    let memories = memories::all(&rows, &viewer)?;
    Ok(Sent(Memories {
        memories: memories.iter().map(|(memory, _)| memory.into()).collect(),
    }))
}

/// List the memories of a thing
#[utoipa::path(get, path = "/items/{id}/memories", tag = "memories",
    responses((status = OK, body = Memories, description = "The memories, the earliest first")))]
async fn of_item(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<Memories>, Problem> {
    live(viewer.item(&rows, item)?)?;
    let memories = memories::of_item(&rows, item)?;
    Ok(Sent(Memories {
        memories: memories.iter().map(Into::into).collect(),
    }))
}

/// Tell a memory of a thing
///
/// What it is about is enough. Photos, sound and films come after, each to the memory.
#[utoipa::path(post, path = "/items/{id}/memories", tag = "memories", request_body = MemoryFields,
    responses((status = CREATED, body = Memory, description = "The memory", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<MemoryFields>,
) -> Result<Created<Memory>, Problem> {
    let fields = fields.onto(&MemoryFields::default())?;
    let details = fields.read()?;
    belonging::add::<memory::Memory, _>(&app, editor, item, "/memories", details).await
}

/// Get a memory
#[utoipa::path(get, path = "/memories/{id}", tag = "memories",
    responses((status = OK, body = Memory, description = "The memory", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<MemoryId>,
) -> Result<Tagged<Memory>, Problem> {
    belonging::get(&rows, &viewer, id)
}

/// Change a memory
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/memories/{id}", tag = "memories", params(Seen), request_body = MemoryFields,
    responses((status = OK, body = Memory, description = "The memory as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<MemoryId>,
    Seen(seen): Seen,
    patch: Patch<MemoryFields>,
) -> Result<Tagged<Memory>, Problem> {
    belonging::change(&app, editor, id, seen, patch, |fields, _| fields.read()).await
}

/// Remove a memory
///
/// Puts it into the bin, its photos and recordings with it.
#[utoipa::path(delete, path = "/memories/{id}", tag = "memories", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<MemoryId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    belonging::remove(&app, editor, id, seen).await
}

/// Take a memory out of the bin
#[utoipa::path(post, path = "/memories/{id}/restore", tag = "memories",
    responses((status = OK, body = Memory, description = "The memory", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<MemoryId>,
) -> Result<Tagged<Memory>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a memory has been.
#[derive(Serialize, ToSchema)]
struct MemoryHistory {
    /// Every version, the newest first.
    versions: Vec<MemoryVersion>,
}

/// List every version of a memory
#[utoipa::path(get, path = "/memories/{id}/history", tag = "memories",
    responses((status = OK, body = MemoryHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<MemoryId>,
) -> Result<Sent<MemoryHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| MemoryVersion {
        action,
        memory: row.into(),
    })?;
    Ok(Sent(MemoryHistory { versions }))
}

/// List a memory's photos
#[utoipa::path(get, path = "/memories/{id}/photos", tag = "photos",
    responses((status = OK, body = Attachments, description = "The photos, in their order")))]
async fn photos_of_memory(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<MemoryId>,
) -> Result<Sent<Attachments>, Problem> {
    let of = Bearer::Memory(id);
    Ok(Sent(attachments::of_bearer(
        &rows,
        &viewer,
        AttachmentKind::Photo,
        of,
    )?))
}

/// Add photos to a memory
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/memories/{id}/photos", tag = "photos",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_photos_to_memory(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<MemoryId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Memory(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Photo, request).await?)
}

/// List a memory's documents
#[utoipa::path(get, path = "/memories/{id}/documents", tag = "documents",
    responses((status = OK, body = Attachments, description = "The documents, in their order")))]
async fn documents_of_memory(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<MemoryId>,
) -> Result<Sent<Attachments>, Problem> {
    let of = Bearer::Memory(id);
    Ok(Sent(attachments::of_bearer(
        &rows,
        &viewer,
        AttachmentKind::Document,
        of,
    )?))
}

/// Add documents to a memory
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/memories/{id}/documents", tag = "documents",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_documents_to_memory(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<MemoryId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Memory(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Document, request).await?)
}
