//! What changing many things at once promises.

use crate::{
    actions::{bulk, history, items, tests::Home},
    domain::{
        item::{Details, Location},
        person::Role,
    },
    error::Error,
    store::{Expect, Rows},
};

#[test]
fn many_are_changed_in_one_change_with_one_undo() {
    let home = Home::new();
    let attic = home.place("Vind", None);
    let all: Vec<_> = (0..20)
        .map(|number| home.item(&format!("Sak {number}"), Location::Unknown).id)
        .collect();
    let moved = bulk::apply(
        &home.store,
        &home.editor(),
        &all,
        &bulk::Operation::Move(Location::Place(attic.id)),
    )
    .unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Place(attic.id))
    );
    let change = home
        .store
        .read()
        .unwrap()
        .change(moved.change)
        .unwrap()
        .unwrap();
    assert_eq!(change.touched.len(), 20);
    let undone = history::undo(&home.store, &home.anna, moved.change).unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Unknown)
    );
    history::undo(&home.store, &home.anna, undone.change).unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Place(attic.id)),
        "undoing the undo"
    );
}

#[test]
fn one_refusal_among_many_changes_nothing() {
    let home = Home::new();
    let child = home.person("Maja", Role::Child).editor().unwrap();
    let own = items::add(&home.store, &child, Details::named("Boll"))
        .unwrap()
        .value
        .id;
    let other = home.item("Vas", Location::Unknown).id;
    let outcome = bulk::apply(&home.store, &child, &[own, other], &bulk::Operation::Remove);
    assert!(matches!(outcome, Err(Error::Denied)));
    assert!(home.now(own).binned.is_none());
}

#[test]
fn what_somebody_removed_meanwhile_is_not_brought_back_by_a_move() {
    let home = Home::new();
    let attic = home.place("Vind", None).id;
    let all = [
        home.item("Vas", Location::Unknown).id,
        home.item("Stol", Location::Unknown).id,
    ];
    items::remove(&home.store, &home.editor(), all[1], Expect::Any).unwrap();
    let into = bulk::Operation::Move(Location::Place(attic));
    let moved = bulk::apply(&home.store, &home.editor(), &all, &into);
    assert!(matches!(moved, Err(Error::Conflict)));
    assert!(home.now(all[1]).binned.is_some());
    assert_eq!(home.now(all[0]).details.location, Location::Unknown);
}
