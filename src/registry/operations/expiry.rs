//! What ends by itself: entries and threads whose time is over, and nonces whose signatures are stale.

use jiff::{SignedDuration, Timestamp};

use super::{entries, jobs::Job, threads};
use crate::{
    error::Result,
    registry::{
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

/// Forgets nonces that protect nothing any more, behind a key on.
pub struct ForgetNonces {
    /// What the time is.
    pub now: Timestamp,
    /// The last key that was looked at.
    pub after: Option<Vec<u8>>,
}

impl Operation for ForgetNonces {
    /// The last key that was looked at; none when there are no more.
    type Output = Option<Vec<u8>>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Option<Vec<u8>>> {
        let mut span = Span::all();
        if let Some(after) = &self.after {
            span = span.after(after);
        }
        let rows = tx
            .range(Table::Nonces, span, PAGE, Direction::Forwards)
            .await?;
        let last = (rows.len() == PAGE).then(|| rows.last().map(|(key, _)| key.clone()));
        let kept = self
            .now
            .saturating_sub(SLACK)
            .unwrap_or(Timestamp::MIN)
            .as_second();
        for (key, until) in rows {
            let until = until.first_chunk().map(|until| i64::from_be_bytes(*until));
            if until.is_none_or(|until| until < kept) {
                tx.remove(Table::Nonces, key);
            }
        }
        Ok(last.flatten())
    }
}
