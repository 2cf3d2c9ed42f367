//! What a household publishes of one stolen thing: a closed list of fields, each held to its rule.

mod check;
mod colour;
mod digest;
mod mark;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::{
    colour::Colour,
    digest::{Digest, DigestError},
    mark::{Mark, MarkKind},
};
use super::contact::ContactKey;
use crate::domain::lang::Lang;

/// The version of the protocol that this program speaks.
pub const VERSION: u32 = 1;
/// The longest title, in characters.
pub const TITLE: usize = 120;
/// The longest make, model, colour of a maker or name of a municipality, in characters.
pub const WORDS: usize = 100;
/// The longest description of a work of art, in characters for each field.
pub const FEATURES: usize = 1000;
/// How many identifiers, photos and materials an entry may have, of each.
pub const MANY: usize = 10;

/// An entry, as its publisher signs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The version of the protocol: [`VERSION`].
    pub version: u32,
    /// The registry that it is meant for, by its address: an entry is worth nothing at another.
    pub registry: String,
    /// Its id, drawn at random (version 4): it tells nothing of the thing's id at home.
    pub entry_id: Uuid,
    /// How many times it has been told, from 1: a lower one never replaces a higher one.
    pub revision: u64,
    /// What the publisher says of the thing.
    pub state: Claim,
    /// Whether everybody may browse to it.
    pub visibility: Visibility,
    /// The key of a shipped category.
    pub category: String,
    /// What it is, in a line.
    pub title: String,
    /// Who made it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub make: String,
    /// What its maker calls it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// Its colours, the largest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub colours: Vec<Colour>,
    /// What it is made of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<String>,
    /// What describes art and antiques.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectDetails>,
    /// What it is known by. Never shown: whoever has the thing types it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Mark>,
    /// When and where it was taken.
    pub incident: Incident,
    /// Where it was reported, for moderators alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police: Option<Police>,
    /// Its photos, by the SHA-256 of their bytes as they are sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Digest>,
    /// The languages of its texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The key that what strangers write is sealed to.
    pub contact: ContactKey,
    /// Whether strangers may write.
    pub accept_tips: bool,
    /// The last day on which it is listed.
    pub expires: Date,
    /// When it was written.
    pub issued: Timestamp,
}

/// What a publisher says of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// It is gone.
    Stolen,
    /// It is back.
    Recovered,
}

/// Who gets to see an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody, by searching too.
    Browse,
    /// Whoever types an identifier that it has.
    MatchOnly,
}

/// What Object ID (ICOM, ISO 23404 in its spirit) asks of art and antiques, beside photos, type, title and materials.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ObjectDetails {
    /// Height, width, depth, weight.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measurements: String,
    /// Signatures, dedications, stamps and what else is written on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub inscriptions: String,
    /// Damage, repairs, and what no other like it has.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub features: String,
    /// What it shows.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// When it was made, as closely as is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Who made it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub maker: String,
}

impl ObjectDetails {
    /// Each field by its name.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("measurements", &self.measurements),
            ("inscriptions", &self.inscriptions),
            ("features", &self.features),
            ("subject", &self.subject),
            ("period", &self.period),
            ("maker", &self.maker),
        ]
    }
}

/// When and where something was taken: never closer than a municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// The first day on which it may have been.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The country, by its two letters (ISO 3166-1): `SE`.
    pub country: String,
    /// The county or what it is called there, by its code (ISO 3166-2): `SE-AB`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub county: Option<String>,
    /// The municipality, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
}

/// Where a theft was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Police {
    /// Which police.
    pub authority: String,
    /// The number of the report.
    pub reference: String,
}

/// A language of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Sv => Self::Sv,
            Lang::En => Self::En,
        }
    }
}

#[cfg(test)]
mod tests;
