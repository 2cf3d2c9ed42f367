//! The page where a photo or document is given to another thing.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::{arranged_at, called, done, home};
use crate::{
    access::Editor,
    actions::attachments,
    app::App,
    domain::{
        attachment::{AttachmentId, Bearer},
        item::ItemId,
    },
    error::Result,
    http::{Form, Htmx, Path, Problem, Query, Visit},
    store::Expect,
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::Look,
    },
    web::page,
};

/// How many things are offered.
const OFFERED: u16 = 20;

#[derive(Deserialize)]
pub(super) struct Search {
    #[serde(default)]
    q: String,
}

/// `GET /photos/{id}/move`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<AttachmentId>,
    Query(search): Query<Search>,
) -> Result<Markup, Problem> {
    let viewer = editor.viewer();
    let mut things = Vec::new();
    if !search.q.trim().is_empty() {
        things = app.suggest(viewer, &search.q, look.lang, OFFERED).await?;
    }
    let rows = app.store.read()?;
    let attachment = editor.attachment(&rows, id)?;
    let (name, look) = called(&rows, viewer, look, attachment.of)?;
    let action = format!("/photos/{id}/move");
    let mut offered = Vec::new();
    for thing in things {
        let of = Bearer::Item(thing.id);
        if of != attachment.of && editor.may_change(&thing) {
            let here = Button::post(look.text("photos-move-here"), &action)
                .with("to", thing.id.to_string())
                .small();
            let cover = page::cover(&rows, of)?;
            offered.push(Row::photo(cover, Icon::Box, thing.body.details.name).end(here));
        }
    }
    let body = html! {
        form.row method="get" action=(action) role="search" {
            input.input type="search" name="q" value=(search.q) autofocus autocomplete="off" aria-label=(look.text("ui-search-things"))
                hx-get=(action) hx-trigger="input changed delay:200ms" hx-target="#things" hx-select="#things" hx-swap="outerHTML";
            (Button::submit(look.text("ui-search")).icon(Icon::Search).class("only-plain"))
        }
        div #things aria-live="polite" {
            @if !offered.is_empty() { (List(offered)) }
            @else if !search.q.is_empty() { p.quiet { (look.text("photos-move-none")) } }
        }
    };
    let to = home(attachment.of);
    Ok(Page::new(&look, look.text("photos-move-title"), body)
        .breadcrumb(
            Breadcrumb::new(look.text("photos-of"))
                .step(&name, &to)
                .step(
                    look.text_with("photos-title", "name", &name),
                    arranged_at(attachment.of),
                ),
        )
        .narrow()
        .answer(htmx))
}

#[derive(Deserialize)]
pub(super) struct Gift {
    to: ItemId,
}

/// `POST /photos/{id}/move`.
pub(super) async fn give(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path(id): Path<AttachmentId>,
    Form(gift): Form<Gift>,
) -> Result<Response, Problem> {
    let of = Bearer::Item(gift.to);
    let saved = app
        .change(move |store| attachments::give(store, &editor, id, Expect::Any, of))
        .await?;
    let to = arranged_at(of);
    Ok(done(&app, &visit, "attachment-move", to, saved.undo()))
}
