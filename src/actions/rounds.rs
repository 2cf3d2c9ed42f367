//! What people do with inventory rounds.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

use super::{
    answers,
    items::{expect, in_use},
    places,
};
use crate::{
    access::{Editor, Manager, Viewer},
    domain::{
        item::Item,
        person::PersonId,
        place::PlaceId,
        round::{Ended, Round, RoundDetails, RoundId},
        sighting::{Finding, Sighting},
    },
    error::{Error, Result},
    store::{Expect, Row, Rows, Saved, Store, Writer},
};

/// Begins a round.
///
/// # Errors
/// [`Error::Invalid`] by field, as `round` while another goes on.
pub fn begin(
    store: &Store,
    manager: &Manager,
    mut details: RoundDetails,
) -> Result<Saved<Row<Round>>> {
    let id = store.clock().id();
    store.write(Some(manager.person()), "round-begin", |tx| {
        check(tx, manager, &mut details, None)?;
        let round = Round {
            id,
            details,
            since: tx.today(),
            ended: None,
        };
        put(tx, round, Expect::Any)
    })
}

/// Changes what is said about a round, by a function of what it is.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field; and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    manager: &Manager,
    id: RoundId,
    seen: Expect,
    with: impl FnOnce(&mut RoundDetails) -> Result<()>,
) -> Result<Saved<Row<Round>>> {
    store.write(Some(manager.person()), "round-change", |tx| {
        let present = tx.get::<Round>(id)?;
        in_use(&present)?;
        let mut details = present.details.clone();
        with(&mut details)?;
        check(tx, manager, &mut details, Some(&present.details))?;
        let round = Round {
            details,
            ..present.body
        };
        put(tx, round, seen)
    })
}

/// Ends a round; one that has ended stays as it is. What a phone answered before that, and sends later, is taken still.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when it is in the bin.
pub fn end(store: &Store, manager: &Manager, id: RoundId) -> Result<Saved<Row<Round>>> {
    store.write(Some(manager.person()), "round-end", |tx| {
        let present = tx.get::<Round>(id)?;
        in_use(&present)?;
        if !present.is_open() {
            return Ok(present);
        }
        let ended = Some(Ended {
            on: tx.today(),
            by: manager.person(),
        });
        let round = Round {
            ended,
            ..present.body
        };
        put(tx, round, Expect::Any)
    })
}

/// Goes on with a round that has ended.
///
/// # Errors
/// [`Error::Invalid`] as `round` while another goes on.
pub fn resume(store: &Store, manager: &Manager, id: RoundId) -> Result<Saved<Row<Round>>> {
    store.write(Some(manager.person()), "round-resume", |tx| {
        let present = tx.get::<Round>(id)?;
        in_use(&present)?;
        if present.is_open() {
            return Ok(present);
        }
        let round = Round {
            ended: None,
            ..present.body
        };
        put(tx, round, Expect::Any)
    })
}

/// Puts a round into the bin, with what it found. What it moved stays where it is.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: RoundId,
    seen: Expect,
) -> Result<Saved<Row<Round>>> {
    store.write(Some(manager.person()), "round-remove", |tx| {
        expect(&tx.get::<Round>(id)?, seen)?;
        tx.bin(id)
    })
}

/// Takes a round out of the bin.
///
/// # Errors
/// [`Error::Invalid`] as `round` when it goes on, and another does.
pub fn restore(store: &Store, manager: &Manager, id: RoundId) -> Result<Saved<Row<Round>>> {
    store.write(Some(manager.person()), "round-restore", |tx| {
        take_out(tx, id)
    })
}

/// The same as a part of a change.
pub(super) fn take_out(tx: &mut Writer<'_>, id: RoundId) -> Result<Row<Round>> {
    let row = tx.restore(id)?;
    alone(tx, &row)?;
    Ok(row)
}

fn check(
    rows: &impl Rows,
    manager: &Manager,
    details: &mut RoundDetails,
    present: Option<&RoundDetails>,
) -> Result<()> {
    details.tidy();
    let mut invalid = details.check();
    let is_new = present.is_none_or(|present| present.place != details.place);
    if let Some(place) = details.place
        && is_new
        && !is_walked(rows, manager.viewer(), place)?
    {
        invalid.push("place", "error-place-gone");
    }
    invalid.or(()).map_err(Error::from)
}

