//! A warranty on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::{
        id::Id,
        invalid::Invalid,
        warranty::{self, Span, Term, WarrantyDetails, WarrantyKind},
    },
    error::{Error, Result},
    store::Row,
};

/// A guarantee or an insurance of a thing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Warranty {
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
    /// The thing that it covers.
    pub item: Uuid,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: WarrantyFields,
}

impl Warranty {
    /// A warranty of which somebody is told this.
    pub(in crate::api) fn new(row: &Row<warranty::Warranty>, told: &WarrantyDetails) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            item: row.item.uuid(),
            fields: told.into(),
        }
    }
}

/// What a person says about a warranty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct WarrantyFields {
    /// Whose kind of promise it is.
    pub kind: WarrantyKind,
    /// Who made it.
    pub provider: String,
    /// Its first day; that of the purchase where nobody says.
    #[schema(value_type = Option<String>, format = Date, examples("2024-05-03"))]
    pub start: Option<Date>,
    /// How long it lasts from its first day: an ISO 8601 duration of days, weeks, months or years. Only one of `length`, `until`
    /// and `lifetime` is said.
    #[schema(examples("P2Y"))]
    pub length: Option<String>,
    /// Its last day.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// Whether it lasts as long as the thing.
    pub lifetime: bool,
    /// What it covers, in Markdown.
    pub terms: String,
    /// Whom to turn to.
    pub contact: String,
    /// The receipt that proves it; `null` also where you do not see that receipt. Then a change leaves it as it is.
    pub proof: Option<Uuid>,
}

impl Default for WarrantyFields {
    fn default() -> Self {
        (&WarrantyDetails::default()).into()
    }
}

impl From<&WarrantyDetails> for WarrantyFields {
    fn from(details: &WarrantyDetails) -> Self {
        let (length, until, lifetime) = match details.term {
            Term::Unknown => (None, None, false),
            Term::For(length) => (Some(length.to_string()), None, false),
            Term::Until(day) => (None, Some(day), false),
            Term::Lifetime => (None, None, true),
        };
        Self {
            kind: details.kind,
            provider: details.provider.clone(),
            start: details.start,
            length,
            until,
            lifetime,
            terms: details.terms.clone(),
            contact: details.contact.clone(),
            proof: details.proof.map(Id::uuid),
        }
    }
}

impl WarrantyFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self) -> Result<WarrantyDetails> {
        let mut invalid = Invalid::default();
        let term = self.term(&mut invalid);
        let details = WarrantyDetails {
            kind: self.kind,
            provider: self.provider,
            start: self.start,
            term,
            terms: self.terms,
            contact: self.contact,
            proof: self.proof.map(Id::from_uuid),
        };
        invalid.or(details).map_err(Error::from)
    }

    fn term(&self, invalid: &mut Invalid) -> Term {
        match (self.length.as_deref(), self.until, self.lifetime) {
            (None, None, false) => Term::Unknown,
            (Some(length), None, false) => length.parse().map_or_else(
                |_| {
                    invalid.push("length", "api-length");
                    Term::Unknown
                },
                Term::For,
            ),
            (None, Some(day), false) => Term::Until(day),
            (None, None, true) => Term::Lifetime,
            _ => {
                invalid.push("until", "api-one-term");
                Term::Unknown
            }
        }
    }
}

/// A warranty, and from when until when it holds.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct WarrantyRead {
    /// From when until when.
    #[serde(flatten)]
    pub lasts: Lasts,
    /// The warranty.
    #[serde(flatten)]
    pub warranty: Warranty,
}

/// From when until when something protects a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::api) struct Lasts {
    /// Its first day; `null` where nobody knows.
    #[schema(value_type = Option<String>, format = Date)]
    pub first_day: Option<Date>,
    /// Its last day; `null` where there is none, or nobody knows it.
    #[schema(value_type = Option<String>, format = Date, examples("2026-05-03"))]
    pub last_day: Option<Date>,
    /// How it stands today: `ahead`, `holds`, `over`, or `unknown` where nobody knows when it ends.
    #[schema(examples("holds"))]
    pub standing: &'static str,
}

impl Lasts {
    /// How a span stands on a day.
    pub(in crate::api) fn new(span: Span, today: Date) -> Self {
        Self {
            first_day: span.from,
            last_day: span.end.day(),
            standing: span.on(today).key(),
        }
    }
}

/// What a warranty was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct WarrantyVersion {
    /// What was done to make it so.
    #[schema(examples("warranty-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub warranty: Warranty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warranty_reads_back_as_it_was_written() {
        let terms = [
            Term::Unknown,
            Term::For("P18M".parse().unwrap()),
            Term::Until("2026-05-03".parse().unwrap()),
            Term::Lifetime,
        ];
        for term in terms {
            let details = WarrantyDetails {
                kind: WarrantyKind::Insurance,
                provider: "Svalan".into(),
                start: "2024-05-03".parse().ok(),
                term,
                terms: "Allt utom tappade kameror".into(),
                contact: "08-123 45".into(),
                proof: Some(Id::from_uuid(Uuid::from_u128(7))),
            };
            let json = serde_json::to_value(WarrantyFields::from(&details)).unwrap();
            let read: WarrantyFields = serde_json::from_value(json).unwrap();
            assert_eq!(read.read().unwrap(), details);
        }
    }

    #[test]
    fn only_one_term_is_said_and_it_has_a_length() {
        let refused = |fields: WarrantyFields, field: &str| {
            let Err(Error::Invalid(invalid)) = fields.read() else {
                panic!("it was taken");
            };
            assert!(invalid.get(field).is_some(), "{invalid}");
        };
        let length = |text: &str| WarrantyFields {
            length: Some(text.into()),
            ..WarrantyFields::default()
        };
        refused(length("2 years"), "length");
        refused(
            WarrantyFields {
                lifetime: true,
                ..length("P2Y")
            },
            "until",
        );
    }
}
