//! Templates: patterns for new things, made from things that are there.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::draft::refused;
use crate::{
    access::Editor,
    actions::items,
    app::App,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId},
    },
    error::Result,
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::Row,
    ui::{
        button::Button,
        empty::Empty,
        form::{Field, Form},
        icon::Icon,
        layout::Page,
        list::{self, List},
        look::{Look, Section},
        menu::Menu,
    },
    web::page::Cards,
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/templates", get(list))
        .route("/items/{id}/template", get(ask).post(keep))
}

async fn list(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Add);
    let mut cards = Cards::new(&rows, &look, editor.viewer());
    let mut lines = Vec::new();
    for template in items::templates(&rows, editor.viewer())? {
        let icon = match template.details.category {
            Some(_) => cards.icon(&template)?,
            None => Icon::Copy,
        };
        lines.push(line(&look, &editor, &template, icon));
    }
    let body = if lines.is_empty() {
        Empty::new(Icon::Copy, look.text("thing-templates-empty"))
            .text(look.text("thing-templates-empty-text"))
            .step(Button::link(look.text("thing-templates-things"), "/items").primary())
            .render()
    } else {
        List(lines).render()
    };
    Ok(Page::new(&look, look.text("thing-templates"), body)
        .lead(look.text("thing-templates-lead"))
        .narrow()
        .answer(htmx))
}

fn line(look: &Look, editor: &Editor, template: &Row<Item>, icon: Icon) -> list::Row {
    let id = template.id;
    let href = format!("/items/new?template={id}");
    let menu = Menu::new(look.text_with("ui-menu-of", "name", &template.details.name))
        .row(Button::link(look.text("thing-change"), format!("/items/{id}/edit")).icon(Icon::Edit))
        .last(
            Button::post(look.text("thing-remove"), format!("/items/{id}/remove"))
                .icon(Icon::Trash),
        );
    let row = list::Row::icon(icon, template.details.name.as_str()).href(href);
    let row = row.text(look.text("thing-template-use"));
    if editor.may_change(template) {
        row.end(menu)
    } else {
        row
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Naming {
    name: String,
}

async fn ask(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let item = editor.viewer().item(&rows, id)?;
    Ok(page(&look, id, &item.details.name, &Invalid::default()).answer(htmx))
}

async fn keep(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<ItemId>,
    Sent(naming): Sent<Naming>,
) -> Result<Response, Problem> {
    let name = naming.name.clone();
    let keeping = app.change(move |store| items::save_as_template(store, &editor, id, &name));
    Ok(match refused(keeping.await)? {
        Ok(saved) => Done::new(&app, "template-add", "/templates")
            .undo(saved.undo())
            .into_response(),
        Err(invalid) => {
            let page = page(&look, id, &naming.name, &invalid).answer(htmx);
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

fn page<'a>(look: &'a Look, id: ItemId, name: &str, invalid: &Invalid) -> Page<'a> {
    let field = Field::text("name", look.text("thing-template-name"))
        .value(name)
        .refused(look.lang, invalid)
        .required()
        .focus();
    let form = Form::new(look, format!("/items/{id}/template"), html! { (field) })
        .refused(invalid)
        .cancel(format!("/items/{id}"));
    Page::new(look, look.text("thing-template"), form.render())
        .lead(look.text("thing-template-lead"))
        .narrow()
}
