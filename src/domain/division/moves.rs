//! What is done in a division, one move at a time: each names what it was made upon, so that no two phones take the same.

use jiff::civil::Date;

use super::{Division, Group, Lot, Method, Rank, Turn, Wish};
use crate::domain::{item::ItemId, money::Money};

/// One move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Whoever's turn it is takes a thing.
    Take {
        /// Which thing.
        lot: ItemId,
        /// In which turn, as they saw it.
        turn: u32,
    },
    /// Whoever's turn it is takes nothing.
    Pass {
        /// Which turn, as they saw it.
        turn: u32,
    },
    /// A thing is given to a party, or back, as all agree.
    Give {
        /// Which thing.
        lot: ItemId,
        /// To whom; none: nobody has it.
        to: Option<u32>,
        /// The lot as they saw it.
        known: u64,
    },
    /// A party says how much it wishes for a thing.
    Wish {
        /// For which thing.
        lot: ItemId,
        /// Who.
        party: u32,
        /// How much; none: not any more.
        rank: Option<Rank>,
    },
    /// What only one wishes for falls to them.
    Deal,
    /// What is said of a lot.
    Say {
        /// Of which thing.
        lot: ItemId,
        /// Whether and how it is divided.
        group: Group,
        /// What it counts for, each.
        value: Option<Money>,
        /// Whether that is its value to whoever uses it.
        in_use: bool,
        /// The lot as they saw it.
        known: u64,
    },
    /// A thing is not divided after all.
    Drop {
        /// Which thing.
        lot: ItemId,
        /// The lot as they saw it.
        known: u64,
    },
    /// All agree: nothing changes from now on.
    Settle,
    /// Something has to change after all.
    Reopen,
}

/// Why a move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else has moved since.
    Overtaken,
    /// It is settled.
    Settled,
    /// There is no such lot.
    NoLot,
    /// There is no such party.
    NoParty,
    /// The thing is not divided: it is personal, or separate property.
    Apart,
    /// Nobody wishes here: turns are taken.
    NoWishes,
    /// It counts for less than nothing.
    Negative,
}

impl Move {
    /// The thing that it is about.
    #[must_use]
    pub const fn lot(&self) -> Option<ItemId> {
        match self {
            Self::Take { lot, .. }
            | Self::Give { lot, .. }
            | Self::Wish { lot, .. }
            | Self::Say { lot, .. }
            | Self::Drop { lot, .. } => Some(*lot),
            Self::Pass { .. } | Self::Deal | Self::Settle | Self::Reopen => None,
        }
    }
}

