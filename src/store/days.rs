//! The days that an archive has lived through: how long something has lain there, whatever the clock says.
//!
//! A machine without a battery wakes in 1970, and a wrong date may be one of 2038. A day is therefore counted when the
//! program has run for one, or, once each time it is started, when the clock says that one has passed.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use jiff::SignedDuration;
use redb::ReadableTable;

use super::{Store, fault::refused, tables, writer::Writer};
use crate::error::Result;

/// A day.
const DAY: Duration = Duration::from_hours(24);

/// When a store has last counted a day, by how long its clock has run; never yet since it was opened.
#[derive(Debug, Default)]
pub(super) struct Counted(Mutex<Option<Duration>>);

impl Store {
    /// Counts a day if one has passed since the last was counted. Call it now and then.
    pub fn count_day(&self) -> Result<()> {
        let (now, run) = (self.clock.now(), self.clock.run());
        let mut counted = self
            .counted
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if counted.is_some_and(|counted| run.saturating_sub(counted) < DAY) {
            return Ok(());
        }
        let first = counted.is_none();
        self.write(None, "day", |tx| {
            let last = tx.last_day()?;
            let is_due = last.is_none_or(|(_, at)| {
                let gone = now.as_millisecond().saturating_sub(at);
                !first || SignedDuration::from_millis(gone) >= SignedDuration::from_hours(24)
            });
            if is_due {
                tx.add_day(last.map_or(0, |(day, _)| day) + 1, now.as_millisecond())?;
            }
            Ok(())
        })?;
        *counted = Some(run);
        Ok(())
    }
}

impl Writer<'_> {
    /// The newest change that is so many counted days old; 0 when fewer days have been counted.
    pub fn change_of_day(&self, days: u64) -> Result<u64> {
        let last = self.last_day()?.map_or(0, |(day, _)| day);
        let Some(day) = last.checked_sub(days) else {
            return Ok(0);
        };
        let found = self.days.get(day).map_err(refused)?;
        Ok(found.map_or(0, |found| found.value().1))
    }

    /// The last day counted, and when by the clock of then, in milliseconds since 1970.
    fn last_day(&self) -> Result<Option<(u64, i64)>> {
        let last = self.days.last().map_err(refused)?;
        Ok(last.map(|(day, found)| (day.value(), found.value().0)))
    }

    fn add_day(&mut self, day: u64, at: i64) -> Result<()> {
        self.dirty = true;
        let newest = self.newest();
        self.days.insert(day, (at, newest)).map_err(refused)?;
        self.days
            .retain(|old, _| old + tables::DAYS_KEPT >= day)
            .map_err(refused)?;
        Ok(())
    }
}
