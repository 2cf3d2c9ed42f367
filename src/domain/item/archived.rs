//! How a thing left the household.

use minicbor::{Decode, Encode};

use crate::domain::{dates::PartialDate, invalid::Invalid, keyed::keyed, money::Money, text};

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

impl Archived {
    /// What of it nobody can say who archives a thing: what happened is told by an incident.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if self.how.is_of_incident() {
            invalid.push("how", "error-departure-happened");
        }
        if !text::fits(&self.to, text::LINE) {
            invalid.push("archived_to", "error-too-long");
        }
        if self.price.is_some_and(|price| price.minor < 0) {
            invalid.push("archived_price", "error-negative");
        }
        invalid
    }
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
    /// Stolen.
    #[n(3)]
    Stolen,
    /// Lost.
    #[n(4)]
    Lost,
    /// Destroyed.
    #[n(5)]
    Destroyed,
}

keyed!(Departure {
    Sold => "sold",
    GivenAway => "given_away",
    ThrownOut => "thrown_out",
    Stolen => "stolen",
    Lost => "lost",
    Destroyed => "destroyed",
});

impl Departure {
    /// Those that somebody chose; the others happened, and an incident tells of them.
    pub const CHOSEN: [Self; 3] = [Self::Sold, Self::GivenAway, Self::ThrownOut];

    /// Whether it happened, and nobody chose it.
    #[must_use]
    pub fn is_of_incident(self) -> bool {
        !Self::CHOSEN.contains(&self)
    }
}
