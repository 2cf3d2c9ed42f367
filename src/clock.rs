//! Time and randomness: the only module that reads either.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the module the ban sends everybody to"
)]

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use crate::{
    domain::id::Id,
    error::{Error, Result},
};

/// Where time, ids and secrets come from. Cheap to clone; tests hold one that stands still.
#[derive(Clone, Debug)]
pub struct Clock {
    hands: Hands,
    chance: Chance,
}

/// What the time is.
#[derive(Clone, Debug)]
enum Hands {
    /// The machine's.
    System,
    /// As it was told, until told otherwise.
    Set(Arc<Mutex<Timestamp>>),
}

/// Where randomness comes from.
#[derive(Clone, Debug)]
enum Chance {
    /// The machine.
    System,
    /// A count of what was drawn: the same every time.
    Counted(Arc<AtomicU64>),
}

impl Clock {
    /// The machine's clock and random numbers.
    #[must_use]
    pub const fn system() -> Self {
        Self {
            hands: Hands::System,
            chance: Chance::System,
        }
    }

    /// A clock that stands at `now` until told otherwise, and draws the same ids every time: for tests and snapshots.
    #[must_use]
    pub fn fixed(now: Timestamp) -> Self {
        Self {
            hands: Hands::Set(Arc::new(Mutex::new(now))),
            chance: Chance::Counted(Arc::default()),
        }
    }

    /// A clock that stands at `now` until told otherwise, with the machine's random numbers: for a past that is made up.
    #[must_use]
    pub fn set_to(now: Timestamp) -> Self {
        Self {
            hands: Hands::Set(Arc::new(Mutex::new(now))),
            chance: Chance::System,
        }
    }

    /// Moves a clock that stands still by so many seconds, either way; the system's clock is left alone.
    pub fn advance(&self, seconds: i64) {
        if let Hands::Set(now) = &self.hands {
            let mut now = now.lock().unwrap_or_else(PoisonError::into_inner);
            *now = now
                .saturating_add(jiff::SignedDuration::from_secs(seconds))
                .unwrap_or(*now);
        }
    }

    /// The time now, to the millisecond: as exactly as it is stored.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = match &self.hands {
            Hands::System => Timestamp::now(),
            Hands::Set(now) => *now.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Today where the household lives: the machine's time zone, UTC when chance is fixed too.
    #[must_use]
    pub fn today(&self) -> Date {
        let zone = match &self.chance {
            Chance::System => TimeZone::system(),
            Chance::Counted(_) => TimeZone::UTC,
        };
        self.now().to_zoned(zone).date()
    }

    /// A new id, later than every earlier one on this machine.
    #[must_use]
    pub fn id<T>(&self) -> Id<T> {
        Id::from_uuid(match &self.chance {
            Chance::System => Uuid::now_v7(),
            Chance::Counted(drawn) => {
                let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
                let mut tail = [0; 10];
                tail[2..].copy_from_slice(&count(drawn).to_be_bytes());
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
        match &self.chance {
            Chance::System => getrandom::fill(&mut bytes).map_err(Error::internal)?,
            Chance::Counted(drawn) => {
                for (byte, drawn) in bytes
                    .iter_mut()
                    .zip(count(drawn).to_le_bytes().iter().cycle())
                {
                    *byte = *drawn;
                }
            }
        }
        Ok(bytes)
    }
}

fn count(drawn: &AtomicU64) -> u64 {
    drawn.fetch_add(1, Ordering::Relaxed) + 1
}
