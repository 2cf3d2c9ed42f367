//! What a division promises: nobody takes twice, turns are fair, and the sums are the whole.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::{
    item::Quantity,
    money::{Currency, Money},
};

const TODAY: Date = date(2026, 3, 1);

fn item(number: u128) -> ItemId {
    ItemId::from_uuid(Uuid::from_u128(number))
}

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

/// A division among so many, of things that are worth so much.
fn among(parties: usize, values: &[i64]) -> Division {
    let parties = (0..parties).map(|at| Party::named(&format!("Part {at}")));
    let details = DivisionDetails {
        name: "Hemmet".to_owned(),
        parties: parties.collect(),
        ..DivisionDetails::default()
    };
    let mut division = Division::new(DivisionId::from_uuid(Uuid::from_u128(1)), details);
    division.lots = values
        .iter()
        .zip(0..)
        .map(|(value, at)| Lot::new(item(at), Quantity::default(), Some(kr(*value))))
        .collect();
    division
}

fn play(division: &mut Division, made: Move) -> Result<(), Refusal> {
    division.play(&made, 7, TODAY, |_| true)
}

fn take(division: &mut Division, lot: u128, turn: u32) -> Result<(), Refusal> {
    let lot = item(lot);
    play(division, Move::Take { lot, turn })
}

fn evened(division: &Division) -> Vec<i64> {
    let standings = division.standings(|_| true);
    let evened = standings.iter().map(|it| it.evened.iter().next());
    evened.map(|it| it.map_or(0, |money| money.minor)).collect()
}

#[test]
fn who_begins_one_round_ends_the_next() {
    let row = |parties| (0..8).map(|turn| whose(turn, parties)).collect::<Vec<_>>();
    assert_eq!(row(2), [0, 1, 1, 0, 0, 1, 1, 0]);
    assert_eq!(row(3), [0, 1, 2, 2, 1, 0, 0, 1]);
}

#[test]
fn a_tap_that_was_overtaken_changes_nothing() {
    let mut division = among(2, &[100, 50, 20]);
    take(&mut division, 0, 0).unwrap();
    let after = division.clone();
    take(&mut division, 0, 0).unwrap();
    assert_eq!(take(&mut division, 1, 0), Err(Refusal::Overtaken));
    assert_eq!(take(&mut division, 0, 1), Err(Refusal::Overtaken));
    assert_eq!(take(&mut division, 9, 1), Err(Refusal::NoLot));
    assert_eq!(division, after);
    assert_eq!(
        division.turn(),
        Some(Turn {
            number: 1,
            party: 1
        })
    );
}

#[test]
fn whoever_gives_back_what_they_took_has_their_turn_again() {
    let mut division = among(2, &[100, 50, 20]);
    take(&mut division, 0, 0).unwrap();
    take(&mut division, 1, 1).unwrap();
    let back = |known| Move::Give {
        lot: item(0),
        to: None,
        known,
    };
    assert_eq!(play(&mut division, back(3)), Err(Refusal::Overtaken));
    play(&mut division, back(7)).unwrap();
    assert_eq!(
        division.turn(),
        Some(Turn {
            number: 0,
            party: 0
        })
    );
    play(&mut division, Move::Pass { turn: 0 }).unwrap();
    assert_eq!(
        division.turn(),
        Some(Turn {
            number: 2,
            party: 1
        })
    );
}

#[test]
fn what_is_personal_or_separate_is_neither_taken_nor_counted() {
    let mut division = among(2, &[100, 50]);
    division.lots[0].group = Group::Separate;
    division.lots[0].to = Some(0);
    assert_eq!(take(&mut division, 0, 0), Err(Refusal::Apart));
    take(&mut division, 1, 0).unwrap();
    assert_eq!(evened(&division), [-2_500, 2_500]);
    assert_eq!(division.turn(), None);
}

#[test]
fn what_only_one_wishes_for_falls_to_them() {
    let mut division = among(2, &[100, 50, 20]);
    let wish = |lot, party, rank| Move::Wish {
        lot: item(lot),
        party,
        rank,
    };
    let most = Some(Rank::Most);
    assert_eq!(
        play(&mut division, wish(0, 0, most)),
        Err(Refusal::NoWishes)
    );
    division.details.method = Method::Wishes;
    play(&mut division, wish(0, 0, most)).unwrap();
    play(&mut division, wish(1, 0, Some(Rank::Gladly))).unwrap();
    play(&mut division, wish(1, 1, most)).unwrap();
    assert_eq!(play(&mut division, wish(1, 2, most)), Err(Refusal::NoParty));
    play(&mut division, Move::Deal).unwrap();
    let owners: Vec<_> = division.lots.iter().map(|lot| lot.to).collect();
    assert_eq!(owners, [Some(0), None, None], "contested, or nobody's wish");
    play(&mut division, wish(1, 0, None)).unwrap();
    play(&mut division, Move::Deal).unwrap();
    assert_eq!(division.lots[1].to, Some(1));
}

#[test]
fn what_is_settled_stays_until_it_is_opened_again() {
    let mut division = among(2, &[100, 50]);
    play(&mut division, Move::Settle).unwrap();
    assert_eq!(division.settled, Some(TODAY));
    assert_eq!(take(&mut division, 0, 0), Err(Refusal::Settled));
    assert_eq!(division.turn(), None);
    play(&mut division, Move::Settle).unwrap();
    play(&mut division, Move::Reopen).unwrap();
    take(&mut division, 0, 0).unwrap();
}

