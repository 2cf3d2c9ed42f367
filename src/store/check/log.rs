//! The change log: without gaps, and every version that it tells of is there.

use redb::{ReadableTable, ReadableTableMetadata};

use super::{
    super::{
        change::Change,
        fault::refused,
        reader::{Rows, version_key},
        record::{Key, Revision},
    },
    Flaw, Walk,
};
use crate::error::Result;

impl Walk<'_> {
    /// Reads the log backwards, so that what is gone for good is known before what was done to it.
    pub(super) fn log(&mut self) -> Result<()> {
        let log = self.reader.log();
        let of = log.len().map_err(refused)?;
        let mut next = self.newest;
        for entry in log.iter().map_err(refused)?.rev() {
            let (number, bytes) = entry.map_err(refused)?;
            let number = number.value();
            if number < next {
                self.unlogged(number + 1, next)?;
            }
            next = number.saturating_sub(1);
            match minicbor::decode::<Change>(bytes.value()) {
                Ok(change) => self.change(number, &change)?,
                Err(cause) => {
                    self.unlogged.push(number..=number);
                    self.found(Flaw::Unreadable {
                        what: format!("change {number}"),
                        cause: cause.to_string(),
                    })?;
                }
            }
            self.checked.changes += 1;
            self.read("log", self.checked.changes, of)?;
        }
        if next > 0 {
            self.unlogged(1, next)?;
        }
        self.touched.sort_unstable();
        Ok(())
    }

    pub(super) fn unlogged(&mut self, from: u64, to: u64) -> Result<()> {
        self.unlogged.push(from..=to);
        self.found(Flaw::Unlogged { from, to })
    }

    fn change(&mut self, number: u64, change: &Change) -> Result<()> {
        if change.number != number {
            self.found(Flaw::Unreadable {
                what: format!("change {number}"),
                cause: format!("it says that it is change {}", change.number),
            })?;
        }
        for touch in &change.touched {
            if touch.purged {
                self.purged.insert(touch.key);
            } else if !self.purged.contains(&touch.key) {
                self.touched.push((touch.key, number));
                self.version(touch.key, number)?;
                if let Some(before) = touch.before {
                    self.version(touch.key, before.get())?;
                }
            }
        }
        Ok(())
    }

    /// That the version of a row which a change made is the row, or in its history.
    fn version(&mut self, key: Key, change: u64) -> Result<()> {
        // Of a row that cannot be read nobody knows which version it is; that it cannot is told with the rows.
        let Ok(state) = self.reader.state(key) else {
            return Ok(());
        };
        let Some((revision, _)) = state else {
            if self.missed.insert((key, None)) {
                let row = self.describe(key)?;
                self.found(Flaw::Gone { row, change })?;
            }
            return Ok(());
        };
        let at = version_key(key, Revision::new(change));
        let there = revision.get() == change
            || self
                .reader
                .history()
                .get(at.as_slice())
                .map_err(refused)?
                .is_some();
        if !there && self.missed.insert((key, Some(change))) {
            let row = self.describe(key)?;
            self.found(Flaw::Forgotten { row, change })?;
        }
        Ok(())
    }
}
