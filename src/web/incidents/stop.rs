//! A thing on the walk, with the question whether it is still there; and the answer that a tap sends.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use maud::Markup;
use serde::Deserialize;

use super::{HERE, walk::way_to};
use crate::{
    access::Editor,
    actions::{
        answers::{self, Answer},
        walk::Stop,
    },
    app::App,
    domain::{
        incident::{Incident, IncidentId},
        item::ItemId,
        loss::{Fate, Loss},
    },
    error::{Error, Result},
    http::{Form, Htmx, Path, Problem},
    store::{Reader, Revision, Row},
    ui::{
        icon::Icon,
        look::{Look, Section},
    },
    web::page::{
        incidents as words, labels, name,
        walk::{self, Choice, Said},
    },
};

/// Who asks, and in which room.
pub(super) struct Asked<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// Who answers.
    pub(super) editor: &'a Editor,
    /// In which language.
    pub(super) look: &'a Look,
    /// After what.
    pub(super) incident: &'a Row<Incident>,
    /// The room's word in addresses.
    pub(super) room: &'a str,
}

impl Asked<'_> {
    /// A thing with its three answers; above them what somebody else has answered since, where that is not what `mine` says.
    pub(super) fn row(&self, stop: &Stop<Loss>, mine: Option<Fate>) -> Result<Markup> {
        let look = self.look;
        let said = match &stop.said {
            Some(loss) => {
                let fate = loss.details.fate;
                let words = look.text(words::fate(self.incident.details.kind, fate));
                Some(Said::new(self.rows, loss, fate.key(), words)?)
            }
            None => None,
        };
        let choices = [Fate::Fine, Fate::Damaged, Fate::Gone].map(|fate| Choice {
            key: fate.key(),
            label: labels::fate(fate),
            icon: drawing(fate),
            href: None,
        });
        let row = walk::Stop {
            rows: self.rows,
            viewer: self.editor.viewer(),
            look,
            item: &stop.item,
            action: format!("{HERE}/{}/losses", self.incident.id),
            field: "fate",
            room: self.room,
            question: look.text_with("walk-is-there", "name", &name(look, &stop.item)),
            choices: &choices,
            take_back: None,
            said,
            mine: mine.map(Fate::key),
        };
        row.markup()
    }
}

const fn drawing(fate: Fate) -> Icon {
    match fate {
        Fate::Fine => Icon::Check,
        Fate::Damaged => Icon::Broken,
        Fate::Gone => Icon::Missing,
    }
}

/// What a tap sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Tap {
    item: String,
    fate: String,
    known: Option<u64>,
    room: String,
}

/// `POST /incidents/{id}/losses`: an answer. A script gets the thing anew; without one, the room is shown again.
pub(super) async fn answer(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<IncidentId>,
    Form(tap): Form<Tap>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Incidents);
    let fate = Fate::from_key(&tap.fate).ok_or(Error::invalid("fate", "error-choice"))?;
    let item: ItemId = tap.item.parse().map_err(|_| Error::NotFound)?;
    let answer = Answer::<Loss> {
        walk: id,
        item,
        said: fate,
        known: tap.known.map(Revision::new),
    };
    let by = editor.clone();
    let marked = app
        .change(move |store| answers::mark(store, &by, answer))
        .await;
    let mine = match marked {
        Ok(_) => None,
        Err(Error::Conflict) => Some(fate),
        Err(error) => return Err(error.into()),
    };
    let rooms = format!("{HERE}/{id}/walk");
    let room = walk::room_address(&rooms, &tap.room);
    let back = format!("{room}#{}", walk::row_id(item));
    if !htmx && mine.is_none() {
        return Ok(Redirect::to(&back).into_response());
    }
    let rows = app.store.read()?;
    let incident = editor.viewer().incident(&rows, id)?;
    let asked = Asked {
        rows: &rows,
        editor: &editor,
        look: &look,
        incident: &incident,
        room: &tap.room,
    };
    let stop = Stop {
        item: editor.viewer().item(&rows, item)?,
        said: answers::of_both::<Loss>(&rows, id, item)?,
    };
    let row = asked.row(&stop, mine)?;
    if htmx {
        return Ok(row.into_response());
    }
    // Without a script the question stands on a page of its own.
    let way = way_to(&look, &incident);
    Ok(walk::asked_again(&look, &row, &rooms, way))
}
