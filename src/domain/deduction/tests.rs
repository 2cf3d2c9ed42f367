//! What tables pay.

use std::collections::BTreeMap;

use jiff::{
    Span,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::*;
use crate::domain::{
    country::Country,
    dates::PartialDate,
    exact::ExactSums,
    money::{Currency, Money},
    percent::Percent,
    text,
};

const TODAY: Date = date(2026, 11, 28);

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

fn percent(hundredths: u8) -> Percent {
    Percent::new(hundredths).unwrap()
}

fn usual() -> &'static Table {
    &typical(Country::Se).unwrap().table
}

fn new_price(price: Money) -> Prices {
    Prices {
        new_price: Some(price),
        ..Prices::default()
    }
}

fn ask(table: &Table, kind: Kind, prices: Prices, acquired: &str) -> Deducted {
    let acquired = (!acquired.is_empty()).then(|| acquired.parse().unwrap());
    deduct(table, Some(kind), prices, acquired, TODAY)
}

fn paid(table: &Table, kind: Kind, prices: Prices, acquired: &str) -> Payout {
    match ask(table, kind, prices, acquired) {
        Deducted::Pays(payout) => payout,
        Deducted::Unknown(why) => panic!("{why:?}"),
    }
}

fn row(steps: &[(u16, u8)], then: u8, floor: u8) -> Row {
    let steps = steps.iter().map(|(months, hundredths)| Step {
        months: *months,
        percent: percent(*hundredths),
    });
    Row {
        basis: Basis::New,
        steps: steps.collect(),
        then: percent(then),
        floor: percent(floor),
        cap: None,
    }
}

fn table(rows: impl IntoIterator<Item = (Kind, Row)>) -> Table {
    Table {
        insurer: "Bolaget".to_owned(),
        version: date(2026, 1, 1),
        source: "Villkor H 12".to_owned(),
        is_estimate: false,
        rows: rows.into_iter().collect(),
    }
}

#[test]
fn a_bike_of_three_and_a_half_years_is_paid_by_what_it_costs_new() {
    let prices = Prices {
        paid: Some(kr(6_000)),
        new_price: Some(kr(9_000)),
        market: Some(kr(2_000)),
    };
    let payout = paid(usual(), Kind::Bikes, prices, "2023-05-28");
    assert_eq!(payout.amount(), kr(4_950));
    assert_eq!((payout.basis, payout.price), (Basis::New, kr(9_000)));
    assert_eq!(
        (payout.percent, payout.reason),
        (percent(55), Reason::UpTo(48))
    );
    let age = payout.age.unwrap();
    assert_eq!((age.months, age.is_exact), (42, true));
    assert_eq!((payout.at_best, payout.capped), (None, None));
}

#[test]
fn a_step_holds_through_its_last_day() {
    let phone = |acquired| paid(usual(), Kind::Phones, new_price(kr(10_000)), acquired);
    assert_eq!(phone("2026-05-28").amount(), kr(10_000), "six months today");
    assert_eq!(phone("2026-05-27").amount(), kr(7_500));
    assert_eq!(phone("2023-11-28").amount(), kr(3_000));
    assert_eq!(phone("2023-11-27").amount(), kr(2_000));
    assert_eq!(phone("2023-11-27").reason, Reason::Over(36));
    assert_eq!(phone("1999").amount(), kr(2_000));
}

#[test]
fn of_a_date_known_to_its_year_the_oldest_is_taken_and_the_youngest_told() {
    let bike = |acquired| paid(usual(), Kind::Bikes, new_price(kr(10_000)), acquired);
    let year = bike("2024");
    assert_eq!(year.amount(), kr(7_000), "as of the first of January");
    assert!(!year.age.unwrap().is_exact);
    assert_eq!(year.at_best, Some(percent(85)), "as of New Year's Eve");
    let month = bike("2024-03");
    assert_eq!((month.percent, month.at_best), (percent(70), None));
    assert!(!month.age.unwrap().is_exact, "though it does not matter");
    assert_eq!(
        bike("2026").at_best,
        Some(Percent::ALL),
        "it may be from today"
    );
}

#[test]
fn valuables_are_worth_what_the_market_gives_whatever_their_age() {
    let prices = Prices {
        paid: Some(kr(500)),
        market: Some(kr(12_000)),
        ..Prices::default()
    };
    let ring = paid(usual(), Kind::Valuables, prices, "");
    assert_eq!(ring.amount(), kr(12_000));
    assert_eq!((ring.age, ring.reason), (None, Reason::AnyAge));
    assert_eq!(paid(usual(), Kind::Valuables, prices, "1887"), ring);
    assert_eq!(
        ask(usual(), Kind::Valuables, new_price(kr(1)), ""),
        Deducted::Unknown(Unknown::NoPrice(Basis::Market))
    );
}

