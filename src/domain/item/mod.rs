//! A thing that the household owns.

mod acquired;
mod affection;
mod archived;
pub mod aspect;
mod condition;
mod details;
mod link;
mod separate;

use minicbor::{Decode, Encode};

pub use self::{
    acquired::{Acquired, Acquisition},
    affection::Affection,
    archived::{Archived, Departure},
    condition::Condition,
    details::{Details, Location, Quantity, Share},
    link::{ItemLink, LinkKind},
    separate::{Ground, Separate},
};
use super::{id::Id, number::Number};

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
