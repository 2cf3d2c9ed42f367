//! What the bin promises: thirty days in which nothing is lost, and then nothing left behind.

use crate::{
    access::Viewer,
    actions::{attachments, bin, history, items, places, tests::Home},
    domain::{
        attachment::Bearer,
        item::{Details, Location},
        person::Role,
    },
    error::Error,
    store::{Expect, Key, Rows, Store},
};

#[test]
fn the_bin_keeps_for_thirty_days_and_then_lets_go() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let flower = home.item("Tulpan", Location::Inside(vase.id));
    let blob = home.photo(vase.id, b"only here");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    assert_eq!(home.live(31), []);
    assert_eq!(
        bin::contents(&home.store.read().unwrap(), &home.anna)
            .unwrap()
            .items
            .len(),
        1
    );
    assert_eq!(home.live(1), [blob]);
    assert_eq!(home.store.read().unwrap().find(vase.id).unwrap(), None);
    assert_eq!(
        home.now(flower.id).details.location,
        Location::Unknown,
        "what lay in it is not lost"
    );
}

#[test]
fn a_file_that_another_thing_holds_is_not_let_go_of() {
    let home = Home::new();
    let first = home.item("Stol", Location::Unknown);
    home.photo(first.id, b"shared");
    let copy = items::copy(&home.store, &home.editor(), first.id)
        .unwrap()
        .value;
    let photos = attachments::list(&home.store.read().unwrap(), Bearer::Item(copy.id)).unwrap();
    assert_eq!(photos.len(), 1, "a copy has the photos");
    items::remove(&home.store, &home.editor(), first.id, Expect::Any).unwrap();
    assert_eq!(
        bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(first.id)])
            .unwrap()
            .value,
        []
    );
}

#[test]
fn many_come_out_of_the_bin_in_one_change_with_one_undo() {
    let home = Home::new();
    let shelf = home.place("Hylla", None);
    let vase = home.item("Vas", Location::Unknown);
    let chair = home.item("Stol", Location::Unknown);
    home.photo(chair.id, b"chair");
    let photo =
        attachments::list(&home.store.read().unwrap(), Bearer::Item(chair.id)).unwrap()[0].id;
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    places::remove(&home.store, &home.manager(), shelf.id, Expect::Any).unwrap();
    attachments::remove(&home.store, &home.editor(), photo, Expect::Any).unwrap();
    let lie = || {
        bin::contents(&home.store.read().unwrap(), &home.anna)
            .unwrap()
            .len()
    };
    assert_eq!(lie(), 3);
    let picked = [
        bin::Binned::Item(vase.id),
        bin::Binned::Place(shelf.id),
        bin::Binned::Attachment(photo),
        bin::Binned::Item(chair.id),
    ];
    let restored = bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!((restored.value, lie()), (3, 0), "the chair was never in it");
    history::undo(&home.store, &home.anna, restored.change).unwrap();
    assert_eq!(lie(), 3);
}

#[test]
fn a_child_takes_out_only_what_is_its_own() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let vase = home.item("Vas", Location::Unknown);
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let editor = maja.editor().unwrap();
    let picked = [bin::Binned::Item(vase.id)];
    assert!(matches!(
        bin::restore(&home.store, &editor, &picked),
        Err(Error::Denied)
    ));
    let rows = home.store.read().unwrap();
    let contents = bin::contents(&rows, &maja).unwrap();
    assert_eq!(contents.len(), 1);
    assert!(contents.only_restorable(&rows, &editor).unwrap().is_empty());
}

#[test]
fn what_is_removed_for_good_takes_its_photos_and_its_past_with_it() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let chair = home.item("Stol", Location::Unknown);
    let blob = home.photo(vase.id, b"vase");
    home.photo(chair.id, b"chair");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let picked = [bin::Binned::Item(vase.id), bin::Binned::Item(chair.id)];
    let purged = bin::purge(&home.store, &home.manager(), &picked).unwrap();
    assert_eq!(purged.value, [blob]);
    let rows = home.store.read().unwrap();
    assert_eq!(rows.find(vase.id).unwrap(), None);
    assert_eq!(rows.versions(vase.id).unwrap(), []);
    assert!(
        rows.find(chair.id).unwrap().is_some(),
        "it was not in the bin"
    );
}

