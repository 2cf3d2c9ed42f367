//! A form as it was typed: the texts of its fields, before anybody has made sense of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    domain::{aspect::Side, invalid::Invalid},
    store::Revision,
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

    /// The text of a field that comes once; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let first = self.0.get(name).and_then(|texts| texts.first());
        first.map_or("", |text| text.trim())
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
    fn mine_holds_unless_the_form_says_otherwise() {
        let mut typed = Typed::default().filled_in_from(Revision::new(7));
        assert_eq!(typed.seen(), Revision::new(7));
        assert_eq!(typed.side("term"), Side::Mine);
        typed.add("keep.term", "theirs");
        assert_eq!(typed.side("term"), Side::Theirs);
    }
}
