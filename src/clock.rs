//! Time and randomness: the only module that reads either.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the module the ban sends everybody to"
)]

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
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
    /// The machine's, since it was first looked at.
    System(Instant),
    /// As it was told, until told otherwise.
    Set(Arc<Mutex<Told>>),
}

/// What a clock that stands still was told.
#[derive(Debug)]
struct Told {
    now: Timestamp,
    run: Duration,
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
    pub fn system() -> Self {
        Self {
            hands: Hands::System(Instant::now()),
            chance: Chance::System,
        }
    }

    /// A clock that stands at `now` until told otherwise, and draws the same ids every time: for tests and snapshots.
    #[must_use]
    pub fn fixed(now: Timestamp) -> Self {
        Self {
            hands: Hands::standing(now),
            chance: Chance::Counted(Arc::default()),
        }
    }

    /// A clock that stands at `now` until told otherwise, with the machine's random numbers: for a past that is made up.
    #[must_use]
    pub fn set_to(now: Timestamp) -> Self {
        Self {
            hands: Hands::standing(now),
            chance: Chance::System,
        }
    }

    /// Lets so many seconds pass on a clock that stands still; the system's clock is left alone. Back, it is only put.
    pub fn advance(&self, seconds: i64) {
        self.put(seconds);
        if let Hands::Set(told) = &self.hands {
            let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
            told.run += Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
        }
    }

    /// Puts a clock that stands still on or back by so many seconds, as when a wrong date is mended: no time passes.
    pub fn put(&self, seconds: i64) {
        if let Hands::Set(told) = &self.hands {
            let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
            told.now = told
                .now
                .saturating_add(jiff::SignedDuration::from_secs(seconds))
                .unwrap_or(told.now);
        }
    }

    /// The time now, to the millisecond: as exactly as it is stored.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = match &self.hands {
            Hands::System(_) => Timestamp::now(),
            Hands::Set(told) => told.lock().unwrap_or_else(PoisonError::into_inner).now,
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// How long the clock has run: what passes between two looks at it, whatever date it is put to meanwhile.
    #[must_use]
    pub fn run(&self) -> Duration {
        match &self.hands {
            Hands::System(since) => since.elapsed(),
            Hands::Set(told) => told.lock().unwrap_or_else(PoisonError::into_inner).run,
        }
    }

    /// Today where the household lives: the machine's time zone, UTC when chance is fixed too.
    #[must_use]
    pub fn today(&self) -> Date {
        self.day_of(self.now())
    }

    /// The day of a moment, where the household lives.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone()).date()
    }

    /// The time zone where the household lives: the machine's, UTC when chance is fixed too.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        match &self.chance {
            Chance::System => TimeZone::system(),
            Chance::Counted(_) => TimeZone::UTC,
        }
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

impl Hands {
    fn standing(now: Timestamp) -> Self {
        let run = Duration::ZERO;
        Self::Set(Arc::new(Mutex::new(Told { now, run })))
    }
}

fn count(drawn: &AtomicU64) -> u64 {
    drawn.fetch_add(1, Ordering::Relaxed) + 1
}
