//! What an undo brings back finds its place among what has gone since.

use super::super::places;
use crate::{
    domain::{
        item::{Item, ItemId, Location},
        job::Job,
        place::Place,
        receipt::Receipt,
    },
    error::{Error, Result},
    store::{Key, Row, Rows, Writer},
};

/// Leaves nothing in a place that is in the bin or gone for good, and nothing that refers to a thing that is gone for good.
pub(super) fn settle(tx: &mut Writer<'_>, key: Key) -> Result<()> {
    let_go(tx, key)?;
    if let Some(id) = key.id::<Item>()
        && let Some(row) = tx.find(id)?
        && let Location::Place(place) = row.details.location
    {
        let mut body = row.body;
        body.details.location = match places::remaining(tx, place)? {
            Some(there) if there == place => return Ok(()),
            Some(around) => Location::Place(around),
            None => Location::Unknown,
        };
        places::move_row(tx, body)?;
    } else if let Some(id) = key.id::<Place>()
        && let Some(row) = tx.find(id)?
        && let Some(parent) = row.details.parent
    {
        let there = places::remaining(tx, parent)?.filter(|there| *there != id);
        if there != Some(parent) {
            let mut body = row.body;
            body.details.parent = there;
            places::move_row(tx, body)?;
        }
    }
    Ok(())
}

/// Lets go of the things that a row refers to and that are gone for good since it did.
fn let_go(tx: &mut Writer<'_>, key: Key) -> Result<()> {
    if let Some(id) = key.id::<Item>()
        && let Some(row) = tx.find(id)?
    {
        let mut body = row.body.clone();
        if let Location::Inside(around) = body.details.location
            && !tx.exists(Key::of(around))?
        {
            body.details.location = Location::Unknown;
        }
        let mut links = Vec::with_capacity(body.details.links.len());
        for link in body.details.links {
            if tx.exists(Key::of(link.to))? {
                links.push(link);
            }
        }
        body.details.links = links;
        if body != row.body {
            tx.bring_back(Row { body, ..row })?;
        }
    } else if let Some(id) = key.id::<Receipt>()
        && let Some(mut row) = tx.find(id)?
    {
        let gone = |item: &ItemId| Ok::<_, Error>(!tx.exists(Key::of(*item))?);
        let mut lost = Vec::new();
        for item in row.details.items() {
            if gone(&item)? {
                lost.push(item);
            }
        }
        if !lost.is_empty() {
            for line in &mut row.body.details.lines {
                line.item = line.item.filter(|item| !lost.contains(item));
            }
            tx.bring_back(row)?;
        }
    } else if let Some(id) = key.id::<Job>()
        && let Some(mut row) = tx.find(id)?
        && let Some(plan) = row.details.plan
        && !tx.exists(Key::of(plan))?
    {
        row.body.details.plan = None;
        tx.bring_back(row)?;
    }
    Ok(())
}
