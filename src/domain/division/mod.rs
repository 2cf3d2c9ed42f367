//! A division of property (bodelning) or of an estate: its parties, what is divided, and who takes what.

mod details;
mod lot;
mod moves;
mod standing;
mod turns;

use jiff::civil::Date;
use minicbor::{Decode, Encode};

pub use self::{
    details::{Aspect, DivisionDetails, Method, Occasion, Party},
    lot::{Group, Lot, Rank, Wish},
    moves::{Move, Refusal},
    standing::{Payment, Standing, payments, standings},
    turns::{Turn, whose},
};
use super::{dates, id::Id, item::ItemId, money::Sums};

/// The id of a division.
pub type DivisionId = Id<Division>;

/// A division of property among some parties.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Division {
    /// Which.
    #[n(0)]
    pub id: DivisionId,
    /// What is said about it.
    #[n(1)]
    pub details: DivisionDetails,
    /// What is divided, each thing once, in the order it was put in.
    #[n(2)]
    pub lots: Vec<Lot>,
    /// The turns in which somebody took nothing.
    #[n(3)]
    pub passed: Vec<u32>,
    /// The day on which it was settled; nothing changes from then on.
    #[cbor(n(4), with = "dates::iso")]
    pub settled: Option<Date>,
}

impl Division {
    /// The most things in one division: each move keeps a version of all of them.
    pub const LOTS: usize = 1_000;

    /// A division of nothing yet.
    #[must_use]
    pub const fn new(id: DivisionId, details: DivisionDetails) -> Self {
        Self {
            id,
            details,
            lots: Vec::new(),
            passed: Vec::new(),
            settled: None,
        }
    }

    /// The lot of a thing.
    #[must_use]
    pub fn lot(&self, item: ItemId) -> Option<&Lot> {
        self.lots.iter().find(|lot| lot.item == item)
    }

    /// What each party has got so far of the lots that somebody sees, what is theirs of that, and what evens it out.
    #[must_use]
    pub fn standings(&self, sees: impl Fn(&Lot) -> bool) -> Vec<Standing> {
        let mut got: Vec<(usize, Sums)> = vec![(0, Sums::default()); self.details.parties.len()];
        for lot in self.lots.iter().filter(|lot| sees(lot)) {
            if lot.is_divided()
                && let Some((count, sums)) = lot.owner().and_then(|at| got.get_mut(at))
            {
                *count += 1;
                lot.add_to(sums);
            }
        }
        let parts: Vec<u32> = self.details.parties.iter().map(|it| it.parts).collect();
        standings(&parts, got)
    }

    /// What the lots come to that somebody sees and nobody has got.
    #[must_use]
    pub fn undivided(&self, sees: impl Fn(&Lot) -> bool) -> Sums {
        let mut sums = Sums::default();
        let open = |lot: &&Lot| lot.is_divided() && lot.owner().is_none();
        for lot in self.lots.iter().filter(open).filter(|lot| sees(lot)) {
            lot.add_to(&mut sums);
        }
        sums
    }

    /// Whether another number of parties would leave somebody's lots, wishes or turns to nobody.
    #[must_use]
    pub fn allows_parties(&self, count: usize) -> bool {
        let has_played = !self.passed.is_empty() || self.lots.iter().any(|lot| lot.turn.is_some());
        let is_within = |at: usize| at < count;
        let named = self.lots.iter().all(|lot| {
            lot.owner().is_none_or(is_within) && lot.wishes.iter().all(|it| is_within(it.at()))
        });
        named && (!has_played || count == self.details.parties.len())
    }
}

#[cfg(test)]
mod tests;
