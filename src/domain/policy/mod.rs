//! A home insurance of the household: with whom, for how much, and what it pays by age.

mod shortfall;

use jiff::civil::Date;
use minicbor::{Decode, Encode};

pub use self::shortfall::{Belonging, Excess, Shortfalls, shortfalls};
use super::{
    aspect::aspects,
    country::Country,
    deduction::{Table, typical},
    id::Id,
    invalid::Invalid,
    money::Money,
    text,
};

/// The id of a policy.
pub type PolicyId = Id<Policy>;

/// An insurance of what the household owns.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Policy {
    /// Which.
    #[n(0)]
    pub id: PolicyId,
    /// What is said about it.
    #[n(1)]
    pub details: PolicyDetails,
}

/// What a person says about a policy: what its form holds. All its amounts are in the currency of the sum insured.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PolicyDetails {
    /// With whom.
    #[n(0)]
    pub insurer: String,
    /// Its number with them.
    #[n(1)]
    pub number: String,
    /// The most that is paid for everything together.
    #[n(2)]
    pub sum_insured: Money,
    /// The most that is paid for one thing.
    #[n(3)]
    pub single_limit: Option<Money>,
    /// The most that is paid for all valuables together.
    #[n(4)]
    pub valuables_limit: Option<Money>,
    /// What the household bears itself (självrisk), once for each incident.
    #[n(5)]
    pub deductible: Option<Money>,
    /// Whom to turn to: a telephone number, an address.
    #[n(6)]
    pub contact: String,
    /// The day on which it is next renewed.
    #[cbor(n(7), with = "super::dates::iso")]
    pub renews_on: Option<Date>,
    /// What it pays by age.
    #[n(8)]
    pub table: TableChoice,
}

/// Which table tells what a policy pays by age.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub enum TableChoice {
    /// What is usual in the country, an estimate.
    #[default]
    #[n(0)]
    Typical,
    /// The policy's own, as the household entered it.
    #[n(1)]
    Own(#[n(0)] Table),
}

aspects!(PolicyDetails {
    /// With whom.
    Insurer = "insurer" at insurer;
    /// Its number.
    Number = "number" at number;
    /// For how much.
    SumInsured = "sum_insured" at sum_insured;
    /// The most for one thing.
    SingleLimit = "single_limit" at single_limit;
    /// The most for valuables.
    ValuablesLimit = "valuables_limit" at valuables_limit;
    /// What the household bears itself.
    Deductible = "deductible" at deductible;
    /// Whom to turn to.
    Contact = "contact" at contact;
    /// When it is renewed.
    RenewsOn = "renews_on" at renews_on;
    /// What it pays by age.
    Table = "table" at table;
});

impl PolicyDetails {
    /// A policy for a sum, of which nothing else is said yet.
    #[must_use]
    pub const fn of_sum(sum_insured: Money) -> Self {
        Self {
            insurer: String::new(),
            number: String::new(),
            sum_insured,
            single_limit: None,
            valuables_limit: None,
            deductible: None,
            contact: String::new(),
            renews_on: None,
            table: TableChoice::Typical,
        }
    }

    /// What it pays by age in a country; none where it has no table of its own and nothing usual is known there.
    #[must_use]
    pub fn table(&self, country: Country) -> Option<&Table> {
        match &self.table {
            TableChoice::Typical => typical(country).map(|typical| &typical.table),
            TableChoice::Own(table) => Some(table),
        }
    }

