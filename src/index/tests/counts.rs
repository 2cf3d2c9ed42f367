//! What the filters count.

use jiff::civil::date;

use super::*;
use crate::domain::query::{Span, State};

const HOUSE: Uuid = id(101);
const KITCHEN: Uuid = id(102);
const GARAGE: Uuid = id(103);
const TOOLS: Uuid = id(201);
const LENT: Uuid = id(301);
const OLD: Uuid = id(302);

fn shelf() -> Shelf {
    let mut kettle = thing(1, "Kittel");
    kettle.places = vec![KITCHEN, HOUSE];
    kettle.value = Some(50_000);
    kettle.acquired = Some(date(2020, 5, 1));
    kettle.has_photo = true;
    let mut drill = thing(2, "Borr");
    drill.places = vec![GARAGE, HOUSE];
    drill.categories = vec![TOOLS];
    drill.tags = vec![(LENT, "utlånad".to_owned()), (OLD, "gammal".to_owned())];
    drill.value = Some(120_000);
    drill.quantity = 3;
    let mut hammer = thing(3, "Hammare");
    hammer.places = vec![GARAGE, HOUSE];
    hammer.categories = vec![TOOLS];
    hammer.tags = vec![(LENT, "utlånad".to_owned())];
    hammer.acquired = Some(date(2020, 12, 31));
    let mut sold = thing(4, "Såg");
    sold.state = State::Archived;
    sold.places = vec![GARAGE, HOUSE];
    Shelf::of([kettle, drill, hammer, sold])
}

fn counts(shelf: &Shelf, query: &ItemQuery) -> super::super::Counts {
    shelf.search(query).counts.expect("counted")
}

#[test]
fn a_place_counts_everything_beneath_it() {
    let counts = counts(&shelf(), &ItemQuery::default());
    assert_eq!(counts.places[&HOUSE], 3);
    assert_eq!(counts.places[&GARAGE], 2);
    assert_eq!(counts.places[&KITCHEN], 1);
}

#[test]
fn a_filter_counts_its_other_choices_as_if_it_were_not_set() {
    let counts = counts(&shelf(), &ItemQuery::default().with_place(Some(KITCHEN)));
    assert_eq!(counts.places[&GARAGE], 2, "what a switch would give");
    assert_eq!(counts.categories.get(&TOOLS), None, "none in the kitchen");
    assert_eq!(counts.photo.yes, 1);
    assert_eq!(counts.photo.no, 0);
}

#[test]
fn tags_add_up() {
    let shelf = shelf();
    let query = ItemQuery::default().with_tag(LENT);
    assert_eq!(counts(&shelf, &query).tags[&OLD], 1);
    assert_eq!(numbers(&shelf.search(&query.with_tag(OLD)).ids), [2]);
    let unknown = ItemQuery::default().with_tag(id(999));
    assert_eq!(shelf.search(&unknown).total, 0);
}

#[test]
fn states_values_and_years_are_counted() {
    let counts = counts(&shelf(), &ItemQuery::default());
    assert_eq!(counts.states[&State::Active], 3);
    assert_eq!(counts.states[&State::Archived], 1);
    let span = |from, to| Span {
        from: Some(from),
        to: Some(to),
    };
    assert_eq!(
        counts.values,
        [(span(50_000, 99_999), 1), (span(100_000, 499_999), 1)]
    );
    assert_eq!(counts.unvalued, 1);
    assert_eq!(counts.years.into_iter().collect::<Vec<_>>(), [(2020, 2)]);
    assert_eq!(counts.undated, 1);
}

#[test]
fn totals_are_those_of_all_pages() {
    let results = shelf().search(&ItemQuery::default().with_limit(1));
    assert_eq!(results.ids.len(), 1);
    assert_eq!(results.total, 3);
    assert_eq!(results.value, 170_000);
    assert_eq!(results.pieces, 5);
}

#[test]
fn a_list_can_do_without_counts() {
    let results = shelf()
        .index
        .search_uncounted(&ItemQuery::default(), MEMBER, Lang::Sv)
        .expect("searched");
    assert_eq!(results.total, 3);
    assert_eq!(results.counts, None);
}

#[test]
fn counts_are_remembered_until_something_changes() {
    let shelf = shelf();
    let all = ItemQuery::default();
    let first = shelf.search(&all);
    let page = shelf.search(&all.clone().with_limit(1));
    assert_eq!(page.ids, first.ids[..1]);
    assert_eq!(
        (page.total, page.value, page.pieces, &page.counts),
        (first.total, first.value, first.pieces, &first.counts)
    );
    let next = shelf.search(&all.clone().with_after(page.next.expect("a page")));
    assert_eq!(next.ids, first.ids[1..]);
    assert_eq!(next.counts, first.counts);

    shelf.put([thing(90, "Kajak")]);
    let after = shelf.search(&all);
    assert_eq!(after.total, first.total + 1);
    assert_ne!(after.counts, first.counts);
}

#[test]
fn what_somebody_may_not_see_is_not_in_remembered_counts() {
    let shelf = shelf();
    let search = |sight| {
        let found = shelf.index.search(&ItemQuery::default(), sight, Lang::Sv);
        found.expect("searched").total
    };
    assert_eq!(search(MEMBER), 3);
    assert_eq!(search(Sight::Guest(id(998))), 0);
    assert_eq!(search(MEMBER), 3);
}
