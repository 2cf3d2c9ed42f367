//! Removing for good: asked about first, for there is no way back.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::{Markup, html};

use super::{
    HERE,
    picked::{self, Picked},
    shelf::Shelf,
};
use crate::{
    access::Manager,
    actions::bin::{self, Contents},
    app::App,
    error::Result,
    http::{Done, Form, Problem, Snapshot},
    store::Reader,
    ui::{
        banner::Banner,
        button::Button,
        form::Hidden,
        layout::Page,
        look::{Look, Section},
    },
};

/// How many names the question tells.
const NAMES: usize = 12;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/bin/empty", get(ask_all))
        .route("/bin/purge", post(purge))
}

/// Asks about everything that the person sees.
async fn ask_all(
    manager: Manager,
    look: Look,
    Snapshot(rows): Snapshot,
) -> Result<Response, Problem> {
    let contents = bin::contents(&rows, manager.viewer())?;
    Ok(ask_about_all(
        &look.at(Section::Bin),
        &rows,
        &manager,
        &contents,
    )?)
}

/// Asks, with what it is about: the form carries exactly what the person reads here.
pub(super) fn ask(
    look: &Look,
    rows: &Reader,
    manager: &Manager,
    contents: &Contents,
) -> Result<Response> {
    let carried = html! {
        @for binned in picked::all(contents) { (Hidden("id", &picked::name(binned))) }
    };
    question(look, rows, manager, contents, &carried)
}

fn ask_about_all(
    look: &Look,
    rows: &Reader,
    manager: &Manager,
    contents: &Contents,
) -> Result<Response> {
    let carried = html! { (Hidden("all", "1")) (Hidden("count", &contents.len().to_string())) };
    question(look, rows, manager, contents, &carried)
}

fn question(
    look: &Look,
    rows: &Reader,
    manager: &Manager,
    contents: &Contents,
    carried: &Markup,
) -> Result<Response> {
    let count = contents.len();
    if count == 0 {
        return Ok(Redirect::to(HERE).into_response());
    }
    let shelf = Shelf {
        rows,
        editor: manager.editor(),
        look,
    };
    let names = shelf.names(contents)?;
    let body = html! {
        (Banner::warning(look.text("bin-confirm-what")))
        ul.stack { @for name in names.iter().take(NAMES) { li { (name) } } }
        @if count > NAMES { p.quiet { (look.count("bin-confirm-more", count - NAMES)) } }
        form.form method="post" action="/bin/purge" {
            (carried)
            div.form-end {
                (Button::submit(look.count("bin-confirm-do", count)).danger())
                (Button::link(look.text("ui-cancel"), HERE).bare())
            }
        }
    };
    let page: Markup = Page::new(look, look.count("bin-confirm", count), body)
        .narrow()
        .answer(false);
    Ok(page.into_response())
}

async fn purge(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Snapshot(rows): Snapshot,
    Form(picked): Form<Picked>,
) -> Result<Response, Problem> {
    let found = bin::contents(&rows, manager.viewer())?;
    if picked.is_all() && found.len() != picked.count() {
        // Somebody has put something there meanwhile, or taken it out.
        return Ok(ask_about_all(
            &look.at(Section::Bin),
            &rows,
            &manager,
            &found,
        )?);
    }
    let (action, loose) = if picked.is_all() {
        let emptied = app.change(move |store| bin::empty(store, &manager)).await?;
        ("bin-empty", emptied.value)
    } else {
        let chosen = picked::all(&picked.of(found, &rows, manager.editor())?);
        let purged = app
            .change(move |store| bin::purge(store, &manager, &chosen))
            .await?;
        ("bin-purge", purged.value)
    };
    app.forget(loose).await?;
    Ok(Done::new(&app, action, HERE).into_response())
}
