//! What a row of the archive is: a record of a noun, with its revision and who touched it when.

use std::ops::Deref;

use jiff::Timestamp;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use crate::domain::{attachment::Bearer, dates::millis, id::Id, person::PersonId};

/// The kinds of rows. The number is the first byte of a row's key: never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Noun {
    /// The household.
    #[n(1)]
    Household,
    /// A person.
    #[n(2)]
    Person,
    /// A place.
    #[n(3)]
    Place,
    /// A thing.
    #[n(4)]
    Item,
    /// A photo or a document.
    #[n(5)]
    Attachment,
    /// A tag.
    #[n(6)]
    Tag,
    /// A category.
    #[n(7)]
    Category,
    /// A saved search.
    #[n(8)]
    SavedSearch,
    /// A receipt.
    #[n(9)]
    Receipt,
    /// A guarantee or an insurance of a thing.
    #[n(10)]
    Warranty,
    /// A claim about a thing.
    #[n(11)]
    Claim,
    /// A plan.
    #[n(12)]
    Plan,
    /// A job.
    #[n(13)]
    Job,
    /// A loan.
    #[n(14)]
    Loan,
    /// A memory.
    #[n(15)]
    Memory,
    /// A bequest.
    #[n(16)]
    Bequest,
    /// An incident.
    #[n(17)]
    Incident,
    /// What an incident did to a thing.
    #[n(18)]
    Loss,
    /// A report.
    #[n(20)]
    Report,
    /// A policy.
    #[n(19)]
    Policy,
    /// An inventory round.
    #[n(21)]
    Round,
    /// A division of property.
    #[n(22)]
    Division,
    /// What a round found out about a thing.
    #[n(23)]
    Sighting,
}

impl Noun {
    /// Every one, in the order of their numbers.
    pub const ALL: [Self; 23] = [
        Self::Household,
        Self::Person,
        Self::Place,
        Self::Item,
        Self::Attachment,
        Self::Tag,
        Self::Category,
        Self::SavedSearch,
        Self::Receipt,
        Self::Warranty,
        Self::Claim,
        Self::Plan,
        Self::Job,
        Self::Loan,
        Self::Memory,
        Self::Bequest,
        Self::Incident,
        Self::Loss,
        Self::Report,
        Self::Policy,
        Self::Round,
        Self::Division,
        Self::Sighting,
    ];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Household => 1,
            Self::Person => 2,
            Self::Place => 3,
            Self::Item => 4,
            Self::Attachment => 5,
            Self::Tag => 6,
            Self::Category => 7,
            Self::SavedSearch => 8,
            Self::Receipt => 9,
            Self::Warranty => 10,
            Self::Claim => 11,
            Self::Plan => 12,
            Self::Job => 13,
            Self::Loan => 14,
            Self::Memory => 15,
            Self::Bequest => 16,
            Self::Incident => 17,
            Self::Loss => 18,
            Self::Report => 20,
            Self::Policy => 19,
            Self::Round => 21,
            Self::Division => 22,
            Self::Sighting => 23,
        }
    }

    pub(super) fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.byte() == byte)
    }

    /// The word for it in links and texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Person => "person",
            Self::Place => "place",
            Self::Item => "item",
            Self::Attachment => "attachment",
            Self::Tag => "tag",
            Self::Category => "category",
            Self::SavedSearch => "search",
            Self::Receipt => "receipt",
            Self::Warranty => "warranty",
            Self::Claim => "claim",
            Self::Plan => "plan",
            Self::Job => "job",
            Self::Loan => "loan",
            Self::Memory => "memory",
            Self::Bequest => "bequest",
            Self::Incident => "incident",
            Self::Loss => "loss",
            Self::Report => "report",
            Self::Policy => "policy",
            Self::Round => "round",
            Self::Division => "division",
            Self::Sighting => "sighting",
        }
    }
}

/// The key of a row: its noun, then its id, so that one noun's rows lie together in the order they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Key {
    /// What kind of row.
    #[n(0)]
    pub noun: Noun,
    #[n(1)]
    id: Id<()>,
}

impl Key {
    /// The key of a record.
    #[must_use]
    pub const fn of<T: Record>(id: Id<T>) -> Self {
        Self {
            noun: T::NOUN,
            id: Id::from_uuid(id.uuid()),
        }
    }

    /// The id, if it is one of a `T`.
    #[must_use]
    pub fn id<T: Record>(self) -> Option<Id<T>> {
        (self.noun == T::NOUN).then(|| Id::from_uuid(self.id.uuid()))
    }

