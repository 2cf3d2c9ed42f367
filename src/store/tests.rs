//! What the store promises, held against a real file.

use super::*;
use crate::domain::{
    item::{Details, Item, Location},
    place::{Place, PlaceDetails, PlaceKind},
};

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(
        folder.path(),
        Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap()),
    )
    .unwrap();
    (folder, store)
}

fn add(store: &Store, name: &str, location: Location) -> Row<Item> {
    let id = store.clock().id();
    let saved = store.write(None, "item-add", |tx| {
        let number = Some(tx.next_number()?);
        let details = Details {
            location,
            ..Details::named(name)
        };
        tx.put(
            Item {
                id,
                number,
                details,
                archived: None,
            },
            Expect::Any,
        )
    });
    saved.unwrap().value
}

fn renamed(row: &Row<Item>, name: &str) -> Item {
    let mut item = row.body.clone();
    item.details.name = name.to_owned();
    item
}

#[test]
fn a_save_that_says_nothing_new_offers_no_undo_of_somebody_else_s_change() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    let save = |item: Item| {
        let saved = store.write(None, "item-change", |tx| tx.put(item, Expect::Any));
        saved.unwrap().undo()
    };
    assert_eq!(save(kettle.body.clone()), None);
    assert!(save(renamed(&kettle, "Kaffekokare")).is_some());
}

#[test]
fn a_write_is_read_back_with_its_history() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    let saved = store
        .write(None, "item-change", |tx| {
            tx.put(
                renamed(&kettle, "Kaffekokare"),
                Expect::Revision(kettle.revision),
            )
        })
        .unwrap();
    let reader = store.read().unwrap();
    assert_eq!(reader.get(kettle.id).unwrap(), saved.value);
    let names: Vec<_> = reader
        .versions(kettle.id)
        .unwrap()
        .into_iter()
        .map(|row| row.body.details.name)
        .collect();
    assert_eq!(names, ["Kaffekokare", "Vattenkokare"]);
    assert_eq!(
        reader.version(kettle.id, kettle.revision).unwrap(),
        Some(kettle.clone())
    );
    let change = reader.change(saved.change).unwrap().unwrap();
    assert_eq!(change.action, "item-change");
    assert_eq!(
        change.touched,
        [Touch {
            key: Key::of(kettle.id),
            before: Some(kettle.revision),
            purged: false
        }]
    );
}

#[test]
fn a_stale_save_is_refused_and_changes_nothing() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    let first = Expect::Revision(kettle.revision);
    store
        .write(None, "item-change", |tx| {
            tx.put(renamed(&kettle, "Annas ord"), first)
        })
        .unwrap();
    let second = store.write(None, "item-change", |tx| {
        tx.put(renamed(&kettle, "Eriks ord"), first)
    });
    assert!(matches!(second, Err(Error::Conflict)));
    assert_eq!(
        store.read().unwrap().get(kettle.id).unwrap().details.name,
        "Annas ord"
    );
}

#[test]
fn a_failed_change_leaves_nothing_behind() {
    let (_folder, store) = store();
    let before = store.read().unwrap().newest_change().unwrap();
    let failed: Result<Saved<()>> = store.write(None, "item-add", |tx| {
        let number = Some(tx.next_number()?);
        let item = Item {
            id: store.clock().id(),
            number,
            details: Details::named("Halv"),
            archived: None,
        };
        tx.put(item, Expect::Any)?;
        Err(Error::Denied)
    });
    assert!(matches!(failed, Err(Error::Denied)));
    let reader = store.read().unwrap();
    assert_eq!(reader.newest_change().unwrap(), before);
    assert_eq!(reader.all::<Item>().unwrap(), []);
    assert_eq!(
        add(&store, "Hel", Location::Unknown).number,
        Some(crate::domain::number::Number::new(1))
    );
}

#[test]
fn saying_nothing_new_is_no_change() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    let saved = store
        .write(None, "item-change", |tx| {
            tx.put(kettle.body.clone(), Expect::Any)
        })
        .unwrap();
    assert_eq!(saved.value, kettle);
    assert_eq!(saved.change, kettle.revision.get());
}

