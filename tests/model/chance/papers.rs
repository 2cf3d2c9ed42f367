//! What may happen, by chance, to policies, divisions and reports.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{nth, seen};
use crate::deed::{Deed, Dividing, Insuring, Play, Reporting};

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

pub fn with_divisions() -> BoxedStrategy<Deed> {
    let names = || select(&["Hemmet", "Stugan", ""][..]);
    let play = prop_oneof![
        4 => (nth(), 0..4u32).prop_map(|(thing, turn)| Play::Take(thing, turn)),
        1 => (0..4u32).prop_map(Play::Pass),
        3 => (nth(), proptest::option::of(0..3u32)).prop_map(|(thing, to)| Play::Give(thing, to)),
        1 => nth().prop_map(Play::Drop),
        1 => Just(Play::Settle),
        1 => Just(Play::Reopen),
    ];
    let deed = prop_oneof![
        3 => (names(), vec(nth(), 1..5), any::<bool>())
            .prop_map(|(name, things, private)| Dividing::Add(name, things, private)),
        1 => (nth(), names()).prop_map(|(division, name)| Dividing::Change(division, name)),
        6 => (nth(), play).prop_map(|(division, play)| Dividing::Play(division, play)),
        1 => (nth(), seen()).prop_map(|(division, seen)| Dividing::Remove(division, seen)),
        1 => nth().prop_map(Dividing::Restore),
    ];
    deed.prop_map(Deed::Divide).boxed()
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
