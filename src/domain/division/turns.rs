//! Whose turn it is: there and back again through the parties, so that whoever begins one round ends the next.

use std::collections::BTreeSet;

use super::Division;

/// A turn that waits for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its number, from 0.
    pub number: u32,
    /// The position of the party whose it is.
    pub party: u32,
}

/// Whose a turn is among so many: 0 1 2, 2 1 0, 0 1 2 … Of two rounds each has the same sum of places in the row, and
/// nobody ever has more than one turn more than another.
#[must_use]
pub const fn whose(number: u32, parties: u32) -> u32 {
    if parties == 0 {
        return 0;
    }
    let at = number % parties;
    if (number / parties).is_multiple_of(2) {
        at
    } else {
        parties - 1 - at
    }
}

impl Division {
    /// The turn that comes next: the first in which nobody has taken anything or passed, so whoever gives back what they
    /// took has that turn again. None when everything is divided or settled.
    #[must_use]
    pub fn turn(&self) -> Option<Turn> {
        if self.settled.is_some() || !self.lots.iter().any(super::Lot::is_open) {
            return None;
        }
        let taken = self.lots.iter().filter_map(|lot| lot.turn);
        let used: BTreeSet<u32> = taken.chain(self.passed.iter().copied()).collect();
        let number = (0..u32::MAX).find(|number| !used.contains(number))?;
        let parties = u32::try_from(self.details.parties.len()).ok()?;
        Some(Turn {
            number,
            party: whose(number, parties),
        })
    }
}
