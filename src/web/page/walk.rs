//! The walk through the rooms as its pages show it: the rooms, the things in one of them, and the question about each.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Cards, cover, name, place_icon};
use crate::{
    access::Viewer,
    actions::{answers::Answered, walk::Room},
    domain::{
        attachment::Bearer,
        item::{Item, ItemId},
        person::Person,
        place::{Place, PlaceId},
    },
    error::{Error, Result},
    store::{Reader, Revision, Row, Rows},
    ui::{
        breadcrumb::Breadcrumb, button::Button, empty::Empty, icon::Icon, layout::Page,
        list::Row as Line, look::Look,
    },
};

/// The word for the room of what is in no place.
const NOWHERE: &str = "none";

/// What a page that is open asks with: the newest change that it shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Since {
    /// That change.
    pub seen: Option<u64>,
}

/// The word for a room in addresses.
fn key(place: Option<&Row<Place>>) -> String {
    place.map_or_else(|| NOWHERE.to_owned(), |place| place.id.to_string())
}

/// What a room is called.
pub fn room_name(look: &Look, place: Option<&Row<Place>>) -> String {
    match place {
        Some(place) => place.details.name.clone(),
        None => look.text("walk-nowhere"),
    }
}

/// The room of a word in an address; none for what is in no place.
pub fn room(rows: &impl Rows, viewer: &Viewer, key: &str) -> Result<Option<Row<Place>>> {
    if key == NOWHERE {
        return Ok(None);
    }
    let id: PlaceId = key.parse().map_err(|_| Error::NotFound)?;
    let place = viewer.place(rows, id)?;
    if place.binned.is_some() {
        return Err(Error::NotFound);
    }
    Ok(Some(place))
}

/// The address of a room beneath that of all rooms; what is no room's word leads to all of them.
pub fn room_address(rooms: &str, key: &str) -> String {
    let is_room = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_room {
        format!("{rooms}/{key}")
    } else {
        rooms.to_owned()
    }
}

/// A room in the list of them, with what else is said of it, and a mark once it is done.
pub fn line<T: Answered>(
    rows: &Reader,
    look: &Look,
    address: &str,
    room: &Room<T>,
    besides: impl IntoIterator<Item = String>,
) -> Result<Line> {
    let place = room.place.as_ref();
    let (photo, icon) = match place {
        Some(place) => (
            cover(rows, Bearer::Place(place.id))?,
            place_icon(place.details.kind),
        ),
        None => (None, Icon::Box),
    };
    let arguments = [
        ("answered", room.answered().into()),
        ("things", room.things.into()),
    ];
    let mut said = vec![look.lang.text_with("walk-answered", &arguments)];
    said.extend(besides);
    let line = Line::photo(photo, icon, room_name(look, place))
        .href(room_address(address, &key(place)))
        .text(said.join(" · "));
    Ok(if room.is_done() {
        line.end(html! { span.walk-done { (Icon::Check) span.unseen { (look.text("walk-room-done")) } } })
    } else {
        line
    })
}

/// The button to the next room that is not done.
pub fn next<T: Answered>(look: &Look, address: &str, room: &Room<T>) -> Button {
    let place = room.place.as_ref();
    let text = look.text_with("walk-next", "room", &room_name(look, place));
    Button::link(text, room_address(address, &key(place)))
        .icon(Icon::Room)
        .primary()
}

/// The things of a room, asked for again as long as the page is open.
pub struct Stops<'a> {
    /// In whose language.
    pub look: &'a Look,
    /// The room's address.
    pub address: String,
    /// The newest change that is shown.
    pub newest: u64,
    /// What the answers are sent as.
    pub field: &'static str,
    /// Each thing with its question.
    pub items: Vec<Markup>,
}

impl Stops<'_> {
    /// As a list, or the word that there are none.
    pub fn markup(&self) -> Markup {
        let look = self.look;
        html! {
            @if self.items.is_empty() {
                (Empty::new(Icon::Room, look.text("walk-nothing")))
            } @else {
                ol #stops.stops data-walk=(self.field) data-waiting=(look.text("walk-waiting"))
                    hx-get={ (self.address) "?seen=" (self.newest) } hx-trigger="every 4s" hx-select="#stops"
                    hx-swap="outerHTML" hx-sync="this:abort" {
                    @for item in &self.items { (item) }
                }
            }
        }
    }
}

/// An answer that can be given.
pub struct Choice {
    /// What is sent.
    pub key: &'static str,
    /// The word for it.
    pub label: &'static str,
    /// Its drawing.
    pub icon: Icon,
    /// Where more is asked, where a tap does not say enough.
    pub href: Option<String>,
}

/// What somebody has answered.
pub struct Said {
    /// The key of what they answered.
    pub key: &'static str,
    /// What that means for the thing.
    pub words: String,
    /// Who; empty where nobody knows.
    pub who: String,
    /// What whoever answers next has seen.
    pub revision: Revision,
}

impl Said {
    /// An answer that is there.
    pub fn new<T: Answered>(
        rows: &impl Rows,
        row: &Row<T>,
        key: &'static str,
        words: String,
    ) -> Result<Self> {
        let person = match row.changed.by {
            Some(person) => rows.find::<Person>(person)?,
            None => None,
        };
        Ok(Self {
            key,
            words,
            who: person.map(|row| row.body.name).unwrap_or_default(),
            revision: row.revision,
        })
    }
}

