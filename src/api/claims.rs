//! `/claims` and `/items/{id}/claims`: what was wrong with things, who was asked to put it right, and what came of it.

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
    json::{Json, Patch},
    revision::{Created, Seen, Tagged, live, step},
    wire::{Claim, ClaimFields, ClaimVersion},
};
use crate::{
    access::Editor,
    actions::{belongings, claims},
    domain::{
        attachment::{AttachmentKind, Bearer},
        claim::{self, ClaimId},
        item::ItemId,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Row,
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
        .routes(routes!(papers, add_papers).layer(DefaultBodyLimit::disable()))
}

/// Claims.
#[derive(Serialize, ToSchema)]
struct Claims {
    /// The claims: the open ones first, then the latest.
    claims: Vec<Claim>,
}

impl From<Vec<Row<claim::Claim>>> for Claims {
    fn from(rows: Vec<Row<claim::Claim>>) -> Self {
        Self {
            claims: rows.iter().map(Into::into).collect(),
        }
    }
}

/// List claims
#[utoipa::path(get, path = "/claims", tag = "claims",
    responses((status = OK, body = Claims, description = "The claims")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Claims>, Problem> {
    Ok(Sent(claims::list(&rows, editor.viewer())?.into()))
}

/// List the claims about a thing
#[utoipa::path(get, path = "/items/{id}/claims", tag = "claims",
    responses((status = OK, body = Claims, description = "The claims")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Claims>, Problem> {
    live(editor.viewer().item(&rows, id)?)?;
    Ok(Sent(claims::of_item(&rows, editor.viewer(), id)?.into()))
}

/// Add a claim about a thing
#[utoipa::path(post, path = "/items/{id}/claims", tag = "claims", request_body = ClaimFields,
    responses((status = CREATED, body = Claim, description = "The claim", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ItemId>,
    Json(fields): Json<ClaimFields>,
) -> Result<Created<Claim>, Problem> {
    let details = fields.read(app.store.clock().today())?;
    belonging::add::<claim::Claim, _>(&app, editor, id, "/claims", details).await
}

/// Get a claim
#[utoipa::path(get, path = "/claims/{id}", tag = "claims",
    responses((status = OK, body = Claim, description = "The claim", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
) -> Result<Tagged<Claim>, Problem> {
    let row = live(editor.viewer().of_thing(&rows, id)?)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change a claim
///
/// A JSON merge patch (RFC 7396). To open it again, say `null` of both `outcome` and `closed`.
#[utoipa::path(patch, path = "/claims/{id}", tag = "claims", params(Seen), request_body = ClaimFields,
    responses((status = OK, body = Claim, description = "The claim as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ClaimId>,
    Seen(seen): Seen,
    patch: Patch<ClaimFields>,
) -> Result<Tagged<Claim>, Problem> {
    let today = app.store.clock().today();
    step(&app, move |store| {
        belongings::adjust(store, &editor, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read(today)?;
            Ok(())
        })
    })
    .await
}

/// Remove a claim
///
/// Puts it into the bin, its papers with it.
#[utoipa::path(delete, path = "/claims/{id}", tag = "claims", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ClaimId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(editor.of_thing(&store.read()?, id)?)?;
        belongings::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a claim out of the bin
#[utoipa::path(post, path = "/claims/{id}/restore", tag = "claims",
    responses((status = OK, body = Claim, description = "The claim", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ClaimId>,
) -> Result<Tagged<Claim>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a claim has been.
#[derive(Serialize, ToSchema)]
struct ClaimHistory {
    /// Every version, the newest first.
    versions: Vec<ClaimVersion>,
}

/// List every version of a claim
#[utoipa::path(get, path = "/claims/{id}/history", tag = "claims",
    responses((status = OK, body = ClaimHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
) -> Result<Sent<ClaimHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| ClaimVersion {
        action,
        claim: row.into(),
    })?;
    Ok(Sent(ClaimHistory { versions }))
}

/// List a claim's papers
///
/// They are documents: `/documents/{id}/content` has the file.
#[utoipa::path(get, path = "/claims/{id}/documents", tag = "claims",
    responses((status = OK, body = Attachments, description = "The papers, in their order")))]
async fn papers(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Claim(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Document,
        of,
    )?))
}

/// Add papers to a claim
///
/// After those that are there. A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/claims/{id}/documents", tag = "claims",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_papers(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<ClaimId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Claim(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Document, request).await?)
}
