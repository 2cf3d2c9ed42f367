//! Time and randomness: the only module that reads either.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the module the ban sends everybody to"
)]

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use crate::{
    domain::id::Id,
    error::{Error, Result},
};

/// Where time, ids and secrets come from. Cheap to clone; tests hold one that stands still.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Fixed(Arc<Mutex<Fixed>>),
}

#[derive(Debug)]
struct Fixed {
    now: Timestamp,
    drawn: u64,
}

impl Clock {
    /// The machine's clock and random numbers.
    #[must_use]
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `now` until told otherwise, and draws the same ids every time: for tests and snapshots.
    #[must_use]
    pub fn fixed(now: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(Mutex::new(Fixed { now, drawn: 0 }))))
    }

    /// Moves a fixed clock by so many seconds, either way; the system's clock is left alone.
    pub fn advance(&self, seconds: i64) {
        if let Source::Fixed(fixed) = &self.0 {
            let mut fixed = fixed.lock().unwrap_or_else(PoisonError::into_inner);
            fixed.now = fixed
                .now
                .saturating_add(jiff::SignedDuration::from_secs(seconds))
                .unwrap_or(fixed.now);
        }
    }

    /// The time now, to the millisecond: as exactly as it is stored.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = match &self.0 {
            Source::System => Timestamp::now(),
            Source::Fixed(fixed) => fixed.lock().unwrap_or_else(PoisonError::into_inner).now,
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Today where the household lives: the machine's time zone, UTC when it stands still.
    #[must_use]
    pub fn today(&self) -> Date {
        let zone = match &self.0 {
            Source::System => TimeZone::system(),
            Source::Fixed(_) => TimeZone::UTC,
        };
        self.now().to_zoned(zone).date()
    }

    /// A new id, later than every earlier one on this machine.
    #[must_use]
    pub fn id<T>(&self) -> Id<T> {
        Id::from_uuid(match &self.0 {
            Source::System => Uuid::now_v7(),
            Source::Fixed(fixed) => {
                let mut fixed = fixed.lock().unwrap_or_else(PoisonError::into_inner);
                fixed.drawn += 1;
                let millis = u64::try_from(fixed.now.as_millisecond()).unwrap_or_default();
                let mut tail = [0; 10];
                tail[2..].copy_from_slice(&fixed.drawn.to_be_bytes());
                uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
            }
        })
    }

    /// `N` bytes that nobody can guess; on a fixed clock, bytes that everybody can.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system has no randomness to give.
    pub fn secret<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        match &self.0 {
            Source::System => getrandom::fill(&mut bytes).map_err(Error::internal)?,
            Source::Fixed(fixed) => {
                let mut fixed = fixed.lock().unwrap_or_else(PoisonError::into_inner);
                fixed.drawn += 1;
                for (byte, drawn) in bytes
                    .iter_mut()
                    .zip(fixed.drawn.to_le_bytes().iter().cycle())
                {
                    *byte = *drawn;
                }
            }
        }
        Ok(bytes)
    }
}