#[test]
fn references_lead_back_and_follow_a_move() {
    let (_folder, store) = store();
    let place = |name: &str| {
        let id = store.clock().id();
        let details = PlaceDetails::named(name, PlaceKind::Room, None);
        let put = store.write(None, "place-add", |tx| {
            let number = tx.next_number()?;
            tx.put(
                Place {
                    id,
                    number,
                    details,
                },
                Expect::Any,
            )
        });
        put.unwrap().value.id
    };
    let (kitchen, attic) = (place("Kök"), place("Vind"));
    let kettle = add(&store, "Vattenkokare", Location::Place(kitchen));
    let within = |place| {
        store
            .read()
            .unwrap()
            .referring_to::<Item, _>(Relation::In, place)
            .unwrap()
    };
    assert_eq!(within(kitchen), [kettle.id]);
    let mut moved = kettle.body.clone();
    moved.details.location = Location::Place(attic);
    store
        .write(None, "item-move", |tx| tx.put(moved, Expect::Any))
        .unwrap();
    assert_eq!(within(kitchen), []);
    assert_eq!(within(attic), [kettle.id]);
}

#[test]
fn a_row_that_a_change_moves_before_it_purges_it_was_what_it_was_before_the_change() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    let purged = store.write(None, "bin-empty", |tx| {
        tx.put(renamed(&kettle, "Kaffekokare"), Expect::Any)?;
        tx.purge(kettle.id)
    });
    let change = store.read().unwrap().change(purged.unwrap().change);
    let touched = change.unwrap().unwrap().touched;
    assert_eq!(
        touched,
        [Touch {
            key: Key::of(kettle.id),
            before: Some(kettle.revision),
            purged: true
        }]
    );
}

#[test]
fn a_purged_row_leaves_no_version_and_no_reference() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    store
        .write(None, "item-bin", |tx| tx.bin(kettle.id))
        .unwrap();
    store
        .write(None, "bin-purge", |tx| tx.purge(kettle.id))
        .unwrap();
    let reader = store.read().unwrap();
    assert_eq!(reader.find(kettle.id).unwrap(), None);
    assert_eq!(reader.versions(kettle.id).unwrap(), []);
    assert_eq!(reader.numbered(kettle.number.unwrap()).unwrap(), None);
}

#[test]
fn a_folder_from_the_future_is_refused_in_words() {
    let (folder, store) = store();
    drop(store);
    let database = Database::create(folder.path().join("archive.redb")).unwrap();
    let transaction = database.begin_write().unwrap();
    transaction
        .open_table(tables::COUNTERS)
        .unwrap()
        .insert(tables::FORMAT, FORMAT_VERSION + 1)
        .unwrap();
    transaction.commit().unwrap();
    drop(database);
    let Err(Error::Unavailable(sentence)) = Store::open(folder.path(), Clock::system()) else {
        panic!("opened an archive from the future");
    };
    assert!(sentence.contains("newer version"), "{sentence}");
}

#[test]
fn a_folder_in_use_is_refused_in_words() {
    let (folder, _store) = store();
    let Err(Error::Unavailable(sentence)) = Store::open(folder.path(), Clock::system()) else {
        panic!("opened an archive that is open");
    };
    assert!(sentence.contains("in use"), "{sentence}");
}

#[test]
fn what_is_in_the_bin_is_not_changed_there() {
    let (_folder, store) = store();
    let kettle = add(&store, "Vattenkokare", Location::Unknown);
    store
        .write(None, "item-bin", |tx| tx.bin(kettle.id))
        .unwrap();
    let put = store.write(None, "item-change", |tx| {
        tx.put(renamed(&kettle, "Kaffekokare"), Expect::Any)
    });
    assert!(matches!(put, Err(Error::Conflict)));
    assert!(store.read().unwrap().live(kettle.id).is_err());
}
