//! Counts that nodes keep together, each under a keyed hash, for one window.

use crate::{
    error::Result,
    registry::store::{Operation, Table, Tx},
};

/// The bytes of the key that is hashed with.
pub const KEY: usize = 32;

/// Where the key itself is kept: no hash is as short.
const OWN: &[u8] = b"key";

/// What is counted, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Under which hash.
    pub of: [u8; 16],
    /// How many there may be.
    pub most: u32,
}

/// The key that all nodes hash with: the one that is there, or else the one that was drawn.
pub struct TellKey {
    /// What becomes of it, where there is none.
    pub drawn: [u8; KEY],
}

impl Operation for TellKey {
    type Output = [u8; KEY];

    async fn run(&self, tx: &mut Tx<'_>) -> Result<[u8; KEY]> {
        let kept = tx.get(Table::Counters, OWN).await?;
        if let Some(key) = kept.as_deref().and_then(|key| key.try_into().ok()) {
            return Ok(key);
        }
        tx.put(Table::Counters, OWN.to_vec(), self.drawn.to_vec());
        Ok(self.drawn)
    }
}

/// Counts all of these, or none where one is at its end.
pub struct Count {
    /// What is counted.
    pub tallies: Vec<Tally>,
    /// In which window: what was counted in another begins anew.
    pub window: i64,
}

impl Operation for Count {
    /// Whether it was counted.
    type Output = bool;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<bool> {
        let keys: Vec<_> = self.tallies.iter().map(|tally| tally.of.to_vec()).collect();
        let rows = tx.get_many(Table::Counters, &keys).await?;
        let count_of = |tally: &Tally| {
            let row = rows.iter().find(|(key, _)| key.as_slice() == tally.of);
            let (window, count) = row.and_then(|(_, value)| read(value)).unwrap_or_default();
            if window == self.window { count } else { 0 }
        };
        if self
            .tallies
            .iter()
            .any(|tally| count_of(tally) >= tally.most)
        {
            return Ok(false);
        }
        for tally in &self.tallies {
            let count = count_of(tally) + 1;
            let value = [self.window.to_be_bytes().as_slice(), &count.to_be_bytes()].concat();
            tx.put(Table::Counters, tally.of.to_vec(), value);
        }
        Ok(true)
    }
}

/// Whether a count is of a window that is over.
pub(super) fn is_over(key: &[u8], value: &[u8], window: i64) -> bool {
    key != OWN && read(value).is_none_or(|(counted, _)| counted < window)
}

fn read(value: &[u8]) -> Option<(i64, u32)> {
    let (window, count) = value.split_first_chunk()?;
    let count = count.try_into().ok()?;
    Some((i64::from_be_bytes(*window), u32::from_be_bytes(count)))
}
