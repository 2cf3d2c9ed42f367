//! The bin: thirty days in which nothing is lost.

use jiff::{SignedDuration, Timestamp};

use crate::{
    access::{Manager, Viewer},
    domain::{
        attachment::Attachment,
        blob::BlobHash,
        item::{Item, ItemId, Location},
        place::{Place, PlaceId},
    },
    error::{Error, Result},
    store::{Key, Relation, Row, Rows, Saved, Store, Writer},
};

/// How long what is in the bin can be taken out again.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What lies in the bin, the latest first.
#[derive(Debug, Default)]
pub struct Contents {
    /// Things.
    pub items: Vec<Row<Item>>,
    /// Places.
    pub places: Vec<Row<Place>>,
    /// Photos and documents of things and places that are not in the bin themselves.
    pub attachments: Vec<Row<Attachment>>,
}

/// What a person finds in the bin.
pub fn contents(rows: &impl Rows, viewer: &Viewer) -> Result<Contents> {
    let mut contents = Contents::default();
    rows.each(None, |row: Row<Item>| {
        if row.binned.is_some() && viewer.sees(rows, &row)? {
            contents.items.push(row);
        }
        Ok(true)
    })?;
    rows.each(None, |row: Row<Place>| {
        if row.binned.is_some() && viewer.editor().is_ok() {
            contents.places.push(row);
        }
        Ok(true)
    })?;
    rows.each(None, |row: Row<Attachment>| {
        if row.binned.is_some() && super::history::sees(rows, viewer, Key::of(row.id))? {
            contents.attachments.push(row);
        }
        Ok(true)
    })?;
    contents
        .items
        .sort_by_key(|row| std::cmp::Reverse(row.changed.at));
    contents
        .places
        .sort_by_key(|row| std::cmp::Reverse(row.changed.at));
    contents
        .attachments
        .sort_by_key(|row| std::cmp::Reverse(row.changed.at));
    Ok(contents)
}

/// Removes a thing in the bin for good, with its photos, documents and history.
///
/// # Errors
/// [`Error::NotFound`] when it is not in the bin.
pub fn purge_item(store: &Store, manager: &Manager, id: ItemId) -> Result<Saved<Vec<BlobHash>>> {
    store.write(Some(manager.person()), "bin-purge", |tx| {
        let row = manager.editor().item(tx, id)?;
        if row.binned.is_none() {
            return Err(Error::NotFound);
        }
        let mut loose = Vec::new();
        purge_item_row(tx, id, &mut loose)?;
        unused(tx, loose)
    })
}

/// Empties the bin for good of all that the person sees.
pub fn empty(store: &Store, manager: &Manager) -> Result<Saved<Vec<BlobHash>>> {
    store.write(Some(manager.person()), "bin-empty", |tx| {
        let contents = contents(tx, manager.viewer())?;
        purge(tx, &contents)
    })
}

/// Removes for good what has lain in the bin for thirty days.
pub fn sweep(store: &Store) -> Result<Saved<Vec<BlobHash>>> {
    let now = store.clock().now();
    store.write(None, "bin-sweep", |tx| {
        let mut contents = Contents::default();
        tx.each(None, |row: Row<Item>| {
            keep_old(row, now, &mut contents.items);
            Ok(true)
        })?;
        tx.each(None, |row: Row<Place>| {
            keep_old(row, now, &mut contents.places);
            Ok(true)
        })?;
        tx.each(None, |row: Row<Attachment>| {
            keep_old(row, now, &mut contents.attachments);
            Ok(true)
        })?;
        purge(tx, &contents)
    })
}

fn keep_old<T>(row: Row<T>, now: Timestamp, old: &mut Vec<Row<T>>) {
    if row
        .binned
        .is_some_and(|binned| now.duration_since(binned.at) > KEPT)
    {
        old.push(row);
    }
}

fn purge(tx: &mut Writer<'_>, contents: &Contents) -> Result<Vec<BlobHash>> {
    let mut loose = Vec::new();
    for attachment in &contents.attachments {
        loose.push(attachment.blob);
        tx.purge(attachment.id)?;
    }
    for item in &contents.items {
        purge_item_row(tx, item.id, &mut loose)?;
    }
    for place in &contents.places {
        purge_place_row(tx, place.id, &mut loose)?;
    }
    unused(tx, loose)
}

/// Removes a thing's row. What lay in it lies where it lay; what was linked to it is no longer.
fn purge_item_row(tx: &mut Writer<'_>, id: ItemId, loose: &mut Vec<BlobHash>) -> Result<()> {
    let location = tx.get(id)?.body.details.location;
    for inner in tx.referring_to::<Item, _>(Relation::In, id)? {
        let mut row = tx.get(inner)?;
        row.body.details.location = location;
        tx.bring_back(row)?;
    }
    for linked in tx.referring_to::<Item, _>(Relation::LinkedTo, id)? {
        let mut row = tx.get(linked)?;
        row.body.details.links.retain(|link| link.to != id);
        tx.bring_back(row)?;
    }
    purge_attachments(
        tx,
        tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?,
        loose,
    )?;
    tx.purge(id)
}

fn purge_place_row(tx: &mut Writer<'_>, id: PlaceId, loose: &mut Vec<BlobHash>) -> Result<()> {
    for item in tx.referring_to::<Item, _>(Relation::In, id)? {
        let mut row = tx.get(item)?;
        row.body.details.location = Location::Unknown;
        tx.bring_back(row)?;
    }
    for place in tx.referring_to::<Place, _>(Relation::In, id)? {
        let mut row = tx.get(place)?;
        row.body.details.parent = None;
        tx.bring_back(row)?;
    }
    purge_attachments(
        tx,
        tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?,
        loose,
    )?;
    tx.purge(id)
}

fn purge_attachments(
    tx: &mut Writer<'_>,
    attachments: Vec<crate::domain::attachment::AttachmentId>,
    loose: &mut Vec<BlobHash>,
) -> Result<()> {
    for id in attachments {
        loose.push(tx.get(id)?.blob);
        tx.purge(id)?;
    }
    Ok(())
}

/// Those of the files that nothing holds any more: the caller removes them once the change is durable.
fn unused(rows: &impl Rows, loose: Vec<BlobHash>) -> Result<Vec<BlobHash>> {
    let mut unused = Vec::new();
    for blob in loose {
        if !is_held(rows, blob)? {
            unused.push(blob);
        }
    }
    Ok(unused)
}

/// Whether a photo or document, in the bin or not, holds a file.
pub fn is_held(rows: &impl Rows, blob: BlobHash) -> Result<bool> {
    Ok(!rows.referring(Relation::Holds, &blob.bytes())?.is_empty())
}
