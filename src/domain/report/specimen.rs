//! Reports that tests are made with: a burglary that was thought up, and whatever can be.

use jiff::{Timestamp, civil::date};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::{
    blob::BlobHash,
    deduction::{Basis, Kind, Reason},
    identifier::{Identifier, IdentifierKind},
    item::{Acquisition, Condition, ItemId, Quantity},
    lang::Lang,
    money::{Currency, Money},
    number::Number,
    percent::Percent,
    rotation::Rotation,
};

pub fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

pub fn item(number: u128) -> ItemId {
    ItemId::from_uuid(Uuid::from_u128(number))
}

/// A report of a kind, number 7, made in the autumn.
pub fn report(kind: ReportKind, language: Lang) -> Report {
    Report {
        id: ReportId::from_uuid(Uuid::from_u128(7)),
        number: 7,
        made: "2026-11-28T10:40:41Z".parse::<Timestamp>().unwrap(),
        day: date(2026, 11, 28),
        by: None,
        details: ReportDetails::of(kind, language),
        content: BlobHash::of(b"content"),
        files: Vec::new(),
    }
}

/// What was taken from the Holms: a bike, four glasses that two of them own, and a ring from abroad.
pub fn burglary() -> Content {
    let owner = |name: &str, parts| Owner {
        name: name.to_owned(),
        parts,
    };
    let photo = |bytes: &[u8]| Exhibit {
        blob: BlobHash::of(bytes),
        size: bytes.len() as u64,
        media_type: "image/jpeg".to_owned(),
        caption: "Framifrån".to_owned(),
        rotation: Rotation::None,
        pixels: Some((4000, 3000)),
    };
    let bike = Entry {
        number: Some(Number::new(42)),
        category: "Cyklar".to_owned(),
        maker: "Crescent".to_owned(),
        model: "Elda".to_owned(),
        identifiers: vec![
            Identifier::parse(IdentifierKind::Frame, "SE-0042-Å").unwrap(),
            Identifier::parse(IdentifierKind::Engraving, "Holm").unwrap(),
        ],
        colour: "Röd".to_owned(),
        marks: "Repa på ramen".to_owned(),
        condition: Some(Condition::Good),
        owners: vec![owner("Anna", 1)],
        place: vec!["Villan".to_owned(), "Cykelskjulet".to_owned()],
        acquired: Some("2023-05-28".parse().unwrap()),
        acquired_how: Some(Acquisition::Bought),
        seller: "Cykelkraft".to_owned(),
        price: Some(kr(6_000)),
        proofs: vec!["Kvitto 2023-05-28".to_owned(), "Foto".to_owned()],
        value: Some(kr(2_000)),
        valued_on: Some(date(2026, 1, 1)),
        new_price: Some(kr(9_000)),
        deduction: Some(Deduction {
            kind: Kind::Bikes,
            basis: Basis::New,
            price: kr(9_000),
            percent: Percent::new(55).unwrap(),
            reason: Reason::UpTo(48),
            months: Some(42),
            at_best: None,
            capped: None,
        }),
        fate: "Stulen".to_owned(),
        photos: vec![photo(b"one"), photo(b"two")],
        notes: "=HYPERLINK(\"http://example.org\")".to_owned(),
        ..Entry::named(item(1), 11, "Elcykel")
    };
    let glasses = Entry {
        quantity: Quantity::new(4).unwrap(),
        owners: vec![owner("Anna", 2), owner("Johan", 1)],
        acquired: Some("2019".parse().unwrap()),
        price: Some(Money::new(3_333, Currency::SEK)),
        value: Some(Money::new(2_501, Currency::SEK)),
        ..Entry::named(item(2), 12, "=1+1 glas; \"Orrefors\"")
    };
    let ring = Entry {
        value: Some(Money::new(123_456, "EUR".parse().unwrap())),
        claimed: Some(kr(12_000)),
        acquired: Some("1887-03-01".parse().unwrap()),
        photos: vec![photo(b"ring")],
        ..Entry::named(item(3), 13, "Ring från Öster-Ångermanland")
    };
    Content {
        household: "Familjen Holm".to_owned(),
        head: vec![
            Fact {
                label: Label::From,
                value: FactValue::Time(date(2026, 11, 26).at(23, 30, 0, 0)),
            },
            Fact {
                label: Label::PoliceReport,
                value: FactValue::Text("5000-K123456-26".to_owned()),
            },
        ],
        story: "Dörren var **uppbruten**.\n\nCykeln var borta.".to_owned(),
        entries: vec![bike, glasses, ring],
        deductible: Some(kr(1_500)),
        papers: vec![Paper {
            exhibit: Exhibit {
                media_type: "application/pdf".to_owned(),
                caption: "Kvitto: Cykelkraft 2023".to_owned(),
                ..photo(b"receipt")
            },
            items: vec![item(1)],
        }],
        ..Content::default()
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\PC{1,24}"]
}

pub fn money() -> impl Strategy<Value = Money> {
    let currency = prop::sample::select(vec!["SEK", "EUR", "JPY"]);
    (0..1_000_000_000_i64, currency)
        .prop_map(|(minor, currency)| Money::new(minor, currency.parse().unwrap()))
}

fn maybe<T: std::fmt::Debug>(some: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(some)
}

fn exhibit() -> impl Strategy<Value = Exhibit> {
    let kinds = prop::sample::select(vec![
        "image/jpeg",
        "image/heic",
        "application/pdf",
        "text/html",
    ]);
    (
        any::<[u8; 32]>(),
        any::<u64>(),
        kinds,
        text(),
        maybe(any::<(u32, u32)>()),
    )
        .prop_map(|(hash, size, media_type, caption, pixels)| Exhibit {
            blob: BlobHash::from_bytes(hash),
            size,
            media_type: media_type.to_owned(),
            caption,
            rotation: Rotation::ALL[hash[0] as usize % 4],
            pixels,
        })
}

fn deduction() -> impl Strategy<Value = Deduction> {
    (0..=100_u8, money(), any::<u16>(), 0..4_u8, maybe(money())).prop_map(
        |(percent, price, months, reason, capped)| Deduction {
            kind: Kind::ALL[usize::from(months) % Kind::ALL.len()],
            basis: Basis::ALL[usize::from(percent) % 3],
            price,
            percent: Percent::new(percent).unwrap(),
            reason: match reason {
                0 => Reason::UpTo(months),
                1 => Reason::Over(months),
                2 => Reason::AnyAge,
                _ => Reason::Floor,
            },
            months: (reason < 2).then_some(u32::from(months)),
            at_best: Percent::new(percent.saturating_add(1)),
            capped: capped.map(|cap| Money::new(cap.minor, price.currency)),
        },
    )
}

fn owners() -> impl Strategy<Value = Vec<Owner>> {
    let owner = ("[A-C]", 1..10_000_u32).prop_map(|(name, parts)| Owner { name, parts });
    prop::collection::vec(owner, 0..4)
}

fn entry() -> impl Strategy<Value = Entry> {
    let words = prop::collection::vec(text(), 12);
    let amounts = prop::collection::vec(maybe(money()), 5);
    let lists = (
        owners(),
        prop::collection::vec(exhibit(), 0..3),
        prop::collection::vec(text(), 0..3),
    );
    let numbers = (
        any::<u128>(),
        any::<u64>(),
        1..=Quantity::MOST,
        maybe(any::<u32>()),
        1900..2100_i16,
    );
    (
        words,
        amounts,
        lists,
        numbers,
        maybe(deduction()),
        any::<bool>(),
    )
        .prop_map(
            |(
                words,
                amounts,
                (owners, photos, place),
                (id, revision, count, number, year),
                deduction,
                flag,
            )| {
                let word = |at: usize| words[at].clone();
                let engraved = Identifier::parse(IdentifierKind::Engraving, &words[0]);
                Entry {
                    number: number.map(Number::new),
                    quantity: Quantity::new(count).unwrap(),
                    category: word(1),
                    maker: word(2),
                    model: word(3),
                    identifiers: engraved.into_iter().collect(),
                    colour: word(4),
                    marks: word(5),
                    condition: flag.then_some(Condition::Worn),
                    description: word(6),
                    owners,
                    separate: (!flag).then(|| word(7)),
                    personal: flag,
                    meant_for: ["A", "B", ""][count as usize % 3].to_owned(),
                    proofs: place.clone(),
                    place,
                    carton: number,
                    acquired: Some(format!("{year}").parse().unwrap()),
                    acquired_how: flag.then_some(Acquisition::Gift),
                    seller: word(8),
                    price: amounts[0],
                    value: amounts[1],
                    valued_on: flag.then(|| date(year, 2, 3)),
                    new_price: amounts[2],
                    deduction,
                    claimed: amounts[3],
                    fate: word(9),
                    settled: amounts[4],
                    photos,
                    notes: word(10),
                    ..Entry::named(item(id), revision, &words[11])
                }
            },
        )
}

/// Whatever a report can say.
pub fn contents() -> impl Strategy<Value = Content> {
    let value = prop_oneof![
        text().prop_map(FactValue::Text),
        money().prop_map(FactValue::Money),
        (1..28_i8, 0..24_i8)
            .prop_map(|(day, hour)| FactValue::Time(date(2026, 2, day).at(hour, 1, 2, 3))),
    ];
    let fact = (prop::sample::select(Label::ALL.to_vec()), value)
        .prop_map(|(label, value)| Fact { label, value });
    let paper = exhibit().prop_map(|exhibit| Paper {
        exhibit,
        items: vec![item(1)],
    });
    let passage = (
        prop::sample::select(Subject::ALL.to_vec()),
        text(),
        exhibit(),
    );
    let passage = passage.prop_map(|(subject, words, photo)| Passage {
        subject,
        on: None,
        title: words.clone(),
        text: words,
        photos: vec![photo],
    });
    let carton = (text(), maybe(any::<u32>())).prop_map(|(name, number)| Carton {
        number: number.map(Number::new),
        room: name.clone(),
        name,
    });
    let party = (1..100_u32, 1..100_u32).prop_map(|(a, b)| {
        [("A", a), ("B", b)].map(|(name, parts)| Party {
            name: name.to_owned(),
            parts,
        })
    });
    (
        (text(), text(), maybe(money()), party),
        prop::collection::vec(fact, 0..4),
        prop::collection::vec(entry(), 0..8),
        prop::collection::vec(paper, 0..3),
        prop::collection::vec(carton, 0..3),
        prop::collection::vec(passage, 0..3),
    )
        .prop_map(
            |(
                (household, story, deductible, parties),
                head,
                entries,
                papers,
                cartons,
                passages,
            )| Content {
                household,
                head,
                story,
                entries,
                deductible,
                papers,
                parties: parties.into(),
                cartons,
                passages,
                rates: Vec::new(),
            },
        )
}
