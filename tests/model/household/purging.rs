//! What goes for good: what lies in the bin, with what belongs to it, and the files that nothing holds any more.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        attachment::{Attachment, Bearer},
        bequest::Bequest,
        blob::BlobHash,
        claim::{Claim, ClaimId},
        item::{Item, ItemId, Location},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        place::{Place, PlaceId},
        plan::Plan,
        report::Report,
        warranty::Warranty,
    },
    store::Row,
};

use super::{Household, bin::Contents, reports::held_by};

impl Household {
    pub(super) fn purge_all(&mut self, contents: &Contents) -> Vec<BlobHash> {
        let mut loose = BTreeSet::new();
        for attachment in &contents.attachments {
            loose.insert(attachment.blob);
            self.purge(attachment.id);
        }
        for receipt in &contents.receipts {
            self.purge_attached(Bearer::Receipt(receipt.id), &mut loose);
            self.unprove_warranties(receipt.id);
            self.purge(receipt.id);
        }
        for policy in &contents.policies {
            self.purge(policy.id);
        }
        for division in &contents.divisions {
            self.purge(division.id);
        }
        for claim in &contents.claims {
            self.purge_claim(claim.id, &mut loose);
        }
        for warranty in &contents.warranties {
            self.purge_warranty(warranty.id);
        }
        for plan in &contents.plans {
            self.unplan(plan.id);
            self.purge(plan.id);
        }
        for job in &contents.jobs {
            self.purge_attached(Bearer::Job(job.id), &mut loose);
            self.purge(job.id);
        }
        for loan in &contents.loans {
            self.purge(loan.id);
        }
        for memory in &contents.memories {
            self.purge_attached(Bearer::Memory(memory.id), &mut loose);
            self.purge(memory.id);
        }
        for bequest in &contents.bequests {
            self.purge(bequest.id);
        }
        for loss in &contents.losses {
            self.purge(loss.id);
        }
        for incident in &contents.incidents {
            self.purge_incident(incident.id, &mut loose);
        }
        for report in &contents.reports {
            loose.extend(held_by(report));
            self.purge(report.id);
        }
        for thing in &contents.things {
            self.purge_thing(thing.id, &mut loose);
        }
        for place in &contents.places {
            self.purge_place(place.id, &mut loose);
        }
        let mut held: BTreeSet<_> = self.every::<Attachment>().map(|row| row.blob).collect();
        held.extend(self.every::<Report>().flat_map(|row| held_by(row)));
        loose.difference(&held).copied().collect()
    }

    /// What lay in a thing lies where it lay, and what was linked to it is no longer.
    fn purge_thing(&mut self, id: ItemId, loose: &mut BTreeSet<BlobHash>) {
        let location = self
            .find(id)
            .map(|thing: &Row<Item>| thing.details.location);
        for inner in self.which(|thing: &Item| thing.details.location == Location::Inside(id)) {
            self.correct(inner, |thing: &mut Item| {
                thing.details.location = location.unwrap_or_default();
            });
        }
        let linked = |thing: &Item| thing.details.links.iter().any(|link| link.to == id);
        for other in self.which(linked) {
            self.correct(other, |thing: &mut Item| {
                thing.details.links.retain(|link| link.to != id);
            });
        }
        self.unprove(id);
        self.undivide(id);
        for claim in self.which(|claim: &Claim| claim.item == id) {
            self.purge_claim(claim, loose);
        }
        for warranty in self.which(|warranty: &Warranty| warranty.item == id) {
            self.purge_warranty(warranty);
        }
        for job in self.which(|job: &Job| job.item == id) {
            self.purge_attached(Bearer::Job(job), loose);
            self.purge(job);
        }
        for plan in self.which(|plan: &Plan| plan.item == id) {
            self.purge(plan);
        }
        for loan in self.which(|loan: &Loan| loan.item == id) {
            self.purge(loan);
        }
        for memory in self.which(|memory: &Memory| memory.item == id) {
            self.purge_attached(Bearer::Memory(memory), loose);
            self.purge(memory);
        }
        for bequest in self.which(|bequest: &Bequest| bequest.item == id) {
            self.purge(bequest);
        }
        for loss in self.which(|loss: &Loss| loss.item == id) {
            self.purge(loss);
        }
        self.purge_attached(Bearer::Item(id), loose);
        self.purge(id);
    }

    fn purge_claim(&mut self, id: ClaimId, loose: &mut BTreeSet<BlobHash>) {
        self.purge_attached(Bearer::Claim(id), loose);
        self.purge(id);
    }

    fn purge_place(&mut self, id: PlaceId, loose: &mut BTreeSet<BlobHash>) {
        for thing in self.which(|thing: &Item| thing.details.location == Location::Place(id)) {
            self.correct(thing, |thing: &mut Item| {
                thing.details.location = Location::Unknown;
            });
        }
        for inner in self.which(|place: &Place| place.details.parent == Some(id)) {
            self.correct(inner, |place: &mut Place| place.details.parent = None);
        }
        self.purge_attached(Bearer::Place(id), loose);
        self.purge(id);
    }

    pub(super) fn purge_attached(&mut self, of: Bearer, loose: &mut BTreeSet<BlobHash>) {
        for attachment in self.which(|attachment: &Attachment| attachment.of == of) {
            loose.extend(self.find(attachment).map(|row: &Row<Attachment>| row.blob));
            self.purge(attachment);
        }
    }
}
