//! The list of a report on paper: fewer columns than a spreadsheet has, with more in each, so that it can be read.

use super::{key, words};
use crate::{
    domain::{
        lang::Lang,
        report::{Content, Entry, Part, Report, ReportDetails, ReportKind},
    },
    press::{Align, Cell, Column, Picture, Row, Table, Text, Voice, Width},
    reports::{columns, table, words as said},
};

/// A column on paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Number,
    Picture,
    Thing,
    Quantity,
    Owner,
    Place,
    Bought,
    MeantFor,
    NewPrice,
    Value,
    Claimed,
}

/// The columns of a kind, as far as nothing of them is left out.
fn shown(details: &ReportDetails) -> Vec<Shows> {
    let all: &[Shows] = match details.kind {
        ReportKind::PoliceList => &[
            Shows::Number,
            Shows::Picture,
            Shows::Thing,
            Shows::Quantity,
            Shows::Owner,
            Shows::Value,
        ],
        ReportKind::InsuranceClaim => &[
            Shows::Number,
            Shows::Picture,
            Shows::Thing,
            Shows::Quantity,
            Shows::Bought,
            Shows::NewPrice,
            Shows::Claimed,
        ],
        ReportKind::Division => &[
            Shows::Number,
            Shows::Picture,
            Shows::Thing,
            Shows::Quantity,
            Shows::Place,
            Shows::Value,
        ],
        ReportKind::Estate => &[
            Shows::Number,
            Shows::Thing,
            Shows::Quantity,
            Shows::Place,
            Shows::MeantFor,
            Shows::Value,
        ],
        ReportKind::Moving => &[Shows::Number, Shows::Thing, Shows::Quantity],
        _ => &[
            Shows::Number,
            Shows::Picture,
            Shows::Thing,
            Shows::Quantity,
            Shows::Place,
            Shows::Owner,
            Shows::Value,
        ],
    };
    let is_shown = |shows: &&Shows| match shows {
        Shows::Picture => details.shows(Part::Pictures),
        Shows::Owner => details.shows(Part::Owners),
        Shows::Place => details.shows(Part::Places),
        Shows::Bought | Shows::NewPrice | Shows::Value | Shows::Claimed => {
            details.shows(Part::Prices)
        }
        Shows::Number | Shows::Thing | Shows::Quantity | Shows::MeantFor => true,
    };
    all.iter().filter(is_shown).copied().collect()
}

/// The list.
pub(super) fn table(report: &Report, content: &Content) -> Table {
    some(report, content, |_| true)
}

/// The list of some of the things, each with the number that it has among all of them.
pub(super) fn some(report: &Report, content: &Content, takes: impl Fn(&Entry) -> bool) -> Table {
    let details = &report.details;
    let lang = details.language;
    let columns = shown(details);
    let mut rows = Vec::with_capacity(content.entries.len());
    let mut group = None;
    let all = content.entries.iter().zip(1_u64..);
    for (entry, number) in all.filter(|(entry, _)| takes(entry)) {
        let now = group_of(lang, details.kind, content, entry);
        if now != group {
            rows.extend(now.clone().map(Row::Group));
            group = now;
        }
        let cells = columns
            .iter()
            .map(|shows| shows.cell(details, entry, number));
        rows.push(Row::Cells(cells.collect()));
    }
    Table {
        columns: columns.iter().map(|shows| shows.column(lang)).collect(),
        rows,
        foot: Vec::new(),
    }
}

/// What the things beneath have in common: their box when one moves, their owner in an estate.
fn group_of(lang: Lang, kind: ReportKind, content: &Content, entry: &Entry) -> Option<String> {
    match kind {
        ReportKind::Moving => Some(match content.carton_of(entry) {
            Some(carton) => {
                let said = [said::carton(carton), carton.room.clone()];
                let said = said.into_iter().filter(|text| !text.is_empty());
                said.collect::<Vec<_>>().join(" · ")
            }
            None => lang.text("reports-no-carton"),
        }),
        ReportKind::Division if !entry.is_divided() => Some(if entry.meant_for.is_empty() {
            lang.text("reports-lot-nobody")
        } else {
            entry.meant_for.clone()
        }),
        ReportKind::Estate => Some(if entry.owners.is_empty() {
            lang.text("reports-shared")
        } else {
            said::owners(&entry.owners)
        }),
        _ => None,
    }
}

