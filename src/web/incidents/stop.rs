//! A thing on the walk, with the question whether it is still there; and the answer that a tap sends.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, walk::way_to};
use crate::{
    access::Editor,
    actions::{
        losses::{self, Answer},
        walk::Stop,
    },
    app::App,
    domain::{
        attachment::Bearer,
        incident::{Incident, IncidentId},
        item::ItemId,
        loss::{Fate, Loss},
        person::Person,
    },
    error::{Error, Result},
    http::{Form, Htmx, Path, Problem},
    store::{Reader, Revision, Row, Rows},
    ui::{
        button::Button,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
    web::page::{Cards, cover, incidents as words, labels, name},
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
    pub(super) fn row(&self, stop: &Stop, mine: Option<Fate>) -> Result<Markup> {
        let look = self.look;
        let item = &stop.item;
        let thing = name(look, item);
        let icon = Cards::new(self.rows, look, self.editor.viewer()).icon(item)?;
        let photo = cover(self.rows, Bearer::Item(item.id))?;
        let said = stop.loss.as_ref().map(|loss| loss.details.fate);
        let known = stop
            .loss
            .as_ref()
            .map(|loss| loss.revision.get().to_string());
        let who = match &stop.loss {
            Some(loss) => self.who(loss)?,
            None => String::new(),
        };
        let action = format!("{HERE}/{}/losses", self.incident.id);
        let id = format!("stop-{}", item.id);
        let details = &item.details;
        let marks = [details.maker.as_str(), &details.model, &details.colour];
        let marks = marks.into_iter().filter(|text| !text.is_empty());
        let marks = marks.collect::<Vec<_>>().join(" ");
        Ok(html! {
            li.stop #(id) data-said=[said.map(Fate::key)] {
                a.stop-picture href={ "/items/" (item.id) } aria-label=(thing) tabindex="-1" {
                    @match &photo { Some(photo) => (photo.picture("", "6rem", false)), None => (icon) }
                }
                div.stop-text {
                    p.stop-name { (thing) }
                    @if !marks.is_empty() { p.quiet { (marks) } }
                    @if let Some(fate) = said {
                        p.stop-said {
                            (look.text(words::fate(self.incident.details.kind, fate)))
                            @if !who.is_empty() { " · " (who) }
                        }
                    }
                }
                @if let Some(mine) = mine { (self.overtaken(mine, &who, said)) }
                form.stop-answers method="post" action=(action) hx-post=(action) hx-target={ "#" (id) } hx-swap="outerHTML"
                    hx-select={ "#" (id) } hx-sync="closest ol:queue all" {
                    input type="hidden" name="item" value=(item.id);
                    input type="hidden" name="room" value=(self.room);
                    @if let Some(known) = &known { input type="hidden" name="known" value=(known); }
                    div role="group" aria-label=(look.text_with("walk-is-there", "name", &thing)) {
                        @for fate in [Fate::Fine, Fate::Damaged, Fate::Gone] {
                            button.answer.{ "is-" (fate.key()) } #{ (id) "-" (fate.key()) } type="submit" name="fate" value=(fate.key())
                                aria-pressed=(if said == Some(fate) { "true" } else { "false" }) {
                                (drawing(fate)) span { (look.text(labels::fate(fate))) }
                            }
                        }
                    }
                }
            }
        })
    }

    fn who(&self, loss: &Row<Loss>) -> Result<String> {
        let person = match loss.changed.by {
            Some(person) => self.rows.find::<Person>(person)?,
            None => None,
        };
        Ok(person.map(|row| row.body.name).unwrap_or_default())
    }

    /// That somebody else has answered otherwise: nothing is changed until one of the answers is given again.
    fn overtaken(&self, mine: Fate, who: &str, theirs: Option<Fate>) -> Markup {
        let look = self.look;
        let word = |fate| look.text(labels::fate(fate)).to_lowercase();
        let theirs = theirs.map(word).unwrap_or_default();
        let arguments = [
            ("who", who.to_owned().into()),
            ("theirs", theirs.into()),
            ("mine", word(mine).into()),
        ];
        html! {
            p.stop-conflict role="alert" { (Icon::Warning) (look.lang.text_with("walk-overtaken", &arguments)) }
        }
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
    let answer = Answer {
        incident: id,
        item,
        fate,
        known: tap.known.map(Revision::new),
    };
    let by = editor.clone();
    let marked = app
        .change(move |store| losses::mark(store, &by, answer))
        .await;
    let mine = match marked {
        Ok(_) => None,
        Err(Error::Conflict) => Some(fate),
        Err(error) => return Err(error.into()),
    };
    let room = if is_room(&tap.room) {
        format!("/{}", tap.room)
    } else {
        String::new()
    };
    let back = format!("{HERE}/{id}/walk{room}#stop-{item}");
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
        loss: losses::of_both(&rows, id, item)?,
    };
    let row = asked.row(&stop, mine)?;
    if htmx {
        return Ok(row.into_response());
    }
    // Without a script the question stands on a page of its own.
    let rooms = Button::link(look.text("walk-rooms"), format!("{HERE}/{id}/walk"));
    let body = html! { ol.stops { (row) } div.row { (rooms) } };
    let page = Page::new(&look, look.text("walk-question"), body)
        .breadcrumb(way_to(&look, &incident))
        .narrow();
    Ok((StatusCode::PRECONDITION_FAILED, page.answer(false)).into_response())
}

/// Whether a word can be a room's in an address.
fn is_room(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
