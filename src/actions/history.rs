//! What was done, and taking it back.

use std::collections::HashSet;

use crate::{
    access::Viewer,
    domain::{
        attachment::Attachment,
        category::Category,
        household::Household,
        id::Id,
        item::Item,
        person::{Person, Role},
        place::Place,
        saved_search::SavedSearch,
        tag::Tag,
    },
    error::{Error, Result},
    store::{Change, Key, Noun, Record, Revision, Row, Rows, Saved, Store, Touch, Writer},
};

/// Takes a change back: every row becomes what it was before, in one change, which can be taken back in turn.
///
/// # Errors
/// [`Error::NotFound`] when there is no such change or the person does not see what it touched; [`Error::Denied`] when
/// they may not change it back; [`Error::Conflict`] when one of the rows has been changed since, or when the household
/// would be left without an owner.
pub fn undo(store: &Store, viewer: &Viewer, number: u64) -> Result<Saved<()>> {
    store.write(Some(viewer.person()), "undo", |tx| {
        let change = tx.change(number)?.ok_or(Error::NotFound)?;
        for touch in &change.touched {
            may_change(tx, viewer, touch.key)?;
            if !is_untouched_since(tx, touch, number)? {
                return Err(Error::Conflict);
            }
            may_step_back(tx, viewer, *touch)?;
        }
        for touch in &change.touched {
            step_back(tx, *touch)?;
        }
        tx.set_undoes(number);
        check_people(tx, &change)
    })
}

