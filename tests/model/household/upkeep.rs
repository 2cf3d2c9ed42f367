//! What is done with plans, jobs and loans, and who sees them.

use smartinventory::{
    access::OfThing,
    domain::{
        id::Id,
        item::{Item, ItemId},
        job::{Job, JobDetails},
        loan::{Loan, LoanDetails},
        person::{Person, Role},
        plan::{Plan, PlanDetails, PlanId},
    },
    store::{Expect, Noun, Row},
};

use super::{Household, Kept, Refusal, editor, expect, in_use, invalid, permit};
use crate::{
    cast::{Cast, loan_told},
    deed::Upkeep,
};

impl Household {
    /// Whether somebody sees what belongs to a thing: the household's who see the thing, and a memory the guests who do; a
    /// bequest that is not open nobody but its writer.
    pub fn sees_of_thing<T: OfThing>(&self, person: &Person, row: &Row<T>) -> bool {
        let is_memory = T::NOUN == Noun::Memory;
        let thing = self.find::<Item>(row.item());
        (person.role != Role::Guest || is_memory)
            && !self.is_kept_from(person, row)
            && thing.is_some_and(|thing| self.sees(person, thing))
    }

    /// Whether it is a secret of somebody else's.
    pub fn is_kept_from<T: OfThing>(&self, person: &Person, row: &Row<T>) -> bool {
        let writer = row.created.by.into_iter();
        row.is_secret() && !self.kept_to(writer).contains(&person.id)
    }

