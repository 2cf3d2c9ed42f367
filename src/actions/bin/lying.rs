//! What lies in the bin, as far as somebody sees it.

use super::Contents;
use crate::{
    access::{OfThing, Viewer},
    actions::{answers::Answered, history},
    domain::{
        attachment::{Attachment, Bearer},
        item::{Item, ItemId},
        place::Place,
        receipt::Receipt,
        report::Report,
    },
    error::Result,
    store::{Key, Record, Row, Rows},
};

/// What a person finds in the bin.
pub fn contents(rows: &impl Rows, viewer: &Viewer) -> Result<Contents> {
    Ok(Contents {
        items: binned(rows, |row: &Row<Item>| viewer.sees(rows, row))?,
        places: binned(rows, |row: &Row<Place>| {
            history::sees(rows, viewer, Key::of(row.id))
        })?,
        attachments: binned(rows, |row: &Row<Attachment>| {
            Ok(history::sees(rows, viewer, Key::of(row.id))? && is_borne(rows, row.of)?)
        })?,
        receipts: binned(rows, |row: &Row<Receipt>| viewer.sees_receipt(rows, row))?,
        warranties: of_things(rows, viewer)?,
        claims: of_things(rows, viewer)?,
        plans: of_things(rows, viewer)?,
        jobs: of_things(rows, viewer)?,
        loans: of_things(rows, viewer)?,
        memories: of_things(rows, viewer)?,
        bequests: of_things(rows, viewer)?,
        incidents: binned(rows, |_| Ok(viewer.sees_incidents()))?,
        losses: on_walks(rows, viewer)?,
        reports: binned(rows, |row: &Row<Report>| Ok(viewer.sees_report(row)))?,
        policies: binned(rows, |_| Ok(viewer.editor().is_ok()))?,
        divisions: binned(rows, |_| Ok(viewer.manager().is_ok()))?,
        rounds: binned(rows, |_| Ok(viewer.editor().is_ok()))?,
        sightings: on_walks(rows, viewer)?,
    })
}

/// What lies there of a noun and is seen, the latest first.
fn binned<T: Record>(
    rows: &impl Rows,
    sees: impl Fn(&Row<T>) -> Result<bool>,
) -> Result<Vec<Row<T>>> {
    let mut found = Vec::new();
    rows.each(None, |row: Row<T>| {
        if row.binned.is_some() && sees(&row)? {
            found.push(row);
        }
        Ok(true)
    })?;
    found.sort_by_key(|row| std::cmp::Reverse(row.binned.map(|binned| binned.at)));
    Ok(found)
}

/// What a person finds in the bin of what belongs to things, the latest first; what belongs to a thing in the bin lies with
/// that.
fn of_things<T: OfThing>(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<T>>> {
    binned(rows, |row: &Row<T>| {
        Ok(viewer.sees_of_thing(rows, row)? && is_out(rows, row.item())?)
    })
}

/// What a person finds in the bin of answers that were given on walks: those of an incident or a round in the bin lie with that.
fn on_walks<T: Answered>(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<T>>> {
    let mut answers = Vec::new();
    for answer in of_things::<T>(rows, viewer)? {
        let state = rows.state(Key::of(answer.walk()))?;
        if state.is_some_and(|(_, binned)| !binned) {
            answers.push(answer);
        }
    }
    Ok(answers)
}

/// Whether a thing is out of the bin.
fn is_out(rows: &impl Rows, item: ItemId) -> Result<bool> {
    let state = rows.state(Key::of(item))?;
    Ok(state.is_some_and(|(_, binned)| !binned))
}

/// Whether what an attachment belongs to is out of the bin; of a claim, a job or a memory its thing, too.
fn is_borne(rows: &impl Rows, of: Bearer) -> Result<bool> {
    let is_with_thing = match of {
        Bearer::Claim(claim) => is_out(rows, rows.get(claim)?.item)?,
        Bearer::Job(job) => is_out(rows, rows.get(job)?.item)?,
        Bearer::Memory(memory) => is_out(rows, rows.get(memory)?.item)?,
        Bearer::Item(_) | Bearer::Place(_) | Bearer::Receipt(_) | Bearer::Incident(_) => true,
    };
    let state = rows.state(Key::bearing(of))?;
    Ok(is_with_thing && state.is_some_and(|(_, binned)| !binned))
}