/// A thing with the question about it.
pub struct Stop<'a> {
    /// The archive.
    pub rows: &'a Reader,
    /// Who answers.
    pub viewer: &'a Viewer,
    /// In which language.
    pub look: &'a Look,
    /// The thing.
    pub item: &'a Row<Item>,
    /// Where an answer is sent.
    pub action: String,
    /// As what.
    pub field: &'static str,
    /// The room's word in addresses.
    pub room: &'a str,
    /// The question.
    pub question: String,
    /// The answers.
    pub choices: &'a [Choice],
    /// What takes an answer back, where one can be.
    pub take_back: Option<&'static str>,
    /// The answer that is there.
    pub said: Option<Said>,
    /// What they just answered that somebody else has answered otherwise.
    pub mine: Option<&'static str>,
}

impl Stop<'_> {
    /// As a row; above its answers what somebody else has answered since.
    pub fn markup(&self) -> Result<Markup> {
        let (look, item) = (self.look, self.item);
        let icon = Cards::new(self.rows, look, self.viewer).icon(item)?;
        let photo = cover(self.rows, Bearer::Item(item.id))?;
        let id = row_id(item.id);
        let details = &item.details;
        let marks = [details.maker.as_str(), &details.model, &details.colour];
        let marks = marks.into_iter().filter(|text| !text.is_empty());
        let marks = marks.collect::<Vec<_>>().join(" ");
        let said = self.said.as_ref();
        let key = said.map(|said| said.key);
        Ok(html! {
            li.stop #(id) data-said=[key] {
                a.stop-picture href={ "/items/" (item.id) } aria-label=(name(look, item)) tabindex="-1" {
                    @match &photo { Some(photo) => (photo.picture("", "8rem", false)), None => (icon) }
                }
                div.stop-text {
                    p.stop-name { (name(look, item)) }
                    @if !marks.is_empty() { p.quiet { (marks) } }
                    @if let Some(said) = said {
                        p.stop-said { (said.words) @if !said.who.is_empty() { " · " (said.who) } }
                    }
                }
                @if let Some(mine) = self.mine { (self.overtaken(mine)) }
                form.stop-answers method="post" action=(self.action) hx-post=(self.action) hx-target={ "#" (id) }
                    hx-swap="outerHTML" hx-select={ "#" (id) } hx-sync="closest ol:queue all" {
                    input type="hidden" name="item" value=(item.id);
                    input type="hidden" name="room" value=(self.room);
                    @if let Some(said) = said { input type="hidden" name="known" value=(said.revision.get()); }
                    div role="group" aria-label=(self.question) {
                        @for choice in self.choices {
                            @if let Some(href) = &choice.href {
                                a.answer.{ "is-" (choice.key) } href=(href) aria-current=[(key == Some(choice.key)).then_some("true")] {
                                    (choice.icon) span { (look.text(choice.label)) }
                                }
                            } @else {
                            button.answer.{ "is-" (choice.key) } #{ (id) "-" (choice.key) } type="submit" name=(self.field)
                                value=(choice.key) aria-pressed=(if key == Some(choice.key) { "true" } else { "false" }) {
                                (choice.icon) span { (look.text(choice.label)) }
                            }
                            }
                        }
                    }
                    @if let (Some(none), Some(_)) = (self.take_back, said) {
                        button.stop-back type="submit" name=(self.field) value=(none) {
                            (Icon::Undo) span { (look.text("walk-take-back")) span.unseen { ": " (name(look, item)) } }
                        }
                    }
                }
            }
        })
    }

    /// That somebody else has answered otherwise: nothing is changed until one of the answers is given again.
    fn overtaken(&self, mine: &str) -> Markup {
        let look = self.look;
        let word = |key| {
            let choice = self.choices.iter().find(|choice| choice.key == key);
            let word = choice.map(|choice| look.text(choice.label).to_lowercase());
            word.unwrap_or_default()
        };
        let said = self.said.as_ref();
        let who = said.map_or_else(String::new, |said| said.who.clone());
        let theirs = said.map_or_else(String::new, |said| word(said.key));
        let arguments = [
            ("who", who.into()),
            ("theirs", theirs.into()),
            ("mine", word(mine).into()),
        ];
        html! {
            p.stop-conflict role="alert" { (Icon::Warning) (look.lang.text_with("walk-overtaken", &arguments)) }
        }
    }
}

/// What the row of a thing is called in its page.
pub fn row_id(item: ItemId) -> String {
    format!("stop-{item}")
}

/// The question on a page of its own: what somebody without a script is told when another has answered otherwise.
pub fn asked_again(look: &Look, row: &Markup, rooms: &str, way: Breadcrumb) -> Response {
    let rooms = Button::link(look.text("walk-rooms"), rooms);
    let body = html! { ol.stops { (row) } div.row { (rooms) } };
    let page = Page::new(look, look.text("walk-question"), body)
        .breadcrumb(way)
        .narrow();
    (StatusCode::PRECONDITION_FAILED, page.answer(false)).into_response()
}
