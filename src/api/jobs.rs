//! `/jobs`: what was done for things, with papers and photos.

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
    revision::{Created, Seen, Tagged},
    upkeep::seen,
    wire::{Job, JobFields, JobVersion},
};
use crate::{
    access::Editor,
    actions::jobs,
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::ItemId,
        job::{self, JobId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    ui::look::Look,
};

/// The routes of this file. An upload is as long as its files, each of which has a limit of its own.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
        .routes(routes!(photos, add_photos).layer(DefaultBodyLimit::disable()))
        .routes(routes!(documents, add_documents).layer(DefaultBodyLimit::disable()))
}

/// What was done.
#[derive(Serialize, ToSchema)]
struct Jobs {
    /// The jobs, the latest first.
    jobs: Vec<Job>,
}

/// List what was done for a thing
#[utoipa::path(get, path = "/items/{id}/jobs", tag = "jobs",
    responses((status = OK, body = Jobs, description = "The jobs, the latest first")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<Jobs>, Problem> {
    seen(&rows, &editor, item)?;
    let jobs = jobs::of_item(&rows, item)?;
    Ok(Sent(Jobs {
        jobs: jobs.iter().map(Into::into).collect(),
    }))
}

/// Enter what was done for a thing
///
/// What was done is enough: it was today. With `plan` it fulfils that, and the next time is counted from it.
#[utoipa::path(post, path = "/items/{id}/jobs", tag = "jobs", request_body = JobFields,
    responses((status = CREATED, body = Job, description = "The job", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<JobFields>,
) -> Result<Created<Job>, Problem> {
    let fields = fields.onto(&JobFields::default())?;
    let details = fields.read(app.store.clock().today())?;
    belonging::add::<job::Job, _>(&app, editor, item, "/jobs", details).await
}

/// Get a job
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs",
    responses((status = OK, body = Job, description = "The job", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<JobId>,
) -> Result<Tagged<Job>, Problem> {
    belonging::get(&rows, editor.viewer(), id)
}

/// Change a job
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/jobs/{id}", tag = "jobs", params(Seen), request_body = JobFields,
    responses((status = OK, body = Job, description = "The job as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<JobId>,
    Seen(seen): Seen,
    patch: Patch<JobFields>,
) -> Result<Tagged<Job>, Problem> {
    belonging::change(&app, editor, id, seen, patch, JobFields::read).await
}

/// Remove a job
///
/// Puts it into the bin, its papers and photos with it.
#[utoipa::path(delete, path = "/jobs/{id}", tag = "jobs", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<JobId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    belonging::remove(&app, editor, id, seen).await
}

/// Take a job out of the bin
#[utoipa::path(post, path = "/jobs/{id}/restore", tag = "jobs",
    responses((status = OK, body = Job, description = "The job", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<JobId>,
) -> Result<Tagged<Job>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a job has been.
#[derive(Serialize, ToSchema)]
struct JobHistory {
    /// Every version, the newest first.
    versions: Vec<JobVersion>,
}

/// List every version of a job
#[utoipa::path(get, path = "/jobs/{id}/history", tag = "jobs",
    responses((status = OK, body = JobHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<JobId>,
) -> Result<Sent<JobHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| JobVersion {
        action,
        job: row.into(),
    })?;
    Ok(Sent(JobHistory { versions }))
}

/// List a job's photos
#[utoipa::path(get, path = "/jobs/{id}/photos", tag = "photos",
    responses((status = OK, body = Attachments, description = "The photos, in their order")))]
async fn photos(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<JobId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Job(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Photo,
        of,
    )?))
}

/// Add photos to a job
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/jobs/{id}/photos", tag = "photos",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_photos(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<JobId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Job(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Photo, request).await?)
}

/// List a job's documents
#[utoipa::path(get, path = "/jobs/{id}/documents", tag = "documents",
    responses((status = OK, body = Attachments, description = "The documents, in their order")))]
async fn documents(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<JobId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Job(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Document,
        of,
    )?))
}

/// Add documents to a job
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/jobs/{id}/documents", tag = "documents",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_documents(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<JobId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Job(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Document, request).await?)
}
