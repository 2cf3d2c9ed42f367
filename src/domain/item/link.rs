//! What one thing has to do with another.

use minicbor::{Decode, Encode};

use super::ItemId;
use crate::domain::keyed::keyed;

/// What one thing has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ItemLink {
    /// In what way.
    #[n(0)]
    pub kind: LinkKind,
    /// With which.
    #[n(1)]
    pub to: ItemId,
}

/// In what way two things belong together.
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
pub enum LinkKind {
    /// They form a set; says the same in both directions.
    #[n(0)]
    Set,
    /// This one is an accessory of the other.
    #[n(1)]
    Accessory,
    /// This one replaces the other.
    #[n(2)]
    Replaces,
}

keyed!(LinkKind {
    Set => "set",
    Accessory => "accessory",
    Replaces => "replaces",
});
