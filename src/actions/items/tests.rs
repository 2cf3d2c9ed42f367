//! What things promise: who sees and changes them, where they lie, what they remember.

use crate::{
    access::Viewer,
    actions::{
        attachments, history, items, people, places,
        tests::{Home, new_photo, refused},
    },
    domain::{
        attachment::Bearer,
        item::{Archived, Departure, Details, Item, ItemLink, LinkKind, Location, Share},
        money::{Currency, Money},
        person::Role,
        place::PlaceDetails,
    },
    error::Error,
    store::{Expect, Row},
};

#[test]
fn a_child_changes_only_what_it_owns_or_added() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let child = maja.editor().unwrap();
    let drill = home.item("Borrmaskin", Location::Unknown);
    let denied = items::remove(&home.store, &child, drill.id, Expect::Any);
    assert!(matches!(denied, Err(Error::Denied)));
    let own = items::add(&home.store, &child, Details::named("Skateboard"))
        .unwrap()
        .value;
    items::remove(&home.store, &child, own.id, Expect::Any).unwrap();
    let mut given = Details::named("Cykel");
    given.owners = vec![Share {
        person: maja.person(),
        parts: 1,
    }];
    let given = items::add(&home.store, &home.editor(), given)
        .unwrap()
        .value;
    items::adjust(&home.store, &child, given.id, Expect::Any, |details| {
        details.colour = "röd".into();
        Ok(())
    })
    .unwrap();
}

#[test]
fn what_is_private_is_not_found_by_others() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Owner);
    let diary = Details {
        private: true,
        ..Details::named("Dagbok")
    };
    let diary = items::add(&home.store, &home.editor(), diary)
        .unwrap()
        .value;
    assert_eq!(
        diary.details.owners[0].person,
        home.anna.person(),
        "it is hers without saying so"
    );
    let reader = home.store.read().unwrap();
    assert!(home.anna.item(&reader, diary.id).is_ok());
    assert!(matches!(erik.item(&reader, diary.id), Err(Error::NotFound)));
    let hers = Details {
        private: true,
        owners: diary.details.owners.clone(),
        ..Details::named("Gåva")
    };
    let outcome = items::add(&home.store, &erik.editor().unwrap(), hers);
    assert_eq!(refused(outcome, "private"), "error-private-not-owner");
}

#[test]
fn what_is_private_to_one_who_left_is_seen_by_the_owners() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let letter = Details {
        private: true,
        ..Details::named("Brev")
    };
    let letter = items::add(&home.store, &erik.editor().unwrap(), letter)
        .unwrap()
        .value;
    assert!(
        home.anna
            .item(&home.store.read().unwrap(), letter.id)
            .is_err()
    );
    people::remove(
        &home.store,
        &home.anna.head().unwrap(),
        erik.person(),
        Expect::Any,
    )
    .unwrap();
    assert!(
        home.anna
            .item(&home.store.read().unwrap(), letter.id)
            .is_ok()
    );
}

#[test]
fn a_guest_sees_what_is_shared_and_what_lies_in_it() {
    let home = Home::new();
    let ingrid = home.person("Ingrid", Role::Guest);
    let house = home.place("Stugan", None);
    let shelf = home.place("Hylla", Some(house.id));
    let book = home.item("Kokbok", Location::Place(shelf.id));
    let other = home.item("Kikare", Location::Unknown);
    let share = |details: &mut PlaceDetails| {
        details.guests = vec![ingrid.person()];
        Ok(())
    };
    assert!(ingrid.item(&home.store.read().unwrap(), book.id).is_err());
    places::adjust(&home.store, &home.editor(), house.id, Expect::Any, share).unwrap();
    let reader = home.store.read().unwrap();
    assert!(ingrid.item(&reader, book.id).is_ok());
    assert!(ingrid.place(&reader, shelf.id).is_ok());
    assert!(ingrid.item(&reader, other.id).is_err());
}

#[test]
fn a_thing_never_lies_in_itself() {
    let home = Home::new();
    let bag = home.item("Väska", Location::Unknown);
    let case = home.item("Fodral", Location::Inside(bag.id));
    let into = items::adjust(
        &home.store,
        &home.editor(),
        bag.id,
        Expect::Any,
        |details| {
            details.location = Location::Inside(case.id);
            Ok(())
        },
    );
    assert_eq!(refused(into, "location"), "error-inside-itself");
}

