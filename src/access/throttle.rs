//! Sign-in attempts, slowed: each failure makes the next wait longer, for the name and for the address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use crate::{
    clock::Clock,
    error::{Error, Result},
};

/// How many failures cost nothing: people mistype.
const FREE: u32 = 4;
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;
/// How long without an attempt forgives the failures before it, in hours: a household mistypes for years.
const FORGIVEN: i64 = 24;
/// How many names and addresses are remembered; beyond that the oldest are forgotten.
const REMEMBERED: usize = 10_000;

/// Remembers failures, in memory only: a restart forgives.
pub struct Throttle {
    clock: Clock,
    failures: Mutex<HashMap<Source, Failures>>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Source {
    Name(String),
    Address(IpAddr),
}

#[derive(Clone, Copy)]
struct Failures {
    count: u32,
    last: Timestamp,
}

impl Failures {
    fn wait_until(self) -> Timestamp {
        let doublings = self.count.saturating_sub(FREE);
        if doublings == 0 {
            return self.last;
        }
        let seconds = 1_i64
            .checked_shl(doublings.min(20))
            .unwrap_or(LONGEST)
            .min(LONGEST);
        self.last
            .saturating_add(SignedDuration::from_secs(seconds))
            .unwrap_or(self.last)
    }
}

impl Throttle {
    /// One that remembers nothing yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            failures: Mutex::default(),
        }
    }

    /// Lets an attempt through, or says how long to wait. It counts as a failure until it is told to have succeeded, so
    /// that many at once are slowed like many after one another.
    ///
    /// # Errors
    /// [`Error::SlowDown`] with the seconds left.
    pub fn attempt(&self, name: &str, address: Option<IpAddr>) -> Result<Attempt<'_>> {
        let now = self.clock.now();
        let sources: Vec<_> = sources(name, address).collect();
        let mut failures = self.failures();
        let mut until = now;
        for source in &sources {
            let Some(failed) = failures.get_mut(source) else {
                continue;
            };
            // A clock that was put back must not shut anybody out until it shows the old time again.
            failed.last = failed.last.min(now);
            if now.duration_since(failed.last) > SignedDuration::from_hours(FORGIVEN) {
                failures.remove(source);
            } else {
                until = until.max(failed.wait_until());
            }
        }
        if until > now {
            let left = until.duration_since(now).as_secs().max(0).unsigned_abs() + 1;
            return Err(Error::SlowDown(left));
        }
        for source in &sources {
            let failed = failures.entry(source.clone()).or_insert(Failures {
                count: 0,
                last: now,
            });
            failed.count = failed.count.saturating_add(1);
            failed.last = now;
        }
        if failures.len() > REMEMBERED {
            let mut ages: Vec<_> = failures.values().map(|failure| failure.last).collect();
            ages.sort_unstable();
            if let Some(middle) = ages.get(ages.len() / 2) {
                failures.retain(|_, failure| failure.last > *middle);
            }
        }
        Ok(Attempt {
            throttle: self,
            sources,
        })
    }

    fn failures(&self) -> MutexGuard<'_, HashMap<Source, Failures>> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An attempt that was let through: a failure, unless it is told otherwise before it is dropped.
#[must_use]
pub struct Attempt<'a> {
    throttle: &'a Throttle,
    sources: Vec<Source>,
}

impl Attempt<'_> {
    /// They made it: the failures of the name are forgotten. Those of the address stay: it may be guessing other names.
    pub fn succeeded(self) {
        let name = |source: &Source| matches!(source, Source::Name(_));
        let mut failures = self.throttle.failures();
        for source in self.sources.iter().filter(|source| name(source)) {
            failures.remove(source);
        }
        drop(failures);
        self.withdraw();
    }

    /// It was no guess: something else stood in the way.
    pub fn withdraw(self) {
        let mut failures = self.throttle.failures();
        for source in &self.sources {
            if let Some(failed) = failures.get_mut(source) {
                failed.count = failed.count.saturating_sub(1);
            }
        }
    }
}

fn sources(name: &str, address: Option<IpAddr>) -> impl Iterator<Item = Source> {
    let name = (!name.is_empty()).then(|| Source::Name(name.to_lowercase()));
    name.into_iter().chain(address.map(Source::Address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn throttle() -> (Clock, Throttle) {
        let clock = Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap());
        (clock.clone(), Throttle::new(clock))
    }

    /// How long a guess at a name has to wait; one that has not is made, and fails.
    fn guess(throttle: &Throttle, name: &str, address: Option<IpAddr>) -> u64 {
        match throttle.attempt(name, address) {
            Ok(_) => 0,
            Err(Error::SlowDown(wait)) => wait,
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn guessing_gets_slower_and_slower() {
        let (clock, throttle) = throttle();
        for _ in 0..=FREE {
            assert_eq!(guess(&throttle, "Anna", None), 0);
        }
        let mut waits = Vec::new();
        for _ in 0..4 {
            let wait = guess(&throttle, "anna", None);
            waits.push(wait);
            clock.advance(i64::try_from(wait).unwrap());
            assert_eq!(guess(&throttle, "Anna", None), 0, "the wait ends");
        }
        assert!(
            waits.is_sorted() && waits[3] > waits[0] && waits[0] > 0,
            "{waits:?}"
        );
        clock.advance(LONGEST);
        throttle.attempt("ANNA", None).unwrap().succeeded();
        assert_eq!(guess(&throttle, "Anna", None), 0);
        assert_eq!(guess(&throttle, "Anna", None), 0);
    }

    #[test]
    fn many_guesses_at_once_are_slowed_like_many_after_one_another() {
        let (_, throttle) = throttle();
        let under_way: Vec<_> = (0..=FREE)
            .map(|_| throttle.attempt("Anna", None).unwrap())
            .collect();
        assert!(guess(&throttle, "Anna", None) > 0);
        for attempt in under_way {
            attempt.withdraw();
        }
        assert_eq!(guess(&throttle, "Anna", None), 0);
    }

    #[test]
    fn one_address_cannot_try_many_names() {
        let (_, throttle) = throttle();
        let address = Some("192.0.2.1".parse().unwrap());
        for name in ["a", "b", "c", "d", "e"] {
            assert_eq!(guess(&throttle, name, address), 0);
        }
        assert!(guess(&throttle, "g", address) > 0);
        assert_eq!(guess(&throttle, "g", None), 0);
    }

    #[test]
    fn a_day_without_attempts_forgives() {
        let (clock, throttle) = throttle();
        for _ in 0..=FREE {
            guess(&throttle, "Anna", None);
        }
        clock.advance((FORGIVEN + 1) * 60 * 60);
        for _ in 0..=FREE {
            assert_eq!(guess(&throttle, "Anna", None), 0);
        }
    }

    #[test]
    fn a_clock_that_is_put_back_shuts_nobody_out() {
        let (clock, throttle) = throttle();
        for _ in 0..=FREE {
            guess(&throttle, "Anna", None);
        }
        clock.advance(-4 * 365 * 24 * 60 * 60);
        let wait = guess(&throttle, "Anna", None);
        assert!(wait <= LONGEST.unsigned_abs(), "{wait}");
    }
}
