//! Filtering, sorting and paging.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::domain::query::{Sort, SortBy, Span, State};

fn sorted(by: SortBy, descending: bool) -> ItemQuery {
    ItemQuery::default().with_sort(Some(Sort { by, descending }))
}

#[test]
fn a_list_comes_in_every_order_and_what_lacks_the_key_last() {
    let mut cheap = thing(1, "Ärm");
    cheap.value = Some(-5);
    cheap.acquired = Some(date(1950, 1, 1));
    let mut dear = thing(2, "ask 10");
    dear.value = Some(700);
    dear.acquired = Some(date(2024, 2, 29));
    let mut unknown = thing(3, "Ask 9");
    unknown.changed = cheap.added;
    let shelf = Shelf::of([cheap, dear]);
    shelf.put([unknown]);
    let order = |by, descending| numbers(&shelf.search(&sorted(by, descending)).ids);
    assert_eq!(order(SortBy::Name, false), [3, 2, 1]);
    assert_eq!(order(SortBy::Name, true), [1, 2, 3]);
    assert_eq!(order(SortBy::Value, false), [1, 2, 3]);
    assert_eq!(order(SortBy::Value, true), [2, 1, 3]);
    assert_eq!(order(SortBy::Acquired, false), [1, 2, 3]);
    assert_eq!(order(SortBy::Acquired, true), [2, 1, 3]);
    assert_eq!(order(SortBy::Number, true), [3, 2, 1]);
    assert_eq!(order(SortBy::Added, false), [1, 2, 3]);
    assert_eq!(order(SortBy::Changed, true), [2, 3, 1]);
    let english = shelf
        .index
        .search(&sorted(SortBy::Name, false), MEMBER, Lang::En);
    assert_eq!(numbers(&english.expect("searched").ids), [1, 3, 2]);
}

/// Every page of a list, from the first to the last.
fn pages(shelf: &Shelf, query: &ItemQuery, mut between: impl FnMut(usize)) -> Vec<u128> {
    let mut query = query.clone();
    let mut seen = Vec::new();
    for page in 0.. {
        let results = shelf.search(&query);
        seen.extend(numbers(&results.ids));
        let Some(next) = results.next else { break };
        // The cursor goes through a link and back.
        let next = next.to_string().parse().expect("a cursor");
        query = query.with_after(next);
        between(page);
    }
    seen
}

#[test]
fn pages_neither_repeat_nor_skip_while_things_are_added() {
    let names = ["Ask", "Bok", "Bok", "Lampa", "Lampa", "Stol", "Ögla"];
    for by in SortBy::ALL {
        for descending in [false, true] {
            let shelf = Shelf::of((1..).zip(names).map(|(number, name)| thing(number, name)));
            let query = sorted(by, descending).with_limit(2);
            let seen = pages(&shelf, &query, |page| {
                let number = 100 + u32::try_from(page).expect("few");
                shelf.put([thing(number, "Bok")]);
            });
            let old: Vec<_> = seen.iter().filter(|number| **number < 100).collect();
            let distinct: BTreeSet<_> = seen.iter().collect();
            assert_eq!(distinct.len(), seen.len(), "{by:?}: none twice");
            assert_eq!(old.len(), names.len(), "{by:?}: none skipped");
        }
    }
}

#[test]
fn every_page_says_where_it_stands_and_leads_back() {
    let names = ["Ask", "Bok", "Bok", "Lampa", "Lampa", "Stol", "Ögla"];
    for by in SortBy::ALL {
        for descending in [false, true] {
            let shelf = Shelf::of((1..).zip(names).map(|(number, name)| thing(number, name)));
            shelf.put([thing(8, "Bok")]);
            let first = sorted(by, descending).with_limit(3);
            let mut forth = vec![(first.clone(), shelf.search(&first))];
            while let Some(next) = forth.last().and_then(|(_, page)| page.next.clone()) {
                let query = first.clone().with_after(next);
                forth.push((query.clone(), shelf.search(&query)));
            }
            let skipped: Vec<_> = forth.iter().map(|(_, page)| page.skipped).collect();
            assert_eq!(skipped, [0, 3, 6], "{by:?}");
            for pair in forth.windows(2) {
                let before = match &pair[1].1.previous {
                    Some(previous) => first.clone().with_after(previous.clone()),
                    None => first.clone(),
                };
                assert_eq!(before, pair[0].0, "{by:?}");
            }
        }
    }
}

