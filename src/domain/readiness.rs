//! How ready a household is for the day its things are gone: what speaks for each thing, and for how much of what they are worth.

use std::cmp::Reverse;

use super::{
    keyed::keyed,
    money::{Currency, Money, Sums},
};

/// How many things are named whose documenting raises the whole most.
pub const FIRST: usize = 10;

/// How many parts the whole has: what speaks for a thing, and a backup elsewhere.
const PARTS: i128 = 5;

/// What speaks for a thing once it is gone.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A picture shows it.
    Photo,
    /// Something on it tells it from all others.
    Identifier,
    /// A paper says that it was bought, or whose it is.
    Proof,
    /// Somebody has looked at what it is worth, not long ago.
    Value,
}

keyed!(Evidence {
    Photo => "photo",
    Identifier => "identifier",
    Proof => "proof",
    Value => "value",
});

/// All that speaks for a thing, each at most once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Case(u8);

impl Case {
    /// The same, with this besides where it is there.
    #[must_use]
    pub const fn with(self, evidence: Evidence, is_there: bool) -> Self {
        if is_there {
            Self(self.0 | Self::bit(evidence))
        } else {
            self
        }
    }

    /// Whether this is there.
    #[must_use]
    pub const fn has(self, evidence: Evidence) -> bool {
        self.0 & Self::bit(evidence) != 0
    }

    /// What is not there.
    pub fn missing(self) -> impl Iterator<Item = Evidence> {
        let all = Evidence::ALL.into_iter();
        all.filter(move |evidence| !self.has(*evidence))
    }

    const fn bit(evidence: Evidence) -> u8 {
        1 << evidence as u8
    }
}

/// A thing as it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured<I> {
    /// Which.
    pub id: I,
    /// What all of its pieces are worth, as far as anybody knows.
    pub worth: Option<Money>,
    /// What speaks for it.
    pub case: Case,
    /// Whether the latest list of all there is says what is true of it.
    pub listed: bool,
}

/// What counts besides the things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Besides {
    /// How many insurance policies are entered.
    pub policies: usize,
    /// Whether a backup is kept elsewhere.
    pub backup: bool,
}

/// A share in thousandths, rounded down: only all is all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PerMille(u16);

impl PerMille {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const ALL: Self = Self(1000);

    /// A part of a whole; none of nothing.
    #[must_use]
    pub fn of(part: i128, whole: i128) -> Self {
        if whole <= 0 {
            return Self::NONE;
        }
        let share = part.clamp(0, whole).saturating_mul(1000) / whole;
        u16::try_from(share).map_or(Self::ALL, Self)
    }

    /// How many thousandths.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// How many whole hundredths.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0 / 10
    }

    const fn whether(is_so: bool) -> Self {
        if is_so { Self::ALL } else { Self::NONE }
    }
}

/// What is measured, each as a share of what the things are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// The whole: the mean of photo, identifier, proof, value and backup.
    pub all: PerMille,
    /// Do you know what you had? The mean of `recognised` and `value`: what can be told apart, and what it would cost.
    pub know: PerMille,
    /// Are pictures and receipts kept? The mean of `photo` and `proof`.
    pub kept: PerMille,
    /// Do you know your policy? All where one is entered, and otherwise none.
    pub policy: PerMille,
    /// Can you print the list now? What has not changed since the latest list of all there is.
    pub list: PerMille,
    /// Do you have control? The mean of `identifier` and `backup`: what can be claimed back, and what outlives the house.
    pub control: PerMille,
    /// What a picture shows.
    pub photo: PerMille,
    /// What has something on it that tells it from all others.
    pub identifier: PerMille,
    /// What a paper speaks for.
    pub proof: PerMille,
    /// What somebody has looked at the value of, not long ago.
    pub value: PerMille,
    /// What a picture or an identifier tells apart.
    pub recognised: PerMille,
    /// What a backup elsewhere has: all or nothing.
    pub backup: PerMille,
}

