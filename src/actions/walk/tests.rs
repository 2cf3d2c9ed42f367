//! What the walk promises: everything is asked about once, in the room it is in, and what was answered is counted.

use super::*;
use crate::{
    actions::{incidents, losses::Answer, places, tests::Home},
    domain::{
        incident::{IncidentDetails, IncidentKind},
        place::{PlaceDetails, PlaceKind},
    },
};

#[test]
fn each_thing_is_asked_about_in_its_room_and_counted_there() {
    let home = Home::new();
    let hall = home.place("Hall", None).id;
    let den = home.place("Arbetsrum", None).id;
    let cupboard = PlaceDetails::named("Skåp", PlaceKind::Cupboard, Some(hall));
    let cupboard = places::add(&home.store, &home.editor(), cupboard).unwrap();
    let bag = home.item("Väska", Location::Place(cupboard.value.id)).id;
    let camera = home.item("Kamera", Location::Inside(bag)).id;
    let screen = home.item("Skärm", Location::Place(den)).id;
    let loose = home.item("Cykel", Location::Unknown).id;
    let details = IncidentDetails::of(IncidentKind::Burglary);
    let incident = incidents::add(&home.store, &home.editor(), details, &[camera]).unwrap();
    let incident = incident.value.id;
    let answer = Answer {
        incident,
        item: bag,
        fate: Fate::Damaged,
        known: None,
    };
    losses::mark(&home.store, &home.editor(), answer).unwrap();

    let rows = home.store.read().unwrap();
    let walk = rooms(&rows, &home.anna, incident, Lang::Sv).unwrap();
    let told: Vec<_> = walk
        .iter()
        .map(|room| {
            let name = room.place.as_ref().map_or("", |place| &place.details.name);
            (name, room.things, room.answered, room.gone, room.damaged)
        })
        .collect();
    let expected = [
        ("Arbetsrum", 1, 0, 0, 0),
        ("Hall", 2, 2, 1, 1),
        ("", 1, 0, 0, 0),
    ];
    assert_eq!(told, expected);
    assert!(walk[1].is_done() && !walk[0].is_done());

    let named = |place| {
        let stops = room(&rows, &home.anna, incident, place, Lang::Sv).unwrap();
        let stops = stops.into_iter();
        let stops = stops.map(|stop| (stop.item.id, stop.loss.map(|loss| loss.details.fate)));
        stops.collect::<Vec<_>>()
    };
    let in_hall = [(camera, Some(Fate::Gone)), (bag, Some(Fate::Damaged))];
    assert_eq!(named(Some(hall)), in_hall);
    assert_eq!(named(Some(den)), [(screen, None)]);
    assert_eq!(named(None), [(loose, None)]);
}

#[test]
fn what_left_before_is_not_asked_about() {
    let home = Home::new();
    let sold = home.item("Soffa", Location::Unknown).id;
    let first = IncidentDetails::of(IncidentKind::Theft);
    incidents::add(&home.store, &home.editor(), first, &[sold]).unwrap();
    let second = IncidentDetails::of(IncidentKind::Fire);
    let second = incidents::add(&home.store, &home.editor(), second, &[]).unwrap();
    let rows = home.store.read().unwrap();
    let walk = rooms(&rows, &home.anna, second.value.id, Lang::Sv).unwrap();
    assert!(walk.is_empty(), "{walk:?}");
}
