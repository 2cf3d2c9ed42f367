//! What is done with what belongs to one thing: warranties, claims, plans, jobs and loans.

use smartinventory::{
    access::Editor,
    actions::belongings,
    domain::{blob::BlobHash, claim::Claim, job::Job, loan::Loan, plan::Plan, warranty::Warranty},
    error::Result,
    store::Saved,
};

use super::{Archive, done};
use crate::{
    cast::{Cast, loan_told},
    deed::{Deed, Upkeep},
};

impl Archive<'_> {
    pub(super) fn do_with_promises(
        &self,
        editor: &Editor,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Deed::AddWarranty(thing, promise) => {
                let thing = cast.thing(*thing);
                belongings::add::<Warranty>(store, editor, thing, cast.promise(promise)).map(done)
            }
            Deed::ChangeWarranty(warranty, seen, promise) => {
                let id = cast.warranty(*warranty);
                let seen = cast.seen(id, *seen);
                belongings::change(store, editor, id, seen, cast.promise(promise)).map(done)
            }
            Deed::RemoveWarranty(warranty, seen) => {
                let id = cast.warranty(*warranty);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestoreWarranty(warranty) => {
                belongings::restore(store, editor, cast.warranty(*warranty)).map(done)
            }
            Deed::AddClaim(thing, fault) => {
                belongings::add::<Claim>(store, editor, cast.thing(*thing), cast.fault(fault))
                    .map(done)
            }
            Deed::ChangeClaim(claim, seen, fault) => {
                let id = cast.claim(*claim);
                let seen = cast.seen(id, *seen);
                belongings::change(store, editor, id, seen, cast.fault(fault)).map(done)
            }
            Deed::RemoveClaim(claim, seen) => {
                let id = cast.claim(*claim);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Deed::RestoreClaim(claim) => {
                belongings::restore(store, editor, cast.claim(*claim)).map(done)
            }
            other => unreachable!("{other:?}"),
        }
    }

    pub(super) fn keep_up(
        &self,
        editor: &Editor,
        deed: &Upkeep,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Upkeep::AddPlan(thing, what, who) => {
                let details = cast.intention(what, *who);
                belongings::add::<Plan>(store, editor, cast.thing(*thing), details).map(done)
            }
            Upkeep::ChangePlan(plan, seen, what, who) => {
                let (id, details) = (cast.plan(*plan), cast.intention(what, *who));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Upkeep::AddJob(thing, what, plan) => {
                let details = cast.job_told(what, *plan);
                belongings::add::<Job>(store, editor, cast.thing(*thing), details).map(done)
            }
            Upkeep::ChangeJob(job, seen, what, plan) => {
                let (id, details) = (cast.job(*job), cast.job_told(what, *plan));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Upkeep::AddLoan(thing, to) => {
                let details = loan_told(to);
                belongings::add::<Loan>(store, editor, cast.thing(*thing), details).map(done)
            }
            Upkeep::ChangeLoan(loan, seen, to) => {
                let (id, details) = (cast.loan(*loan), loan_told(to));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Upkeep::RemovePlan(plan, seen) => {
                let id = cast.plan(*plan);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Upkeep::RemoveJob(job, seen) => {
                let id = cast.job(*job);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Upkeep::RemoveLoan(loan, seen) => {
                let id = cast.loan(*loan);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Upkeep::RestorePlan(plan) => {
                belongings::restore(store, editor, cast.plan(*plan)).map(done)
            }
            Upkeep::RestoreJob(job) => belongings::restore(store, editor, cast.job(*job)).map(done),
            Upkeep::RestoreLoan(loan) => {
                belongings::restore(store, editor, cast.loan(*loan)).map(done)
            }
        }
    }
}
