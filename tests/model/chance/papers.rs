//! What may happen, by chance, to policies and reports.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{nth, seen};
use crate::deed::{Deed, Insuring, Reporting};

pub fn with_policies() -> BoxedStrategy<Deed> {
    let insurers = || select(&["Svalan", "Tärnan", ""][..]);
    let deed = prop_oneof![
        3 => insurers().prop_map(Insuring::Add),
        2 => (nth(), seen(), insurers()).prop_map(|(policy, seen, insurer)| Insuring::Change(policy, seen, insurer)),
        2 => (nth(), seen()).prop_map(|(policy, seen)| Insuring::Remove(policy, seen)),
        1 => nth().prop_map(Insuring::Restore),
    ];
    deed.prop_map(Deed::Insure).boxed()
}

pub fn with_reports() -> BoxedStrategy<Deed> {
    let titles = select(&["Familjen Holm", "Stugan"][..]);
    let deed = prop_oneof![
        4 => (titles, vec(0u8..3, 0..3), any::<bool>())
            .prop_map(|(title, shown, private)| Reporting::Make(title, shown, private)),
        3 => nth().prop_map(Reporting::Remove),
        1 => nth().prop_map(Reporting::Restore),
    ];
    deed.prop_map(Deed::Report).boxed()
}
