//! What is done with things, and with their photos and documents.

use smartinventory::{
    access::Editor,
    actions::{
        attachments::{self, NewAttachment},
        bulk, items, tray,
    },
    domain::{attachment::AttachmentKind, blob::BlobHash},
    error::Result,
    store::Saved,
};

use super::{Archive, done};
use crate::{
    cast::{Cast, departed},
    deed::{Bulk, Deed},
    files::FILES,
};

impl Archive<'_> {
    pub(super) fn do_with_attachments(
        &self,
        editor: &Editor,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Deed::Attach(holder, files) => {
                let files = files.iter().map(|(kind, file)| self.file(*kind, *file));
                attachments::add_many(store, editor, cast.bearer(*holder), files.collect())
                    .map(done)
            }
            Deed::AddWithPhoto(sketch, file) => {
                let photo = self.file(AttachmentKind::Photo, *file);
                let all = vec![(cast.details(sketch), vec![photo])];
                items::add_with_photos(store, editor, all).map(done)
            }
            Deed::Caption(file, seen, caption) => {
                let id = cast.attachment(*file);
                attachments::caption(store, editor, id, cast.seen(id, *seen), caption).map(done)
            }
            Deed::Arrange(file, seen, at) => {
                let id = cast.attachment(*file);
                let arranged = attachments::adjust(store, editor, id, cast.seen(id, *seen), |to| {
                    to.position = *at;
                    Ok(())
                });
                arranged.map(done)
            }
            Deed::Rotate(file) => {
                attachments::rotate(store, editor, cast.attachment(*file)).map(done)
            }
            Deed::Step(file, step) => {
                attachments::step(store, editor, cast.attachment(*file), *step).map(done)
            }
            Deed::Reorder(holder, order) => {
                let order = cast.attachments(order);
                attachments::reorder(store, editor, cast.bearer(*holder), &order).map(done)
            }
            Deed::Give(file, seen, holder) => {
                let id = cast.attachment(*file);
                let seen = cast.seen(id, *seen);
                attachments::give(store, editor, id, seen, cast.bearer(*holder)).map(done)
            }
            Deed::RemoveAttachment(file, seen) => {
                let id = cast.attachment(*file);
                attachments::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestoreAttachment(file) => {
                attachments::restore(store, editor, cast.attachment(*file)).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }

    pub(super) fn file(&self, kind: AttachmentKind, file: u8) -> NewAttachment {
        let file = &FILES[usize::from(file)];
        NewAttachment {
            kind,
            blob: self.media.blobs().store_bytes(file.bytes).unwrap(),
            size: file.bytes.len() as u64,
            media_type: file.media_type.to_owned(),
            file_name: file.name.to_owned(),
            pixels: None,
            taken: None,
        }
    }

    pub(super) fn do_with_things(
        &self,
        editor: &Editor,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        let wish = |details, tags: &[&str]| items::Wish {
            details,
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        };
        match deed {
            Deed::AddThing(sketch, tags) => {
                items::add(store, editor, wish(cast.details(sketch), tags)).map(done)
            }
            Deed::AddThings(sketches) => {
                let all = sketches.iter().map(|sketch| cast.details(sketch));
                items::add_many(store, editor, all.collect()).map(done)
            }
            Deed::ChangeThing(thing, seen, sketch, tags) => {
                let id = cast.thing(*thing);
                let wish = wish(cast.details(sketch), tags);
                items::change(store, editor, id, cast.seen(id, *seen), wish).map(done)
            }
            Deed::EditThing(thing, seen, edit) => {
                let id = cast.thing(*thing);
                let changed = items::adjust(store, editor, id, cast.seen(id, *seen), |details| {
                    cast.edit(edit, details);
                    Ok(())
                });
                changed.map(done)
            }
            Deed::RemoveThing(thing, seen) => {
                let id = cast.thing(*thing);
                items::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestoreThing(thing) => {
                items::restore(store, editor, cast.thing(*thing)).map(done)
            }
            Deed::ArchiveThing(thing, seen, how) => {
                let id = cast.thing(*thing);
                let seen = cast.seen(id, *seen);
                items::archive(store, editor, id, seen, how.map(departed)).map(done)
            }
            Deed::CopyThing(thing) => items::copy(store, editor, cast.thing(*thing)).map(done),
            Deed::SaveAsTemplate(thing, name) => {
                items::save_as_template(store, editor, cast.thing(*thing), name).map(done)
            }
            Deed::Bulk(things, what) => {
                bulk::apply(store, editor, &cast.things(things), &operation(what, cast)).map(done)
            }
            Deed::SortTray {
                names,
                place,
                same,
                remove,
            } => {
                let names = names.iter().map(|(thing, name)| {
                    let name = (*name).to_owned();
                    (cast.thing(*thing), name)
                });
                let sorting = tray::Sorting {
                    names: names.collect(),
                    place: place.map(|place| cast.place(place)),
                    same: cast.things(same),
                    remove: cast.things(remove),
                };
                tray::sort(store, editor, &sorting).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }
}

fn operation(what: &Bulk, cast: &Cast<'_>) -> bulk::Operation {
    match what {
        Bulk::Move(spot) => bulk::Operation::Move(cast.location(*spot)),
        Bulk::Tag(add, remove) => bulk::Operation::Tag {
            add: cast.tags(add),
            remove: cast.tags(remove),
        },
        Bulk::Name(names) => {
            bulk::Operation::Name(names.iter().map(|name| (*name).to_owned()).collect())
        }
        Bulk::Categorise(category) => {
            bulk::Operation::Categorise(category.map(|nth| cast.category(nth)))
        }
        Bulk::Give(owners) => bulk::Operation::Give(cast.shares(owners)),
        Bulk::Archive(how) => bulk::Operation::Archive(how.map(departed)),
        Bulk::Remove => bulk::Operation::Remove,
        Bulk::Restore => bulk::Operation::Restore,
    }
}
