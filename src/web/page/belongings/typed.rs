//! What a form holds, as it was typed.

use std::collections::BTreeMap;

use jiff::civil::Date;
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
pub(in crate::web) struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// One more text of a field.
    pub(in crate::web) fn add(&mut self, name: &str, text: impl Into<String>) {
        self.0.entry(name.to_owned()).or_default().push(text.into());
    }

    /// The text of a field where it is known.
    pub(in crate::web) fn add_known(&mut self, name: &str, known: Option<impl ToString>) {
        if let Some(known) = known {
            self.add(name, known.to_string());
        }
    }

    /// An amount with its currency.
    pub(in crate::web) fn add_money(&mut self, name: &str, money: Option<Money>, lang: Lang) {
        if let Some(money) = money {
            self.add(name, lang.money_field(money));
            self.add(&format!("{name}_currency"), money.currency.code());
        }
    }

    /// The same, filled in from a version.
    pub(in crate::web) fn filled_in_from(mut self, revision: Revision) -> Self {
        let revision = revision.get().to_string();
        self.0.insert("revision".to_owned(), vec![revision]);
        self
    }

    /// Every text of a field.
    pub(in crate::web) fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The text of a field that comes once; empty where there is none.
    pub(in crate::web) fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |text| text.trim())
    }

    /// Every field and its texts.
    pub(in crate::web) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(|text| (name.as_str(), text.as_str())))
    }

    /// The version that it was filled in from.
    pub(in crate::web) fn seen(&self) -> Revision {
        Revision::new(self.get("revision").parse().unwrap_or_default())
    }

    /// Whose version of an aspect holds, where two people saved at once: mine unless the form says otherwise.
    pub(in crate::web) fn side(&self, aspect: &str) -> Side {
        match self.get(&format!("keep.{aspect}")) {
            "theirs" => Side::Theirs,
            _ => Side::Mine,
        }
    }

    /// A field that may be empty, read; what is wrong with it is told under its name.
    pub(in crate::web) fn known<T>(
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

    /// A day that may be empty.
    pub(in crate::web) fn day(&self, field: &str, invalid: &mut Invalid) -> Option<Date> {
        self.known(field, invalid, |text| text.parse().map_err(|_| "error-day"))
    }

    /// A whole number that may be empty, as people group its digits.
    pub(in crate::web) fn number(&self, field: &str, invalid: &mut Invalid) -> Option<u32> {
        self.known(field, invalid, |text| {
            let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = is_plain.then(|| digits.parse().ok()).flatten();
            number.ok_or("error-whole-number")
        })
    }

    /// An amount that may be empty, in the household's currency where none is said.
    pub(in crate::web) fn money(
        &self,
        field: &str,
        household: Currency,
        invalid: &mut Invalid,
    ) -> Option<Money> {
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
}
