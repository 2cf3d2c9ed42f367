//! Letting go for good of what lies in the bin, with all that belongs to it.

use super::{
    super::{belongings, jobs, receipts},
    Contents, unused,
};
use crate::{
    domain::{
        attachment::{Attachment, AttachmentId},
        blob::BlobHash,
        item::{Item, ItemId, Location},
        job::{Job, JobId},
        loan::Loan,
        place::{Place, PlaceId},
        plan::Plan,
    },
    error::Result,
    store::{Relation, Rows, Writer},
};

/// Removes all of these for good, and gives the files that nothing holds any more.
pub(super) fn purge_all(tx: &mut Writer<'_>, contents: &Contents) -> Result<Vec<BlobHash>> {
    let mut loose = Vec::new();
    for attachment in &contents.attachments {
        loose.push(attachment.blob);
        tx.purge(attachment.id)?;
    }
    for receipt in &contents.receipts {
        let pages = tx.referring_to::<Attachment, _>(Relation::AttachedTo, receipt.id)?;
        purge_attachments(tx, pages, &mut loose)?;
        tx.purge(receipt.id)?;
    }
    for plan in &contents.plans {
        jobs::forget_plan(tx, plan.id)?;
        tx.purge(plan.id)?;
    }
    for job in &contents.jobs {
        purge_job_row(tx, job.id, &mut loose)?;
    }
    for loan in &contents.loans {
        tx.purge(loan.id)?;
    }
    for item in &contents.items {
        purge_item_row(tx, item.id, &mut loose)?;
    }
    for place in &contents.places {
        purge_place_row(tx, place.id, &mut loose)?;
    }
    unused(tx, loose)
}

/// Removes a thing's row. What lay in it lies where it lay; what was linked to it is no longer.
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
    for job in belongings::ids_of::<Job>(tx, id)? {
        purge_job_row(tx, job, loose)?;
    }
    for plan in belongings::ids_of::<Plan>(tx, id)? {
        tx.purge(plan)?;
    }
    for loan in belongings::ids_of::<Loan>(tx, id)? {
        tx.purge(loan)?;
    }
    purge_attachments(
        tx,
        tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)?,
        loose,
    )?;
    tx.purge(id)
}

fn purge_job_row(tx: &mut Writer<'_>, id: JobId, loose: &mut Vec<BlobHash>) -> Result<()> {
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
