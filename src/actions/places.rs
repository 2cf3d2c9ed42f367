//! What people do with places.

use std::collections::{HashMap, HashSet};

use super::{
    items::{expect, in_use},
    references::places_around,
};
use crate::{
    access::{Editor, Manager, Viewer, audience::DEPTH},
    domain::{
        invalid::Invalid,
        item::{Item, Location},
        lang::Lang,
        person::Person,
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
        text,
    },
    error::{Error, Result},
    index::name_sort_key,
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// Adds a place.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(store: &Store, editor: &Editor, details: PlaceDetails) -> Result<Saved<Row<Place>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), "place-add", |tx| {
        insert(tx, editor, id, details)
    })
}

/// Adds a home together with its rooms, in one change.
///
/// # Errors
/// As [`add`].
pub fn add_home(
    store: &Store,
    editor: &Editor,
    home: PlaceDetails,
    rooms: &[String],
) -> Result<Saved<Row<Place>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "place-add", |tx| {
        let home = insert(tx, editor, clock.id(), home)?;
        for room in rooms {
            let details = PlaceDetails::named(room, PlaceKind::Room, Some(home.id));
            insert(tx, editor, clock.id(), details)?;
        }
        Ok(home)
    })
}

fn insert(
    tx: &mut Writer<'_>,
    editor: &Editor,
    id: PlaceId,
    details: PlaceDetails,
) -> Result<Row<Place>> {
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
pub(super) fn move_row<T: crate::store::Record>(tx: &mut Writer<'_>, body: T) -> Result<()> {
    let present = tx.get(body.id())?;
    if present.binned.is_some() {
        tx.bring_back(Row { body, ..present })?;
    } else {
        tx.put(body, Expect::Any)?;
    }
    Ok(())
}

/// Where what was put into a place is when the place may have gone since: there, or where its removal would have moved
/// it, which is the nearest place around it that is in use.
pub(super) fn remaining(rows: &impl Rows, place: PlaceId) -> Result<Option<PlaceId>> {
    let mut next = Some(place);
    for _ in 0..DEPTH {
        let Some(place) = next else { break };
        match rows.find::<Place>(place)? {
            Some(row) if row.binned.is_some() => next = row.details.parent,
            Some(_) => return Ok(Some(place)),
            None => break,
        }
    }
    Ok(None)
}

/// Takes a place out of the bin; it comes back empty, and at the top when what it was in is gone.
pub fn restore(store: &Store, manager: &Manager, id: PlaceId) -> Result<Saved<Row<Place>>> {
    store.write(Some(manager.person()), "place-restore", |tx| {
        take_out(tx, manager, id)
    })
}

pub(super) fn take_out(tx: &mut Writer<'_>, manager: &Manager, id: PlaceId) -> Result<Row<Place>> {
    let mut row = manager.editor().place(tx, id)?;
    if row.binned.is_none() {
        return Ok(row);
    }
    let there = match row.body.details.parent {
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
        return Ok(());
    }
    let around = places_around(tx, parent)?;
    if parent == id || around.contains(&id) {
        invalid.push("parent", "error-inside-itself");
    } else if around.len() + 1 + height(tx, id)? > DEPTH {
        invalid.push("parent", "error-place-depth");
    }
    Ok(())
}

/// How many places deep a branch is, the place itself included.
fn height(rows: &impl Rows, place: PlaceId) -> Result<usize> {
    let mut level = vec![place];
    let mut levels = 0;
    while !level.is_empty() && levels <= DEPTH {
        let mut below = Vec::new();
        for place in level {
            below.extend(rows.referring_to::<Place, _>(Relation::In, place)?);
        }
        level = below;
        levels += 1;
    }
    Ok(levels)
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

/// A place with the places in it.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The place itself.
    pub place: Row<Place>,
    /// The places in it, by name.
    pub inner: Vec<Self>,
}

/// Every place that somebody sees, by name: at the top those that lie in none that they see.
pub fn tree(rows: &impl Rows, viewer: &Viewer, lang: Lang) -> Result<Vec<Branch>> {
    let mut seen = Vec::new();
    for place in rows.all::<Place>()? {
        if viewer.sees_place(rows, place.id)? {
            seen.push(place);
        }
    }
    seen.sort_by_cached_key(|place| name_sort_key(lang, &place.details.name));
    let ids: HashSet<_> = seen.iter().map(|place| place.id).collect();
    let mut inner: HashMap<Option<PlaceId>, Vec<Row<Place>>> = HashMap::new();
    for place in seen {
        let around = place.details.parent.filter(|parent| ids.contains(parent));
        inner.entry(around).or_default().push(place);
    }
    let mut roots = grow(None, &mut inner);
    // Taking back an old move can put two places into each other; neither may be lost from sight.
    while let Some(around) = inner.keys().min().copied() {
        roots.extend(grow(around, &mut inner));
    }
    Ok(roots)
}

fn grow(
    around: Option<PlaceId>,
    inner: &mut HashMap<Option<PlaceId>, Vec<Row<Place>>>,
) -> Vec<Branch> {
    let places = inner.remove(&around).unwrap_or_default();
    places
        .into_iter()
        .map(|place| Branch {
            inner: grow(Some(place.id), inner),
            place,
        })
        .collect()
}

/// The room that each place is in: the nearest around it that is more than a cupboard or a box.
pub(super) fn rooms(rows: &impl Rows) -> Result<HashMap<PlaceId, PlaceId>> {
    let places = rows.all::<Place>()?;
    let known: HashMap<PlaceId, &Row<Place>> =
        places.iter().map(|place| (place.id, place)).collect();
    let room_of = |place: &Row<Place>| {
        let mut room = place.id;
        // A circle cannot be, and would end here.
        for _ in 0..places.len() {
            let Some(here) = known.get(&room) else { break };
            match (here.details.kind, here.details.parent) {
                (PlaceKind::Cupboard | PlaceKind::Box, Some(around)) => room = around,
                _ => break,
            }
        }
        (place.id, room)
    };
    Ok(places.iter().map(room_of).collect())
}

#[cfg(test)]
mod tests;
