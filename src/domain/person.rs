//! A member of the household, who may own things and may sign in.

use minicbor::{Decode, Encode};

use super::{id::Id, keyed::keyed};

/// The id of a person.
pub type PersonId = Id<Person>;

/// What a person may do.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, people and settings included.
    #[n(0)]
    Owner,
    /// Everything in the archive; not people and settings.
    #[n(1)]
    Adult,
    /// Sees what is shared, adds things, changes those it owns or added itself.
    #[n(2)]
    Child,
    /// Reads only what is shared with them by name.
    #[n(3)]
    Guest,
}

keyed!(Role {
    Owner => "owner",
    Adult => "adult",
    Child => "child",
    Guest => "guest",
});

/// A person of the household.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Person {
    /// Who.
    #[n(0)]
    pub id: PersonId,
    /// What they are called, and what they sign in with; unique in the household, case ignored.
    #[n(1)]
    pub name: String,
    /// What they may do.
    #[n(2)]
    pub role: Role,
}
