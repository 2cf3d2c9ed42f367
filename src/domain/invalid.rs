//! What a person gave that cannot be taken, field by field.

use std::fmt;

/// The fields that could not be taken, each with the key of the text that says why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invalid(Vec<(String, &'static str)>);

impl Invalid {
    /// Adds a field and the key of the text that says what is wrong with it.
    pub fn push(&mut self, field: impl Into<String>, text: &'static str) {
        self.0.push((field.into(), text));
    }

    /// The text key for a field, if it could not be taken.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&'static str> {
        self.0
            .iter()
            .find_map(|(name, text)| (name == field).then_some(*text))
    }

    /// Every field and its text key, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.0.iter().map(|(field, text)| (field.as_str(), *text))
    }

    /// Takes over what another found.
    pub fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The same fields as those of one of several: `items[3].name`.
    #[must_use]
    pub fn within(self, list: &str, at: usize) -> Self {
        let fields = self.0.into_iter();
        Self(
            fields
                .map(|(field, text)| (format!("{list}[{at}].{field}"), text))
                .collect(),
        )
    }

    /// Whether every field could be taken.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok` with the value when no field was refused, else every refused field.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, (field, text)) in self.0.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            write!(f, "{comma}{field}: {text}")?;
        }
        Ok(())
    }
}
