//! Tips and what follows: `/v1/entries/{id}/tips`, `/v1/thread` for finders, `/v1/threads/{id}/messages` and `/v1/inbox` for owners.

use std::{sync::Arc, time::Duration};

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::signed::SignedRequest;
use crate::{
    domain::invalid::Invalid,
    error::Result,
    protocol::{
        message::{Message, MessageKind},
        sealing,
        token::ThreadToken,
    },
    registry::{
        client::Client,
        listing::EntryId,
        operations::{
            inbox::{Acknowledge, Fetch, LetterId, PAGE},
            threads::{Answering, Open},
        },
        problem::Reply,
        refusal::Refusal,
        service::Registry,
        thread::{self, Letter, ThreadId},
    },
};

/// How long the home may wait for a message, in seconds.
const WAIT: u64 = 60;
/// How often is looked meanwhile, whichever node the message came to.
const LOOK: Duration = Duration::from_secs(1);

/// What a finder writes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default = "answer")]
    kind: MessageKind,
    #[serde(default)]
    text: String,
}

const fn answer() -> MessageKind {
    MessageKind::Answer
}

impl Registry {
    fn message(&self, body: &[u8]) -> Result<Message, Refusal> {
        let written: Written = serde_json::from_slice(body).map_err(Refusal::malformed)?;
        Message::new(written.kind, &written.text, self.clock.now()).map_err(|text| {
            let mut invalid = Invalid::default();
            invalid.push("text", text);
            invalid.into()
        })
    }
}

/// `POST /v1/entries/{id}/tips`: "I have seen this." The token in the answer is the only way back to it.
pub(super) async fn tip(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    Path(entry): Path<Uuid>,
    body: Bytes,
) -> Reply<impl IntoResponse> {
    let message = registry.message(&body)?;
    let token = registry
        .tip(from, EntryId::from_uuid(entry), message)
        .await?;
    let said = json!({ "token": token.reveal() });
    Ok((StatusCode::CREATED, NO_STORE, Json(said)))
}

/// What is said to a finder is kept by nobody.
const NO_STORE: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// The token that a finder bears.
fn bearer(headers: &HeaderMap) -> Result<ThreadToken, Refusal> {
    headers
        .get(header::AUTHORIZATION)
        .and_then(|bearer| bearer.to_str().ok()?.strip_prefix("Bearer ")?.parse().ok())
        .ok_or(Refusal::NotFound)
}

/// `GET /v1/thread`: what was written in the thread that a token opens.
pub(super) async fn show(
    State(registry): State<Arc<Registry>>,
    headers: HeaderMap,
) -> Reply<impl IntoResponse> {
    let token = bearer(&headers)?;
    let opened = registry.store.read(Open { token }).await??;
    let messages: Vec<Value> = opened
        .messages
        .iter()
        .map(|(is_own, message)| {
            let from = if *is_own { "finder" } else { "owner" };
            json!({ "from": from, "kind": message.kind.key(), "text": message.text, "at": message.at })
        })
        .collect();
    let said = json!({
        "entry_id": opened.thread.entry.uuid(),
        "closed": opened.thread.is_closed,
        "until": opened.thread.until,
        "messages": messages,
    });
    Ok((NO_STORE, Json(said)))
}

/// `POST /v1/thread`: the finder writes on.
pub(super) async fn reply(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    headers: HeaderMap,
    body: Bytes,
) -> Reply<impl IntoResponse> {
    let (token, message) = (bearer(&headers)?, registry.message(&body)?);
    registry.reply(from, token, message).await?;
    Ok((StatusCode::CREATED, NO_STORE))
}

/// What an owner answers, sealed to the finder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    sealed: Option<String>,
    #[serde(default)]
    closes: bool,
}

/// `POST /v1/threads/{id}/messages`: the owner answers, or ends the thread, or both.
pub(super) async fn answered(
    State(registry): State<Arc<Registry>>,
    Path(thread): Path<Uuid>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let answered: Answered = serde_json::from_slice(&request.body).map_err(Refusal::malformed)?;
    let sealed = match &answered.sealed {
        Some(text) => Some(
            BASE64_URL_SAFE_NO_PAD
                .decode(text)
                .map_err(Refusal::malformed)?,
        ),
        None => None,
    };
    if sealed
        .as_ref()
        .is_some_and(|sealed| sealed.len() > sealing::SEALED)
    {
        return Err(Refusal::malformed("sealed: too long").into());
    }
    let answering = Answering {
        sender: request.sender()?,
        thread: ThreadId::from_uuid(thread),
        sealed,
        closes: answered.closes,
        id: registry.clock.secret()?,
    };
    registry.answer(answering).await?;
    Ok(StatusCode::CREATED)
}

/// Where the inbox is looked into from, and how long for.
#[derive(Deserialize)]
pub(super) struct Waiting {
    after: Option<String>,
    #[serde(default)]
    wait: u64,
}

/// `GET /v1/inbox?after=&wait=`: what strangers have written, as soon as there is something.
pub(super) async fn inbox(
    State(registry): State<Arc<Registry>>,
    Query(waiting): Query<Waiting>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let after = waiting.after.as_deref().map(letter_id).transpose()?;
    let mut looks = waiting.wait.min(WAIT) / LOOK.as_secs();
    let sender = request.sender()?;
    let mut is_first = true;
    loop {
        let fetch = Fetch {
            sender: sender.clone(),
            is_first,
            after,
        };
        let letters = if is_first {
            registry.answer(fetch).await?
        } else {
            registry.store.read(fetch).await??
        };
        if !letters.is_empty() || looks == 0 {
            let told: Vec<_> = letters.iter().map(told).collect::<Result<_>>()?;
            return Ok(Json(json!({ "messages": told })));
        }
        (is_first, looks) = (false, looks - 1);
        tokio::time::sleep(LOOK).await;
    }
}

fn told((id, letter): &(LetterId, Letter)) -> Result<Value> {
    Ok(json!({
        "id": BASE64_URL_SAFE_NO_PAD.encode(id),
        "thread": letter.thread.uuid(),
        "entry_id": letter.entry.uuid(),
        "sealed": BASE64_URL_SAFE_NO_PAD.encode(&letter.sealed),
        "reply_to": thread::contact(letter.reply_to)?,
        "at": letter.at,
    }))
}

fn letter_id(text: &str) -> Result<LetterId, Refusal> {
    let bytes = BASE64_URL_SAFE_NO_PAD
        .decode(text)
        .map_err(Refusal::malformed)?;
    let wrong = |_| Refusal::malformed("no message has such an id");
    bytes.as_slice().try_into().map_err(wrong)
}

/// What the home has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Had {
    ids: Vec<String>,
}

/// `POST /v1/inbox/ack`: the home has these messages, and they are forgotten here.
pub(super) async fn acknowledge(
    State(registry): State<Arc<Registry>>,
    request: SignedRequest,
) -> Reply<impl IntoResponse> {
    let had: Had = serde_json::from_slice(&request.body).map_err(Refusal::malformed)?;
    if had.ids.len() > PAGE {
        return Err(Refusal::malformed("ids: too many").into());
    }
    let ids = had
        .ids
        .iter()
        .map(|id| letter_id(id))
        .collect::<Result<_, _>>()?;
    let sender = request.sender()?;
    registry.answer(Acknowledge { sender, ids }).await?;
    Ok(StatusCode::NO_CONTENT)
}
