//! The bin: what was removed, and the way back.

mod files;
mod gone;
mod picked;
mod shelf;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use maud::{Markup, html};

use self::{picked::Picked, shelf::Shelf};
use crate::{
    access::Editor,
    actions::bin,
    app::App,
    http::{Done, Form, Htmx, Problem, Snapshot},
    ui::{
        bulk::Bulk,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
};

/// Where the bin is.
const HERE: &str = "/bin";

/// The routes of this feature.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(show).post(act))
        .merge(gone::routes())
}

async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Bin);
    let contents = bin::contents(&rows, editor.viewer())?;
    let title = look.text("bin-title");
    if contents.is_empty() {
        let empty =
            Empty::new(Icon::Trash, look.text("bin-empty")).text(look.text("bin-empty-text"));
        return Ok(Page::new(&look, title, html! { (empty) }).answer(htmx));
    }
    let shelf = Shelf {
        rows: &rows,
        editor: &editor,
        look: &look,
    };
    let purges = editor.viewer().manager().is_ok();
    let acts = html! {
        (Button::submit(look.text("bin-restore")).with("do", "restore").icon(Icon::Undo))
        @if purges { (Button::submit(look.text("bin-purge")).with("do", "purge").icon(Icon::Trash).danger()) }
    };
    let total = contents.len();
    let body = html! {
        (shelf.markup(contents, app.store.clock().now())?)
        (Bulk { look: &look, action: HERE, query: "", total, acts })
    };
    let mut page = Page::new(&look, title, body)
        .lead(look.text("bin-lead"))
        .narrow();
    if purges {
        let empty = Button::link(look.text("bin-empty-out"), "/bin/empty").icon(Icon::Trash);
        page = page.actions(html! { (empty) });
    }
    Ok(page.answer(htmx))
}

/// Takes out what was picked; what is to go for good is asked about first.
async fn act(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
    Form(picked): Form<Picked>,
) -> Result<Response, Problem> {
    let found = bin::contents(&rows, editor.viewer())?;
    if picked.purges() {
        let manager = editor.viewer().manager()?;
        if picked.is_all() {
            return Ok(Redirect::to("/bin/empty").into_response());
        }
        let chosen = picked.of(found, &rows, &editor)?;
        return Ok(gone::ask(&look.at(Section::Bin), &rows, &manager, &chosen)?.into_response());
    }
    let chosen = picked::all(&picked.of(found, &rows, &editor)?);
    let saved = app
        .change(move |store| bin::restore(store, &editor, &chosen))
        .await?;
    let done = Done::new(&app, "bin-restore", HERE);
    Ok(if saved.value > 0 {
        done.undo(saved.undo()).into_response()
    } else {
        Redirect::to(HERE).into_response()
    })
}