/// Whether a place is there to be walked.
fn is_walked(rows: &impl Rows, viewer: &Viewer, place: PlaceId) -> Result<bool> {
    match viewer.place(rows, place) {
        Ok(row) => Ok(row.binned.is_none()),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

fn put(tx: &mut Writer<'_>, round: Round, seen: Expect) -> Result<Row<Round>> {
    let row = tx.put(round, seen)?;
    alone(tx, &row)?;
    Ok(row)
}

/// That no other round goes on beside one that does.
fn alone(rows: &impl Rows, round: &Row<Round>) -> Result<()> {
    if round.is_open() && others_open(rows, round)? {
        return Err(Error::invalid("round", "error-round-open"));
    }
    Ok(())
}

fn others_open(rows: &impl Rows, round: &Round) -> Result<bool> {
    let all = rows.all::<Round>()?;
    Ok(all.iter().any(|row| row.is_open() && row.id != round.id))
}

/// That a round may become again what it was: no other goes on by now.
///
/// # Errors
/// [`Error::Conflict`] otherwise.
pub(super) fn may_stand(rows: &impl Rows, version: &Row<Round>) -> Result<()> {
    if version.binned.is_none() && version.is_open() && others_open(rows, version)? {
        return Err(Error::Conflict);
    }
    Ok(())
}

/// A round, in the bin or not. The whole of the household sees it, and no guest.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn one(rows: &impl Rows, _: &Editor, id: RoundId) -> Result<Row<Round>> {
    rows.get(id)
}

/// The versions of a round, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn versions(rows: &impl Rows, editor: &Editor, id: RoundId) -> Result<Vec<Row<Round>>> {
    one(rows, editor, id)?;
    rows.versions(id)
}

/// The rounds outside the bin, the latest first.
pub fn list(rows: &impl Rows, _: &Editor) -> Result<Vec<Row<Round>>> {
    let mut all = rows.all::<Round>()?;
    all.sort_by_key(|row| Reverse((row.since, row.id)));
    Ok(all)
}

/// The round that goes on, for whoever has made sure that it is one of the household who asks.
pub(super) fn open(rows: &impl Rows) -> Result<Option<Row<Round>>> {
    Ok(rows.all::<Round>()?.into_iter().find(|row| row.is_open()))
}

/// The round that was ended last, unless another goes on: the next is due a year after it. As [`open`] for whom.
pub(super) fn last(rows: &impl Rows) -> Result<Option<Row<Round>>> {
    let all = rows.all::<Round>()?;
    if all.iter().any(|row| row.is_open()) {
        return Ok(None);
    }
    Ok(all.into_iter().max_by_key(|row| (row.next(), row.id)))
}

/// The places that a round goes through; all of them where none are named.
pub fn places(rows: &impl Rows, round: &Round) -> Result<Option<HashSet<PlaceId>>> {
    let place = round.details.place;
    let branch = place.map(|place| places::branch(rows, place)).transpose()?;
    Ok(branch.map(|branch| branch.into_iter().collect()))
}

/// What somebody found on a round.
pub type Found = (Row<Sighting>, Row<Item>);

/// What a round found, as far as somebody sees the things.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is where it should be.
    pub seen: usize,
    /// What was elsewhere, in the order it was said.
    pub moved: Vec<Found>,
    /// What was not there.
    pub gone: Vec<Found>,
    /// What nobody had entered before.
    pub new: Vec<Found>,
    /// How many things each person answered for; of none, nobody knows who did.
    pub by: BTreeMap<Option<PersonId>, usize>,
}

impl Outcome {
    /// Of a round, as somebody sees it.
    pub fn of(rows: &impl Rows, editor: &Editor, round: RoundId) -> Result<Self> {
        let mut outcome = Self::default();
        for found in answers::seen_on_walk::<Sighting>(rows, editor.viewer(), round)? {
            *outcome.by.entry(found.0.changed.by).or_default() += 1;
            match found.0.details.finding {
                Finding::Seen => outcome.seen += 1,
                Finding::Moved => outcome.moved.push(found),
                Finding::Gone => outcome.gone.push(found),
                Finding::New => outcome.new.push(found),
            }
        }
        Ok(outcome)
    }

    /// How many of each finding.
    #[must_use]
    pub const fn counts(&self) -> [(Finding, usize); 4] {
        [
            (Finding::Seen, self.seen),
            (Finding::Moved, self.moved.len()),
            (Finding::Gone, self.gone.len()),
            (Finding::New, self.new.len()),
        ]
    }
}

#[cfg(test)]
mod tests;
