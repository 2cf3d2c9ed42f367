//! The inbox of a publisher: sealed messages that wait until the home has them, and says so.

use jiff::Timestamp;

use super::{Answer, Halt, answer, senders::Sender, ways};
use crate::{
    error::Result,
    registry::{
        publisher::PublisherId,
        record,
        store::{Direction, Operation, Span, Table, Tx},
        thread::Letter,
    },
};

/// How many messages are fetched at once.
pub const PAGE: usize = 50;
/// The bytes of an id: a moment, and what chance gave.
const ID: usize = 24;

/// What a message is acknowledged by: the end of its key.
pub type LetterId = [u8; ID];

/// Fetches what waits, the oldest first.
pub struct Fetch {
    /// Who asks; none where the same request looks once more while it waits.
    pub sender: Sender,
    /// Whether this is the request's first look, which uses its nonce up.
    pub is_first: bool,
    /// The last message that the home has.
    pub after: Option<LetterId>,
}

impl Operation for Fetch {
    type Output = Answer<Vec<(LetterId, Letter)>>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.fetch(tx).await)
    }
}

impl Fetch {
    async fn fetch(&self, tx: &mut Tx<'_>) -> Result<Vec<(LetterId, Letter)>, Halt> {
        let publisher = if self.is_first {
            self.sender.admit(tx).await?
        } else {
            self.sender.look(tx).await?
        };
        let mut span = Span::prefix(&publisher.id.bytes());
        if let Some(after) = self.after {
            span = span.after(&key(publisher.id, after));
        }
        let letters = tx
            .range(Table::Inbox, span, PAGE, Direction::Forwards)
            .await?;
        let mut waiting = Vec::with_capacity(letters.len());
        for (key, letter) in letters {
            if let Some(id) = key.last_chunk() {
                waiting.push((*id, record::decode(&letter)?));
            }
        }
        Ok(waiting)
    }
}

/// Forgets messages that the home has. One that is gone already is gone.
pub struct Acknowledge {
    /// Who asks.
    pub sender: Sender,
    /// Which.
    pub ids: Vec<LetterId>,
}

impl Operation for Acknowledge {
    type Output = Answer<()>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.acknowledge(tx).await)
    }
}

impl Acknowledge {
    async fn acknowledge(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        let publisher = self.sender.admit(tx).await?;
        for id in &self.ids {
            tx.remove(Table::Inbox, key(publisher.id, *id));
        }
        Ok(())
    }
}

/// Lets a message wait for a publisher.
pub(super) fn put(
    tx: &mut Tx<'_>,
    publisher: PublisherId,
    at: Timestamp,
    id: [u8; 16],
    letter: &Letter,
) -> Result<()> {
    let key = [publisher.bytes().as_slice(), &ways::moment(at), &id].concat();
    tx.put_row(Table::Inbox, key, letter)
}

fn key(publisher: PublisherId, id: LetterId) -> Vec<u8> {
    [publisher.bytes().as_slice(), &id].concat()
}
