//! A place: a home, or a room, cupboard or box in one, as deep as wanted.

use minicbor::{Decode, Encode};

use super::{id::Id, invalid::Invalid, keyed::keyed, number::Number, person::PersonId, text};

/// The id of a place.
pub type PlaceId = Id<Place>;

/// What sort of place it is; decides its picture and what is offered inside it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A house or a flat.
    #[n(0)]
    House,
    /// A summer house.
    #[n(1)]
    Cottage,
    /// A boat.
    #[n(2)]
    Boat,
    /// A rented or separate storage.
    #[n(3)]
    Storage,
    /// A room.
    #[n(4)]
    Room,
    /// A cupboard, shelf or drawer.
    #[n(5)]
    Cupboard,
    /// A box.
    #[n(6)]
    Box,
    /// Anything else: a garden, a car.
    #[n(7)]
    Other,
}

keyed!(PlaceKind {
    House => "house",
    Cottage => "cottage",
    Boat => "boat",
    Storage => "storage",
    Room => "room",
    Cupboard => "cupboard",
    Box => "box",
    Other => "other",
});

impl PlaceKind {
    /// What a new place inside one of this kind most likely is.
    #[must_use]
    pub const fn usual_child(self) -> Self {
        match self {
            Self::House | Self::Cottage | Self::Boat => Self::Room,
            Self::Room | Self::Other => Self::Cupboard,
            Self::Storage | Self::Cupboard | Self::Box => Self::Box,
        }
    }
}

/// A place where things are.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Place {
    /// Which.
    #[n(0)]
    pub id: PlaceId,
    /// Its label's number.
    #[n(1)]
    pub number: Number,
    /// What a person says about it.
    #[n(2)]
    pub details: PlaceDetails,
}

/// What a person says about a place.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PlaceDetails {
    /// What it is called.
    #[n(0)]
    pub name: String,
    /// What sort of place it is.
    #[n(1)]
    pub kind: PlaceKind,
    /// The place it is in; none for a home.
    #[n(2)]
    pub parent: Option<PlaceId>,
    /// A note in Markdown.
    #[n(3)]
    pub note: String,
    /// The guests who see it and everything in it.
    #[n(4)]
    pub guests: Vec<PersonId>,
}

impl PlaceDetails {
    /// A place with a name and nothing more.
    #[must_use]
    pub fn named(name: &str, kind: PlaceKind, parent: Option<PlaceId>) -> Self {
        Self {
            name: text::line(name),
            kind,
            parent,
            note: String::new(),
            guests: Vec::new(),
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if self.name.is_empty() {
            invalid.push("name", "error-name-empty");
        }
        if !text::fits(&self.name, text::NAME) {
            invalid.push("name", "error-too-long");
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        invalid
    }
}
