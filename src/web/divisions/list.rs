//! The divisions one below the other; putting one into the bin, and taking it out.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, words};
use crate::{
    access::Manager,
    actions::divisions::{self, Board},
    app::App,
    domain::division::DivisionId,
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Revision},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
};

/// `GET /divisions`.
pub(super) async fn show(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let mut list = Vec::new();
    for division in divisions::list(&rows, &manager)? {
        let board = Board::of(&rows, manager.viewer(), &division)?;
        let row = Row::icon(Icon::People, division.details.name.as_str())
            .href(format!("{HERE}/{}", division.id))
            .text(words::stands(&look, &division, &board));
        list.push(row);
    }
    let new = Button::link(look.text("divisions-new"), format!("{HERE}/new")).icon(Icon::Plus);
    let none = list.is_empty();
    let body = html! {
        @if none {
            (Empty::new(Icon::People, look.text("divisions-none")).text(look.text("divisions-none-what")).step(new.clone().primary()))
        } @else {
            (List(list))
        }
    };
    let reports = look.text("reports-title");
    let page = Page::new(&look, look.text("divisions-title"), body)
        .breadcrumb(Breadcrumb::new(reports.as_str()).step(reports, "/reports"))
        .lead(look.text("divisions-lead"));
    let page = if none {
        page
    } else {
        page.actions(html! { (new.primary()) })
    };
    Ok(page.answer(htmx))
}

/// What the button that removes a division carries.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Removal {
    revision: u64,
}

/// `POST /divisions/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<DivisionId>,
    Form(removal): Form<Removal>,
) -> Result<Done, Problem> {
    let seen = match removal.revision {
        0 => Expect::Any,
        revision => Expect::Revision(Revision::new(revision)),
    };
    let saved = app
        .change(move |store| divisions::remove(store, &manager, id, seen))
        .await?;
    Ok(Done::new(&app, "division-remove", HERE).undo(saved.undo()))
}

/// `POST /divisions/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<DivisionId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| divisions::restore(store, &manager, id))
        .await?;
    Ok(Done::new(&app, "division-restore", format!("{HERE}/{id}")).undo(saved.undo()))
}
