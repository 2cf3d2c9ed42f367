//! What people do with places.

use super::{
    items::{expect, in_use},
    references::places_around,
};
use crate::{
    access::{Editor, Manager},
    domain::{
        invalid::Invalid,
        item::{Item, Location},
        person::Person,
        place::{Place, PlaceDetails, PlaceId},
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// Adds a place.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(store: &Store, editor: &Editor, details: PlaceDetails) -> Result<Saved<Row<Place>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), "place-add", |tx| {
        let details = checked(tx, editor, id, details, None)?;
        let number = tx.next_number()?;
        tx.put(
            Place {
                id,
                number,
                details,
            },
            Expect::Any,
        )
    })
}

/// Changes what is said about a place; with another parent the whole branch moves.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: PlaceId,
    seen: Expect,
    details: PlaceDetails,
) -> Result<Saved<Row<Place>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes a place by a function of what it is.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: PlaceId,
    seen: Expect,
    with: impl FnOnce(&mut PlaceDetails) -> Result<()>,
) -> Result<Saved<Row<Place>>> {
    store.write(Some(editor.person()), "place-change", |tx| {
        let present = editor.place(tx, id)?;
        in_use(&present)?;
        let mut details = present.body.details.clone();
        with(&mut details)?;
        let details = checked(tx, editor, id, details, Some(&present.details))?;
        tx.put(
            Place {
                details,
                ..present.body
            },
            seen,
        )
    })
}

/// Puts a place into the bin. What was in it moves one level out: nothing is removed with it.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: PlaceId,
    seen: Expect,
) -> Result<Saved<Row<Place>>> {
    store.write(Some(manager.person()), "place-remove", |tx| {
        let place = manager.editor().place(tx, id)?;
        expect(&place, seen)?;
        empty_out(tx, &place)?;
        tx.bin(id)
    })
}

fn empty_out(tx: &mut Writer<'_>, place: &Row<Place>) -> Result<()> {
    let parent = place.details.parent;
    for inner in tx.referring_to::<Place, _>(Relation::In, place.id)? {
        let mut body = tx.get(inner)?.body;
        body.details.parent = parent;
        move_row(tx, body)?;
    }
    for item in tx.referring_to::<Item, _>(Relation::In, place.id)? {
        let mut body = tx.get(item)?.body;
        body.details.location = parent.map_or(Location::Unknown, Location::Place);
        move_row(tx, body)?;
    }
    Ok(())
}

/// Moves a row whether or not it lies in the bin, where it stays.
fn move_row<T: crate::store::Record>(tx: &mut Writer<'_>, body: T) -> Result<()> {
    let present = tx.get(body.id())?;
    if present.binned.is_some() {
        tx.bring_back(Row { body, ..present })?;
    } else {
        tx.put(body, Expect::Any)?;
    }
    Ok(())
}

/// Takes a place out of the bin; it comes back empty, and at the top when what it was in is gone.
pub fn restore(store: &Store, manager: &Manager, id: PlaceId) -> Result<Saved<Row<Place>>> {
    store.write(Some(manager.person()), "place-restore", |tx| {
        let mut row = manager.editor().place(tx, id)?;
        let parent = row.body.details.parent;
        let there = match parent {
            Some(parent) => tx
                .find::<Place>(parent)?
                .is_some_and(|parent| parent.binned.is_none()),
            None => true,
        };
        if !there {
            row.body.details.parent = None;
        }
        tx.bring_back(Row {
            binned: None,
            ..row
        })
    })
}

fn checked(
    tx: &Writer<'_>,
    editor: &Editor,
    id: PlaceId,
    mut details: PlaceDetails,
    present: Option<&PlaceDetails>,
) -> Result<PlaceDetails> {
    details.name = text::line(&details.name);
    details.note = text::prose(&details.note);
    details.guests.sort_unstable();
    details.guests.dedup();
    let mut invalid = details.check();
    if present.is_none_or(|present| present.parent != details.parent)
        && let Some(parent) = details.parent
    {
        check_parent(tx, editor, id, parent, &mut invalid)?;
    }
    for guest in &details.guests {
        if tx.find::<Person>(*guest)?.is_none() {
            invalid.push("guests", "error-gone");
        }
    }
    Ok(invalid.or(details)?)
}

fn check_parent(
    tx: &Writer<'_>,
    editor: &Editor,
    id: PlaceId,
    parent: PlaceId,
    invalid: &mut Invalid,
) -> Result<()> {
    let there = match editor.viewer().place(tx, parent) {
        Ok(parent) => parent.binned.is_none(),
        Err(Error::NotFound) => false,
        Err(error) => return Err(error),
    };
    if !there {
        invalid.push("parent", "error-place-gone");
    } else if parent == id || places_around(tx, parent)?.contains(&id) {
        invalid.push("parent", "error-inside-itself");
    }
    Ok(())
}

/// The places from a home down to a place, the place itself last.
pub fn path(rows: &impl Rows, place: PlaceId) -> Result<Vec<Row<Place>>> {
    let mut path = Vec::new();
    path.extend(rows.find::<Place>(place)?);
    for around in places_around(rows, place)? {
        path.extend(rows.find::<Place>(around)?);
    }
    path.reverse();
    Ok(path)
}

/// Every place below a place, itself included.
pub fn branch(rows: &impl Rows, place: PlaceId) -> Result<Vec<PlaceId>> {
    let mut all = vec![place];
    let mut next = 0;
    while let Some(place) = all.get(next).copied() {
        for inner in rows.referring_to::<Place, _>(Relation::In, place)? {
            if !all.contains(&inner) {
                all.push(inner);
            }
        }
        next += 1;
    }
    Ok(all)
}
