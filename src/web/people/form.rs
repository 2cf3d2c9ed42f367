//! Adding a person, and changing their name and role.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{role_sentence, role_text};
use crate::{
    access::Head,
    actions::people,
    app::App,
    domain::{
        invalid::Invalid,
        person::{Person, PersonId, Role},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem},
    store::{Expect, Revision, Row, Rows},
    ui::{
        form::{Control, Field, Form as Fields},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
    web::page,
};

/// What the form holds.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PersonForm {
    name: String,
    role: String,
    password: String,
    revision: u64,
}

impl PersonForm {
    fn role(&self) -> Result<Role> {
        Role::from_key(&self.role).ok_or_else(|| Error::invalid("role", "error-role"))
    }

    fn password(&self) -> Option<&str> {
        (!self.password.is_empty()).then_some(self.password.as_str())
    }
}

pub(super) async fn show_new(_: Head, look: Look, Htmx(htmx): Htmx) -> Result<Markup, Problem> {
    let form = PersonForm {
        role: Role::Adult.key().to_owned(),
        ..PersonForm::default()
    };
    let look = look.at(Section::People);
    Ok(new_page(&look, &form, &Invalid::default()).answer(htmx))
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    head: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Form(form): Form<PersonForm>,
) -> Result<Response, Problem> {
    let given = form.clone();
    let added = app
        .change(move |store| {
            people::add(store, &head, &given.name, given.role()?, given.password())
        })
        .await;
    match added {
        Ok(added) => {
            let to = format!("/people/{}", added.value.id);
            let done = Done::new(&app, "person-add", to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::People);
            let page = new_page(&look, &form, &invalid);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_edit(
    State(app): State<Arc<App>>,
    _: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let person = app.store.read()?.get::<Person>(id)?;
    if person.binned.is_some() {
        return Ok(Redirect::to(&format!("/people/{id}")).into_response());
    }
    let form = PersonForm {
        name: person.name.clone(),
        role: person.role.key().to_owned(),
        revision: person.revision.get(),
        ..PersonForm::default()
    };
    let look = look.at(Section::People);
    let page = edit_page(&look, &person, &form, &Invalid::default());
    Ok(page.answer(htmx).into_response())
}

pub(super) async fn save(
    State(app): State<Arc<App>>,
    head: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
    Form(form): Form<PersonForm>,
) -> Result<Response, Problem> {
    let look = look.at(Section::People);
    let given = form.clone();
    let saved = app
        .change(move |store| {
            let seen = Expect::Revision(Revision::new(given.revision));
            people::change(store, &head, id, seen, &given.name, given.role()?)
        })
        .await;
    let person = app.store.read()?.live::<Person>(id)?;
    let (status, page) = match saved {
        Ok(saved) => {
            let done = Done::new(&app, "person-change", format!("/people/{id}"));
            return Ok(done.undo(saved.undo()).into_response());
        }
        Err(Error::Invalid(invalid)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            edit_page(&look, &person, &form, &invalid),
        ),
        Err(Error::Conflict) => {
            let form = PersonForm {
                revision: person.revision.get(),
                ..form
            };
            let role = look.text(role_text(person.role));
            let now = page::overtaken(&look, &format!("{}, {role}", person.name));
            let page = edit_page(&look, &person, &form, &Invalid::default()).banner(now);
            (StatusCode::PRECONDITION_FAILED, page)
        }
        Err(error) => return Err(error.into()),
    };
    Ok((status, page.answer(htmx)).into_response())
}

fn new_page<'a>(look: &'a Look, form: &PersonForm, invalid: &Invalid) -> Page<'a> {
    let password = Field::new(
        "password",
        look.text("people-first-password"),
        Control::Password,
    )
    .hint(look.text("people-first-password-hint"))
    .autocomplete("new-password")
    .refused(look.lang, invalid);
    let fields = html! {
        (name(look, form, invalid).focus())
        (roles(look, form, invalid))
        (password)
    };
    let form = Fields::new(look, "/people/new", fields)
        .refused(invalid)
        .cancel("/people");
    Page::new(look, look.text("people-add"), form.render()).narrow()
}

fn edit_page<'a>(
    look: &'a Look,
    person: &Row<Person>,
    form: &PersonForm,
    invalid: &Invalid,
) -> Page<'a> {
    let back = format!("/people/{}", person.id);
    let fields = html! { (name(look, form, invalid)) (roles(look, form, invalid)) };
    let form = Fields::new(look, format!("{back}/edit"), fields)
        .revision(form.revision)
        .refused(invalid)
        .cancel(back);
    let title = look.text_with("people-edit-title", "person", &person.name);
    Page::new(look, title, form.render()).narrow()
}

fn name(look: &Look, form: &PersonForm, invalid: &Invalid) -> Field {
    Field::text("name", look.text("people-name"))
        .value(&form.name)
        .hint(look.text("people-name-hint"))
        .autocomplete("off")
        .refused(look.lang, invalid)
        .required()
}

fn roles(look: &Look, form: &PersonForm, invalid: &Invalid) -> Markup {
    let wrong = invalid.get("role").map(|why| look.text(why));
    html! {
        fieldset.field.is-wrong[wrong.is_some()] aria-describedby=[wrong.as_ref().map(|_| "field-role-error")] {
            legend { (look.text("people-role")) }
            div.kinds.is-wide {
                @for role in Role::ALL {
                    label.kind {
                        input type="radio" name="role" value=(role.key()) checked[role.key() == form.role];
                        span { strong { (look.text(role_text(role))) } br; span.quiet { (look.text(role_sentence(role))) } }
                    }
                }
            }
            @if let Some(why) = wrong { p.field-error #field-role-error { (Icon::Warning) (why) } }
        }
    }
}
