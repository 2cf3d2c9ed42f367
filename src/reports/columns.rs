//! Which columns each kind of report has, in which order, and what stands in them.

use super::{
    table::{Cell, Column, ColumnKind, Table},
    words,
};
use crate::{
    domain::{
        dates::PartialDate,
        lang::Lang,
        money::{Currency, Sums},
        report::{Content, Entry, Part, ReportDetails, ReportKind, Totals},
    },
    i18n::labels,
};

/// What a column tells of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    Row,
    Label,
    Quantity,
    Name,
    Category,
    Maker,
    Model,
    Identifiers,
    Colour,
    Marks,
    Condition,
    Description,
    Owners,
    Separate,
    Use,
    MeantFor,
    AllottedTo,
    Place,
    Carton,
    Room,
    Acquired,
    AcquiredHow,
    Seller,
    Price,
    Proofs,
    Value,
    ValuedOn,
    NewPrice,
    Deduction,
    Claimed,
    Fate,
    Settled,
    Notes,
}

use Tells as T;

const POLICE_LIST: &[Tells] = &[
    T::Row,
    T::Quantity,
    T::Name,
    T::Category,
    T::Maker,
    T::Model,
    T::Identifiers,
    T::Colour,
    T::Marks,
    T::Owners,
    T::Value,
];
const INSURANCE_CLAIM: &[Tells] = &[
    T::Row,
    T::Quantity,
    T::Name,
    T::Maker,
    T::Model,
    T::Identifiers,
    T::Owners,
    T::Fate,
    T::Acquired,
    T::Seller,
    T::Price,
    T::Proofs,
    T::NewPrice,
    T::Deduction,
    T::Claimed,
    T::Settled,
];
const INVENTORY: &[Tells] = &[
    T::Row,
    T::Label,
    T::Quantity,
    T::Name,
    T::Category,
    T::Maker,
    T::Model,
    T::Identifiers,
    T::Place,
    T::Owners,
    T::Condition,
    T::Acquired,
    T::Price,
    T::Value,
    T::ValuedOn,
];
const ESTATE: &[Tells] = &[
    T::Row,
    T::Quantity,
    T::Name,
    T::Maker,
    T::Model,
    T::Place,
    T::Owners,
    T::Separate,
    T::Value,
    T::ValuedOn,
    T::MeantFor,
];
const DIVISION: &[Tells] = &[
    T::Row,
    T::Quantity,
    T::Name,
    T::Place,
    T::Owners,
    T::AcquiredHow,
    T::Separate,
    T::Use,
    T::Value,
    T::AllottedTo,
];
const MOVING: &[Tells] = &[
    T::Row,
    T::Carton,
    T::Room,
    T::Label,
    T::Quantity,
    T::Name,
    T::Category,
    T::Place,
];
const ITEM: &[Tells] = &[
    T::Label,
    T::Quantity,
    T::Name,
    T::Category,
    T::Maker,
    T::Model,
    T::Identifiers,
    T::Colour,
    T::Marks,
    T::Condition,
    T::Place,
    T::Owners,
    T::Acquired,
    T::AcquiredHow,
    T::Seller,
    T::Price,
    T::Proofs,
    T::NewPrice,
    T::Value,
    T::ValuedOn,
    T::Description,
    T::Notes,
];
const SALE: &[Tells] = &[
    T::Quantity,
    T::Name,
    T::Category,
    T::Maker,
    T::Model,
    T::Colour,
    T::Condition,
    T::Acquired,
    T::Description,
];

/// The columns of a kind, from the left.
const fn all(kind: ReportKind) -> &'static [Tells] {
    match kind {
        ReportKind::PoliceList => POLICE_LIST,
        ReportKind::InsuranceClaim => INSURANCE_CLAIM,
        ReportKind::Inventory => INVENTORY,
        ReportKind::Estate => ESTATE,
        ReportKind::Division => DIVISION,
        ReportKind::Moving => MOVING,
        ReportKind::Item => ITEM,
        ReportKind::Sale => SALE,
    }
}

/// The table of a report's things, with the columns that its kind has and that nobody leaves out.
#[must_use]
pub fn table(details: &ReportDetails, content: &Content) -> Table {
    let lang = details.language;
    let shown = |tells: &Tells| tells.part().is_none_or(|part| details.shows(part));
    let columns = all(details.kind).iter().copied().filter(shown);
    let tells: Vec<Tells> = columns.collect();
    let is_several = content.entries.iter().any(|entry| entry.quantity.get() > 1);
    let row = |(entry, number): (&Entry, u64)| {
        let cells = tells.iter();
        cells
            .map(|tells| tells.cell(details, content, entry, number))
            .collect()
    };
    Table {
        columns: tells
            .iter()
            .map(|tells| tells.column(lang, is_several))
            .collect(),
        rows: content.entries.iter().zip(1..).map(row).collect(),
        sums: sums(&tells, &content.totals()),
    }
}

/// The sums of the columns that have some, a row for each currency, in order of first appearance.
fn sums(tells: &[Tells], totals: &Totals) -> Vec<Vec<Cell>> {
    let columns: Vec<Option<&Sums>> = tells.iter().map(|tells| tells.sums(totals)).collect();
    let mut currencies: Vec<Currency> = Vec::new();
    for money in columns.iter().flatten().flat_map(|sums| sums.iter()) {
        if !currencies.contains(&money.currency) {
            currencies.push(money.currency);
        }
    }
    let row = |currency: Currency| {
        let sum = |sums: Option<&Sums>| {
            let mut sums = sums.into_iter().flat_map(Sums::iter);
            Cell::money(sums.find(|money| money.currency == currency))
        };
        columns.iter().copied().map(sum).collect()
    };
    currencies.into_iter().map(row).collect()
}

