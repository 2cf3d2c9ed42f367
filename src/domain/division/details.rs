//! What a person says about a division: what its form holds.

use std::collections::HashSet;

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use crate::domain::{
    aspect::aspects, dates, invalid::Invalid, keyed::keyed, person::PersonId, text,
};

/// What a person says about a division.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DivisionDetails {
    /// What it is called.
    #[n(0)]
    pub name: String,
    /// Why property is divided.
    #[n(1)]
    pub occasion: Occasion,
    /// The day whose values hold: of the application for divorce, of the separation, of the death.
    #[cbor(n(2), with = "dates::iso")]
    pub on: Option<Date>,
    /// How it is decided who gets what.
    #[n(3)]
    pub method: Method,
    /// Among whom, in the order of their first turns.
    #[n(4)]
    pub parties: Vec<Party>,
    /// What else is agreed, in Markdown.
    #[n(5)]
    pub note: String,
}

/// Somebody among whom property is divided.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Party {
    /// Their name, as they sign with it.
    #[n(0)]
    pub name: String,
    /// Who of the household they are, if anybody.
    #[n(1)]
    pub person: Option<PersonId>,
    /// How many parts of the whole are theirs, at least one.
    #[n(2)]
    pub parts: u32,
}

impl Party {
    /// Somebody with one part.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            person: None,
            parts: 1,
        }
    }
}

/// Why property is divided.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// A marriage ends, or spouses divide while it lasts.
    #[default]
    #[n(0)]
    Spouses,
    /// People who lived together part.
    #[n(1)]
    Cohabitants,
    /// Heirs divide an estate.
    #[n(2)]
    Heirs,
}

keyed!(Occasion {
    Spouses => "spouses",
    Cohabitants => "cohabitants",
    Heirs => "heirs",
});

/// How it is decided who gets what.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// They take turns.
    #[default]
    #[n(0)]
    Turns,
    /// Each says what they wish for; what several wish for is taken in turns, or agreed on.
    #[n(1)]
    Wishes,
}

keyed!(Method {
    Turns => "turns",
    Wishes => "wishes",
});

aspects!(DivisionDetails {
    /// What it is called.
    Name = "name" at name;
    /// Why property is divided.
    Occasion = "occasion" at occasion;
    /// The day whose values hold.
    On = "on" at on;
    /// How it is decided.
    Method = "method" at method;
    /// Among whom.
    Parties = "parties" at parties;
    /// What else is agreed.
    Note = "note" at note;
});

impl DivisionDetails {
    /// The fewest and the most parties.
    pub const PARTIES: std::ops::RangeInclusive<usize> = 2..=8;
    /// The most parts of one party.
    pub const PARTS: u32 = 10_000;

    /// What cannot be taken, by field: those of a party as `parties[1].name`.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.name, text::NAME) {
            invalid.push("name", why);
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        if !Self::PARTIES.contains(&self.parties.len()) {
            invalid.push("parties", "error-division-parties");
        }
        let mut names = HashSet::new();
        for (at, party) in self.parties.iter().enumerate() {
            let field = |part: &str| format!("parties[{at}].{part}");
            if let Err(why) = text::name(&party.name, text::NAME) {
                invalid.push(field("name"), why);
            } else if !names.insert(party.name.to_lowercase()) {
                invalid.push(field("name"), "error-division-party-twice");
            }
            if party.parts == 0 || party.parts > Self::PARTS {
                invalid.push(field("parts"), "error-share");
            }
        }
        invalid
    }
}
