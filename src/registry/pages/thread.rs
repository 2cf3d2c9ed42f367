//! The thread behind a finder's link: what was written, and more to write.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::reader::Reader;
use crate::{
    domain::invalid::Invalid,
    http::{Form, Path},
    protocol::{
        message::{Message, MessageKind},
        token::ThreadToken,
    },
    registry::{
        client::Client,
        operations::threads::{Open, Opened},
        problem::Problem,
        refusal::Refusal,
        service::Registry,
    },
    ui::{
        banner::Banner,
        form::{Control, Field, Form as Fields},
        look::Look,
    },
};

/// What is written.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    text: String,
}

/// `GET /thread/{token}`.
pub(super) async fn show(
    State(registry): State<Arc<Registry>>,
    reader: Reader,
    Path(token): Path<String>,
) -> Result<Markup, Problem> {
    let token = read(&token)?;
    let opened = open(&registry, &token).await?;
    Ok(page(
        &reader,
        &token,
        &opened,
        &Typed::default(),
        &Invalid::default(),
    ))
}

/// `POST /thread/{token}`.
pub(super) async fn reply(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    reader: Reader,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let token = read(&token)?;
    let message = match Message::new(MessageKind::Answer, &typed.text, registry.clock.now()) {
        Ok(message) => message,
        Err(text) => {
            let opened = open(&registry, &token).await?;
            let mut invalid = Invalid::default();
            invalid.push("text", text);
            let page = page(&reader, &token, &opened, &typed, &invalid);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let own = own(&token);
    registry.reply(from, token, message).await?;
    Ok(Redirect::to(&own).into_response())
}

/// The token in an address. What is none opens nothing.
fn read(token: &str) -> Result<ThreadToken, Refusal> {
    token.parse().map_err(|_| Refusal::NotFound)
}

async fn open(registry: &Registry, token: &ThreadToken) -> Result<Opened, Problem> {
    let token = token.clone();
    Ok(registry.store.read(Open { token }).await??)
}

fn own(token: &ThreadToken) -> String {
    format!("/thread/{}", token.reveal())
}

fn page(
    reader: &Reader,
    token: &ThreadToken,
    opened: &Opened,
    typed: &Typed,
    invalid: &Invalid,
) -> Markup {
    let look = &reader.0;
    let until = look.lang.moment(opened.thread.until);
    let kept = look.text_with("registry-thread-kept", "until", &until);
    let body = html! {
        (Banner::notice(look.text("registry-thread-keep")).body(html! { p { (kept) } }))
        ul.public-letters {
            @for (is_own, message) in &opened.messages { (letter(look, *is_own, message)) }
        }
        @if opened.thread.is_closed {
            p { (look.text("registry-thread-closed")) }
        } @else {
            (form(look, token, typed, invalid))
        }
        p.quiet { (look.text("registry-safety")) }
    };
    reader.page(look.text("registry-thread"), None, body)
}

fn letter(look: &Look, is_own: bool, message: &Message) -> Markup {
    let who = if is_own {
        "registry-thread-you"
    } else {
        "registry-thread-owner"
    };
    let kind = match message.kind {
        MessageKind::Seen => Some("registry-tip-seen"),
        MessageKind::Offered => Some("registry-tip-offered"),
        MessageKind::Found => Some("registry-tip-found"),
        MessageKind::Answer => None,
    };
    html! {
        li.is-own[is_own] {
            span.quiet { (look.text(who)) " · " (look.lang.moment(message.at)) } "\n"
            @if let Some(kind) = kind { (look.text(kind)) @if !message.text.is_empty() { "\n" } }
            (message.text)
        }
    }
}

fn form<'a>(look: &'a Look, token: &ThreadToken, typed: &Typed, invalid: &Invalid) -> Fields<'a> {
    let text = Field::new("text", look.text("registry-thread-write"), Control::Area(4))
        .value(typed.text.as_str())
        .refused(look.lang, invalid)
        .required();
    Fields::new(look, own(token), html! { (text) }).save(look.text("registry-thread-do"))
}