#[test]
fn who_has_got_most_pays_those_who_have_got_least() {
    let mut division = among(3, &[90, 30, 0]);
    for turn in 0..3 {
        take(&mut division, turn.into(), turn).unwrap();
    }
    let paid = payments(&division.standings(|_| true));
    let told: Vec<_> = paid
        .iter()
        .map(|it| (it.from, it.to, it.amount.minor))
        .collect();
    assert_eq!(told, [(0, 2, 4_000), (0, 1, 1_000)]);
}

#[test]
fn parties_have_names_of_their_own_and_none_that_has_something_is_left_out() {
    let mut division = among(2, &[100]);
    assert!(division.details.check().or(()).is_ok());
    take(&mut division, 0, 0).unwrap();
    assert!(division.allows_parties(2) && !division.allows_parties(3));
    division.details.parties[1].name = "PART 0".to_owned();
    let invalid = division.details.check();
    assert_eq!(
        invalid.get("parties[1].name"),
        Some("error-division-party-twice")
    );
    division.details.parties.pop();
    let invalid = division.details.check();
    assert_eq!(invalid.get("parties"), Some("error-division-parties"));
}

proptest! {
    #[test]
    fn everybody_has_their_turns(parties in 2..=8_u32, rounds in 1..20_u32) {
        let mut turns = [0_u32; 8];
        for number in 0..parties * rounds * 2 {
            let who = whose(number, parties) as usize;
            prop_assert!(who < parties as usize);
            turns[who] += 1;
            let had = &turns[..parties as usize];
            let (most, least) = (had.iter().max().unwrap(), had.iter().min().unwrap());
            prop_assert!(most - least <= 2, "{had:?}");
        }
        prop_assert!(turns[..parties as usize].iter().all(|had| *had == rounds * 2));
        for round in 0..rounds {
            let base = round * parties * 2;
            let place = |who| (base..base + parties * 2).filter(|it| whose(*it, parties) == who).sum::<u32>();
            prop_assert!((1..parties).all(|who| place(who) == place(0)), "no place in the row is better than another");
        }
    }

    #[test]
    fn nothing_is_taken_twice_and_the_sums_are_the_whole(
        values in prop::collection::vec((0..100_000_i64, 1..4_u32), 1..12),
        parts in prop::collection::vec(1..5_u32, 2..=8),
        moves in prop::collection::vec((0..14_u128, 0..20_u32, 0..9_u32, any::<u8>()), 0..60),
    ) {
        let mut division = among(parts.len(), &[]);
        for (party, parts) in division.details.parties.iter_mut().zip(&parts) {
            party.parts = *parts;
        }
        division.lots = values.iter().zip(0..).map(|((minor, count), at)| {
            let value = Money::new(*minor, Currency::SEK);
            Lot::new(item(at), Quantity::new(*count).unwrap(), Some(value))
        }).collect();
        for ((lot, turn, party, what), now) in moves.into_iter().zip(1..) {
            let lot = item(lot);
            let known = division.lot(lot).map_or(0, |lot| lot.changed);
            let next = division.turn().map_or(turn, |next| next.number);
            let made = match what % 6 {
                0 => Move::Take { lot, turn },
                1 | 2 => Move::Take { lot, turn: next },
                3 => Move::Pass { turn: next },
                4 => Move::Give { lot, to: Some(party), known },
                _ => Move::Give { lot, to: None, known },
            };
            let before = division.clone();
            let taken = division.play(&made, now, TODAY, |_| true);
            if taken.is_err() {
                prop_assert_eq!(&division, &before);
            }
            if let (Move::Take { .. }, Ok(()), Some(next)) = (made, taken, before.turn()) {
                let changed = division.lots.iter().filter(|lot| before.lot(lot.item) != Some(*lot));
                for lot in changed {
                    prop_assert_eq!(before.lot(lot.item).unwrap().to, None);
                    prop_assert_eq!(lot.to, Some(next.party));
                }
            }
        }
        let mut turns: Vec<_> = division.lots.iter().filter_map(|lot| lot.turn).chain(division.passed.clone()).collect();
        turns.sort_unstable();
        let all = turns.len();
        turns.dedup();
        prop_assert_eq!(turns.len(), all, "each turn once");
        let standings = division.standings(|_| true);
        let sum = |sums: &Sums| sums.iter().map(|money| money.minor).sum::<i64>();
        let whole: i64 = values.iter().map(|(minor, count)| minor * i64::from(*count)).sum();
        let got: i64 = standings.iter().map(|it| sum(&it.got)).sum();
        prop_assert_eq!(got + sum(&division.undivided(|_| true)), whole);
        prop_assert_eq!(standings.iter().map(|it| sum(&it.due)).sum::<i64>(), got);
        prop_assert_eq!(standings.iter().map(|it| sum(&it.evened)).sum::<i64>(), 0);
        let mut after: Vec<i64> = standings.iter().map(|it| sum(&it.got)).collect();
        let paid = payments(&standings);
        prop_assert!(paid.len() < standings.len().max(1));
        for payment in paid {
            prop_assert!(payment.amount.minor > 0);
            after[payment.from] -= payment.amount.minor;
            after[payment.to] += payment.amount.minor;
        }
        let due: Vec<i64> = standings.iter().map(|it| sum(&it.due)).collect();
        prop_assert_eq!(after, due);
    }
}
