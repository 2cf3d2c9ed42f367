//! A loss on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Stamp, read_money};
use crate::{
    domain::{
        id::Id,
        invalid::Invalid,
        loss::{self, Fate, LossDetails, Settled, Settlement},
    },
    error::{Error, Result},
    store::Row,
};

/// What became of a thing in an incident.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Loss {
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
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: LossFields,
}

/// What a person says about a loss.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct LossFields {
    /// In which incident. It has to be said.
    #[schema(value_type = Uuid)]
    pub incident: Option<Uuid>,
    /// What became of the thing; `gone` when nobody says.
    #[schema(value_type = Option<Fate>, examples("gone"))]
    pub fate: Option<Fate>,
    /// What is wrong with it, in Markdown.
    pub note: String,
    /// How it was settled; `null` while it is open.
    pub settlement: Option<Settlement>,
    /// When it was settled; today when it is and nobody says.
    #[schema(value_type = Option<String>, format = Date)]
    pub settled_on: Option<Date>,
    /// For how much, paid to the household.
    pub amount: Option<Money>,
    /// By whom.
    pub by: String,
}

impl From<&Row<loss::Loss>> for Loss {
    fn from(row: &Row<loss::Loss>) -> Self {
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

impl From<&LossDetails> for LossFields {
    fn from(details: &LossDetails) -> Self {
        let settled = details.settled.as_ref();
        Self {
            incident: Some(details.incident.uuid()),
            fate: Some(details.fate),
            note: details.note.clone(),
            settlement: settled.map(|settled| settled.how),
            settled_on: settled.map(|settled| settled.on),
            amount: settled.and_then(|settled| settled.amount).map(Into::into),
            by: settled
                .map(|settled| settled.by.clone())
                .unwrap_or_default(),
        }
    }
}

impl LossFields {
    /// What they say, as the archive keeps it, on a day.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self, today: Date) -> Result<LossDetails> {
        let mut invalid = Invalid::default();
        if self.incident.is_none() {
            invalid.push("incident", "error-incident-missing");
        }
        let amount = read_money(self.amount.as_ref(), "amount", &mut invalid);
        let says_more = self.settled_on.is_some() || amount.is_some() || !self.by.is_empty();
        if self.settlement.is_none() && says_more {
            invalid.push("settlement", "error-outcome-missing");
        }
        let settled = self.settlement.map(|how| Settled {
            how,
            on: self.settled_on.unwrap_or(today),
            amount,
            by: self.by,
        });
        let incident = Id::from_uuid(self.incident.unwrap_or_default());
        let details = LossDetails {
            note: self.note,
            settled,
            ..LossDetails::of(incident, self.fate.unwrap_or(Fate::Gone))
        };
        invalid.or(details).map_err(Error::from)
    }
}

/// What a loss was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct LossVersion {
    /// What was done to make it so.
    #[schema(examples("loss-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub loss: Loss,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::money::{self, Currency};

    const TODAY: Date = date(2026, 11, 28);

    #[test]
    fn a_loss_reads_back_as_it_was_written() {
        let incident = Id::from_uuid(Uuid::from_u128(7));
        for settled in [
            None,
            Some(Settled {
                how: Settlement::Paid,
                on: date(2026, 12, 24),
                amount: Some(money::Money::new(500_000, Currency::SEK)),
                by: "Bolaget".into(),
            }),
        ] {
            let details = LossDetails {
                note: "Repad".into(),
                settled,
                ..LossDetails::of(incident, Fate::Damaged)
            };
            let json = serde_json::to_value(LossFields::from(&details)).unwrap();
            let read: LossFields = serde_json::from_value(json).unwrap();
            assert_eq!(read.read(TODAY).unwrap(), details);
        }
    }

    #[test]
    fn half_a_settlement_and_no_incident_are_told_by_field() {
        let fields = LossFields {
            by: "Bolaget".into(),
            ..LossFields::default()
        };
        let Err(Error::Invalid(invalid)) = fields.read(TODAY) else {
            panic!("it was taken");
        };
        assert!(invalid.get("incident").is_some() && invalid.get("settlement").is_some());
    }
}
