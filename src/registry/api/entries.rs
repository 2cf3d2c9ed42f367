//! `/v1/entries`: what is reported stolen, published by whoever lost it and shown to everybody else.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
    response::IntoResponse,
};
use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::signed::SignedRequest;
use crate::{
    domain::invalid::Invalid,
    protocol::{
        Flaw,
        entry::{Digest, Entry},
        envelope::Envelope,
    },
    registry::{
        listing::EntryId,
        operations::entries::{Own, OwnEntry, PAGE, Publish, Show, Withdraw},
        problem::Reply,
        refusal::Refusal,
        service::Registry,
        shown::Shown,
    },
};

/// `PUT /v1/entries/{id}`: publishes an entry, or tells it anew.
pub(super) async fn publish(
    State(registry): State<Arc<Registry>>,
    Path(id): Path<Uuid>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let sender = request.sender()?;
    let envelope = Envelope::parse(&request.body).map_err(|flaw| match flaw {
        Flaw::Malformed => Refusal::malformed("no envelope"),
        flaw => flaw.into(),
    })?;
    let opened = envelope.open()?;
    if opened.key != sender.signed.key {
        return Err(Flaw::BadSignature.into());
    }
    let entry: Entry = serde_json::from_slice(opened.payload).map_err(Refusal::malformed)?;
    check(&entry, id, &request.address, sender.now)?;
    let taken = registry
        .answer(Publish {
            sender,
            digest: Digest(Sha256::digest(opened.payload).into()),
            entry,
            envelope: request.body.to_vec(),
        })
        .await?;
    let status = if taken.is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let said = json!({ "entry_id": id, "revision": taken.revision, "state": taken.state.key() });
    Ok((status, Json(said)))
}

/// Holds an entry to its rules, and to being the one that was sent here.
fn check(entry: &Entry, id: Uuid, address: &str, now: Timestamp) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if let Err(refused) = entry.check(now.to_zoned(TimeZone::UTC).date()) {
        invalid.merge(refused);
    }
    if entry.entry_id != id {
        invalid.push("entry_id", "error-entry-id");
    }
    if entry.registry.trim_end_matches('/') != address {
        invalid.push("registry", "error-entry-registry");
    }
    invalid.or(())
}

/// `DELETE /v1/entries/{id}`: erases an entry for good.
pub(super) async fn withdraw(
    State(registry): State<Arc<Registry>>,
    Path(id): Path<Uuid>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let sender = request.sender()?;
    let id = EntryId::from_uuid(id);
    registry.answer(Withdraw { sender, id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where a list goes on.
#[derive(Deserialize)]
pub(super) struct Page {
    after: Option<Uuid>,
}

/// An entry, as its publisher is told of it.
#[derive(Serialize)]
struct OwnRead {
    entry_id: Uuid,
    revision: u64,
    state: &'static str,
    /// The SHA-256 of its signed bytes; `null` once it is erased.
    sha256: Option<Digest>,
    /// When it is erased by itself.
    until: Option<Timestamp>,
}

impl From<&OwnEntry> for OwnRead {
    fn from(own: &OwnEntry) -> Self {
        Self {
            entry_id: own.id.uuid(),
            revision: own.revision,
            state: own.state.key(),
            sha256: own.digest,
            until: own.until,
        }
    }
}

/// `GET /v1/entries/self?after=`: everything that whoever asks has published, erased or not.
pub(super) async fn own(
    State(registry): State<Arc<Registry>>,
    Query(page): Query<Page>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let sender = request.sender()?;
    let after = page.after.map(EntryId::from_uuid);
    let entries = registry.answer(Own { sender, after }).await?;
    let next = entries
        .last()
        .filter(|_| entries.len() == PAGE)
        .map(|last| last.id.uuid());
    let entries: Vec<_> = entries.iter().map(OwnRead::from).collect();
    Ok(Json(json!({ "entries": entries, "next": next })))
}

/// `GET /v1/entries/{id}`: an entry, as everybody sees it.
pub(super) async fn show(
    State(registry): State<Arc<Registry>>,
    Path(id): Path<Uuid>,
) -> Reply<impl IntoResponse> {
    let id = EntryId::from_uuid(id);
    let shown = registry.store.read(Show { id }).await?;
    Ok(Json(told(&shown?)))
}

/// An entry as JSON, for everybody.
pub(super) fn told(shown: &Shown) -> Value {
    let mut json = json!({
        "entry_id": shown.id.uuid(),
        "state": shown.state.key(),
        "level": shown.level.number(),
        "category": shown.category,
        "from": shown.taken.0,
        "to": shown.taken.1,
        "country": shown.country,
        "county": shown.county,
        "since": shown.since,
        "accepts_tips": shown.accepts_tips,
    });
    if let Some(words) = &shown.words {
        json["title"] = words.title.as_str().into();
        json["make"] = words.make.as_str().into();
        json["model"] = words.model.as_str().into();
        json["colours"] = words.colours.iter().map(|colour| colour.key()).collect();
        json["materials"] = json!(words.materials);
        json["object"] = json!(words.object);
        json["municipality"] = json!(words.municipality);
    }
    json
}
