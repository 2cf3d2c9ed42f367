//! Tests of the list's addresses, and how long it takes, printed: `cargo test --release --lib web::items::tests -- --ignored --nocapture`.
//!
//! With `LIST_DIR` the household is made in that folder and stays there, to be looked at in a browser (Anna,
//! hemligt123); `LIST_THINGS` says how many things it has, and `LIST_PHOTOS` a folder with pictures for some of them.

use std::{env, fs, path::PathBuf, time::Instant};

use tokio_util::sync::CancellationToken;

use super::*;
use crate::{
    access::Editor,
    actions::{attachments, household::Claim, items, places, tags},
    clock::Clock,
    config::Settings,
    domain::{
        attachment::{AttachmentKind, Bearer},
        category::Category,
        id::Id,
        identifier::{Identifier, IdentifierKind},
        item::{Details, Location, Share},
        lang::Lang,
        money::Currency,
        place::{PlaceDetails, PlaceId, PlaceKind},
        query::{Sort, SortBy, View},
        tag::TagId,
    },
    store::Rows,
};

#[test]
fn only_typing_in_the_list_replaces_its_address() {
    let from = |address: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("hx-current-url", address.parse().unwrap());
        is_list(&headers)
    };
    assert!(from("http://nas.local:8480/items"));
    assert!(from("https://nas/items?q=cykel#main"));
    assert!(!from("http://nas/items/0198"));
    assert!(!from("http://nas/"));
    assert!(!is_list(&HeaderMap::new()));
}

#[test]
fn the_plain_list_has_the_plain_address() {
    assert_eq!(link(&ItemQuery::default()), "/items");
    assert_eq!(
        link(&ItemQuery::default().with_text("cykel hjälm")),
        "/items?q=cykel+hj%C3%A4lm"
    );
}

const KINDS: [&str; 12] = [
    "Cykelhjälm",
    "Kaffebryggare",
    "Skruvdragare",
    "Symaskin",
    "Förvaringslåda",
    "Bordslampa",
    "Fåtölj",
    "Kamera",
    "Gräsklippare",
    "Tavla",
    "Vas",
    "Resväska",
];
const MAKERS: [&str; 5] = ["Bosch", "Ikea", "Husqvarna", "Canon", "Makita"];

