//! A place on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Stamp, Total};
use crate::{
    domain::{
        id::Id,
        place::{self, PlaceDetails, PlaceKind},
    },
    store::Row,
};

/// A place where things are.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Place {
    /// Which.
    pub id: Uuid,
    /// Its label's number.
    pub number: u32,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: PlaceFields,
}

/// What a person says about a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct PlaceFields {
    /// What it is called.
    pub name: String,
    /// What sort of place it is; what is usual inside its parent when nobody says.
    pub kind: Option<PlaceKind>,
    /// The place it is in; none for a home.
    pub parent: Option<Uuid>,
    /// A note in Markdown.
    pub note: String,
    /// The guests who see it and everything in it.
    pub guests: Vec<Uuid>,
}

impl From<&Row<place::Place>> for Place {
    fn from(row: &Row<place::Place>) -> Self {
        Self {
            id: row.id.uuid(),
            number: row.number.get(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl From<&PlaceDetails> for PlaceFields {
    fn from(details: &PlaceDetails) -> Self {
        Self {
            name: details.name.clone(),
            kind: Some(details.kind),
            parent: details.parent.map(Id::uuid),
            note: details.note.clone(),
            guests: details.guests.iter().map(|guest| guest.uuid()).collect(),
        }
    }
}

impl PlaceFields {
    /// What they say, as the archive keeps it; `usual` is its kind when they do not say.
    pub(in crate::api) fn read(self, usual: PlaceKind) -> PlaceDetails {
        PlaceDetails {
            name: self.name,
            kind: self.kind.unwrap_or(usual),
            parent: self.parent.map(Id::from_uuid),
            note: self.note,
            guests: self.guests.into_iter().map(Id::from_uuid).collect(),
        }
    }
}

/// A place among the others, with all that is in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct PlaceNode {
    /// Which.
    pub id: Uuid,
    /// Its label's number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// How much is in use in it and anywhere beneath it.
    pub total: Total,
    /// The places in it, by name.
    #[schema(no_recursion)]
    pub places: Vec<PlaceNode>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_as_it_was_written() {
        let mut details = PlaceDetails::named("Källare", PlaceKind::Storage, None);
        details.parent = Some(Id::from_uuid(Uuid::from_u128(7)));
        details.note = "Nyckel till höger".to_owned();
        details.guests = vec![Id::from_uuid(Uuid::from_u128(8))];
        let json = serde_json::to_value(PlaceFields::from(&details)).unwrap();
        let read: PlaceFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(PlaceKind::Other), details);
    }
}
