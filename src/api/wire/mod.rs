//! What goes over the wire: types of their own, so that the archive can change without its callers noticing.

mod attachment;
mod bequest;
mod bulk;
mod change;
mod claim;
mod contact;
mod division;
mod division_move;
mod incident;
mod item;
mod job;
mod life;
mod loan;
mod loss;
mod memory;
mod own_field;
mod place;
mod plan;
mod policy;
mod possession;
mod preference;
mod proposal;
mod query;
mod receipt;
mod report;
mod round;
mod sighting;
mod warranty;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub(super) use self::{
    attachment::{Attachment, AttachmentFields, Refused},
    bequest::{Bequest, BequestFields, BequestVersion},
    bulk::{BulkRequest, BulkResult},
    change::{Change, ItemVersion, PlaceVersion},
    claim::{Claim, ClaimFields, ClaimVersion},
    contact::Contact,
    division::{Division, DivisionFields, DivisionRead, ThingsWanted},
    division_move::DivisionMove,
    incident::{Incident, IncidentFields, IncidentVersion, NewIncident},
    item::{Item, ItemFields},
    job::{Job, JobFields, JobVersion, Spent},
    life::Life,
    loan::{Loan, LoanFields, LoanVersion},
    loss::{Loss, LossFields, LossVersion},
    memory::{Memory, MemoryFields, MemoryVersion},
    own_field::OwnField,
    place::{Place, PlaceFields, PlaceNode},
    plan::{Plan, PlanFields, PlanVersion, Planned},
    policy::{CoverRead, Policy, PolicyFields, PolicyVersion},
    possession::{Archived, Share},
    preference::{Lang, Theme},
    proposal::{PlateRead, ReceiptRead},
    query::Filter,
    receipt::{Kept, Receipt, ReceiptFields, ReceiptVersion},
    report::{Report, ReportFields, ReportKept, ReportState},
    round::{Round, RoundFields, RoundVersion},
    sighting::Sighting,
    warranty::{Lasts, Warranty, WarrantyFields, WarrantyRead, WarrantyVersion},
};
use crate::{
    actions::totals,
    domain::{
        dates::PartialDate,
        id::Id,
        invalid::Invalid,
        money::{self, Currency},
    },
    error::Error,
    store,
};

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    /// The amount in whole units and decimals, with a point and nothing else between the digits.
    #[schema(pattern = r"^-?\d+(\.\d+)?$", examples("1234.50"))]
    pub amount: String,
    /// The ISO 4217 code of its currency.
    #[schema(pattern = "^[A-Z]{3}$", examples("SEK"))]
    pub currency: String,
}

impl From<money::Money> for Money {
    fn from(money: money::Money) -> Self {
        Self {
            amount: money.decimal(),
            currency: money.currency.code().to_owned(),
        }
    }
}

impl Money {
    /// The amount; what is wrong with it is told under `field`.
    fn read(&self, field: &str, invalid: &mut Invalid) -> Option<money::Money> {
        let Ok(currency) = self.currency.parse::<Currency>() else {
            invalid.push(format!("{field}.currency"), "api-currency");
            return None;
        };
        // People group thousands; a program that does may well have meant a decimal point.
        let (whole, decimals) = self
            .amount
            .split_once('.')
            .map_or((self.amount.as_str(), None), |(whole, decimals)| {
                (whole, Some(decimals))
            });
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let plain = digits(whole.strip_prefix('-').unwrap_or(whole))
            && decimals.is_none_or(|decimals| {
                digits(decimals) && decimals.len() <= currency.decimals() as usize
            });
        let read = plain.then(|| money::Money::parse(&self.amount, currency));
        let Some(Ok(money)) = read else {
            invalid.push(format!("{field}.amount"), "api-amount");
            return None;
        };
        Some(money)
    }
}

/// Reads an amount that may be left out.
fn read_money(money: Option<&Money>, field: &str, invalid: &mut Invalid) -> Option<money::Money> {
    money.and_then(|money| money.read(field, invalid))
}

/// Reads a date, month or year that may be left out.
fn read_date(text: Option<&str>, field: &str, invalid: &mut Invalid) -> Option<PartialDate> {
    let read = text?.parse();
    if read.is_err() {
        invalid.push(field, "api-date");
    }
    read.ok()
}

/// How many things, and what they are worth together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Total {
    /// How many things; one of which there are several counts once, as in a list.
    pub things: usize,
    /// What they are worth, each thing times its quantity: a sum for each currency.
    pub value: Vec<Money>,
}

impl From<&totals::Total> for Total {
    fn from(total: &totals::Total) -> Self {
        Self {
            things: total.things,
            value: total.value.iter().map(Into::into).collect(),
        }
    }
}

/// When something was done, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Stamp {
    /// When.
    pub at: Timestamp,
    /// The person; `null` when the program did it by itself.
    pub by: Option<Uuid>,
}

impl From<store::Stamp> for Stamp {
    fn from(stamp: store::Stamp) -> Self {
        Self {
            at: stamp.at,
            by: stamp.by.map(Id::uuid),
        }
    }
}

/// An error with its fields called as the wire calls them: `name` tells that of a field and its text, where it is another.
/// A field of one of several things (`items[3].location`) is called as it is of one.
fn named(error: Error, name: impl Fn(&str, &str) -> Option<&'static str>) -> Error {
    let Error::Invalid(told) = error else {
        return error;
    };
    let mut invalid = Invalid::default();
    for (field, text) in told.iter() {
        let own = field.strip_prefix("items[");
        let own = own
            .and_then(|rest| rest.split_once("]."))
            .map(|(_, own)| own);
        let own = own.unwrap_or(field);
        let around = &field[..field.len() - own.len()];
        let called = name(own, text).unwrap_or(own);
        invalid.push(format!("{around}{called}"), text);
    }
    Error::Invalid(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(amount: &str, currency: &str) -> Result<i64, Vec<(String, &'static str)>> {
        let money = Money {
            amount: amount.to_owned(),
            currency: currency.to_owned(),
        };
        let mut invalid = Invalid::default();
        let read = money.read("value", &mut invalid);
        let told = invalid.iter();
        read.map(|money| money.minor)
            .ok_or_else(|| told.map(|(field, text)| (field.to_owned(), text)).collect())
    }

    #[test]
    fn an_amount_is_read_only_as_machines_write_it() {
        assert_eq!(read("1234.50", "SEK"), Ok(123_450));
        assert_eq!(read("1234", "SEK"), Ok(123_400));
        assert_eq!(read("-0.5", "SEK"), Ok(-50));
        assert_eq!(read("1.234", "KWD"), Ok(1_234));
        assert_eq!(read("1200", "JPY"), Ok(1_200));
        let refused = |field: &str, text| Err(vec![(field.to_owned(), text)]);
        for amount in [
            "1,5",
            "1 000",
            "1.234",
            "1.",
            ".5",
            "",
            "-",
            "1e5",
            "kr",
            "99999999999999999999",
        ] {
            assert_eq!(
                read(amount, "SEK"),
                refused("value.amount", "api-amount"),
                "{amount}"
            );
        }
        assert_eq!(read("12.5", "JPY"), refused("value.amount", "api-amount"));
        assert_eq!(
            read("1", "kronor"),
            refused("value.currency", "api-currency")
        );
    }
}
