//! The one error of the product: what went wrong, as its caller must tell it apart.

use std::fmt;

/// The result of everything that can fail on a person's behalf.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong. `http::reply` maps it to a status, a page and problem+json, in one place.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such thing, or not for this person's eyes: the two are never told apart.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and the request needs somebody.
    #[error("nobody is signed in")]
    SignedOut,
    /// The person may not do this.
    #[error("not permitted")]
    Denied,
    /// What the person gave cannot be taken, field by field.
    #[error("invalid: {0}")]
    Invalid(Invalid),
    /// Somebody else saved first; the caller shows both versions.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// More bytes or pixels than the settings allow.
    #[error("too large: at most {limit} {unit}")]
    TooLarge {
        /// The largest allowed.
        limit: u64,
        /// What `limit` counts: the key suffix of a text, such as `bytes` or `pixels`.
        unit: &'static str,
    },
    /// Too many attempts; wait this many seconds.
    #[error("slow down: {0} s")]
    SlowDown(u64),
    /// The server cannot do it right now (full or read-only disk, busy); nothing was changed.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A defect or a broken file: logged whole, shown as an operation id.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// An internal error from whatever a library reported.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// One field that cannot be taken, with the key of the text that says why.
    #[must_use]
    pub fn invalid(field: &'static str, text: &'static str) -> Self {
        let mut invalid = Invalid::default();
        invalid.push(field, text);
        Self::Invalid(invalid)
    }
}

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

    /// `Ok` with the value when no field was refused.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every refused field.
    pub fn or<T>(self, value: T) -> Result<T> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(Error::Invalid(self))
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
