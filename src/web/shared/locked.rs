//! The door of a share link: it asks for the passcode, slows down who guesses, and says nothing of what is behind it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{look, own};
use crate::{
    access::share,
    app::App,
    domain::{invalid::Invalid, share::Share},
    error::Error,
    http::{Form, Path, Problem, Visit, share_cookie},
    ui::{
        form::{Control, Field, Form as Fields},
        layout::Bare,
    },
};

/// What the door is sent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Given {
    passcode: String,
}

/// `POST /shared/{secret}`.
pub(super) async fn unlock(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(secret): Path<String>,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    let now = app.store.clock().now();
    let opened = share::open(&app.store.read()?, &secret, now)?.share;
    let (name, typed) = (format!("share {}", opened.id), given.passcode);
    let of = secret.clone();
    let unlocked = app
        .attempt(&name, visit.ip(), "passcode", move |store| {
            share::unlock(store, &of, &typed)
        })
        .await;
    match unlocked {
        Ok(key) => {
            let cookie = share_cookie(app.port(), visit.transport, &secret, &key)?;
            let cookie = AppendHeaders([(header::SET_COOKIE, cookie)]);
            Ok((cookie, Redirect::to(&own(&secret))).into_response())
        }
        Err(Error::Denied) => {
            let mut invalid = Invalid::default();
            invalid.push("passcode", "error-share-passcode");
            let page = page(&visit, &opened, &secret, &invalid);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// The page that asks for the passcode.
pub(super) fn page(visit: &Visit, share: &Share, secret: &str, invalid: &Invalid) -> Markup {
    let look = look(visit, share);
    let passcode = Field::new("passcode", look.text("shares-passcode"), Control::Number)
        .hint(look.text("shares-passcode-hint"))
        .refused(look.lang, invalid)
        .required()
        .focus()
        .autocomplete("off");
    let form = Fields::new(&look, own(secret), passcode.render()).save(look.text("shares-open"));
    Bare::new(&look, look.text("shares-locked"), form.render())
        .lead(look.text("shares-locked-lead"))
        .sealed()
        .render()
}
