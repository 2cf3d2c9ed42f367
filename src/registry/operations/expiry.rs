//! What ends by itself: entries and threads whose time is over, nonces whose signatures are stale, and counts.

use jiff::{SignedDuration, Timestamp};

use super::{counts, entries, jobs::Job, threads};
use crate::{
    error::Result,
    registry::{
        limits,
        listing::Listing,
        store::{Direction, Operation, Span, Table, Tx},
    },
};

/// How much is done in one transaction: others wait for it.
const PAGE: usize = 100;
/// How long a nonce is kept beyond its signature's end: the clocks of nodes may differ by as much.
const SLACK: SignedDuration = SignedDuration::from_mins(10);

/// Ends what is due, some at once.
pub struct Expire {
    /// What the time is.
    pub now: Timestamp,
}

impl Operation for Expire {
    /// Whether there may be more.
    type Output = bool;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<bool> {
        let due = tx
            .range(Table::Jobs, Job::due(self.now), PAGE, Direction::Forwards)
            .await?;
        for (key, _) in &due {
            match Job::read(key) {
                Some(Job::Entry(id)) => {
                    if let Some(listing) = tx.find::<Listing>(&id.bytes()).await? {
                        entries::erase(tx, id, &listing, self.now).await?;
                    }
                }
                Some(Job::Thread(id)) => threads::forget(tx, id).await?,
                None => {}
            }
            tx.remove(Table::Jobs, key.clone());
        }
        Ok(due.len() == PAGE)
    }
}

/// What is kept for a while under keys that say nothing of how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Nonces, as long as what was signed with them holds.
    Nonces,
    /// Counts, as long as their window goes on.
    Counts,
}

/// Forgets what is passing and has passed, behind a key on.
pub struct Forget {
    /// What.
    pub what: Passing,
    /// What the time is.
    pub now: Timestamp,
    /// The last key that was looked at.
    pub after: Option<Vec<u8>>,
}

impl Operation for Forget {
    /// The last key that was looked at; none when there are no more.
    type Output = Option<Vec<u8>>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Option<Vec<u8>>> {
        let table = match self.what {
            Passing::Nonces => Table::Nonces,
            Passing::Counts => Table::Counters,
        };
        let mut span = Span::all();
        if let Some(after) = &self.after {
            span = span.after(after);
        }
        let rows = tx.range(table, span, PAGE, Direction::Forwards).await?;
        let last = rows.last().filter(|_| rows.len() == PAGE);
        let last = last.map(|(key, _)| key.clone());
        for (key, value) in rows {
            if self.is_over(&key, &value) {
                tx.remove(table, key);
            }
        }
        Ok(last)
    }
}

impl Forget {
    fn is_over(&self, key: &[u8], value: &[u8]) -> bool {
        match self.what {
            Passing::Counts => counts::is_over(key, value, limits::window(self.now)),
            Passing::Nonces => {
                let kept = self.now.saturating_sub(SLACK).unwrap_or(Timestamp::MIN);
                let until = value.first_chunk().map(|until| i64::from_be_bytes(*until));
                until.is_none_or(|until| until < kept.as_second())
            }
        }
    }
}
