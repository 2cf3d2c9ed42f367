//! A form as it was typed: the texts of its fields, before anybody has made sense of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    domain::{
        aspect::Side,
        invalid::Invalid,
        lang::Lang,
        money::{Currency, Money},
    },
    store::Revision,
    web::page::refusals,
};

/// The texts of every field, of those that come several times all.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// Puts a text into a field.
    pub fn add(&mut self, name: &str, text: impl Into<String>) {
        self.0.entry(name.to_owned()).or_default().push(text.into());
    }

    /// Puts what is known into a field.
    pub fn add_known(&mut self, name: &str, known: Option<impl ToString>) {
        if let Some(known) = known {
            self.add(name, known.to_string());
        }
    }

    /// Puts an amount and its currency into their fields.
    pub fn add_money(&mut self, name: &str, money: Option<Money>, lang: Lang) {
        if let Some(money) = money {
            self.add(name, lang.money_field(money));
            self.add(&format!("{name}_currency"), money.currency.code());
        }
    }

    /// The same, filled in from a version.
    #[must_use]
    pub fn filled_in_from(mut self, revision: Revision) -> Self {
        let revision = vec![revision.get().to_string()];
        self.0.insert("revision".to_owned(), revision);
        self
    }

    /// The version that it was filled in from.
    #[must_use]
    pub fn seen(&self) -> Revision {
        Revision::new(self.get("revision").parse().unwrap_or_default())
    }

    /// Every text of a field.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The text of a field that comes once; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |text| text.trim())
    }

    /// Whether a field was sent, empty or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Every field and its texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(|text| (name.as_str(), text.as_str())))
    }

    /// Whose version of an aspect with this key holds, where two people saved at once: mine unless the form says otherwise.
    #[must_use]
    pub fn side(&self, aspect: &str) -> Side {
        match self.get(&format!("keep.{aspect}")) {
            "theirs" => Side::Theirs,
            _ => Side::Mine,
        }
    }

    /// Reads a field that may be empty; why it cannot be read is told by its name.
    pub fn known<T>(
        &self,
        field: &str,
        invalid: &mut Invalid,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let text = self.get(field);
        if text.is_empty() {
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            Err(why) => {
                invalid.push(field, why);
                None
            }
        }
    }

    /// Reads a day that may be empty.
    pub fn day(&self, field: &str, invalid: &mut Invalid) -> Option<jiff::civil::Date> {
        self.known(field, invalid, |text| text.parse().map_err(|_| "error-day"))
    }

    /// Reads a whole number that may be empty, as people group its digits.
    pub fn number(&self, field: &str, invalid: &mut Invalid) -> Option<u32> {
        self.known(field, invalid, |text| {
            let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = is_plain.then(|| digits.parse().ok()).flatten();
            number.ok_or("error-whole-number")
        })
    }

    /// Reads an amount that may be empty, in the household's currency where none is said.
    pub fn money(&self, field: &str, household: Currency, invalid: &mut Invalid) -> Option<Money> {
        self.known(field, invalid, |text| {
            let currency = match self.get(&format!("{field}_currency")) {
                "" => household,
                code => code.parse().map_err(refusals::money)?,
            };
            Money::parse(text, currency).map_err(refusals::money)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_says_nothing_and_a_wrong_one_says_why() {
        let mut typed = Typed::default();
        typed.add("start", " ");
        typed.add("until", "i morgon");
        let mut invalid = Invalid::default();
        assert_eq!(typed.day("start", &mut invalid), None);
        assert!(invalid.is_empty());
        assert_eq!(typed.day("until", &mut invalid), None);
        assert_eq!(invalid.get("until"), Some("error-day"));
    }

    #[test]
    fn a_number_is_read_as_people_write_it_and_nothing_else_is() {
        let read = |text: &str| {
            let mut typed = Typed::default();
            typed.add("meter", text);
            let mut invalid = Invalid::default();
            let number = typed.number("meter", &mut invalid);
            (number, invalid.get("meter"))
        };
        assert_eq!(read(" 42 310 "), (Some(42_310), None));
        assert_eq!(read(""), (None, None));
        for text in ["-1", "1,5", "många", "99999999999"] {
            assert_eq!(read(text), (None, Some("error-whole-number")), "{text}");
        }
    }

    #[test]
    fn mine_holds_unless_the_form_says_otherwise() {
        let mut typed = Typed::default().filled_in_from(Revision::new(7));
        assert_eq!(typed.seen(), Revision::new(7));
        assert_eq!(typed.side("term"), Side::Mine);
        typed.add("keep.term", "theirs");
        assert_eq!(typed.side("term"), Side::Theirs);
    }
}
