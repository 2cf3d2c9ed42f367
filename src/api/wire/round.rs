//! An inventory round on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::{
        id::Id,
        round::{self, RoundDetails},
    },
    store::Row,
};

/// An inventory round.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Round {
    /// Which.
    pub id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was begun, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// The day it was begun.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// The day it was ended; `null` while it goes on.
    #[schema(value_type = Option<String>, format = Date)]
    pub ended_on: Option<Date>,
    /// Who ended it.
    pub ended_by: Option<Uuid>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: RoundFields,
}

/// What a person says about an inventory round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct RoundFields {
    /// What it is called; empty where its year says enough.
    pub name: String,
    /// The place that it goes through, with all within; `null` for the whole home. It may be gone since.
    pub place: Option<Uuid>,
    /// What came of it, in Markdown.
    pub note: String,
}

impl From<&Row<round::Round>> for Round {
    fn from(row: &Row<round::Round>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            since: row.since,
            ended_on: row.ended.map(|ended| ended.on),
            ended_by: row.ended.map(|ended| ended.by.uuid()),
            fields: (&row.details).into(),
        }
    }
}

impl From<&RoundDetails> for RoundFields {
    fn from(details: &RoundDetails) -> Self {
        Self {
            name: details.name.clone(),
            place: details.place.map(Id::uuid),
            note: details.note.clone(),
        }
    }
}

impl RoundFields {
    /// What they say, as the archive keeps it.
    pub(in crate::api) fn read(self) -> RoundDetails {
        RoundDetails {
            name: self.name,
            place: self.place.map(Id::from_uuid),
            note: self.note,
        }
    }
}

/// What an inventory round was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct RoundVersion {
    /// What was done to make it so.
    #[schema(examples("round-end"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub round: Round,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_reads_back_as_it_was_written() {
        let details = RoundDetails {
            name: "Höstrundan".into(),
            place: Some(Id::from_uuid(Uuid::from_u128(7))),
            note: "Vinden står kvar.".into(),
        };
        let json = serde_json::to_value(RoundFields::from(&details)).unwrap();
        let read: RoundFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(), details);
    }
}
