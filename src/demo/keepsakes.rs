//! The memories of the demo household on their way into the archive.

use super::{house::House, household};
use crate::{
    actions::{belongings, memories},
    domain::{
        bequest::{Bequest, BequestDetails},
        memory::{Memory, MemoryDetails},
    },
    error::{Error, Result},
    store::Expect,
};

/// The day, counted back from today, on which the family sat and told.
const EVENING: i32 = 9;

impl House<'_> {
    /// Tells what the family remembers, how dear it is, and whom it is meant for.
    pub(super) fn remember(&self) -> Result<()> {
        self.wait_until(EVENING, 20 * 60);
        household::memories()
            .iter()
            .try_for_each(|memory| self.tell(memory))?;
        for (thing, affection) in household::affection() {
            self.pause();
            let (editor, item) = (self.editor("erik")?, self.thing(thing)?);
            memories::feel(self.store, &editor, item, Expect::Any, Some(*affection))?;
        }
        household::bequests()
            .iter()
            .try_for_each(|bequest| self.wish(bequest))
    }

    fn tell(&self, memory: &household::Memory) -> Result<()> {
        self.pause();
        let on = memory.on.map(str::parse).transpose();
        let details = MemoryDetails {
            text: memory.text.get(self.lang).to_owned(),
            on: on.map_err(Error::internal)?,
            people: memory.people.iter().copied().map(Into::into).collect(),
            place: memory.place.get(self.lang).to_owned(),
            ..MemoryDetails::of(memory.title.get(self.lang))
        };
        let (editor, item) = (self.editor(memory.by)?, self.thing(memory.thing)?);
        belongings::add::<Memory>(self.store, &editor, item, details).map(drop)
    }

    fn wish(&self, bequest: &household::Bequest) -> Result<()> {
        self.pause();
        let details = BequestDetails {
            to: bequest.to.to_owned(),
            note: bequest.note.get(self.lang).to_owned(),
            open: bequest.open,
        };
        let (editor, item) = (self.editor(bequest.by)?, self.thing(bequest.thing)?);
        belongings::add::<Bequest>(self.store, &editor, item, details).map(drop)
    }
}
