//! An incident on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Contact, Stamp};
use crate::{
    domain::{
        incident::{self, IncidentDetails, IncidentKind, Insurance, Police},
        invalid::Invalid,
        moment::Moment,
    },
    error::{Error, Result},
    store::Row,
};

/// Something that happened to what the household owns. What it did is its losses; what it looks like its photos and documents.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Incident {
    /// Which.
    pub id: Uuid,
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
    pub fields: IncidentFields,
}

/// What a person says about an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct IncidentFields {
    /// What sort of thing happened. It has to be said.
    #[schema(value_type = IncidentKind, examples("burglary"))]
    pub kind: Option<IncidentKind>,
    /// What the household calls it; otherwise it goes by its kind and day.
    pub title: String,
    /// When it happened, or the last time all was well: a day, or a day and a time by the clock on the wall.
    #[schema(examples("2026-11-26T08:00"))]
    pub from: Option<String>,
    /// When it was over, or found out.
    #[schema(examples("2026-11-27"))]
    pub to: Option<String>,
    /// Where.
    pub place: String,
    /// What happened, in Markdown.
    pub story: String,
    /// How they got in, in Markdown.
    pub entry: String,
    /// The number of the report to the police.
    #[schema(examples("5000-K123456-26"))]
    pub police_number: String,
    /// Whom it was reported to.
    pub authority: String,
    /// With whom it is insured.
    pub insurer: String,
    /// The number of the policy.
    pub policy: String,
    /// The number that the insurer gave the claim.
    pub claim_number: String,
    /// Who can be asked about it, in Markdown.
    pub people: String,
    /// Calls and letters.
    #[schema(max_items = 200)]
    pub contacts: Vec<Contact>,
}

/// A new incident: what is said about it, and the things that are gone by it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(try_from = "serde_json::Map<String, serde_json::Value>")]
pub(in crate::api) struct NewIncident {
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: IncidentFields,
    /// The things that are gone by it.
    pub items: Vec<Uuid>,
}

impl TryFrom<serde_json::Map<String, serde_json::Value>> for NewIncident {
    type Error = serde_json::Error;

    fn try_from(
        mut all: serde_json::Map<String, serde_json::Value>,
    ) -> Result<Self, serde_json::Error> {
        let items = match all.remove("items") {
            Some(items) => serde_json::from_value(items)?,
            None => Vec::new(),
        };
        let fields = serde_json::from_value(all.into())?;
        Ok(Self { fields, items })
    }
}

impl From<&Row<incident::Incident>> for Incident {
    fn from(row: &Row<incident::Incident>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl From<&IncidentDetails> for IncidentFields {
    fn from(details: &IncidentDetails) -> Self {
        Self {
            kind: Some(details.kind),
            title: details.title.clone(),
            from: details.from.map(|moment| moment.to_string()),
            to: details.to.map(|moment| moment.to_string()),
            place: details.place.clone(),
            story: details.story.clone(),
            entry: details.entry.clone(),
            police_number: details.police.number.clone(),
            authority: details.police.authority.clone(),
            insurer: details.insurance.insurer.clone(),
            policy: details.insurance.policy.clone(),
            claim_number: details.insurance.claim.clone(),
            people: details.people.clone(),
            contacts: details.contacts.iter().map(Into::into).collect(),
        }
    }
}

impl IncidentFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self) -> Result<IncidentDetails> {
        let mut invalid = Invalid::default();
        if self.kind.is_none() {
            invalid.push("kind", "error-incident-kind");
        }
        let mut moment = |field, text: Option<String>| {
            let moment = text?.parse::<Moment>();
            if moment.is_err() {
                invalid.push(field, "api-moment");
            }
            moment.ok()
        };
        let (from, to) = (moment("from", self.from), moment("to", self.to));
        let details = IncidentDetails {
            kind: self.kind.unwrap_or(IncidentKind::Other),
            title: self.title,
            from,
            to,
            place: self.place,
            story: self.story,
            entry: self.entry,
            police: Police {
                number: self.police_number,
                authority: self.authority,
            },
            insurance: Insurance {
                insurer: self.insurer,
                policy: self.policy,
                claim: self.claim_number,
            },
            people: self.people,
            contacts: self.contacts.into_iter().map(Into::into).collect(),
        };
        invalid.or(details).map_err(Error::from)
    }
}

/// What an incident was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct IncidentVersion {
    /// What was done to make it so.
    #[schema(examples("incident-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub incident: Incident,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_incident_reads_back_as_it_was_written() {
        let details = IncidentDetails {
            from: Some("2026-11-26T08:00".parse().unwrap()),
            police: Police {
                number: "5000-K1".into(),
                authority: "Polisen".into(),
            },
            ..IncidentDetails::of(IncidentKind::Burglary)
        };
        let json = serde_json::to_value(IncidentFields::from(&details)).unwrap();
        let read: IncidentFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read().unwrap(), details);
    }

    #[test]
    fn a_new_one_names_what_is_gone_and_nothing_that_is_not_known() {
        let item = Uuid::from_u128(7);
        let new = json!({"kind": "theft", "items": [item]});
        let new: NewIncident = serde_json::from_value(new).unwrap();
        assert_eq!(new.items, [item]);
        assert_eq!(new.fields.kind, Some(IncidentKind::Theft));
        assert!(serde_json::from_value::<NewIncident>(json!({"kid": 1})).is_err());
    }

    #[test]
    fn no_kind_and_no_moment_are_told_by_field() {
        let fields = IncidentFields {
            from: Some("i går".into()),
            ..IncidentFields::default()
        };
        let Err(Error::Invalid(invalid)) = fields.read() else {
            panic!("it was taken");
        };
        assert!(invalid.get("kind").is_some() && invalid.get("from").is_some());
    }
}
