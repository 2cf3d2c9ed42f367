//! What was done, and taking it back.

mod recent;
mod settling;

use std::collections::HashSet;

pub use self::recent::{Recent, recent, seen};
use self::settling::settle;
use super::{answers, items, people, rounds};
use crate::{
    access::{OfThing, Viewer},
    domain::{
        attachment::Attachment,
        bequest::Bequest,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household,
        id::Id,
        incident::Incident,
        item::Item,
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::{Person, Role},
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        round::Round,
        saved_search::SavedSearch,
        sighting::Sighting,
        tag::Tag,
        warranty::Warranty,
    },
    error::{Error, Result},
    store::{
        Change, Expect, Key, Noun, Record, Relation, Revision, Row, Rows, Saved, Store, Touch,
        Writer,
    },
};

/// Takes a change back: every row becomes what it was before, in one change, which can be taken back in turn. What was
/// in a place that has gone since is put where that place's removal would have moved it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such change or the person does not see what it touched; [`Error::Denied`] when
/// they may not change it back; [`Error::Conflict`] when one of the rows has been changed since, or when the household
/// would be left without an owner.
pub fn undo(store: &Store, viewer: &Viewer, number: u64) -> Result<Saved<()>> {
    store.write(Some(viewer.person()), "undo", |tx| {
        let change = tx.change(number)?.ok_or(Error::NotFound)?;
        let touched = taken_back(tx, &change)?;
        for touch in &touched {
            check(tx, viewer, &change, touch)?;
        }
        for touch in &touched {
            step_back(tx, *touch)?;
        }
        for touch in touched {
            settle(tx, touch.key)?;
        }
        tx.set_undoes(number);
        check_people(tx, &change)
    })
}

