//! How a thing left the household.

use minicbor::{Decode, Encode};

use crate::domain::{dates::PartialDate, money::Money};

/// How a thing left the household.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Archived {
    /// In what way.
    #[n(0)]
    pub how: Departure,
    /// When.
    #[n(1)]
    pub on: Option<PartialDate>,
    /// To whom.
    #[n(2)]
    pub to: String,
    /// For how much.
    #[n(3)]
    pub price: Option<Money>,
}

/// In what way a thing left the household.
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
pub enum Departure {
    /// Sold.
    #[n(0)]
    Sold,
    /// Given away.
    #[n(1)]
    GivenAway,
    /// Thrown out.
    #[n(2)]
    ThrownOut,
}

impl Departure {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Sold, Self::GivenAway, Self::ThrownOut];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sold => "sold",
            Self::GivenAway => "given_away",
            Self::ThrownOut => "thrown_out",
        }
    }

    /// The way with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.key() == key)
    }
}
