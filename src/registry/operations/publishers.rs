//! Publishers: made known by a key, which another may take the place of.

use super::{
    Answer, Halt, answer,
    senders::{Sender, publisher_of},
};
use crate::{
    error::Result,
    protocol::{Flaw, key::KeyId},
    registry::{
        publisher::{KnownKey, Level, Publisher, PublisherId},
        refusal::Refusal,
        store::{Operation, Tx},
    },
};

/// Makes a publisher known by the key that it signs with. One that is known already is told as it is.
pub struct Register {
    /// Who asks.
    pub sender: Sender,
    /// The id that a new one gets.
    pub id: PublisherId,
}

/// A publisher that is known now, and whether it was not before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The publisher.
    pub publisher: Publisher,
    /// Whether it is new.
    pub is_new: bool,
}

impl Operation for Register {
    type Output = Answer<Registered>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.register(tx).await)
    }
}

impl Register {
    async fn register(&self, tx: &mut Tx<'_>) -> Result<Registered, Halt> {
        let key = &self.sender.signed.key;
        self.sender.use_nonce(tx).await?;
        if let Some(publisher) = publisher_of(tx, key).await? {
            return Ok(Registered {
                publisher,
                is_new: false,
            });
        }
        if tx.find::<KnownKey>(&key.to_bytes()).await?.is_some() {
            return Err(Flaw::UnknownKey.into());
        }
        let publisher = Publisher {
            id: self.id,
            level: Level::Key,
            since: self.sender.now,
            suspended: None,
            active: 0,
        };
        tx.keep(&self.id.bytes(), &publisher)?;
        tx.keep(
            &key.to_bytes(),
            &KnownKey {
                publisher: self.id,
                is_retired: false,
            },
        )?;
        Ok(Registered {
            publisher,
            is_new: true,
        })
    }
}

/// Puts a new key in the place of the one that a publisher has signed with, which signs nothing from then on.
pub struct Rotate {
    /// Who asks, with the old key.
    pub sender: Sender,
    /// The new key, which has signed the same request.
    pub new: KeyId,
}

impl Operation for Rotate {
    type Output = Answer<Publisher>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.rotate(tx).await)
    }
}

impl Rotate {
    async fn rotate(&self, tx: &mut Tx<'_>) -> Result<Publisher, Halt> {
        let publisher = self.sender.admit_to_write(tx).await?;
        if tx.find::<KnownKey>(&self.new.to_bytes()).await?.is_some() {
            return Err(Refusal::KeyInUse.into());
        }
        let (old, id) = (&self.sender.signed.key, publisher.id);
        tx.keep(
            &old.to_bytes(),
            &KnownKey {
                publisher: id,
                is_retired: true,
            },
        )?;
        tx.keep(
            &self.new.to_bytes(),
            &KnownKey {
                publisher: id,
                is_retired: false,
            },
        )?;
        Ok(publisher)
    }
}
