//! What was done, on the wire.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Item, Place, Stamp};
use crate::{domain::id::Id, store};

/// An entry of the change log: one action, and what it touched.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Change {
    /// Its place in the log.
    pub number: u64,
    /// When, and by whom.
    pub made: Stamp,
    /// What was done.
    #[schema(examples("item-change"))]
    pub action: String,
    /// The change that this one took back.
    pub undoes: Option<u64>,
    /// Whether you can take it back: it is yours to change, and nothing has changed since.
    pub undoable: bool,
    /// What it touched, as far as you see it.
    pub touched: Vec<Touch>,
}

/// What an action did to one record.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Touch {
    /// What sort of record: `item`, `place`, `attachment`, `person`, `tag`, `category`, `search`, `receipt`, `warranty`,
    /// `claim`, `plan`, `job`, `loan` or `household`.
    pub noun: &'static str,
    /// Which.
    pub id: Uuid,
    /// The revision it had before; `null` when it was made.
    pub before: Option<u64>,
    /// Whether it is gone for good.
    pub purged: bool,
}

impl Change {
    /// A change that somebody sees.
    pub(in crate::api) fn new(change: &store::Change, undoable: bool) -> Self {
        Self {
            number: change.number,
            made: Stamp {
                at: change.at,
                by: change.by.map(Id::uuid),
            },
            action: change.action.clone(),
            undoes: change.undoes,
            undoable,
            touched: change.touched.iter().map(Into::into).collect(),
        }
    }
}

impl From<&store::Touch> for Touch {
    fn from(touch: &store::Touch) -> Self {
        Self {
            noun: touch.key.noun.key(),
            id: touch.key.uuid(),
            before: touch.before.map(store::Revision::get),
            purged: touch.purged,
        }
    }
}

/// What a thing was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct ItemVersion {
    /// What was done to make it so.
    #[schema(examples("item-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub item: Item,
}

/// What a place was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct PlaceVersion {
    /// What was done to make it so.
    #[schema(examples("place-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub place: Place,
}
