//! How long a receipt is kept: by every purpose that it has, the longest of them deciding.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{
    Deal, Open, Purchase, Purpose, Rule, Term, on,
    rights::{LEGAL, holds_for},
};
use crate::domain::{country::Country, length::Length};

/// Until when a paper is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Through this day.
    Until(Date),
    /// Until something that has no day yet, and so long after it.
    Open(Open, Option<Length>),
}

impl Keep {
    /// Whether it is over on a day: what is open never is.
    #[must_use]
    pub fn is_over(self, day: Date) -> bool {
        matches!(self, Self::Until(until) if until < day)
    }
}

/// What one rule says of one paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The rule.
    pub rule: &'static Rule,
    /// Until when.
    pub keep: Keep,
}

/// Which countries' rules a paper is kept by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// Where the household is at home: its taxes, its rent, its insurance.
    pub home: Country,
    /// Where the purchase was made: the rights against the seller.
    pub bought_in: Country,
    /// What was agreed on with whom.
    pub deal: Deal,
}

/// What the rules say of a paper with these purposes, the longest first: what is open, then by the last day. A guarantee
/// whose end is known, `guaranteed`, is kept to that day.
#[must_use]
pub fn keep(
    law: Law,
    purposes: &[Purpose],
    purchase: Purchase,
    guaranteed: Option<Date>,
) -> Vec<Kept> {
    let rules = purposes.iter().flat_map(|purpose| {
        let country = if LEGAL.contains(purpose) {
            law.bought_in
        } else {
            law.home
        };
        on(country, *purpose, purchase.on)
    });
    let mut kept: Vec<Kept> = rules
        .filter(|rule| holds_for(rule, law.deal))
        .map(|rule| Kept {
            rule,
            keep: kept_by(rule, purchase, guaranteed),
        })
        .collect();
    kept.sort_by_key(|kept| match kept.keep {
        Keep::Open(..) => Reverse(Date::MAX),
        Keep::Until(until) => Reverse(until),
    });
    kept
}

fn kept_by(rule: &Rule, purchase: Purchase, guaranteed: Option<Date>) -> Keep {
    match (rule.term, guaranteed) {
        (Term::Open(Open::Guarantee, None), Some(end)) => Keep::Until(end),
        (Term::Open(open, then), _) => Keep::Open(open, then),
        (Term::Dated(trigger, length), _) => Keep::Until(length.after(purchase.day_of(trigger))),
    }
}
