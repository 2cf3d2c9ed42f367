//! The form of a division: adding one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render, html};

use super::{HERE, conflict, draft, sheet::Sheet, things, way};
use crate::{
    access::Manager,
    actions::divisions,
    app::App,
    domain::{
        division::{Division, DivisionDetails, DivisionId},
        invalid::Invalid,
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Row, Rows as _},
    ui::{
        form::Form,
        layout::Page,
        look::{Look, Section},
    },
    web::page::typed::Typed,
};

/// Where a new one is sent to.
const NEW: &str = "/divisions/new";

fn asks_for_more(typed: &Typed) -> bool {
    !typed.get("more").is_empty()
}

/// The page of a form for a new division, or, with one, for that.
fn page<'a>(
    look: &'a Look,
    rows: &Reader,
    manager: &Manager,
    present: Option<&Row<Division>>,
    (typed, invalid): (&Typed, &Invalid),
) -> Result<Page<'a>> {
    let own = present.map(|row| format!("{HERE}/{}", row.id));
    let action = match &own {
        Some(own) => format!("{own}/edit"),
        None => NEW.to_owned(),
    };
    let sheet = Sheet {
        rows,
        manager,
        look,
        typed,
        invalid,
        action: &action,
    };
    let details = sheet.details()?;
    let things = match present {
        Some(_) => Markup::default(),
        None => sheet.things()?,
    };
    let form = Form::new(look, action.as_str(), html! { (details) (things) })
        .refused(invalid)
        .cancel(own.unwrap_or_else(|| HERE.to_owned()));
    let (form, title) = match present {
        Some(row) => {
            let title = look.text_with("divisions-edit", "name", &row.details.name);
            (form.revision(typed.seen().get()), title)
        }
        None => (
            form.save(look.text("divisions-begin")),
            look.text("divisions-new"),
        ),
    };
    Ok(Page::new(look, title, form.render())
        .breadcrumb(way(look))
        .narrow())
}

/// `GET /divisions/new`, of the things of a search where one is named.
pub(super) async fn blank(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(asked): Query<Typed>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let mut typed = draft::blank(&Sheet::people(&rows)?);
    typed.add("search", asked.get("search"));
    let given = (&typed, &Invalid::default());
    Ok(page(&look, &rows, &manager, None, given)?.answer(htmx))
}

/// `POST /divisions/new`.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Reports);
    if asks_for_more(&typed) {
        let given = (&typed, &Invalid::default());
        let page = page(&look, &rows, &manager, None, given)?;
        return Ok(page.answer(htmx).into_response());
    }
    let added = match draft::read(&typed, &Sheet::people(&rows)?, 0) {
        Ok(details) => make(&app, &manager, &typed, &look, details).await,
        Err(invalid) => Err(Error::from(invalid)),
    };
    match added {
        Ok(done) => Ok(done.into_response()),
        Err(Error::Invalid(invalid)) => {
            let page = page(&look, &rows, &manager, None, (&typed, &invalid))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn make(
    app: &Arc<App>,
    manager: &Manager,
    typed: &Typed,
    look: &Look,
    details: DivisionDetails,
) -> Result<Done> {
    let wanted = things::wanted(app, manager, typed, look.lang).await?;
    let by = manager.clone();
    let added = app
        .change(move |store| divisions::add(store, &by, details, &wanted))
        .await?;
    let to = format!("{HERE}/{}", added.value.id);
    Ok(Done::new(app, "division-add", to).undo(added.undo()))
}

/// `GET /divisions/{id}/edit`.
pub(super) async fn edit(
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
    let typed = draft::typed(&division.details).filled_in_from(division.revision);
    let given = (&typed, &Invalid::default());
    let page = page(&look, &rows, &manager, Some(&division), given)?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /divisions/{id}/edit`. What was moved since the form was filled in is no conflict: it holds other things.
pub(super) async fn save(
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
    if asks_for_more(&typed) {
        let given = (&typed, &Invalid::default());
        let page = page(&look, &rows, &manager, Some(&division), given)?;
        return Ok(page.answer(htmx).into_response());
    }
    let seen = typed.seen();
    let base = rows.version::<Division>(id, seen)?.ok_or(Error::NotFound)?;
    let kept = base.details.parties.len();
    let mut mine = None;
    let saved = match draft::read(&typed, &Sheet::people(&rows)?, kept) {
        Ok(read) => {
            let joined =
                DivisionDetails::joined(&read, &base.details, |aspect| typed.side(aspect.key()));
            mine = Some(joined.clone());
            let by = manager.clone();
            let base = base.body.details;
            app.change(move |store| {
                divisions::adjust(store, &by, id, Expect::Any, |present| {
                    if *present != base {
                        return Err(Error::Conflict);
                    }
                    *present = joined;
                    Ok(())
                })
            })
            .await
        }
        Err(invalid) => Err(Error::from(invalid)),
    };
    let rows = app.store.read()?;
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, "division-change", format!("{HERE}/{id}"));
            Ok(done.undo(saved.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let division = divisions::one(&rows, &manager, id)?;
            let page = page(&look, &rows, &manager, Some(&division), (&typed, &invalid))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let division = divisions::one(&rows, &manager, id)?;
            let (Some(mine), None) = (mine, division.binned) else {
                return Err(Error::Conflict.into());
            };
            let page = conflict::page(&rows, &look, &division, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
