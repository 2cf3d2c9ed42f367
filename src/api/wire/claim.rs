//! A claim on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Contact, Stamp};
use crate::{
    domain::{
        claim::{self, Against, ClaimDetails, Ended, Outcome},
        id::Id,
        invalid::Invalid,
    },
    error::{Error, Result},
    store::Row,
};

/// A claim: something was wrong with a thing, and somebody was asked to put it right. Its papers are its documents.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Claim {
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
    /// The thing that it is about.
    pub item: Uuid,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: ClaimFields,
}

/// What a person says about a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ClaimFields {
    /// What was wrong, in Markdown.
    #[schema(min_length = 1)]
    pub problem: String,
    /// By what right it was made.
    pub against: ClaimAgainst,
    /// The warranty that it was made by, when `against` says `warranty`.
    pub warranty: Option<Uuid>,
    /// The day on which it was made; today when nobody says.
    #[schema(value_type = Option<String>, format = Date)]
    pub opened: Option<Date>,
    /// Who was spoken with about it.
    #[schema(max_items = 200)]
    pub contacts: Vec<Contact>,
    /// What came of it; `null` while it is open.
    pub outcome: Option<Outcome>,
    /// The day on which it ended; today when there is an outcome and nobody says.
    #[schema(value_type = Option<String>, format = Date)]
    pub closed: Option<Date>,
}

/// By what right a claim is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum ClaimAgainst {
    /// That which the law gives against the seller.
    #[default]
    Right,
    /// A warranty of the thing.
    Warranty,
    /// Something else: goodwill, or a warranty that is there no more.
    Other,
}

impl From<&Row<claim::Claim>> for Claim {
    fn from(row: &Row<claim::Claim>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            item: row.item.uuid(),
            fields: (&row.details).into(),
        }
    }
}

impl From<&ClaimDetails> for ClaimFields {
    fn from(details: &ClaimDetails) -> Self {
        let (against, warranty) = match details.against {
            Against::Right => (ClaimAgainst::Right, None),
            Against::Warranty(warranty) => (ClaimAgainst::Warranty, Some(warranty.uuid())),
            Against::Other => (ClaimAgainst::Other, None),
        };
        Self {
            problem: details.problem.clone(),
            against,
            warranty,
            opened: Some(details.opened),
            contacts: details.contacts.iter().map(Into::into).collect(),
            outcome: details.ended.map(|ended| ended.how),
            closed: details.ended.map(|ended| ended.on),
        }
    }
}

impl ClaimFields {
    /// What they say, as the archive keeps it, on a day.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self, today: Date) -> Result<ClaimDetails> {
        let mut invalid = Invalid::default();
        let against = match (self.against, self.warranty) {
            (ClaimAgainst::Right, None) => Against::Right,
            (ClaimAgainst::Other, None) => Against::Other,
            (ClaimAgainst::Warranty, Some(warranty)) => Against::Warranty(Id::from_uuid(warranty)),
            _ => {
                invalid.push("warranty", "api-claim-warranty");
                Against::Right
            }
        };
        let ended = match (self.outcome, self.closed) {
            (Some(how), on) => Some(Ended {
                how,
                on: on.unwrap_or(today),
            }),
            (None, None) => None,
            (None, Some(_)) => {
                invalid.push("outcome", "error-outcome-missing");
                None
            }
        };
        let details = ClaimDetails {
            against,
            problem: self.problem,
            opened: self.opened.unwrap_or(today),
            contacts: self.contacts.into_iter().map(Into::into).collect(),
            ended,
        };
        invalid.or(details).map_err(Error::from)
    }
}

/// What a claim was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct ClaimVersion {
    /// What was done to make it so.
    #[schema(examples("claim-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub claim: Claim,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::contact;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn a_claim_reads_back_as_it_was_written() {
        let warranty = Against::Warranty(Id::from_uuid(Uuid::from_u128(7)));
        for against in [Against::Right, warranty, Against::Other] {
            let details = ClaimDetails {
                against,
                problem: "Läcker".into(),
                contacts: vec![contact::Contact {
                    on: TODAY,
                    with: "Elhörnan".into(),
                    said: "De hämtar den".into(),
                }],
                ended: Some(Ended {
                    how: Outcome::Repaired,
                    on: TODAY,
                }),
                ..ClaimDetails::opened_on(date(2026, 11, 1))
            };
            let json = serde_json::to_value(ClaimFields::from(&details)).unwrap();
            let read: ClaimFields = serde_json::from_value(json).unwrap();
            assert_eq!(read.read(TODAY).unwrap(), details);
        }
    }

    #[test]
    fn what_nobody_said_the_day_of_is_of_today() {
        let fields = ClaimFields {
            problem: "Läcker".into(),
            outcome: Some(Outcome::Refused),
            ..ClaimFields::default()
        };
        let details = fields.read(TODAY).unwrap();
        assert_eq!(details.opened, TODAY);
        assert_eq!(details.ended.map(|ended| ended.on), Some(TODAY));
    }

    #[test]
    fn half_an_outcome_and_half_a_warranty_are_told_by_field() {
        let fields = ClaimFields {
            against: ClaimAgainst::Warranty,
            closed: Some(TODAY),
            ..ClaimFields::default()
        };
        let Err(Error::Invalid(invalid)) = fields.read(TODAY) else {
            panic!("it was taken");
        };
        assert!(invalid.get("warranty").is_some() && invalid.get("outcome").is_some());
    }
}
