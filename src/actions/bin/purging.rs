//! Removing rows for good, with what belongs to them, and letting go of what refers to them.

use super::{Contents, is_held};
use crate::{
    actions::{belongings, divisions, jobs, receipts, warranties},
    domain::{
        attachment::{Attachment, AttachmentId},
        bequest::Bequest,
        blob::BlobHash,
        claim::Claim,
        id::Id,
        item::{Item, ItemId, Location},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::{Memory, MemoryId},
        place::{Place, PlaceId},
        plan::Plan,
        sighting::Sighting,
        warranty::Warranty,
    },
    error::Result,
    store::{Record, Relation, Rows, Writer},
};

/// Removes what lies in the bin for good. Returns the files that nothing holds any more.
pub(super) fn purge_all(tx: &mut Writer<'_>, contents: &Contents) -> Result<Vec<BlobHash>> {
    let mut loose = Vec::new();
    for attachment in &contents.attachments {
        loose.push(attachment.blob);
        tx.purge(attachment.id)?;
    }
    for receipt in &contents.receipts {
        let pages = tx.referring_to::<Attachment, _>(Relation::AttachedTo, receipt.id)?;
        purge_attachments(tx, pages, &mut loose)?;
        warranties::forget_receipt(tx, receipt.id)?;
        tx.purge(receipt.id)?;
    }
    for policy in &contents.policies {
        tx.purge(policy.id)?;
    }
    for division in &contents.divisions {
        tx.purge(division.id)?;
    }
    for claim in &contents.claims {
        purge_with_papers(tx, claim.id, &mut loose)?;
    }
    for warranty in &contents.warranties {
        warranties::purge(tx, warranty.id)?;
    }
    for job in &contents.jobs {
        purge_with_papers(tx, job.id, &mut loose)?;
    }
    for plan in &contents.plans {
        jobs::forget_plan(tx, plan.id)?;
        tx.purge(plan.id)?;
    }
    for loan in &contents.loans {
        tx.purge(loan.id)?;
    }
    for memory in &contents.memories {
        purge_memory_row(tx, memory.id, &mut loose)?;
    }
    for bequest in &contents.bequests {
        tx.purge(bequest.id)?;
    }
    for loss in &contents.losses {
        tx.purge(loss.id)?;
    }
    for incident in &contents.incidents {
        for loss in tx.referring_to::<Loss, _>(Relation::CameOf, incident.id)? {
            tx.purge(loss)?;
        }
        purge_with_papers(tx, incident.id, &mut loose)?;
    }
    for sighting in &contents.sightings {
        tx.purge(sighting.id)?;
    }
    for round in &contents.rounds {
        for sighting in tx.referring_to::<Sighting, _>(Relation::SeenIn, round.id)? {
            tx.purge(sighting)?;
        }
        tx.purge(round.id)?;
    }
    for report in &contents.reports {
        loose.push(report.content);
        loose.extend(&report.files);
        tx.purge(report.id)?;
    }
    for item in &contents.items {
        purge_item_row(tx, item.id, &mut loose)?;
    }
    for place in &contents.places {
        purge_place_row(tx, place.id, &mut loose)?;
    }
    unused(tx, loose)
}

/// Removes a claim, a job or an incident, and the papers and photos that tell of it.
fn purge_with_papers<T: Record>(
    tx: &mut Writer<'_>,
    id: Id<T>,
    loose: &mut Vec<BlobHash>,
) -> Result<()> {
    let papers = tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?;
    purge_attachments(tx, papers, loose)?;
    tx.purge(id)
}

/// Removes a thing's row, with what was promised, claimed, planned, done and lent of it. What lay in it lies where it lay; what was linked to it
/// is no longer.
fn purge_item_row(tx: &mut Writer<'_>, id: ItemId, loose: &mut Vec<BlobHash>) -> Result<()> {
    let location = tx.get(id)?.body.details.location;
    for inner in tx.referring_to::<Item, _>(Relation::In, id)? {
        let mut row = tx.get(inner)?;
        row.body.details.location = location;
        tx.bring_back(row)?;
    }
    for linked in tx.referring_to::<Item, _>(Relation::LinkedTo, id)? {
        let mut row = tx.get(linked)?;
        row.body.details.links.retain(|link| link.to != id);
        tx.bring_back(row)?;
    }
    receipts::forget_item(tx, id)?;
    divisions::forget_item(tx, id)?;
    for claim in belongings::ids_of::<Claim>(tx, id)? {
        purge_with_papers(tx, claim, loose)?;
    }
    for warranty in belongings::ids_of::<Warranty>(tx, id)? {
        warranties::purge(tx, warranty)?;
    }
    for job in belongings::ids_of::<Job>(tx, id)? {
        purge_with_papers(tx, job, loose)?;
    }
    for plan in belongings::ids_of::<Plan>(tx, id)? {
        tx.purge(plan)?;
    }
    for loan in belongings::ids_of::<Loan>(tx, id)? {
        tx.purge(loan)?;
    }
    for memory in belongings::ids_of::<Memory>(tx, id)? {
        purge_memory_row(tx, memory, loose)?;
    }
    for bequest in belongings::ids_of::<Bequest>(tx, id)? {
        tx.purge(bequest)?;
    }
    for loss in belongings::ids_of::<Loss>(tx, id)? {
        tx.purge(loss)?;
    }
    for sighting in belongings::ids_of::<Sighting>(tx, id)? {
        tx.purge(sighting)?;
    }
    purge_attachments(
        tx,
        tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?,
        loose,
    )?;
    tx.purge(id)
}

fn purge_memory_row(tx: &mut Writer<'_>, id: MemoryId, loose: &mut Vec<BlobHash>) -> Result<()> {
    let files = tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?;
    purge_attachments(tx, files, loose)?;
    tx.purge(id)
}

fn purge_place_row(tx: &mut Writer<'_>, id: PlaceId, loose: &mut Vec<BlobHash>) -> Result<()> {
    for item in tx.referring_to::<Item, _>(Relation::In, id)? {
        let mut row = tx.get(item)?;
        row.body.details.location = Location::Unknown;
        tx.bring_back(row)?;
    }
    for place in tx.referring_to::<Place, _>(Relation::In, id)? {
        let mut row = tx.get(place)?;
        row.body.details.parent = None;
        tx.bring_back(row)?;
    }
    purge_attachments(
        tx,
        tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?,
        loose,
    )?;
    tx.purge(id)
}

fn purge_attachments(
    tx: &mut Writer<'_>,
    attachments: Vec<AttachmentId>,
    loose: &mut Vec<BlobHash>,
) -> Result<()> {
    for id in attachments {
        loose.push(tx.get(id)?.blob);
        tx.purge(id)?;
    }
    Ok(())
}

/// Those of the files that nothing holds any more: the caller removes them once the change is durable.
fn unused(rows: &impl Rows, loose: Vec<BlobHash>) -> Result<Vec<BlobHash>> {
    let mut unused = Vec::new();
    for blob in loose {
        if !is_held(rows, blob)? {
            unused.push(blob);
        }
    }
    Ok(unused)
}
