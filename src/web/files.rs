//! Pictures and files, for those who see what they belong to.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::get,
};

use crate::{
    access::Viewer,
    app::App,
    domain::attachment::AttachmentId,
    error::Error,
    http::{Path, Problem, Snapshot, files::Download},
    media::{Kind, Size},
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/photos/{id}/{size}", get(picture))
        .route("/files/{id}", get(original))
        .route("/files/{id}/download", get(download))
}

async fn picture(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path((id, size)): Path<(AttachmentId, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let size = match size.as_str() {
        "small" => Size::Small,
        "large" => Size::Large,
        _ => return Err(Error::NotFound.into()),
    };
    let attachment = viewer.attachment(&rows, id)?;
    let shown = app
        .media
        .picture(attachment.blob, attachment.rotation, size)
        .await?;
    Download {
        path: shown.path,
        media_type: shown.media_type.to_owned(),
        save_as: None,
    }
    .send(request)
    .await
}

async fn original(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
    request: Request,
) -> Result<Response, Problem> {
    let attachment = viewer.attachment(&rows, id)?.body;
    let shows = Kind::shows_media_type_inline(&attachment.media_type);
    let save_as = (!shows).then_some(attachment.file_name);
    let path = app.media.blobs().path(attachment.blob);
    Download {
        path,
        media_type: attachment.media_type,
        save_as,
    }
    .send(request)
    .await
}

async fn download(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
    request: Request,
) -> Result<Response, Problem> {
    let attachment = viewer.attachment(&rows, id)?.body;
    let path = app.media.blobs().path(attachment.blob);
    Download {
        path,
        media_type: attachment.media_type,
        save_as: Some(attachment.file_name),
    }
    .send(request)
    .await
}
