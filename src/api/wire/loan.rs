//! A loan on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::loan::{self, LoanDetails},
    store::Row,
};

/// A thing that is lent to somebody, or was.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Loan {
    /// Which.
    pub id: Uuid,
    /// Which thing.
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
    pub fields: LoanFields,
}

/// What a person says about a loan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct LoanFields {
    /// To whom.
    #[schema(examples("Kalle"))]
    pub to: String,
    /// Since when; the day on which it is entered when nobody says.
    #[schema(value_type = Option<String>, format = Date, examples("2026-11-20"))]
    pub since: Option<Date>,
    /// When it is to be back, where that was agreed on.
    #[schema(value_type = Option<String>, format = Date, examples("2026-12-20"))]
    pub due: Option<Date>,
    /// When it came back; `null` while it is out.
    #[schema(value_type = Option<String>, format = Date, examples("2026-12-18"))]
    pub back: Option<Date>,
    /// What else there is to say, in Markdown.
    pub note: String,
}

impl From<&Row<loan::Loan>> for Loan {
    fn from(row: &Row<loan::Loan>) -> Self {
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

impl From<&LoanDetails> for LoanFields {
    fn from(details: &LoanDetails) -> Self {
        Self {
            to: details.to.clone(),
            since: Some(details.since),
            due: details.due,
            back: details.back,
            note: details.note.clone(),
        }
    }
}

impl LoanFields {
    /// What they say, as the archive keeps it.
    pub(in crate::api) fn read(self, today: Date) -> LoanDetails {
        LoanDetails {
            to: self.to,
            since: self.since.unwrap_or(today),
            due: self.due,
            back: self.back,
            note: self.note,
        }
    }
}

/// What a loan was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct LoanVersion {
    /// What was done to make it so.
    #[schema(examples("loan-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub loan: Loan,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_loan_reads_back_as_it_was_written() {
        let details = LoanDetails {
            due: Some(date(2026, 12, 20)),
            back: Some(date(2026, 12, 18)),
            note: "Med laddare.".into(),
            ..LoanDetails::since(date(2026, 11, 20), "Kalle".into())
        };
        let json = serde_json::to_value(LoanFields::from(&details)).unwrap();
        let read: LoanFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(date(2030, 1, 1)), details);
    }
}
