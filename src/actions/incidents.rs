//! What people do with incidents.

use super::{
    items::{expect, in_use},
    losses,
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        incident::{Incident, IncidentDetails, IncidentId},
        item::ItemId,
    },
    error::Result,
    store::{Expect, Row, Rows, Saved, Store},
};

/// Adds an incident, and says of these things that they are gone by it, in one change. Its kind is enough to begin with.
///
/// # Errors
/// [`crate::error::Error::Invalid`] by field, as `items` where one of the things is not for their eyes.
pub fn add(
    store: &Store,
    editor: &Editor,
    mut details: IncidentDetails,
    gone: &[ItemId],
) -> Result<Saved<Row<Incident>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "incident-add", |tx| {
        details.tidy();
        details.check().or(())?;
        let id = clock.id();
        let row = tx.put(Incident { id, details }, Expect::Any)?;
        for item in gone {
            losses::take(tx, editor, clock, id, *item)?;
        }
        Ok(row)
    })
}

/// Changes what is said about an incident.
///
/// # Errors
/// [`crate::error::Error::Conflict`] when somebody saved first; [`crate::error::Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: IncidentId,
    seen: Expect,
    details: IncidentDetails,
) -> Result<Saved<Row<Incident>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes an incident by a function of what is said; what it took has left as it says now.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: IncidentId,
    seen: Expect,
    with: impl FnOnce(&mut IncidentDetails) -> Result<()>,
) -> Result<Saved<Row<Incident>>> {
    store.write(Some(editor.person()), "incident-change", |tx| {
        let present = editor.incident(tx, id)?;
        in_use(&present)?;
        let mut details = present.details.clone();
        with(&mut details)?;
        details.tidy();
        details.check().or(())?;
        let row = tx.put(Incident { id, details }, seen)?;
        losses::follow_incident(tx, id)?;
        Ok(row)
    })
}

/// Puts an incident into the bin with what it did: what it took is back.
///
/// # Errors
/// [`crate::error::Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: IncidentId,
    seen: Expect,
) -> Result<Saved<Row<Incident>>> {
    store.write(Some(editor.person()), "incident-remove", |tx| {
        let present = editor.incident(tx, id)?;
        expect(&present, seen)?;
        let row = tx.bin(id)?;
        losses::follow_incident(tx, id)?;
        Ok(row)
    })
}

/// Takes an incident out of the bin: what it took is gone again.
pub fn restore(store: &Store, editor: &Editor, id: IncidentId) -> Result<Saved<Row<Incident>>> {
    store.write(Some(editor.person()), "incident-restore", |tx| {
        editor.incident(tx, id)?;
        let row = tx.restore(id)?;
        losses::follow_incident(tx, id)?;
        Ok(row)
    })
}

/// The incidents that somebody sees, outside the bin, the latest first: by when it happened, else by when it was entered.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Incident>>> {
    let mut incidents = Vec::new();
    if viewer.sees_incidents() {
        incidents = rows.all::<Incident>()?;
    }
    incidents.sort_by_key(|row| {
        let happened = row.details.when().map(|moment| (moment.day, moment.time));
        let entered = row.created.at.to_zoned(jiff::tz::TimeZone::UTC).date();
        std::cmp::Reverse((happened.unwrap_or((entered, None)), row.id))
    });
    Ok(incidents)
}

#[cfg(test)]
mod tests;
