//! What people do alike with all that belongs to one thing: warranties, claims, plans, jobs, loans, memories and bequests are
//! added, changed, removed and taken back by the same rules, and each says what is its own.

use super::items::{expect, in_use};
use crate::{
    access::{Editor, OfThing, Viewer},
    domain::{
        id::Id,
        invalid::Invalid,
        item::{Item, ItemId},
        person::Role,
    },
    error::{Error, Result},
    store::{Expect, Row, Rows, Saved, Store, Writer},
};

/// The names of what is done to a noun, in the change log.
#[derive(Clone, Copy, Debug)]
pub struct Actions {
    /// Adding.
    pub add: &'static str,
    /// Changing.
    pub change: &'static str,
    /// Putting into the bin.
    pub remove: &'static str,
    /// Taking out of the bin.
    pub restore: &'static str,
}

/// What belongs to one thing, and is no more than what a person says.
pub trait Belonging: OfThing {
    /// What a person says.
    type Details: Clone + PartialEq;

    /// What is done to it.
    const ACTIONS: Actions;

    /// A new one.
    fn new(id: Id<Self>, item: ItemId, details: Self::Details) -> Self;

    /// What is said about it.
    fn details(&self) -> &Self::Details;

    /// What every form would have to do otherwise: texts trimmed.
    fn tidy(details: &mut Self::Details);

    /// What somebody is told who sees it: all of it, unless it refers to what is not for their eyes.
    ///
    /// # Errors
    /// Those of reading.
    fn told(&self, _: &impl Rows, _: &Viewer) -> Result<Self::Details> {
        Ok(self.details().clone())
    }

    /// Puts back what [`Self::told`] left out, unless the person has said something else there.
    ///
    /// # Errors
    /// Those of reading.
    fn keep(_: &impl Rows, _: &Viewer, _: &mut Self::Details, _: &Self::Details) -> Result<()> {
        Ok(())
    }

    /// What else has to change with it, in the same change: a thing that an incident took leaves the household.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it cannot be beside what else there is.
    fn follow(_: &mut Writer<'_>, _: &Row<Self>) -> Result<()> {
        Ok(())
    }

    /// What cannot be taken, by field. What `present` refers to already may stay, though it has gone since.
    ///
    /// # Errors
    /// Those of reading.
    fn check(
        rows: &impl Rows,
        viewer: &Viewer,
        item: ItemId,
        details: &Self::Details,
        present: Option<&Self::Details>,
    ) -> Result<Invalid>;
}

/// Adds one to a thing, by whoever may ([`crate::access::Changing`]).
///
/// # Errors
/// [`Error::NotFound`] when the thing is not for their eyes, or in the bin; [`Error::Denied`] when they only may look;
/// [`Error::Invalid`] by field.
pub fn add<T: Belonging>(
    store: &Store,
    editor: &Editor,
    item: ItemId,
    mut details: T::Details,
) -> Result<Saved<Row<T>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), T::ACTIONS.add, |tx| {
        let row = editor.item_for::<T>(tx, item)?;
        in_use(&row)?;
        if row.is_template() {
            return Err(Error::invalid("item", "error-is-template"));
        }
        T::tidy(&mut details);
        T::check(tx, editor.viewer(), item, &details, None)?.or(())?;
        let row = tx.put(T::new(id, item, details), Expect::Any)?;
        T::follow(tx, &row)?;
        Ok(row)
    })
}

/// Changes what is said.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change<T: Belonging>(
    store: &Store,
    editor: &Editor,
    id: Id<T>,
    seen: Expect,
    details: T::Details,
) -> Result<Saved<Row<T>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes one by a function of what is said, as the person is told it.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust<T: Belonging>(
    store: &Store,
    editor: &Editor,
    id: Id<T>,
    seen: Expect,
    with: impl FnOnce(&mut T::Details) -> Result<()>,
) -> Result<Saved<Row<T>>> {
    store.write(Some(editor.person()), T::ACTIONS.change, |tx| {
        let present = editor.of_thing(tx, id)?;
        in_use(&present)?;
        let (viewer, item) = (editor.viewer(), present.item());
        in_use(&viewer.item(tx, item)?)?;
        let mut details = present.told(tx, viewer)?;
        with(&mut details)?;
        T::tidy(&mut details);
        T::keep(tx, viewer, &mut details, present.details())?;
        T::check(tx, viewer, item, &details, Some(present.details()))?.or(())?;
        let row = tx.put(T::new(id, item, details), seen)?;
        T::follow(tx, &row)?;
        Ok(row)
    })
}

