//! The bin: thirty days in which nothing is lost.

mod lying;
mod purging;
mod sweeping;

use jiff::SignedDuration;

use self::purging::purge_all;
pub use self::{lying::contents, sweeping::sweep};
use super::{
    belongings::{self, Belonging},
    losses, places, rounds,
};
use crate::{
    access::{Editor, Manager},
    domain::{
        attachment::{Attachment, AttachmentId},
        bequest::{Bequest, BequestId},
        blob::BlobHash,
        claim::{Claim, ClaimId},
        division::{Division, DivisionId},
        id::Id,
        incident::{Incident, IncidentId},
        item::{Item, ItemId},
        job::{Job, JobId},
        loan::{Loan, LoanId},
        loss::{Loss, LossId},
        memory::{Memory, MemoryId},
        place::{Place, PlaceId},
        plan::{Plan, PlanId},
        policy::{Policy, PolicyId},
        receipt::{Receipt, ReceiptId},
        report::{Report, ReportId},
        round::{Round, RoundId},
        sighting::{Sighting, SightingId},
        warranty::{Warranty, WarrantyId},
    },
    error::{Error, Result},
    store::{Relation, Row, Rows, Saved, Store, Writer},
};

/// How long what is in the bin can be taken out again, in days.
const DAYS: u8 = 30;
/// How long what is in the bin can be taken out again.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * DAYS as i64);

/// One of what lies in the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Binned {
    /// A thing.
    Item(ItemId),
    /// A place.
    Place(PlaceId),
    /// A photo or a document.
    Attachment(AttachmentId),
    /// A receipt.
    Receipt(ReceiptId),
    /// A policy.
    Policy(PolicyId),
    /// A division of property.
    Division(DivisionId),
    /// A warranty.
    Warranty(WarrantyId),
    /// A claim.
    Claim(ClaimId),
    /// A plan of upkeep.
    Plan(PlanId),
    /// Something done.
    Job(JobId),
    /// A loan.
    Loan(LoanId),
    /// A memory.
    Memory(MemoryId),
    /// A bequest.
    Bequest(BequestId),
    /// An incident.
    Incident(IncidentId),
    /// What an incident did to a thing.
    Loss(LossId),
    /// A report.
    Report(ReportId),
    /// An inventory round.
    Round(RoundId),
    /// What a round found out about a thing.
    Sighting(SightingId),
}

/// What lies in the bin, the latest first.
#[derive(Debug, Default)]
pub struct Contents {
    /// Things.
    pub items: Vec<Row<Item>>,
    /// Places.
    pub places: Vec<Row<Place>>,
    /// Photos and documents of what is not in the bin itself.
    pub attachments: Vec<Row<Attachment>>,
    /// Receipts.
    pub receipts: Vec<Row<Receipt>>,
    /// Policies.
    pub policies: Vec<Row<Policy>>,
    /// Divisions of property.
    pub divisions: Vec<Row<Division>>,
    /// Warranties of what is not in the bin itself.
    pub warranties: Vec<Row<Warranty>>,
    /// Claims about what is not in the bin itself.
    pub claims: Vec<Row<Claim>>,
    /// Plans of things that are not in the bin themselves.
    pub plans: Vec<Row<Plan>>,
    /// What was done for things that are not in the bin themselves.
    pub jobs: Vec<Row<Job>>,
    /// Loans of things that are not in the bin themselves.
    pub loans: Vec<Row<Loan>>,
    /// Memories of things that are not in the bin themselves.
    pub memories: Vec<Row<Memory>>,
    /// Bequests of things that are not in the bin themselves.
    pub bequests: Vec<Row<Bequest>>,
    /// Incidents.
    pub incidents: Vec<Row<Incident>>,
    /// What incidents did to things that are not in the bin themselves.
    pub losses: Vec<Row<Loss>>,
    /// Reports.
    pub reports: Vec<Row<Report>>,
    /// Inventory rounds.
    pub rounds: Vec<Row<Round>>,
    /// What rounds that are not in the bin themselves found out about things that are not.
    pub sightings: Vec<Row<Sighting>>,
}

