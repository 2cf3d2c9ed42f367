//! An entry of the change log: one action, and every row that it touched.

use jiff::Timestamp;
use minicbor::{Decode, Encode};

use super::record::{Key, Revision};
use crate::domain::{dates::millis, person::PersonId};

/// One action: what was done, by whom, when, and to which rows.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Change {
    /// Its place in the log, from 1 without gaps.
    #[n(0)]
    pub number: u64,
    /// When.
    #[cbor(n(1), with = "millis")]
    pub at: Timestamp,
    /// By whom; nobody when the program did it by itself.
    #[n(2)]
    pub by: Option<PersonId>,
    /// What was done: the key of a text, without its prefix `action-`.
    #[n(3)]
    pub action: String,
    /// The rows it touched, each once.
    #[n(4)]
    pub touched: Vec<Touch>,
    /// The change that this one took back.
    #[n(5)]
    pub undoes: Option<u64>,
}

/// What an action did to one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Touch {
    /// Which row.
    #[n(0)]
    pub key: Key,
    /// What it was before; none when it was made.
    #[n(1)]
    pub before: Option<Revision>,
    /// Whether it is gone for good.
    #[n(2)]
    pub purged: bool,
}
