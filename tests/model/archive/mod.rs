//! The archive that is tried: every deed as an action on a real store.

mod belongings;
mod incidents;
mod reports;
mod things;

use std::{
    collections::{BTreeMap, VecDeque},
    path::Path,
};

use smartinventory::{
    access::{Editor, Head, Manager, Viewer},
    actions::{
        bin, categories, history, household, people, places, receipts, saved_searches, tags,
    },
    clock::Clock,
    domain::{
        attachment::{Attachment, AttachmentKind},
        bequest::Bequest,
        blob::BlobHash,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household as Home,
        incident::Incident,
        item::Item,
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Person,
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        saved_search::SavedSearch,
        tag::Tag,
        warranty::Warranty,
    },
    error::{Error, Result},
    media::Media,
    store::{Expect, Noun, Reader, Row, Rows, Saved, Store},
};
use uuid::Uuid;

use crate::{
    cast::Cast,
    deed::{Act, Deed},
    household::{Done, Kept, Outcome, Refusal, currency, picked},
};

/// An archive and the originals that its photos and documents are.
pub struct Archive<'a> {
    pub store: &'a Store,
    pub media: &'a Media,
}

impl Archive<'_> {
    /// Makes the first people.
    pub fn begin(&self, home: Home, people: Vec<Person>) {
        let begun = self.store.write(None, "household-claim", |tx| {
            tx.put(home, Expect::Any)?;
            for person in people {
                tx.put(person, Expect::Any)?;
            }
            Ok(())
        });
        begun.unwrap();
    }

    /// Does what somebody does.
    pub fn perform(&self, act: &Act, cast: &Cast<'_>) -> Outcome {
        let viewer = Viewer::of(cast.actor(act.by));
        outcome(self.carry_out(&viewer, &act.deed, cast))
    }

    /// Sweeps the bin, as the program does now and then.
    pub fn sweep_bin(&self) -> Outcome {
        outcome(bin::sweep(self.store))
    }

    fn carry_out(
        &self,
        viewer: &Viewer,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        match deed {
            Deed::AddPerson(..)
            | Deed::ChangePerson(..)
            | Deed::RemovePerson(..)
            | Deed::RestorePerson(..)
            | Deed::ChangeHousehold(..) => self.do_with_people(&viewer.head()?, deed, cast),
            Deed::RemovePlace(..)
            | Deed::RestorePlace(..)
            | Deed::RenameTag(..)
            | Deed::RemoveTag(..)
            | Deed::AddCategory(..)
            | Deed::ChangeCategory(..)
            | Deed::RemoveCategory(..)
            | Deed::Purge(..)
            | Deed::EmptyBin => self.do_with_all(&viewer.manager()?, deed, cast),
            Deed::BringBack(..)
            | Deed::SaveSearch(..)
            | Deed::ChangeSearch(..)
            | Deed::RemoveSearch(..)
            | Deed::Undo(..) => self.do_by_oneself(viewer, deed, cast),
            Deed::AddPlace(..)
            | Deed::AddHome(..)
            | Deed::ChangePlace(..)
            | Deed::AddTag(..)
            | Deed::RestoreFromBin(..) => self.do_with_places(&viewer.editor()?, deed, cast),
            Deed::AddReceipt(..)
            | Deed::ChangeReceipt(..)
            | Deed::RemoveReceipt(..)
            | Deed::RestoreReceipt(..) => self.do_with_receipts(&viewer.editor()?, deed, cast),
            deed if deed.is_with_promises() => self.do_with_promises(&viewer.editor()?, deed, cast),
            Deed::KeepUp(upkeep) => self.keep_up(&viewer.editor()?, upkeep, cast),
            Deed::Tell(telling) => self.tell(&viewer.editor()?, telling, cast),
            Deed::Happen(happening) => self.happen(&viewer.editor()?, happening, cast),
            Deed::Report(reporting) => self.report(&viewer.editor()?, reporting, cast),
            Deed::Insure(insuring) => self.insure(&viewer.manager()?, insuring, cast),
            Deed::Divide(dividing) => self.divide(&viewer.manager()?, dividing, cast),
            deed if deed.is_with_attachments() => {
                self.do_with_attachments(&viewer.editor()?, deed, cast)
            }
            _ => self.do_with_things(&viewer.editor()?, deed, cast),
        }
    }

    fn do_with_people(
        &self,
        head: &Head,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Deed::AddPerson(name, role) => people::add(store, head, name, *role, None).map(done),
            Deed::ChangePerson(person, seen, name, role) => {
                let id = cast.person(*person);
                people::change(store, head, id, cast.seen(id, *seen), name, *role).map(done)
            }
            Deed::RemovePerson(person, seen) => {
                let id = cast.person(*person);
                people::remove(store, head, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestorePerson(person) => {
                people::restore(store, head, cast.person(*person)).map(done)
            }
            Deed::ChangeHousehold(seen, name, euro) => {
                let home = Home {
                    name: (*name).to_owned(),
                    currency: currency(*euro),
                    ..household::current(&store.read()?)?
                };
                household::change(store, head, cast.home_seen(*seen), home).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }

    fn do_with_all(
        &self,
        manager: &Manager,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        let draft = |name: &str, parent: &Option<u8>| categories::CategoryDraft {
            sv: name.to_owned(),
            en: String::new(),
            parent: parent.map(|nth| cast.category(nth)),
        };
        match deed {
            Deed::RemovePlace(place, seen) => {
                let id = cast.place(*place);
                places::remove(store, manager, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestorePlace(place) => {
                places::restore(store, manager, cast.place(*place)).map(done)
            }
            Deed::RenameTag(tag, seen, name) => {
                let id = cast.tag(*tag);
                tags::rename(store, manager, id, cast.seen(id, *seen), name).map(done)
            }
            Deed::RemoveTag(tag, seen) => {
                let id = cast.tag(*tag);
                tags::remove(store, manager, id, cast.seen(id, *seen)).map(done)
            }
            Deed::AddCategory(name, parent) => {
                categories::add(store, manager, &draft(name, parent)).map(done)
            }
            Deed::ChangeCategory(category, seen, name, parent) => {
                let id = cast.category(*category);
                let seen = cast.seen(id, *seen);
                categories::change(store, manager, id, seen, &draft(name, parent)).map(done)
            }
            Deed::RemoveCategory(category, seen) => {
                let id = cast.category(*category);
                categories::remove(store, manager, id, cast.seen(id, *seen)).map(done)
            }
            Deed::Purge(picks) => bin::purge(store, manager, &picked(picks, cast)),
            Deed::EmptyBin => bin::empty(store, manager),
            other => unreachable!("{other:?}"),
        }
    }

    fn do_by_oneself(
        &self,
        viewer: &Viewer,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        let query = "q=cykel";
        match deed {
            Deed::BringBack(thing, version) => {
                let id = cast.thing(*thing);
                history::restore_item(store, viewer, id, cast.version(id, *version)).map(done)
            }
            Deed::SaveSearch(name, shared) => {
                saved_searches::save(store, viewer, name, query, *shared).map(done)
            }
            Deed::ChangeSearch(search, seen, name, shared) => {
                let id = cast.search(*search);
                let seen = cast.seen(id, *seen);
                saved_searches::change(store, viewer, id, seen, name, query, *shared).map(done)
            }
            Deed::RemoveSearch(search, seen) => {
                let id = cast.search(*search);
                saved_searches::remove(store, viewer, id, cast.seen(id, *seen)).map(done)
            }
            Deed::Undo(back) => history::undo(store, viewer, cast.change(*back)).map(done),
            other => unreachable!("{other:?}"),
        }
    }

    fn do_with_places(
        &self,
        editor: &Editor,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Deed::AddPlace(ground) => places::add(store, editor, cast.ground(ground)).map(done),
            Deed::AddHome(ground, rooms) => {
                let rooms: Vec<_> = rooms.iter().map(|room| (*room).to_owned()).collect();
                places::add_home(store, editor, cast.ground(ground), &rooms).map(done)
            }
            Deed::ChangePlace(place, seen, ground) => {
                let id = cast.place(*place);
                let seen = cast.seen(id, *seen);
                places::change(store, editor, id, seen, cast.ground(ground)).map(done)
            }
            Deed::AddTag(name) => tags::add(store, editor, name).map(done),
            Deed::RestoreFromBin(picks) => {
                bin::restore(store, editor, &picked(picks, cast)).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }
}

impl Archive<'_> {
    fn do_with_receipts(
        &self,
        editor: &Editor,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Deed::AddReceipt(slip, pages) => {
                let pages = pages
                    .iter()
                    .map(|page| self.file(AttachmentKind::Document, *page));
                receipts::add(store, editor, cast.slip(slip), pages.collect()).map(done)
            }
            Deed::ChangeReceipt(receipt, seen, slip) => {
                let id = cast.receipt(*receipt);
                let seen = cast.seen(id, *seen);
                receipts::change(store, editor, id, seen, cast.slip(slip)).map(done)
            }
            Deed::RemoveReceipt(receipt, seen) => {
                let id = cast.receipt(*receipt);
                receipts::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestoreReceipt(receipt) => {
                receipts::restore(store, editor, cast.receipt(*receipt)).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }
}

/// What was done, with no file that nothing holds any more.
fn done<T>(saved: Saved<T>) -> Saved<Vec<BlobHash>> {
    saved.map(|_| Vec::new())
}

fn outcome(result: Result<Saved<Vec<BlobHash>>>) -> Outcome {
    match result {
        Ok(saved) => {
            let (change, undo) = (saved.change, saved.undo());
            let mut loose = saved.value;
            loose.sort_unstable();
            loose.dedup();
            Ok(Done {
                change,
                undo,
                loose,
            })
        }
        Err(Error::NotFound) => Err(Refusal::NotFound),
        Err(Error::Denied) => Err(Refusal::Denied),
        Err(Error::Conflict) => Err(Refusal::Conflict),
        Err(Error::Invalid(invalid)) => {
            let fields = invalid.iter().map(|(field, _)| field.to_owned());
            Err(Refusal::Invalid(fields.collect()))
        }
        Err(other) => panic!("the archive failed: {other}"),
    }
}

/// The ids of the rows that were made since, by noun and in the order in which they were made.
pub fn made_since(rows: &Reader, cast: &Cast<'_>) -> BTreeMap<Noun, VecDeque<Uuid>> {
    fn made<T: Kept>(rows: &Reader, cast: &Cast<'_>) -> (Noun, VecDeque<Uuid>) {
        let mut ids = VecDeque::new();
        let last = cast.last::<T>();
        rows.each(last, |row: Row<T>| {
            ids.push_back(row.body.id().uuid());
            Ok(true)
        })
        .unwrap();
        (T::NOUN, ids)
    }
    BTreeMap::from([
        made::<Person>(rows, cast),
        made::<Place>(rows, cast),
        made::<Item>(rows, cast),
        made::<Attachment>(rows, cast),
        made::<Tag>(rows, cast),
        made::<Category>(rows, cast),
        made::<SavedSearch>(rows, cast),
        made::<Receipt>(rows, cast),
        made::<Warranty>(rows, cast),
        made::<Claim>(rows, cast),
        made::<Plan>(rows, cast),
        made::<Job>(rows, cast),
        made::<Loan>(rows, cast),
        made::<Memory>(rows, cast),
        made::<Bequest>(rows, cast),
        made::<Incident>(rows, cast),
        made::<Loss>(rows, cast),
        made::<Policy>(rows, cast),
        made::<Division>(rows, cast),
        made::<Report>(rows, cast),
    ])
}

/// Opens the store of a folder.
pub fn open(folder: &Path, clock: &Clock) -> Store {
    Store::open(folder, clock.clone()).unwrap()
}
