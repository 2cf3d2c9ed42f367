//! `/v1/check`: whether something is reported stolen.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse,
};
use serde::Deserialize;
use serde_json::json;

use super::entries;
use crate::{
    domain::text,
    protocol::entry::MarkKind,
    registry::{
        client::Client,
        operations::checks::{Match, Note},
        problem::Reply,
        refusal::Refusal,
        service::Registry,
    },
};

/// What somebody has in their hand. It stands in the body, for addresses are written down everywhere.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    kind: MarkKind,
    value: String,
}

/// `POST /v1/check`.
pub(super) async fn check(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    body: Bytes,
) -> Reply<impl IntoResponse> {
    let asked: Asked = serde_json::from_slice(&body).map_err(Refusal::malformed)?;
    if !text::fits(&asked.value, text::NAME) {
        return Err(Refusal::malformed("value: too long").into());
    }
    let kind = asked.kind.0;
    let now = registry.clock.now();
    let found = registry.check(from, kind, asked.value).await?;
    let matches: Vec<_> = found.matches.iter().map(told).collect();
    let notes: Vec<_> = found.notes.iter().copied().map(Note::key).collect();
    let said =
        json!({ "result": found.result.key(), "matches": matches, "notes": notes, "checked": now });
    Ok((
        [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))],
        Json(said),
    ))
}

fn told(found: &Match) -> serde_json::Value {
    let mut json = entries::told(&found.entry);
    json["kind"] = found.kind.key().into();
    json
}
