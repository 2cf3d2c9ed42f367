//! What a receipt's form holds: as it was typed, and read into details.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    access::Viewer,
    domain::{
        aspect::Side,
        country::Country,
        invalid::Invalid,
        lang::Lang,
        money::{Currency, Money},
        person::PersonId,
        receipt::{Aspect, Line, Payment, ReceiptDetails},
        rules::{Deal, Purpose},
        text,
    },
    error::{Error, Result},
    store::{Revision, Rows},
    web::page::{meant, refusals, wording::Wording},
};

/// What each line consists of: the fields `line.<number>.<column>`.
const COLUMNS: [&str; 3] = ["text", "price", "item"];
/// How many empty lines a form offers below those that say something, and when somebody asks for more.
const SPARE: usize = 1;
const MORE: usize = 4;

/// The form as it was typed: the texts of every field, of those that come several times all.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Draft(BTreeMap<String, Vec<String>>);

impl Draft {
    /// The form of a receipt as it is.
    pub(super) fn of(
        details: &ReceiptDetails,
        rows: &impl Rows,
        viewer: &Viewer,
        lang: Lang,
    ) -> Result<Self> {
        let mut draft = Self::default();
        for (name, text) in [
            ("shop", &details.shop),
            ("number", &details.number),
            ("note", &details.note),
        ] {
            draft.add(name, text.as_str());
        }
        draft.add_known("on", details.on);
        draft.add_known("received", details.received);
        for (name, money) in [("total", details.total), ("vat", details.vat)] {
            if let Some(money) = money {
                draft.add(name, lang.money_field(money));
                draft.add(&format!("{name}_currency"), money.currency.code());
            }
        }
        draft.add_known("payment", details.payment.map(Payment::key));
        draft.add_known("country", details.country.map(Country::key));
        draft.add("deal", details.deal.key());
        for purpose in &details.purposes {
            draft.add("purposes", purpose.key());
        }
        for person in &details.only {
            draft.add("only", person.to_string());
        }
        let words = Wording::new(rows, viewer, lang);
        for (at, line) in details.lines.iter().enumerate() {
            let item = match line.item {
                Some(item) => words.thing(item)?,
                None => None,
            };
            let price = line
                .price
                .map(|price| format!("{} {}", lang.money_field(price), price.currency.code()));
            draft.add(&cell(at, "text"), line.text.as_str());
            draft.add(&cell(at, "price"), price.unwrap_or_default());
            draft.add(&cell(at, "item"), item.unwrap_or_default());
        }
        Ok(draft)
    }

    /// The same, filled in from a version.
    pub(super) fn filled_in_from(mut self, revision: Revision) -> Self {
        self.0
            .insert("revision".to_owned(), vec![revision.get().to_string()]);
        self
    }

    fn add(&mut self, name: &str, text: impl Into<String>) {
        self.0.entry(name.to_owned()).or_default().push(text.into());
    }

    fn add_known(&mut self, name: &str, known: Option<impl ToString>) {
        if let Some(known) = known {
            self.add(name, known.to_string());
        }
    }