impl Division {
    /// Makes a move, in the change with the number `now`. One whose outcome is there already changes nothing, however often
    /// it is made. What only one wishes for is dealt as far as somebody sees it.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn play(
        &mut self,
        made: &Move,
        now: u64,
        today: Date,
        sees: impl Fn(&Lot) -> bool,
    ) -> Result<(), Refusal> {
        if *made == Move::Reopen {
            self.settled = None;
            return Ok(());
        }
        if self.settled.is_some() {
            let again = matches!(made, Move::Settle);
            return if again { Ok(()) } else { Err(Refusal::Settled) };
        }
        match *made {
            Move::Take { lot, turn } => self.take(lot, turn, now),
            Move::Pass { turn } => self.pass(turn),
            Move::Give { lot, to, known } => self.give(lot, to, known, now),
            Move::Wish { lot, party, rank } => self.wish(lot, party, rank, now),
            Move::Deal => self.deal(now, sees),
            Move::Say {
                lot,
                group,
                value,
                in_use,
                known,
            } => self.say(lot, (group, value, in_use), known, now),
            Move::Drop { lot, known } => self.drop_out(lot, known),
            Move::Settle => {
                self.settled = Some(today);
                Ok(())
            }
            Move::Reopen => Ok(()),
        }
    }

    fn take(&mut self, item: ItemId, number: u32, now: u64) -> Result<(), Refusal> {
        let next = self.turn();
        let lot = self.lot_mut(item)?;
        if !lot.is_divided() {
            return Err(Refusal::Apart);
        }
        if lot.turn == Some(number) {
            return Ok(());
        }
        let Some(Turn { party, .. }) = next.filter(|next| next.number == number) else {
            return Err(Refusal::Overtaken);
        };
        if lot.to.is_some() {
            return Err(Refusal::Overtaken);
        }
        lot.to = Some(party);
        lot.turn = Some(number);
        lot.changed = now;
        Ok(())
    }

    fn pass(&mut self, number: u32) -> Result<(), Refusal> {
        if self.passed.contains(&number) {
            return Ok(());
        }
        let next = self.turn().filter(|next| next.number == number);
        next.ok_or(Refusal::Overtaken)?;
        self.passed.push(number);
        Ok(())
    }

    fn give(&mut self, item: ItemId, to: Option<u32>, known: u64, now: u64) -> Result<(), Refusal> {
        if let Some(party) = to {
            self.expect_party(party)?;
        }
        let lot = self.lot_mut(item)?;
        if lot.to == to {
            return Ok(());
        }
        if lot.changed != known {
            return Err(Refusal::Overtaken);
        }
        lot.to = to;
        lot.turn = None;
        lot.changed = now;
        Ok(())
    }

    fn wish(
        &mut self,
        item: ItemId,
        party: u32,
        rank: Option<Rank>,
        now: u64,
    ) -> Result<(), Refusal> {
        self.expect_party(party)?;
        if self.details.method != Method::Wishes {
            return Err(Refusal::NoWishes);
        }
        let lot = self.lot_mut(item)?;
        if !lot.is_divided() {
            return Err(Refusal::Apart);
        }
        if lot.wish_of(party) == rank {
            return Ok(());
        }
        lot.wishes.retain(|wish| wish.party != party);
        lot.wishes.extend(rank.map(|rank| Wish { party, rank }));
        lot.wishes.sort_by_key(|wish| wish.party);
        lot.changed = now;
        Ok(())
    }

    fn deal(&mut self, now: u64, sees: impl Fn(&Lot) -> bool) -> Result<(), Refusal> {
        if self.details.method != Method::Wishes {
            return Err(Refusal::NoWishes);
        }
        for lot in self.lots.iter_mut().filter(|lot| lot.is_open()) {
            if let Some(party) = lot.only_wish()
                && sees(lot)
            {
                lot.to = Some(party);
                lot.changed = now;
            }
        }
        Ok(())
    }

    fn say(
        &mut self,
        item: ItemId,
        (group, value, in_use): (Group, Option<Money>, bool),
        known: u64,
        now: u64,
    ) -> Result<(), Refusal> {
        if value.is_some_and(|value| value.minor < 0) {
            return Err(Refusal::Negative);
        }
        let lot = self.lot_mut(item)?;
        if (lot.group, lot.value, lot.in_use) == (group, value, in_use) {
            return Ok(());
        }
        if lot.changed != known {
            return Err(Refusal::Overtaken);
        }
        if lot.group != group {
            // What is not divided was taken in no turn and is wished for by nobody.
            lot.turn = None;
            lot.wishes.clear();
        }
        lot.group = group;
        lot.value = value;
        lot.in_use = in_use;
        lot.changed = now;
        Ok(())
    }

    fn drop_out(&mut self, item: ItemId, known: u64) -> Result<(), Refusal> {
        let Some(lot) = self.lot(item) else {
            return Ok(());
        };
        if lot.changed != known {
            return Err(Refusal::Overtaken);
        }
        self.lots.retain(|lot| lot.item != item);
        Ok(())
    }

    fn lot_mut(&mut self, item: ItemId) -> Result<&mut Lot, Refusal> {
        let lot = self.lots.iter_mut().find(|lot| lot.item == item);
        lot.ok_or(Refusal::NoLot)
    }

    fn expect_party(&self, party: u32) -> Result<(), Refusal> {
        let at = usize::try_from(party).ok();
        let is_there = at.is_some_and(|at| at < self.details.parties.len());
        is_there.then_some(()).ok_or(Refusal::NoParty)
    }
}