impl Tells {
    const fn key(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Label => "label",
            Self::Quantity => "quantity",
            Self::Name => "name",
            Self::Category => "category",
            Self::Maker => "maker",
            Self::Model => "model",
            Self::Identifiers => "identifiers",
            Self::Colour => "colour",
            Self::Marks => "marks",
            Self::Condition => "condition",
            Self::Description => "description",
            Self::Owners => "owners",
            Self::Separate => "separate",
            Self::Use => "use",
            Self::MeantFor => "meant_for",
            Self::AllottedTo => "allotted_to",
            Self::Place => "place",
            Self::Carton => "carton",
            Self::Room => "room",
            Self::Acquired => "acquired",
            Self::AcquiredHow => "acquired_how",
            Self::Seller => "seller",
            Self::Price => "price",
            Self::Proofs => "proofs",
            Self::Value => "value",
            Self::ValuedOn => "valued_on",
            Self::NewPrice => "new_price",
            Self::Deduction => "deduction",
            Self::Claimed => "claimed",
            Self::Fate => "fate",
            Self::Settled => "settled",
            Self::Notes => "notes",
        }
    }

    const fn kind(self) -> ColumnKind {
        match self {
            Self::Row | Self::Quantity => ColumnKind::Number,
            Self::Price | Self::Value | Self::NewPrice | Self::Claimed | Self::Settled => {
                ColumnKind::Money
            }
            Self::Acquired | Self::ValuedOn => ColumnKind::Date,
            _ => ColumnKind::Text,
        }
    }

    /// The part of the report that it belongs to; none where it is in every one.
    const fn part(self) -> Option<Part> {
        match self {
            Self::Price
            | Self::Value
            | Self::ValuedOn
            | Self::NewPrice
            | Self::Deduction
            | Self::Claimed
            | Self::Settled => Some(Part::Prices),
            Self::Identifiers => Some(Part::Serials),
            Self::Owners | Self::Separate => Some(Part::Owners),
            Self::Place => Some(Part::Places),
            Self::Notes => Some(Part::Notes),
            _ => None,
        }
    }

    /// What is added up beneath it.
    const fn sums(self, totals: &Totals) -> Option<&Sums> {
        match self {
            Self::Price => Some(&totals.paid),
            Self::Value => Some(&totals.value),
            Self::NewPrice => Some(&totals.new_price),
            Self::Claimed => Some(&totals.claimed),
            Self::Settled => Some(&totals.settled),
            _ => None,
        }
    }

    /// Whether its amounts are told each, and are for all of them where there are several.
    const fn is_each(self) -> bool {
        matches!(self, Self::Price | Self::Value | Self::NewPrice)
    }

    fn column(self, lang: Lang, is_several: bool) -> Column {
        let title = lang.text(&format!("reports-column-{}", self.key()));
        Column {
            key: self.key(),
            title: if is_several && self.is_each() {
                lang.text_with("reports-of-all", &[("title", title.into())])
            } else {
                title
            },
            kind: self.kind(),
        }
    }

    fn cell(self, details: &ReportDetails, content: &Content, entry: &Entry, row: u64) -> Cell {
        let lang = details.language;
        let all = |each: Option<_>| Cell::money(each.map(|each| entry.all(each)));
        match self {
            Self::Row => Cell::Number(row),
            Self::Label => entry
                .number
                .map_or(Cell::Empty, |number| Cell::text(number.to_string())),
            Self::Quantity => Cell::Number(entry.quantity.get().into()),
            Self::Name => Cell::text(entry.name.as_str()),
            Self::Category => Cell::text(entry.category.as_str()),
            Self::Maker => Cell::text(entry.maker.as_str()),
            Self::Model => Cell::text(entry.model.as_str()),
            Self::Identifiers => Cell::text(words::numbers(lang, entry)),
            Self::Colour => Cell::text(entry.colour.as_str()),
            Self::Marks => Cell::text(words::marks(lang, entry, details.shows(Part::Serials))),
            Self::Condition => entry.condition.map_or(Cell::Empty, |condition| {
                Cell::text(lang.text(labels::condition(condition)))
            }),
            Self::Description => Cell::text(entry.description.as_str()),
            Self::Owners => Cell::text(words::owners(&entry.owners)),
            Self::Separate => Cell::text(words::separate(lang, entry)),
            Self::Use => Cell::text(words::use_of(lang, entry)),
            Self::MeantFor | Self::AllottedTo => Cell::text(entry.meant_for.as_str()),
            Self::Place => Cell::text(entry.place.join(" › ")),
            Self::Carton => content
                .carton_of(entry)
                .map_or(Cell::Empty, |carton| Cell::text(words::carton(carton))),
            Self::Room => content
                .carton_of(entry)
                .map_or(Cell::Empty, |carton| Cell::text(carton.room.as_str())),
            Self::Acquired => Cell::date(entry.acquired),
            Self::AcquiredHow => entry.acquired_how.map_or(Cell::Empty, |how| {
                Cell::text(lang.text(labels::acquisition(how)))
            }),
            Self::Seller => Cell::text(entry.seller.as_str()),
            Self::Price => all(entry.price),
            Self::Proofs => Cell::text(entry.proofs.join("; ")),
            Self::Value => all(entry.value),
            Self::ValuedOn => Cell::date(entry.valued_on.map(PartialDate::Day)),
            Self::NewPrice => all(entry.new_price),
            Self::Deduction => Cell::text(words::claimed_by(lang, entry)),
            Self::Claimed => Cell::money(entry.claim()),
            Self::Fate => Cell::text(entry.fate.as_str()),
            Self::Settled => Cell::money(entry.settled),
            Self::Notes => Cell::text(entry.notes.as_str()),
        }
    }
}
