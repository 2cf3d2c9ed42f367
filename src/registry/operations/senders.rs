//! Who sends a signed request: a key that is known, with a nonce that it has not used.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::Halt;
use crate::{
    error,
    protocol::{Flaw, key::KeyId, signature::Signed},
    registry::{
        publisher::{KnownKey, Publisher},
        refusal::Refusal,
        store::{Table, Tx},
    },
};

/// Whoever has signed a request, as its signature says.
#[derive(Clone, Debug)]
pub struct Sender {
    /// What was signed with.
    pub signed: Signed,
    /// When it came.
    pub now: Timestamp,
}

impl Sender {
    /// The publisher that it is, who may look at what is its own. Its nonce is used up.
    pub(super) async fn admit(&self, tx: &mut Tx<'_>) -> Result<Publisher, Halt> {
        self.use_nonce(tx).await?;
        self.look(tx).await
    }

    /// The same, once more in one request.
    pub(super) async fn look(&self, tx: &mut Tx<'_>) -> Result<Publisher, Halt> {
        publisher_of(tx, &self.signed.key)
            .await?
            .ok_or_else(|| Flaw::UnknownKey.into())
    }

    /// The publisher that it is, who may change what is its own.
    pub(super) async fn admit_to_write(&self, tx: &mut Tx<'_>) -> Result<Publisher, Halt> {
        let publisher = self.admit(tx).await?;
        match publisher.suspended {
            Some(_) => Err(Refusal::Suspended.into()),
            None => Ok(publisher),
        }
    }

    /// Sees to it that the same request is not taken twice. A nonce is kept until its signature has run out, and nobody can say of
    /// one that was purged that it is new: its signature is stale by then.
    pub(super) async fn use_nonce(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        let mut key = self.signed.key.to_bytes().to_vec();
        key.extend(self.signed.nonce.as_bytes());
        let key = Sha256::digest(&key).to_vec();
        if tx.get(Table::Nonces, &key).await?.is_some() {
            return Err(Flaw::Replayed.into());
        }
        let until = self.signed.expires.as_second().to_be_bytes();
        tx.put(Table::Nonces, key, until.to_vec());
        Ok(())
    }
}

/// The publisher for whom a key signs.
pub(super) async fn publisher_of(tx: &mut Tx<'_>, key: &KeyId) -> error::Result<Option<Publisher>> {
    match tx.find::<KnownKey>(&key.to_bytes()).await? {
        Some(known) if !known.is_retired => tx.find(&known.publisher.bytes()).await,
        _ => Ok(None),
    }
}
