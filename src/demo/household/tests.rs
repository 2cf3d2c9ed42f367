//! The demo household hangs together: every name that something refers to exists.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::domain::{
    category_list,
    identifier::{Identifier, IdentifierKind},
    place::PlaceKind,
};

fn identifiers(kind: IdentifierKind) -> impl Iterator<Item = &'static str> {
    things()
        .flat_map(|thing| thing.identifiers)
        .filter(move |(other, _)| *other == kind)
        .map(|(_, text)| *text)
}

const fn is_home(kind: PlaceKind) -> bool {
    matches!(
        kind,
        PlaceKind::House | PlaceKind::Cottage | PlaceKind::Boat
    )
}

#[test]
fn it_has_two_homes_and_a_boat_and_more_than_sixty_things() {
    let homes = |kind| places().iter().filter(|place| place.kind == kind).count();
    assert_eq!(homes(PlaceKind::House) + homes(PlaceKind::Cottage), 2);
    assert_eq!(homes(PlaceKind::Boat), 1);
    assert!(places().len() >= 30);
    assert!(things().count() >= 60);
}

#[test]
fn its_value_is_believable() {
    let total: i64 = things()
        .filter(|thing| thing.gone.is_none())
        .filter_map(|thing| Some(thing.value? * i64::from(thing.quantity)))
        .sum();
    assert!((800_000..1_000_000).contains(&total), "{total} kr");
}

#[test]
fn places_are_unique_and_come_after_the_place_around_them() {
    let mut depth = HashMap::new();
    for place in places() {
        let level = match place.parent {
            None => 1,
            Some(parent) => depth.get(parent).copied().unwrap() + 1,
        };
        assert_eq!(depth.insert(place.key, level), None, "{} twice", place.key);
        assert_eq!(place.parent.is_none(), is_home(place.kind));
    }
    assert_eq!(depth.values().max(), Some(&4));
}

#[test]
fn every_name_that_a_thing_refers_to_exists() {
    let places: HashSet<_> = places().iter().map(|place| place.key).collect();
    let people: HashSet<_> = people().iter().map(|person| person.key).collect();
    let every: HashSet<_> = things().map(|thing| thing.key).collect();
    let documents: HashSet<_> = documents().iter().map(|document| document.key).collect();
    let mut earlier = HashSet::new();
    for thing in things() {
        match thing.at {
            At::Place(place) => assert!(places.contains(place), "{}: {place}", thing.key),
            At::Inside(holder) => assert!(earlier.contains(holder), "{}: {holder}", thing.key),
        }
        for (owner, _) in thing.owners {
            assert!(people.contains(owner), "{}: {owner}", thing.key);
        }
        for (_, other) in thing.ties {
            assert!(
                every.contains(other) && *other != thing.key,
                "{}: {other}",
                thing.key
            );
        }
        for document in thing.documents {
            assert!(documents.contains(document), "{}: {document}", thing.key);
        }
        if let Some(category) = thing.category {
            assert!(
                category_list::find(category).is_some(),
                "{}: {category}",
                thing.key
            );
        }
        assert!(earlier.insert(thing.key), "{} twice", thing.key);
    }
    for template in templates() {
        assert!(category_list::find(template.category).is_some());
        assert!(every.contains(template.of));
    }
    for guest in self::places().iter().flat_map(|place| place.guests) {
        assert!(people.contains(guest), "{guest}");
    }
    for price in new_prices() {
        assert!(every.contains(price.thing), "{}", price.thing);
    }
    for event in events() {
        assert!(people.contains(event.by));
        match event.deed {
            Deed::Move(things, At::Place(place)) => {
                assert!(things.iter().all(|thing| every.contains(thing)) && places.contains(place));
            }
            Deed::Move(things, At::Inside(thing)) => {
                assert!(things.iter().all(|thing| every.contains(thing)) && every.contains(thing));
            }
            Deed::Tag(things, _) => assert!(things.iter().all(|thing| every.contains(thing))),
            Deed::Value(thing, _)
            | Deed::Note(thing, _)
            | Deed::Double(thing)
            | Deed::DropPhoto(thing) => assert!(every.contains(thing), "{thing}"),
            Deed::Unpack(place) => assert!(places.contains(place), "{place}"),
        }
    }
}

#[test]
fn shares_add_up() {
    for thing in things().filter(|thing| !thing.owners.is_empty()) {
        let shares: u8 = thing.owners.iter().map(|(_, share)| share).sum();
        assert_eq!(shares, 100, "{}", thing.key);
    }
}

#[test]
fn what_is_private_has_an_owner() {
    let private: Vec<_> = things().filter(|thing| thing.private).collect();
    assert!(private.len() >= 2);
    assert!(private.iter().all(|thing| !thing.owners.is_empty()));
}

#[test]
fn every_thing_has_a_picture_and_those_outside_the_tray_a_name_and_a_category() {
    for thing in things() {
        assert!(!thing.photos.is_empty(), "{}", thing.key);
        assert_eq!(thing.name.is_some(), thing.category.is_some());
    }
    assert_eq!(things().filter(|thing| thing.name.is_none()).count(), 2);
}

#[test]
fn every_text_is_there_in_both_languages_or_in_neither() {
    let named = things().filter_map(|thing| thing.name);
    let about = things().flat_map(|thing| [thing.about, thing.notes, thing.colour]);
    let captions = things().flat_map(|thing| thing.photos).map(Photo::caption);
    let tags = things().flat_map(|thing| thing.tags).copied();
    let of_places = places().iter().flat_map(|place| [place.name, place.note]);
    let of_documents = documents()
        .iter()
        .flat_map(|document| [document.name, document.text]);
    for text in named
        .chain(about)
        .chain(captions)
        .chain(tags)
        .chain(of_places)
        .chain(of_documents)
    {
        assert_eq!(
            text.get(Lang::Sv).is_empty(),
            text.get(Lang::En).is_empty(),
            "{text:?}"
        );
    }
}

#[test]
fn every_number_and_mark_checks_out() {
    assert!(identifiers(IdentifierKind::Imei).count() >= 2);
    for kind in IdentifierKind::ALL {
        for text in identifiers(kind) {
            let parsed =
                Identifier::parse(kind, text).map(|identifier| identifier.text().to_owned());
            assert_eq!(parsed.as_deref(), Ok(text));
        }
    }
}

#[test]
fn what_happened_since_comes_in_order() {
    let days: Vec<_> = events().iter().map(|event| event.days).collect();
    assert!(days.is_sorted_by(|one, next| one >= next) && days.last() >= Some(&1));
}

#[test]
fn dates_lie_in_the_past_and_are_as_exact_as_they_say() {
    let today = jiff::civil::date(2026, 3, 31);
    for (when, date) in [
        (When::Days(31), "2026-02-28"),
        (When::Months(1), "2026-02"),
        (When::Years(6), "2020"),
    ] {
        assert_eq!(when.seen_from(today).to_string(), date);
    }
}
