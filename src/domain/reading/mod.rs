//! Reading: what a page's text says of a purchase or of a thing, proposed and never more.

mod amount;
pub mod barcode;
mod currency;
mod date;
mod day;
mod goods;
mod label;
mod number;
pub mod page;
mod paper;
mod payment;
pub mod plate;
mod row;
mod serial;
mod shop;
#[cfg(test)]
mod specimen;
mod total;
mod trade;
mod vat;
mod word;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::goods::ProposedLine;
use self::{
    page::{Page, Rect},
    paper::Paper,
};
use crate::domain::{
    dates::PartialDate,
    money::{Currency, Money},
    receipt::{Line, Payment, ReceiptDetails},
    text,
};

/// What was read, where it stands, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// What was read.
    pub value: T,
    /// The page, counted from 0.
    pub page: usize,
    /// Where it stands on the upright page.
    pub place: Rect,
    /// From 0 to 1; below a half a person should look twice.
    pub confidence: f32,
}

/// The confidence of a find that comes after another: less than that one's.
fn below<T>(before: Option<&Found<T>>, confidence: f32) -> f32 {
    before.map_or(confidence, |before| confidence.min(before.confidence * 0.7))
}

/// What a receipt or an invoice seems to say. A list has the likeliest first, and at most three.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// Who sold it.
    pub shop: Vec<Found<String>>,
    /// When it was bought, never after today.
    pub date: Vec<Found<Date>>,
    /// What was paid in all.
    pub total: Vec<Found<Money>>,
    /// The tax in it.
    pub vat: Option<Found<Money>>,
    /// The number of the receipt or the invoice.
    pub number: Option<Found<String>>,
    /// How it was paid.
    pub payment: Option<Found<Payment>>,
    /// What was bought.
    pub lines: Vec<ProposedLine>,
}

impl Proposal {
    /// Reads the pages of a receipt or an invoice, as of today, for a household that pays with this at home: its currency
    /// is meant where the paper tells of none.
    #[must_use]
    pub fn read(pages: &[Page], today: Date, home: Currency) -> Self {
        let paper = Paper::new(pages);
        let total = total::totals(&paper, home);
        let sum = total.first().map(|found| found.value);
        Self {
            shop: shop::shops(&paper),
            date: date::dates(&paper, today),
            vat: vat::vat(&paper, sum),
            number: number::number(&paper),
            payment: payment::payment(&paper),
            lines: goods::goods(&paper, sum.map_or(home, |sum| sum.currency)),
            total,
        }
    }

    /// The likeliest of everything, as a person would say it of the receipt.
    #[must_use]
    pub fn details(&self) -> ReceiptDetails {
        ReceiptDetails {
            shop: self
                .shop
                .first()
                .map_or_else(String::new, |found| short(&found.value)),
            on: self.date.first().map(|found| PartialDate::Day(found.value)),
            total: self.total.first().map(|found| found.value),
            vat: self.vat.map(|found| found.value),
            number: self
                .number
                .as_ref()
                .map_or_else(String::new, |found| short(&found.value)),
            payment: self.payment.map(|found| found.value),
            lines: self.lines.iter().map(ProposedLine::line).collect(),
            ..ReceiptDetails::default()
        }
    }
}

impl ProposedLine {
    /// The line as a receipt has it.
    #[must_use]
    pub fn line(&self) -> Line {
        Line {
            text: short(&self.name.value),
            price: self.amount.map(|found| found.value),
            item: None,
        }
    }
}

/// What a thing may be called, at most: what was read may be a whole paragraph.
fn short(read: &str) -> String {
    let line = text::line(read);
    line.chars().take(text::NAME).collect()
}

#[cfg(test)]
mod tests;
