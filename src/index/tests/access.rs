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
        shown_to(3, &[Audience::Household, Audience::Person(GUEST)]),
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
        assert_eq!(seen(&shelf, Sight::Everything, text), [1, 2, 3, 4]);
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
