//! What is done with divisions of property.

use smartinventory::{
    domain::{
        category::Category,
        division::{Division, Group, Lot, Move, Refusal as Why},
        item::{Item, ItemId},
        person::Person,
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, in_use, refusal::invalid, upkeep::refused};
use crate::{
    cast::{Cast, shared},
    deed::Dividing,
};

impl Household {
    pub(super) fn divide(
        &mut self,
        by: &Person,
        deed: &Dividing,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Dividing::Add(name, things, private) => {
                let mut division = Division::new(self.id(), shared(name));
                refused([("name", name.is_empty())])?;
                let things: Vec<_> = things.iter().map(|nth| cast.thing(*nth)).collect();
                self.fill(by, &mut division, &things, *private);
                self.put(division, Expect::Any).map(drop)
            }
            Dividing::Change(division, name) => {
                let row = self.get::<Division>(cast.division(*division))?;
                in_use(&row)?;
                refused([("move", row.settled.is_some())])?;
                refused([("name", name.is_empty())])?;
                let mut body = row.body;
                body.details = shared(name);
                self.put(body, Expect::Any).map(drop)
            }
            Dividing::Play(division, made) => {
                let id = cast.division(*division);
                let made = cast.made(id, made);
                let row = self.get::<Division>(id)?;
                in_use(&row)?;
                if let Some(item) = made.lot() {
                    let row: Row<Item> = self.get(item)?;
                    if !self.sees(by, &row) {
                        return Err(Refusal::NotFound);
                    }
                    in_use(&row)?;
                }
                self.play(by, row.body, &made)
            }
            Dividing::Remove(division, seen) => {
                let id = cast.division(*division);
                expect(&self.get::<Division>(id)?, cast.seen(id, *seen))?;
                self.bin(id).map(drop)
            }
            Dividing::Restore(division) => self.restore(cast.division(*division)).map(drop),
        }
    }

    fn play(&mut self, by: &Person, mut division: Division, made: &Move) -> Result<(), Refusal> {
        let (now, today) = (self.newest() + 1, self.today());
        let sees = |lot: &Lot| {
            let live = self.live::<Item>(lot.item);
            live.is_ok_and(|row| self.sees(by, &row))
        };
        let played = division.play(made, now, today, sees);
        played.map_err(|why| match why {
            Why::Overtaken => Refusal::Conflict,
            Why::NoLot => Refusal::NotFound,
            Why::Settled | Why::NoWishes => invalid("move"),
            Why::NoParty => invalid("party"),
            Why::Apart => invalid("lot"),
            Why::Negative => invalid("value"),
        })?;
        self.put(division, Expect::Any).map(drop)
    }

    /// Puts in what is in use and seen; clothes are apart.
    fn fill(&self, by: &Person, division: &mut Division, things: &[ItemId], private: bool) {
        for row in self.all::<Item>() {
            let details = &row.details;
            let is_used =
                row.archived.is_none() && !row.body.is_template() && !row.body.is_nameless();
            let is_open = private || !details.private;
            if is_used && is_open && things.contains(&row.id) && self.sees(by, row) {
                let mut lot = Lot::new(row.id, details.quantity, details.value);
                let category = details.category.and_then(|id| self.find::<Category>(id));
                let key = category.and_then(|row| row.key.as_deref());
                if key.is_some_and(|key| key.split('.').next() == Some("clothes")) {
                    lot.group = Group::Personal;
                }
                lot.changed = self.newest() + 1;
                division.lots.push(lot);
            }
        }
    }

    /// A thing that is gone for good is in no division.
    pub(super) fn undivide(&mut self, id: ItemId) {
        let divides = |division: &Division| division.lot(id).is_some();
        for division in self.which(divides) {
            self.correct(division, |division: &mut Division| {
                division.lots.retain(|lot| lot.item != id);
            });
        }
    }
}

/// What it is called in the log.
pub(super) const fn called(deed: &Dividing) -> &'static str {
    match deed {
        Dividing::Add(..) => "division-add",
        Dividing::Change(..) => "division-change",
        Dividing::Play(_, made) => made.called(),
        Dividing::Remove(..) => "division-remove",
        Dividing::Restore(..) => "division-restore",
    }
}