impl Contents {
    /// How many there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        let of_things = self.warranties.len()
            + self.claims.len()
            + self.plans.len()
            + self.jobs.len()
            + self.loans.len()
            + self.memories.len()
            + self.bequests.len()
            + self.losses.len()
            + self.sightings.len();
        self.items.len()
            + self.places.len()
            + self.attachments.len()
            + self.receipts.len()
            + self.incidents.len()
            + self.reports.len()
            + self.policies.len()
            + self.rounds.len()
            + self.divisions.len()
            + of_things
    }

    /// Whether the bin is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Only these.
    #[must_use]
    pub fn only(mut self, picked: &[Binned]) -> Self {
        self.items
            .retain(|row| picked.contains(&Binned::Item(row.id)));
        self.places
            .retain(|row| picked.contains(&Binned::Place(row.id)));
        self.attachments
            .retain(|row| picked.contains(&Binned::Attachment(row.id)));
        self.receipts
            .retain(|row| picked.contains(&Binned::Receipt(row.id)));
        self.policies
            .retain(|row| picked.contains(&Binned::Policy(row.id)));
        self.divisions
            .retain(|row| picked.contains(&Binned::Division(row.id)));
        self.warranties
            .retain(|row| picked.contains(&Binned::Warranty(row.id)));
        self.claims
            .retain(|row| picked.contains(&Binned::Claim(row.id)));
        self.plans
            .retain(|row| picked.contains(&Binned::Plan(row.id)));
        self.jobs
            .retain(|row| picked.contains(&Binned::Job(row.id)));
        self.loans
            .retain(|row| picked.contains(&Binned::Loan(row.id)));
        self.memories
            .retain(|row| picked.contains(&Binned::Memory(row.id)));
        self.bequests
            .retain(|row| picked.contains(&Binned::Bequest(row.id)));
        self.incidents
            .retain(|row| picked.contains(&Binned::Incident(row.id)));
        self.losses
            .retain(|row| picked.contains(&Binned::Loss(row.id)));
        self.reports
            .retain(|row| picked.contains(&Binned::Report(row.id)));
        self.rounds
            .retain(|row| picked.contains(&Binned::Round(row.id)));
        self.sightings
            .retain(|row| picked.contains(&Binned::Sighting(row.id)));
        self
    }

    /// Only what a person may take out again.
    ///
    /// # Errors
    /// Those of reading.
    pub fn only_restorable(mut self, rows: &impl Rows, editor: &Editor) -> Result<Self> {
        self.items.retain(|row| editor.may_change(row));
        self.receipts.retain(|row| editor.may_change_receipt(row));
        self.incidents.retain(|row| editor.may_change_incident(row));
        self.reports.retain(|row| editor.may_remove_report(row));
        if editor.viewer().manager().is_err() {
            self.places.clear();
            self.policies.clear();
            self.rounds.clear();
            self.divisions.clear();
        }
        self.attachments = allowed(self.attachments, |row| editor.attachment(rows, row.id))?;
        self.warranties = allowed(self.warranties, |row| editor.of_thing(rows, row.id))?;
        self.claims = allowed(self.claims, |row| editor.of_thing(rows, row.id))?;
        self.plans = allowed(self.plans, |row| editor.of_thing(rows, row.id))?;
        self.jobs = allowed(self.jobs, |row| editor.of_thing(rows, row.id))?;
        self.loans = allowed(self.loans, |row| editor.of_thing(rows, row.id))?;
        self.memories = allowed(self.memories, |row| editor.of_thing(rows, row.id))?;
        self.bequests = allowed(self.bequests, |row| editor.of_thing(rows, row.id))?;
        self.losses = allowed(self.losses, |row| editor.of_thing(rows, row.id))?;
        self.sightings = allowed(self.sightings, |row| editor.of_thing(rows, row.id))?;
        Ok(self)
    }
}