/// How ready a household is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness<I> {
    /// How many things there are.
    pub things: usize,
    /// What the things that are measured are worth, in the household's currency; none where nothing has a value in it, and
    /// each thing counts as one.
    pub worth: Option<Money>,
    /// How many things have no value at all, and weigh nothing where others have one.
    pub valueless: usize,
    /// How many things have a value in another currency; nothing is converted.
    pub foreign: usize,
    /// What those are worth.
    pub foreign_worth: Sums,
    /// The shares.
    pub shares: Shares,
    /// The things whose documenting raises the whole most, with what each lacks: those for which what they are worth, times how
    /// much is missing, is most.
    pub first: Vec<Measured<I>>,
}

/// What the things say together, weighed.
#[derive(Default)]
struct Weights {
    whole: i128,
    evidence: [i128; Evidence::ALL.len()],
    recognised: i128,
    listed: i128,
}

impl Weights {
    fn add(&mut self, case: Case, listed: bool, weight: i128) {
        self.whole += weight;
        for (sum, evidence) in self.evidence.iter_mut().zip(Evidence::ALL) {
            if case.has(evidence) {
                *sum += weight;
            }
        }
        if case.has(Evidence::Photo) || case.has(Evidence::Identifier) {
            self.recognised += weight;
        }
        if listed {
            self.listed += weight;
        }
    }

    fn shares(&self, besides: Besides) -> Shares {
        let [photo, identifier, proof, value] = self.evidence;
        let backup = if besides.backup { self.whole } else { 0 };
        let share = |part: i128| PerMille::of(part, self.whole);
        let mean = |one: i128, other: i128| PerMille::of(one + other, self.whole * 2);
        let all = photo + identifier + proof + value + backup;
        Shares {
            all: PerMille::of(all, self.whole * PARTS),
            know: mean(self.recognised, value),
            kept: mean(photo, proof),
            policy: PerMille::whether(besides.policies > 0),
            list: share(self.listed),
            control: mean(identifier, backup),
            photo: share(photo),
            identifier: share(identifier),
            proof: share(proof),
            value: share(value),
            recognised: share(self.recognised),
            backup: PerMille::whether(besides.backup),
        }
    }
}

/// How ready these things make a household whose currency is `home`.
///
/// Each weighs what it is worth. What is worth something in another currency, or has no value, weighs nothing and is counted
/// apart; where nothing weighs anything, all weigh the same.
#[must_use]
pub fn measure<I: Copy + Ord>(
    things: &[Measured<I>],
    home: Currency,
    besides: Besides,
) -> Readiness<I> {
    let at_home = |thing: &Measured<I>| {
        let worth = thing.worth.filter(|worth| worth.currency == home);
        worth.map_or(0, |worth| i128::from(worth.minor))
    };
    let sum: i128 = things.iter().map(at_home).sum();
    let weigh = |thing: &Measured<I>| if sum > 0 { at_home(thing) } else { 1 };
    let mut readiness = Readiness {
        things: things.len(),
        worth: (sum > 0).then(|| Money::new(i64::try_from(sum).unwrap_or(i64::MAX), home)),
        valueless: 0,
        foreign: 0,
        foreign_worth: Sums::default(),
        shares: Shares::default(),
        first: Vec::new(),
    };
    let mut weights = Weights::default();
    let mut lacking = Vec::new();
    for thing in things {
        match thing.worth {
            None => readiness.valueless += 1,
            Some(worth) if worth.currency != home => {
                readiness.foreign += 1;
                readiness.foreign_worth.add(worth, 1);
            }
            Some(_) => {}
        }
        let weight = weigh(thing);
        weights.add(thing.case, thing.listed, weight);
        let lack = weight * thing.case.missing().map(|_| 1).sum::<i128>();
        if lack > 0 {
            lacking.push((Reverse(lack), thing));
        }
    }
    lacking.sort_unstable_by_key(|(rank, thing)| (*rank, thing.id));
    readiness.first = lacking.iter().take(FIRST).map(|(_, one)| **one).collect();
    readiness.shares = weights.shares(besides);
    readiness
}

#[cfg(test)]
mod tests;
