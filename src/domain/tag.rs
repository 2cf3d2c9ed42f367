//! A tag: a word that a household puts on things.

use minicbor::{Decode, Encode};

use super::id::Id;

/// The id of a tag.
pub type TagId = Id<Tag>;

/// A word put on things; unique in the household, case ignored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Tag {
    /// Which.
    #[n(0)]
    pub id: TagId,
    /// The word.
    #[n(1)]
    pub name: String,
}
