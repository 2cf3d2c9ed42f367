//! What a thing is worth is told by the household's own terms, and what is missing only of what one sees.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::*;
use crate::{
    access::Viewer,
    actions::{items, tests::Home},
    domain::{
        category_list::find,
        deduction::{Basis, Row as TableRow, Unknown},
        item::{Quantity, Share},
        money::Currency,
        percent::Percent,
        person::Role,
    },
    store::Expect,
};

const TODAY: Date = date(2026, 11, 22);

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

fn category(home: &Home, key: &str) -> CategoryId {
    assert!(find(key).is_some(), "{key} is no category");
    let all = home.store.read().unwrap().all::<Category>().unwrap();
    let found = all.iter().find(|row| row.key.as_deref() == Some(key));
    found.unwrap().id
}

fn owned(home: &Home, name: &str, key: &str, with: impl FnOnce(&mut Details)) -> Row<Item> {
    let mut details = Details {
        category: Some(category(home, key)),
        ..Details::named(name)
    };
    with(&mut details);
    items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value
}

fn told(home: &Home, item: &Item) -> Deducted {
    let rows = home.store.read().unwrap();
    let terms = Terms::of_household(&rows, &home.editor()).unwrap().unwrap();
    deducted(&rows, &terms, item, TODAY).unwrap().unwrap()
}

fn holdings(home: &Home, who: &Viewer) -> Holdings {
    Holdings::of(&home.store.read().unwrap(), &who.editor().unwrap()).unwrap()
}

#[test]
fn a_policy_with_a_table_of_its_own_takes_the_place_of_what_is_usual() {
    let home = Home::new();
    let bicycle = owned(&home, "Cykel", "vehicles.bicycles", |details| {
        details.new_price = Some(kr(10_000));
        details.acquired.price = Some(kr(8_000));
        details.acquired.on = "2022-06-01".parse().ok();
    });
    let Deducted::Pays(usual) = told(&home, &bicycle) else {
        panic!("it is told by what is usual");
    };
    assert_eq!((usual.basis, usual.amount()), (Basis::New, kr(4_000)));

    let mut policy = PolicyDetails {
        insurer: "Svalan".to_owned(),
        ..PolicyDetails::of_sum(kr(1_000_000))
    };
    let manager = home.manager();
    let row = policies::add(&home.store, &manager, policy.clone()).unwrap();
    assert_eq!(told(&home, &bicycle), Deducted::Pays(usual));
    let half = TableRow {
        basis: Basis::Purchase,
        steps: Vec::new(),
        then: Percent::new(50).unwrap(),
        floor: Percent::NONE,
        cap: None,
    };
    policy.table = TableChoice::Own(Table {
        insurer: String::new(),
        version: date(2026, 1, 1),
        source: String::new(),
        is_estimate: false,
        rows: BTreeMap::from([(Kind::Bikes, half)]),
    });
    policies::change(&home.store, &manager, row.value.id, Expect::Any, policy).unwrap();
    let Deducted::Pays(own) = told(&home, &bicycle) else {
        panic!("it is told by their own");
    };
    assert_eq!((own.basis, own.amount()), (Basis::Purchase, kr(4_000)));
}

#[test]
fn what_cannot_be_told_says_why() {
    let home = Home::new();
    let bicycle = owned(&home, "Cykel", "vehicles.bicycles", |_| {});
    let neither = Unknown::NoDateNorPrice(Basis::New);
    assert_eq!(told(&home, &bicycle), Deducted::Unknown(neither));
    let folder = owned(&home, "Pärm", "documents", |_| {});
    assert_eq!(told(&home, &folder), Deducted::Unknown(Unknown::NoKind));
}

#[test]
fn a_thing_counts_at_what_it_costs_new_and_a_valuable_at_what_it_is_worth() {
    let home = Home::new();
    let chairs = owned(&home, "Stolar", "furniture", |details| {
        details.quantity = Quantity::new(4).unwrap();
        details.new_price = Some(kr(1_000));
        details.value = Some(kr(300));
    });
    let ring = owned(&home, "Ring", "jewellery.rings", |details| {
        details.value = Some(kr(20_000));
        details.new_price = Some(kr(15_000));
    });
    owned(&home, "Penna", "furniture", |_| {});
    owned(&home, "Segelbåt", "boating.boats", |details| {
        details.value = Some(kr(300_000));
    });
    let all = holdings(&home, &home.anna);
    assert_eq!((all.unpriced, all.elsewhere), (1, 1));
    assert_eq!(all.total().iter().collect::<Vec<_>>(), [kr(24_000)]);
    let valuables: Vec<_> = all.valuables().iter().map(|one| one.id).collect();
    assert_eq!(valuables, [ring.id]);
    let policy = PolicyDetails {
        single_limit: Some(kr(900)),
        valuables_limit: Some(kr(20_000)),
        ..PolicyDetails::of_sum(kr(24_000))
    };
    let missing = all.against(&policy);
    assert_eq!((missing.all, missing.valuables), (None, None));
    let single: Vec<_> = missing.single.iter().map(|(id, _)| *id).collect();
    assert_eq!(single, [ring.id, chairs.id], "the dearest first");
}

#[test]
fn what_is_private_to_somebody_counts_for_them_alone() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    owned(&home, "Present", "furniture", |details| {
        details.value = Some(kr(500));
        details.private = true;
        details.owners = vec![Share {
            person: home.anna.person(),
            parts: 1,
        }];
    });
    assert_eq!(holdings(&home, &home.anna).priced.len(), 1);
    let his = holdings(&home, &erik);
    assert_eq!((his.priced.len(), his.unpriced), (0, 0));
}

#[test]
fn a_new_price_is_dated_today_unless_somebody_says_when() {
    let home = Home::new();
    let lamp = owned(&home, "Lampa", "furniture", |details| {
        details.new_price = Some(kr(500));
    });
    assert_eq!(lamp.details.priced_on, Some(TODAY));
    let change = |with: &dyn Fn(&mut Details)| {
        let mut details = home.now(lamp.id).details.clone();
        with(&mut details);
        let saved = items::change(&home.store, &home.editor(), lamp.id, Expect::Any, details);
        saved.unwrap().value.body.details.priced_on
    };
    let day = date(2026, 3, 1);
    let dated = change(&|details| {
        details.new_price = Some(kr(600));
        details.priced_on = Some(day);
    });
    assert_eq!(dated, Some(day));
    let elsewhere = change(&|details| details.priced_at = " Lampor & ljus ".to_owned());
    assert_eq!(elsewhere, Some(day), "the price is the same");
    assert_eq!(home.now(lamp.id).details.priced_at, "Lampor & ljus");
    assert_eq!(change(&|details| details.new_price = None), None);
}