#[test]
fn a_thing_and_its_photos_come_and_go_together() {
    let home = Home::new();
    let all = vec![
        (Details::default(), vec![new_photo(b"a"), new_photo(b"b")]),
        (Details::default(), vec![new_photo(b"c")]),
    ];
    let added = items::add_with_photos(&home.store, &home.editor(), all).unwrap();
    let count = |item: &Row<Item>| {
        let rows = home.store.read().unwrap();
        attachments::list(&rows, Bearer::Item(item.id))
            .unwrap()
            .len()
    };
    assert_eq!(added.value.iter().map(count).collect::<Vec<_>>(), [2, 1]);
    history::undo(&home.store, &home.anna, added.change).unwrap();
    assert!(home.now(added.value[0].id).binned.is_some());
    assert_eq!(added.value.iter().map(count).collect::<Vec<_>>(), [0, 0]);
}

#[test]
fn a_value_remembers_when_somebody_said_it() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let worth = |kronor: i64| {
        items::adjust(
            &home.store,
            &home.editor(),
            vase.id,
            Expect::Any,
            |details| {
                details.value = Some(Money::new(kronor * 100, Currency::SEK));
                Ok(())
            },
        )
        .unwrap()
        .value
        .body
        .details
        .valued_on
    };
    assert_eq!(worth(100).unwrap().to_string(), "2026-11-22");
    home.store.clock().advance(400 * 24 * 60 * 60);
    assert_eq!(
        worth(100).unwrap().to_string(),
        "2026-11-22",
        "saying the same is not looking again"
    );
    assert_eq!(worth(90).unwrap().to_string(), "2027-12-27");
}

#[test]
fn an_archived_thing_says_how_it_left() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown);
    let sold = Archived {
        how: Departure::Sold,
        on: Some("2026-05".parse().unwrap()),
        to: " Grannen  ".into(),
        price: Some(Money::new(50_000, Currency::SEK)),
    };
    let row = items::archive(
        &home.store,
        &home.editor(),
        bike.id,
        Expect::Any,
        Some(sold),
    )
    .unwrap()
    .value;
    assert_eq!(row.archived.as_ref().unwrap().to, "Grannen");
    let stale = items::archive(
        &home.store,
        &home.editor(),
        bike.id,
        Expect::Revision(bike.revision),
        None,
    );
    assert!(matches!(stale, Err(Error::Conflict)));
}

#[test]
fn a_template_keeps_what_new_things_share() {
    let home = Home::new();
    let other = home.item("Hjälm", Location::Unknown);
    let mut details = Details::named("Cykel");
    details.maker = "Nord".into();
    details.links = vec![ItemLink {
        kind: LinkKind::Set,
        to: other.id,
    }];
    let bike = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    let template = items::save_as_template(&home.store, &home.editor(), bike.id, "Cykel (mall)")
        .unwrap()
        .value;
    assert!(template.is_template());
    assert_eq!(template.details.maker, "Nord");
    assert_eq!(template.details.links, []);
    let names: Vec<_> = items::templates(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(names.len(), 1);
}

#[test]
fn what_was_private_when_it_was_written_stays_so() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = Details {
        private: true,
        notes: "Till Eriks födelsedag".into(),
        ..Details::named("Present")
    };
    let secret = items::add(&home.store, &home.editor(), secret)
        .unwrap()
        .value;
    items::adjust(
        &home.store,
        &home.editor(),
        secret.id,
        Expect::Any,
        |details| {
            details.private = false;
            details.notes.clear();
            Ok(())
        },
    )
    .unwrap();
    let reader = home.store.read().unwrap();
    let count = |viewer: &Viewer| viewer.versions(&reader, secret.id).unwrap().len();
    assert_eq!((count(&home.anna), count(&erik)), (2, 1));
    let outcome = history::restore_item(&home.store, &erik, secret.id, secret.revision);
    assert!(matches!(outcome, Err(Error::NotFound)));
}