#[test]
fn what_is_missing_is_told_and_not_guessed() {
    let ask = |kind, prices, acquired| ask(usual(), kind, prices, acquired);
    let price = new_price(kr(100));
    let none = Prices::default();
    let unknown = Deducted::Unknown;
    assert_eq!(ask(Kind::Bikes, price, ""), unknown(Unknown::NoDate));
    let (no_price, neither) = (
        Unknown::NoPrice(Basis::New),
        Unknown::NoDateNorPrice(Basis::New),
    );
    assert_eq!(ask(Kind::Bikes, none, "2020"), unknown(no_price));
    assert_eq!(ask(Kind::Bikes, none, ""), unknown(neither));
    assert_eq!(
        ask(Kind::Bikes, new_price(kr(-1)), "2020"),
        unknown(no_price)
    );
    assert_eq!(ask(Kind::Bikes, price, "2026-12"), unknown(Unknown::NotYet));
    let no_row = Unknown::NoRow(Kind::Furniture);
    assert_eq!(ask(Kind::Furniture, price, "2020"), unknown(no_row));
    let no_kind = deduct(usual(), None, price, Some(PartialDate::Year(2020)), TODAY);
    assert_eq!(no_kind, unknown(Unknown::NoKind));
}

#[test]
fn a_table_may_have_a_row_for_everything_else() {
    let other = table([(Kind::Other, row(&[(12, 100)], 50, 0))]);
    let sofa = paid(&other, Kind::Furniture, new_price(kr(100)), "2020");
    assert_eq!((sofa.kind, sofa.amount()), (Kind::Other, kr(50)));
}

#[test]
fn a_table_may_count_from_what_was_paid_down_to_a_floor_and_up_to_a_cap() {
    let bikes = Row {
        basis: Basis::Purchase,
        cap: Some(kr(10_000)),
        ..row(&[(12, 100), (24, 10)], 0, 20)
    };
    let own = table([(Kind::Bikes, bikes)]);
    let bought = |price| Prices {
        paid: Some(price),
        new_price: Some(kr(99_999)),
        ..Prices::default()
    };
    let dear = paid(&own, Kind::Bikes, bought(kr(18_000)), "2026-06-01");
    assert_eq!((dear.amount(), dear.capped), (kr(10_000), Some(kr(10_000))));
    assert_eq!(dear.percent, Percent::ALL, "of its price, before the cap");
    let fits = paid(&own, Kind::Bikes, bought(kr(10_000)), "2026-06-01");
    assert_eq!(fits.capped, None);
    let old = paid(&own, Kind::Bikes, bought(kr(1_000)), "2025-06-01");
    assert_eq!((old.amount(), old.reason), (kr(200), Reason::Floor));
    let abroad = bought(Money::new(100, "EUR".parse().unwrap()));
    assert_eq!(
        ask(&own, Kind::Bikes, abroad, "2026"),
        Deducted::Unknown(Unknown::CapCurrency)
    );
}

#[test]
fn several_things_are_added_up_before_they_are_rounded() {
    let odd = Money::new(10_001, Currency::SEK);
    let phone = paid(usual(), Kind::Phones, new_price(odd), "2025-03");
    assert_eq!(phone.amount().minor, 5_001, "half an öre up");
    let mut sums = ExactSums::default();
    sums.add(phone.exact(), 2);
    assert_eq!(sums.rounded().iter().next(), Some(odd));
}

#[test]
fn the_deductible_is_taken_once_from_an_incident() {
    let eur = |euros: i64| Money::new(euros * 100, "EUR".parse().unwrap());
    let settle = |amounts: &[Money], deductible| {
        let mut sums = ExactSums::default();
        for amount in amounts {
            sums.add(*amount, 1);
        }
        let settled = settle(&sums, deductible);
        (settled.paid.iter().collect::<Vec<_>>(), settled.untaken)
    };
    let own_risk = Some(kr(1_500));
    assert_eq!(
        settle(&[kr(1_000), kr(900)], own_risk),
        (vec![kr(400)], None)
    );
    assert_eq!(settle(&[kr(1_000)], None), (vec![kr(1_000)], None));
    assert_eq!(settle(&[kr(1_000)], own_risk), (vec![kr(0)], Some(kr(500))));
    assert_eq!(
        settle(&[eur(700), kr(2_000)], own_risk),
        (vec![eur(700), kr(500)], None)
    );
    assert_eq!(settle(&[eur(700)], own_risk), (vec![eur(700)], own_risk));
    assert_eq!(settle(&[], own_risk), (vec![], own_risk));
}