/// Whether a person could take a change back: it is theirs to change, and nothing has changed since.
pub fn is_undoable(rows: &impl Rows, viewer: &Viewer, change: &Change) -> Result<bool> {
    for touch in taken_back(rows, change)? {
        match check(rows, viewer, change, &touch) {
            Ok(()) => {}
            Err(Error::NotFound | Error::Denied | Error::Conflict) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// What stands in the way of taking a change back: the rows that have been changed since, and those that by now need
/// what it made. Those that the person sees.
///
/// # Errors
/// [`Error::NotFound`] when there is no such change.
pub fn overtaken(rows: &impl Rows, viewer: &Viewer, number: u64) -> Result<Vec<Key>> {
    let change = rows.change(number)?.ok_or(Error::NotFound)?;
    let mut since = Vec::new();
    for touch in taken_back(rows, &change)? {
        if !is_untouched_since(rows, &touch, number)? {
            since.push(touch.key);
        }
        since.extend(leaning(rows, &touch, &change)?);
    }
    let mut seen = Vec::new();
    for key in since {
        if !seen.contains(&key) && sees(rows, viewer, key)? {
            seen.push(key);
        }
    }
    Ok(seen)
}

/// What of a change is taken back: everything but the tags that came with it and that are somebody else's by now, who
/// has put them on other things or renamed them.
fn taken_back(rows: &impl Rows, change: &Change) -> Result<Vec<Touch>> {
    let mut touched = Vec::with_capacity(change.touched.len());
    for touch in &change.touched {
        let stays = touch.key.noun == Noun::Tag
            && is_by_the_way(rows, change, touch.key)?
            && !was_there(rows, touch)?
            && !(is_untouched_since(rows, touch, change.number)?
                && leaning(rows, touch, change)?.is_empty());
        if !stays {
            touched.push(*touch);
        }
    }
    Ok(touched)
}

/// Whether a tag was made only because somebody put it on a thing, by this change or by the one that it takes back.
fn is_by_the_way(rows: &impl Rows, change: &Change, tag: Key) -> Result<bool> {
    let mut first = change.clone();
    while let Some(undone) = first.undoes {
        match rows.change(undone)? {
            Some(earlier) => first = earlier,
            None => return Ok(false),
        }
    }
    let is_new = |touch: &Touch| touch.key == tag && touch.before.is_none();
    let is_thing = |touch: &Touch| touch.key.noun == Noun::Item;
    Ok(first.touched.iter().any(is_new) && first.touched.iter().any(is_thing))
}

/// Whether what a change touched was in use before it.
fn was_there(rows: &impl Rows, touch: &Touch) -> Result<bool> {
    fn version<T: Record>(rows: &impl Rows, key: Key, before: Revision) -> Result<bool> {
        let row = rows.version::<T>(id_of(key)?, before)?;
        Ok(row.is_some_and(|row| row.binned.is_none()))
    }
    let Some(before) = touch.before else {
        return Ok(false);
    };
    match touch.key.noun {
        Noun::Place => version::<Place>(rows, touch.key, before),
        Noun::Tag => version::<Tag>(rows, touch.key, before),
        Noun::Category => version::<Category>(rows, touch.key, before),
        _ => Ok(true),
    }
}

/// That a person may take back what a change did to a row, and that nothing has come in between.
fn check(rows: &impl Rows, viewer: &Viewer, change: &Change, touch: &Touch) -> Result<()> {
    let by_the_way = touch.key.noun == Noun::Tag && is_by_the_way(rows, change, touch.key)?;
    if by_the_way {
        viewer.editor()?;
    } else {
        may_change(rows, viewer, touch.key)?;
    }
    if !is_untouched_since(rows, touch, change.number)? || !leaning(rows, touch, change)?.is_empty()
    {
        return Err(Error::Conflict);
    }
    may_step_back(rows, viewer, *touch)
}

/// The rows that need a place, tag or category which this change brought, and that it did not touch itself: without it
/// they would be nowhere.
fn leaning(rows: &impl Rows, touch: &Touch, change: &Change) -> Result<Vec<Key>> {
    let relation = match touch.key.noun {
        Noun::Place => Relation::In,
        Noun::Tag => Relation::Tagged,
        Noun::Category => Relation::Of,
        _ => return Ok(Vec::new()),
    };
    if was_there(rows, touch)? {
        return Ok(Vec::new());
    }
    let mut leaning = rows.referring(relation, touch.key.uuid().as_bytes())?;
    leaning.retain(|key| {
        let own = change.touched.binary_search_by_key(key, |touch| touch.key);
        own.is_err()
    });
    Ok(leaning)
}

/// That a person may have a row as it was: a household stays claimed, nobody hides a thing from themselves, a photo goes back
/// only to what they may change, an answer on a walk only to one that can have it, and one round goes on.
fn may_step_back(rows: &impl Rows, viewer: &Viewer, touch: Touch) -> Result<()> {
    match (touch.key.noun, touch.before) {
        (Noun::Household, None) => Err(Error::Denied),
        (Noun::Item, Some(before)) => {
            let version: Row<Item> = before_it(rows, touch.key, before)?;
            permitted(viewer.sees(rows, &version)?)
        }
        (Noun::Receipt, Some(before)) => {
            let version: Row<Receipt> = before_it(rows, touch.key, before)?;
            permitted(viewer.sees_receipt(rows, &version)?)
        }
        (Noun::Attachment, Some(before)) => {
            let version: Row<Attachment> = before_it(rows, touch.key, before)?;
            match viewer.editor()?.bearer(rows, version.of) {
                Err(Error::NotFound) => Err(Error::Denied),
                outcome => outcome,
            }
        }
        (Noun::Loss, Some(before)) => {
            answers::may_stand::<Loss>(rows, &before_it(rows, touch.key, before)?)
        }
        (Noun::Sighting, Some(before)) => {
            answers::may_stand::<Sighting>(rows, &before_it(rows, touch.key, before)?)
        }
        (Noun::Round, Some(before)) => {
            rounds::may_stand(rows, &before_it(rows, touch.key, before)?)
        }
        _ => Ok(()),
    }
}

/// What a row was before a change.
fn before_it<T: Record>(rows: &impl Rows, key: Key, before: Revision) -> Result<Row<T>> {
    rows.version(id_of(key)?, before)?.ok_or(Error::Conflict)
}

const fn permitted(is: bool) -> Result<()> {
    if is { Ok(()) } else { Err(Error::Denied) }
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
        Noun::Person => {
            step_back_as::<Person>(tx, touch)?;
            people::shut_out_if_gone(tx, id_of(touch.key)?)
        }
        Noun::Place => step_back_as::<Place>(tx, touch),
        Noun::Item => step_back_as::<Item>(tx, touch),
        Noun::Attachment => step_back_as::<Attachment>(tx, touch),
        Noun::Tag => step_back_as::<Tag>(tx, touch),
        Noun::Category => step_back_as::<Category>(tx, touch),
        Noun::SavedSearch => step_back_as::<SavedSearch>(tx, touch),
        Noun::Receipt => step_back_as::<Receipt>(tx, touch),
        Noun::Warranty => step_back_as::<Warranty>(tx, touch),
        Noun::Claim => step_back_as::<Claim>(tx, touch),
        Noun::Plan => step_back_as::<Plan>(tx, touch),
        Noun::Job => step_back_as::<Job>(tx, touch),
        Noun::Loan => step_back_as::<Loan>(tx, touch),
        Noun::Memory => step_back_as::<Memory>(tx, touch),
        Noun::Bequest => step_back_as::<Bequest>(tx, touch),
        Noun::Incident => step_back_as::<Incident>(tx, touch),
        Noun::Loss => step_back_as::<Loss>(tx, touch),
        Noun::Report => step_back_as::<Report>(tx, touch),
        Noun::Round => step_back_as::<Round>(tx, touch),
        Noun::Sighting => step_back_as::<Sighting>(tx, touch),
        Noun::Policy => step_back_as::<Policy>(tx, touch),
        Noun::Division => step_back_as::<Division>(tx, touch),
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
/// [`Error::NotFound`] when there is no such version for their eyes; [`Error::Denied`] when the person only may look.
pub fn restore_item(
    store: &Store,
    viewer: &Viewer,
    id: Id<Item>,
    revision: Revision,
) -> Result<Saved<Row<Item>>> {
    let editor = viewer.editor()?;
    store.write(Some(viewer.person()), "item-bring-back", |tx| {
        let present = editor.item(tx, id)?;
        let version = viewer.version(tx, id, revision)?;
        items::update(tx, &editor, &present, Expect::Any, version.body.details)
    })
}

/// That a person may change a row, whatever its noun. What they do not see is not there for them.
fn may_change(rows: &impl Rows, viewer: &Viewer, key: Key) -> Result<()> {
    if !sees(rows, viewer, key)? {
        return Err(Error::NotFound);
    }
    match key.noun {
        Noun::Item => viewer.editor()?.item(rows, id_of(key)?).map(drop),
        Noun::Place => viewer.editor()?.place(rows, id_of(key)?).map(drop),
        Noun::Attachment => viewer.editor()?.attachment(rows, id_of(key)?).map(drop),
        Noun::Tag | Noun::Category | Noun::Policy | Noun::Round | Noun::Division => {
            viewer.manager().map(drop)
        }
        Noun::Household | Noun::Person => viewer.head().map(drop),
        Noun::Receipt => viewer.editor()?.receipt(rows, id_of(key)?).map(drop),
        Noun::Warranty => may_change_of_thing::<Warranty>(rows, viewer, key),
        Noun::Claim => may_change_of_thing::<Claim>(rows, viewer, key),
        Noun::Plan => may_change_of_thing::<Plan>(rows, viewer, key),
        Noun::Job => may_change_of_thing::<Job>(rows, viewer, key),
        Noun::Loan => may_change_of_thing::<Loan>(rows, viewer, key),
        Noun::Memory => may_change_of_thing::<Memory>(rows, viewer, key),
        Noun::Bequest => may_change_of_thing::<Bequest>(rows, viewer, key),
        Noun::Incident => viewer.editor()?.incident(rows, id_of(key)?).map(drop),
        Noun::Loss => may_change_of_thing::<Loss>(rows, viewer, key),
        Noun::Sighting => may_change_of_thing::<Sighting>(rows, viewer, key),
        Noun::Report => viewer.editor()?.report(rows, id_of(key)?).map(drop),
        // Whoever sees one owns it, a guest too.
        Noun::SavedSearch => Ok(()),
    }
}

fn may_change_of_thing<T: OfThing>(rows: &impl Rows, viewer: &Viewer, key: Key) -> Result<()> {
    viewer.editor()?.of_thing::<T>(rows, id_of(key)?).map(drop)
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
        Noun::Receipt => viewer.receipt(rows, id_of(key)?).map(drop),
        Noun::Warranty => viewer.of_thing::<Warranty>(rows, id_of(key)?).map(drop),
        Noun::Claim => viewer.of_thing::<Claim>(rows, id_of(key)?).map(drop),
        Noun::Plan => viewer.of_thing::<Plan>(rows, id_of(key)?).map(drop),
        Noun::Job => viewer.of_thing::<Job>(rows, id_of(key)?).map(drop),
        Noun::Loan => viewer.of_thing::<Loan>(rows, id_of(key)?).map(drop),
        Noun::Memory => viewer.of_thing::<Memory>(rows, id_of(key)?).map(drop),
        Noun::Bequest => viewer.of_thing::<Bequest>(rows, id_of(key)?).map(drop),
        Noun::Incident => viewer.incident(rows, id_of(key)?).map(drop),
        Noun::Loss => viewer.of_thing::<Loss>(rows, id_of(key)?).map(drop),
        Noun::Sighting => viewer.of_thing::<Sighting>(rows, id_of(key)?).map(drop),
        Noun::Report => viewer.report(rows, id_of(key)?).map(drop),
        Noun::Division => viewer.manager().map(drop),
        Noun::SavedSearch => {
            let search = rows.find::<SavedSearch>(id_of(key)?)?;
            return Ok(search.is_some_and(|search| search.person == viewer.person()));
        }
        Noun::Tag
        | Noun::Category
        | Noun::Household
        | Noun::Person
        | Noun::Policy
        | Noun::Round => viewer.editor().map(drop),
    };
    match seen {
        Ok(()) => Ok(true),
        Err(Error::NotFound | Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
