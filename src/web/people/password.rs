//! A new password for somebody who has lost theirs, or never had one.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use crate::{
    access::Head,
    actions::people,
    app::App,
    domain::{
        invalid::Invalid,
        person::{Person, PersonId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem},
    store::{Row, Rows},
    ui::{
        form::{Control, Field, Form as Fields},
        layout::Page,
        look::{Look, Section},
    },
};

#[derive(Deserialize)]
pub(super) struct New {
    password: String,
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    _: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::People);
    let person = app.store.read()?.live::<Person>(id)?;
    Ok(page(&look, &person, &Invalid::default()).answer(htmx))
}

pub(super) async fn reset(
    State(app): State<Arc<App>>,
    head: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
    Form(new): Form<New>,
) -> Result<Response, Problem> {
    let reset = app
        .change(move |store| people::reset_password(store, &head, id, &new.password))
        .await;
    match reset {
        Ok(()) => Ok(Done::new(&app, "person-password", format!("/people/{id}")).into_response()),
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::People);
            let person = app.store.read()?.live::<Person>(id)?;
            let page = page(&look, &person, &invalid);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page<'a>(look: &'a Look, person: &Row<Person>, invalid: &Invalid) -> Page<'a> {
    let back = format!("/people/{}", person.id);
    let field = Field::new(
        "password",
        look.text("people-new-password"),
        Control::Password,
    )
    .hint(look.text("people-new-password-hint"))
    .autocomplete("new-password")
    .refused(look.lang, invalid)
    .required()
    .focus();
    let form = Fields::new(look, format!("{back}/password"), field.render()).cancel(back);
    let title = look.text_with("people-password-title", "person", &person.name);
    Page::new(look, title, form.render()).narrow()
}