    /// Every text of a field.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The text of a field that comes once; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |text| text.trim())
    }

    /// Every field and its texts.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(|text| (name.as_str(), text.as_str())))
    }

    /// Whether the person asks for more lines instead of saving.
    pub(super) fn asks_for_more(&self) -> bool {
        !self.all("more").is_empty()
    }

    /// The version that it was filled in from.
    pub(super) fn seen(&self) -> Revision {
        Revision::new(self.get("revision").parse().unwrap_or_default())
    }

    /// How many lines the form shows.
    pub(super) fn lines(&self) -> usize {
        let spare = if self.asks_for_more() { MORE } else { SPARE };
        let is_told = |at: &usize| {
            COLUMNS
                .iter()
                .any(|column| !self.get(&cell(*at, column)).is_empty())
        };
        let told = (0..self.typed_lines()).rfind(is_told);
        told.map_or(0, |last| last + 1) + spare
    }

    fn typed_lines(&self) -> usize {
        let is_typed = |at: &usize| {
            COLUMNS
                .iter()
                .any(|column| self.0.contains_key(&cell(*at, column)))
        };
        (0..=ReceiptDetails::LINES).take_while(is_typed).count()
    }

    /// Whose version of an aspect holds, where two people saved at once: mine unless the form says otherwise.
    pub(super) fn side(&self, aspect: Aspect) -> Side {
        match self.get(&format!("keep.{}", aspect.key())) {
            "theirs" => Side::Theirs,
            _ => Side::Mine,
        }
    }

    /// Reads the form; amounts without a currency are in the household's own. `present` is the receipt as it is.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(super) fn read(
        &self,
        rows: &impl Rows,
        viewer: &Viewer,
        household: Currency,
        present: &ReceiptDetails,
    ) -> Result<ReceiptDetails> {
        let mut invalid = Invalid::default();
        let mut only: Vec<_> = self
            .all("only")
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        in_order(&mut only, &present.only);
        let details = ReceiptDetails {
            shop: text::line(self.get("shop")),
            on: self.known("on", &mut invalid, |text| {
                text.parse().map_err(|_| "error-date")
            }),
            received: self.known("received", &mut invalid, |text| {
                text.parse().map_err(|_| "error-day")
            }),
            total: self.money("total", household, &mut invalid),
            vat: self.money("vat", household, &mut invalid),
            payment: self.known("payment", &mut invalid, |key| {
                Payment::from_key(key).ok_or("error-choice")
            }),
            number: text::line(self.get("number")),
            note: text::prose(self.get("note")),
            purposes: Purpose::ALL
                .into_iter()
                .filter(|purpose| self.all("purposes").iter().any(|key| key == purpose.key()))
                .collect(),
            country: self.known("country", &mut invalid, |key| {
                Country::from_key(key).ok_or("error-choice")
            }),
            deal: Deal::from_key(self.get("deal")).unwrap_or_default(),
            lines: self.read_lines(rows, viewer, household, &mut invalid)?,
            only,
        };
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn read_lines(
        &self,
        rows: &impl Rows,
        viewer: &Viewer,
        household: Currency,
        invalid: &mut Invalid,
    ) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for at in 0..self.typed_lines() {
            let item = match self.get(&cell(at, "item")) {
                "" => None,
                named => match meant::thing(rows, viewer, named)? {
                    Ok(item) => Some(item),
                    Err(why) => {
                        invalid.push(cell(at, "item"), why);
                        None
                    }
                },
            };
            lines.push(Line {
                text: text::line(self.get(&cell(at, "text"))),
                price: self.known(&cell(at, "price"), invalid, |text| {
                    line_price(text, household)
                }),
                item,
            });
        }
        lines.retain(|line| *line != Line::default());
        Ok(lines)
    }

    /// A field that may be empty.
    fn known<T>(
        &self,
        field: &str,
        invalid: &mut Invalid,
        with: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let text = self.get(field);
        if text.is_empty() {
            return None;
        }
        match with(text) {
            Ok(value) => Some(value),
            Err(why) => {
                invalid.push(field, why);
                None
            }
        }
    }

    fn money(&self, field: &str, household: Currency, invalid: &mut Invalid) -> Option<Money> {
        self.known(field, invalid, |text| {
            let currency = match self.get(&format!("{field}_currency")) {
                "" => household,
                code => code.parse().map_err(refusals::money)?,
            };
            Money::parse(text, currency).map_err(refusals::money)
        })
    }
}

/// The name of a field of a line.
pub(super) fn cell(line: usize, column: &str) -> String {
    format!("line.{line}.{column}")
}

/// An amount with its currency behind it, or in the household's own.
pub(super) fn line_price(text: &str, household: Currency) -> Result<Money, &'static str> {
    let (amount, currency) = text
        .rsplit_once(char::is_whitespace)
        .and_then(|(amount, code)| Some((amount, code.parse::<Currency>().ok()?)))
        .unwrap_or((text, household));
    Money::parse(amount, currency).map_err(refusals::money)
}

/// Puts whom it was for already first, in the order that they had.
fn in_order(people: &mut [PersonId], present: &[PersonId]) {
    people.sort_by_key(|person| {
        present
            .iter()
            .position(|other| other == person)
            .unwrap_or(usize::MAX)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_of_a_line_keeps_its_currency() {
        let price = |text| line_price(text, Currency::SEK);
        assert_eq!(price("399 EUR").unwrap().currency.code(), "EUR");
        assert_eq!(price("1 299,50").unwrap().minor, 129_950);
        assert_eq!(price("1 299 kr").unwrap().minor, 129_900);
        assert_eq!(price("dyrt"), Err("error-amount"));
    }

    #[test]
    fn a_form_shows_what_was_typed_and_room_for_one_line_more() {
        let mut draft = Draft::default();
        assert_eq!(draft.lines(), 1);
        for (at, text) in ["Vattenkokare", "", "Kabel", "", ""]
            .into_iter()
            .enumerate()
        {
            draft.add(&cell(at, "text"), text);
        }
        assert_eq!(draft.lines(), 4);
        draft.add("more", "1");
        assert!(draft.asks_for_more());
        assert_eq!(draft.lines(), 7);
    }
}
