//! What the demo household does once it has moved in, so that history and bin have something to show.

use super::{
    house::{House, kronor},
    household::{self, Deed, Event},
};
use crate::{
    actions::{attachments, bulk, bulk::Operation, items, places},
    domain::attachment::Bearer,
    error::Result,
    store::Expect,
};

impl House<'_> {
    /// Lives on until today.
    pub(super) fn live(&mut self) -> Result<()> {
        for event in household::events() {
            self.wait_until(event.days, 16 * 60 + event.days * 43 % 330);
            self.happen(event)?;
        }
        Ok(())
    }

    fn happen(&self, event: &Event) -> Result<()> {
        let editor = self.editor(event.by)?;
        let ids = |keys: &[&str]| {
            keys.iter()
                .map(|key| self.thing(key))
                .collect::<Result<Vec<_>>>()
        };
        match event.deed {
            Deed::Move(things, at) => {
                let to = Operation::Move(self.location(at)?);
                bulk::apply(self.store, &editor, &ids(things)?, &to)?;
            }
            Deed::Tag(things, name) => {
                let name = Operation::Name(vec![name.get(self.lang).to_owned()]);
                bulk::apply(self.store, &editor, &ids(things)?, &name)?;
            }
            Deed::Value(thing, amount) => {
                items::adjust(
                    self.store,
                    &editor,
                    self.thing(thing)?,
                    Expect::Any,
                    |details| {
                        details.value = Some(kronor(amount));
                        Ok(())
                    },
                )?;
            }
            Deed::Note(thing, note) => {
                items::adjust(
                    self.store,
                    &editor,
                    self.thing(thing)?,
                    Expect::Any,
                    |details| {
                        note.get(self.lang).clone_into(&mut details.notes);
                        Ok(())
                    },
                )?;
            }
            Deed::Double(thing) => {
                let double = items::copy(self.store, &editor, self.thing(thing)?)?.value;
                self.pause();
                items::remove(self.store, &editor, double.id, Expect::Any)?;
            }
            Deed::DropPhoto(thing) => {
                let of = Bearer::Item(self.thing(thing)?);
                if let Some(last) = attachments::list(&self.store.read()?, of)?.last() {
                    attachments::remove(self.store, &editor, last.id, Expect::Any)?;
                }
            }
            Deed::Unpack(place) => {
                let manager = self.manager(event.by)?;
                places::remove(self.store, &manager, self.place(place)?, Expect::Any)?;
            }
        }
        Ok(())
    }
}
