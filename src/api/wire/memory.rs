//! A memory on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Stamp, read_date};
use crate::{
    domain::{
        invalid::Invalid,
        memory::{self, MemoryDetails},
    },
    error::{Error, Result},
    store::Row,
};

/// A story that goes with a thing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Memory {
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
    /// What a person tells.
    #[serde(flatten)]
    pub fields: MemoryFields,
}

/// What a person tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct MemoryFields {
    /// What it is about, in a line.
    #[schema(examples("How the clock came home"))]
    pub title: String,
    /// The story, in Markdown; empty where it is told by a recording.
    pub text: String,
    /// When it happened, to the day, month or year.
    #[schema(examples("1954-06"))]
    pub on: Option<String>,
    /// Who was there, by name; at most 50.
    pub people: Vec<String>,
    /// Where it happened.
    #[schema(examples("Smögen"))]
    pub place: String,
}

impl From<&Row<memory::Memory>> for Memory {
    fn from(row: &Row<memory::Memory>) -> Self {
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

impl From<&MemoryDetails> for MemoryFields {
    fn from(details: &MemoryDetails) -> Self {
        Self {
            title: details.title.clone(),
            text: details.text.clone(),
            on: details.on.map(|on| on.to_string()),
            people: details.people.clone(),
            place: details.place.clone(),
        }
    }
}

impl MemoryFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self) -> Result<MemoryDetails> {
        let mut invalid = Invalid::default();
        let details = MemoryDetails {
            title: self.title,
            text: self.text,
            on: read_date(self.on.as_deref(), "on", &mut invalid),
            people: self.people,
            place: self.place,
        };
        invalid.or(details).map_err(Error::from)
    }
}

/// What a memory was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct MemoryVersion {
    /// What was done to make it so.
    #[schema(examples("memory-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub memory: Memory,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_reads_back_as_it_was_written() {
        let details = MemoryDetails {
            text: "Den slog fel varje midsommar.".into(),
            on: "1954-06".parse().ok(),
            people: vec!["Elsa".into(), "Gustav".into()],
            place: "Smögen".into(),
            ..MemoryDetails::of("Farfars ur")
        };
        let json = serde_json::to_value(MemoryFields::from(&details)).unwrap();
        let read: MemoryFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read().unwrap(), details);
    }

    #[test]
    fn a_day_that_is_none_is_told_by_its_field() {
        let fields = MemoryFields {
            on: Some("i våras".into()),
            ..MemoryFields::default()
        };
        assert!(
            matches!(fields.read(), Err(Error::Invalid(invalid)) if invalid.get("on").is_some())
        );
    }
}
