//! The form of an incident: adding one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{HERE, conflict, draft, sheet::Sheet};
use crate::{
    access::Editor,
    actions::incidents,
    app::App,
    domain::{
        incident::{Incident, IncidentDetails, IncidentId, IncidentKind},
        invalid::Invalid,
        item::ItemId,
        moment::Moment,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Row},
    ui::{
        breadcrumb::Breadcrumb,
        layout::Page,
        look::{Look, Section},
    },
    web::page::{contacts, incidents as words, typed::Typed},
};

/// What a form for a new incident is asked for with: its kind, and the thing that it took.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Start {
    kind: String,
    item: String,
}

/// `GET /incidents/new`.
pub(super) async fn blank(
    State(app): State<Arc<App>>,
    _: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Query(start): Query<Start>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let mut details = IncidentDetails::of(IncidentKind::Burglary);
    details.to = Some(Moment::on(app.store.clock().today()));
    let mut typed = draft::typed(&details);
    if let Some(kind) = IncidentKind::from_key(&start.kind) {
        details.kind = kind;
        typed = draft::typed(&details);
    }
    if start.item.parse::<ItemId>().is_ok() {
        typed.add("items", start.item);
    }
    Ok(new_page(&look, &typed, &Invalid::default()).answer(htmx))
}

/// `POST /incidents/new`.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Incidents);
    if contacts::asks_for_more(&typed) {
        let page = new_page(&look, &typed, &Invalid::default());
        return Ok(page.answer(htmx).into_response());
    }
    let gone: Vec<ItemId> = typed
        .all("items")
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let added = match draft::read(&typed, app.store.clock().today()) {
        Ok(details) => {
            app.change(move |store| incidents::add(store, &editor, details, &gone))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let to = format!("{HERE}/{}", added.value.id);
            let done = Done::new(&app, "incident-add", to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = new_page(&look, &typed, &invalid);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /incidents/{id}/edit`.
pub(super) async fn edit(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Incidents);
    let incident = editor.incident(&rows, id)?;
    if incident.binned.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let typed = draft::typed(&incident.details).filled_in_from(incident.revision);
    let page = edit_page(&look, &incident, &typed, &Invalid::default());
    Ok(page.answer(htmx).into_response())
}

/// `POST /incidents/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Incidents);
    let incident = editor.incident(&rows, id)?;
    if contacts::asks_for_more(&typed) {
        let page = edit_page(&look, &incident, &typed, &Invalid::default());
        return Ok(page.answer(htmx).into_response());
    }
    let seen = typed.seen();
    let mut mine = None;
    let saved = match draft::read(&typed, app.store.clock().today()) {
        Ok(read) => {
            let theirs = editor.viewer().incident_version(&rows, id, seen)?;
            let joined =
                IncidentDetails::joined(&read, &theirs.details, |aspect| typed.side(aspect.key()));
            mine = Some(joined.clone());
            let by = editor.clone();
            app.change(move |store| {
                incidents::change(store, &by, id, Expect::Revision(seen), joined)
            })
            .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(saved) => {
            let done =
                Done::new(&app, "incident-change", format!("{HERE}/{id}")).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = edit_page(&look, &incident, &typed, &invalid);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let rows = app.store.read()?;
            let theirs = editor.incident(&rows, id)?;
            let (Some(mine), None) = (mine, theirs.binned) else {
                return Err(Error::Conflict.into());
            };
            let page = conflict::page(&rows, &look, &theirs, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn new_page<'a>(look: &'a Look, typed: &Typed, invalid: &Invalid) -> Page<'a> {
    let sheet = Sheet {
        look,
        typed,
        invalid,
    };
    let form = sheet.form("/incidents/new", HERE);
    Page::new(look, look.text("incidents-new"), form.render())
        .breadcrumb(way(look))
        .lead(look.text("incidents-new-lead"))
        .narrow()
}

fn edit_page<'a>(
    look: &'a Look,
    incident: &Row<Incident>,
    typed: &Typed,
    invalid: &Invalid,
) -> Page<'a> {
    let own = format!("{HERE}/{}", incident.id);
    let sheet = Sheet {
        look,
        typed,
        invalid,
    };
    let form = sheet
        .form(&format!("{own}/edit"), &own)
        .revision(typed.seen().get());
    let title = look.text_with("incidents-edit", "name", &words::name(look, incident));
    Page::new(look, title, form.render())
        .breadcrumb(way(look))
        .narrow()
}

/// From the list of incidents.
pub(super) fn way(look: &Look) -> Breadcrumb {
    let title = look.text("incidents-title");
    Breadcrumb::new(title.as_str()).step(title, HERE)
}
