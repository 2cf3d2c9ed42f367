//! A thing on a round, with the question whether it is where it should be; and the answer that a tap sends.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;
use serde::Deserialize;

use super::{HERE, walk::walked, way_to};
use crate::{
    access::Editor,
    actions::{
        answers::{self, Answer},
        sightings::{self, Found},
        walk::Stop,
    },
    app::App,
    domain::{
        item::{ItemId, Location},
        place::PlaceId,
        round::{Round, RoundId},
        sighting::{Finding, Sighting},
    },
    error::{Error, Result},
    http::{Form, Htmx, Path, Problem},
    store::{Reader, Revision, Row},
    ui::look::{Look, Section},
    web::page::{
        labels, name, rounds as words,
        walk::{self, Choice, Said},
    },
};

/// What an answer is sent as.
pub(super) const FIELD: &str = "finding";

/// The word for taking an answer back.
const NONE: &str = "none";

/// Who asks, on which round, and in which room.
pub(super) struct Asked<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// Who answers.
    pub(super) editor: &'a Editor,
    /// In which language.
    pub(super) look: &'a Look,
    /// On which round.
    pub(super) round: &'a Row<Round>,
    /// The room's word in addresses.
    pub(super) room: &'a str,
}

impl Asked<'_> {
    /// Where an answer is sent.
    pub(super) fn action(&self) -> String {
        format!("{HERE}/{}/sightings", self.round.id)
    }

    /// A thing with its answers; above them what somebody else has answered since, where that is not what `mine` says.
    pub(super) fn row(&self, stop: &Stop<Sighting>, mine: Option<Finding>) -> Result<Markup> {
        let look = self.look;
        let item = &stop.item;
        let said = match &stop.said {
            Some(sighting) => {
                let finding = sighting.details.finding;
                Some(Said::new(
                    self.rows,
                    sighting,
                    finding.key(),
                    self.said(sighting)?,
                )?)
            }
            None => None,
        };
        let elsewhere = format!("{HERE}/{}/things/{}", self.round.id, item.id);
        let choices = [Finding::Seen, Finding::Moved, Finding::Gone].map(|finding| Choice {
            key: finding.key(),
            label: labels::finding_answer(finding),
            icon: words::drawing(finding),
            href: (finding == Finding::Moved).then(|| format!("{elsewhere}?room={}", self.room)),
        });
        let row = walk::Stop {
            rows: self.rows,
            viewer: self.editor.viewer(),
            look,
            item,
            action: self.action(),
            field: FIELD,
            room: self.room,
            question: look.text_with("rounds-is-it-here", "name", &name(look, item)),
            choices: &choices,
            take_back: Some(NONE),
            said,
            mine: mine.map(Finding::key),
        };
        row.markup()
    }

    /// What was found, in words: of what was moved, from where to where.
    fn said(&self, sighting: &Sighting) -> Result<String> {
        let look = self.look;
        let word = look.text(labels::finding(sighting.details.finding));
        let Some(moved) = sighting.details.moved else {
            return Ok(word);
        };
        let place = |location| words::place_name(self.rows, self.editor.viewer(), look, location);
        let (from, to) = (place(moved.from)?, place(Location::Place(moved.to))?);
        Ok(format!("{word}: {from} → {to}"))
    }
}

/// What a tap sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Tap {
    item: String,
    finding: String,
    to: String,
    note: Option<String>,
    known: Option<u64>,
    room: String,
}

impl Tap {
    /// What it says; none where it takes back what was said.
    fn said(&self) -> Result<Option<Found>> {
        if self.finding == NONE {
            return Ok(None);
        }
        let finding = Finding::from_key(&self.finding);
        let finding = finding.ok_or(Error::invalid("finding", "error-choice"))?;
        let to: Option<PlaceId> = match self.to.as_str() {
            "" => None,
            to => Some(
                to.parse()
                    .map_err(|_| Error::invalid("to", "error-place-gone"))?,
            ),
        };
        Ok(Some(Found {
            finding,
            to: to.filter(|_| finding == Finding::Moved),
            note: self.note.clone(),
        }))
    }
}

/// `POST /rounds/{id}/sightings`: an answer. A script gets the thing anew; without one, the room is shown again.
pub(super) async fn answer(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<RoundId>,
    Form(tap): Form<Tap>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Ready);
    let item: ItemId = tap.item.parse().map_err(|_| Error::NotFound)?;
    let known = tap.known.map(Revision::new);
    let said = tap.said()?;
    let finding = said.as_ref().map(|said| said.finding);
    let by = editor.clone();
    let marked = match said {
        Some(said) => {
            let answer = Answer::<Sighting> {
                walk: id,
                item,
                said,
                known,
            };
            app.change(move |store| answers::mark(store, &by, answer))
                .await
                .map(drop)
        }
        None => app
            .change(move |store| sightings::take_back(store, &by, id, item, known))
            .await
            .map(drop),
    };
    let is_overtaken = match marked {
        Ok(()) => false,
        Err(Error::Conflict) => true,
        Err(error) => return Err(error.into()),
    };
    let round = format!("{HERE}/{id}");
    let rooms = format!("{round}/rooms");
    let back = match walk::room_address(&rooms, &tap.room) {
        room if room == rooms => round.clone(),
        room => format!("{room}#{}", walk::row_id(item)),
    };
    if !htmx && !is_overtaken {
        return Ok(Redirect::to(&back).into_response());
    }
    let rows = app.store.read()?;
    let row = walked(&rows, &editor, id)?;
    let asked = Asked {
        rows: &rows,
        editor: &editor,
        look: &look,
        round: &row,
        room: &tap.room,
    };
    let stop = Stop {
        item: editor.viewer().item(&rows, item)?,
        said: answers::of_both::<Sighting>(&rows, id, item)?,
    };
    let mine = finding.filter(|_| is_overtaken);
    let shown = asked.row(&stop, mine)?;
    if htmx {
        return Ok(shown.into_response());
    }
    Ok(walk::asked_again(
        &look,
        &shown,
        &round,
        way_to(&look, &row),
    ))
}
