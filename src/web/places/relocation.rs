//! Moving a place, with everything in it, to another.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{parents, way_to};
use crate::{
    access::Editor,
    actions::places,
    app::App,
    domain::{
        invalid::Invalid,
        place::{Place, PlaceId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem},
    store::{Expect, Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Control, Field, Form as Fields},
        layout::Page,
        look::{Look, Section},
    },
};
use maud::Render;

#[derive(Deserialize)]
pub(super) struct Wish {
    parent: String,
    revision: u64,
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PlaceId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let rows = app.store.read()?;
    let place = editor.place(&rows, id)?;
    if place.binned.is_some() {
        return Ok(Redirect::to(&format!("/places/{id}")).into_response());
    }
    let page = page(&rows, &editor, &look, &place, &Invalid::default())?;
    Ok(page.answer(htmx).into_response())
}

pub(super) async fn relocate(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PlaceId>,
    Form(wish): Form<Wish>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let writer = editor.clone();
    let moved = app
        .change(move |store| {
            let parent = parse(&wish.parent)?;
            let seen = Expect::Revision(Revision::new(wish.revision));
            places::adjust(store, &writer, id, seen, |details| {
                details.parent = parent;
                Ok(())
            })
        })
        .await;
    let (status, invalid) = match moved {
        Ok(moved) => {
            let to = format!("/places/{id}");
            let done = Done::new(&app, "place-move", to).undo(moved.undo());
            return Ok(done.into_response());
        }
        Err(Error::Invalid(invalid)) => (StatusCode::UNPROCESSABLE_ENTITY, invalid),
        Err(Error::Conflict) => (StatusCode::PRECONDITION_FAILED, Invalid::default()),
        Err(error) => return Err(error.into()),
    };
    let rows = app.store.read()?;
    let place = editor.place(&rows, id)?;
    let mut page = page(&rows, &editor, &look, &place, &invalid)?;
    if status == StatusCode::PRECONDITION_FAILED {
        page = page.banner(Banner::warning(look.text("places-move-overtaken")));
    }
    Ok((status, page.answer(htmx)).into_response())
}

/// The place that a form's field names; none for an empty one.
///
/// # Errors
/// [`Error::Invalid`] when it names nothing that could be a place.
pub(super) fn parse(parent: &str) -> Result<Option<PlaceId>> {
    if parent.is_empty() {
        return Ok(None);
    }
    let place = parent.parse();
    place
        .map(Some)
        .map_err(|_| Error::invalid("parent", "error-place-gone"))
}

fn page<'a>(
    rows: &impl Rows,
    editor: &Editor,
    look: &'a Look,
    place: &Row<Place>,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let id = place.id;
    let choices = parents(rows, editor.viewer(), look, Some(id))?;
    let parent = place.details.parent.map(|parent| parent.to_string());
    let field = Field::new(
        "parent",
        look.text("places-parent"),
        Control::Select(choices),
    )
    .value(parent.unwrap_or_default())
    .hint(look.text("places-move-hint"))
    .refused(look.lang, invalid);
    let form = Fields::new(look, format!("/places/{id}/move"), field.render())
        .revision(place.revision.get())
        .save(look.text("places-move-save"))
        .cancel(format!("/places/{id}"));
    let title = look.text_with("places-move-title", "place", &place.details.name);
    Ok(Page::new(look, title, form.render())
        .breadcrumb(way_to(rows, editor.viewer(), look, id)?)
        .narrow())
}
