//! The embedded files, sent to be kept for ever: their address changes when they do.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::{extract::Path, reply::Problem};
use crate::{error::Error, ui::asset};

/// `GET /assets/{version}/{*path}`.
pub(super) async fn show(
    Path((version, path)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let asset = asset::get(&path).ok_or(Error::NotFound)?;
    let current = version == asset::VERSION.as_str();
    let keep = if current {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(asset.media_type),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
    ];
    Ok((headers, asset.bytes).into_response())
}
