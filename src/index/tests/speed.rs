//! How long it takes, printed: `cargo test --release --lib index::tests::speed -- --ignored --nocapture`.

use std::time::Instant;

use jiff::civil::date;

use super::*;
use crate::domain::{
    query::{Sort, SortBy},
    sight::Audience,
};

#[path = "../../../tests/measure/src/belongings.rs"]
mod belongings;

const PERSON: Uuid = id(1_000_001);

/// A believable thing, as the index takes it.
fn believable(number: u32) -> Entry {
    let thing = belongings::believable(number);
    let mut entry = super::thing(number, &thing.name);
    entry.maker = thing.maker.to_owned();
    entry.model = thing.model;
    entry.identifiers = vec![thing.serial];
    entry.description = thing.description;
    entry.has_document = thing.paper.is_some();
    entry.documents = thing.paper.into_iter().collect();
    let room = thing.shelf / 10;
    entry.places = [
        10_000 + thing.shelf,
        20_000 + room,
        30_000 + room / 20,
        40_000,
    ]
    .map(|place| id(place as u128))
    .to_vec();
    entry.place_names = vec![
        format!("Hylla {}", thing.shelf % 10),
        format!("Rum {room}"),
        "Huset".to_owned(),
    ];
    let category = thing.category as u128;
    entry.categories = vec![id(50_000 + category), id(51_000 + category / 8)];
    entry.category_names = vec![
        format!("Kategori {category}"),
        format!("Category {category}"),
    ];
    let tags = thing.tags.into_iter();
    entry.tags = tags
        .map(|tag| (id(60_000 + tag as u128), format!("Tagg{tag}")))
        .collect();
    entry.owners = vec![(id(70_000 + thing.owner as u128), "Anna".to_owned())];
    entry.value = thing.value.map(|kronor| kronor * 100);
    entry.acquired = thing.year.map(|year| date(year, 6, 15));
    entry.has_photo = thing.has_photo;
    entry.shown_to = vec![Audience::Household];
    entry
}

fn time(what: &str, mut work: impl FnMut()) {
    let mut took: Vec<_> = (0..200)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    took.sort_unstable();
    let [best, median, worst] = [took[0], took[100], took[197]];
    println!("{what:<44} best {best:>9.2?}  median {median:>9.2?}  p99 {worst:>9.2?}");
}

fn measure(count: u32) {
    println!("\n{count} things");
    let entries: Vec<_> = (1..=count).map(believable).collect();
    let shelf = Shelf::empty();
    let started = Instant::now();
    shelf.put(entries);
    println!("built in {:.2?}", started.elapsed());
    let started = Instant::now();
    shelf.index.rest().expect("rested");
    println!(
        "rested in {:.2?}, segments {}",
        started.elapsed(),
        shelf.index.snapshot().segments.len()
    );
    let started = Instant::now();
    let shelf = shelf.reopened();
    println!("opened in {:.2?}", started.elapsed());

    let mut number = 0;
    time("one edit, searchable", || {
        number += 1;
        shelf.put([believable(number)]);
    });
    println!("segments {}", shelf.index.snapshot().segments.len());

    let member = Sight::Member(PERSON);
    let list = |what: &str, query: ItemQuery| {
        let found = shelf
            .index
            .search(&query, member, Lang::Sv)
            .expect("searched")
            .total;
        time(&format!("{what} ({found})"), || {
            shelf
                .index
                .search(&query, member, Lang::Sv)
                .expect("searched");
        });
    };
    list("newest, counted", ItemQuery::default());
    for by in [SortBy::Name, SortBy::Value] {
        let sort = Sort {
            by,
            descending: false,
        };
        list(
            &format!("by {}, counted", by.name()),
            ItemQuery::default().with_sort(Some(sort)),
        );
    }
    list(
        "a place, counted",
        ItemQuery::default().with_place(Some(id(20_003))),
    );
    let narrow = ItemQuery::default()
        .with_tag(id(60_003))
        .with_photo(Some(true));
    list(
        "a tag and a photo, counted",
        narrow.with_owner(Some(id(70_001))),
    );
    list(
        "cykelhjälm bosch, counted",
        ItemQuery::default().with_text("cykelhjälm bosch"),
    );
    for text in [
        "b",
        "ca",
        "cyk",
        "cykel hj",
        "kaffebrygare",
        "lampa bo",
        "låda",
        "sn 000123",
        "reserv garanti",
        "verktygslåda ikea 12",
    ] {
        let query = ItemQuery::default().with_text(text);
        let search = || {
            shelf
                .index
                .search_uncounted(&query, member, Lang::Sv)
                .expect("searched")
        };
        let found = search().total;
        time(&format!("typing {text:?} ({found})"), || {
            search();
        });
    }
    time("select all", || {
        let all = shelf.index.ids(&ItemQuery::default(), member, Lang::Sv);
        assert_eq!(all.expect("ids").len(), count as usize);
    });
}

#[test]
#[ignore = "prints times; for a release build"]
fn ten_thousand_things() {
    measure(10_000);
}

#[test]
#[ignore = "prints times; for a release build"]
fn a_hundred_thousand_things() {
    measure(100_000);
}
