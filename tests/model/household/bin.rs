//! What lies in the bin, for how long, and what comes out of it.

use std::{cmp::Reverse, time::Duration};

use jiff::SignedDuration;
use smartinventory::{
    access::OfThing,
    actions::bin::Binned,
    domain::{
        attachment::{Attachment, Bearer},
        bequest::Bequest,
        blob::BlobHash,
        claim::Claim,
        division::Division,
        incident::Incident,
        item::Item,
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Person,
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        warranty::Warranty,
    },
    store::Row,
};

use super::{Household, Kept, Moment, Refusal, editor, manager, reports::sees_report};
use crate::{cast::Cast, deed::Pick};

const DAY: Duration = Duration::from_hours(24);
/// For how many days what is in the bin can be taken out again.
const KEPT: usize = 30;

/// What lies in the bin.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub things: Vec<Row<Item>>,
    pub places: Vec<Row<Place>>,
    pub attachments: Vec<Row<Attachment>>,
    pub receipts: Vec<Row<Receipt>>,
    pub policies: Vec<Row<Policy>>,
    pub divisions: Vec<Row<Division>>,
    pub warranties: Vec<Row<Warranty>>,
    pub claims: Vec<Row<Claim>>,
    pub plans: Vec<Row<Plan>>,
    pub jobs: Vec<Row<Job>>,
    pub loans: Vec<Row<Loan>>,
    pub memories: Vec<Row<Memory>>,
    pub bequests: Vec<Row<Bequest>>,
    pub incidents: Vec<Row<Incident>>,
    pub losses: Vec<Row<Loss>>,
    pub reports: Vec<Row<Report>>,
}

impl Household {
    /// What somebody finds in the bin, the latest first.
    pub fn contents(&self, by: &Person) -> Contents {
        let things = self.every::<Item>().filter(|row| self.sees(by, row));
        let places = self
            .every::<Place>()
            .filter(|row| self.sees_place(by, row.id));
        let attachments = self.every::<Attachment>().filter(|row| {
            let bearer_in_use = match row.of {
                Bearer::Item(item) => self.is_live(item),
                Bearer::Place(place) => self.is_live(place),
                Bearer::Receipt(receipt) => self.is_live(receipt),
                Bearer::Claim(claim) => self
                    .live(claim)
                    .is_ok_and(|claim: Row<Claim>| self.is_live(claim.item)),
                Bearer::Job(job) => self
                    .live(job)
                    .is_ok_and(|job: Row<Job>| self.is_live(job.item)),
                Bearer::Memory(memory) => self
                    .live(memory)
                    .is_ok_and(|memory: Row<Memory>| self.is_live(memory.item)),
                Bearer::Incident(incident) => self.is_live(incident),
            };
            bearer_in_use && self.sees_bearer(by, row.of)
        });
        Contents {
            things: binned(things),
            places: binned(places),
            attachments: binned(attachments),
            receipts: binned(
                self.every::<Receipt>()
                    .filter(|row| self.sees_receipt(by, row)),
            ),
            policies: binned(self.every::<Policy>().filter(|_| editor(by).is_ok())),
            divisions: binned(self.every::<Division>().filter(|_| manager(by).is_ok())),
            warranties: binned(
                self.every::<Warranty>()
                    .filter(|row| self.is_live(row.item) && self.sees_promises(by, row.item)),
            ),
            claims: binned(
                self.every::<Claim>()
                    .filter(|row| self.is_live(row.item) && self.sees_promises(by, row.item)),
            ),
            plans: self.lying(by),
            jobs: self.lying(by),
            loans: self.lying(by),
            memories: self.lying(by),
            bequests: self.lying(by),
            incidents: self.incidents_lying(by),
            losses: self.losses_lying(by),
            reports: binned(self.every::<Report>().filter(|row| sees_report(by, row))),
        }
    }

    /// What belongs to a thing lies in the bin by itself as long as the thing does not lie there.
    pub(super) fn lying<T: Kept + OfThing>(&self, by: &Person) -> Vec<Row<T>> {
        let rows = self
            .every::<T>()
            .filter(|row| self.sees_of_thing(by, row) && self.is_live::<Item>(row.body.item()));
        binned(rows)
    }

