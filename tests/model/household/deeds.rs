//! What comes of a deed.

use smartinventory::domain::{
    attachment::{AttachmentKind, Bearer},
    blob::BlobHash,
    money::Currency,
    person::Person,
};

use super::{
    Household, Moment, Outcome, Refusal, divisions, editor, head, incidents,
    items::{Each, Saying},
    manager, memories, picked, policies, reports, upkeep,
};
use crate::{
    cast::{Cast, departed},
    deed::{Act, Bulk, Deed},
    files::FILES,
};

impl Household {
    /// Does what somebody does.
    pub fn perform(&mut self, act: &Act, moment: Moment) -> Outcome {
        let before = self.clone();
        let cast = Cast(&before);
        let by = cast.actor(act.by);
        let (permitted, action) = terms(&act.deed);
        permitted(&by)?;
        self.change(Some(by.id), action, moment, |home| {
            home.carry_out(&by, &act.deed, &cast)
        })
    }

    /// Sweeps the bin, as the program does now and then.
    pub fn sweep_bin(&mut self, moment: Moment) -> Outcome {
        self.count_day(moment);
        self.change(None, "bin-sweep", moment, |home| Ok(home.sweep(moment)))
    }

    /// Does it, and gives the files that nothing holds any more.
    fn carry_out(
        &mut self,
        by: &Person,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Vec<BlobHash>, Refusal> {
        match deed {
            Deed::Purge(picks) => return Ok(self.purge_picked(by, &picked(picks, cast))),
            Deed::EmptyBin => return Ok(self.empty_bin(by)),
            Deed::AddThing(..)
            | Deed::AddThings(..)
            | Deed::ChangeThing(..)
            | Deed::EditThing(..)
            | Deed::RemoveThing(..)
            | Deed::RestoreThing(..)
            | Deed::ArchiveThing(..)
            | Deed::CopyThing(..)
            | Deed::SaveAsTemplate(..)
            | Deed::BringBack(..)
            | Deed::Bulk(..)
            | Deed::SortTray { .. } => self.do_with_things(by, deed, cast),
            deed if deed.is_with_promises() => self.do_with_promises(by, deed, cast),
            deed if deed.is_with_attachments() => self.do_with_attachments(by, deed, cast),
            _ => self.do_with_others(by, deed, cast),
        }?;
        Ok(Vec::new())
    }

    fn do_with_things(&mut self, by: &Person, deed: &Deed, cast: &Cast<'_>) -> Result<(), Refusal> {
        match deed {
            Deed::AddThing(sketch, tags) => {
                let mut details = cast.details(sketch);
                details.tags.extend(self.tags_named(tags)?);
                self.insert_thing(by, details).map(drop)
            }
            Deed::AddThings(sketches) => {
                self.insert_things(by, sketches.iter().map(|sketch| cast.details(sketch)))
            }
            Deed::ChangeThing(thing, seen, sketch, tags) => {
                let id = cast.thing(*thing);
                let present = self.thing_in_use(by, id)?;
                let mut details = cast.details(sketch);
                details.tags.extend(self.tags_named(tags)?);
                self.say(by, &present, cast.seen(id, *seen), details)
            }
            Deed::EditThing(thing, seen, edit) => {
                let id = cast.thing(*thing);
                let present = self.thing_in_use(by, id)?;
                let mut details = present.details.clone();
                cast.edit(edit, &mut details);
                self.say(by, &present, cast.seen(id, *seen), details)
            }
            Deed::RemoveThing(thing, seen) => {
                let id = cast.thing(*thing);
                self.remove_thing(by, id, cast.seen(id, *seen))
            }
            Deed::RestoreThing(thing) => {
                let id = cast.thing(*thing);
                self.own_thing(by, id)?;
                self.restore(id).map(drop)
            }
            Deed::ArchiveThing(thing, seen, how) => {
                let id = cast.thing(*thing);
                let present = self.thing_in_use(by, id)?;
                self.depart(&present, cast.seen(id, *seen), how.map(departed))
            }
            Deed::CopyThing(thing) => self.copy_thing(by, cast.thing(*thing)),
            Deed::SaveAsTemplate(thing, name) => self.save_template(by, cast.thing(*thing), name),
            Deed::BringBack(thing, version) => {
                let id = cast.thing(*thing);
                self.bring_version_back(by, id, cast.version(id, *version))
            }
            Deed::Bulk(things, what) => {
                let each = self.each(what, cast)?;
                self.do_to_each(by, &cast.things(things), &each)
            }
            Deed::SortTray {
                names,
                place,
                same,
                remove,
            } => {
                let names: Vec<_> = names
                    .iter()
                    .map(|(thing, name)| (cast.thing(*thing), *name))
                    .collect();
                let place = place.map(|place| cast.place(place));
                self.sort_tray(by, &names, place, &cast.things(same), &cast.things(remove))
            }
            other => unreachable!("{other:?} is not done with things"),
        }
    }

    fn each(&mut self, what: &Bulk, cast: &Cast<'_>) -> Result<Each, Refusal> {
        Ok(match what {
            Bulk::Move(spot) => Each::Say(Saying::At(cast.location(*spot))),
            Bulk::Tag(add, remove) => Each::Say(Saying::Tags {
                add: cast.tags(add),
                remove: cast.tags(remove),
            }),
            Bulk::Name(names) => Each::Say(Saying::Tags {
                add: self.tags_named(names)?,
                remove: Vec::new(),
            }),
            Bulk::Categorise(category) => {
                Each::Say(Saying::Category(category.map(|nth| cast.category(nth))))
            }
            Bulk::Give(owners) => Each::Say(Saying::Owners(cast.shares(owners))),
            Bulk::Archive(how) => Each::Archive(how.map(departed)),
            Bulk::Remove => Each::Remove,
            Bulk::Restore => Each::Restore,
        })
    }

    fn do_with_attachments(
        &mut self,
        by: &Person,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Deed::Attach(holder, files) => {
                let of = cast.bearer(*holder);
                self.own_bearer(by, of)?;
                let mut files = files.iter();
                files
                    .try_for_each(|(kind, file)| self.attach(of, *kind, &FILES[usize::from(*file)]))
            }
            Deed::AddWithPhoto(sketch, file) => {
                let thing = self.insert_thing(by, cast.details(sketch))?;
                let file = &FILES[usize::from(*file)];
                self.attach(Bearer::Item(thing.id), AttachmentKind::Photo, file)
            }
            Deed::Caption(file, seen, caption) => {
                let id = cast.attachment(*file);
                self.caption(by, id, cast.seen(id, *seen), caption)
            }
            Deed::Arrange(file, seen, at) => {
                let id = cast.attachment(*file);
                self.arrange(by, id, cast.seen(id, *seen), *at)
            }
            Deed::Rotate(file) => self.rotate(by, cast.attachment(*file)),
            Deed::Step(file, step) => self.step(by, cast.attachment(*file), *step),
            Deed::Reorder(holder, order) => {
                self.reorder(by, cast.bearer(*holder), &cast.attachments(order))
            }
            Deed::Give(file, seen, holder) => {
                let id = cast.attachment(*file);
                self.give(by, id, cast.seen(id, *seen), cast.bearer(*holder))
            }
            Deed::RemoveAttachment(file, seen) => {
                let id = cast.attachment(*file);
                self.remove_attachment(by, id, cast.seen(id, *seen))
            }
            Deed::RestoreAttachment(file) => self.restore_attachment(by, cast.attachment(*file)),
            other => unreachable!("{other:?} is not done with photos and documents"),
        }
    }

