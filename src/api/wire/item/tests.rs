//! A thing there and back: over the wire, and through a patch.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::domain::{
    dates::PartialDate,
    field::{self, Decimal, FieldValue, WebAddress},
    money::{self, Currency},
};

fn id<T>() -> impl Strategy<Value = Id<T>> {
    any::<u128>().prop_map(|bits| Id::from_uuid(Uuid::from_u128(bits)))
}

fn ids<T>() -> impl Strategy<Value = Vec<Id<T>>> {
    prop::collection::vec(id(), 0..3)
}

fn amount() -> impl Strategy<Value = money::Money> {
    let codes = prop::sample::select(vec!["SEK", "JPY", "KWD"]);
    (0..1_000_000_000_i64, codes).prop_map(|(minor, code)| {
        let currency: Currency = code.parse().unwrap();
        money::Money::new(minor, currency)
    })
}

fn date() -> impl Strategy<Value = PartialDate> {
    let texts = prop::sample::select(vec!["1887", "2024-05", "2024-02-29"]);
    texts.prop_map(|text| text.parse().unwrap())
}

fn location() -> impl Strategy<Value = Location> {
    prop_oneof![
        Just(Location::Unknown),
        id().prop_map(Location::Place),
        id().prop_map(Location::Inside),
    ]
}

fn own_field() -> impl Strategy<Value = field::OwnField> {
    let value = prop_oneof![
        "\\PC{0,9}".prop_map(FieldValue::Text),
        Just(FieldValue::Number(Decimal::parse("-12.50").unwrap())),
        amount().prop_map(FieldValue::Money),
        date().prop_map(FieldValue::Date),
        any::<bool>().prop_map(FieldValue::YesNo),
        "[a-z]{1,9}".prop_map(FieldValue::Choice),
        Just(FieldValue::Link(
            WebAddress::parse("exempel.se/a?b").unwrap()
        )),
    ];
    ("[a-zåäö]{1,9}", value).prop_map(|(name, value)| field::OwnField { name, value })
}

fn acquired() -> impl Strategy<Value = item::Acquired> {
    let how = prop::option::of(prop::sample::select(item::Acquisition::ALL.to_vec()));
    let parts = (
        prop::option::of(date()),
        how,
        "\\PC{0,9}",
        prop::option::of(amount()),
    );
    parts.prop_map(|(on, how, from, price)| item::Acquired {
        on,
        how,
        from,
        price,
    })
}

prop_compose! {
    fn details()(
        texts in prop::array::uniform7("\\PC{0,12}"),
        quantity in 1_u32..=Quantity::MOST,
        category in prop::option::of(id()),
        (tags, guests) in (ids(), ids()),
        location in location(),
        owners in prop::collection::vec((id(), 1_u32..10), 0..3),
        serial in prop::option::of("[A-Z0-9]{1,9}"),
        condition in prop::option::of(prop::sample::select(Condition::ALL.to_vec())),
        affection in prop::option::of(prop::sample::select(Affection::ALL.to_vec())),
        acquired in acquired(),
        separate in prop::option::of((prop::sample::select(Ground::ALL.to_vec()), "\\PC{0,9}")),
        (value, new_price) in (prop::option::of(amount()), prop::option::of(amount())),
        (insured, private) in any::<(bool, bool)>(),
        fields in prop::collection::vec(own_field(), 0..3),
        links in prop::collection::vec((prop::sample::select(LinkKind::ALL.to_vec()), id()), 0..3),
    ) -> Details {
        let [name, description, maker, model, colour, notes, priced_at] = texts;
        let serial = serial.map(|text| identifier::Identifier::parse(IdentifierKind::Serial, &text).unwrap());
        Details {
            name, description, maker, model, colour, notes, priced_at,
            quantity: Quantity::new(quantity).unwrap(),
            category, tags, guests, location,
            owners: owners.into_iter().map(|(person, parts)| item::Share { person, parts }).collect(),
            identifiers: serial.into_iter().collect(),
            condition, affection, acquired, value,
            separate: separate.map(|(why, note)| item::Separate { why, note }),
            valued_on: value.map(|_| Date::constant(2024, 5, 3)),
            new_price,
            priced_on: new_price.map(|_| Date::constant(2025, 6, 4)),
            insured, private, fields,
            links: links.into_iter().map(|(kind, to)| item::ItemLink { kind, to }).collect(),
        }
    }
}

proptest! {
    #[test]
    fn a_thing_reads_back_as_it_was_written(details in details()) {
        let json = serde_json::to_string(&ItemFields::from(&details)).unwrap();
        let read: ItemFields = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.read().unwrap(), details);
    }
}

fn refused(json: Value) -> Vec<(String, &'static str)> {
    let fields: ItemFields = serde_json::from_value(json).unwrap();
    match fields.read() {
        Err(Error::Invalid(invalid)) => {
            let told = invalid.iter();
            told.map(|(field, text)| (field.to_owned(), text)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_name_is_enough() {
    let fields: ItemFields = serde_json::from_value(json!({"name": "Cykel"})).unwrap();
    assert_eq!(fields.read().unwrap(), Details::named("Cykel"));
}

#[test]
fn everything_that_cannot_be_is_told_at_once_and_by_its_path() {
    let told = refused(json!({
        "quantity": 0,
        "place": Uuid::nil(),
        "inside": Uuid::nil(),
        "identifiers": [{"kind": "serial", "text": "A1"}, {"kind": "imei", "text": "490154203237519"}],
        "acquired": {"on": "i våras", "price": {"amount": "1 000", "currency": "SEK"}},
        "value": {"amount": "5", "currency": "guld"},
        "fields": [
            {"name": "Längd", "kind": "number", "value": "lång"},
            {"name": "Sida", "kind": "link", "value": "javascript:alert(1)"},
        ],
    }));
    let expected = [
        ("quantity", "api-quantity"),
        ("identifiers[1].text", "error-imei-check-digit"),
        ("fields[0].value", "api-number"),
        ("fields[1].value", "api-link"),
        ("inside", "api-two-locations"),
        ("acquired.on", "api-date"),
        ("acquired.price.amount", "api-amount"),
        ("value.currency", "api-currency"),
    ];
    assert_eq!(told, expected.map(|(field, text)| (field.to_owned(), text)));
}
