//! How dear a thing is to the household: nothing to do with what it is worth.

use minicbor::{Decode, Encode};

use crate::domain::keyed::keyed;

/// How dear a thing is.
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
pub enum Affection {
    /// One is glad to have it.
    #[n(0)]
    Liked,
    /// One would miss it.
    #[n(1)]
    Dear,
    /// No money could make up for it.
    #[n(2)]
    Irreplaceable,
}

keyed!(Affection {
    Liked => "liked",
    Dear => "dear",
    Irreplaceable => "irreplaceable",
});
