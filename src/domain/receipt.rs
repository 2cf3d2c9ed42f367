//! A receipt: what was bought where, for how much, and which things it proves.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects,
    country::Country,
    dates::PartialDate,
    id::Id,
    invalid::Invalid,
    item::ItemId,
    keyed::keyed,
    money::{Money, Sums},
    person::PersonId,
    rules::{Deal, Purchase, Purpose},
    text,
};

/// The id of a receipt.
pub type ReceiptId = Id<Receipt>;

/// A receipt, an invoice or another proof of having paid. Its pages are its attachments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Receipt {
    /// Which.
    #[n(0)]
    pub id: ReceiptId,
    /// What is said about it.
    #[n(1)]
    pub details: ReceiptDetails,
}

/// What a person says about a receipt: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReceiptDetails {
    /// Who sold it; empty until somebody has looked at it.
    #[n(0)]
    pub shop: String,
    /// When it was bought or paid.
    #[n(1)]
    pub on: Option<PartialDate>,
    /// When the goods came or the work was done, where that was another day.
    #[cbor(n(2), with = "super::dates::iso")]
    pub received: Option<Date>,
    /// What was paid in all.
    #[n(3)]
    pub total: Option<Money>,
    /// The value added tax in the total.
    #[n(4)]
    pub vat: Option<Money>,
    /// How it was paid.
    #[n(5)]
    pub payment: Option<Payment>,
    /// The number that the shop gave it.
    #[n(6)]
    pub number: String,
    /// What else there is to say, in Markdown.
    #[n(7)]
    pub note: String,
    /// What it is kept for.
    #[n(8)]
    pub purposes: Vec<Purpose>,
    /// The country whose law holds between buyer and seller; the household's own where nobody says.
    #[n(9)]
    pub country: Option<Country>,
    /// What was agreed on with whom.
    #[n(10)]
    pub deal: Deal,
    /// What was bought, line by line.
    #[n(11)]
    pub lines: Vec<Line>,
    /// The members of the household who alone see it; all of them where it is nobody's own.
    #[n(12)]
    pub only: Vec<PersonId>,
}

/// One line of a receipt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Line {
    /// What it says.
    #[n(0)]
    pub text: String,
    /// What was paid for all of it.
    #[n(1)]
    pub price: Option<Money>,
    /// The thing that it proves.
    #[n(2)]
    pub item: Option<ItemId>,
}

/// How something was paid.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// By card.
    #[n(0)]
    Card,
    /// In cash.
    #[n(1)]
    Cash,
    /// By a telephone: Swish and its like.
    #[n(2)]
    Mobile,
    /// By invoice.
    #[n(3)]
    Invoice,
    /// From account to account.
    #[n(4)]
    Transfer,
    /// In instalments.
    #[n(5)]
    Instalments,
    /// With a gift card or a voucher.
    #[n(6)]
    Voucher,
    /// In another way.
    #[n(7)]
    Other,
    /// Through a service on the web: `iDEAL`, `PayPal`, Klarna.
    #[n(8)]
    Online,
}

keyed!(Payment {
    Card => "card",
    Cash => "cash",
    Mobile => "mobile",
    Online => "online",
    Invoice => "invoice",
    Transfer => "transfer",
    Instalments => "instalments",
    Voucher => "voucher",
    Other => "other",
});

aspects!(ReceiptDetails {
    /// Who sold it.
    Shop = "shop" at shop;
    /// When.
    On = "on" at on;
    /// When it came.
    Received = "received" at received;
    /// What was paid.
    Total = "total" at total;
    /// The tax in it.
    Vat = "vat" at vat;
    /// How it was paid.
    Payment = "payment" at payment;
    /// Its number.
    Number = "number" at number;
    /// What was bought.
    Lines = "lines" at lines;
    /// What it is kept for.
    Purposes = "purposes" at purposes;
    /// Whose law holds.
    Country = "country" at country;
    /// What was agreed on.
    Deal = "deal" at deal;
    /// Who alone sees it.
    Only = "only" at only;
    /// What else there is to say.
    Note = "note" at note;
});

impl ReceiptDetails {
    /// The most lines that a receipt has.
    pub const LINES: usize = 500;

