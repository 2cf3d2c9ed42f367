//! The demo household hangs together: every name that something refers to exists.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::domain::category_list;

fn identifiers() -> impl Iterator<Item = &'static Identifier> {
    things().flat_map(|thing| thing.identifiers)
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = digit.to_digit(10).unwrap();
            match (place % 2, digit * 2) {
                (0, _) => digit,
                (_, double @ 10..) => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    sum.is_multiple_of(10)
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
        .filter_map(|thing| thing.value)
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
        assert_eq!(place.parent.is_none(), place.kind != PlaceKind::Part);
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
        for tie in thing.ties {
            let (Tie::Set(other) | Tie::AccessoryOf(other) | Tie::Replaces(other)) = tie;
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
fn phones_have_numbers_that_check_out() {
    let numbers: Vec<_> = identifiers()
        .filter_map(|identifier| match identifier {
            Identifier::Imei(digits) => Some(*digits),
            _ => None,
        })
        .collect();
    assert!(numbers.len() >= 2);
    for number in numbers {
        assert!(number.len() == 15 && passes_luhn(number), "{number}");
    }
}

#[test]
fn vehicles_have_seventeen_characters_without_those_that_look_like_digits() {
    for identifier in identifiers() {
        if let Identifier::Vin(number) = identifier {
            assert_eq!(number.len(), 17);
            assert!(
                number
                    .chars()
                    .all(|c| c.is_ascii_digit() || (c.is_ascii_uppercase() && !"IOQ".contains(c)))
            );
        }
    }
}

#[test]
fn dates_lie_in_the_past_and_are_as_exact_as_they_say() {
    let today = jiff::civil::date(2026, 3, 31);
    let date = |year, month, day| PartialDate { year, month, day };
    assert_eq!(
        When::Days(31).seen_from(today),
        date(2026, Some(2), Some(28))
    );
    assert_eq!(When::Months(1).seen_from(today), date(2026, Some(2), None));
    assert_eq!(When::Years(6).seen_from(today), date(2020, None, None));
}