#[test]
fn that_somebody_emptied_the_bin_is_told_to_those_who_could_have() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let vase = home.item("Vas", Location::Unknown);
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    bin::empty(&home.store, &home.manager()).unwrap();
    let rows = home.store.read().unwrap();
    let newest = |viewer: &Viewer| {
        history::recent(&rows, viewer, None, 1).unwrap().changes[0]
            .action
            .clone()
    };
    assert_eq!(newest(&home.anna), "bin-empty");
    assert_ne!(newest(&maja), "bin-empty");
}

#[test]
fn a_photo_of_a_thing_in_the_bin_lies_there_with_its_thing() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    home.photo(vase.id, b"vase");
    let rows = home.store.read().unwrap();
    let photo = attachments::list(&rows, Bearer::Item(vase.id)).unwrap()[0].id;
    attachments::remove(&home.store, &home.editor(), photo, Expect::Any).unwrap();
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let contents = bin::contents(&rows, &home.anna).unwrap();
    assert_eq!((contents.items.len(), contents.attachments.len()), (1, 0));
}

#[test]
fn a_clock_that_jumps_years_ahead_empties_no_bin() {
    let years = 12 * 365 * 24 * 60 * 60;
    let home = Home::new();
    assert_eq!(home.live(40), []);
    let vase = home.item("Vas", Location::Unknown);
    home.photo(vase.id, b"only here");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    home.store.clock().put(years);
    assert_eq!(home.live(20), []);
    home.store.clock().put(-years);
    assert_eq!(home.live(9), []);
    let rows = home.store.read().unwrap();
    assert!(
        rows.exists(Key::of(vase.id)).unwrap(),
        "it can still be taken out"
    );
    drop(rows);
    assert_eq!(home.live(3).len(), 1);
}

#[test]
fn what_was_put_into_the_bin_by_a_clock_of_long_ago_stays_for_thirty_days() {
    let years = 12 * 365 * 24 * 60 * 60;
    let home = Home::new();
    assert_eq!(home.live(40), []);
    home.store.clock().put(-years);
    let vase = home.item("Vas", Location::Unknown);
    home.photo(vase.id, b"only here");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    home.store.clock().put(years);
    assert_eq!(home.live(29), []);
    assert_eq!(home.live(3).len(), 1);
}

#[test]
fn starting_again_and_again_under_a_wrong_clock_hurries_nothing() {
    let home = Home::new();
    let clock = home.store.clock().clone();
    let vase = home.item("Vas", Location::Unknown);
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let folder = home.leave();
    clock.put(12 * 365 * 24 * 60 * 60);
    for _ in 0..40 {
        let store = Store::open(folder.path(), clock.clone()).unwrap();
        bin::sweep(&store).unwrap();
        assert!(store.read().unwrap().exists(Key::of(vase.id)).unwrap());
    }
}

#[test]
fn a_clock_that_goes_back_breaks_no_order() {
    let home = Home::new();
    let first = home.item("Vas", Location::Unknown);
    home.store.clock().put(-12 * 365 * 24 * 60 * 60);
    let second = home.item("Krus", Location::Unknown);
    assert_ne!(first.id, second.id);
    assert!(first.number < second.number && first.revision < second.revision);
    let urn = Details::named("Urna");
    let renamed = items::change(&home.store, &home.editor(), first.id, Expect::Any, urn).unwrap();
    assert!(renamed.value.revision > second.revision);
    let rows = home.store.read().unwrap();
    let names: Vec<_> = rows.versions(first.id).unwrap();
    let names: Vec<_> = names.iter().map(|row| row.details.name.as_str()).collect();
    assert_eq!(names, ["Urna", "Vas"], "the newest first");
    let undone = history::undo(&home.store, &home.anna, renamed.change);
    assert!(undone.is_ok());
    assert_eq!(home.now(first.id).details.name, "Vas");
}
