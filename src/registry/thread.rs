//! A conversation between a finder and an owner, neither of whom learns who the other is: all that is kept of it is sealed.

use jiff::{SignedDuration, Timestamp};
use minicbor::{Decode, Encode};

use super::{listing::EntryId, publisher::PublisherId};
use crate::{
    domain::{dates::millis, id::Id},
    protocol::{
        contact::ContactKey,
        token::{ThreadToken, TokenHash},
    },
};

/// The id of a thread: half of its token's hash, so that one look-up finds it from either side.
pub type ThreadId = Id<Thread>;

/// How long a thread is kept after it was begun.
pub const TERM: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Thread {
    /// The hash of the token that opens it.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// The entry that it is about.
    #[n(1)]
    pub entry: EntryId,
    /// Whose that is.
    #[n(2)]
    pub publisher: PublisherId,
    /// The key that answers are sealed to, as its 32 bytes.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub finder: [u8; 32],
    /// The key that what the finder writes is sealed to.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub owner: [u8; 32],
    /// When it is forgotten.
    #[cbor(n(5), with = "millis")]
    pub until: Timestamp,
    /// Whether its owner has ended it.
    #[n(6)]
    pub is_closed: bool,
}

impl Thread {
    /// The id of the thread that a token opens.
    #[must_use]
    pub fn id_of(hash: TokenHash) -> ThreadId {
        let mut id = [0; 16];
        id.copy_from_slice(&hash.0[..16]);
        ThreadId::from_bytes(id)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> ThreadId {
        Self::id_of(TokenHash(self.hash))
    }

    /// Whether a token opens it.
    #[must_use]
    pub fn is_opened_by(&self, token: &ThreadToken) -> bool {
        subtle::ConstantTimeEq::ct_eq(&self.hash[..], &token.hash().0[..]).into()
    }
}

/// A message that waits for an owner, or for a finder.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Letter {
    /// The thread that it belongs to.
    #[n(0)]
    pub thread: ThreadId,
    /// The entry that it is about.
    #[n(1)]
    pub entry: EntryId,
    /// Whether its reader has written it: what finders have written is kept for them too.
    #[n(2)]
    pub is_own: bool,
    /// The sealed message.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
    /// The key that an answer is sealed to, as its 32 bytes.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub reply_to: [u8; 32],
    /// When it came.
    #[cbor(n(5), with = "millis")]
    pub at: Timestamp,
}

/// A key that is kept as its bytes: it was one when it came.
///
/// # Errors
/// [`Error::Internal`](crate::error::Error::Internal) when it is none.
pub fn contact(bytes: [u8; 32]) -> crate::error::Result<ContactKey> {
    ContactKey::from_bytes(bytes).map_err(crate::error::Error::internal)
}
