//! What one thing has to do with another.

use minicbor::{Decode, Encode};

use super::ItemId;

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

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Set, Self::Accessory, Self::Replaces];

    /// The word that forms and links use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Accessory => "accessory",
            Self::Replaces => "replaces",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