    /// The id without its noun.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.id.uuid()
    }

    /// The key of what a photo or document belongs to.
    #[must_use]
    pub const fn bearing(of: Bearer) -> Self {
        match of {
            Bearer::Item(item) => Self::of(item),
            Bearer::Place(place) => Self::of(place),
            Bearer::Receipt(receipt) => Self::of(receipt),
            Bearer::Claim(claim) => Self::of(claim),
            Bearer::Job(job) => Self::of(job),
            Bearer::Memory(memory) => Self::of(memory),
            Bearer::Incident(incident) => Self::of(incident),
        }
    }

    pub(super) fn bytes(self) -> [u8; 17] {
        let mut bytes = [0; 17];
        bytes[0] = self.noun.byte();
        bytes[1..].copy_from_slice(&self.id.bytes());
        bytes
    }

    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let (noun, id) = bytes.split_first()?;
        Some(Self {
            noun: Noun::from_byte(*noun)?,
            id: Id::from_bytes(id.try_into().ok()?),
        })
    }
}

/// The number of the change that made a row what it is: what a form carries, and an `ETag` shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Revision(#[n(0)] u64);

impl Revision {
    /// The revision made by the change with this number.
    #[must_use]
    pub const fn new(change: u64) -> Self {
        Self(change)
    }

    /// The number of the change.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// When something was done, and by whom; nobody when the program did it by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Stamp {
    /// When.
    #[cbor(n(0), with = "millis")]
    pub at: Timestamp,
    /// By whom.
    #[n(1)]
    pub by: Option<PersonId>,
}

/// A record with what the store knows about it. Reads like the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Row<T> {
    /// What a save must name, to prove that it saw this version.
    #[n(0)]
    pub revision: Revision,
    /// When it was made.
    #[n(1)]
    pub created: Stamp,
    /// When it was last changed.
    #[n(2)]
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    #[n(3)]
    pub binned: Option<Stamp>,
    /// The record.
    #[n(4)]
    pub body: T,
}

impl<T> Deref for Row<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

/// How one row refers to another, or to what it is found by. The number is the first byte of a link's key: never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Relation {
    /// A thing or place is in a place or thing.
    In = 1,
    /// A photo or document belongs to a thing, place, receipt, claim, job, memory or incident.
    AttachedTo = 2,
    /// A thing has a tag.
    Tagged = 3,
    /// A thing is of a category; a category belongs to a top category.
    Of = 4,
    /// A thing is owned by a person; a saved search or a receipt is a person's own.
    Owned = 5,
    /// A thing names another as its set, host or predecessor.
    LinkedTo = 6,
    /// A thing or place is shared with a guest.
    SharedWith = 7,
    /// A thing or place has this label number (4 bytes, big-endian).
    Numbered = 8,
    /// An attachment or a report holds the file with this hash (32 bytes).
    Holds = 9,
    /// A photo or document belonged to a thing, place, receipt, claim, job, memory or incident before it was moved elsewhere.
    HasLeft = 10,
    /// A receipt proves a thing.
    Proves = 11,
    /// A warranty covers a thing.
    Covers = 12,
    /// A warranty is proved by a receipt.
    ProvedBy = 13,
    /// A claim is about a thing.
    ClaimOf = 14,
    /// A claim is made by a warranty.
    ClaimBy = 15,
    /// A plan is for a thing.
    Plans = 16,
    /// A job was done for a thing.
    DoneFor = 17,
    /// A job fulfilled a plan.
    Fulfils = 18,
    /// A loan is of a thing.
    Lends = 19,
    /// A plan is a person's to carry out.
    Falls = 20,
    /// A memory is of a thing.
    Remembers = 21,
    /// A bequest is of a thing.
    Bequeaths = 22,
    /// A loss is of a thing.
    Loses = 23,
    /// A loss came of an incident.
    CameOf = 24,
    /// A sighting is of a thing.
    Sees = 25,
    /// A sighting was made on a round.
    SeenIn = 26,
    /// A division divides a thing.
    Divides = 27,
}

/// One reference of a row: what it refers to, in bytes.
pub type Reference = (Relation, Vec<u8>);

/// A noun that the store keeps.
pub trait Record: Clone + PartialEq + Encode<()> + for<'b> Decode<'b, ()> {
    /// Which.
    const NOUN: Noun;

    /// Its id.
    fn id(&self) -> Id<Self>;

    /// What it refers to; the store keeps the way back.
    fn references(&self) -> Vec<Reference>;
}
