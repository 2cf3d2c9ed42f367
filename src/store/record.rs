//! What a row of the archive is: a record of a noun, with its revision and who touched it when.

use std::ops::Deref;

use jiff::Timestamp;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use crate::domain::{
    attachment::{Attachment, Bearer},
    category::Category,
    dates::millis,
    household::Household,
    id::Id,
    item::{Item, Location},
    person::{Person, PersonId},
    place::Place,
    saved_search::SavedSearch,
    tag::Tag,
};

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
}

impl Noun {
    /// Every one, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Household,
        Self::Person,
        Self::Place,
        Self::Item,
        Self::Attachment,
        Self::Tag,
        Self::Category,
        Self::SavedSearch,
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
    /// A photo or document belongs to a thing or place.
    AttachedTo = 2,
    /// A thing has a tag.
    Tagged = 3,
    /// A thing is of a category; a category belongs to a top category.
    Of = 4,
    /// A thing is owned by a person; a saved search is a person's.
    Owned = 5,
    /// A thing names another as its set, host or predecessor.
    LinkedTo = 6,
    /// A thing or place is shared with a guest.
    SharedWith = 7,
    /// A thing or place has this label number (4 bytes, big-endian).
    Numbered = 8,
    /// An attachment holds the file with this hash (32 bytes).
    Holds = 9,
    /// A photo or document belonged to a thing or place before it was moved elsewhere.
    HasLeft = 10,
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

fn to<T>(relation: Relation, id: Id<T>) -> Reference {
    (relation, id.bytes().to_vec())
}

impl Record for Household {
    const NOUN: Noun = Noun::Household;

    fn id(&self) -> Id<Self> {
        Self::ID
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Person {
    const NOUN: Noun = Noun::Person;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Place {
    const NOUN: Noun = Noun::Place;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let mut all = vec![(Relation::Numbered, self.number.get().to_be_bytes().to_vec())];
        all.extend(self.details.parent.map(|parent| to(Relation::In, parent)));
        all.extend(
            self.details
                .guests
                .iter()
                .map(|guest| to(Relation::SharedWith, *guest)),
        );
        all
    }
}

impl Record for Item {
    const NOUN: Noun = Noun::Item;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let details = &self.details;
        let mut all = Vec::new();
        all.extend(
            self.number
                .map(|number| (Relation::Numbered, number.get().to_be_bytes().to_vec())),
        );
        match details.location {
            Location::Unknown => {}
            Location::Place(place) => all.push(to(Relation::In, place)),
            Location::Inside(item) => all.push(to(Relation::In, item)),
        }
        all.extend(details.category.map(|category| to(Relation::Of, category)));
        all.extend(details.tags.iter().map(|tag| to(Relation::Tagged, *tag)));
        all.extend(
            details
                .owners
                .iter()
                .map(|share| to(Relation::Owned, share.person)),
        );
        all.extend(
            details
                .links
                .iter()
                .map(|link| to(Relation::LinkedTo, link.to)),
        );
        all.extend(
            details
                .guests
                .iter()
                .map(|guest| to(Relation::SharedWith, *guest)),
        );
        all
    }
}

impl Record for Attachment {
    const NOUN: Noun = Noun::Attachment;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let bearer = |relation, bearer: Bearer| (relation, bearer.uuid().as_bytes().to_vec());
        let mut all = vec![
            bearer(Relation::AttachedTo, self.of),
            (Relation::Holds, self.blob.bytes().to_vec()),
        ];
        let left = self.left.iter();
        all.extend(left.map(|left| bearer(Relation::HasLeft, *left)));
        all
    }
}

impl Record for Tag {
    const NOUN: Noun = Noun::Tag;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Category {
    const NOUN: Noun = Noun::Category;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        self.parent
            .map(|parent| to(Relation::Of, parent))
            .into_iter()
            .collect()
    }
}

impl Record for SavedSearch {
    const NOUN: Noun = Noun::SavedSearch;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![to(Relation::Owned, self.person)]
    }
}
