//! A receipt on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Stamp, read_date, read_money};
use crate::{
    domain::{
        country::Country,
        id::Id,
        invalid::Invalid,
        receipt::{self, Payment, ReceiptDetails},
        rules::{self, Deal, Purpose},
    },
    error::{Error, Result},
    store::Row,
};

/// A receipt, an invoice or another proof of having paid. Its pages are its documents.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Receipt {
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
    pub fields: ReceiptFields,
}

/// What a person says about a receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ReceiptFields {
    /// Who sold it.
    pub shop: String,
    /// When it was bought or paid: a day, a month or a year.
    #[schema(examples("2024-05-03"))]
    pub on: Option<String>,
    /// When the goods came or the work was done, where that was another day.
    #[schema(value_type = Option<String>, format = Date, examples("2024-05-06"))]
    pub received: Option<Date>,
    /// What was paid in all.
    pub total: Option<Money>,
    /// The value added tax in the total.
    pub vat: Option<Money>,
    /// How it was paid.
    pub payment: Option<Payment>,
    /// The number that the shop gave it.
    pub number: String,
    /// What else there is to say, in Markdown.
    pub note: String,
    /// What it is kept for: `complaint`, `withdrawal`, `guarantee`, `tax`, `tax_reduction`, `business`, `improvement`,
    /// `repair`, `deed`, `rent`, `loan`, `bill`, `valuable` or `insurance`.
    #[schema(examples(json!(["complaint"])))]
    pub purposes: Vec<String>,
    /// The country whose law holds between buyer and seller, as that of the household; the household's own where nobody says.
    #[schema(examples("se"))]
    pub country: Option<String>,
    /// What was agreed on with whom: `goods` from a shop when nobody says, `durable` ones, `private` from a person, a `service`
    /// on things, or work on a `building`.
    #[schema(examples("goods"))]
    pub deal: Option<String>,
    /// What was bought, line by line.
    pub lines: Vec<ReceiptLine>,
    /// The members of the household who alone see it; all of them when empty.
    pub only: Vec<Uuid>,
}

/// One line of a receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ReceiptLine {
    /// What it says.
    pub text: String,
    /// What was paid for all of it.
    pub price: Option<Money>,
    /// The thing that it proves.
    pub item: Option<Uuid>,
}

impl From<&Row<receipt::Receipt>> for Receipt {
    fn from(row: &Row<receipt::Receipt>) -> Self {
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

impl From<&ReceiptDetails> for ReceiptFields {
    fn from(details: &ReceiptDetails) -> Self {
        Self {
            shop: details.shop.clone(),
            on: details.on.map(|on| on.to_string()),
            received: details.received,
            total: details.total.map(Into::into),
            vat: details.vat.map(Into::into),
            payment: details.payment,
            number: details.number.clone(),
            note: details.note.clone(),
            purposes: details
                .purposes
                .iter()
                .map(|purpose| purpose.key().to_owned())
                .collect(),
            country: details.country.map(|country| country.key().to_owned()),
            deal: Some(details.deal.key().to_owned()),
            lines: details
                .lines
                .iter()
                .map(|line| ReceiptLine {
                    text: line.text.clone(),
                    price: line.price.map(Into::into),
                    item: line.item.map(Id::uuid),
                })
                .collect(),
            only: details.only.iter().map(|person| person.uuid()).collect(),
        }
    }
}

impl ReceiptFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self) -> Result<ReceiptDetails> {
        let mut invalid = Invalid::default();
        let mut lines = Vec::with_capacity(self.lines.len());
        for (at, line) in self.lines.into_iter().enumerate() {
            let price = read_money(
                line.price.as_ref(),
                &format!("lines[{at}].price"),
                &mut invalid,
            );
            lines.push(receipt::Line {
                text: line.text,
                price,
                item: line.item.map(Id::from_uuid),
            });
        }
        let mut purposes = Vec::with_capacity(self.purposes.len());
        for key in &self.purposes {
            match Purpose::from_key(key) {
                Some(purpose) => purposes.push(purpose),
                None => invalid.push("purposes", "error-choice"),
            }
        }
        let details = ReceiptDetails {
            shop: self.shop,
            on: read_date(self.on.as_deref(), "on", &mut invalid),
            received: self.received,
            total: read_money(self.total.as_ref(), "total", &mut invalid),
            vat: read_money(self.vat.as_ref(), "vat", &mut invalid),
            payment: self.payment,
            number: self.number,
            note: self.note,
            purposes,
            country: choice(
                self.country.as_deref(),
                Country::from_key,
                "country",
                "api-country",
                &mut invalid,
            ),
            deal: choice(
                self.deal.as_deref(),
                Deal::from_key,
                "deal",
                "error-choice",
                &mut invalid,
            )
            .unwrap_or_default(),
            lines,
            only: self.only.into_iter().map(Id::from_uuid).collect(),
        };
        invalid.or(details).map_err(Error::from)
    }
}