/// Whether a person could take a change back: it is theirs to change, and nothing has changed since.
pub fn is_undoable(rows: &impl Rows, viewer: &Viewer, change: &Change) -> Result<bool> {
    for touch in &change.touched {
        let allowed = may_change(rows, viewer, touch.key).and_then(|()| {
            if is_untouched_since(rows, touch, change.number)? {
                may_step_back(rows, viewer, *touch)
            } else {
                Err(Error::Conflict)
            }
        });
        match allowed {
            Ok(()) => {}
            Err(Error::NotFound | Error::Denied | Error::Conflict) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// The rows that a change touched and that have been changed since: those that the person sees.
///
/// # Errors
/// [`Error::NotFound`] when there is no such change.
pub fn overtaken(rows: &impl Rows, viewer: &Viewer, number: u64) -> Result<Vec<Key>> {
    let change = rows.change(number)?.ok_or(Error::NotFound)?;
    let mut since = Vec::new();
    for touch in &change.touched {
        if !is_untouched_since(rows, touch, number)? && sees(rows, viewer, touch.key)? {
            since.push(touch.key);
        }
    }
    Ok(since)
}

/// That a person may have a row as it was: a household stays claimed, and nobody hides a thing from themselves.
fn may_step_back(rows: &impl Rows, viewer: &Viewer, touch: Touch) -> Result<()> {
    match (touch.key.noun, touch.before) {
        (Noun::Household, None) => Err(Error::Denied),
        (Noun::Item, Some(before)) => {
            let id: Id<Item> = id_of(touch.key)?;
            let version = rows.version(id, before)?.ok_or(Error::Conflict)?;
            if viewer.sees(rows, &version)? {
                Ok(())
            } else {
                Err(Error::Denied)
            }
        }
        _ => Ok(()),
    }
}

/// That, once people are as they were, somebody owns the household, and every name signs in one person.
fn check_people(rows: &impl Rows, change: &Change) -> Result<()> {
    if change
        .touched
        .iter()
        .all(|touch| touch.key.noun != Noun::Person)
    {
        return Ok(());
    }
    let people = rows.all::<Person>()?;
    let owned = people.iter().any(|person| person.role == Role::Owner);
    let names: HashSet<_> = people
        .iter()
        .map(|person| person.name.to_lowercase())
        .collect();
    if owned && names.len() == people.len() {
        Ok(())
    } else {
        Err(Error::Conflict)
    }
}

fn is_untouched_since(rows: &impl Rows, touch: &Touch, change: u64) -> Result<bool> {
    let state = rows.state(touch.key)?;
    Ok(!touch.purged && state.is_some_and(|(revision, _)| revision == Revision::new(change)))
}

fn step_back(tx: &mut Writer<'_>, touch: Touch) -> Result<()> {
    match touch.key.noun {
        Noun::Household => step_back_as::<Household>(tx, touch),
        Noun::Person => step_back_as::<Person>(tx, touch),
        Noun::Place => step_back_as::<Place>(tx, touch),
        Noun::Item => step_back_as::<Item>(tx, touch),
        Noun::Attachment => step_back_as::<Attachment>(tx, touch),
        Noun::Tag => step_back_as::<Tag>(tx, touch),
        Noun::Category => step_back_as::<Category>(tx, touch),
        Noun::SavedSearch => step_back_as::<SavedSearch>(tx, touch),
    }
}

fn step_back_as<T: Record>(tx: &mut Writer<'_>, touch: Touch) -> Result<()> {
    let id: Id<T> = touch.key.id().ok_or(Error::NotFound)?;
    match touch.before {
        Some(revision) => {
            let version = tx.version(id, revision)?.ok_or(Error::Conflict)?;
            tx.bring_back(version)?;
        }
        None => {
            tx.bin(id)?;
        }
    }
    Ok(())
}

/// Makes a thing what it was at an earlier version, without touching what it refers to.
///
/// # Errors
/// [`Error::NotFound`] when there is no such version; [`Error::Denied`] when the person only may look.
pub fn restore_item(
    store: &Store,
    viewer: &Viewer,
    id: Id<Item>,
    revision: Revision,
) -> Result<Saved<Row<Item>>> {
    let editor = viewer.editor()?;
    store.write(Some(viewer.person()), "item-bring-back", |tx| {
        let present = editor.item(tx, id)?;
        let version = tx.version(id, revision)?.ok_or(Error::NotFound)?;
        super::items::update(
            tx,
            &editor,
            &present,
            crate::store::Expect::Any,
            version.body.details,
        )
    })
}

/// That a person may change a row, whatever its noun.
fn may_change(rows: &impl Rows, viewer: &Viewer, key: Key) -> Result<()> {
    let editor = viewer.editor()?;
    match key.noun {
        Noun::Item => editor.item(rows, id_of(key)?).map(drop),
        Noun::Place => editor.place(rows, id_of(key)?).map(drop),
        Noun::Attachment => editor.attachment(rows, id_of(key)?).map(drop),
        Noun::Tag | Noun::Category => viewer.manager().map(drop),
        Noun::Household | Noun::Person => viewer.head().map(drop),
        Noun::SavedSearch => {
            let search = rows.get::<SavedSearch>(id_of(key)?)?;
            if search.person == viewer.person() {
                Ok(())
            } else {
                Err(Error::NotFound)
            }
        }
    }
}

fn id_of<T: Record>(key: Key) -> Result<Id<T>> {
    key.id().ok_or(Error::NotFound)
}

/// Whether a person sees a row, whatever its noun.
pub fn sees(rows: &impl Rows, viewer: &Viewer, key: Key) -> Result<bool> {
    let seen = match key.noun {
        Noun::Item => viewer.item(rows, id_of(key)?).map(drop),
        Noun::Place => viewer.place(rows, id_of(key)?).map(drop),
        Noun::Attachment => viewer.attachment(rows, id_of(key)?).map(drop),
        Noun::SavedSearch => may_change(rows, viewer, key),
        Noun::Tag | Noun::Category | Noun::Household | Noun::Person => viewer.editor().map(drop),
    };
    match seen {
        Ok(()) => Ok(true),
        Err(Error::NotFound | Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The changes before one that a person sees something of, the newest first, with only the rows that they see.
pub fn recent(
    rows: &impl Rows,
    viewer: &Viewer,
    before: Option<u64>,
    most: usize,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    rows.each_change_before(before.unwrap_or(u64::MAX), |mut change| {
        let mut seen = Vec::new();
        for touch in change.touched {
            // What is gone has no name to give away; that somebody emptied the bin is for those who could have.
            let visible = if touch.purged {
                viewer.manager().is_ok()
            } else {
                sees(rows, viewer, touch.key)?
            };
            if visible {
                seen.push(touch);
            }
        }
        change.touched = seen;
        if !change.touched.is_empty() {
            changes.push(change);
        }
        Ok(changes.len() < most)
    })?;
    Ok(changes)
}
