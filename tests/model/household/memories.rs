//! What is told of things, and whom they are meant for.

use smartinventory::{
    domain::{
        bequest::Bequest,
        item::Item,
        memory::{Memory, MemoryDetails},
        person::Person,
    },
    store::Expect,
};

use super::{Household, Refusal, in_use, upkeep::refused};
use crate::{
    cast::{Cast, meant_for},
    deed::Telling,
};

impl Household {
    pub(super) fn tell(
        &mut self,
        by: &Person,
        deed: &Telling,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Telling::AddMemory(thing, title) => {
                let item = cast.thing(*thing);
                self.may_add(by, item)?;
                let details = remembered(title)?;
                let id = self.id();
                self.put(Memory { id, item, details }, Expect::Any)
                    .map(drop)
            }
            Telling::ChangeMemory(memory, seen, title) => {
                let id = cast.memory(*memory);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                let (item, details) = (present.item, remembered(title)?);
                self.put(Memory { id, item, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Telling::AddBequest(thing, to, open) => {
                let item = cast.thing(*thing);
                self.may_add(by, item)?;
                refused([("to", to.is_empty())])?;
                let (id, details) = (self.id(), meant_for(to, *open));
                self.put(Bequest { id, item, details }, Expect::Any)
                    .map(drop)
            }
            Telling::ChangeBequest(bequest, seen, to, open) => {
                let id = cast.bequest(*bequest);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                refused([("to", to.is_empty())])?;
                let (item, details) = (present.item, meant_for(to, *open));
                self.put(Bequest { id, item, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Telling::RemoveMemory(memory, seen) => {
                let id = cast.memory(*memory);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Telling::RemoveBequest(bequest, seen) => {
                let id = cast.bequest(*bequest);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Telling::RestoreMemory(memory) => self.take_back(by, cast.memory(*memory)),
            Telling::RestoreBequest(bequest) => self.take_back(by, cast.bequest(*bequest)),
        }
    }
}

fn remembered(title: &str) -> Result<MemoryDetails, Refusal> {
    refused([("title", title.is_empty())])?;
    Ok(MemoryDetails::of(title))
}

/// What it is called in the log.
pub(super) const fn called(telling: &Telling) -> &'static str {
    match telling {
        Telling::AddMemory(..) => "memory-add",
        Telling::ChangeMemory(..) => "memory-change",
        Telling::RemoveMemory(..) => "memory-remove",
        Telling::RestoreMemory(..) => "memory-restore",
        Telling::AddBequest(..) => "bequest-add",
        Telling::ChangeBequest(..) => "bequest-change",
        Telling::RemoveBequest(..) => "bequest-remove",
        Telling::RestoreBequest(..) => "bequest-restore",
    }
}