    fn do_with_others(&mut self, by: &Person, deed: &Deed, cast: &Cast<'_>) -> Result<(), Refusal> {
        match deed {
            Deed::AddPlace(ground) => self.insert_place(by, cast.ground(ground)).map(drop),
            Deed::AddHome(ground, rooms) => self.insert_home(by, cast.ground(ground), rooms),
            Deed::ChangePlace(place, seen, ground) => {
                let id = cast.place(*place);
                self.change_place(by, id, cast.seen(id, *seen), cast.ground(ground))
            }
            Deed::RemovePlace(place, seen) => {
                let id = cast.place(*place);
                self.remove_place(by, id, cast.seen(id, *seen))
            }
            Deed::RestorePlace(place) => self.take_out_place(by, cast.place(*place)).map(drop),
            Deed::AddTag(name) => self.tag("name", name).map(drop),
            Deed::RenameTag(tag, seen, name) => {
                let id = cast.tag(*tag);
                self.rename_tag(id, cast.seen(id, *seen), name)
            }
            Deed::RemoveTag(tag, seen) => {
                let id = cast.tag(*tag);
                self.remove_tag(id, cast.seen(id, *seen))
            }
            Deed::AddCategory(name, parent) => {
                self.add_category(name, parent.map(|nth| cast.category(nth)))
            }
            Deed::ChangeCategory(category, seen, name, parent) => {
                let id = cast.category(*category);
                let parent = parent.map(|nth| cast.category(nth));
                self.change_category(id, cast.seen(id, *seen), name, parent)
            }
            Deed::RemoveCategory(category, seen) => {
                let id = cast.category(*category);
                self.remove_category(id, cast.seen(id, *seen))
            }
            Deed::AddPerson(name, role) => self.add_person(name, *role),
            Deed::ChangePerson(person, seen, name, role) => {
                let id = cast.person(*person);
                self.change_person(id, cast.seen(id, *seen), name, *role)
            }
            Deed::RemovePerson(person, seen) => {
                let id = cast.person(*person);
                self.remove_person(id, cast.seen(id, *seen))
            }
            Deed::RestorePerson(person) => self.restore_person(cast.person(*person)),
            Deed::ChangeHousehold(seen, name, euro) => {
                self.change_home(cast.home_seen(*seen), name, currency(*euro))
            }
            Deed::AddReceipt(slip, pages) => {
                let id = self.add_receipt(by, cast.slip(slip))?;
                let of = Bearer::Receipt(id);
                let mut pages = pages.iter().map(|page| &FILES[usize::from(*page)]);
                pages.try_for_each(|page| self.attach(of, AttachmentKind::Document, page))
            }
            Deed::ChangeReceipt(receipt, seen, slip) => {
                let id = cast.receipt(*receipt);
                self.change_receipt(by, id, cast.seen(id, *seen), cast.slip(slip))
            }
            Deed::RemoveReceipt(receipt, seen) => {
                let id = cast.receipt(*receipt);
                self.remove_receipt(by, id, cast.seen(id, *seen))
            }
            Deed::RestoreReceipt(receipt) => self.restore_receipt(by, cast.receipt(*receipt)),
            Deed::KeepUp(upkeep) => self.keep_up(by, upkeep, cast),
            Deed::Tell(telling) => self.tell(by, telling, cast),
            Deed::Happen(happening) => self.happen(by, happening, cast),
            Deed::Insure(insuring) => self.insure(insuring, cast),
            Deed::Divide(dividing) => self.divide(by, dividing, cast),
            Deed::Report(reporting) => self.report(by, reporting, cast),
            Deed::SaveSearch(name, shared) => self.save_search(by, name, *shared),
            Deed::ChangeSearch(search, seen, name, shared) => {
                let id = cast.search(*search);
                self.change_search(by, id, cast.seen(id, *seen), name, *shared)
            }
            Deed::RemoveSearch(search, seen) => {
                let id = cast.search(*search);
                self.remove_search(by, id, cast.seen(id, *seen))
            }
            Deed::RestoreFromBin(picks) => self.restore_from_bin(by, &picked(picks, cast)),
            Deed::Undo(back) => self.undo(by, cast.change(*back)),
            other => unreachable!("{other:?} is done elsewhere"),
        }
    }
}

