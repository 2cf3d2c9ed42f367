//! Something that the demo household owns, or owned.

use super::{NONE, Photo, Text, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, Departure, LinkKind},
};

/// How, when, from whom and for how much each (kronor) a thing came into the house.
#[derive(Clone, Copy, Debug)]
pub struct Acquired(pub Acquisition, pub When, pub Text, pub Option<i64>);

/// How, when, to whom and for how much (kronor) a thing left the house.
#[derive(Clone, Copy, Debug)]
pub struct Gone(pub Departure, pub When, pub Text, pub Option<i64>);

/// What a family notes in a field of its own.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// A word or a line.
    Text(Text),
    /// A number.
    Number(i64),
    /// Kronor.
    Money(i64),
    /// A date.
    Date(When),
    /// Yes or no.
    Flag(bool),
    /// One of some choices.
    Choice(Text),
    /// An address on the web.
    Link(&'static str),
}

/// Where a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// In a place.
    Place(&'static str),
    /// In another thing.
    Inside(&'static str),
}

/// Something that the household owns, or owned.
#[derive(Clone, Copy, Debug)]
pub struct Thing {
    /// What other things call it: `tv`.
    pub key: &'static str,
    /// Its name; `None` for what waits in the tray.
    pub name: Option<Text>,
    /// What it is, in Markdown.
    pub about: Text,
    /// How many.
    pub quantity: u32,
    /// The key of a shipped category.
    pub category: Option<&'static str>,
    /// Words that the family sorts by.
    pub tags: &'static [Text],
    /// Where it is.
    pub at: At,
    /// Who owns it, with shares in per cent; nobody means the household.
    pub owners: &'static [(&'static str, u8)],
    /// Who made it, and what they call it.
    pub made: (&'static str, &'static str),
    /// Its numbers and marks.
    pub identifiers: &'static [(IdentifierKind, &'static str)],
    /// Its colour, in words.
    pub colour: Text,
    /// How it has fared.
    pub condition: Option<Condition>,
    /// How it came.
    pub acquired: Option<Acquired>,
    /// Today's value of each, in kronor.
    pub value: Option<i64>,
    /// Whether the insurance knows of it.
    pub insured: bool,
    /// What the family wants to remember.
    pub notes: Text,
    /// Fields of the family's own.
    pub fields: &'static [(Text, Field)],
    /// What it is to other things.
    pub ties: &'static [(LinkKind, &'static str)],
    /// Whether only its owner sees it.
    pub private: bool,
    /// Where it went.
    pub gone: Option<Gone>,
    /// Its pictures, the cover first.
    pub photos: &'static [Photo],
    /// Keys of the documents that belong to it.
    pub documents: &'static [&'static str],
}

pub(super) const THING: Thing = Thing {
    key: "",
    name: None,
    about: NONE,
    quantity: 1,
    category: None,
    tags: &[],
    at: At::Place("villa"),
    owners: &[],
    made: ("", ""),
    identifiers: &[],
    colour: NONE,
    condition: None,
    acquired: None,
    value: None,
    insured: false,
    notes: NONE,
    fields: &[],
    ties: &[],
    private: false,
    gone: None,
    photos: &[],
    documents: &[],
};
