//! A stranger writes to an owner: I have seen it, I was offered it, I have found it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{entry, reader::Reader};
use crate::{
    domain::invalid::Invalid,
    http::{Form, Path},
    protocol::message::{Message, MessageKind},
    registry::{
        client::Client, listing::EntryId, operations::entries::Show, problem::Problem,
        refusal::Refusal, service::Registry, shown::Shown,
    },
    ui::form::{Choice, Control, Field, Form as Fields},
};

/// What is written.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    kind: String,
    text: String,
}

/// `GET /entries/{id}/tip`.
pub(super) async fn ask(
    State(registry): State<Arc<Registry>>,
    reader: Reader,
    Path(id): Path<EntryId>,
) -> Result<Markup, Problem> {
    let shown = registry.store.read(Show { id }).await??;
    if !shown.accepts_tips {
        return Err(Refusal::NotFound.into());
    }
    Ok(page(
        &reader,
        &shown,
        &Typed::default(),
        &Invalid::default(),
    ))
}

/// `POST /entries/{id}/tip`: goes on to the thread, whose address is the only way back to it.
pub(super) async fn take(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    reader: Reader,
    Path(id): Path<EntryId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let kind = MessageKind::from_key(&typed.kind).unwrap_or(MessageKind::Seen);
    let message = match Message::new(kind, &typed.text, registry.clock.now()) {
        Ok(message) => message,
        Err(text) => {
            let shown = registry.store.read(Show { id }).await??;
            let mut invalid = Invalid::default();
            invalid.push("text", text);
            let page = page(&reader, &shown, &typed, &invalid);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let token = registry.tip(from, id, message).await?;
    Ok(Redirect::to(&format!("/thread/{}", token.reveal())).into_response())
}

fn page(reader: &Reader, shown: &Shown, typed: &Typed, invalid: &Invalid) -> Markup {
    let look = &reader.0;
    let kinds = [
        (MessageKind::Seen, "registry-tip-seen"),
        (MessageKind::Offered, "registry-tip-offered"),
        (MessageKind::Found, "registry-tip-found"),
    ];
    let kinds = kinds.map(|(kind, text)| Choice::new(kind.key(), look.text(text)));
    let chosen = if typed.kind.is_empty() {
        MessageKind::Seen.key()
    } else {
        typed.kind.as_str()
    };
    let kind = Field::new(
        "kind",
        look.text("registry-tip-kind"),
        Control::Radio(kinds.to_vec()),
    )
    .value(chosen);
    let text = Field::new("text", look.text("registry-tip-text"), Control::Area(5))
        .value(typed.text.as_str())
        .hint(look.text("registry-tip-text-hint"))
        .refused(look.lang, invalid);
    let fields = html! { (kind) (text) };
    let body = html! {
        (Fields::new(look, format!("/entries/{}/tip", shown.id), fields).save(look.text("registry-tip-do")))
        p.quiet { (look.text("registry-safety")) }
    };
    let about = entry::title(look, shown);
    let title = look.text_with("registry-tip-title", "thing", &about);
    reader.page(title, Some(look.text("registry-tip-page-lead")), body)
}
