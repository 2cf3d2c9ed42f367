//! The walk through the rooms: which there are, and what was in each, on each of several phones with what the others answer.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{HERE, form::way, stop};
use crate::{
    access::Editor,
    actions::walk::{Path, Room, along},
    domain::{
        incident::{Incident, IncidentId},
        loss::{Fate, Loss},
    },
    error::{Error, Result},
    http::{Htmx, Path as At, Problem, Query, Snapshot},
    store::{Reader, Row, Rows},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{
        incidents as words,
        walk::{self, Since},
    },
};

/// An incident that can be walked.
fn walked(rows: &Reader, editor: &Editor, id: IncidentId) -> Result<Row<Incident>> {
    let incident = editor.viewer().incident(rows, id)?;
    if incident.binned.is_some() {
        return Err(Error::NotFound);
    }
    Ok(incident)
}

/// `GET /incidents/{id}/walk`.
pub(super) async fn rooms(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    At(id): At<IncidentId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let incident = walked(&rows, &editor, id)?;
    let mut list = Vec::new();
    let own = format!("{HERE}/{id}/walk");
    for room in along(&rows, editor.viewer(), &path(id, &look), |_, _| false)?.rooms {
        list.push(line(&rows, &look, &own, &room)?);
    }
    let none = list.is_empty();
    let finish = Button::link(look.text("walk-finish"), format!("{HERE}/{id}")).icon(Icon::Check);
    let body = html! {
        @if none {
            (Empty::new(Icon::Room, look.text("walk-nothing")))
        } @else {
            (List(list))
            div.row { (finish) }
        }
    };
    let page = Page::new(&look, look.text("walk-title"), body)
        .breadcrumb(way_to(&look, &incident))
        .lead(look.text("walk-rooms-lead"))
        .narrow();
    Ok(page.answer(htmx))
}

fn line(rows: &Reader, look: &Look, address: &str, room: &Room<Loss>) -> Result<Line> {
    let told = [
        ("incidents-gone", room.said(Fate::Gone)),
        ("incidents-damaged", room.said(Fate::Damaged)),
    ];
    let told = told.into_iter().filter(|(_, count)| *count > 0);
    let told = told.map(|(key, count)| look.count(key, count));
    walk::line(rows, look, address, room, told)
}

/// The walk of an incident through all rooms.
pub(super) fn path(incident: IncidentId, look: &Look) -> Path<'static, Loss> {
    Path {
        walk: incident,
        places: None,
        lang: look.lang,
    }
}

/// `GET /incidents/{id}/walk/{room}`. Asked with what it shows already, it answers only when there is something new.
pub(super) async fn room(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    At((id, key)): At<(IncidentId, String)>,
    Query(since): Query<Since>,
) -> Result<Response, Problem> {
    let newest = rows.newest_change()?;
    if since.seen == Some(newest) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let look = look.at(Section::Incidents);
    let incident = walked(&rows, &editor, id)?;
    let place = walk::room(&rows, editor.viewer(), &key)?;
    let here = place.as_ref().map(|place| place.id);
    let path = path(id, &look);
    let along = along(&rows, editor.viewer(), &path, |room, _| room == here)?;
    let asked = stop::Asked {
        rows: &rows,
        editor: &editor,
        look: &look,
        incident: &incident,
        room: &key,
    };
    let mut items = Vec::with_capacity(along.stops.len());
    for (_, stop) in &along.stops {
        items.push(asked.row(stop, None)?);
    }
    let own = format!("{HERE}/{id}/walk");
    let stops = walk::Stops {
        look: &look,
        address: format!("{own}/{key}"),
        newest,
        field: "fate",
        items,
    };
    let body = html! {
        (stops.markup())
        div.row {
            @if let Some(next) = along.next(here) { (walk::next(&look, &own, next)) }
            (Button::link(look.text("walk-rooms"), own.as_str()))
        }
    };
    let name = walk::room_name(&look, place.as_ref());
    // Short enough for one line on a phone: it is read with one hand.
    let title = look.text("walk-title");
    let way = Breadcrumb::new(title.as_str())
        .step(words::name(&look, &incident), format!("{HERE}/{id}"))
        .step(title, own);
    let page = Page::new(&look, name, body)
        .breadcrumb(way)
        .lead(look.text("walk-question"))
        .narrow();
    Ok(page.answer(htmx).into_response())
}

/// From the list of incidents over this one.
pub(super) fn way_to(look: &Look, incident: &Incident) -> Breadcrumb {
    way(look).step(
        words::name(look, incident),
        format!("{HERE}/{}", incident.id),
    )
}
