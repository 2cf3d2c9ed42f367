//! What people do with photos and documents.

mod arrival;

use jiff::civil::DateTime;

use super::items::{expect, in_use};
use crate::{
    access::Editor,
    clock::Clock,
    domain::{
        attachment::{Attachment, AttachmentId, AttachmentKind, Bearer},
        rotation::Rotation,
        text,
    },
    error::{Error, Result},
    media::Kept,
    store::{Expect, Key, Relation, Row, Rows, Saved, Store, Writer},
};

/// A file that has been received, inspected and kept, ready to belong to something.
#[derive(Clone, Debug)]
pub struct NewAttachment {
    /// Photo or document.
    pub kind: AttachmentKind,
    /// The bytes, which stay until this is dropped.
    pub blob: Kept,
    /// How many bytes.
    pub size: u64,
    /// What the bytes are.
    pub media_type: String,
    /// The file's name as it came.
    pub file_name: String,
    /// Width and height in pixels, right side up.
    pub pixels: Option<(u32, u32)>,
    /// When it was taken.
    pub taken: Option<DateTime>,
}

/// Adds a photo or document, after those that are there.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Denied`] when the person may not change what it would belong to.
pub fn add(
    store: &Store,
    editor: &Editor,
    of: Bearer,
    new: NewAttachment,
) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-add", |tx| {
        editor.bearer(tx, of)?;
        insert(tx, store.clock(), of, new)
    })
}

/// Adds several photos or documents in one change, in this order.
///
/// # Errors
/// As [`add`]; nothing is added then.
pub fn add_many(
    store: &Store,
    editor: &Editor,
    of: Bearer,
    new: Vec<NewAttachment>,
) -> Result<Saved<Vec<Row<Attachment>>>> {
    store.write(Some(editor.person()), "attachment-add", |tx| {
        editor.bearer(tx, of)?;
        new.into_iter()
            .map(|new| insert(tx, store.clock(), of, new))
            .collect()
    })
}

pub(super) fn insert(
    tx: &mut Writer<'_>,
    clock: &Clock,
    of: Bearer,
    new: NewAttachment,
) -> Result<Row<Attachment>> {
    let body = Attachment {
        id: clock.id(),
        of,
        kind: new.kind,
        blob: new.blob.hash(),
        size: new.size,
        media_type: new.media_type,
        file_name: text::line(&new.file_name)
            .chars()
            .take(text::NAME)
            .collect(),
        caption: String::new(),
        position: next_position(tx, of)?,
        rotation: Rotation::None,
        pixels: new.pixels,
        taken: new.taken,
        left: Vec::new(),
    };
    tx.put(body, Expect::Any)
}

fn next_position(rows: &impl Rows, of: Bearer) -> Result<u32> {
    let last = list(rows, of)?
        .iter()
        .map(|attachment| attachment.position)
        .max();
    Ok(last.map_or(0, |last| last + 1))
}

/// Changes the words under a photo or document.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] when they are too long.
pub fn caption(
    store: &Store,
    editor: &Editor,
    id: AttachmentId,
    seen: Expect,
    caption: &str,
) -> Result<Saved<Row<Attachment>>> {
    let caption = checked_caption(caption)?;
    store.write(Some(editor.person()), "attachment-change", |tx| {
        let present = editor.attachment(tx, id)?;
        tx.put(
            Attachment {
                caption,
                ..present.body
            },
            seen,
        )
    })
}

/// What of a photo or document is changed together.
#[derive(Clone, Debug)]
pub struct Arrangement {
    /// The words under it.
    pub caption: String,
    /// How it is turned.
    pub rotation: Rotation,
    /// Its place among those of its kind that belong to the same thing or place, from 0; past the last is the last.
    pub position: usize,
}

/// Changes the words under a photo or document, how it is turned and where it stands, in one change.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] when the words are too long; [`Error::NotFound`]
/// when it is in the bin, and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: AttachmentId,
    seen: Expect,
    with: impl FnOnce(&mut Arrangement) -> Result<()>,
) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-change", |tx| {
        let present = editor.attachment(tx, id)?;
        in_use(&present)?;
        let mut siblings = list(tx, present.of)?;
        siblings.retain(|sibling| sibling.kind == present.kind);
        let position = siblings.iter().position(|row| row.id == id).unwrap_or(0);
        let mut arrangement = Arrangement {
            caption: present.caption.clone(),
            rotation: present.rotation,
            position,
        };
        with(&mut arrangement)?;
        let caption = checked_caption(&arrangement.caption)?;
        let rotation = arrangement.rotation;
        let row = tx.put(
            Attachment {
                caption,
                rotation,
                ..present.body
            },
            seen,
        )?;
        if arrangement.position == position {
            return Ok(row);
        }
        siblings.retain(|sibling| sibling.id != id);
        siblings.insert(arrangement.position.min(siblings.len()), row);
        put_in_order(tx, siblings)?;
        tx.get(id)
    })
}

