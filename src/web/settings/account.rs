//! Changing one's own password.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{Shown, answer};
use crate::{
    access::Viewer,
    actions::people,
    app::App,
    error::Error,
    http::{Done, Form, Problem, Visit},
    ui::{
        form::{Control, Field, Form as Fields},
        look::Look,
    },
};

#[derive(Deserialize)]
pub(super) struct Passwords {
    old: String,
    password: String,
}

pub(super) async fn change_password(
    State(app): State<Arc<App>>,
    visit: Visit,
    Form(given): Form<Passwords>,
) -> Result<Response, Problem> {
    let viewer = visit.viewer()?.clone();
    let name = viewer.name().to_owned();
    let this = visit.session;
    // Whoever finds a device signed in must not get to guess the password either.
    let changed = app
        .attempt(&name, visit.ip(), "old", move |store| {
            people::change_password(store, &viewer, this, &given.old, &given.password)
        })
        .await;
    match changed {
        Ok(()) => Ok(Done::new(&app, "person-password", "/settings").into_response()),
        Err(Error::Invalid(invalid)) => {
            let shown = Shown {
                password: invalid,
                ..Shown::default()
            };
            Ok(answer(
                &app,
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &shown,
            )?)
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) fn section(look: &Look, viewer: &Viewer, shown: &Shown) -> Markup {
    let invalid = &shown.password;
    let old = Field::new("old", look.text("settings-password-old"), Control::Password)
        .autocomplete("current-password")
        .refused(look.lang, invalid)
        .required()
        .half();
    let new = Field::new(
        "password",
        look.text("settings-password-new"),
        Control::Password,
    )
    .hint(look.text("settings-password-hint"))
    .autocomplete("new-password")
    .refused(look.lang, invalid)
    .required()
    .half();
    let fields = html! {
        // A password manager wants to know whose it is.
        input.unseen type="text" name="name" value=(viewer.name()) autocomplete="username" tabindex="-1" aria-hidden="true" readonly;
        (old) (new)
    };
    Fields::new(look, "/settings/password", fields)
        .refused(invalid)
        .save(look.text("settings-password-save"))
        .render()
}
