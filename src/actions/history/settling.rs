//! What an undo brings back, put in order: nothing in a place that has gone, and nothing that refers to what is no more.

use crate::{
    actions::{losses, places},
    domain::{
        claim::{Against, Claim},
        division::Division,
        incident::Incident,
        item::{Item, ItemId, Location},
        job::Job,
        loss::Loss,
        place::Place,
        receipt::Receipt,
        warranty::Warranty,
    },
    error::Result,
    store::{Key, Noun, Record, Row, Rows, Writer},
};

/// Leaves nothing in a place that is in the bin or gone for good, nothing that refers to a thing that is gone for good, and no
/// thing away that no incident took.
pub(super) fn settle(tx: &mut Writer<'_>, key: Key) -> Result<()> {
    let_go(tx, key)?;
    if let Some(id) = key.id::<Item>() {
        settle_item(tx, id)?;
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
    } else if let Some(id) = key.id::<Incident>() {
        losses::follow_incident(tx, id)?;
    } else if let Some(id) = key.id::<Loss>()
        && let Some(row) = tx.find(id)?
    {
        losses::settle(tx, row.item)?;
    }
    Ok(())
}

fn settle_item(tx: &mut Writer<'_>, id: ItemId) -> Result<()> {
    if let Some(row) = tx.find(id)?
        && let Location::Place(place) = row.details.location
    {
        let there = places::remaining(tx, place)?;
        if there != Some(place) {
            let mut body = row.body;
            body.details.location = there.map_or(Location::Unknown, Location::Place);
            places::move_row(tx, body)?;
        }
    }
    losses::settle(tx, id)
}

/// Lets go of what a row refers to and that is gone for good since it did.
fn let_go(tx: &mut Writer<'_>, key: Key) -> Result<()> {
    match key.noun {
        Noun::Item => let_go_as(tx, key, lone_item),
        Noun::Receipt => let_go_as(tx, key, lone_receipt),
        Noun::Warranty => let_go_as(tx, key, lone_warranty),
        Noun::Claim => let_go_as(tx, key, lone_claim),
        Noun::Job => let_go_as(tx, key, lone_job),
        Noun::Division => let_go_as(tx, key, lone_division),
        _ => Ok(()),
    }
}

fn let_go_as<T: Record>(
    tx: &mut Writer<'_>,
    key: Key,
    lone: impl FnOnce(&Writer<'_>, T) -> Result<T>,
) -> Result<()> {
    let Some(id) = key.id::<T>() else {
        return Ok(());
    };
    let Some(row) = tx.find(id)? else {
        return Ok(());
    };
    let body = lone(tx, row.body.clone())?;
    if body != row.body {
        tx.bring_back(Row { body, ..row })?;
    }
    Ok(())
}

fn lone_item(rows: &Writer<'_>, mut item: Item) -> Result<Item> {
    if let Location::Inside(around) = item.details.location
        && !rows.exists(Key::of(around))?
    {
        item.details.location = Location::Unknown;
    }
    let mut links = Vec::with_capacity(item.details.links.len());
    for link in item.details.links {
        if rows.exists(Key::of(link.to))? {
            links.push(link);
        }
    }
    item.details.links = links;
    Ok(item)
}

fn lone_receipt(rows: &Writer<'_>, mut receipt: Receipt) -> Result<Receipt> {
    for item in receipt.details.items() {
        if !rows.exists(Key::of(item))? {
            for line in &mut receipt.details.lines {
                line.item = line.item.filter(|proved| *proved != item);
            }
        }
    }
    Ok(receipt)
}

fn lone_warranty(rows: &Writer<'_>, mut warranty: Warranty) -> Result<Warranty> {
    if let Some(proof) = warranty.details.proof
        && !rows.exists(Key::of(proof))?
    {
        warranty.details.proof = None;
    }
    Ok(warranty)
}

fn lone_claim(rows: &Writer<'_>, mut claim: Claim) -> Result<Claim> {
    if let Against::Warranty(warranty) = claim.details.against
        && !rows.exists(Key::of(warranty))?
    {
        claim.details.against = Against::Other;
    }
    Ok(claim)
}

fn lone_job(rows: &Writer<'_>, mut job: Job) -> Result<Job> {
    if let Some(plan) = job.details.plan
        && !rows.exists(Key::of(plan))?
    {
        job.details.plan = None;
    }
    Ok(job)
}

fn lone_division(rows: &Writer<'_>, mut division: Division) -> Result<Division> {
    let mut lots = Vec::with_capacity(division.lots.len());
    for lot in division.lots {
        if rows.exists(Key::of(lot.item))? {
            lots.push(lot);
        }
    }
    division.lots = lots;
    Ok(division)
}