fn checked_caption(caption: &str) -> Result<String> {
    let caption = text::line(caption);
    if text::fits(&caption, text::LINE) {
        Ok(caption)
    } else {
        Err(Error::invalid("caption", "error-too-long"))
    }
}

/// Turns a photo a quarter clockwise.
pub fn rotate(store: &Store, editor: &Editor, id: AttachmentId) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-rotate", |tx| {
        let present = editor.attachment(tx, id)?;
        let rotation = present.rotation.then(Rotation::Quarter);
        tx.put(
            Attachment {
                rotation,
                ..present.body
            },
            Expect::Any,
        )
    })
}

/// Puts photos and documents in an order; those not named come after. The first photo is the cover.
pub fn reorder(
    store: &Store,
    editor: &Editor,
    of: Bearer,
    order: &[AttachmentId],
) -> Result<Saved<()>> {
    store.write(Some(editor.person()), "attachment-reorder", |tx| {
        editor.bearer(tx, of)?;
        let mut all = list(tx, of)?;
        let rank = |id: &AttachmentId| {
            order
                .iter()
                .position(|other| other == id)
                .unwrap_or(usize::MAX)
        };
        all.sort_by_key(|attachment| rank(&attachment.id));
        put_in_order(tx, all)
    })
}

/// Where a photo goes among the photos of its thing or place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the front, where it is the cover.
    First,
    /// One forward.
    Earlier,
    /// One back.
    Later,
}

/// Moves a photo among the photos of its thing or place; at either end it stays.
pub fn step(store: &Store, editor: &Editor, id: AttachmentId, step: Step) -> Result<Saved<()>> {
    store.write(Some(editor.person()), "attachment-reorder", |tx| {
        let of = editor.attachment(tx, id)?.of;
        let mut photos = list(tx, of)?;
        photos.retain(|attachment| attachment.kind == AttachmentKind::Photo);
        let at = photos.iter().position(|photo| photo.id == id);
        let at = at.ok_or(Error::NotFound)?;
        let to = match step {
            Step::First => 0,
            Step::Earlier => at.saturating_sub(1),
            Step::Later => (at + 1).min(photos.len() - 1),
        };
        let photo = photos.remove(at);
        photos.insert(to, photo);
        put_in_order(tx, photos)
    })
}

/// Makes a photo the cover.
pub fn cover(store: &Store, editor: &Editor, id: AttachmentId) -> Result<Saved<()>> {
    step(store, editor, id, Step::First)
}

fn put_in_order(tx: &mut Writer<'_>, all: Vec<Row<Attachment>>) -> Result<()> {
    for (position, row) in (0..).zip(all) {
        let body = Attachment {
            position,
            ..row.body
        };
        tx.put(body, Expect::Any)?;
    }
    Ok(())
}

/// Moves a photo or document to another thing or place, after those that are there.
pub fn give(
    store: &Store,
    editor: &Editor,
    id: AttachmentId,
    seen: Expect,
    of: Bearer,
) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-move", |tx| {
        let present = editor.attachment(tx, id)?;
        expect(&present, seen)?;
        editor.bearer(tx, of)?;
        hand_over(tx, present, of)
    })
}

pub(super) fn hand_over(
    tx: &mut Writer<'_>,
    attachment: Row<Attachment>,
    of: Bearer,
) -> Result<Row<Attachment>> {
    let position = next_position(tx, of)?;
    let mut left = attachment.left.clone();
    if !left.contains(&attachment.of) {
        left.push(attachment.of);
    }
    left.retain(|bearer| *bearer != of);
    let body = Attachment {
        of,
        position,
        left,
        ..attachment.body
    };
    tx.put(body, Expect::Any)
}

/// Puts a photo or document into the bin.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: AttachmentId,
    seen: Expect,
) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-remove", |tx| {
        let present = editor.attachment(tx, id)?;
        expect(&present, seen)?;
        tx.bin(id)
    })
}

/// Takes a photo or document out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: AttachmentId) -> Result<Saved<Row<Attachment>>> {
    store.write(Some(editor.person()), "attachment-restore", |tx| {
        editor.attachment(tx, id)?;
        tx.restore(id)
    })
}

/// The photos and documents of something, in order, without those in the bin.
pub fn list(rows: &impl Rows, of: Bearer) -> Result<Vec<Row<Attachment>>> {
    let keys = rows.referring(Relation::AttachedTo, of.uuid().as_bytes())?;
    let mut all = Vec::with_capacity(keys.len());
    for id in keys.into_iter().filter_map(Key::id) {
        all.extend(
            rows.find(id)?
                .filter(|row: &Row<Attachment>| row.binned.is_none()),
        );
    }
    all.sort_by_key(|attachment| (attachment.position, attachment.id));
    Ok(all)
}

/// The first photo of something.
pub fn cover_of(rows: &impl Rows, of: Bearer) -> Result<Option<Row<Attachment>>> {
    Ok(list(rows, of)?
        .into_iter()
        .find(|attachment| attachment.kind == AttachmentKind::Photo))
}

#[cfg(test)]
mod tests;
