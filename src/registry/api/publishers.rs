//! `/v1/publishers`: who publishes, and with which key.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode, response::IntoResponse};
use serde::{Deserialize, Serialize};

use super::signed::SignedRequest;
use crate::{
    protocol::{Flaw, key::KeyId},
    registry::{
        client::Client,
        limits::What,
        operations::publishers::{Register, Rotate},
        problem::Reply,
        publisher::Publisher,
        refusal::Refusal,
        service::Registry,
    },
};

/// A publisher, as it is told of itself.
#[derive(Serialize)]
struct PublisherRead {
    level: u8,
    active: u32,
    /// How many entries may be listed at once; `null` for as many as it likes.
    limit: Option<u32>,
    suspended: bool,
}

impl From<&Publisher> for PublisherRead {
    fn from(publisher: &Publisher) -> Self {
        let limit = publisher.level.entries();
        Self {
            level: publisher.level.number(),
            active: publisher.active,
            limit: (limit < u32::MAX).then_some(limit),
            suspended: publisher.suspended.is_some(),
        }
    }
}

/// The key that somebody wants to be known by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewKey {
    key: KeyId,
}

fn new_key(body: &[u8]) -> Result<KeyId, Refusal> {
    let new: NewKey = serde_json::from_slice(body).map_err(Refusal::malformed)?;
    Ok(new.key)
}

/// `POST /v1/publishers`: makes the key that has signed this known.
pub(super) async fn register(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let sender = request.sender()?;
    if new_key(&request.body)? != sender.signed.key {
        return Err(Flaw::BadKey.into());
    }
    registry.count(from, &[What::Publisher]).await?;
    let id = registry.clock.id();
    let registered = registry.answer(Register { sender, id }).await?;
    let status = if registered.is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(PublisherRead::from(&registered.publisher))))
}

/// `POST /v1/publishers/self/keys`: puts another key in the place of the one that is known. Both have signed this.
pub(super) async fn rotate(
    State(registry): State<Arc<Registry>>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let new = new_key(&request.body)?;
    let (first, Some(second)) = request.senders else {
        return Err(Flaw::MissingComponent.into());
    };
    let (sender, other) = if first.signed.key == new {
        (second, first)
    } else {
        (first, second)
    };
    if other.signed.key != new {
        return Err(Flaw::BadKey.into());
    }
    let publisher = registry.answer(Rotate { sender, new }).await?;
    Ok(Json(PublisherRead::from(&publisher)))
}