    fn picked(&self, by: &Person, picked: &[Binned]) -> Contents {
        let mut contents = self.contents(by);
        let things = &mut contents.things;
        things.retain(|row| picked.contains(&Binned::Item(row.id)));
        let places = &mut contents.places;
        places.retain(|row| picked.contains(&Binned::Place(row.id)));
        let attachments = &mut contents.attachments;
        attachments.retain(|row| picked.contains(&Binned::Attachment(row.id)));
        let receipts = &mut contents.receipts;
        receipts.retain(|row| picked.contains(&Binned::Receipt(row.id)));
        let policies = &mut contents.policies;
        policies.retain(|row| picked.contains(&Binned::Policy(row.id)));
        let divisions = &mut contents.divisions;
        divisions.retain(|row| picked.contains(&Binned::Division(row.id)));
        let warranties = &mut contents.warranties;
        warranties.retain(|row| picked.contains(&Binned::Warranty(row.id)));
        let claims = &mut contents.claims;
        claims.retain(|row| picked.contains(&Binned::Claim(row.id)));
        let plans = &mut contents.plans;
        plans.retain(|row| picked.contains(&Binned::Plan(row.id)));
        let jobs = &mut contents.jobs;
        jobs.retain(|row| picked.contains(&Binned::Job(row.id)));
        let loans = &mut contents.loans;
        loans.retain(|row| picked.contains(&Binned::Loan(row.id)));
        let memories = &mut contents.memories;
        memories.retain(|row| picked.contains(&Binned::Memory(row.id)));
        let bequests = &mut contents.bequests;
        bequests.retain(|row| picked.contains(&Binned::Bequest(row.id)));
        let incidents = &mut contents.incidents;
        incidents.retain(|row| picked.contains(&Binned::Incident(row.id)));
        let losses = &mut contents.losses;
        losses.retain(|row| picked.contains(&Binned::Loss(row.id)));
        let reports = &mut contents.reports;
        reports.retain(|row| picked.contains(&Binned::Report(row.id)));
        contents
    }

    pub(super) fn restore_from_bin(
        &mut self,
        by: &Person,
        picked: &[Binned],
    ) -> Result<(), Refusal> {
        let contents = self.picked(by, picked);
        for place in contents.places {
            manager(by)?;
            self.take_out_place(by, place.id)?;
        }
        for thing in contents.things {
            self.own_thing(by, thing.id)?;
            self.restore(thing.id)?;
        }
        for receipt in contents.receipts {
            self.own_receipt(by, receipt.id)?;
            self.restore(receipt.id)?;
        }
        for incident in contents.incidents {
            self.own_incident(by, incident.id)?;
            self.restore(incident.id)?;
        }
        for report in contents.reports {
            self.own_report(by, report.id)?;
            self.restore(report.id)?;
        }
        for policy in contents.policies {
            manager(by)?;
            self.restore(policy.id)?;
        }
        for division in contents.divisions {
            manager(by)?;
            self.restore(division.id)?;
        }
        for warranty in contents.warranties {
            self.own_warranty(by, warranty.id)?;
            self.restore(warranty.id)?;
        }
        for claim in contents.claims {
            self.own_claim(by, claim.id)?;
            self.restore(claim.id)?;
        }
        for plan in contents.plans {
            self.take_back(by, plan.id)?;
        }
        for job in contents.jobs {
            self.take_back(by, job.id)?;
        }
        for loan in contents.loans {
            self.take_back(by, loan.id)?;
        }
        for memory in contents.memories {
            self.take_back(by, memory.id)?;
        }
        for bequest in contents.bequests {
            self.take_back(by, bequest.id)?;
        }
        for loss in contents.losses {
            self.take_back_loss(by, loss.id)?;
        }
        for attachment in contents.attachments {
            self.own_attachment(by, attachment.id)?;
            self.restore(attachment.id)?;
        }
        Ok(())
    }

    pub(super) fn purge_picked(&mut self, by: &Person, picked: &[Binned]) -> Vec<BlobHash> {
        let contents = self.picked(by, picked);
        self.purge_all(&contents)
    }

    pub(super) fn empty_bin(&mut self, by: &Person) -> Vec<BlobHash> {
        let contents = self.contents(by);
        self.purge_all(&contents)
    }

