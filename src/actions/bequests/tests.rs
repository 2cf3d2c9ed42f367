//! What a bequest promises: nobody but its writer knows of it until they say so, and it is never lost.

use super::*;
use crate::{
    access::Viewer,
    actions::{
        belongings::{add, change, remove, seen_of_item},
        bin, history, items, people,
        tests::{Home, refused},
    },
    domain::{item::Location, person::Role},
    error::Error,
    store::Key,
};

fn meant(home: &Home, who: &Viewer, item: ItemId, open: bool) -> Row<Bequest> {
    let details = BequestDetails {
        to: "Maja".into(),
        note: "Hon dansade på den.".into(),
        open,
    };
    add(&home.store, &who.editor().unwrap(), item, details)
        .unwrap()
        .value
}

/// How many bequests of a thing somebody sees.
fn count(home: &Home, who: &Viewer, item: ItemId) -> usize {
    let rows = home.store.read().unwrap();
    seen_of_item::<Bequest>(&rows, who, item).unwrap().len()
}

#[test]
fn nobody_but_its_writer_knows_of_it_until_it_is_opened() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Owner);
    let rug = home.item("Matta", Location::Unknown).id;
    let bequest = meant(&home, &home.anna, rug, false);
    assert_eq!(
        (count(&home, &home.anna, rug), count(&home, &eva, rug)),
        (1, 0)
    );
    let rows = home.store.read().unwrap();
    assert!(matches!(
        eva.of_thing(&rows, bequest.id),
        Err(Error::NotFound)
    ));
    let told = history::recent(&rows, &eva, None, 9).unwrap().changes;
    assert!(told.iter().all(|change| change.action != "bequest-add"));
    drop(rows);
    let opened = open(
        &home.store,
        &home.editor(),
        bequest.id,
        Expect::Revision(bequest.revision),
        true,
    )
    .unwrap();
    assert_eq!(count(&home, &eva, rug), 1);
    let rows = home.store.read().unwrap();
    let versions = |who: &Viewer| who.of_thing_versions(&rows, bequest.id).unwrap().len();
    assert_eq!(
        (versions(&home.anna), versions(&eva)),
        (2, 1),
        "what it said while it was secret stays so"
    );
    assert!(matches!(
        eva.of_thing_version(&rows, bequest.id, bequest.revision),
        Err(Error::NotFound)
    ));
    drop(rows);
    open(
        &home.store,
        &home.editor(),
        bequest.id,
        Expect::Revision(opened.value.revision),
        false,
    )
    .unwrap();
    assert_eq!(count(&home, &eva, rug), 0);
}

#[test]
fn an_open_one_is_for_the_household_to_read_and_for_its_writer_to_change() {
    let home = Home::new();
    let (eva, gun) = (
        home.person("Eva", Role::Owner),
        home.person("Gun", Role::Guest),
    );
    let bo = home.person("Bo", Role::Child);
    let mut shared = crate::domain::item::Details::named("Matta");
    shared.guests = vec![gun.person()];
    let rug = items::add(&home.store, &home.editor(), shared)
        .unwrap()
        .value
        .id;
    let annas = meant(&home, &home.anna, rug, true);
    assert_eq!((count(&home, &bo, rug), count(&home, &gun, rug)), (1, 0));
    let say = |who: &Viewer| {
        let details = BequestDetails {
            to: "Mig".into(),
            ..BequestDetails::default()
        };
        change::<Bequest>(
            &home.store,
            &who.editor().unwrap(),
            annas.id,
            Expect::Any,
            details,
        )
    };
    assert!(matches!(say(&eva), Err(Error::Denied)));
    assert!(matches!(
        remove(&home.store, &eva.editor().unwrap(), annas.id, Expect::Any),
        Err(Error::Denied)
    ));
    let bos = meant(&home, &bo, rug, false);
    assert!(
        bo.editor()
            .unwrap()
            .may_change_of_thing(&home.now(rug), &bos)
    );
    let changed = say(&home.anna).unwrap();
    assert!(matches!(
        history::undo(&home.store, &eva, changed.change),
        Err(Error::NotFound)
    ));
}

#[test]
fn the_bin_is_no_way_to_read_it_and_lets_go_of_it() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Owner);
    let rug = home.item("Matta", Location::Unknown).id;
    let bequest = meant(&home, &home.anna, rug, false);
    remove(&home.store, &home.editor(), bequest.id, Expect::Any).unwrap();
    let lie = |who: &Viewer| {
        bin::contents(&home.store.read().unwrap(), who)
            .unwrap()
            .len()
    };
    assert_eq!((lie(&home.anna), lie(&eva)), (1, 0));
    bin::empty(&home.store, &eva.manager().unwrap()).unwrap();
    let picked = [bin::Binned::Bequest(bequest.id)];
    bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!(count(&home, &home.anna, rug), 1);
    remove(&home.store, &home.editor(), bequest.id, Expect::Any).unwrap();
    home.live(32);
    assert!(
        !home
            .store
            .read()
            .unwrap()
            .exists(Key::of(bequest.id))
            .unwrap()
    );
}

#[test]
fn it_goes_for_good_with_its_thing_also_where_others_do_not_see_it() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Owner);
    let rug = home.item("Matta", Location::Unknown).id;
    let bequest = meant(&home, &home.anna, rug, false);
    items::remove(&home.store, &home.editor(), rug, Expect::Any).unwrap();
    bin::purge(
        &home.store,
        &eva.manager().unwrap(),
        &[bin::Binned::Item(rug)],
    )
    .unwrap();
    assert!(
        !home
            .store
            .read()
            .unwrap()
            .exists(Key::of(bequest.id))
            .unwrap()
    );
}

#[test]
fn what_somebody_wished_who_has_left_is_read_by_the_owners() {
    let home = Home::new();
    let (eva, bo) = (
        home.person("Eva", Role::Adult),
        home.person("Bo", Role::Adult),
    );
    let rug = home.item("Matta", Location::Unknown).id;
    meant(&home, &eva, rug, false);
    assert_eq!(count(&home, &home.anna, rug), 0);
    let head = home.anna.head().unwrap();
    people::remove(&home.store, &head, eva.person(), Expect::Any).unwrap();
    assert_eq!(
        (count(&home, &home.anna, rug), count(&home, &bo, rug)),
        (1, 0)
    );
}

#[test]
fn it_says_whom_the_thing_is_meant_for() {
    let home = Home::new();
    let rug = home.item("Matta", Location::Unknown).id;
    let nobody = add::<Bequest>(&home.store, &home.editor(), rug, BequestDetails::default());
    assert_eq!(refused(nobody, "to"), "error-name-empty");
}
