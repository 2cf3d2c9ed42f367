//! Moving one thing to another place, or into another thing.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{Markup, Render};

use super::{
    draft::{Draft, refused},
    reading::Reading,
    sheet,
};
use crate::{
    access::{Editor, Viewer},
    actions::items,
    app::App,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId, Location},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Row},
    ui::{form::Form, layout::Page, look::Look},
    web::page::wording::labelled,
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/items/{id}/move", get(ask).post(relocate))
}

async fn ask(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let item = editor.item(&rows, id)?;
    let draft = Draft::of(&item.details, &rows, editor.viewer(), look.lang)?;
    Ok(page(
        &look,
        &rows,
        editor.viewer(),
        &item,
        &draft,
        &Invalid::default(),
    )?
    .answer(htmx))
}

async fn relocate(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Sent(draft): Sent<Draft>,
) -> Result<Response, Problem> {
    let item = editor.item(&rows, id)?;
    let saved = match refused(read(&draft, &rows, &editor, item.details.location))? {
        Ok(location) => {
            let by = editor.clone();
            let moving = app.change(move |store| {
                items::adjust(store, &by, id, Expect::Any, |details| {
                    details.location = location;
                    Ok(())
                })
            });
            refused(moving.await)?
        }
        Err(invalid) => Err(invalid),
    };
    Ok(match saved {
        Ok(saved) => {
            let done = Done::new(&app, "item-move", format!("/items/{id}"));
            done.undo(saved.undo()).into_response()
        }
        Err(invalid) => {
            let page = page(&look, &rows, editor.viewer(), &item, &draft, &invalid)?.answer(htmx);
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

fn read(draft: &Draft, rows: &Reader, editor: &Editor, present: Location) -> Result<Location> {
    let mut reading = Reading::new(draft, rows, editor.viewer());
    let location = reading.location(present)?;
    reading.invalid.or(location).map_err(Error::from)
}

fn page<'a>(
    look: &'a Look,
    rows: &Reader,
    viewer: &Viewer,
    item: &Row<Item>,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let fields = sheet::location(look, rows, viewer, draft, invalid)?;
    let form = Form::new(look, format!("/items/{}/move", item.id), fields)
        .refused(invalid)
        .save(look.text("thing-move-save"))
        .cancel(format!("/items/{}", item.id));
    let title = look.text_with("thing-move-title", "name", &labelled(item));
    Ok(Page::new(look, title, form.render()).narrow())
}
