//! Stored values: bytes that the disk gives back are read or refused, and what was read is written so that it reads back.
#![no_main]

use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use minicbor::{Decode, Encode};
use smartinventory::{
    domain::{
        account::{Account, Session, Token},
        attachment::Attachment,
        bequest::Bequest,
        category::Category,
        claim::Claim,
        division::Division,
        field::FieldValue,
        household::Household,
        incident::Incident,
        item::Item,
        job::Job,
        lang::Lang,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Person,
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::{Content, Report},
        round::Round,
        saved_search::SavedSearch,
        share::Share,
        sighting::Sighting,
        tag::Tag,
        warranty::Warranty,
    },
    store::{Change, Key, Record, Row, Stamp},
};

fuzz_target!(|bytes: &[u8]| {
    row::<Household>(bytes);
    row::<Person>(bytes);
    row::<Place>(bytes);
    row::<Attachment>(bytes);
    row::<Tag>(bytes);
    row::<Category>(bytes);
    row::<SavedSearch>(bytes);
    row::<Receipt>(bytes);
    row::<Warranty>(bytes);
    row::<Claim>(bytes);
    row::<Plan>(bytes);
    row::<Job>(bytes);
    row::<Loan>(bytes);
    row::<Memory>(bytes);
    row::<Bequest>(bytes);
    row::<Incident>(bytes);
    row::<Loss>(bytes);
    row::<Policy>(bytes);
    row::<Round>(bytes);
    row::<Sighting>(bytes);
    row::<Division>(bytes);
    row::<Report>(bytes);
    if let Some(item) = row::<Item>(bytes) {
        show(&item);
    }
    value::<Account>(bytes);
    value::<Session>(bytes);
    value::<Token>(bytes);
    value::<Share>(bytes);
    value::<Change>(bytes);
    value::<Key>(bytes);
    value::<Stamp>(bytes);
    value::<Content>(bytes);
});

fn row<T: Record + Debug>(bytes: &[u8]) -> Option<Row<T>> {
    let row = value::<Row<T>>(bytes)?;
    let key = Key::of(row.id());
    assert_eq!(key.id::<T>(), Some(row.id()));
    row.references();
    Some(row)
}

fn value<T>(bytes: &[u8]) -> Option<T>
where
    T: Debug + PartialEq + Encode<()> + for<'b> Decode<'b, ()>,
{
    let value: T = minicbor::decode(bytes).ok()?;
    let written = minicbor::to_vec(&value).expect("it can be written");
    let read: T = minicbor::decode(&written).expect("it can be read back");
    assert_eq!(read, value);
    assert_eq!(minicbor::to_vec(&read).expect("and again"), written);
    Some(value)
}

/// Whatever stands in it can be shown, in every language.
fn show(item: &Item) {
    let details = &item.details;
    for lang in Lang::ALL {
        if let Some(value) = details.value {
            assert!(!lang.money(value).is_empty() && !lang.money_field(value).is_empty());
        }
        if let Some(price) = details.new_price {
            assert!(!lang.money(price).is_empty());
        }
        if let Some(day) = details.valued_on {
            assert!(lang.day(day).ends_with(&day.year().to_string()));
        }
        if let Some(date) = details.acquired.on {
            assert!(lang.date(date).ends_with(&date.year().to_string()));
            assert!(date.first_day() <= date.last_day());
        }
    }
    for field in &details.fields {
        assert!(FieldValue::KINDS.contains(&field.value.kind()));
        let _ = field.value.plain();
    }
}
