//! How and when a thing came into the household.

use minicbor::{Decode, Encode};

use crate::domain::{dates::PartialDate, keyed::keyed, money::Money};

/// How and when a thing came into the household.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Acquired {
    /// When, as exactly as known.
    #[n(0)]
    pub on: Option<PartialDate>,
    /// How.
    #[n(1)]
    pub how: Option<Acquisition>,
    /// From whom: a shop, a person.
    #[n(2)]
    pub from: String,
    /// What was paid, each.
    #[n(3)]
    pub price: Option<Money>,
}

/// How a thing came into the household.
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
pub enum Acquisition {
    /// For money.
    #[n(0)]
    Bought,
    /// As a gift.
    #[n(1)]
    Gift,
    /// By inheritance.
    #[n(2)]
    Inherited,
    /// Made at home.
    #[n(3)]
    Made,
    /// Found.
    #[n(4)]
    Found,
}

keyed!(Acquisition {
    Bought => "bought",
    Gift => "gift",
    Inherited => "inherited",
    Made => "made",
    Found => "found",
});
