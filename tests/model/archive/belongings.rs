//! What is done with what belongs to one thing: warranties, claims, plans, jobs, loans, memories and bequests; and with policies
//! and divisions, which belong to none.

use smartinventory::{
    access::{Editor, Manager},
    actions::{belongings, divisions, narrowing::Wanted, policies},
    domain::{
        bequest::Bequest,
        blob::BlobHash,
        claim::Claim,
        job::Job,
        loan::Loan,
        memory::{Memory, MemoryDetails},
        plan::Plan,
        warranty::Warranty,
    },
    error::Result,
    store::{Expect, Saved},
};

use super::{Archive, done};
use crate::{
    cast::{Cast, insured, loan_told, meant_for, shared},
    deed::{Deed, Dividing, Insuring, Telling, Upkeep},
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

    pub(super) fn divide(
        &self,
        manager: &Manager,
        deed: &Dividing,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Dividing::Add(name, things, private) => {
                let wanted = Wanted {
                    found: Some(things.iter().map(|nth| cast.thing(*nth)).collect()),
                    include_private: *private,
                    ..Wanted::default()
                };
                divisions::add(store, manager, shared(name), &wanted).map(done)
            }
            Dividing::Change(division, name) => {
                let (id, details) = (cast.division(*division), shared(name));
                divisions::change(store, manager, id, Expect::Any, details).map(done)
            }
            Dividing::Play(division, play) => {
                let id = cast.division(*division);
                divisions::play(store, manager, id, &cast.made(id, play)).map(done)
            }
            Dividing::Remove(division, seen) => {
                let id = cast.division(*division);
                divisions::remove(store, manager, id, cast.seen(id, *seen)).map(done)
            }
            Dividing::Restore(division) => {
                divisions::restore(store, manager, cast.division(*division)).map(done)
            }
        }
    }

    pub(super) fn insure(
        &self,
        manager: &Manager,
        deed: &Insuring,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Insuring::Add(insurer) => policies::add(store, manager, insured(insurer)).map(done),
            Insuring::Change(policy, seen, insurer) => {
                let (id, details) = (cast.policy(*policy), insured(insurer));
                policies::change(store, manager, id, cast.seen(id, *seen), details).map(done)
            }
            Insuring::Remove(policy, seen) => {
                let id = cast.policy(*policy);
                policies::remove(store, manager, id, cast.seen(id, *seen)).map(done)
            }
            Insuring::Restore(policy) => {
                policies::restore(store, manager, cast.policy(*policy)).map(done)
            }
        }
    }

    pub(super) fn tell(
        &self,
        editor: &Editor,
        deed: &Telling,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Telling::AddMemory(thing, title) => {
                let details = MemoryDetails::of(title);
                belongings::add::<Memory>(store, editor, cast.thing(*thing), details).map(done)
            }
            Telling::ChangeMemory(memory, seen, title) => {
                let (id, details) = (cast.memory(*memory), MemoryDetails::of(title));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Telling::RemoveMemory(memory, seen) => {
                let id = cast.memory(*memory);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Telling::RestoreMemory(memory) => {
                belongings::restore(store, editor, cast.memory(*memory)).map(done)
            }
            Telling::AddBequest(thing, to, open) => {
                let details = meant_for(to, *open);
                belongings::add::<Bequest>(store, editor, cast.thing(*thing), details).map(done)
            }
            Telling::ChangeBequest(bequest, seen, to, open) => {
                let (id, details) = (cast.bequest(*bequest), meant_for(to, *open));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Telling::RemoveBequest(bequest, seen) => {
                let id = cast.bequest(*bequest);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Telling::RestoreBequest(bequest) => {
                belongings::restore(store, editor, cast.bequest(*bequest)).map(done)
            }
        }
    }
}
