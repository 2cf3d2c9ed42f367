//! The inventory round and the division of the demo household on their way into the archive.

use super::{house::House, household};
use crate::{
    access::Viewer,
    actions::{
        answers::{self, Answer},
        divisions,
        narrowing::Wanted,
        rounds,
        sightings::Found,
    },
    domain::{
        division::{DivisionDetails, Method, Move, Occasion, Party},
        round::{RoundDetails, RoundId},
        sighting::{Finding, Sighting},
    },
    error::Result,
};

/// The day, counted back from today, on which the family began to look over what it has.
const BEGUN: i32 = 3;

impl House<'_> {
    /// Begins a round through the home, as far as the family has come.
    pub(super) fn look_over(&self) -> Result<()> {
        self.wait_until(BEGUN, 17 * 60);
        let told = household::round();
        let details = RoundDetails {
            name: told.name.get(self.lang).to_owned(),
            ..RoundDetails::default()
        };
        let round = rounds::begin(self.store, &self.manager("anna")?, details)?;
        let round = round.value.id;
        for (who, things) in told.seen {
            for thing in *things {
                self.find(round, who, thing, Found::of(Finding::Seen))?;
            }
        }
        let (thing, place) = told.moved;
        let moved = Found {
            to: Some(self.place(place)?),
            ..Found::of(Finding::Moved)
        };
        self.find(round, "anna", thing, moved)?;
        self.find(round, "anna", told.gone, Found::of(Finding::Gone))
    }

    fn find(&self, round: RoundId, who: &str, thing: &str, said: Found) -> Result<()> {
        self.pause();
        let answer = Answer::<Sighting> {
            walk: round,
            item: self.thing(thing)?,
            said,
            known: None,
        };
        answers::mark(self.store, &self.editor(who)?, answer).map(drop)
    }

    /// Divides what grandfather left, a turn each.
    pub(super) fn divide(&self) -> Result<()> {
        self.pause();
        let told = household::heirs();
        let mut parties = Vec::with_capacity(told.heirs.len());
        for (who, name) in told.heirs {
            parties.push(Party {
                person: who
                    .map(|who| self.viewer(who))
                    .transpose()?
                    .map(Viewer::person),
                ..Party::named(name)
            });
        }
        let details = DivisionDetails {
            name: told.name.get(self.lang).to_owned(),
            occasion: Occasion::Heirs,
            on: None,
            method: Method::Turns,
            parties,
            note: String::new(),
        };
        let things = told.things.iter().map(|thing| self.thing(thing));
        let wanted = Wanted {
            found: Some(things.collect::<Result<_>>()?),
            ..Wanted::default()
        };
        let manager = self.manager("erik")?;
        let division = divisions::add(self.store, &manager, details, &wanted)?
            .value
            .id;
        for (thing, turn) in told.taken.iter().zip(0..) {
            self.pause();
            let lot = self.thing(thing)?;
            divisions::play(self.store, &manager, division, &Move::Take { lot, turn })?;
        }
        Ok(())
    }
}
