//! Tokens for programs that speak for a person through the JSON API: made, shown once, revoked.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Shown, answer};
use crate::{
    access::{Viewer, token},
    app::App,
    domain::{
        account::{Token, TokenId},
        invalid::Invalid,
    },
    error::{Error, Result},
    http::{Done, Form, Problem, Visit},
    store::Secrets,
    ui::{
        banner::Banner,
        button::Button,
        form::{Control, Field, Form as Fields},
        icon::Icon,
        list::{List, Row},
        look::Look,
    },
};

#[derive(Deserialize)]
pub(super) struct New {
    name: String,
    password_now: String,
}

/// The field of the present password: the page has another form that is about passwords.
const PASSWORD: &str = "password_now";

pub(super) async fn create(
    State(app): State<Arc<App>>,
    visit: Visit,
    Form(new): Form<New>,
) -> Result<Response, Problem> {
    let viewer = visit.viewer()?.clone();
    // A token may not make itself another; nor may whoever finds a device signed in.
    visit.session.ok_or(Error::Denied)?;
    let (person, name) = (viewer.name().to_owned(), new.name);
    let asked = name.clone();
    let created = app
        .attempt(&person, visit.ip(), "password", move |store| {
            token::create_with_password(store, &viewer, &new.password_now, &name)
        })
        .await;
    let (status, shown) = match created {
        Ok(secret) => {
            let shown = Shown {
                secret: Some(secret),
                ..Shown::default()
            };
            (StatusCode::CREATED, shown)
        }
        Err(Error::Invalid(invalid)) => {
            let mut token = Invalid::default();
            for (field, text) in invalid.iter() {
                token.push(if field == "password" { PASSWORD } else { field }, text);
            }
            let shown = Shown {
                token,
                token_name: asked,
                ..Shown::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, shown)
        }
        Err(error) => return Err(error.into()),
    };
    let mut response = answer(&app, &visit, status, &shown)?;
    // The secret is on this page, and nowhere else.
    let never = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, never);
    Ok(response)
}

#[derive(Deserialize)]
pub(super) struct Revoked {
    token: TokenId,
}

pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Form(revoked): Form<Revoked>,
) -> Result<Done, Problem> {
    app.change(move |store| token::revoke(store, viewer.person(), |token| token == revoked.token))
        .await?;
    Ok(Done::new(&app, "token-revoke", "/settings#settings-tokens"))
}

pub(super) fn section(
    reader: &impl Secrets,
    look: &Look,
    viewer: &Viewer,
    shown: &Shown,
) -> Result<Markup> {
    let tokens = token::of_person(reader, viewer.person())?;
    let rows: Vec<_> = tokens.iter().map(|token| row(look, token)).collect();
    let name = Field::text("name", look.text("settings-token-name"))
        .value(&shown.token_name)
        .hint(look.text("settings-token-name-hint"))
        .autocomplete("off")
        .refused(look.lang, &shown.token);
    let password = Field::new(
        PASSWORD,
        look.text("settings-password-old"),
        Control::Password,
    )
    .autocomplete("current-password")
    .refused(look.lang, &shown.token);
    let form = Fields::new(
        look,
        "/settings/tokens",
        html! { (name.half()) (password.half()) },
    )
    .refused(&shown.token)
    .save(look.text("settings-token-create"));
    Ok(html! {
        p.quiet {
            (look.text("settings-tokens-text")) " "
            a href="/api/v1/" { (look.text("settings-tokens-docs")) }
        }
        @if let Some(secret) = &shown.secret { (once(look, secret)) }
        @if !rows.is_empty() { (List(rows)) }
        (form)
    })
}

fn once(look: &Look, secret: &str) -> Banner {
    Banner::notice(look.text("settings-token-once"))
        .body(html! { input.input.number readonly value=(secret) aria-label=(look.text("settings-token")) autofocus; })
}

fn row(look: &Look, token: &Token) -> Row {
    let revoke = Button::post(
        look.text("settings-token-revoke"),
        "/settings/tokens/revoke",
    )
    .with("token", token.id.to_string())
    .small()
    .danger();
    let since = look.text_with(
        "settings-token-since",
        "when",
        &look.lang.moment(token.since),
    );
    Row::icon(Icon::Key, token.name.as_str())
        .text(since)
        .end(revoke)
}
