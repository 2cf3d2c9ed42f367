//! A thing as somebody sees it in a list: what it is filtered, sorted and found by.

use jiff::{Timestamp, civil::Date};
use smartinventory::{
    domain::{
        attachment::{AttachmentKind, Bearer},
        category::{Category, CategoryId},
        dates::PartialDate,
        household::Household as Home,
        item::{Item, ItemId},
        job::Job,
        memory::Memory,
        number::Number,
        person::{Person, PersonId, Role},
        place::{Place, PlaceId},
        query::State,
        receipt::Receipt,
        tag::{Tag, TagId},
    },
    store::Row,
};

use super::words::Words;
use crate::{files::FILES, household::Household};

/// A thing as somebody sees it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub id: ItemId,
    pub name: String,
    pub number: u32,
    pub serials: Vec<String>,
    pub state: State,
    /// Its place and those around it, as far as they see them.
    pub places: Vec<PlaceId>,
    /// Its category and those above it.
    pub categories: Vec<CategoryId>,
    pub tags: Vec<TagId>,
    pub owners: Vec<PersonId>,
    /// In the household's currency, of all pieces.
    pub value: Option<i64>,
    pub acquired: Option<Date>,
    pub added: Timestamp,
    pub changed: Timestamp,
    pub photo: bool,
    pub document: bool,
    pub insured: bool,
    pub quantity: u32,
    pub words: Words,
}

/// Everything that somebody sees, in whatever state.
pub fn everything(household: &Household, person: &Person) -> Vec<Shown> {
    let all = household.every::<Item>();
    let seen = all.filter(|row| household.sees(person, row));
    seen.map(|row| show(household, person, row)).collect()
}

fn show(household: &Household, person: &Person, row: &Row<Item>) -> Shown {
    let details = &row.details;
    let around = household.around(details.location);
    let is_guest = person.role == Role::Guest;
    let places: Vec<_> = around
        .places
        .into_iter()
        .filter(|place| household.sees_place(person, *place))
        .collect();
    let categories = categories(household, details.category);
    let currency = household.find(Home::ID).unwrap().body.currency;
    let value = details.value.filter(|value| value.currency == currency);
    let files = household.attached(Bearer::Item(row.id));
    let has = |kind| files.iter().any(|file| file.kind == kind);

    let mut words = Words::default();
    words.name(&details.name);
    words.label(&details.maker);
    for serial in &details.identifiers {
        words.label(serial.text());
    }
    for tag in &details.tags {
        words.label(&household.find::<Tag>(*tag).unwrap().body.name);
    }
    for share in &details.owners {
        words.label(&household.find::<Person>(share.person).unwrap().body.name);
    }
    for category in &categories {
        words.label(&household.find::<Category>(*category).unwrap().body.sv);
    }
    for place in &places {
        words.label(&household.find::<Place>(*place).unwrap().body.details.name);
    }
    for thing in around.things {
        let thing = household.find::<Item>(thing).unwrap();
        // What is private leads nobody to what lies in it, and no guest is led by what they do not see.
        if !thing.details.private && (!is_guest || household.sees(person, thing)) {
            words.label(&thing.details.name);
        }
    }
    words.text(&details.notes);
    for file in &files {
        words.text(&format!("{} {}", file.file_name, file.caption));
        if file.kind == AttachmentKind::Document {
            let known = FILES.iter().find(|known| known.name == file.file_name);
            words.text(std::str::from_utf8(known.unwrap().bytes).unwrap());
        }
    }
    remembered(household, row.id, &mut words);
    // Of what was done for it and paid no guest is told.
    if !is_guest {
        done_and_paid(household, row.id, &mut words);
    }
    Shown {
        id: row.id,
        name: details.name.clone(),
        number: row.number.map_or(0, Number::get),
        serials: details
            .identifiers
            .iter()
            .map(|serial| serial.text().to_owned())
            .collect(),
        state: state(row),
        places,
        categories,
        tags: details.tags.clone(),
        owners: details.owners.iter().map(|share| share.person).collect(),
        value: value.map(|value| value.minor * i64::from(details.quantity.get())),
        acquired: details.acquired.on.map(first_day),
        added: row.created.at,
        changed: row.changed.at,
        photo: has(AttachmentKind::Photo),
        document: has(AttachmentKind::Document),
        insured: details.insured,
        quantity: details.quantity.get(),
        words,
    }
}

fn remembered(household: &Household, id: ItemId, words: &mut Words) {
    let memories = household.every::<Memory>();
    for memory in memories.filter(|memory| memory.item == id && memory.binned.is_none()) {
        words.text(&memory.details.title);
    }
}

fn done_and_paid(household: &Household, id: ItemId, words: &mut Words) {
    let jobs = household.every::<Job>();
    for job in jobs.filter(|job| job.item == id && job.binned.is_none()) {
        for text in [&job.details.what, &job.details.by, &job.details.note] {
            words.text(text);
        }
    }
    let receipts = household.every::<Receipt>();
    for receipt in receipts.filter(|row| row.binned.is_none() && row.details.only.is_empty()) {
        let proved = receipt.details.items();
        let is_private = |id: &ItemId| {
            let item = household.find::<Item>(*id);
            item.is_some_and(|item| item.details.private)
        };
        if !proved.contains(&id) || proved.iter().any(is_private) {
            continue;
        }
        words.text(&receipt.details.shop);
        for line in &receipt.details.lines {
            words.text(&line.text);
        }
        for page in household.attached(Bearer::Receipt(receipt.id)) {
            let known = FILES.iter().find(|known| known.name == page.file_name);
            words.text(std::str::from_utf8(known.unwrap().bytes).unwrap());
        }
    }
}

fn categories(household: &Household, category: Option<CategoryId>) -> Vec<CategoryId> {
    let mut categories = Vec::new();
    let mut next = category;
    while let Some(category) = next
        && !categories.contains(&category)
    {
        categories.push(category);
        next = household
            .find::<Category>(category)
            .and_then(|row| row.parent);
    }
    categories
}

fn first_day(date: PartialDate) -> Date {
    match date {
        PartialDate::Day(date) => date,
        PartialDate::Month(year, month) => Date::new(year, month, 1).unwrap(),
        PartialDate::Year(year) => Date::new(year, 1, 1).unwrap(),
    }
}

fn state(row: &Row<Item>) -> State {
    if row.binned.is_some() {
        State::Binned
    } else if row.number.is_none() {
        State::Template
    } else if row.archived.is_some() {
        State::Archived
    } else if row.details.name.is_empty() {
        State::Nameless
    } else {
        State::Active
    }
}
