//! What weighs how much, and that documenting never makes anybody less ready.

use proptest::prelude::*;

use super::*;

const EUR: &str = "EUR";

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

fn eur(euros: i64) -> Money {
    Money::new(euros * 100, EUR.parse().unwrap())
}

fn case(of: &[Evidence]) -> Case {
    of.iter()
        .fold(Case::default(), |case, one| case.with(*one, true))
}

fn thing(id: u32, worth: impl Into<Option<Money>>, of: &[Evidence]) -> Measured<u32> {
    Measured {
        id,
        worth: worth.into(),
        case: case(of),
        listed: false,
    }
}

fn measured(things: &[Measured<u32>]) -> Readiness<u32> {
    measure(things, Currency::SEK, Besides::default())
}

#[test]
fn a_thing_weighs_what_it_is_worth() {
    use Evidence::{Identifier, Photo, Proof, Value};
    let things = [
        thing(1, kr(900), &[Photo, Proof, Value]),
        thing(2, kr(100), &[Identifier]),
    ];
    let told = measured(&things);
    assert_eq!(told.worth, Some(kr(1000)));
    let shares = told.shares;
    let found = [
        shares.photo,
        shares.identifier,
        shares.proof,
        shares.value,
        shares.recognised,
    ];
    assert_eq!(found.map(PerMille::get), [900, 100, 900, 900, 1000]);
    assert_eq!(shares.know.get(), 950);
    assert_eq!(shares.kept.get(), 900);
    assert_eq!(shares.control.get(), 50, "no backup");
    assert_eq!(shares.all.get(), 560, "2800 of five times 1000");
}

#[test]
fn what_cannot_be_weighed_is_counted_apart() {
    let photo = [Evidence::Photo];
    let things = [
        thing(1, kr(10), &photo),
        thing(2, None, &[]),
        thing(3, eur(10_000), &[]),
        thing(4, eur(5), &[]),
    ];
    let told = measured(&things);
    assert_eq!((told.things, told.valueless, told.foreign), (4, 1, 2));
    assert_eq!(told.foreign_worth.iter().next(), Some(eur(10_005)));
    assert_eq!(told.shares.photo, PerMille::ALL);
    let first: Vec<_> = told.first.iter().map(|one| one.id).collect();
    assert_eq!(first, [1]);
}

#[test]
fn without_values_each_thing_is_one() {
    let things = [
        thing(1, None, &[Evidence::Photo]),
        thing(2, None, &[]),
        thing(3, eur(8), &[Evidence::Photo]),
        thing(4, kr(0), &[]),
    ];
    let told = measured(&things);
    assert_eq!(told.worth, None);
    assert_eq!(told.shares.photo.get(), 500);
    let first: Vec<_> = told.first.iter().map(|one| one.id).collect();
    assert_eq!(first, [2, 4, 1, 3], "what lacks most, then what came first");
}

#[test]
fn nothing_at_all_is_no_share_of_anything() {
    let told = measured(&[]);
    assert_eq!(told.shares, Shares::default());
    assert!(told.first.is_empty());
}

#[test]
fn only_all_is_all() {
    assert_eq!(PerMille::of(999_999, 1_000_000).get(), 999);
    assert_eq!(PerMille::of(5, 5), PerMille::ALL);
    assert_eq!(PerMille::of(i128::MAX, 1), PerMille::ALL);
}

#[test]
fn a_policy_and_a_backup_are_there_or_not() {
    let things = [thing(1, kr(10), &Evidence::ALL)];
    let bare = measured(&things).shares;
    assert_eq!((bare.policy, bare.backup), (PerMille::NONE, PerMille::NONE));
    assert_eq!(bare.all.get(), 800);
    let besides = Besides {
        policies: 2,
        backup: true,
    };
    let full = measure(&things, Currency::SEK, besides).shares;
    assert_eq!(
        [full.policy, full.backup, full.control, full.all],
        [PerMille::ALL; 4]
    );
}

#[test]
fn ten_come_first_and_none_that_lacks_nothing() {
    let mut things: Vec<_> = (0..20).map(|id| thing(id, kr(100), &[])).collect();
    things.push(thing(20, kr(90_000), &Evidence::ALL));
    things.push(thing(21, kr(500), &[Evidence::Photo]));
    let first = measured(&things).first;
    assert_eq!(first.len(), FIRST);
    assert_eq!(first[0].id, 21, "1500 are missing there, 400 elsewhere");
    let missing: Vec<_> = first[0].case.missing().collect();
    let rest = [Evidence::Identifier, Evidence::Proof, Evidence::Value];
    assert_eq!(missing, rest);
}

fn any_worth() -> impl Strategy<Value = Option<Money>> {
    prop_oneof![
        Just(None),
        (0..=i64::MAX).prop_map(|minor| Some(Money::new(minor, Currency::SEK))),
        (0..10_000i64).prop_map(|minor| Some(Money::new(minor, Currency::SEK))),
        (0..10_000i64).prop_map(|euros| Some(eur(euros))),
    ]
}

fn any_thing() -> impl Strategy<Value = (Option<Money>, u8, bool)> {
    (any_worth(), 0..16u8, any::<bool>())
}

fn all_of(shares: &Shares) -> [PerMille; 12] {
    [
        shares.all,
        shares.know,
        shares.kept,
        shares.policy,
        shares.list,
        shares.control,
        shares.photo,
        shares.identifier,
        shares.proof,
        shares.value,
        shares.recognised,
        shares.backup,
    ]
}

proptest! {
    #[test]
    fn documenting_the_first_never_lowers_a_share(
        things in prop::collection::vec(any_thing(), 0..40),
        policies in 0..3usize,
        backup in any::<bool>(),
        which in 0..4usize,
    ) {
        let besides = Besides { policies, backup };
        let mut things: Vec<_> = (0..)
            .zip(things)
            .map(|(id, (worth, bits, listed))| Measured { id, worth, case: Case(bits), listed })
            .collect();
        let before = measure(&things, Currency::SEK, besides);
        for share in all_of(&before.shares) {
            prop_assert!(share <= PerMille::ALL);
        }
        prop_assert!(before.first.len() <= FIRST);
        if let Some(first) = before.first.first() {
            let missing: Vec<_> = first.case.missing().collect();
            let documented = missing[which % missing.len()];
            let thing: &mut Measured<usize> = &mut things[first.id];
            thing.case = thing.case.with(documented, true);
            let after = measure(&things, Currency::SEK, besides);
            for (before, after) in all_of(&before.shares).into_iter().zip(all_of(&after.shares)) {
                prop_assert!(after >= before, "{after:?} < {before:?}");
            }
        }
    }
}
