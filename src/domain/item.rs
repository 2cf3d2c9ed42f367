//! A thing that the household owns.

pub mod aspect;

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    category::CategoryId, dates::PartialDate, field::OwnField, id::Id, identifier::Identifier,
    invalid::Invalid, money::Money, number::Number, person::PersonId, place::PlaceId, tag::TagId,
    text,
};

/// The id of a thing.
pub type ItemId = Id<Item>;

/// A thing, or the template of one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Item {
    /// Which.
    #[n(0)]
    pub id: ItemId,
    /// Its label's number; templates have none.
    #[n(1)]
    pub number: Option<Number>,
    /// What a person says about it.
    #[n(2)]
    pub details: Details,
    /// How it left the household, once it has.
    #[n(3)]
    pub archived: Option<Archived>,
}

impl Item {
    /// Whether it is a pattern for new things rather than a thing.
    #[must_use]
    pub const fn is_template(&self) -> bool {
        self.number.is_none()
    }

    /// Whether it waits in the tray for its name.
    #[must_use]
    pub const fn is_nameless(&self) -> bool {
        self.details.name.is_empty()
    }
}

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
    #[cbor(n(14), with = "super::dates::iso")]
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

/// How worn a thing is.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum Condition {
    /// As new.
    #[n(0)]
    New,
    /// Hardly used.
    #[n(1)]
    Good,
    /// Used.
    #[n(2)]
    Worn,
    /// Does not work.
    #[n(3)]
    Broken,
}

impl Condition {
    /// Every condition, the best first.
    pub const ALL: [Self; 4] = [Self::New, Self::Good, Self::Worn, Self::Broken];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Good => "good",
            Self::Worn => "worn",
            Self::Broken => "broken",
        }
    }

    /// The condition with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|condition| condition.key() == key)
    }
}

/// How and when a thing came into the household.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Acquired {
    /// When, as exactly as known.
    #[n(0)]
    pub on: Option<PartialDate>,
    /// How.
    #[n(1)]
    pub how: Option<Acquisition>,
    /// From whom: a shop, a person.
    #[n(2)]
    pub from: String,
    /// What was paid, each.
    #[n(3)]
    pub price: Option<Money>,
}

/// How a thing came into the household.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum Acquisition {
    /// For money.
    #[n(0)]
    Bought,
    /// As a gift.
    #[n(1)]
    Gift,
    /// By inheritance.
    #[n(2)]
    Inherited,
    /// Made at home.
    #[n(3)]
    Made,
    /// Found.
    #[n(4)]
    Found,
}

impl Acquisition {
    /// Every way, the commonest first.
    pub const ALL: [Self; 5] = [
        Self::Bought,
        Self::Gift,
        Self::Inherited,
        Self::Made,
        Self::Found,
    ];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bought => "bought",
            Self::Gift => "gift",
            Self::Inherited => "inherited",
            Self::Made => "made",
            Self::Found => "found",
        }
    }

    /// The way with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.key() == key)
    }
}

/// What one thing has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ItemLink {
    /// In what way.
    #[n(0)]
    pub kind: LinkKind,
    /// With which.
    #[n(1)]
    pub to: ItemId,
}

/// In what way two things belong together.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum LinkKind {
    /// They form a set; says the same in both directions.
    #[n(0)]
    Set,
    /// This one is an accessory of the other.
    #[n(1)]
    Accessory,
    /// This one replaces the other.
    #[n(2)]
    Replaces,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Set, Self::Accessory, Self::Replaces];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Accessory => "accessory",
            Self::Replaces => "replaces",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a thing left the household.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Archived {
    /// In what way.
    #[n(0)]
    pub how: Departure,
    /// When.
    #[n(1)]
    pub on: Option<PartialDate>,
    /// To whom.
    #[n(2)]
    pub to: String,
    /// For how much.
    #[n(3)]
    pub price: Option<Money>,
}

/// In what way a thing left the household.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum Departure {
    /// Sold.
    #[n(0)]
    Sold,
    /// Given away.
    #[n(1)]
    GivenAway,
    /// Thrown out.
    #[n(2)]
    ThrownOut,
}

impl Departure {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Sold, Self::GivenAway, Self::ThrownOut];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sold => "sold",
            Self::GivenAway => "given_away",
            Self::ThrownOut => "thrown_out",
        }
    }

    /// The way with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.key() == key)
    }
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
            ("description", &self.description, text::PROSE),
            ("notes", &self.notes, text::PROSE),
        ];
        for (field, value, most) in lines {
            if !text::fits(value, most) {
                invalid.push(field, "error-too-long");
            }
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
        for (field, money) in [("value", self.value), ("price", self.acquired.price)] {
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
