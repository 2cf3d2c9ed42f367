//! The people of the household: who they are, what they own, and who may do what.

mod form;
mod password;
mod person;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, html};

use crate::{
    access::{Head, Viewer},
    actions::{
        people,
        totals::{self, Total},
    },
    app::App,
    domain::person::{Person, PersonId, Role},
    error::{Error, Result},
    http::{Done, Htmx, Path, Problem},
    store::{Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
    },
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/people", get(show))
        .route("/people/new", get(form::show_new).post(form::add))
        .route("/people/{id}", get(person::show))
        .route("/people/{id}/edit", get(form::show_edit).post(form::save))
        .route(
            "/people/{id}/password",
            get(password::show).post(password::reset),
        )
        .route("/people/{id}/remove", post(person::remove))
        .route("/people/{id}/restore", post(restore))
}

/// The key of what a role is called.
const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Owner => "people-role-owner",
        Role::Adult => "people-role-adult",
        Role::Child => "people-role-child",
        Role::Guest => "people-role-guest",
    }
}

/// The key of the sentence that says what a role may do.
const fn role_sentence(role: Role) -> &'static str {
    match role {
        Role::Owner => "people-may-owner",
        Role::Adult => "people-may-adult",
        Role::Child => "people-may-child",
        Role::Guest => "people-may-guest",
    }
}

async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let look = look.at(Section::People);
    Ok(page(&app.store.read()?, &viewer, &look)?.answer(htmx))
}

async fn restore(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    head: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let restored = app
        .change(move |store| people::restore(store, &head, id))
        .await;
    match restored {
        Ok(restored) => {
            let done = Done::new(&app, "person-restore", format!("/people/{id}"));
            Ok(done.undo(restored.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::People);
            let why = invalid.get("name").unwrap_or("error-invalid-what");
            let page =
                page(&app.store.read()?, &viewer, &look)?.banner(Banner::error(look.text(why)));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page<'a>(rows: &impl Rows, viewer: &Viewer, look: &'a Look) -> Result<Page<'a>> {
    let heads = viewer.head().is_ok();
    let totals = totals::of_people(rows, viewer)?;
    let here = people::seen(rows, viewer)?
        .iter()
        .map(|person| row(look, person, &totals.of(person.id)))
        .collect();
    let mut gone = Vec::new();
    if heads {
        rows.each(None, |person: Row<Person>| {
            if person.binned.is_some() {
                gone.push(removed(look, &person));
            }
            Ok(true)
        })?;
    }
    let body = html! {
        (List(here))
        @if !gone.is_empty() {
            section.section { h2 { (look.text("people-gone")) } (List(gone)) }
        }
    };
    let page = Page::new(look, look.text("ui-people"), body).narrow();
    Ok(if heads {
        page.actions(
            html! { (Button::link(look.text("people-add"), "/people/new").icon(Icon::Plus)) },
        )
    } else {
        page
    })
}

fn row(look: &Look, person: &Row<Person>, total: &Total) -> ListRow {
    let role = look.text(role_text(person.role));
    let text = if total.things == 0 {
        role
    } else {
        format!("{role} · {}", look.count("ui-things-count", total.things))
    };
    let row = ListRow::person(&person.name)
        .href(format!("/people/{}", person.id))
        .text(text);
    if total.value.is_empty() {
        row
    } else {
        row.end(look.lang.sums(&total.value))
    }
}

fn removed(look: &Look, person: &Row<Person>) -> ListRow {
    let id = person.id;
    let back = Button::post(look.text("people-restore"), format!("/people/{id}/restore"))
        .icon(Icon::Undo)
        .small();
    ListRow::person(&person.name)
        .href(format!("/people/{id}"))
        .end(back)
}
