//! A table that means the same on a page, on paper and in a spreadsheet: columns of one kind each, and values, not texts.

use jiff::civil::DateTime;

use crate::domain::{
    dates::PartialDate,
    money::{Currency, Money},
};

/// What a report lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// The sums beneath, a row for each currency, each with a cell for every column: empty where nothing is added up.
    pub sums: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The word that machines know it by, in every language.
    pub key: &'static str,
    /// What stands above it, in the report's language.
    pub title: String,
    /// What its cells hold, where they are not empty.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, numbers of things among them.
    Text,
    /// How many.
    Number,
    /// Amounts.
    Money,
    /// Dates.
    Date,
}

/// What stands in a table or behind a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many.
    Number(u64),
    /// An amount.
    Money(Money),
    /// A day, or what is known of one.
    Date(PartialDate),
    /// A day and a time.
    Time(DateTime),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Words, or nothing where there are none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// An amount, or nothing.
    #[must_use]
    pub fn money(money: Option<Money>) -> Self {
        money.map_or(Self::Empty, Self::Money)
    }

    /// A date, or nothing.
    #[must_use]
    pub fn date(date: Option<PartialDate>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

impl Table {
    /// The same without the columns in which nothing stands.
    #[must_use]
    pub fn without_empty_columns(self) -> Self {
        let is_used = |at: usize| {
            let cell = |row: &Vec<Cell>| row.get(at).is_some_and(|cell| *cell != Cell::Empty);
            self.rows.iter().any(cell)
        };
        let used: Vec<bool> = (0..self.columns.len()).map(is_used).collect();
        let narrowed = |rows: Vec<Vec<Cell>>| {
            let rows = rows.into_iter();
            rows.map(|row| kept(row, &used)).collect()
        };
        Self {
            columns: kept(self.columns, &used),
            rows: narrowed(self.rows),
            sums: narrowed(self.sums),
        }
    }

    /// The currencies of a column, in order of first appearance.
    #[must_use]
    pub fn currencies(&self, column: usize) -> Vec<Currency> {
        let mut found = Vec::new();
        for row in &self.rows {
            if let Some(Cell::Money(money)) = row.get(column)
                && !found.contains(&money.currency)
            {
                found.push(money.currency);
            }
        }
        found
    }
}

fn kept<T>(all: Vec<T>, used: &[bool]) -> Vec<T> {
    let all = all.into_iter().zip(used);
    all.filter_map(|(one, used)| used.then_some(one)).collect()
}
