//! A report's table as CSV (RFC 4180), as spreadsheets of the reader's country open it.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::table::{Cell, Column, ColumnKind, Table};
use crate::{
    domain::{
        lang::Lang,
        money::{Currency, Money},
    },
    error::{Error, Result},
};

/// What a file begins with that is UTF-8: without it, Excel takes letters for those of an older alphabet.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a table, its titles first. Sums are left out: whoever reads a list of things wants things in every row. Amounts are bare
/// numbers; their currency stands in the title or, where a column has several, in a column behind it.
pub fn write(table: &Table, lang: Lang, mut to: impl Write) -> Result<()> {
    to.write_all(MARK).map_err(Error::internal)?;
    let mut file = WriterBuilder::new()
        .delimiter(delimiter(lang))
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(to);
    let columns: Vec<Stands> = (0..table.columns.len())
        .map(|at| Stands::of(table, at))
        .collect();
    let heads = table.columns.iter().zip(&columns);
    let heads = heads.flat_map(|(column, stands)| stands.heads(column, lang));
    file.write_record(heads).map_err(Error::internal)?;
    for row in &table.rows {
        let cells = row.iter().zip(&columns);
        let fields = cells.flat_map(|(cell, stands)| stands.fields(cell, lang));
        file.write_record(fields).map_err(Error::internal)?;
    }
    file.flush().map_err(Error::internal)
}

/// What stands between two fields: where the comma is the decimal sign, it cannot be that too.
const fn delimiter(lang: Lang) -> u8 {
    match lang {
        Lang::Sv => b';',
        Lang::En => b',',
    }
}

/// Where the currency of a column's amounts stands.
enum Stands {
    /// Nowhere: there are no amounts.
    Nowhere,
    /// In the title, for it is the same in every row.
    Above(Currency),
    /// In a column of its own.
    Beside,
}

impl Stands {
    fn of(table: &Table, at: usize) -> Self {
        if table.columns[at].kind != ColumnKind::Money {
            return Self::Nowhere;
        }
        match table.currencies(at).as_slice() {
            [] => Self::Nowhere,
            [currency] => Self::Above(*currency),
            _ => Self::Beside,
        }
    }

    fn heads(&self, column: &Column, lang: Lang) -> Vec<String> {
        let title = guarded(&column.title);
        match self {
            Self::Nowhere => vec![title],
            Self::Above(currency) => vec![format!("{title} ({currency})")],
            Self::Beside => vec![title, lang.text("reports-currency")],
        }
    }

    fn fields(&self, cell: &Cell, lang: Lang) -> Vec<String> {
        let mut fields = vec![field(cell, lang)];
        if let Self::Beside = self {
            fields.push(match cell {
                Cell::Money(money) => money.currency.to_string(),
                _ => String::new(),
            });
        }
        fields
    }
}

fn field(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Money(money) => amount(*money, lang),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

fn amount(money: Money, lang: Lang) -> String {
    let plain = money.decimal();
    match lang {
        Lang::Sv => plain.replace('.', ","),
        Lang::En => plain,
    }
}

/// A text that no spreadsheet takes for a formula (OWASP, CSV injection): one that begins as a formula may gets an apostrophe
/// before it, which spreadsheets know as the sign of a text.
fn guarded(text: &str) -> String {
    let begins = |text: &str| {
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    };
    if begins(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
