//! Why the registry does not do what it was asked: an answer, and no failure.

use std::fmt;

use crate::{domain::invalid::Invalid, protocol::Flaw};

/// A refusal. What was asked has changed nothing, but that its nonce is used up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The signature is missing, does not hold, is of a key that signs for nobody, or came before.
    Unsigned(Flaw),
    /// The new key has signed for somebody before.
    KeyInUse,
    /// Nothing is taken from this publisher.
    Suspended,
    /// It has as many entries as its level allows.
    LevelTooLow,
    /// It is somebody else's.
    NotYours,
    /// The conversation is over.
    Closed,
    /// There is none.
    NotFound,
    /// Another revision is kept, or other bytes of the same.
    RevisionConflict {
        /// The revision that is kept.
        current: u64,
    },
    /// It was erased, for good.
    Erased,
    /// It is no message of the protocol; what is wrong with it, in English.
    Malformed(String),
    /// What was said breaks a rule, field by field.
    Invalid(Invalid),
    /// Not now: again after so many seconds.
    SlowDown(u64),
}

impl Refusal {
    /// What was sent is no message of the protocol.
    pub fn malformed(why: impl fmt::Display) -> Self {
        Self::Malformed(why.to_string())
    }
}

impl From<Flaw> for Refusal {
    fn from(flaw: Flaw) -> Self {
        Self::Unsigned(flaw)
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}
