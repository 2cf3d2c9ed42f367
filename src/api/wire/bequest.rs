//! A bequest on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::bequest::{self, BequestDetails},
    store::Row,
};

/// Who somebody would like a thing to go to: a wish, and no will.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Bequest {
    /// Which.
    pub id: Uuid,
    /// Of which thing.
    pub item: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What a person says.
    #[serde(flatten)]
    pub fields: BequestFields,
}

/// What a person says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct BequestFields {
    /// Whom the thing is meant for, by name.
    #[schema(examples("Maja"))]
    pub to: String,
    /// Why, and what else there is to say, in Markdown.
    pub note: String,
    /// Whether the household may know; until then only its writer does.
    pub open: bool,
}

impl From<&Row<bequest::Bequest>> for Bequest {
    fn from(row: &Row<bequest::Bequest>) -> Self {
        Self {
            id: row.id.uuid(),
            item: row.item.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl From<&BequestDetails> for BequestFields {
    fn from(details: &BequestDetails) -> Self {
        Self {
            to: details.to.clone(),
            note: details.note.clone(),
            open: details.open,
        }
    }
}

impl BequestFields {
    /// What they say, as the archive keeps it.
    pub(in crate::api) fn read(self) -> BequestDetails {
        BequestDetails {
            to: self.to,
            note: self.note,
            open: self.open,
        }
    }
}

/// What a bequest was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct BequestVersion {
    /// What was done to make it so.
    #[schema(examples("bequest-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub bequest: Bequest,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bequest_reads_back_as_it_was_written() {
        let details = BequestDetails {
            to: "Maja".into(),
            note: "Hon dansade på den.".into(),
            open: true,
        };
        let json = serde_json::to_value(BequestFields::from(&details)).unwrap();
        let read: BequestFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(), details);
    }
}
