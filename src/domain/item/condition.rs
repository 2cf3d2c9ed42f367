//! How worn a thing is.

use minicbor::{Decode, Encode};

/// How worn a thing is.
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
pub enum Condition {
    /// As new.
    #[n(0)]
    New,
    /// Hardly used.
    #[n(1)]
    Good,
    /// Used.
    #[n(2)]
    Worn,
    /// Does not work.
    #[n(3)]
    Broken,
}

impl Condition {
    /// Every condition, the best first.
    pub const ALL: [Self; 4] = [Self::New, Self::Good, Self::Worn, Self::Broken];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Good => "good",
            Self::Worn => "worn",
            Self::Broken => "broken",
        }
    }

    /// The condition with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|condition| condition.key() == key)
    }
}
