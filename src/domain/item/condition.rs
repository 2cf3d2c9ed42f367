//! How worn a thing is.

use minicbor::{Decode, Encode};

use crate::domain::keyed::keyed;

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

keyed!(Condition {
    New => "new",
    Good => "good",
    Worn => "worn",
    Broken => "broken",
});
