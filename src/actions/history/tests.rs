//! What taking back promises: nobody is overwritten, and nothing is left nowhere.

use super::recent::recent_within;
use crate::{
    actions::{attachments, bin, bulk, history, items, places, saved_searches, tags, tests::Home},
    domain::{
        attachment::Bearer,
        item::{Details, ItemLink, LinkKind, Location},
        person::Role,
        place::{Place, PlaceDetails, PlaceKind},
    },
    error::Error,
    store::{Expect, Key, Progress, Rows},
};

#[test]
fn an_undo_brings_back_no_thing_that_is_gone_for_good() {
    let home = Home::new();
    let chest = home.item("Kistan", Location::Unknown);
    let pearl = home.item("Pärlan", Location::Inside(chest.id));
    let say = |with: &dyn Fn(&mut Details)| {
        let said = items::adjust(
            &home.store,
            &home.editor(),
            pearl.id,
            Expect::Any,
            |details| {
                with(details);
                Ok(())
            },
        );
        said.unwrap().change
    };
    say(&|details| {
        details.links = vec![ItemLink {
            kind: LinkKind::Set,
            to: chest.id,
        }];
    });
    let apart = say(&|details| {
        details.links.clear();
        details.location = Location::Unknown;
    });
    items::remove(&home.store, &home.editor(), chest.id, Expect::Any).unwrap();
    bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(chest.id)]).unwrap();
    history::undo(&home.store, &home.anna, apart).unwrap();
    let now = home.now(pearl.id);
    assert_eq!(
        (now.details.location, now.details.links.len()),
        (Location::Unknown, 0)
    );
    let rows = home.store.read().unwrap();
    let checked = rows.check(&mut |progress| match progress {
        Progress::Found(flaw) => panic!("the check finds that {flaw}"),
        Progress::Read { .. } => Ok(()),
    });
    checked.unwrap();
}

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
fn a_guest_takes_back_what_they_did_to_their_own_search() {
    let home = Home::new();
    let ingrid = home.person("Ingrid", Role::Guest);
    let search = saved_searches::save(&home.store, &ingrid, "Skidor", "q=skidor", false);
    let search = search.unwrap().value.id;
    let removed = saved_searches::remove(&home.store, &ingrid, search, Expect::Any).unwrap();
    assert!(matches!(
        history::undo(&home.store, &home.anna, removed.change),
        Err(Error::NotFound)
    ));
    history::undo(&home.store, &ingrid, removed.change).unwrap();
    let rows = home.store.read().unwrap();
    let theirs = saved_searches::list(&rows, &ingrid).unwrap();
    assert_eq!(theirs[0].name, "Skidor");
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

#[test]
fn what_is_put_back_into_a_place_that_has_gone_lands_where_its_removal_would_have_moved_it() {
    let home = Home::new();
    let house = home.place("Villan", None);
    let room = home.place("Köket", Some(house.id));
    let cupboard = home.place("Skåpet", Some(room.id));
    let cup = home.item("Kopp", Location::Place(cupboard.id)).id;
    let shelf = home.place("Hyllan", Some(cupboard.id)).id;
    let shed = home.place("Boden", None).id;
    let place = |id| home.store.read().unwrap().get::<Place>(id).unwrap();
    let move_both = || {
        let to = bulk::Operation::Move(Location::Place(shed));
        let cup = bulk::apply(&home.store, &home.editor(), &[cup], &to).unwrap();
        let outwards = |details: &mut PlaceDetails| {
            details.parent = Some(shed);
            Ok(())
        };
        let any = Expect::Any;
        let shelf = places::adjust(&home.store, &home.editor(), shelf, any, outwards).unwrap();
        [cup.change, shelf.change]
    };
    let put_back = |changes: [u64; 2]| {
        for change in changes {
            history::undo(&home.store, &home.anna, change).unwrap();
        }
        (home.now(cup).details.location, place(shelf).details.parent)
    };

    let moved = move_both();
    for gone in [cupboard.id, room.id] {
        places::remove(&home.store, &home.manager(), gone, Expect::Any).unwrap();
    }
    assert_eq!(
        place(cupboard.id).details.parent,
        Some(house.id),
        "by the removal of the room"
    );
    assert_eq!(put_back(moved), (Location::Place(house.id), Some(house.id)));

    places::restore(&home.store, &home.manager(), cupboard.id).unwrap();
    let back = bulk::Operation::Move(Location::Place(cupboard.id));
    bulk::apply(&home.store, &home.editor(), &[cup], &back).unwrap();
    let inwards = |details: &mut PlaceDetails| {
        details.parent = Some(cupboard.id);
        Ok(())
    };
    places::adjust(&home.store, &home.editor(), shelf, Expect::Any, inwards).unwrap();
    let moved = move_both();
    places::remove(&home.store, &home.manager(), cupboard.id, Expect::Any).unwrap();
    bin::empty(&home.store, &home.manager()).unwrap();
    assert_eq!(put_back(moved), (Location::Unknown, None));
}

#[test]
fn taking_back_the_removal_of_a_place_puts_all_of_it_back() {
    let home = Home::new();
    let room = home.place("Köket", None);
    let shelf = home.place("Hyllan", Some(room.id)).id;
    let cup = home.item("Kopp", Location::Place(room.id)).id;
    let removed = places::remove(&home.store, &home.manager(), room.id, Expect::Any).unwrap();
    history::undo(&home.store, &home.anna, removed.change).unwrap();
    let rows = home.store.read().unwrap();
    assert_eq!(home.now(cup).details.location, Location::Place(room.id));
    assert_eq!(
        rows.get::<Place>(shelf).unwrap().details.parent,
        Some(room.id)
    );
}

#[test]
fn a_guest_who_sees_little_is_told_it_in_bounded_pieces() {
    let home = Home::new();
    let ingrid = home.person("Ingrid", Role::Guest);
    let shared = Details {
        guests: vec![ingrid.person()],
        ..Details::named("Trädgårdsbord")
    };
    let table = items::add(&home.store, &home.editor(), shared).unwrap();
    for _ in 0..5 {
        home.item("Sak", Location::Unknown);
    }
    let rows = home.store.read().unwrap();
    let mut before = None;
    let mut pieces = Vec::new();
    loop {
        let piece = recent_within(&rows, &ingrid, before, 9, 2).unwrap();
        let numbers: Vec<_> = piece.changes.iter().map(|change| change.number).collect();
        pieces.push(numbers);
        before = piece.earlier;
        if before.is_none() || pieces.len() > 99 {
            break;
        }
    }
    let told: Vec<_> = pieces.concat();
    assert_eq!(told, [table.change], "each once: {pieces:?}");
    assert!(pieces.len() > 3 && pieces[0].is_empty(), "{pieces:?}");
    let whole = history::recent(&rows, &home.anna, None, 3).unwrap();
    assert_eq!(whole.changes.len(), 3);
    let rest = history::recent(&rows, &home.anna, whole.earlier, 99).unwrap();
    assert_eq!(rest.changes[0].number + 1, whole.changes[2].number);
    assert_eq!(rest.earlier, None);
}