    /// A day is counted when the clock has run for one since the last, and at the first look since the archive was
    /// opened if the clock says that one has passed.
    pub(super) fn count_day(&mut self, moment: Moment) {
        let is_due = match (self.counted, self.days.last()) {
            (Some(counted), _) if moment.run < counted + DAY => return,
            (Some(_), _) | (None, None) => true,
            (None, Some((at, _))) => {
                moment.now.duration_since(*at) >= SignedDuration::from_hours(24)
            }
        };
        if is_due {
            self.days.push((moment.now, self.newest()));
        }
        self.counted = Some(moment.run);
    }

    /// Lets go of what has lain in the bin for thirty days, counted and by the clock.
    pub(super) fn sweep(&mut self, moment: Moment) -> Vec<BlobHash> {
        let Some(at) = self.days.len().checked_sub(KEPT + 1) else {
            return Vec::new();
        };
        let (_, newest) = self.days[at];
        let old = self.clone();
        let contents = Contents {
            things: old.lain_since(newest, moment),
            places: old.lain_since(newest, moment),
            attachments: old.lain_since(newest, moment),
            receipts: old.lain_since(newest, moment),
            policies: old.lain_since(newest, moment),
            divisions: old.lain_since(newest, moment),
            warranties: old.lain_since(newest, moment),
            claims: old.lain_since(newest, moment),
            plans: old.lain_since(newest, moment),
            jobs: old.lain_since(newest, moment),
            loans: old.lain_since(newest, moment),
            memories: old.lain_since(newest, moment),
            bequests: old.lain_since(newest, moment),
            incidents: old.lain_since(newest, moment),
            losses: old.lain_since(newest, moment),
            reports: old.lain_since(newest, moment),
        };
        self.purge_all(&contents)
    }

    fn lain_since<T: Kept>(&self, newest: u64, moment: Moment) -> Vec<Row<T>> {
        let kept = SignedDuration::from_hours(24 * 30);
        let old = self.every::<T>().filter(|row| {
            let long = |at| moment.now.duration_since(at) > kept;
            row.revision.get() <= newest && row.binned.is_some_and(|stamp| long(stamp.at))
        });
        old.cloned().collect()
    }
}

/// Those that lie in the bin, the latest first.
pub(super) fn binned<'a, T: Clone + 'a>(rows: impl Iterator<Item = &'a Row<T>>) -> Vec<Row<T>> {
    let mut rows: Vec<_> = rows.filter(|row| row.binned.is_some()).cloned().collect();
    rows.sort_by_key(|row| Reverse(row.binned.map(|stamp| stamp.at)));
    rows
}

/// What is picked out of the bin.
pub fn picked(picks: &[Pick], cast: &Cast<'_>) -> Vec<Binned> {
    let picked = picks.iter().map(|pick| match pick {
        Pick::Thing(nth) => Binned::Item(cast.thing(*nth)),
        Pick::Place(nth) => Binned::Place(cast.place(*nth)),
        Pick::Attachment(nth) => Binned::Attachment(cast.attachment(*nth)),
        Pick::Receipt(nth) => Binned::Receipt(cast.receipt(*nth)),
        Pick::Warranty(nth) => Binned::Warranty(cast.warranty(*nth)),
        Pick::Claim(nth) => Binned::Claim(cast.claim(*nth)),
        Pick::Plan(nth) => Binned::Plan(cast.plan(*nth)),
        Pick::Job(nth) => Binned::Job(cast.job(*nth)),
        Pick::Loan(nth) => Binned::Loan(cast.loan(*nth)),
        Pick::Memory(nth) => Binned::Memory(cast.memory(*nth)),
        Pick::Bequest(nth) => Binned::Bequest(cast.bequest(*nth)),
        Pick::Incident(nth) => Binned::Incident(cast.incident(*nth)),
        Pick::Loss(nth) => Binned::Loss(cast.loss(*nth)),
        Pick::Policy(nth) => Binned::Policy(cast.policy(*nth)),
        Pick::Division(nth) => Binned::Division(cast.division(*nth)),
        Pick::Report(nth) => Binned::Report(cast.report(*nth)),
    });
    picked.collect()
}
