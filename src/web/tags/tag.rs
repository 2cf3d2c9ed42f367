//! One tag: giving it another name, which may join it with another, and removing it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::Word;
use crate::{
    access::Manager,
    actions::tags,
    app::App,
    domain::{
        invalid::Invalid,
        tag::{Tag, TagId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem},
    store::{Expect, Revision, Row, Rows},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        form::{Field, Form as Fields},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
    web::page,
};

/// The version that the person saw.
#[derive(Deserialize)]
pub(super) struct Seen {
    pub(super) revision: u64,
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    _: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<TagId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Tags);
    let tag = app.store.read()?.live::<Tag>(id)?;
    Ok(page(&look, &tag, &tag.name, &Invalid::default()).answer(htmx))
}

pub(super) async fn rename(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<TagId>,
    Form(word): Form<Word>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Tags);
    let (name, seen) = (
        word.name.clone(),
        Expect::Revision(Revision::new(word.revision)),
    );
    let renamed = app
        .change(move |store| tags::rename(store, &manager, id, seen, &name))
        .await;
    let (status, page) = match renamed {
        Ok(renamed) => {
            let joined = renamed.value.id != id;
            let told = if joined { "tag-join" } else { "tag-change" };
            let done = Done::new(&app, told, "/tags").undo(renamed.undo());
            return Ok(done.into_response());
        }
        Err(Error::Invalid(invalid)) => {
            let tag = app.store.read()?.live::<Tag>(id)?;
            let page = page(&look, &tag, &word.name, &invalid);
            (StatusCode::UNPROCESSABLE_ENTITY, page)
        }
        Err(Error::Conflict) => {
            let tag = app.store.read()?.live::<Tag>(id)?;
            let now = page::overtaken(&look, &tag.name);
            let page = page(&look, &tag, &word.name, &Invalid::default()).banner(now);
            (StatusCode::PRECONDITION_FAILED, page)
        }
        Err(error) => return Err(error.into()),
    };
    Ok((status, page.answer(htmx)).into_response())
}

pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<TagId>,
    Form(seen): Form<Seen>,
) -> Result<Done, Problem> {
    let seen = Expect::Revision(Revision::new(seen.revision));
    let removed = app
        .change(move |store| tags::remove(store, &manager, id, seen))
        .await?;
    Ok(Done::new(&app, "tag-remove", "/tags").undo(removed.undo()))
}

fn page<'a>(look: &'a Look, tag: &Row<Tag>, name: &str, invalid: &Invalid) -> Page<'a> {
    let (id, revision) = (tag.id, tag.revision.get());
    let field = Field::text("name", look.text("tags-name"))
        .value(name)
        .hint(look.text("tags-name-hint"))
        .refused(look.lang, invalid)
        .required();
    let form = Fields::new(look, format!("/tags/{id}"), html! { (field) })
        .revision(revision)
        .cancel("/tags");
    let remove = Button::post(look.text("tags-remove"), format!("/tags/{id}/remove"))
        .with("revision", revision.to_string())
        .icon(Icon::Trash)
        .danger();
    let body = html! {
        (form)
        section.section { p.quiet { (look.text("tags-remove-hint")) } div.row { (remove) } }
    };
    Page::new(look, tag.name.as_str(), body)
        .breadcrumb(Breadcrumb::new(look.text("tags-way")).step(look.text("ui-tags"), "/tags"))
        .narrow()
}
