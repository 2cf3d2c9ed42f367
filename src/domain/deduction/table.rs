//! A table of age deduction: what it pays for which kind of thing, of what price, at what age.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{Age, Kind, Reason};
use crate::domain::{
    dates::day, invalid::Invalid, keyed::keyed, money::Money, percent::Percent, text,
};

/// What one insurer pays by age, in one version of its terms.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Table {
    /// Whose it is; empty where it is no one insurer's, or where its policy says so.
    #[n(0)]
    pub insurer: String,
    /// The day of its version: of the terms that a household has, or the day on which ours was last held against its source.
    #[cbor(n(1), with = "day")]
    pub version: Date,
    /// Where it is found: the terms and their page.
    #[n(2)]
    pub source: String,
    /// Whether it is what is usual, and not what anybody promised.
    #[n(3)]
    pub is_estimate: bool,
    /// What it says of each kind that it tells of.
    #[n(4)]
    pub rows: BTreeMap<Kind, Row>,
}

/// What a table says of one kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Row {
    /// Which price it is of.
    #[n(0)]
    pub basis: Basis,
    /// What is paid up to which age, the lowest age first. None: the same at every age, which then need not be known.
    #[n(1)]
    pub steps: Vec<Step>,
    /// What is paid for what is older than the last step.
    #[n(2)]
    pub then: Percent,
    /// The least that is paid, whatever the steps say.
    #[n(3)]
    pub floor: Percent,
    /// The most that is paid for one thing.
    #[n(4)]
    pub cap: Option<Money>,
}

/// What is paid up to an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, serde::Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Up to how many months, the day included on which a thing becomes so old.
    #[n(0)]
    pub months: u16,
    /// How much of the price.
    #[n(1)]
    pub percent: Percent,
}

/// Which price of a thing a percentage is of.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What the same or its like costs new today.
    #[n(0)]
    New,
    /// What was paid for it.
    #[n(1)]
    Purchase,
    /// What it would bring on the market today.
    #[n(2)]
    Market,
}

keyed!(Basis {
    New => "new",
    Purchase => "purchase",
    Market => "market",
});

impl Table {
    /// The row for a kind, and whose row it is: its own, else that for everything else.
    #[must_use]
    pub fn row(&self, kind: Kind) -> Option<(Kind, &Row)> {
        [kind, Kind::Other]
            .into_iter()
            .find_map(|kind| Some((kind, self.rows.get(&kind)?)))
    }

    /// What cannot be taken, by field: those of a row as `rows.bikes.steps`.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if !text::fits(&self.insurer, text::LINE) {
            invalid.push("insurer", "error-too-long");
        }
        if !text::fits(&self.source, text::PROSE) {
            invalid.push("source", "error-too-long");
        }
        if self.rows.is_empty() {
            invalid.push("rows", "error-rows-none");
        }
        for (kind, row) in &self.rows {
            for (field, why) in row.check().iter() {
                invalid.push(format!("rows.{}.{field}", kind.key()), why);
            }
        }
        invalid
    }
}

impl Row {
    /// The most steps that a row has: one a month for eight years, and insurers have one a year.
    pub const STEPS: usize = 100;

    /// Whether what it pays depends on how old a thing is.
    #[must_use]
    pub const fn asks_age(&self) -> bool {
        !self.steps.is_empty()
    }

    /// How much it pays at an age, and by which of its parts. Without an age, that of the oldest.
    #[must_use]
    pub fn at(&self, age: Option<Age>) -> (Percent, Reason) {
        let step = age.and_then(|age| self.steps.iter().find(|step| age.is_within(step.months)));
        let (percent, reason) = match (step, self.steps.last()) {
            (Some(step), _) => (step.percent, Reason::UpTo(step.months)),
            (None, Some(last)) => (self.then, Reason::Over(last.months)),
            (None, None) => (self.then, Reason::AnyAge),
        };
        if percent < self.floor {
            (self.floor, Reason::Floor)
        } else {
            (percent, reason)
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if self.steps.len() > Self::STEPS {
            invalid.push("steps", "error-too-many");
        }
        let months = self.steps.iter().map(|step| step.months);
        if !std::iter::once(0).chain(months).is_sorted_by(|a, b| a < b) {
            invalid.push("steps", "error-steps-order");
        }
        let percents = self.steps.iter().map(|step| step.percent);
        if !percents.chain([self.then]).is_sorted_by(|a, b| a >= b) {
            invalid.push("steps", "error-steps-rise");
        }
        if self.cap.is_some_and(|cap| cap.minor < 0) {
            invalid.push("cap", "error-negative");
        }
        invalid
    }
}