/// A number under `of`, the same each time for the same two.
fn mixed(number: usize, salt: usize, of: usize) -> usize {
    let mixed = (number ^ salt.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    (mixed >> 8) % of
}

fn home(app: &App, editor: &Editor) -> Vec<PlaceId> {
    let add = |name: &str, kind, parent| {
        places::add(&app.store, editor, PlaceDetails::named(name, kind, parent))
            .unwrap()
            .value
            .id
    };
    let mut all = Vec::new();
    for (name, kind) in [("Villan", PlaceKind::House), ("Stugan", PlaceKind::Cottage)] {
        let house = add(name, kind, None);
        for room in [
            "Köket",
            "Vardagsrummet",
            "Källaren",
            "Vinden",
            "Garaget",
            "Hallen",
        ] {
            let room = add(room, PlaceKind::Room, Some(house));
            for number in 1..=4 {
                all.push(add(&format!("Låda {number}"), PlaceKind::Box, Some(room)));
            }
            all.push(room);
        }
    }
    all
}

fn believable(
    number: usize,
    places: &[PlaceId],
    kinds: &[Id<Category>],
    tags: &[TagId],
    anna: Share,
) -> Details {
    let maker = MAKERS[mixed(number, 1, MAKERS.len())];
    let mut details = Details::named(&format!(
        "{} {maker} {}",
        KINDS[mixed(number, 2, KINDS.len())],
        mixed(number, 3, 900)
    ));
    details.maker = maker.to_owned();
    details.model = format!("M{}", mixed(number, 4, 500));
    let serial = format!("SN {:06}-{number}", mixed(number, 5, 1_000_000));
    details.identifiers = vec![Identifier::parse(IdentifierKind::Serial, &serial).unwrap()];
    details.location = Location::Place(places[mixed(number, 6, places.len())]);
    details.category = Some(kinds[mixed(number, 7, kinds.len())]);
    details.tags = (0..mixed(number, 8, 3))
        .map(|tag| tags[mixed(number, 9 + tag, tags.len())])
        .collect();
    details.owners = if mixed(number, 12, 3) == 0 {
        vec![anna]
    } else {
        Vec::new()
    };
    let kronor = i64::try_from(mixed(number, 13, 20_000)).unwrap();
    details.value = (mixed(number, 14, 4) > 0).then_some(Money::new(kronor * 100, Currency::SEK));
    details.acquired.on = format!("{}", 1990 + mixed(number, 15, 36)).parse().ok();
    details.insured = mixed(number, 16, 5) == 0;
    details
}

/// A household with so many things.
fn household(app: &App, things: usize) -> Viewer {
    let claim = Claim {
        household: "Familjen Holm",
        name: "Anna",
        password: "hemligt123",
        lang: Lang::Sv,
    };
    let viewer = household::claim(&app.store, &claim).unwrap().value;
    let editor = viewer.editor().unwrap();
    let places = home(app, &editor);
    let categories = app.store.read().unwrap().all::<Category>().unwrap();
    let kinds: Vec<_> = categories
        .iter()
        .filter(|row| row.parent.is_some())
        .map(|row| row.id)
        .collect();
    let words: Vec<_> = (1..=20).map(|number| format!("tagg {number}")).collect();
    let tags: Vec<_> = words
        .iter()
        .map(|word| tags::add(&app.store, &editor, word).unwrap().value.id)
        .collect();
    let anna = Share {
        person: viewer.person(),
        parts: 1,
    };
    let all = (0..things).map(|number| believable(number, &places, &kinds, &tags, anna));
    let rows = items::add_many(&app.store, &editor, all.collect())
        .unwrap()
        .value;
    let pictures = env::var("LIST_PHOTOS").map(|dir| fs::read_dir(dir).unwrap());
    for (picture, item) in pictures.into_iter().flatten().zip(rows.iter().rev()) {
        let bytes = fs::read(picture.unwrap().path()).unwrap();
        let new = attachments::NewAttachment {
            kind: AttachmentKind::Photo,
            size: bytes.len() as u64,
            blob: app.media.blobs().store_bytes(&bytes).unwrap(),
            media_type: "image/jpeg".to_owned(),
            file_name: "bild.jpg".to_owned(),
            pixels: Some((1600, 1200)),
            taken: None,
        };
        attachments::add(&app.store, &editor, Bearer::Item(item.id), new).unwrap();
    }
    viewer
}

fn queries() -> [(&'static str, ItemQuery); 6] {
    let all = ItemQuery::default();
    let by_value = Sort {
        by: SortBy::Value,
        descending: true,
    };
    [
        ("everything, as cards", all.clone()),
        ("everything, as a table", all.clone().with_view(View::Table)),
        ("the most valuable", all.clone().with_sort(Some(by_value))),
        ("a letter", all.clone().with_text("c")),
        (
            "two words, one misspelt",
            all.clone().with_text("cykel hjalm"),
        ),
        ("a serial number", all.with_text("SN 000017")),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "prints times; for a release build"]
async fn ten_thousand_things() {
    let folder = tempfile::tempdir().unwrap();
    let data = env::var("LIST_DIR").map_or_else(|_| folder.path().to_owned(), PathBuf::from);
    let things = env::var("LIST_THINGS").map_or(10_000, |number| number.parse().unwrap());
    let settings = Settings {
        data,
        ..Settings::default()
    };
    let app = App::open(settings, Clock::system(), PathBuf::new()).unwrap();
    let viewer = household(&app, things);
    let stop = CancellationToken::new();
    let mut running = app.start(&stop).unwrap();
    let look = Look {
        lang: Lang::Sv,
        ..Look::default()
    };
    let found = async || {
        let all = ItemQuery::default();
        let listed = app.list(&viewer, &all, Lang::Sv, false).await;
        // While the index is built, there is no list.
        listed.map_or(0, |(_, listing)| listing.results.total)
    };
    while found().await < things as u64 {}
    let known = Known::default();
    for (name, query) in queries() {
        let mut whole = Vec::new();
        let mut finding = Vec::new();
        for _ in 0..200 {
            let start = Instant::now();
            let _ = app.list(&viewer, &query, Lang::Sv, true).await.unwrap();
            finding.push(start.elapsed());
            let start = Instant::now();
            let wanted = Wanted {
                query: &query,
                typed: None,
                refused: &[],
            };
            let page = list(&app, &known, &viewer, look.clone(), wanted, true)
                .await
                .unwrap();
            whole.push(start.elapsed());
            assert!(!page.into_string().is_empty());
        }
        whole.sort();
        finding.sort();
        println!(
            "{name:26} page: median {:?}, p99 {:?}; of which finding: median {:?}",
            whole[100], whole[197], finding[100]
        );
    }
    stop.cancel();
    while running.join_next().await.is_some() {}
}
