//! A sighting on the wire.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::{
        item::Location,
        sighting::{self, Finding},
    },
    store::Row,
};

/// What an inventory round found out about a thing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Sighting {
    /// Which.
    pub id: Uuid,
    /// Of which thing.
    pub item: Uuid,
    /// On which round.
    pub round: Uuid,
    /// The number of the change that made it what it is: what the next answer names as `known`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was taken back, while it lies in the bin.
    pub binned: Option<Stamp>,
    /// What they found.
    pub finding: Finding,
    /// The place where the archive said that a thing was that was moved; `null` where that was no place.
    pub from_place: Option<Uuid>,
    /// The thing in which the archive said that it was.
    pub from_inside: Option<Uuid>,
    /// The place to which it was moved.
    pub to: Option<Uuid>,
    /// What else was said, in Markdown.
    pub note: String,
}

impl From<&Row<sighting::Sighting>> for Sighting {
    fn from(row: &Row<sighting::Sighting>) -> Self {
        let details = &row.details;
        let (from_place, from_inside) = match details.moved.map(|moved| moved.from) {
            Some(Location::Place(place)) => (Some(place.uuid()), None),
            Some(Location::Inside(item)) => (None, Some(item.uuid())),
            Some(Location::Unknown) | None => (None, None),
        };
        Self {
            id: row.id.uuid(),
            item: row.item.uuid(),
            round: details.round.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            finding: details.finding,
            from_place,
            from_inside,
            to: details.moved.map(|moved| moved.to.uuid()),
            note: details.note.clone(),
        }
    }
}