    /// The things that it proves, each once, in the order of its lines.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        let mut items = Vec::new();
        for item in self.lines.iter().filter_map(|line| line.item) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        items
    }

    /// What somebody has written about it, text by text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let said = [&self.shop, &self.number, &self.note].map(String::as_str);
        let lines = self.lines.iter().map(|line| line.text.as_str());
        said.into_iter().chain(lines)
    }

    /// The purchase, as rules count from it: where only a month or a year is known, its last day, so that nothing is
    /// thrown away too early.
    #[must_use]
    pub fn purchase(&self) -> Option<Purchase> {
        Some(Purchase {
            on: self.on?.last_day(),
            received: self.received,
        })
    }

    /// Fills in from what was read what nobody has said yet; what somebody has said stays. A line that it has already, by its
    /// words, is not added again, though it may prove a thing from now on.
    pub fn fill(&mut self, read: Self) {
        if self.shop.is_empty() {
            self.shop = read.shop;
        }
        if self.number.is_empty() {
            self.number = read.number;
        }
        if self.purposes.is_empty() {
            self.purposes = read.purposes;
        }
        self.on = self.on.or(read.on);
        self.total = self.total.or(read.total);
        self.vat = self.vat.or(read.vat);
        self.payment = self.payment.or(read.payment);
        let mut present: Vec<usize> = (0..self.lines.len()).collect();
        for line in read.lines {
            let same = present.iter().position(|at| {
                let known = &self.lines[*at];
                known.text == line.text
                    && (known.item.is_none() || line.item.is_none() || known.item == line.item)
            });
            match same {
                Some(same) => {
                    let known = &mut self.lines[present.swap_remove(same)];
                    known.price = known.price.or(line.price);
                    known.item = known.item.or(line.item);
                }
                None => self.lines.push(line),
            }
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        for (field, line) in [("shop", &self.shop), ("number", &self.number)] {
            if !text::fits(line, text::LINE) {
                invalid.push(field, "error-too-long");
            }
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        if self.vat.is_some_and(|vat| vat.minor < 0) {
            invalid.push("vat", "error-negative");
        }
        if let (Some(on), Some(received)) = (self.on, self.received)
            && received < on.first_day()
        {
            invalid.push("received", "error-received-before");
        }
        if self.lines.len() > Self::LINES {
            invalid.push("lines", "error-too-many");
        }
        if self
            .lines
            .iter()
            .any(|line| !text::fits(&line.text, text::LINE))
        {
            invalid.push("lines", "error-too-long");
        }
        invalid
    }

    /// What its lines come to, as far as they say.
    #[must_use]
    pub fn lines_total(&self) -> Sums {
        let mut sums = Sums::default();
        for price in self.lines.iter().filter_map(|line| line.price) {
            sums.add(price, 1);
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn a_receipt_proves_each_thing_once() {
        let [kettle, iron] = [1, 2].map(|number| Id::from_uuid(Uuid::from_u128(number)));
        let line = |item| Line {
            item,
            ..Line::default()
        };
        let details = ReceiptDetails {
            lines: vec![
                line(Some(iron)),
                line(None),
                line(Some(kettle)),
                line(Some(iron)),
            ],
            ..ReceiptDetails::default()
        };
        assert_eq!(details.items(), [iron, kettle]);
    }

    #[test]
    fn where_only_the_month_is_known_rules_count_from_its_last_day() {
        let details = ReceiptDetails {
            on: "2024-02".parse().ok(),
            ..ReceiptDetails::default()
        };
        assert_eq!(details.purchase().unwrap().on, date(2024, 2, 29));
        assert_eq!(ReceiptDetails::default().purchase(), None);
    }

    #[test]
    fn what_was_read_fills_in_what_nobody_said_and_adds_no_line_twice() {
        let line = |text: &str, price: Option<i64>, item| Line {
            text: text.to_owned(),
            price: price.map(|minor| Money::new(minor, Currency::SEK)),
            item,
        };
        let kettle = Id::from_uuid(Uuid::from_u128(1));
        let mut details = ReceiptDetails {
            shop: "Järnboden".to_owned(),
            lines: vec![line("Vattenkokare", None, None), line("Kabel", None, None)],
            ..ReceiptDetails::default()
        };
        details.fill(ReceiptDetails {
            shop: "JARNBODEN AB".to_owned(),
            number: "1207".to_owned(),
            lines: vec![
                line("Kabel", Some(9_900), None),
                line("Kabel", Some(9_900), None),
                line("Vattenkokare", Some(49_900), Some(kettle)),
            ],
            ..ReceiptDetails::default()
        });
        assert_eq!((&*details.shop, &*details.number), ("Järnboden", "1207"));
        let lines = [
            line("Vattenkokare", Some(49_900), Some(kettle)),
            line("Kabel", Some(9_900), None),
            line("Kabel", Some(9_900), None),
        ];
        assert_eq!(details.lines, lines);
        let before = details.clone();
        details.fill(before.clone());
        assert_eq!(details, before, "saying yes twice changes nothing");
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let details = ReceiptDetails {
            shop: "x".repeat(text::LINE + 1),
            on: "2024-05-03".parse().ok(),
            received: Some(date(2024, 5, 2)),
            vat: Some(Money::new(-1, Currency::SEK)),
            lines: vec![Line::default(); ReceiptDetails::LINES + 1],
            ..ReceiptDetails::default()
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["shop", "vat", "received", "lines"]);
        assert!(
            ReceiptDetails::default().check().is_empty(),
            "nothing need be said"
        );
    }
}
