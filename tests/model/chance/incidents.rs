//! What may happen, by chance, in incidents and by them.

use proptest::{option, prelude::*, sample::select};
use smartinventory::domain::{
    incident::IncidentKind,
    loss::{Fate, Settlement},
};

use super::{few, nth, seen};
use crate::deed::{Damage, Deed, Happening, Mishap};

const MOMENTS: [&str; 4] = [
    "2026-11-20",
    "2026-11-21",
    "2026-11-21T08:00",
    "2026-11-21T18:30",
];

prop_compose! {
    fn mishaps()(
        kind in select(&IncidentKind::ALL[..]),
        title in select(&["", "Inbrottet"][..]),
        from in option::weighted(0.5, select(&MOMENTS[..])),
        to in option::weighted(0.3, select(&MOMENTS[..])),
    ) -> Mishap {
        Mishap { kind, title, from, to }
    }
}

fn fates() -> impl Strategy<Value = Fate> {
    prop_oneof![3 => Just(Fate::Gone), 1 => Just(Fate::Damaged), 1 => Just(Fate::Fine)]
}

prop_compose! {
    fn damages()(
        incident in nth(),
        fate in fates(),
        settled in option::weighted(0.3, select(&Settlement::ALL[..])),
    ) -> Damage {
        Damage { incident, fate, settled }
    }
}

pub fn with_incidents() -> BoxedStrategy<Deed> {
    let deed = prop_oneof![
        4 => (mishaps(), few()).prop_map(|(mishap, gone)| Happening::AddIncident(mishap, gone)),
        2 => (nth(), seen(), mishaps())
            .prop_map(|(incident, seen, mishap)| Happening::ChangeIncident(incident, seen, mishap)),
        2 => (nth(), seen()).prop_map(|(incident, seen)| Happening::RemoveIncident(incident, seen)),
        1 => nth().prop_map(Happening::RestoreIncident),
        6 => (nth(), nth(), fates(), seen())
            .prop_map(|(incident, thing, fate, seen)| Happening::Mark(incident, thing, fate, seen)),
        3 => (nth(), damages()).prop_map(|(thing, damage)| Happening::AddLoss(thing, damage)),
        3 => (nth(), seen(), damages())
            .prop_map(|(loss, seen, damage)| Happening::ChangeLoss(loss, seen, damage)),
        2 => (nth(), seen()).prop_map(|(loss, seen)| Happening::RemoveLoss(loss, seen)),
        1 => nth().prop_map(Happening::RestoreLoss),
    ];
    deed.prop_map(Deed::Happen).boxed()
}
