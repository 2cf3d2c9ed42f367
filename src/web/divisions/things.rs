//! Putting more things into a division.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::Render;

use super::{HERE, draft, sheet::Sheet, way};
use crate::{
    access::Manager,
    actions::{divisions, narrowing::Wanted},
    app::App,
    domain::{
        division::{Division, DivisionId},
        invalid::Invalid,
        lang::Lang,
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        form::Form,
        layout::Page,
        look::{Look, Section},
    },
    web::page::typed::Typed,
};

/// Which things a form asks for, the search looked up.
pub(super) async fn wanted(
    app: &Arc<App>,
    manager: &Manager,
    typed: &Typed,
    lang: Lang,
) -> Result<Wanted> {
    let mut wanted = draft::wanted(typed)?;
    let found = app.found(manager.viewer(), typed.get("search"), lang);
    if let Some(found) = found.await? {
        wanted.found = Some(found);
    }
    Ok(wanted)
}

fn page<'a>(
    look: &'a Look,
    rows: &Reader,
    manager: &Manager,
    division: &Row<Division>,
    (typed, invalid): (&Typed, &Invalid),
) -> Result<Page<'a>> {
    let own = format!("{HERE}/{}", division.id);
    let action = format!("{own}/things");
    let sheet = Sheet {
        rows,
        manager,
        look,
        typed,
        invalid,
        action: &action,
    };
    let form = Form::new(look, action.as_str(), sheet.things()?)
        .refused(invalid)
        .save(look.text("divisions-fill"))
        .cancel(own.as_str());
    Ok(
        Page::new(look, look.text("divisions-fill-title"), form.render())
            .breadcrumb(way(look).step(division.details.name.as_str(), own.clone()))
            .lead(look.text("divisions-fill-lead"))
            .narrow(),
    )
}

/// `GET /divisions/{id}/things`.
pub(super) async fn blank(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<DivisionId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Reports);
    let division = divisions::one(&rows, &manager, id)?;
    if division.binned.is_some() || division.settled.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let given = (&Typed::default(), &Invalid::default());
    let page = page(&look, &rows, &manager, &division, given)?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /divisions/{id}/things`.
pub(super) async fn fill(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<DivisionId>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Reports);
    let division = divisions::one(&rows, &manager, id)?;
    let filled = match wanted(&app, &manager, &typed, look.lang).await {
        Ok(wanted) => {
            let by = manager.clone();
            app.change(move |store| divisions::fill(store, &by, id, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    match filled {
        Ok(saved) => {
            let done = Done::new(&app, "division-fill", format!("{HERE}/{id}"));
            Ok(done.undo(saved.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = page(&look, &rows, &manager, &division, (&typed, &invalid))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
