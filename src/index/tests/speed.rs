//! How long it takes, printed: `cargo test --release --lib index::tests::speed -- --ignored --nocapture`.

use std::time::Instant;

use jiff::civil::date;

use super::*;
use crate::domain::{
    query::{Sort, SortBy},
    sight::Audience,
};

const PERSON: Uuid = id(1_000_001);

/// A believable thing; the same number gives the same one.
fn believable(number: u32) -> Entry {
    const KINDS: [&str; 16] = [
        "Cykelhjälm",
        "Kaffebryggare",
        "Skruvdragare",
        "Symaskin",
        "Cykellås",
        "Förvaringslåda",
        "Bordslampa",
        "Matta",
        "Fåtölj",
        "Bok",
        "Kamera",
        "Gräsklippare",
        "Tavla",
        "Vas",
        "Resväska",
        "Verktygslåda",
    ];
    const MAKERS: [&str; 8] = [
        "Bosch",
        "Ikea",
        "Husqvarna",
        "Canon",
        "Makita",
        "Biltema",
        "Sony",
        "Jula",
    ];
    const WORDS: [&str; 12] = [
        "köpt",
        "begagnad",
        "fin",
        "repa",
        "garanti",
        "laddare",
        "saknas",
        "ärvd",
        "källaren",
        "reserv",
        "present",
        "original",
    ];
    let pick = |salt: u32, of: usize| {
        let mixed = (number ^ salt.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
        (mixed >> 8) as usize % of
    };
    let mut entry = thing(number, "");
    let maker = MAKERS[pick(1, MAKERS.len())];
    entry.name = format!("{} {maker} {}", KINDS[pick(2, KINDS.len())], pick(3, 5_000));
    entry.maker = maker.to_owned();
    entry.model = format!("M{}-{}", pick(4, 900), pick(5, 90));
    entry.identifiers = vec![format!("SN {:06}-{}", pick(6, 1_000_000), number)];
    let sentence = (0..12).map(|word| WORDS[pick(20 + word, WORDS.len())]);
    entry.description = sentence.collect::<Vec<_>>().join(" ");
    if number.is_multiple_of(10) {
        let words =
            (0..200).map(|word| format!("{}{}", WORDS[pick(40 + word, 12)], pick(300 + word, 400)));
        entry.documents = vec![words.collect::<Vec<_>>().join(" ")];
        entry.has_document = true;
    }
    let room = pick(7, 60) as u128;
    entry.places = vec![
        id(10_000 + room * 10 + pick(8, 10) as u128),
        id(20_000 + room),
        id(30_000 + room / 20),
        id(40_000),
    ];
    entry.place_names = vec![
        format!("Hylla {}", pick(8, 10)),
        format!("Rum {room}"),
        "Huset".to_owned(),
    ];
    let category = pick(9, 80) as u128;
    entry.categories = vec![id(50_000 + category), id(51_000 + category / 8)];
    entry.category_names = vec![
        format!("Kategori {category}"),
        format!("Category {category}"),
    ];
    entry.tags = (0..pick(10, 4))
        .map(|tag| {
            let tag = pick(11 + u32::try_from(tag).expect("few"), 40);
            (id(60_000 + tag as u128), format!("Tagg{tag}"))
        })
        .collect();
    entry.owners = vec![(id(70_000 + pick(15, 4) as u128), "Anna".to_owned())];
    entry.value =
        (!number.is_multiple_of(3)).then(|| 100 * i64::try_from(pick(16, 20_000)).expect("small"));
    entry.acquired = (!number.is_multiple_of(4))
        .then(|| date(1990 + i16::try_from(pick(17, 35)).expect("small"), 6, 15));
    entry.has_photo = number.is_multiple_of(2);
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