impl Shows {
    fn column(self, lang: Lang) -> Column {
        let (key, width, align) = match self {
            Self::Number => ("row", Width::Fixed(9.0), Align::Right),
            Self::Picture => ("picture", Width::Fixed(17.0), Align::Left),
            Self::Thing => ("name", Width::Share(3.0), Align::Left),
            Self::Quantity => ("quantity", Width::Fixed(12.0), Align::Right),
            Self::Owner => ("owners", Width::Share(1.0), Align::Left),
            Self::Place => ("place", Width::Share(1.3), Align::Left),
            Self::Bought => ("acquired", Width::Share(1.7), Align::Left),
            Self::MeantFor => ("meant_for", Width::Share(1.0), Align::Left),
            Self::NewPrice => ("new_price_aged", Width::Share(1.6), Align::Left),
            Self::Value => ("value", Width::Fixed(28.0), Align::Right),
            Self::Claimed => ("claimed", Width::Fixed(28.0), Align::Right),
        };
        Column {
            title: lang.text(&format!("reports-column-{key}")),
            width,
            align,
        }
    }

    fn cell(self, details: &ReportDetails, entry: &Entry, number: u64) -> Cell {
        let lang = details.language;
        let money = |each: Option<_>| {
            let all = each.map(|each| lang.money(entry.all(each)));
            all.unwrap_or_default()
        };
        match self {
            Self::Number => lang.number(number).into(),
            Self::Picture => Cell::Picture(match entry.photos.first() {
                Some(photo) => Picture {
                    key: key(photo, false),
                    description: entry.name.clone(),
                },
                None => Picture::default(),
            }),
            Self::Thing => Cell::Words {
                text: Text::default().and(entry.name.as_str(), Voice::Strong),
                under: thing(details, entry),
            },
            Self::Quantity => lang.number(entry.quantity.get().into()).into(),
            Self::Owner => said::owners(&entry.owners).into(),
            Self::Place => entry.place.join(" › ").into(),
            Self::MeantFor => entry.meant_for.as_str().into(),
            Self::Bought => Cell::Words {
                text: bought(lang, entry).into(),
                under: entry.proofs.join("; "),
            },
            Self::NewPrice => Cell::Words {
                text: money(entry.new_price).into(),
                under: said::claimed_by(lang, entry),
            },
            Self::Value => money(entry.value).into(),
            Self::Claimed => entry
                .claim()
                .map(|claim| lang.money(claim))
                .unwrap_or_default()
                .into(),
        }
    }
}

/// What tells a thing from others: make and model, numbers, colour and marks, and what became of it. As the spreadsheet has it
/// in columns of their own.
fn thing(details: &ReportDetails, entry: &Entry) -> String {
    let lang = details.language;
    let make = [entry.maker.as_str(), &entry.model];
    let make = make.into_iter().filter(|text| !text.is_empty());
    let mut said = vec![make.collect::<Vec<_>>().join(" ")];
    if details.kind != ReportKind::Moving {
        let with_written = details.shows(Part::Serials);
        said.push(said::numbers(lang, entry));
        said.push(entry.colour.clone());
        said.push(said::marks(lang, entry, with_written));
    }
    if details.kind == ReportKind::Division {
        said.extend(entry.separate.clone());
    }
    said.push(entry.fate.clone());
    said.retain(|text| !text.is_empty());
    said.join(" · ")
}

/// When, where and for how much it was bought.
fn bought(lang: Lang, entry: &Entry) -> String {
    let on = entry.acquired.map(|on| lang.date(on));
    let price = entry.price.map(|price| lang.money(entry.all(price)));
    let seller = Some(entry.seller.clone()).filter(|seller| !seller.is_empty());
    let said = [on, seller, price].into_iter().flatten();
    said.collect::<Vec<_>>().join(", ")
}

/// The facts of one thing: the columns of its table under each other.
pub(super) fn facts(report: &Report, content: &Content) -> Vec<(String, Text)> {
    let lang = report.details.language;
    let table = columns::table(&report.details, content).without_empty_columns();
    let Some(row) = table.rows.into_iter().next() else {
        return Vec::new();
    };
    let told = |column: &table::Column| !["name", "description", "notes"].contains(&column.key);
    let facts = table.columns.into_iter().zip(row);
    facts
        .filter(|(column, _)| told(column))
        .map(|(column, cell)| (column.title, words(lang, &cell).into()))
        .collect()
}