/// That somebody may do a kind of deed.
type Permission = fn(&Person) -> Result<(), Refusal>;

/// What those may who are signed in.
const ANYBODY: Permission = |_| Ok(());

/// What a deed takes, and what it is called in the log.
fn terms(deed: &Deed) -> (Permission, &'static str) {
    match deed {
        Deed::AddThing(..) | Deed::AddThings(..) | Deed::AddWithPhoto(..) => (editor, "item-add"),
        Deed::RemoveThing(..) => (editor, "item-remove"),
        Deed::RestoreThing(..) => (editor, "item-restore"),
        Deed::ArchiveThing(_, _, Some(_)) => (editor, "item-archive"),
        Deed::ArchiveThing(_, _, None) => (editor, "item-unarchive"),
        Deed::CopyThing(..) => (editor, "item-copy"),
        Deed::SaveAsTemplate(..) => (editor, "template-add"),
        Deed::BringBack(..) => (editor, "item-bring-back"),
        Deed::Bulk(_, what) => (editor, done_to_many(what)),
        Deed::SortTray { names, same, .. } if names.is_empty() && same.is_empty() => {
            (editor, "item-remove")
        }
        Deed::ChangeThing(..) | Deed::EditThing(..) | Deed::SortTray { .. } => {
            (editor, "item-change")
        }
        Deed::AddPlace(..) | Deed::AddHome(..) => (editor, "place-add"),
        Deed::ChangePlace(..) => (editor, "place-change"),
        Deed::RemovePlace(..) => (manager, "place-remove"),
        Deed::RestorePlace(..) => (manager, "place-restore"),
        Deed::AddTag(..) => (editor, "tag-add"),
        Deed::RenameTag(..) => (manager, "tag-change"),
        Deed::RemoveTag(..) => (manager, "tag-remove"),
        Deed::AddCategory(..) => (manager, "category-add"),
        Deed::ChangeCategory(..) => (manager, "category-change"),
        Deed::RemoveCategory(..) => (manager, "category-remove"),
        Deed::AddPerson(..) => (head, "person-add"),
        Deed::ChangePerson(..) => (head, "person-change"),
        Deed::RemovePerson(..) => (head, "person-remove"),
        Deed::RestorePerson(..) => (head, "person-restore"),
        Deed::ChangeHousehold(..) => (head, "household-change"),
        Deed::Attach(..) => (editor, "attachment-add"),
        Deed::Caption(..) | Deed::Arrange(..) => (editor, "attachment-change"),
        Deed::Rotate(..) => (editor, "attachment-rotate"),
        Deed::Step(..) | Deed::Reorder(..) => (editor, "attachment-reorder"),
        Deed::Give(..) => (editor, "attachment-move"),
        Deed::RemoveAttachment(..) => (editor, "attachment-remove"),
        Deed::RestoreAttachment(..) => (editor, "attachment-restore"),
        Deed::AddReceipt(..) => (editor, "receipt-add"),
        Deed::ChangeReceipt(..) => (editor, "receipt-change"),
        Deed::RemoveReceipt(..) => (editor, "receipt-remove"),
        Deed::RestoreReceipt(..) => (editor, "receipt-restore"),
        Deed::AddWarranty(..) => (editor, "warranty-add"),
        Deed::ChangeWarranty(..) => (editor, "warranty-change"),
        Deed::RemoveWarranty(..) => (editor, "warranty-remove"),
        Deed::RestoreWarranty(..) => (editor, "warranty-restore"),
        Deed::AddClaim(..) => (editor, "claim-add"),
        Deed::ChangeClaim(..) => (editor, "claim-change"),
        Deed::RemoveClaim(..) => (editor, "claim-remove"),
        Deed::RestoreClaim(..) => (editor, "claim-restore"),
        Deed::KeepUp(deed) => (editor, upkeep::called(deed)),
        Deed::Tell(telling) => (editor, memories::called(telling)),
        Deed::Happen(happening) => (editor, incidents::called(happening)),
        Deed::Insure(insuring) => (manager, policies::called(insuring)),
        Deed::Divide(dividing) => (manager, divisions::called(dividing)),
        Deed::Report(reporting) => (editor, reports::called(reporting)),
        Deed::SaveSearch(..) => (ANYBODY, "search-add"),
        Deed::ChangeSearch(..) => (ANYBODY, "search-change"),
        Deed::RemoveSearch(..) => (ANYBODY, "search-remove"),
        Deed::RestoreFromBin(..) => (editor, "bin-restore"),
        Deed::Purge(..) => (manager, "bin-purge"),
        Deed::EmptyBin => (manager, "bin-empty"),
        Deed::Undo(..) => (ANYBODY, "undo"),
        Deed::Days(_) => unreachable!("days pass by themselves"),
    }
}

fn done_to_many(what: &Bulk) -> &'static str {
    match what {
        Bulk::Move(_) => "item-move",
        Bulk::Tag(..) | Bulk::Name(_) => "item-tag",
        Bulk::Categorise(_) => "item-categorise",
        Bulk::Give(_) => "item-give",
        Bulk::Archive(Some(_)) => "item-archive",
        Bulk::Archive(None) => "item-unarchive",
        Bulk::Remove => "item-remove",
        Bulk::Restore => "item-restore",
    }
}

/// The currency of a household, or another.
pub fn currency(euro: bool) -> Currency {
    if euro {
        "EUR".parse().unwrap()
    } else {
        Currency::SEK
    }
}
