//! Files on their way in: kept, or refused by name while the rest is kept.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{Of, back, done};
use crate::{
    access::Editor,
    actions::attachments,
    app::App,
    domain::attachment::{Attachment, Bearer},
    error::Error,
    http::{
        Problem, Visit,
        upload::{Uploads, Wanted, refuse},
    },
    store::Row,
    web::page::refusals::refusals,
};

/// `POST …/photos`.
pub(super) async fn photos(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Of(of): Of,
    request: Request,
) -> Result<Response, Problem> {
    receive(&app, visit, editor, of, request, Wanted::Photos).await
}

/// `POST …/documents`.
pub(super) async fn documents(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Of(of): Of,
    request: Request,
) -> Result<Response, Problem> {
    receive(&app, visit, editor, of, request, Wanted::Documents).await
}

async fn receive(
    app: &Arc<App>,
    visit: Visit,
    editor: Editor,
    of: Bearer,
    request: Request,
    wanted: Wanted,
) -> Result<Response, Problem> {
    // Before the files come: nobody fills the disk for something that they may not change.
    editor.bearer(&app.store.read()?, of)?;
    let to = back(request.headers(), of);
    let uploads = Uploads::receive(&app.media, request, wanted).await?;
    let (kept, refused) = Uploads::sort(uploads.files);
    if kept.is_empty() && refused.is_empty() {
        return Err(Error::invalid("file", "error-no-file").into());
    }
    let count = kept.len();
    let saved = app
        .change(move |store| attachments::add_many(store, &editor, of, kept))
        .await?;
    if !refused.is_empty() {
        return Ok(if visit.json {
            refuse(&refused, visit.look.lang)
        } else {
            refusals(&visit.look, count, &refused, &to)
        });
    }
    if visit.json {
        let files: Vec<_> = saved.value.iter().map(told).collect();
        return Ok((StatusCode::CREATED, Json(json!({ "files": files }))).into_response());
    }
    Ok(done(app, &visit, "attachment-add", to, saved.undo()))
}

fn told(attachment: &Row<Attachment>) -> serde_json::Value {
    json!({
        "id": attachment.id,
        "name": attachment.file_name,
        "href": format!("/files/{}", attachment.id),
    })
}
