//! What the index is told about a thing, and the changes it is told of.

use std::{iter, mem};

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::domain::{query::State, sight::Audience};

/// A thing as it is searched, filtered, sorted and counted. The index keeps nothing else and hands back only its id.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The thing.
    pub id: Uuid,
    /// Its short number, as on its label.
    pub number: u32,
    /// Its name; empty while it has none.
    pub name: String,
    /// Its description, as written.
    pub description: String,
    /// Its notes, as written.
    pub notes: String,
    /// The stories that go with it, as written.
    pub stories: Vec<String>,
    /// Who made it.
    pub maker: String,
    /// Which model.
    pub model: String,
    /// Its colour.
    pub colour: String,
    /// Who it was bought or got from.
    pub from_whom: String,
    /// Serial numbers, engravings and the like, as written.
    pub identifiers: Vec<String>,
    /// The texts of its own fields.
    pub own_fields: Vec<String>,
    /// Its tags: id and name.
    pub tags: Vec<(Uuid, String)>,
    /// Its category and that one's ancestors.
    pub categories: Vec<Uuid>,
    /// What these categories are called, in every language.
    pub category_names: Vec<String>,
    /// Its place and that one's ancestors, through the things it lies in.
    pub places: Vec<Uuid>,
    /// What these places are called.
    pub place_names: Vec<String>,
    /// What the things it lies in are called.
    pub container_names: Vec<String>,
    /// Its owners: id and name.
    pub owners: Vec<(Uuid, String)>,
    /// The text of each of its documents.
    pub documents: Vec<String>,
    /// What was done for it, and what its receipts are about, as written: for the household, and for no guest.
    pub log: Vec<String>,
    /// The text of its receipts, likewise.
    pub receipts: Vec<String>,
    /// Who sees it, and all that is said here.
    pub shown_to: Vec<Audience>,
    /// What those see who see it, but not everything around it. Nobody is in two of them, or sees it whole besides.
    pub glimpses: Vec<Glimpse>,
    /// Where it stands.
    pub state: State,
    /// What all of them are worth together, in minor units of the household's currency.
    pub value: Option<i64>,
    /// When it was acquired; the first day of it when only a month or a year is known.
    pub acquired: Option<Date>,
    /// When it was entered.
    pub added: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// Whether it has a photo.
    pub has_photo: bool,
    /// Whether it has a document.
    pub has_document: bool,
    /// Whether it is insured.
    pub insured: bool,
    /// How many there are.
    pub quantity: u32,
}

impl Entry {
    /// A thing with an id, a number and a name, seen by the household, and nothing else known.
    #[must_use]
    pub fn new(id: Uuid, number: u32, name: &str, added: Timestamp) -> Self {
        Self {
            id,
            number,
            name: name.to_owned(),
            description: String::new(),
            notes: String::new(),
            stories: Vec::new(),
            maker: String::new(),
            model: String::new(),
            colour: String::new(),
            from_whom: String::new(),
            identifiers: Vec::new(),
            own_fields: Vec::new(),
            tags: Vec::new(),
            categories: Vec::new(),
            category_names: Vec::new(),
            places: Vec::new(),
            place_names: Vec::new(),
            container_names: Vec::new(),
            owners: Vec::new(),
            documents: Vec::new(),
            log: Vec::new(),
            receipts: Vec::new(),
            shown_to: vec![Audience::Household],
            glimpses: Vec::new(),
            state: State::Active,
            value: None,
            acquired: None,
            added,
            changed: added,
            has_photo: false,
            has_document: false,
            insured: false,
            quantity: 1,
        }
    }

    /// The thing as each audience sees it: whole, then by its glimpses.
    pub(super) fn by_audience(mut self) -> impl Iterator<Item = Self> {
        let mut glimpses = mem::take(&mut self.glimpses).into_iter();
        let mut next = Some(self);
        iter::from_fn(move || {
            let present = next.take()?;
            next = glimpses.next().map(|glimpse| Self {
                shown_to: glimpse.shown_to,
                places: glimpse.places,
                place_names: glimpse.place_names,
                container_names: glimpse.container_names,
                log: Vec::new(),
                receipts: Vec::new(),
                ..present.clone()
            });
            Some(present)
        })
    }
}

/// What guests see of where a thing is, who are told nothing of what was done for it or paid.
#[derive(Clone, Debug, Default)]
pub struct Glimpse {
    /// Who.
    pub shown_to: Vec<Audience>,
    /// As [`Entry::places`].
    pub places: Vec<Uuid>,
    /// As [`Entry::place_names`].
    pub place_names: Vec<String>,
    /// As [`Entry::container_names`].
    pub container_names: Vec<String>,
}

/// A change that the index follows.
#[derive(Clone, Debug)]
pub enum Change {
    /// The thing is new, or is now so.
    Put(Box<Entry>),
    /// The thing is gone for good; one in the bin is put with its state instead.
    Remove(Uuid),
}
