//! A saved search: a view of the things that a person gave a name.

use minicbor::{Decode, Encode};

use super::{id::Id, person::PersonId};

/// The id of a saved search.
pub type SavedSearchId = Id<SavedSearch>;

/// A named view: its link, and who made it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SavedSearch {
    /// Which.
    #[n(0)]
    pub id: SavedSearchId,
    /// Whose.
    #[n(1)]
    pub person: PersonId,
    /// What they call it.
    #[n(2)]
    pub name: String,
    /// The canonical query string of the view.
    #[n(3)]
    pub query: String,
    /// Whether the rest of the household sees it too.
    #[n(4)]
    pub shared: bool,
}