/// Puts one into the bin.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove<T: Belonging>(
    store: &Store,
    editor: &Editor,
    id: Id<T>,
    seen: Expect,
) -> Result<Saved<Row<T>>> {
    store.write(Some(editor.person()), T::ACTIONS.remove, |tx| {
        let present = editor.of_thing(tx, id)?;
        expect(&present, seen)?;
        let row = tx.bin(id)?;
        T::follow(tx, &row)?;
        Ok(row)
    })
}

/// Takes one out of the bin.
pub fn restore<T: Belonging>(store: &Store, editor: &Editor, id: Id<T>) -> Result<Saved<Row<T>>> {
    store.write(Some(editor.person()), T::ACTIONS.restore, |tx| {
        take_out(tx, editor, id)
    })
}

/// The same as a part of a change.
pub(super) fn take_out<T: Belonging>(
    tx: &mut Writer<'_>,
    editor: &Editor,
    id: Id<T>,
) -> Result<Row<T>> {
    editor.of_thing(tx, id)?;
    let row = tx.restore(id)?;
    T::follow(tx, &row)?;
    Ok(row)
}

/// One that somebody sees, with its thing, both in use.
///
/// # Errors
/// [`Error::NotFound`] when there is none, when it is not for their eyes, or when it or its thing is in the bin.
pub fn in_use_with_thing<T: Belonging>(
    rows: &impl Rows,
    viewer: &Viewer,
    id: Id<T>,
) -> Result<(Row<T>, Row<Item>)> {
    let row = viewer.of_thing(rows, id)?;
    let item = viewer.item(rows, row.item())?;
    in_use(&row)?;
    in_use(&item)?;
    Ok((row, item))
}

/// Those of a thing, outside the bin, in the order they were made. Whoever asks sees them where they see the thing.
pub fn of_item<T: Belonging>(rows: &impl Rows, item: ItemId) -> Result<Vec<Row<T>>> {
    let mut all = Vec::new();
    for id in ids_of(rows, item)? {
        all.extend(rows.find(id)?.filter(|row: &Row<T>| row.binned.is_none()));
    }
    Ok(all)
}

/// Those of a thing that somebody sees, outside the bin, in the order they were made.
pub fn seen_of_item<T: Belonging>(
    rows: &impl Rows,
    viewer: &Viewer,
    item: ItemId,
) -> Result<Vec<Row<T>>> {
    let Some(item) = rows.find::<Item>(item)? else {
        return Ok(Vec::new());
    };
    let mut seen = Vec::new();
    for row in of_item(rows, item.id)? {
        if viewer.sees_with_thing(rows, &row, &item)? {
            seen.push(row);
        }
    }
    Ok(seen)
}

/// All that somebody sees, outside the bin, of things that are in use, each with its thing.
pub fn all<T: Belonging>(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<(Row<T>, Row<Item>)>> {
    let mut all = Vec::new();
    if viewer.role() == Role::Guest && !T::FOR_GUESTS {
        return Ok(all);
    }
    rows.each(None, |row: Row<T>| {
        if row.binned.is_none()
            && let Some(item) = rows.find(row.item())?
            && item.binned.is_none()
            && viewer.sees_with_thing(rows, &row, &item)?
        {
            all.push((row, item));
        }
        Ok(true)
    })?;
    Ok(all)
}

/// Those of a thing, in the bin or not.
pub(super) fn ids_of<T: OfThing>(rows: &impl Rows, item: ItemId) -> Result<Vec<Id<T>>> {
    rows.referring_to(T::RELATION, item)
}

#[cfg(test)]
mod tests;
