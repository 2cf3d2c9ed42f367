//! The walk through the rooms: which there are, and what was in each, on each of several phones with what the others answer.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, form::way, stop};
use crate::{
    access::Editor,
    actions::walk,
    domain::{
        attachment::Bearer,
        incident::{Incident, IncidentId},
        place::PlaceId,
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Query, Snapshot},
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
    web::page::{cover, incidents as words, place_icon},
};

/// The word for the room of what is in no place.
const NOWHERE: &str = "none";

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
    Path(id): Path<IncidentId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let incident = walked(&rows, &editor, id)?;
    let mut list = Vec::new();
    for room in walk::rooms(&rows, editor.viewer(), id, look.lang)? {
        list.push(line(&rows, &look, id, &room)?);
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

fn line(rows: &Reader, look: &Look, incident: IncidentId, room: &walk::Room) -> Result<Line> {
    let (photo, icon, name, key) = match &room.place {
        Some(place) => (
            cover(rows, Bearer::Place(place.id))?,
            place_icon(place.details.kind),
            place.details.name.clone(),
            place.id.to_string(),
        ),
        None => (
            None,
            Icon::Box,
            look.text("walk-nowhere"),
            NOWHERE.to_owned(),
        ),
    };
    let arguments = [
        ("answered", room.answered.into()),
        ("things", room.things.into()),
    ];
    let mut said = vec![look.lang.text_with("walk-answered", &arguments)];
    if room.gone > 0 {
        said.push(look.count("incidents-gone", room.gone));
    }
    if room.damaged > 0 {
        said.push(look.count("incidents-damaged", room.damaged));
    }
    let line = Line::photo(photo, icon, name)
        .href(format!("{HERE}/{incident}/walk/{key}"))
        .text(said.join(" · "));
    Ok(if room.is_done() {
        line.end(html! { span.walk-done { (Icon::Check) span.unseen { (look.text("walk-room-done")) } } })
    } else {
        line
    })
}

/// What a page that is open asks with: the newest change that it shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Since {
    seen: Option<u64>,
}

/// `GET /incidents/{id}/walk/{room}`. Asked with what it shows already, it answers only when there is something new.
pub(super) async fn room(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path((id, key)): Path<(IncidentId, String)>,
    Query(since): Query<Since>,
) -> Result<Response, Problem> {
    let newest = rows.newest_change()?;
    if since.seen == Some(newest) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let look = look.at(Section::Incidents);
    let incident = walked(&rows, &editor, id)?;
    let place = match key.as_str() {
        NOWHERE => None,
        id => {
            let id: PlaceId = id.parse().map_err(|_| Error::NotFound)?;
            let place = editor.viewer().place(&rows, id)?;
            if place.binned.is_some() {
                return Err(Error::NotFound.into());
            }
            Some(place)
        }
    };
    let here = place.as_ref().map(|place| place.id);
    let stops = walk::room(&rows, editor.viewer(), id, here, look.lang)?;
    let asked = stop::Asked {
        rows: &rows,
        editor: &editor,
        look: &look,
        incident: &incident,
        room: &key,
    };
    let mut items = Vec::with_capacity(stops.len());
    for stop in &stops {
        items.push(asked.row(stop, None)?);
    }
    let none = items.is_empty();
    let own = format!("{HERE}/{id}/walk");
    let next = next_room(&rows, &editor, &look, id, here)?;
    let body = html! {
        @if none {
            (Empty::new(Icon::Room, look.text("walk-nothing")))
        } @else {
            ol #stops.stops data-walk data-waiting=(look.text("walk-waiting"))
                hx-get={ (own) "/" (key) "?seen=" (newest) } hx-trigger="every 4s" hx-select="#stops"
                hx-swap="outerHTML" hx-sync="this:abort" {
                @for item in &items { (item) }
            }
        }
        div.row {
            @if let Some((name, href)) = next {
                (Button::link(look.text_with("walk-next", "room", &name), href).icon(Icon::Room).primary())
            }
            (Button::link(look.text("walk-rooms"), own.as_str()))
        }
    };
    let name = match &place {
        Some(place) => place.details.name.clone(),
        None => look.text("walk-nowhere"),
    };
    // Short enough for one line on a phone: it is read with one hand.
    let walk = look.text("walk-title");
    let way = Breadcrumb::new(walk.as_str())
        .step(words::name(&look, &incident), format!("{HERE}/{id}"))
        .step(walk, own.clone());
    let page = Page::new(&look, name, body)
        .breadcrumb(way)
        .lead(look.text("walk-question"))
        .narrow();
    Ok(page.answer(htmx).into_response())
}

/// The next room with something that nobody has answered for, after this one or from the beginning.
fn next_room(
    rows: &Reader,
    editor: &Editor,
    look: &Look,
    incident: IncidentId,
    here: Option<PlaceId>,
) -> Result<Option<(String, String)>> {
    let rooms = walk::rooms(rows, editor.viewer(), incident, look.lang)?;
    let id = |room: &walk::Room| room.place.as_ref().map(|place| place.id);
    let at = rooms.iter().position(|room| id(room) == here);
    let (before, after) = rooms.split_at(at.map_or(0, |at| at + 1));
    let open = |room: &&walk::Room| !room.is_done() && id(room) != here;
    Ok(after.iter().chain(before).find(open).map(|room| {
        let (name, key) = match &room.place {
            Some(place) => (place.details.name.clone(), place.id.to_string()),
            None => (look.text("walk-nowhere"), NOWHERE.to_owned()),
        };
        (name, format!("{HERE}/{incident}/walk/{key}"))
    }))
}

/// From the list of incidents over this one.
pub(super) fn way_to(look: &Look, incident: &Incident) -> Breadcrumb {
    way(look).step(
        words::name(look, incident),
        format!("{HERE}/{}", incident.id),
    )
}
