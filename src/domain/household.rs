//! The household whose archive this is.

use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{country::Country, id::Id, lang::Lang, money::Currency};

/// The id of the household: there is one in each archive.
pub type HouseholdId = Id<Household>;

/// The household and what it has in common.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Household {
    /// What it is called.
    #[n(0)]
    pub name: String,
    /// The language of those who have not chosen one.
    #[n(1)]
    pub lang: Lang,
    /// The currency that values are counted and totalled in.
    #[n(2)]
    pub currency: Currency,
    /// The country that it is at home in: whose rules its papers are kept by.
    #[n(3)]
    #[cbor(default)]
    pub country: Country,
}

impl Household {
    /// The key of its only row.
    pub const ID: HouseholdId = Id::from_uuid(Uuid::nil());
}