/// Those of the rows that a person may change.
fn allowed<T>(
    all: Vec<Row<T>>,
    may_change: impl Fn(&Row<T>) -> Result<Row<T>>,
) -> Result<Vec<Row<T>>> {
    let mut allowed = Vec::new();
    for row in all {
        match may_change(&row) {
            Ok(_) => allowed.push(row),
            Err(Error::NotFound | Error::Denied) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(allowed)
}

/// Takes these out of the bin, in one change; those that are not in it any more are left as they are. Returns how many
/// there were.
///
/// # Errors
/// [`Error::Denied`] when one of them is not the person's to change; nothing has changed then.
pub fn restore(store: &Store, editor: &Editor, picked: &[Binned]) -> Result<Saved<usize>> {
    store.write(Some(editor.person()), "bin-restore", |tx| {
        let contents = contents(tx, editor.viewer())?.only(picked);
        // A place first, so that what was in it can be seen again.
        for place in &contents.places {
            let manager = editor.viewer().manager()?;
            places::take_out(tx, &manager, place.id)?;
        }
        for item in &contents.items {
            editor.item(tx, item.id)?;
            tx.restore(item.id)?;
        }
        for receipt in &contents.receipts {
            editor.receipt(tx, receipt.id)?;
            tx.restore(receipt.id)?;
        }
        for incident in &contents.incidents {
            editor.incident(tx, incident.id)?;
            tx.restore(incident.id)?;
            losses::follow_incident(tx, incident.id)?;
        }
        for report in &contents.reports {
            editor.report(tx, report.id)?;
            tx.restore(report.id)?;
        }
        for policy in &contents.policies {
            editor.viewer().manager()?;
            tx.restore(policy.id)?;
        }
        for round in &contents.rounds {
            editor.viewer().manager()?;
            rounds::take_out(tx, round.id)?;
        }
        for division in &contents.divisions {
            editor.viewer().manager()?;
            tx.restore(division.id)?;
        }
        take_out(tx, editor, contents.warranties.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.claims.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.plans.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.jobs.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.loans.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.memories.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.bequests.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.losses.iter().map(|row| row.id))?;
        take_out(tx, editor, contents.sightings.iter().map(|row| row.id))?;
        for attachment in &contents.attachments {
            editor.attachment(tx, attachment.id)?;
            tx.restore(attachment.id)?;
        }
        Ok(contents.len())
    })
}

fn take_out<T: Belonging>(
    tx: &mut Writer<'_>,
    editor: &Editor,
    ids: impl Iterator<Item = Id<T>>,
) -> Result<()> {
    for id in ids {
        belongings::take_out(tx, editor, id)?;
    }
    Ok(())
}

/// Removes these for good, with what is attached to them and their history; those that are not in the bin any more are
/// left as they are. Returns the files that nothing holds any more.
pub fn purge(store: &Store, manager: &Manager, picked: &[Binned]) -> Result<Saved<Vec<BlobHash>>> {
    store.write(Some(manager.person()), "bin-purge", |tx| {
        let contents = contents(tx, manager.viewer())?.only(picked);
        purge_all(tx, &contents)
    })
}

/// Empties the bin for good of all that the person sees.
pub fn empty(store: &Store, manager: &Manager) -> Result<Saved<Vec<BlobHash>>> {
    store.write(Some(manager.person()), "bin-empty", |tx| {
        let contents = contents(tx, manager.viewer())?;
        purge_all(tx, &contents)
    })
}

/// Whether a photo or document, in the bin or not, holds a file.
pub fn is_held(rows: &impl Rows, blob: BlobHash) -> Result<bool> {
    Ok(!rows.referring(Relation::Holds, &blob.bytes())?.is_empty())
}

#[cfg(test)]
mod tests;
