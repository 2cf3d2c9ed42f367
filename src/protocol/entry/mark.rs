//! What a published thing is known by, with the words that registries have for it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::identifier::{Identifier, IdentifierError, IdentifierKind};

/// An identifier, raw as it stands on the thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Its kind.
    pub kind: MarkKind,
    /// What is written.
    pub value: String,
}

/// The kind of an identifier, as registries call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkKind(pub IdentifierKind);

impl MarkKind {
    /// The word for it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self.0 {
            IdentifierKind::Frame => "frame_number",
            other => other.key(),
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        IdentifierKind::ALL
            .into_iter()
            .map(Self)
            .find(|kind| kind.key() == key)
    }
}

impl Serialize for MarkKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for MarkKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Self::from_key(&key).ok_or_else(|| de::Error::custom("no kind of identifier"))
    }
}

impl Mark {
    /// The identifier that it is.
    ///
    /// # Errors
    /// The key of the text that says why it is none.
    pub fn identifier(&self) -> Result<Identifier, &'static str> {
        Identifier::parse(self.kind.0, &self.value).map_err(IdentifierError::text)
    }

    /// Only what somebody could read off a thing is listed.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        let keys = self.identifier()?.keys();
        match keys.first() {
            Some(key) if !key.is_filler() => Ok(()),
            _ => Err("error-identifier-none"),
        }
    }
}
