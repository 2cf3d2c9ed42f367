//! What may happen, by chance, to what belongs to things, and to what was paid for them.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{nth, seen};
use crate::deed::{Deed, Fault, Promise, Slip, Telling, Upkeep};

pub fn with_receipts() -> BoxedStrategy<Deed> {
    let slips = || {
        let shop = select(&["", "Elbyn", "Järnboden"][..]);
        let lines = vec(option::weighted(0.7, nth()), 0..3);
        let only = prop_oneof![3 => Just(Vec::new()), 1 => vec(nth(), 1..3)];
        (shop, lines, only).prop_map(|(shop, lines, only)| Slip { shop, lines, only })
    };
    prop_oneof![
        4 => (slips(), vec(0u8..3, 0..3)).prop_map(|(slip, pages)| Deed::AddReceipt(slip, pages)),
        4 => (nth(), seen(), slips()).prop_map(|(receipt, seen, slip)| Deed::ChangeReceipt(receipt, seen, slip)),
        2 => (nth(), seen()).prop_map(|(receipt, seen)| Deed::RemoveReceipt(receipt, seen)),
        1 => nth().prop_map(Deed::RestoreReceipt),
    ]
    .boxed()
}

pub fn with_promises() -> BoxedStrategy<Deed> {
    let promises = || {
        let provider = select(&["", "Elbyn", "Svalan"][..]);
        (provider, option::weighted(0.6, nth()))
            .prop_map(|(provider, proof)| Promise { provider, proof })
    };
    let faults = || {
        let problem = select(&["Läcker", "Rostar"][..]);
        (problem, option::weighted(0.6, nth())).prop_map(|(problem, by)| Fault { problem, by })
    };
    prop_oneof![
        4 => (nth(), promises()).prop_map(|(thing, promise)| Deed::AddWarranty(thing, promise)),
        3 => (nth(), seen(), promises())
            .prop_map(|(warranty, seen, promise)| Deed::ChangeWarranty(warranty, seen, promise)),
        2 => (nth(), seen()).prop_map(|(warranty, seen)| Deed::RemoveWarranty(warranty, seen)),
        1 => nth().prop_map(Deed::RestoreWarranty),
        3 => (nth(), faults()).prop_map(|(thing, fault)| Deed::AddClaim(thing, fault)),
        3 => (nth(), seen(), faults()).prop_map(|(claim, seen, fault)| Deed::ChangeClaim(claim, seen, fault)),
        1 => (nth(), seen()).prop_map(|(claim, seen)| Deed::RemoveClaim(claim, seen)),
        1 => nth().prop_map(Deed::RestoreClaim),
    ]
    .boxed()
}

pub fn with_upkeep() -> BoxedStrategy<Deed> {
    let words = || select(&["Olja", "Tvätta", "Kalle", ""][..]);
    let named = || option::weighted(0.6, nth());
    let deed = prop_oneof![
        4 => (nth(), words(), named()).prop_map(|(thing, what, who)| Upkeep::AddPlan(thing, what, who)),
        2 => (nth(), seen(), words(), named()).prop_map(|(plan, seen, what, who)| Upkeep::ChangePlan(plan, seen, what, who)),
        2 => (nth(), seen()).prop_map(|(plan, seen)| Upkeep::RemovePlan(plan, seen)),
        1 => nth().prop_map(Upkeep::RestorePlan),
        4 => (nth(), words(), named()).prop_map(|(thing, what, plan)| Upkeep::AddJob(thing, what, plan)),
        3 => (nth(), seen(), words(), named()).prop_map(|(job, seen, what, plan)| Upkeep::ChangeJob(job, seen, what, plan)),
        2 => (nth(), seen()).prop_map(|(job, seen)| Upkeep::RemoveJob(job, seen)),
        1 => nth().prop_map(Upkeep::RestoreJob),
        2 => (nth(), words()).prop_map(|(thing, to)| Upkeep::AddLoan(thing, to)),
        1 => (nth(), seen(), words()).prop_map(|(loan, seen, to)| Upkeep::ChangeLoan(loan, seen, to)),
        1 => (nth(), seen()).prop_map(|(loan, seen)| Upkeep::RemoveLoan(loan, seen)),
        1 => nth().prop_map(Upkeep::RestoreLoan),
    ];
    deed.prop_map(Deed::KeepUp).boxed()
}

pub fn with_memories() -> BoxedStrategy<Deed> {
    let words = || select(&["Resan", "Maja", ""][..]);
    let deed = prop_oneof![
        4 => (nth(), words()).prop_map(|(thing, title)| Telling::AddMemory(thing, title)),
        2 => (nth(), seen(), words()).prop_map(|(memory, seen, title)| Telling::ChangeMemory(memory, seen, title)),
        2 => (nth(), seen()).prop_map(|(memory, seen)| Telling::RemoveMemory(memory, seen)),
        1 => nth().prop_map(Telling::RestoreMemory),
        4 => (nth(), words(), any::<bool>()).prop_map(|(thing, to, open)| Telling::AddBequest(thing, to, open)),
        3 => (nth(), seen(), words(), any::<bool>())
            .prop_map(|(bequest, seen, to, open)| Telling::ChangeBequest(bequest, seen, to, open)),
        2 => (nth(), seen()).prop_map(|(bequest, seen)| Telling::RemoveBequest(bequest, seen)),
        1 => nth().prop_map(Telling::RestoreBequest),
    ];
    deed.prop_map(Deed::Tell).boxed()
}