fn choice<T>(
    key: Option<&str>,
    from_key: fn(&str) -> Option<T>,
    field: &str,
    text: &'static str,
    invalid: &mut Invalid,
) -> Option<T> {
    let read = from_key(key?);
    if read.is_none() {
        invalid.push(field, text);
    }
    read
}

/// Until when a receipt is kept by one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::api) struct Kept {
    /// The rule's name among all countries' rules.
    #[schema(examples("se.goods.complaint"))]
    pub rule: String,
    /// What it is called, in the reader's language.
    pub name: String,
    /// What it is about: one of the receipt's purposes.
    pub purpose: &'static str,
    /// The last day; `null` where there is none yet.
    #[schema(value_type = Option<String>, format = Date, examples("2027-05-03"))]
    pub until: Option<Date>,
    /// What there is no day for yet: as long as it is `owned`, a `guarantee` lasts, there may be a `claim`, or such a thing
    /// should last (`lifespan`).
    pub open: Option<&'static str>,
    /// How long after that, as an ISO 8601 duration.
    #[schema(examples("P6Y"))]
    pub then: Option<String>,
    /// Where the rule is found.
    pub source: String,
    /// The edition of the country's rules.
    #[schema(value_type = String, format = Date)]
    pub edition: Date,
}

impl Kept {
    /// What a rule says, in a language.
    pub(in crate::api) fn new(kept: &rules::Kept, lang: crate::domain::lang::Lang) -> Self {
        let (until, open, then) = match kept.keep {
            rules::Keep::Until(until) => (Some(until), None, None),
            rules::Keep::Open(open, then) => {
                (None, Some(open.key()), then.map(|then| then.to_string()))
            }
        };
        Self {
            rule: kept.rule.id.clone(),
            name: kept.rule.name(lang).to_owned(),
            purpose: kept.rule.purpose.key(),
            until,
            open,
            then,
            source: kept.rule.source.clone(),
            edition: kept.rule.edition,
        }
    }
}

/// What a receipt was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct ReceiptVersion {
    /// What was done to make it so.
    #[schema(examples("receipt-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub receipt: Receipt,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{money::Currency, receipt::Line};

    #[test]
    fn a_receipt_reads_back_as_it_was_written() {
        let sek = |minor| Some(crate::domain::money::Money::new(minor, Currency::SEK));
        let details = ReceiptDetails {
            shop: "Elhörnan".into(),
            on: "2024-05-03".parse().ok(),
            received: "2024-05-06".parse().ok(),
            total: sek(49_900),
            vat: sek(9_980),
            payment: Some(Payment::Mobile),
            number: "A-17".into(),
            note: "Öppet köp".into(),
            purposes: vec![Purpose::Complaint, Purpose::TaxReduction],
            country: Some(Country::No),
            deal: Deal::Durable,
            lines: vec![Line {
                text: "Vattenkokare".into(),
                price: sek(49_900),
                item: Some(Id::from_uuid(Uuid::from_u128(7))),
            }],
            only: vec![Id::from_uuid(Uuid::from_u128(8))],
        };
        let json = serde_json::to_value(ReceiptFields::from(&details)).unwrap();
        let read: ReceiptFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read().unwrap(), details);
    }

    #[test]
    fn what_is_no_choice_is_told_by_its_field() {
        let fields = ReceiptFields {
            on: Some("3 maj".into()),
            purposes: vec!["fun".into()],
            country: Some("sweden".into()),
            deal: Some("barter".into()),
            lines: vec![ReceiptLine {
                price: Some(Money {
                    amount: "1,5".into(),
                    currency: "SEK".into(),
                }),
                ..ReceiptLine::default()
            }],
            ..ReceiptFields::default()
        };
        let Err(Error::Invalid(invalid)) = fields.read() else {
            panic!("all of it was taken");
        };
        for field in ["on", "purposes", "country", "deal", "lines[0].price.amount"] {
            assert!(invalid.get(field).is_some(), "{field}");
        }
    }
}