    /// What cannot be taken, by field: those of its own table as `table.rows.bikes.steps`.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.insurer, text::LINE) {
            invalid.push("insurer", why);
        }
        if !text::fits(&self.number, text::LINE) {
            invalid.push("number", "error-too-long");
        }
        if !text::fits(&self.contact, text::PROSE) {
            invalid.push("contact", "error-too-long");
        }
        let amounts = [
            ("sum_insured", Some(self.sum_insured)),
            ("single_limit", self.single_limit),
            ("valuables_limit", self.valuables_limit),
            ("deductible", self.deductible),
        ];
        for (field, amount) in amounts {
            if amount.is_some_and(|amount| amount.minor < 0) {
                invalid.push(field, "error-negative");
            }
            self.check_currency(&mut invalid, field, amount);
        }
        if let TableChoice::Own(table) = &self.table {
            for (field, why) in table.check().iter() {
                invalid.push(format!("table.{field}"), why);
            }
            for (kind, row) in &table.rows {
                let field = format!("table.rows.{}.cap", kind.key());
                self.check_currency(&mut invalid, &field, row.cap);
            }
        }
        invalid
    }

    fn check_currency(&self, invalid: &mut Invalid, field: &str, amount: Option<Money>) {
        if amount.is_some_and(|amount| amount.currency != self.sum_insured.currency) {
            invalid.push(field, "error-one-currency");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::domain::{
        deduction::{Basis, Kind, Row, Step},
        money::Currency,
        percent::Percent,
    };

    fn kr(kronor: i64) -> Money {
        Money::new(kronor * 100, Currency::SEK)
    }

    fn eur(euros: i64) -> Money {
        Money::new(euros * 100, "EUR".parse().unwrap())
    }

    fn own_table() -> Table {
        let row = Row {
            basis: Basis::Purchase,
            steps: vec![Step {
                months: 12,
                percent: Percent::ALL,
            }],
            then: Percent::new(80).unwrap(),
            floor: Percent::new(20).unwrap(),
            cap: Some(kr(10_000)),
        };
        Table {
            insurer: "Bolaget".to_owned(),
            version: date(2026, 1, 1),
            source: "Villkor H 12, s. 31".to_owned(),
            is_estimate: false,
            rows: BTreeMap::from([(Kind::Bikes, row.clone()), (Kind::Other, row)]),
        }
    }

    fn policy() -> PolicyDetails {
        PolicyDetails {
            insurer: "Bolaget".to_owned(),
            number: "12-345".to_owned(),
            single_limit: Some(kr(50_000)),
            valuables_limit: Some(kr(100_000)),
            deductible: Some(kr(1_500)),
            renews_on: Some(date(2027, 3, 1)),
            table: TableChoice::Own(own_table()),
            ..PolicyDetails::of_sum(kr(1_000_000))
        }
    }

    #[test]
    fn a_policy_reads_back_as_it_was_stored() {
        let details = policy();
        assert!(details.check().is_empty());
        let bytes = minicbor::to_vec(&details).unwrap();
        assert_eq!(minicbor::decode::<PolicyDetails>(&bytes).unwrap(), details);
        let bytes = minicbor::to_vec(PolicyDetails::of_sum(kr(1))).unwrap();
        let least: PolicyDetails = minicbor::decode(&bytes).unwrap();
        assert_eq!(least, PolicyDetails::of_sum(kr(1)));
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let mut table = own_table();
        let bikes = table.rows.get_mut(&Kind::Bikes).unwrap();
        bikes.steps.clear();
        bikes.cap = Some(eur(-1));
        table.rows.get_mut(&Kind::Other).unwrap().steps[0].months = 0;
        let details = PolicyDetails {
            insurer: " ".to_owned(),
            number: "x".repeat(text::LINE + 1),
            contact: "x".repeat(text::PROSE + 1),
            single_limit: Some(eur(500)),
            deductible: Some(kr(-1)),
            table: TableChoice::Own(table),
            ..policy()
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().collect();
        let expected = [
            ("insurer", "error-name-empty"),
            ("number", "error-too-long"),
            ("contact", "error-too-long"),
            ("single_limit", "error-one-currency"),
            ("deductible", "error-negative"),
            ("table.rows.bikes.cap", "error-negative"),
            ("table.rows.other.steps", "error-steps-order"),
            ("table.rows.bikes.cap", "error-one-currency"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn without_a_table_of_its_own_it_pays_what_is_usual_in_the_country() {
        let usual = PolicyDetails::of_sum(kr(1));
        assert!(
            usual
                .table(Country::Se)
                .is_some_and(|table| table.is_estimate)
        );
        assert_eq!(usual.table(Country::De), None, "nothing is known there");
        assert_eq!(policy().table(Country::De), Some(&own_table()));
    }
}
