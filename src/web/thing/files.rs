//! What happened to the photos and documents of a thing, change by change.

use std::collections::BTreeMap;

use crate::{
    access::Viewer,
    actions::history::is_undoable,
    domain::{
        attachment::{Attachment, AttachmentId, AttachmentKind, Bearer},
        item::ItemId,
    },
    error::Result,
    store::{Reader, Relation, Row, Rows, Stamp},
    ui::{button::Button, icon::Icon, look::Look, photo::Photo, timeline::Change},
    web::page,
};

/// How many pictures stand beside a change.
const PICTURES: usize = 6;

/// What a change did to a file; of several, the first is what the change is told as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Add,
    Come,
    Go,
    Remove,
    Restore,
    Turn,
    Caption,
    Cover,
    Order,
}

impl Deed {
    /// What was done between two versions of a file that belongs to `of` after it or did before.
    fn between(
        before: Option<&Row<Attachment>>,
        after: &Row<Attachment>,
        of: Bearer,
    ) -> Option<Self> {
        let is_here = after.of == of;
        let Some(before) = before else {
            return is_here.then_some(Self::Add);
        };
        Some(match (before.of == of, is_here) {
            (false, false) => return None,
            (false, true) => Self::Come,
            (true, false) => Self::Go,
            (true, true) if before.binned.is_some() != after.binned.is_some() => {
                if after.binned.is_some() {
                    Self::Remove
                } else {
                    Self::Restore
                }
            }
            _ if before.rotation != after.rotation => Self::Turn,
            _ if before.caption != after.caption => Self::Caption,
            _ if before.position != after.position => Self::Order,
            _ => return None,
        })
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Add => "thing-files-add",
            Self::Come => "thing-files-come",
            Self::Go => "thing-files-go",
            Self::Remove => "thing-files-remove",
            Self::Restore => "thing-files-restore",
            Self::Turn => "thing-files-turn",
            Self::Caption => "thing-files-caption",
            Self::Cover => "thing-files-cover",
            Self::Order => "thing-files-order",
        }
    }
}

/// One change and the files that it touched.
pub(super) struct Deeds {
    /// When, and by whom.
    pub(super) stamp: Stamp,
    deed: Deed,
    photos: usize,
    documents: usize,
    captions: Vec<(String, String)>,
    pictures: Vec<Photo>,
}

impl Deeds {
    fn new(stamp: Stamp, deed: Deed) -> Self {
        Self {
            stamp,
            deed,
            photos: 0,
            documents: 0,
            captions: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Who did what: "Maria lade till 3 bilder".
    pub(super) fn sentence(&self, look: &Look, who: String) -> String {
        let files = page::files(look, self.photos, self.documents);
        let arguments = [("who", who.into()), ("files", files.into())];
        look.lang.text_with(self.deed.text(), &arguments)
    }

    /// The words under them, before and after.
    pub(super) fn changes(&self, look: &Look) -> Vec<Change> {
        let said = |words: &String| (!words.is_empty()).then(|| words.clone());
        let captions = self.captions.iter();
        captions
            .map(|(before, after)| Change {
                label: look.text("photos-caption"),
                before: said(before),
                after: said(after),
            })
            .collect()
    }

    /// The photos, those that are still there.
    pub(super) fn pictures(&self) -> Vec<Photo> {
        self.pictures.iter().take(PICTURES).cloned().collect()
    }
}

/// What each change did to the files of a thing, by the number of the change.
pub(super) fn deeds(rows: &Reader, item: ItemId) -> Result<BTreeMap<u64, Deeds>> {
    let of = Bearer::Item(item);
    let mut files = Vec::new();
    for relation in [Relation::AttachedTo, Relation::HasLeft] {
        for id in rows.referring_to::<Attachment, _>(relation, item)? {
            files.push(rows.versions(id)?);
        }
    }
    let mut told: BTreeMap<u64, Deeds> = BTreeMap::new();
    for versions in &files {
        for (at, after) in versions.iter().enumerate() {
            let before = versions.get(at + 1);
            let number = after.revision.get();
            let Some(mut deed) = Deed::between(before, after, of) else {
                continue;
            };
            if deed == Deed::Order && cover(&files, of, number - 1) != cover(&files, of, number) {
                deed = Deed::Cover;
            }
            let deeds = told
                .entry(number)
                .or_insert_with(|| Deeds::new(after.changed, deed));
            if deed > deeds.deed {
                continue;
            }
            if deed < deeds.deed {
                *deeds = Deeds::new(after.changed, deed);
            }
            match after.kind {
                AttachmentKind::Photo => deeds.photos += 1,
                AttachmentKind::Document => deeds.documents += 1,
            }
            if deed == Deed::Caption {
                let before = before.map(|row| row.caption.clone()).unwrap_or_default();
                deeds.captions.push((before, after.caption.clone()));
            }
            let now = versions.first().filter(|now| is_photo_of(now, of));
            deeds.pictures.extend(now.map(page::photo));
        }
    }
    Ok(told)
}

/// The first photo as it was after a change.
fn cover(files: &[Vec<Row<Attachment>>], of: Bearer, change: u64) -> Option<AttachmentId> {
    let then = files.iter().filter_map(|versions| {
        let version = versions.iter().find(|row| row.revision.get() <= change);
        version.filter(|row| is_photo_of(row, of))
    });
    let first = then.min_by_key(|row| (row.position, row.id));
    first.map(|row| row.id)
}

fn is_photo_of(row: &Row<Attachment>, of: Bearer) -> bool {
    row.kind == AttachmentKind::Photo && row.of == of && row.binned.is_none()
}

/// The button that takes a change back, where the reader can do that.
pub(super) fn undo(
    rows: &Reader,
    viewer: &Viewer,
    look: &Look,
    number: u64,
) -> Result<Option<Button>> {
    let Some(change) = rows.change(number)? else {
        return Ok(None);
    };
    Ok(is_undoable(rows, viewer, &change)?.then(|| {
        Button::post(look.text("ui-undo"), format!("/undo/{number}"))
            .icon(Icon::Undo)
            .small()
    }))
}
