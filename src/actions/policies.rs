//! What people do with the household's policies.

use super::items::{expect, in_use};
use crate::{
    access::{Editor, Manager},
    domain::{
        deduction::Table,
        policy::{Policy, PolicyDetails, PolicyId, TableChoice},
        text,
    },
    error::{Error, Result},
    store::{Expect, Row, Rows, Saved, Store, Writer},
};

/// Adds a policy.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(store: &Store, manager: &Manager, details: PolicyDetails) -> Result<Saved<Row<Policy>>> {
    let id = store.clock().id();
    store.write(Some(manager.person()), "policy-add", |tx| {
        put(tx, id, Expect::Any, details)
    })
}

/// Changes what is said about a policy.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    manager: &Manager,
    id: PolicyId,
    seen: Expect,
    details: PolicyDetails,
) -> Result<Saved<Row<Policy>>> {
    adjust(store, manager, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes a policy by a function of what it is.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    manager: &Manager,
    id: PolicyId,
    seen: Expect,
    with: impl FnOnce(&mut PolicyDetails) -> Result<()>,
) -> Result<Saved<Row<Policy>>> {
    store.write(Some(manager.person()), "policy-change", |tx| {
        let present = tx.get::<Policy>(id)?;
        in_use(&present)?;
        let mut details = present.body.details;
        with(&mut details)?;
        put(tx, id, seen, details)
    })
}

/// Puts a policy into the bin.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: PolicyId,
    seen: Expect,
) -> Result<Saved<Row<Policy>>> {
    store.write(Some(manager.person()), "policy-remove", |tx| {
        expect(&tx.get::<Policy>(id)?, seen)?;
        tx.bin(id)
    })
}

/// Takes a policy out of the bin.
pub fn restore(store: &Store, manager: &Manager, id: PolicyId) -> Result<Saved<Row<Policy>>> {
    store.write(Some(manager.person()), "policy-restore", |tx| {
        tx.restore(id)
    })
}

fn put(
    tx: &mut Writer<'_>,
    id: PolicyId,
    seen: Expect,
    mut details: PolicyDetails,
) -> Result<Row<Policy>> {
    tidy(&mut details);
    let details = details.check().or(details).map_err(Error::from)?;
    tx.put(Policy { id, details }, seen)
}

/// What every form would have to do otherwise: texts trimmed.
fn tidy(details: &mut PolicyDetails) {
    for line in [&mut details.insurer, &mut details.number] {
        *line = text::line(line);
    }
    details.contact = text::prose(&details.contact);
    if let TableChoice::Own(Table {
        insurer, source, ..
    }) = &mut details.table
    {
        *insurer = text::line(insurer);
        *source = text::prose(source);
    }
}

/// A policy, in the bin or not. The whole of the household sees it, and no guest.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn one(rows: &impl Rows, _: &Editor, id: PolicyId) -> Result<Row<Policy>> {
    rows.get(id)
}

/// The versions of a policy, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn versions(rows: &impl Rows, editor: &Editor, id: PolicyId) -> Result<Vec<Row<Policy>>> {
    one(rows, editor, id)?;
    rows.versions(id)
}

/// The policies outside the bin, by their insurers, those that were entered first first.
pub fn list(rows: &impl Rows, _: &Editor) -> Result<Vec<Row<Policy>>> {
    all(rows)
}

/// As [`list`], for whoever has made sure that it is one of the household who asks.
pub(super) fn all(rows: &impl Rows) -> Result<Vec<Row<Policy>>> {
    let mut all = rows.all::<Policy>()?;
    all.sort_by_key(|row| (row.details.insurer.to_lowercase(), row.id));
    Ok(all)
}

#[cfg(test)]
mod tests;
