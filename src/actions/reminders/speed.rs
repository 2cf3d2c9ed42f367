//! How long a day's round takes over many things with many dates, and how long the page of it.

use std::time::Instant;

use jiff::{ToSpan as _, civil::date};

use super::{tests::channel, *};
use crate::{
    actions::{items, tests::Home},
    domain::{
        dates::PartialDate,
        item::{Acquired, Acquisition, Details},
        loan::{Loan, LoanDetails},
        money::{Currency, Money},
        plan::{Plan, PlanDetails},
        rhythm::Rhythm,
        warranty::{Term, Warranty, WarrantyDetails},
    },
};

/// How many things there are; each has five dates.
const THINGS: usize = 10_000;

#[test]
#[ignore = "prints times; for a release build"]
fn a_day_s_round_over_ten_thousand_things_with_five_dates_each() {
    let home = Home::new();
    // The days of a thing lie somewhere in three years around today.
    let day = |number: usize| {
        let days = i64::try_from(number * 7919 % 1096).unwrap();
        date(2025, 5, 24).saturating_add(days.days())
    };
    let things = (0..THINGS).map(|number| Details {
        acquired: Acquired {
            how: Some(Acquisition::Bought),
            on: Some(PartialDate::Day(day(number).saturating_sub(3.years()))),
            ..Acquired::default()
        },
        value: Some(Money::new(10_000, Currency::SEK)),
        valued_on: Some(day(number + 1).saturating_sub(2.years())),
        ..Details::named("Sak")
    });
    let things = items::add_many(&home.store, &home.editor(), things.collect()).unwrap();
    let clock = home.store.clock();
    let by = Some(home.anna.person());
    let written = home.store.write(by, "item-add", |tx| {
        for (number, item) in things.value.iter().map(|row| row.id).enumerate() {
            let warranty = WarrantyDetails {
                provider: "Elbyn".to_owned(),
                term: Term::Until(day(number + 2)),
                ..WarrantyDetails::default()
            };
            let plan = PlanDetails {
                what: "Olja".to_owned(),
                note: String::new(),
                rhythm: Rhythm::Fixed("P1Y".parse().unwrap()),
                first: day(number + 3),
                season: None,
                who: None,
            };
            let loan = LoanDetails {
                due: Some(day(number + 4)),
                ..LoanDetails::since(date(2025, 1, 1), "Kalle".to_owned())
            };
            let (id, details) = (clock.id(), warranty);
            tx.put(Warranty { id, item, details }, Expect::Any)?;
            let (id, details) = (clock.id(), plan);
            tx.put(Plan { id, item, details }, Expect::Any)?;
            let (id, details) = (clock.id(), loan);
            tx.put(Loan { id, item, details }, Expect::Any)?;
        }
        Ok(())
    });
    written.unwrap();
    channel(&home, &home.anna);
    for days in ["the first", "the next", "the next"] {
        let started = Instant::now();
        let told = hold_round(&home.store, home.anna.person()).unwrap();
        let took = started.elapsed();
        assert!(told, "something is due every day");
        let waiting = home
            .store
            .read()
            .unwrap()
            .reminding(home.anna.person())
            .unwrap();
        let waiting = waiting.channels[0]
            .waiting
            .as_ref()
            .unwrap()
            .reminders
            .len();
        println!("{days} round: {took:.1?}, {waiting} reminders wait");
        clock.advance(24 * 60 * 60);
    }
    let rows = home.store.read().unwrap();
    let started = Instant::now();
    let due = due(&rows, &home.anna, clock.today()).unwrap().len();
    println!("the page of {due}: {:.1?}", started.elapsed());
}