    pub(super) fn seen_of_thing<T: Kept + OfThing>(
        &self,
        person: &Person,
        id: Id<T>,
    ) -> Result<Row<T>, Refusal> {
        let row = self.get(id)?;
        if self.sees_of_thing(person, &row) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// One that somebody may change: a child only what it added itself, and anybody a bequest of their own alone.
    pub(super) fn own_of_thing<T: Kept + OfThing>(
        &self,
        person: &Person,
        id: Id<T>,
    ) -> Result<Row<T>, Refusal> {
        let row = self.seen_of_thing(person, id)?;
        let shared = T::NOUN != Noun::Bequest && person.role != Role::Child;
        permit(shared || row.created.by == Some(person.id))?;
        editor(person)?;
        Ok(row)
    }

    pub(super) fn keep_up(
        &mut self,
        by: &Person,
        deed: &Upkeep,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Upkeep::AddPlan(thing, what, who) => {
                let item = cast.thing(*thing);
                let details = cast.intention(what, *who);
                self.may_add(by, item)?;
                self.check_plan(&details, None)?;
                let id = self.id();
                self.put(Plan { id, item, details }, Expect::Any).map(drop)
            }
            Upkeep::ChangePlan(plan, seen, what, who) => {
                let id = cast.plan(*plan);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                let details = cast.intention(what, *who);
                self.check_plan(&details, Some(&present.details))?;
                let item = present.item;
                self.put(Plan { id, item, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Upkeep::AddJob(thing, what, plan) => {
                let item = cast.thing(*thing);
                let details = cast.job_told(what, *plan);
                self.may_add(by, item)?;
                self.check_job(item, &details, None)?;
                let id = self.id();
                self.put(Job { id, item, details }, Expect::Any).map(drop)
            }
            Upkeep::ChangeJob(job, seen, what, plan) => {
                let id = cast.job(*job);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                let details = cast.job_told(what, *plan);
                self.check_job(present.item, &details, Some(&present.details))?;
                let item = present.item;
                self.put(Job { id, item, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Upkeep::AddLoan(thing, to) => {
                let item = cast.thing(*thing);
                let details = loan_told(to);
                self.may_add(by, item)?;
                check_loan(&details)?;
                let id = self.id();
                self.put(Loan { id, item, details }, Expect::Any).map(drop)
            }
            Upkeep::ChangeLoan(loan, seen, to) => {
                let id = cast.loan(*loan);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                let details = loan_told(to);
                check_loan(&details)?;
                let item = present.item;
                self.put(Loan { id, item, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Upkeep::RemovePlan(plan, seen) => {
                let id = cast.plan(*plan);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Upkeep::RemoveJob(job, seen) => {
                let id = cast.job(*job);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Upkeep::RemoveLoan(loan, seen) => {
                let id = cast.loan(*loan);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Upkeep::RestorePlan(plan) => self.take_back(by, cast.plan(*plan)),
            Upkeep::RestoreJob(job) => self.take_back(by, cast.job(*job)),
            Upkeep::RestoreLoan(loan) => self.take_back(by, cast.loan(*loan)),
        }
    }

    pub(super) fn may_add(&self, by: &Person, item: ItemId) -> Result<(), Refusal> {
        let thing = self.seen_thing(by, item)?;
        in_use(&thing)?;
        no_template(&thing)
    }

    fn check_plan(
        &self,
        details: &PlanDetails,
        present: Option<&PlanDetails>,
    ) -> Result<(), Refusal> {
        let stays = |id| present.and_then(|present| present.who) == Some(id);
        let is_member = |id| {
            self.live::<Person>(id)
                .is_ok_and(|person| person.role != Role::Guest)
        };
        let stranger = details.who.is_some_and(|id| !stays(id) && !is_member(id));
        refused([("what", details.what.is_empty()), ("who", stranger)])
    }

    fn check_job(
        &self,
        item: ItemId,
        details: &JobDetails,
        present: Option<&JobDetails>,
    ) -> Result<(), Refusal> {
        let fits = |id: PlanId| {
            let stays = present.and_then(|present| present.plan) == Some(id);
            let plan = self.find::<Plan>(id);
            plan.is_some_and(|plan| plan.item == item && (stays || plan.binned.is_none()))
        };
        let foreign = details.plan.is_some_and(|id| !fits(id));
        refused([("what", details.what.is_empty()), ("plan", foreign)])
    }

    pub(super) fn put_away<T: Kept + OfThing>(
        &mut self,
        by: &Person,
        id: Id<T>,
        seen: Expect,
    ) -> Result<(), Refusal> {
        expect(&self.own_of_thing(by, id)?, seen)?;
        self.bin(id).map(drop)
    }

    pub(super) fn take_back<T: Kept + OfThing>(
        &mut self,
        by: &Person,
        id: Id<T>,
    ) -> Result<(), Refusal> {
        self.own_of_thing(by, id)?;
        self.restore(id).map(drop)
    }

    /// No job speaks of a plan that goes for good.
    pub(super) fn unplan(&mut self, plan: PlanId) {
        for job in self.which(|job: &Job| job.details.plan == Some(plan)) {
            self.correct(job, |job: &mut Job| job.details.plan = None);
        }
    }
}

/// Nothing belongs to a template: it is no thing that anybody has.
pub(super) fn no_template(thing: &Item) -> Result<(), Refusal> {
    if thing.number.is_none() {
        return Err(invalid("item"));
    }
    Ok(())
}

fn check_loan(details: &LoanDetails) -> Result<(), Refusal> {
    refused([("to", details.to.is_empty())])
}

pub(super) fn refused<const N: usize>(fields: [(&str, bool); N]) -> Result<(), Refusal> {
    let wrong = fields.into_iter().filter(|(_, wrong)| *wrong);
    let refusals = wrong.map(|(field, _)| invalid(field));
    refusals.reduce(Refusal::and).map_or(Ok(()), Err)
}

/// What it is called in the log.
pub(super) const fn called(deed: &Upkeep) -> &'static str {
    match deed {
        Upkeep::AddPlan(..) => "plan-add",
        Upkeep::ChangePlan(..) => "plan-change",
        Upkeep::RemovePlan(..) => "plan-remove",
        Upkeep::RestorePlan(..) => "plan-restore",
        Upkeep::AddJob(..) => "job-add",
        Upkeep::ChangeJob(..) => "job-change",
        Upkeep::RemoveJob(..) => "job-remove",
        Upkeep::RestoreJob(..) => "job-restore",
        Upkeep::AddLoan(..) => "loan-add",
        Upkeep::ChangeLoan(..) => "loan-change",
        Upkeep::RemoveLoan(..) => "loan-remove",
        Upkeep::RestoreLoan(..) => "loan-restore",
    }
}
