//! `/incidents`: what happened, with photos and papers, and what it did to things.

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
    json::{Json, Patch},
    revision::{Created, Seen, Tagged, live, step, with_actions},
    wire::{Incident, IncidentFields, IncidentVersion, NewIncident},
};
use crate::{
    access::Editor,
    actions::incidents,
    domain::{
        attachment::{AttachmentKind, Bearer},
        id::Id,
        incident::IncidentId,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    ui::look::Look,
};

/// The routes of this file. An upload is as long as its files, each of which has a limit of its own.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
        .routes(
            routes!(photos_of_incident, add_photos_to_incident).layer(DefaultBodyLimit::disable()),
        )
        .routes(
            routes!(documents_of_incident, add_documents_to_incident)
                .layer(DefaultBodyLimit::disable()),
        )
}

/// Incidents.
#[derive(Serialize, ToSchema)]
struct Incidents {
    /// The incidents, the latest first.
    incidents: Vec<Incident>,
}

/// List incidents
#[utoipa::path(get, path = "/incidents", tag = "incidents",
    responses((status = OK, body = Incidents, description = "The incidents")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Incidents>, Problem> {
    let incidents = incidents::list(&rows, editor.viewer())?;
    Ok(Sent(Incidents {
        incidents: incidents.iter().map(Into::into).collect(),
    }))
}

/// Enter an incident
///
/// Its kind is enough. Of the `items` it says that they are gone by it, in the same change.
#[utoipa::path(post, path = "/incidents", tag = "incidents", request_body = NewIncident,
    responses((status = CREATED, body = Incident, description = "The incident", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Json(new): Json<NewIncident>,
) -> Result<Created<Incident>, Problem> {
    let details = new.fields.read()?;
    let gone: Vec<_> = new.items.into_iter().map(Id::from_uuid).collect();
    let row = app
        .change(move |store| incidents::add(store, &editor, details, &gone))
        .await?
        .value;
    Ok(Created {
        at: format!("/incidents/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get an incident
#[utoipa::path(get, path = "/incidents/{id}", tag = "incidents",
    responses((status = OK, body = Incident, description = "The incident", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Tagged<Incident>, Problem> {
    let row = live(editor.viewer().incident(&rows, id)?)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change an incident
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/incidents/{id}", tag = "incidents", params(Seen), request_body = IncidentFields,
    responses((status = OK, body = Incident, description = "The incident as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<IncidentId>,
    Seen(seen): Seen,
    patch: Patch<IncidentFields>,
) -> Result<Tagged<Incident>, Problem> {
    step(&app, move |store| {
        incidents::adjust(store, &editor, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read()?;
            Ok(())
        })
    })
    .await
}

/// Remove an incident
///
/// Puts it into the bin, with what it did: what it took is back.
#[utoipa::path(delete, path = "/incidents/{id}", tag = "incidents", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<IncidentId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(editor.incident(&store.read()?, id)?)?;
        incidents::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take an incident out of the bin
#[utoipa::path(post, path = "/incidents/{id}/restore", tag = "incidents",
    responses((status = OK, body = Incident, description = "The incident", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<IncidentId>,
) -> Result<Tagged<Incident>, Problem> {
    step(&app, move |store| incidents::restore(store, &editor, id)).await
}

/// What an incident has been.
#[derive(Serialize, ToSchema)]
struct IncidentHistory {
    /// Every version, the newest first.
    versions: Vec<IncidentVersion>,
}

/// List every version of an incident
#[utoipa::path(get, path = "/incidents/{id}/history", tag = "incidents",
    responses((status = OK, body = IncidentHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Sent<IncidentHistory>, Problem> {
    let versions = editor.viewer().incident_versions(&rows, id)?;
    let versions = with_actions(&rows, versions)?.into_iter();
    Ok(Sent(IncidentHistory {
        versions: versions
            .map(|(action, row)| IncidentVersion {
                action,
                incident: (&row).into(),
            })
            .collect(),
    }))
}

/// List an incident's photos
#[utoipa::path(get, path = "/incidents/{id}/photos", tag = "photos",
    responses((status = OK, body = Attachments, description = "The photos, in their order")))]
async fn photos_of_incident(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Incident(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Photo,
        of,
    )?))
}

/// Add photos to an incident
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/incidents/{id}/photos", tag = "photos",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_photos_to_incident(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<IncidentId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Incident(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Photo, request).await?)
}

/// List an incident's documents
#[utoipa::path(get, path = "/incidents/{id}/documents", tag = "documents",
    responses((status = OK, body = Attachments, description = "The documents, in their order")))]
async fn documents_of_incident(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Incident(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Document,
        of,
    )?))
}

/// Add documents to an incident
///
/// A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/incidents/{id}/documents", tag = "documents",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_documents_to_incident(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<IncidentId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Incident(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Document, request).await?)
}