#[test]
fn what_no_table_can_say_is_told_by_field() {
    let long = Table {
        insurer: "x".repeat(text::LINE + 1),
        source: "x".repeat(text::PROSE + 1),
        ..table([])
    };
    let told: Vec<_> = long.check().iter().map(|(_, why)| why).collect();
    assert_eq!(
        told,
        ["error-too-long", "error-too-long", "error-rows-none"]
    );
    let wrong = |row: Row| {
        let invalid = table([(Kind::Bikes, row)]).check();
        invalid
            .iter()
            .map(|(field, why)| (field.to_owned(), why))
            .collect::<Vec<_>>()
    };
    let steps = |why| vec![("rows.bikes.steps".to_owned(), why)];
    assert_eq!(
        wrong(row(&[(12, 90), (6, 80)], 0, 0)),
        steps("error-steps-order")
    );
    assert_eq!(
        wrong(row(&[(6, 90), (6, 80)], 0, 0)),
        steps("error-steps-order")
    );
    assert_eq!(wrong(row(&[(0, 90)], 0, 0)), steps("error-steps-order"));
    assert_eq!(
        wrong(row(&[(6, 80), (12, 90)], 0, 0)),
        steps("error-steps-rise")
    );
    assert_eq!(wrong(row(&[(6, 80)], 90, 0)), steps("error-steps-rise"));
    let many: Vec<_> = (1..=101).map(|months| (months, 50)).collect();
    assert_eq!(wrong(row(&many, 50, 0)), steps("error-too-many"));
    assert!(wrong(row(&[], 100, 0)).is_empty(), "the same at every age");
}

#[test]
fn a_table_reads_back_as_it_was_stored() {
    let bytes = minicbor::to_vec(usual()).unwrap();
    assert_eq!(minicbor::decode::<Table>(&bytes).unwrap(), *usual());
}

/// A row that passes its check.
fn rows() -> impl Strategy<Value = Row> {
    let steps = prop::collection::btree_map(1..200_u16, 0..=100_u8, 0..8);
    (
        steps,
        0..=100_u8,
        0..=100_u8,
        prop::option::of(0..50_000_i64),
    )
        .prop_map(|(steps, then, floor, cap)| {
            let (months, mut percents): (Vec<u16>, Vec<u8>) = steps.into_iter().unzip();
            percents.push(then);
            percents.sort_unstable_by(|a, b| b.cmp(a));
            let then = percents.pop().unwrap_or_default();
            let steps: Vec<_> = months.into_iter().zip(percents).collect();
            Row {
                cap: cap.map(kr),
                ..row(&steps, then, floor)
            }
        })
}

fn days_before_today(days: i32) -> Date {
    TODAY.saturating_sub(Span::new().days(days))
}

/// What a row pays for something that came on a date.
fn pays(row: &Row, price: Money, acquired: PartialDate) -> Payout {
    let one = table([(Kind::Bikes, row.clone())]);
    match deduct(
        &one,
        Some(Kind::Bikes),
        new_price(price),
        Some(acquired),
        TODAY,
    ) {
        Deducted::Pays(payout) => payout,
        Deducted::Unknown(why) => panic!("{why:?}"),
    }
}

proptest! {
    #[test]
    fn what_is_older_is_never_paid_more_for(
        row in rows(), minor in 0..10_000_000_i64, days in 0..8_000_i32, older in 0..3_000_i32,
    ) {
        prop_assert!(row.check().is_empty());
        let price = Money::new(minor, Currency::SEK);
        let payout = |days| pays(&row, price, PartialDate::Day(days_before_today(days)));
        prop_assert!(payout(days + older).exact().hundredths() <= payout(days).exact().hundredths());
    }

    #[test]
    fn an_amount_is_never_over_its_price_or_the_cap_nor_under_the_floor(
        row in rows(), minor in 0..10_000_000_i64, days in 0..8_000_i32,
    ) {
        let price = Money::new(minor, Currency::SEK);
        let payout = pays(&row, price, PartialDate::Day(days_before_today(days)));
        let exact = payout.exact().hundredths();
        prop_assert!(payout.amount().minor <= minor);
        prop_assert!(row.cap.is_none_or(|cap| payout.amount().minor <= cap.minor));
        prop_assert!(payout.percent >= row.floor);
        let floor = i128::from(minor) * i128::from(row.floor.get());
        prop_assert!(exact >= row.cap.map_or(floor, |cap| floor.min(i128::from(cap.minor) * 100)));
    }

    #[test]
    fn a_date_that_is_no_day_never_promises_more_than_any_of_its_days(
        row in rows(), days in 0..8_000_i32, whole in any::<bool>(),
    ) {
        let day = days_before_today(days);
        let inexact = if whole { PartialDate::Year(day.year()) } else { PartialDate::Month(day.year(), day.month()) };
        let (told, true_one) = (pays(&row, kr(9_999), inexact), pays(&row, kr(9_999), PartialDate::Day(day)));
        prop_assert!(told.amount().minor <= true_one.amount().minor);
        prop_assert!(told.percent <= true_one.percent);
        prop_assert!(told.at_best.unwrap_or(told.percent) >= true_one.percent);
    }
}

#[test]
fn each_kind_that_is_stored_is_told_by_its_number() {
    let rows: BTreeMap<Kind, u8> = Kind::ALL.into_iter().zip(0..).collect();
    let bytes = minicbor::to_vec(&rows).unwrap();
    let numbered: BTreeMap<u8, u8> = minicbor::decode(&bytes).unwrap();
    assert!(numbered.iter().all(|(kind, number)| kind == number));
}