#[test]
fn a_search_pages_in_its_order_while_things_are_added() {
    let shelf = Shelf::of((1..=9).map(|number| thing(number, "Röd lampa")));
    let query = ItemQuery::default().with_text("lampa").with_limit(2);
    let seen = pages(&shelf, &query, |page| {
        let number = 100 + u32::try_from(page).expect("few");
        shelf.put([thing(number, "Lampa")]);
    });
    assert_eq!(seen, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
}

#[test]
fn a_page_that_ended_with_a_thing_now_gone_still_has_a_next_one() {
    let shelf = Shelf::of((1..=4).map(|number| thing(number, &format!("Sak {number}"))));
    let query = sorted(SortBy::Name, false).with_limit(2);
    let next = shelf.search(&query).next.expect("a next page");
    let upto = shelf.index.indexed() + 1;
    shelf
        .index
        .apply([Ok(Change::Remove(id(2)))], upto)
        .expect("applied");
    assert_eq!(numbers(&shelf.search(&query.with_after(next)).ids), [3, 4]);
}

#[test]
fn the_later_of_two_changes_wins() {
    let shelf = Shelf::of([thing(1, "Gammal"), thing(1, "Ny")]);
    assert_eq!(shelf.find("gammal"), [0; 0]);
    assert_eq!(shelf.find("ny"), [1]);
    shelf.put([thing(1, "Nyast")]);
    assert_eq!(shelf.search(&ItemQuery::default()).total, 1);
}

fn few(ids: std::ops::Range<u128>) -> impl Strategy<Value = BTreeSet<Uuid>> {
    proptest::collection::btree_set(ids.prop_map(id), 0..3)
}

fn some(ids: std::ops::Range<u128>) -> impl Strategy<Value = Option<Uuid>> {
    proptest::option::weighted(0.3, ids.prop_map(id))
}

fn days() -> impl Strategy<Value = Date> {
    (1990i16..2026, 1i8..=12).prop_map(|(year, month)| date(year, month, 15))
}

fn span<T: std::fmt::Debug, S: Strategy<Value = T>>(
    ends: fn() -> S,
) -> impl Strategy<Value = Span<T>> {
    let end = || proptest::option::weighted(0.2, ends());
    (end(), end()).prop_map(|(from, to)| Span { from, to })
}

fn maybe() -> impl Strategy<Value = Option<bool>> {
    proptest::option::weighted(0.2, any::<bool>())
}

fn states() -> impl Strategy<Value = State> {
    proptest::sample::select(&State::ALL[..2])
}

prop_compose! {
    fn any_thing()(
        places in few(100..104),
        categories in few(200..203),
        tags in few(300..303),
        owners in few(400..402),
        value in proptest::option::of(0i64..2_000_000),
        acquired in proptest::option::of(days()),
        (has_photo, has_document, insured) in any::<(bool, bool, bool)>(),
        state in states(),
    ) -> Entry {
        let mut entry = thing(0, "Sak");
        entry.places = places.into_iter().collect();
        entry.categories = categories.into_iter().collect();
        entry.tags = tags.into_iter().map(|id| (id, String::new())).collect();
        entry.owners = owners.into_iter().map(|id| (id, String::new())).collect();
        Entry { state, value, acquired, has_photo, has_document, insured, ..entry }
    }
}

prop_compose! {
    fn any_query()(
        place in some(100..104),
        category in some(200..203),
        tags in few(300..303),
        owner in some(400..402),
        value in span(|| 0i64..2_000_000),
        acquired in span(days),
        (photo, document, insured) in (maybe(), maybe(), maybe()),
        state in states(),
    ) -> ItemQuery {
        let query = ItemQuery::default()
            .with_place(place)
            .with_category(category)
            .with_owner(owner)
            .with_value(value)
            .with_acquired(acquired)
            .with_photo(photo)
            .with_document(document)
            .with_insured(insured)
            .with_state(state);
        tags.into_iter().fold(query, ItemQuery::with_tag)
    }
}

fn holds(query: &ItemQuery, entry: &Entry) -> bool {
    let has_tag = |tag| entry.tags.iter().any(|(id, _)| id == tag);
    query
        .place
        .is_none_or(|place| entry.places.contains(&place))
        && query
            .category
            .is_none_or(|category| entry.categories.contains(&category))
        && query
            .owner
            .is_none_or(|owner| entry.owners.iter().any(|(id, _)| *id == owner))
        && query.tags.iter().all(has_tag)
        && query.value.holds(entry.value.as_ref())
        && query.acquired.holds(entry.acquired.as_ref())
        && query.photo.is_none_or(|photo| photo == entry.has_photo)
        && query
            .document
            .is_none_or(|document| document == entry.has_document)
        && query.insured.is_none_or(|insured| insured == entry.insured)
        && query.state == entry.state
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_list_holds_what_its_filters_say(
        entries in proptest::collection::vec(any_thing(), 1..60),
        queries in proptest::collection::vec(any_query(), 20),
    ) {
        let entries: Vec<_> = (1..)
            .zip(entries)
            .map(|(number, entry)| {
                let Entry { id, number, added, .. } = thing(number, "");
                Entry { id, number, added, ..entry }
            })
            .collect();
        // Two segments, the second replacing a thing of the first.
        let shelf = Shelf::of(entries.iter().take(30).cloned());
        shelf.put(entries.iter().skip(29).cloned());

        for query in queries {
            let expected: Vec<_> = entries.iter().rev().filter(|entry| holds(&query, entry)).collect();
            let results = shelf.search(&query);
            let ids: Vec<_> = expected.iter().map(|entry| entry.id).collect();
            prop_assert_eq!(results.total, ids.len() as u64);
            prop_assert_eq!(&results.ids, &ids);
            let value: i64 = expected.iter().filter_map(|entry| entry.value).sum();
            prop_assert_eq!(results.value, value);

            let counts = results.counts.expect("counted");
            for place in (100..104).map(id) {
                let switched = query.clone().with_place(Some(place));
                let count = entries.iter().filter(|entry| holds(&switched, entry)).count();
                prop_assert_eq!(counts.places.get(&place).copied().unwrap_or_default() as usize, count);
            }
            for (state, count) in &counts.states {
                let switched = query.clone().with_state(*state);
                let expected = entries.iter().filter(|entry| holds(&switched, entry)).count();
                prop_assert_eq!(*count as usize, expected);
            }
            for (span, count) in &counts.values {
                let switched = query.clone().with_value(*span);
                let expected = entries.iter().filter(|entry| holds(&switched, entry)).count();
                prop_assert_eq!(*count as usize, expected);
            }
            prop_assert_eq!(pages(&shelf, &query.clone().with_limit(7), |_| ()), numbers(&ids));
        }
    }
}
