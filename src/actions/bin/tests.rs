//! What the bin promises: thirty days in which nothing is lost, and then nothing left behind.

use crate::{
    access::Viewer,
    actions::{attachments, bin, history, items, places, tests::Home},
    domain::{attachment::Bearer, item::Location, person::Role},
    error::Error,
    store::{Expect, Rows},
};

#[test]
fn the_bin_keeps_for_thirty_days_and_then_lets_go() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let flower = home.item("Tulpan", Location::Inside(vase.id));
    let blob = home.photo(vase.id, b"only here");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    home.store.clock().advance(29 * 24 * 60 * 60);
    assert_eq!(bin::sweep(&home.store).unwrap().value, []);
    assert_eq!(
        bin::contents(&home.store.read().unwrap(), &home.anna)
            .unwrap()
            .items
            .len(),
        1
    );
    home.store.clock().advance(2 * 24 * 60 * 60);
    assert_eq!(bin::sweep(&home.store).unwrap().value, [blob]);
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
        history::recent(&rows, viewer, None, 1).unwrap()[0]
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
