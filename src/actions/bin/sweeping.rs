//! Letting go for good of what has lain in the bin for long enough.

use jiff::Timestamp;

use super::{Contents, DAYS, KEPT, purging::purge_all};
use crate::{
    domain::blob::BlobHash,
    error::Result,
    store::{Record, Row, Rows, Saved, Store},
};

/// Removes for good what has lain in the bin for thirty days, by the clock and by the days that the archive has lived
/// through: a clock that is wrong for a moment must not empty the bin.
pub fn sweep(store: &Store) -> Result<Saved<Vec<BlobHash>>> {
    store.count_day()?;
    let now = store.clock().now();
    store.write(None, "bin-sweep", |tx| {
        let old = Old {
            now,
            change: tx.change_of_day(DAYS.into())?,
        };
        let mut contents = Contents::default();
        old.take(tx, &mut contents.items)?;
        old.take(tx, &mut contents.places)?;
        old.take(tx, &mut contents.attachments)?;
        old.take(tx, &mut contents.receipts)?;
        old.take(tx, &mut contents.policies)?;
        old.take(tx, &mut contents.divisions)?;
        old.take(tx, &mut contents.warranties)?;
        old.take(tx, &mut contents.claims)?;
        old.take(tx, &mut contents.plans)?;
        old.take(tx, &mut contents.jobs)?;
        old.take(tx, &mut contents.loans)?;
        old.take(tx, &mut contents.memories)?;
        old.take(tx, &mut contents.bequests)?;
        old.take(tx, &mut contents.losses)?;
        old.take(tx, &mut contents.incidents)?;
        old.take(tx, &mut contents.reports)?;
        old.take(tx, &mut contents.sightings)?;
        old.take(tx, &mut contents.rounds)?;
        purge_all(tx, &contents)
    })
}

/// What is too old for the bin.
struct Old {
    now: Timestamp,
    /// The newest change that is old enough.
    change: u64,
}

impl Old {
    fn take<T: Record>(&self, rows: &impl Rows, old: &mut Vec<Row<T>>) -> Result<()> {
        rows.each(None, |row: Row<T>| {
            let is_old = row.revision.get() <= self.change
                && row
                    .binned
                    .is_some_and(|binned| self.now.duration_since(binned.at) > KEPT);
            if is_old {
                old.push(row);
            }
            Ok(true)
        })
    }
}
