//! What a person says about a thing: what its form holds.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{Acquired, Affection, Condition, ItemId, ItemLink, Separate};
use crate::domain::{
    category::CategoryId, field::OwnField, identifier::Identifier, invalid::Invalid, money::Money,
    person::PersonId, place::PlaceId, tag::TagId, text,
};

/// What a person says about a thing: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Details {
    /// What it is called; empty while it waits in the tray.
    #[n(0)]
    pub name: String,
    /// More about it, in Markdown.
    #[n(1)]
    pub description: String,
    /// How many of them.
    #[n(2)]
    pub quantity: Quantity,
    /// What sort of thing it is.
    #[n(3)]
    pub category: Option<CategoryId>,
    /// The words put on it.
    #[n(4)]
    pub tags: Vec<TagId>,
    /// Where it is.
    #[n(5)]
    pub location: Location,
    /// Whose it is; nobody's means everybody's.
    #[n(6)]
    pub owners: Vec<Share>,
    /// Who made it.
    #[n(7)]
    pub maker: String,
    /// Which of the maker's models.
    #[n(8)]
    pub model: String,
    /// What is written on it to tell it from all others.
    #[n(9)]
    pub identifiers: Vec<Identifier>,
    /// Its colour, in words.
    #[n(10)]
    pub colour: String,
    /// How worn it is.
    #[n(11)]
    pub condition: Option<Condition>,
    /// How and when it came into the household.
    #[n(12)]
    pub acquired: Acquired,
    /// What it is worth today, each.
    #[n(13)]
    pub value: Option<Money>,
    /// When somebody last said what it is worth.
    #[cbor(n(14), with = "crate::domain::dates::iso")]
    pub valued_on: Option<Date>,
    /// Whether it is insured.
    #[n(15)]
    pub insured: bool,
    /// Notes that are nobody else's business, in Markdown.
    #[n(16)]
    pub notes: String,
    /// The household's own fields.
    #[n(17)]
    pub fields: Vec<OwnField>,
    /// What other things it has to do with.
    #[n(18)]
    pub links: Vec<ItemLink>,
    /// Whether only its owners see it.
    #[n(19)]
    pub private: bool,
    /// The guests who see it.
    #[n(20)]
    pub guests: Vec<PersonId>,
    /// How dear it is.
    #[n(21)]
    pub affection: Option<Affection>,
    /// What the same or its like costs new today, each.
    #[n(22)]
    pub new_price: Option<Money>,
    /// When somebody last looked that price up.
    #[cbor(n(23), with = "crate::domain::dates::iso")]
    pub priced_on: Option<Date>,
    /// Where they saw it: a shop, an address.
    #[n(24)]
    #[cbor(default)]
    pub priced_at: String,
    /// That it is its owners' separate property (enskild egendom), where it is.
    #[n(25)]
    pub separate: Option<Separate>,
}

/// How many of a thing there are: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Quantity(#[n(0)] u32);

impl Quantity {
    /// The most that are counted.
    pub const MOST: u32 = 1_000_000;

    /// So many, between one and a million.
    #[must_use]
    pub const fn new(count: u32) -> Option<Self> {
        if count >= 1 && count <= Self::MOST {
            Some(Self(count))
        } else {
            None
        }
    }

    /// How many.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for Quantity {
    fn default() -> Self {
        Self(1)
    }
}

/// Where a thing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Location {
    /// Nobody has said.
    #[default]
    #[n(0)]
    Unknown,
    /// In a place.
    #[n(1)]
    Place(#[n(0)] PlaceId),
    /// In another thing: a lens in its bag.
    #[n(2)]
    Inside(#[n(0)] ItemId),
}

/// One owner's part of a thing: `parts` of the sum of all parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Share {
    /// Who.
    #[n(0)]
    pub person: PersonId,
    /// How many parts, at least one.
    #[n(1)]
    pub parts: u32,
}

/// The most tags, owners, identifiers, fields, links or guests that one thing has.
const MOST: usize = 100;

impl Details {
    /// A thing with a name and nothing more.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: text::line(name),
            ..Self::default()
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        let lines = [
            ("name", &self.name, text::NAME),
            ("maker", &self.maker, text::LINE),
            ("model", &self.model, text::LINE),
            ("colour", &self.colour, text::LINE),
            ("acquired_from", &self.acquired.from, text::LINE),
            ("priced_at", &self.priced_at, text::LINE),
            ("description", &self.description, text::PROSE),
            ("notes", &self.notes, text::PROSE),
        ];
        for (field, value, most) in lines {
            if !text::fits(value, most) {
                invalid.push(field, "error-too-long");
            }
        }
        let note = self.separate.as_ref().map(|separate| &separate.note);
        if note.is_some_and(|note| !text::fits(note, text::LINE)) {
            invalid.push("separate", "error-too-long");
        }
        let lists = [
            ("tags", self.tags.len()),
            ("owners", self.owners.len()),
            ("identifiers", self.identifiers.len()),
            ("fields", self.fields.len()),
            ("links", self.links.len()),
            ("guests", self.guests.len()),
        ];
        for (field, count) in lists {
            if count > MOST {
                invalid.push(field, "error-too-many");
            }
        }
        let amounts = [
            ("value", self.value),
            ("price", self.acquired.price),
            ("new_price", self.new_price),
        ];
        for (field, money) in amounts {
            if money.is_some_and(|money| money.minor < 0) {
                invalid.push(field, "error-negative");
            }
        }
        if self
            .owners
            .iter()
            .any(|share| share.parts == 0 || share.parts > 10_000)
        {
            invalid.push("owners", "error-share");
        }
        for field in &self.fields {
            if field.name.is_empty() || !text::fits(&field.name, text::NAME) {
                invalid.push("fields", "error-field-name");
            }
            if !text::fits(&field.value.plain(), text::PROSE) {
                invalid.push("fields", "error-too-long");
            }
        }
        invalid
    }
}
