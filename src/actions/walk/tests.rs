//! What the walk promises: everything is asked about once, in the room it is in, and what was answered is counted.

use super::*;
use crate::{
    actions::{
        answers::{Answer, mark},
        incidents, places,
        tests::Home,
    },
    domain::{
        incident::{IncidentDetails, IncidentId, IncidentKind},
        item::Location,
        loss::{Fate, Loss},
        place::{PlaceDetails, PlaceKind},
    },
};

fn after(walk: IncidentId) -> Path<'static, Loss> {
    Path {
        walk,
        places: None,
        lang: Lang::Sv,
    }
}

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
    let answer = Answer::<Loss> {
        walk: incident,
        item: bag,
        said: Fate::Damaged,
        known: None,
    };
    mark(&home.store, &home.editor(), answer).unwrap();

    let rows = home.store.read().unwrap();
    let walk = along(&rows, &home.anna, &after(incident), |_, _| false).unwrap();
    assert!(walk.stops.is_empty(), "nothing was asked for");
    let told: Vec<_> = walk
        .rooms
        .iter()
        .map(|room| {
            let name = room.place.as_ref().map_or("", |place| &place.details.name);
            let (gone, damaged) = (room.said(Fate::Gone), room.said(Fate::Damaged));
            (name, room.things, room.answered(), gone, damaged)
        })
        .collect();
    let expected = [
        ("Arbetsrum", 1, 0, 0, 0),
        ("Hall", 2, 2, 1, 1),
        ("", 1, 0, 0, 0),
    ];
    assert_eq!(told, expected);
    assert!(walk.rooms[1].is_done() && !walk.rooms[0].is_done());
    let next = |here| walk.next(here).map(Room::id);
    assert_eq!(next(Some(hall)), Some(None), "the next that is not done");
    assert_eq!(next(None), Some(Some(den)), "from the beginning again");

    let named = |place| {
        let walk = along(&rows, &home.anna, &after(incident), |room, _| room == place).unwrap();
        let stops = walk.stops.into_iter();
        let stops = stops.map(|(_, stop)| (stop.item.id, stop.said.map(|loss| loss.details.fate)));
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
    let walk = along(&rows, &home.anna, &after(second.value.id), |_, _| true).unwrap();
    assert!(walk.rooms.is_empty() && walk.stops.is_empty(), "{walk:?}");
}
