//! What places promise: nothing is lost with them, and none lies in itself.

use crate::{
    actions::{
        history, items, places,
        tests::{Home, refused},
    },
    domain::{item::Location, place::PlaceId},
    store::{Expect, Rows},
};

#[test]
fn removing_a_place_keeps_what_is_in_it() {
    let home = Home::new();
    let attic = home.place("Vind", None);
    let shelf = home.place("Hylla", Some(attic.id));
    let inner = home.place("Låda", Some(shelf.id));
    let skis = home.item("Skidor", Location::Place(shelf.id));
    let gone = home.item("Pulka", Location::Place(shelf.id));
    items::remove(&home.store, &home.editor(), gone.id, Expect::Any).unwrap();
    let removed = places::remove(&home.store, &home.manager(), shelf.id, Expect::Any).unwrap();
    let reader = home.store.read().unwrap();
    assert_eq!(reader.get(inner.id).unwrap().details.parent, Some(attic.id));
    assert_eq!(
        home.now(skis.id).details.location,
        Location::Place(attic.id)
    );
    assert_eq!(
        home.now(gone.id).details.location,
        Location::Place(attic.id),
        "also what lies in the bin"
    );
    assert!(home.now(gone.id).binned.is_some());
    history::undo(&home.store, &home.anna, removed.change).unwrap();
    assert_eq!(
        home.now(skis.id).details.location,
        Location::Place(shelf.id)
    );
    assert!(home.store.read().unwrap().live(shelf.id).is_ok());
}

#[test]
fn a_branch_moves_whole_and_never_into_itself() {
    let home = Home::new();
    let house = home.place("Hus", None);
    let cellar = home.place("Källare", Some(house.id));
    let shelf = home.place("Hylla", Some(cellar.id));
    let into = |place: PlaceId, parent| {
        places::adjust(&home.store, &home.editor(), place, Expect::Any, |details| {
            details.parent = Some(parent);
            Ok(())
        })
    };
    assert_eq!(
        refused(into(house.id, shelf.id), "parent"),
        "error-inside-itself"
    );
    assert_eq!(
        refused(into(house.id, house.id), "parent"),
        "error-inside-itself"
    );
    let cottage = home.place("Stuga", None);
    into(cellar.id, cottage.id).unwrap();
    let reader = home.store.read().unwrap();
    let path: Vec<_> = places::path(&reader, shelf.id)
        .unwrap()
        .iter()
        .map(|place| place.details.name.clone())
        .collect();
    assert_eq!(path, ["Stuga", "Källare", "Hylla"]);
    assert_eq!(places::branch(&reader, cottage.id).unwrap().len(), 3);
}
