//! The walk through one room of a round: what should be there, what is there besides, and what nobody has entered.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, stop};
use crate::{
    access::Editor,
    actions::{
        rounds,
        walk::{Path, Stop, along},
    },
    domain::{
        attachment::Bearer,
        item::Location,
        place::Place,
        round::{Round, RoundId},
        sighting::{Finding, Sighting},
    },
    error::{Error, Result},
    http::{Htmx, Path as At, Problem, Query, Snapshot},
    store::{Row, Rows},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{Cards, cover, name, rounds as words, walk},
};

/// How many things are offered that a word may mean.
const OFFERED: usize = 8;

/// What a page that is open asks with, and what somebody looks for who found something else in the room.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    seen: Option<u64>,
    find: String,
}

/// A round that can be walked, for a change as much as for a page.
pub(super) fn walked(rows: &impl Rows, editor: &Editor, id: RoundId) -> Result<Row<Round>> {
    let round = rounds::one(rows, editor, id)?;
    if round.binned.is_some() {
        return Err(Error::NotFound);
    }
    Ok(round)
}

/// `GET /rounds/{id}/rooms/{room}`. Asked with what it shows already, it answers only when there is something new.
pub(super) async fn room(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    At((id, key)): At<(RoundId, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let newest = rows.newest_change()?;
    if asked.seen == Some(newest) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let look = look.at(Section::Ready);
    let round = walked(&rows, &editor, id)?;
    let place = walk::room(&rows, editor.viewer(), &key)?;
    let here = place.as_ref().map(|place| place.id);
    let places = rounds::places(&rows, &round)?;
    let path = Path::<Sighting> {
        walk: id,
        places: places.as_ref(),
        lang: look.lang,
    };
    let word = asked.find.trim().to_lowercase();
    let along = along(&rows, editor.viewer(), &path, |room, item| {
        room == here || (!word.is_empty() && item.details.name.to_lowercase().contains(&word))
    })?;
    let in_room = stop::Asked {
        rows: &rows,
        editor: &editor,
        look: &look,
        round: &round,
        room: &key,
    };
    let mut items = Vec::new();
    let mut elsewhere = Vec::new();
    for (room, stop) in &along.stops {
        if *room == here {
            items.push(in_room.row(stop, None)?);
        } else if elsewhere.len() < OFFERED {
            elsewhere.push(stop);
        }
    }
    let own = format!("{HERE}/{id}/rooms");
    let address = walk::room_address(&own, &key);
    let stops = walk::Stops {
        look: &look,
        address: address.clone(),
        newest,
        field: stop::FIELD,
        items,
    };
    let around = Around {
        in_room: &in_room,
        place: place.as_ref(),
        address: &address,
        find: &asked.find,
        found: &elsewhere,
    };
    let all = Button::link(look.text("walk-rooms"), format!("{HERE}/{id}"));
    let body = html! {
        (stops.markup())
        (around.markup()?)
        div.row {
            @if let Some(next) = along.next(here) { (walk::next(&look, &own, next)) }
            (all)
        }
    };
    let room = walk::room_name(&look, place.as_ref());
    let title = look.text_with("rounds-room", "name", &room);
    let page = Page::new(&look, title, body)
        .breadcrumb(way(&look, &round))
        .lead(look.text("rounds-question"))
        .narrow();
    Ok(page.answer(htmx).into_response())
}

/// Short enough for one line on a phone: it is read with one hand.
fn way(look: &Look, round: &Round) -> Breadcrumb {
    let name = words::name(look, round);
    Breadcrumb::new(name.as_str()).step(name, format!("{HERE}/{}", round.id))
}

/// What is in the room besides: what the archive has elsewhere, and what nobody has entered.
struct Around<'a> {
    in_room: &'a stop::Asked<'a>,
    place: Option<&'a Row<Place>>,
    address: &'a str,
    find: &'a str,
    found: &'a [&'a Stop<Sighting>],
}

impl Around<'_> {
    fn markup(&self) -> Result<Markup> {
        let look = self.in_room.look;
        let Some(place) = self.place else {
            return Ok(Markup::default());
        };
        let round = self.in_room.round.id;
        let new = format!("/add?place={}&round={round}", place.id);
        let label = look.text("rounds-find");
        let mut lines = Vec::with_capacity(self.found.len());
        for stop in self.found {
            lines.push(self.line(stop, place)?);
        }
        Ok(html! {
            section.section.walk-way #besides {
                h2 { (look.text("rounds-besides")) }
                p.quiet { (look.text("rounds-besides-what")) }
                form.walk-find method="get" action={ (self.address) "#besides" } role="search" {
                    input.input type="search" name="find" value=(self.find) aria-label=(label) placeholder=(label)
                        autocomplete="off" enterkeyhint="search";
                    (Button::submit(look.text("rounds-find-go")).icon(Icon::Search))
                }
                @if !self.find.trim().is_empty() {
                    @if lines.is_empty() { p { (look.text_with("rounds-find-none", "word", self.find)) } }
                    @else { (List(lines)) }
                }
                div.row { (Button::link(look.text("rounds-add"), new).icon(Icon::Camera)) }
            }
        })
    }

    /// A thing that the archive has elsewhere, with the button that it is here.
    fn line(&self, stop: &Stop<Sighting>, place: &Row<Place>) -> Result<Line> {
        let stop::Asked {
            rows, editor, look, ..
        } = *self.in_room;
        let item = &stop.item;
        let called = name(look, item);
        let label = look.text_with("rounds-is-here", "name", &called);
        let mut here = Button::post(label, self.in_room.action())
            .with("item", item.id.to_string())
            .with("room", self.in_room.room)
            .with(stop::FIELD, Finding::Moved.key())
            .with("to", place.id.to_string())
            .icon(Icon::Place)
            .small();
        if let Some(said) = &stop.said {
            here = here.with("known", said.revision.get().to_string());
        }
        let lies = words::place_name(rows, editor.viewer(), look, item.details.location)?;
        let photo = cover(rows, Bearer::Item(item.id))?;
        let icon = Cards::new(rows, look, editor.viewer()).icon(item)?;
        let lies = match item.details.location {
            Location::Unknown => lies,
            _ => look.text_with("rounds-lies", "place", &lies),
        };
        Ok(Line::photo(photo, icon, called)
            .text(lies)
            .more(html! { div.row.walk-ways { (here) } }))
    }
}
