//! Why a thing is its owners' separate property, which no division of property takes from them.

use minicbor::{Decode, Encode};

use crate::domain::keyed::keyed;

/// That a thing is its owners' separate property (enskild egendom), and why.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Separate {
    /// Why.
    #[n(0)]
    pub why: Ground,
    /// More about that: the day of the settlement, who gave it, where the will lies.
    #[n(1)]
    pub note: String,
}

/// What makes a thing separate property.
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
pub enum Ground {
    /// A marriage settlement (äktenskapsförord), or an agreement of those who live together.
    #[n(0)]
    Settlement,
    /// Whoever gave it made that a condition.
    #[n(1)]
    Gift,
    /// Whoever left it made that a condition in a will.
    #[n(2)]
    Will,
    /// It came in the place of something that was.
    #[n(3)]
    Replaces,
    /// Something else.
    #[n(4)]
    Other,
}

keyed!(Ground {
    Settlement => "settlement",
    Gift => "gift",
    Will => "will",
    Replaces => "replaces",
    Other => "other",
});
