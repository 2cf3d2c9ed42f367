//! The home that the tests of the actions live in.

use super::{attachments, bin, household, items, people, places};
use crate::{
    access::{Editor, Manager, Viewer},
    clock::Clock,
    domain::{
        attachment::{AttachmentKind, Bearer},
        blob::BlobHash,
        item::{Details, Item, ItemId, Location},
        lang::Lang,
        person::Role,
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
    },
    error::{Error, Result},
    media::Kept,
    store::{Row, Rows, Store},
};

/// A claimed archive with its first owner.
pub(super) struct Home {
    folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) anna: Viewer,
}

impl Home {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap());
        let store = Store::open(folder.path(), clock).unwrap();
        let claim = household::Claim {
            household: "Holm",
            name: "Anna",
            password: "hemligt123",
            lang: Lang::Sv,
        };
        let anna = household::claim(&store, &claim).unwrap().value;
        Self {
            folder,
            store,
            anna,
        }
    }

    pub(super) fn person(&self, name: &str, role: Role) -> Viewer {
        let head = self.anna.head().unwrap();
        Viewer::of(
            people::add(&self.store, &head, name, role, None)
                .unwrap()
                .value
                .body,
        )
    }

    pub(super) fn editor(&self) -> Editor {
        self.anna.editor().unwrap()
    }

    pub(super) fn manager(&self) -> Manager {
        self.anna.manager().unwrap()
    }

    pub(super) fn item(&self, name: &str, location: Location) -> Row<Item> {
        let details = Details {
            location,
            ..Details::named(name)
        };
        items::add(&self.store, &self.editor(), details)
            .unwrap()
            .value
    }

    pub(super) fn place(&self, name: &str, parent: Option<PlaceId>) -> Row<Place> {
        places::add(
            &self.store,
            &self.editor(),
            PlaceDetails::named(name, PlaceKind::Room, parent),
        )
        .unwrap()
        .value
    }

    pub(super) fn now(&self, id: ItemId) -> Row<Item> {
        self.store.read().unwrap().get(id).unwrap()
    }

    /// Closes the archive, and gives its folder.
    pub(super) fn leave(self) -> tempfile::TempDir {
        self.folder
    }

    /// Lets days pass, and gives the files that the bin has let go of in them.
    pub(super) fn live(&self, days: u32) -> Vec<BlobHash> {
        let swept = (0..days).map(|_| {
            let swept = bin::sweep(&self.store).unwrap().value;
            self.store.clock().advance(24 * 60 * 60);
            swept
        });
        swept.collect::<Vec<_>>().concat()
    }

    pub(super) fn photo(&self, of: ItemId, blob: &[u8]) -> BlobHash {
        let new = new_photo(blob);
        let blob = new.blob.hash();
        attachments::add(&self.store, &self.editor(), Bearer::Item(of), new).unwrap();
        blob
    }
}

pub(super) fn new_photo(blob: &[u8]) -> attachments::NewAttachment {
    attachments::NewAttachment {
        kind: AttachmentKind::Photo,
        blob: Kept::imagined(blob),
        size: blob.len() as u64,
        media_type: "image/jpeg".into(),
        file_name: "bild.jpg".into(),
        pixels: Some((4, 3)),
        taken: None,
    }
}

pub(super) fn refused<T: std::fmt::Debug>(outcome: Result<T>, field: &str) -> &'static str {
    match outcome {
        Err(Error::Invalid(invalid)) => invalid
            .get(field)
            .unwrap_or_else(|| panic!("{field} is not among {invalid}")),
        other => panic!("{other:?}"),
    }
}
