//! Nobody finds, counts or guesses what they may not see.

use super::*;
use crate::domain::sight::Audience;

const ANNA: Uuid = Uuid::from_u128(1_001);
const BO: Uuid = Uuid::from_u128(1_002);
const GUEST: Uuid = Uuid::from_u128(1_003);

fn shown_to(number: u32, audiences: &[Audience]) -> Entry {
    let mut entry = thing(number, "Lampa");
    entry.value = Some(100);
    entry.tags = vec![(id(7), "Ljus".to_owned())];
    entry.shown_to = audiences.to_vec();
    entry
}

fn shelf() -> Shelf {
    Shelf::of([
        shown_to(1, &[Audience::Household]),
        shown_to(2, &[Audience::Person(ANNA)]),
        shown_to(3, &[Audience::Household, Audience::Guest(GUEST)]),
        shown_to(4, &[]),
    ])
}

fn seen(shelf: &Shelf, sight: Sight, text: &str) -> Vec<u128> {
    let query = ItemQuery::default().with_text(text);
    let results = shelf.index.search(&query, sight, Lang::Sv);
    let results = results.expect("searched");
    let mut numbers = numbers(&results.ids);
    numbers.sort_unstable();

    // Counts and sums are those of what is seen.
    assert_eq!(results.total, numbers.len() as u64);
    assert_eq!(
        results.value,
        100 * i64::try_from(numbers.len()).expect("few")
    );
    let tagged = results.counts.expect("counted").tags.get(&id(7)).copied();
    assert_eq!(tagged.unwrap_or_default() as usize, numbers.len());
    numbers
}

#[test]
fn everybody_sees_what_is_theirs_to_see() {
    let shelf = shelf();
    for text in ["", "lampa"] {
        assert_eq!(seen(&shelf, Sight::Member(ANNA), text), [1, 2, 3]);
        assert_eq!(seen(&shelf, Sight::Member(BO), text), [1, 3]);
        assert_eq!(seen(&shelf, Sight::Guest(GUEST), text), [3]);
        assert_eq!(seen(&shelf, Sight::Guest(BO), text), [0; 0]);
    }
}

#[test]
fn selecting_all_and_suggesting_see_no_more() {
    let shelf = shelf();
    let all = shelf
        .index
        .ids(&ItemQuery::default(), Sight::Member(BO), Lang::Sv);
    assert_eq!(numbers(&all.expect("ids")), [3, 1]);
    let suggested = shelf.index.suggest("lam", Sight::Guest(GUEST), Lang::Sv, 9);
    assert_eq!(numbers(&suggested.expect("suggested")), [3]);
}

#[test]
fn what_others_hide_does_not_change_what_is_guessed() {
    let hidden = (10..40).map(|number| shown_to(number, &[Audience::Person(ANNA)]));
    let shelf = Shelf::of(hidden.chain([thing(1, "Lanpa")]));
    let query = ItemQuery::default().with_text("lampa");
    let seen = shelf.index.search(&query, Sight::Member(BO), Lang::Sv);
    assert_eq!(numbers(&seen.expect("searched").ids), [1]);
}

#[test]
fn who_sees_less_of_where_a_thing_is_finds_it_by_that_alone() {
    const HOUSE: Uuid = id(101);
    const KITCHEN: Uuid = id(102);
    let mut kettle = shown_to(1, &[Audience::Household]);
    kettle.places = vec![HOUSE, KITCHEN];
    kettle.place_names = vec!["Villan".to_owned(), "Köket".to_owned()];
    kettle.container_names = vec!["Skåpet".to_owned()];
    kettle.glimpses = vec![Glimpse {
        shown_to: vec![Audience::Guest(GUEST)],
        places: vec![KITCHEN],
        place_names: vec!["Köket".to_owned()],
        container_names: Vec::new(),
    }];
    let shelf = Shelf::of([kettle.clone()]);
    let guest = Sight::Guest(GUEST);
    for text in ["", "lampa", "villan", "köket", "skåpet"] {
        assert_eq!(seen(&shelf, Sight::Member(ANNA), text), [1], "{text}");
    }
    for text in ["", "lampa", "köket"] {
        assert_eq!(seen(&shelf, guest, text), [1], "{text}");
    }
    for text in ["villan", "vilan", "vill", "\"villan köket\"", "skåp"] {
        assert_eq!(seen(&shelf, guest, text), [0; 0], "{text}");
    }
    let not_the_house = ItemQuery::default().with_text("-villan");
    let found = shelf.index.search(&not_the_house, guest, Lang::Sv);
    assert_eq!(numbers(&found.expect("searched").ids), [1]);
    let in_the_house = ItemQuery::default().with_place(Some(HOUSE));
    let found = shelf.index.search(&in_the_house, guest, Lang::Sv);
    let found = found.expect("searched");
    assert_eq!(found.total, 0);
    let places = found.counts.expect("counted").places;
    assert_eq!(places.into_iter().collect::<Vec<_>>(), [(KITCHEN, 1)]);

    kettle.glimpses.clear();
    shelf.put([kettle]);
    assert_eq!(seen(&shelf, guest, ""), [0; 0], "no glimpse is left behind");
}
