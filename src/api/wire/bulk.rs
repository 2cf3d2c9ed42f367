//! What is done to many things at once, on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Archived, Share, item::location};
use crate::{
    actions::bulk::Operation,
    domain::{id::Id, invalid::Invalid},
    error::{Error, Result},
};

/// What is done to which things. Either `ids` or `query` says which.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct BulkRequest {
    /// The things by their ids.
    #[serde(default)]
    pub ids: Vec<Uuid>,
    /// Everything in a list: its query string, as `GET /items` takes it.
    #[serde(default)]
    #[schema(examples("q=cykel&state=active"))]
    pub query: Option<String>,
    /// What is done to each of them.
    pub operation: BulkOperation,
}

/// What is done to each thing.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub(in crate::api) enum BulkOperation {
    /// Put it somewhere; nowhere when neither is given.
    Move {
        /// Into this place.
        #[serde(default)]
        place: Option<Uuid>,
        /// Into this thing.
        #[serde(default)]
        inside: Option<Uuid>,
    },
    /// Put tags on it, and take tags off.
    Tag {
        /// Those to put on.
        #[serde(default)]
        add: Vec<Uuid>,
        /// Those to take off.
        #[serde(default)]
        remove: Vec<Uuid>,
    },
    /// Say what sort of thing it is.
    Categorise {
        /// The category; `null` for none.
        category: Option<Uuid>,
    },
    /// Say whose it is.
    Give {
        /// Its owners; none means everybody's.
        owners: Vec<Share>,
    },
    /// Say how it left the household.
    Archive {
        /// How.
        archived: Archived,
    },
    /// Say that it is back.
    Unarchive,
    /// Put it into the bin.
    Remove,
    /// Take it out of the bin.
    Restore,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct BulkResult {
    /// How many things there were.
    pub count: usize,
    /// The number of the change, which `POST /changes/{number}/undo` takes back.
    pub change: u64,
}

impl BulkOperation {
    /// The operation, as the archive does it.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that cannot be so.
    pub(in crate::api) fn read(self) -> Result<Operation> {
        let tags = |uuids: Vec<Uuid>| uuids.into_iter().map(Id::from_uuid).collect();
        Ok(match self {
            Self::Move { place, inside } => {
                let mut invalid = Invalid::default();
                let location = location(place, inside, &mut invalid);
                Operation::Move(invalid.or(location).map_err(Error::from)?)
            }
            Self::Tag { add, remove } => Operation::Tag {
                add: tags(add),
                remove: tags(remove),
            },
            Self::Categorise { category } => Operation::Categorise(category.map(Id::from_uuid)),
            Self::Give { owners } => Operation::Give(owners.into_iter().map(Into::into).collect()),
            Self::Archive { archived } => Operation::Archive(Some(archived.read()?)),
            Self::Unarchive => Operation::Archive(None),
            Self::Remove => Operation::Remove,
            Self::Restore => Operation::Restore,
        })
    }
}
