//! What taking back promises: nobody is overwritten, and nothing is left nowhere.

use crate::{
    actions::{attachments, bulk, history, items, places, tags, tests::Home},
    domain::{
        attachment::Bearer,
        item::{Details, Location},
        person::Role,
        place::{PlaceDetails, PlaceKind},
    },
    error::Error,
    store::{Expect, Key, Rows},
};

#[test]
fn an_undo_that_would_overwrite_somebody_is_refused() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let rename = |name: &str| {
        items::adjust(
            &home.store,
            &home.editor(),
            vase.id,
            Expect::Any,
            |details| {
                details.name = name.into();
                Ok(())
            },
        )
        .unwrap()
        .change
    };
    let first = rename("Glasvas");
    rename("Farmors vas");
    assert!(matches!(
        history::undo(&home.store, &home.anna, first),
        Err(Error::Conflict)
    ));
    assert_eq!(home.now(vase.id).details.name, "Farmors vas");
}

#[test]
fn an_earlier_version_comes_back_as_a_new_one() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    items::adjust(
        &home.store,
        &home.editor(),
        vase.id,
        Expect::Any,
        |details| {
            details.name = "Kruka".into();
            Ok(())
        },
    )
    .unwrap();
    history::restore_item(&home.store, &home.anna, vase.id, vase.revision).unwrap();
    assert_eq!(home.now(vase.id).details.name, "Vas");
    assert_eq!(
        home.store.read().unwrap().versions(vase.id).unwrap().len(),
        3
    );
}

#[test]
fn nobody_takes_back_what_would_hide_a_thing_from_themselves() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = Details {
        private: true,
        ..Details::named("Present")
    };
    let present = items::add(&home.store, &home.editor(), secret)
        .unwrap()
        .value;
    let shared = items::adjust(
        &home.store,
        &home.editor(),
        present.id,
        Expect::Any,
        |details| {
            details.private = false;
            Ok(())
        },
    )
    .unwrap();
    assert!(matches!(
        history::undo(&home.store, &erik, shared.change),
        Err(Error::Denied)
    ));
    history::undo(&home.store, &home.anna, shared.change).unwrap();
    assert!(home.now(present.id).details.private);
}

#[test]
fn an_undo_that_comes_too_late_says_which_things_have_changed_since() {
    let home = Home::new();
    let (cup, saucer) = (
        home.item("Kopp", Location::Unknown),
        home.item("Fat", Location::Unknown),
    );
    let moved = bulk::apply(
        &home.store,
        &home.editor(),
        &[cup.id, saucer.id],
        &bulk::Operation::Move(Location::Place(home.place("Skåp", None).id)),
    )
    .unwrap();
    items::remove(&home.store, &home.editor(), saucer.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let since = history::overtaken(&rows, &home.anna, moved.change).unwrap();
    assert_eq!(since, [Key::of(saucer.id)]);
}

#[test]
fn the_making_of_a_place_that_holds_something_by_now_is_not_taken_back() {
    let home = Home::new();
    let details = PlaceDetails::named("Bod", PlaceKind::Storage, None);
    let shed = places::add(&home.store, &home.editor(), details).unwrap();
    let rake = home.item("Kratta", Location::Place(shed.value.id));
    assert!(matches!(
        history::undo(&home.store, &home.anna, shed.change),
        Err(Error::Conflict)
    ));
    let rows = home.store.read().unwrap();
    let since = history::overtaken(&rows, &home.anna, shed.change).unwrap();
    assert_eq!(since, [Key::of(rake.id)]);
    let tag = tags::add(&home.store, &home.editor(), "trädgård").unwrap();
    let rows = home.store.read().unwrap();
    let change = rows.change(tag.change).unwrap().unwrap();
    assert!(history::is_undoable(&rows, &home.anna, &change).unwrap());
}

#[test]
fn a_photo_goes_back_only_to_what_one_may_change() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = Details {
        private: true,
        ..Details::named("Dagbok")
    };
    let diary = items::add(&home.store, &home.editor(), secret)
        .unwrap()
        .value
        .id;
    let vase = home.item("Vas", Location::Unknown).id;
    home.photo(diary, b"page");
    let photos = |of| attachments::list(&home.store.read().unwrap(), Bearer::Item(of)).unwrap();
    let photo = photos(diary)[0].id;
    let given = attachments::give(
        &home.store,
        &home.editor(),
        photo,
        Expect::Any,
        Bearer::Item(vase),
    )
    .unwrap();
    assert!(matches!(
        history::undo(&home.store, &erik, given.change),
        Err(Error::Denied)
    ));
    let change = home.store.read().unwrap().change(given.change).unwrap();
    let reader = home.store.read().unwrap();
    assert!(!history::is_undoable(&reader, &erik, &change.unwrap()).unwrap());
    assert_eq!(photos(vase).len(), 1);
    history::undo(&home.store, &home.anna, given.change).unwrap();
    assert_eq!(photos(diary).len(), 1);
}
