//! A thing on a round that more than a tap is said of: in which place it was found, and a note.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{HERE, stop::FIELD, walk::walked, way_to};
use crate::{
    access::Editor,
    actions::answers,
    domain::{
        attachment::Bearer,
        item::{ItemId, Location},
        round::RoundId,
        sighting::{Finding, Sighting},
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Query, Snapshot},
    ui::{
        form::{Choice, Control, Field, Form, Hidden},
        layout::Page,
        look::{Look, Section},
    },
    web::page::{choices, cover, labels, name, rounds as words, walk::room_address},
};

/// From which room somebody came.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    room: String,
}

/// `GET /rounds/{id}/things/{item}`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path((id, item)): Path<(RoundId, ItemId)>,
    Query(from): Query<From>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Ready);
    let viewer = editor.viewer();
    let round = walked(&rows, &editor, id)?;
    let item = viewer.item(&rows, item)?;
    if item.binned.is_some() {
        return Err(Error::NotFound.into());
    }
    let said = answers::of_both::<Sighting>(&rows, id, item.id)?;
    let finding = said.as_ref().map(|said| said.details.finding);
    let findings = [Finding::Moved, Finding::Seen, Finding::Gone, Finding::New];
    let offered = findings
        .into_iter()
        .filter(|one| *one != Finding::New || finding == Some(*one))
        .map(|one| Choice::new(one.key(), look.text(labels::finding(one))));
    let place = match item.details.location {
        Location::Place(place) => place.to_string(),
        Location::Unknown | Location::Inside(_) => String::new(),
    };
    let mut places = choices::places(&rows, viewer, look.lang, None)?;
    places.insert(0, Choice::new("", look.text("rounds-choose-place")));
    let note = said.as_ref().map(|said| said.details.note.clone());
    let photo = cover(&rows, Bearer::Item(item.id))?;
    let fields = html! {
        @if let Some(photo) = &photo { div.walk-picture { (photo.picture("", "24rem", false)) } }
        (Hidden("item", &item.id.to_string()))
        (Hidden("room", &from.room))
        @if let Some(said) = &said { (Hidden("known", &said.revision.get().to_string())) }
        (Field::new(FIELD, look.text("rounds-found"), Control::Radio(offered.collect()))
            .value(finding.unwrap_or(Finding::Moved).key()))
        (Field::new("to", look.text("rounds-to"), Control::Select(places))
            .value(place)
            .hint(look.text("rounds-to-hint")))
        (Field::new("note", look.text("rounds-thing-note"), Control::Area(2)).value(note.unwrap_or_default()))
    };
    let rooms = format!("{HERE}/{id}/rooms");
    let back = match room_address(&rooms, &from.room) {
        room if room == rooms => format!("{HERE}/{id}"),
        room => room,
    };
    let form = Form::new(&look, format!("{HERE}/{id}/sightings"), fields).cancel(back);
    let lies = words::place_name(&rows, viewer, &look, item.details.location)?;
    let title = look.text_with("rounds-where", "name", &name(&look, &item));
    let page = Page::new(&look, title, form.render())
        .breadcrumb(way_to(&look, &round))
        .lead(look.text_with("rounds-lies", "place", &lies))
        .narrow();
    Ok(page.answer(htmx))
}
