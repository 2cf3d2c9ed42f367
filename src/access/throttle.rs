//! Sign-in attempts, slowed: each failure makes the next wait longer, for the name and for the address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;

use crate::{
    clock::Clock,
    error::{Error, Result},
};

/// How many failures cost nothing: people mistype.
const FREE: u32 = 4;
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;
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
            .saturating_add(jiff::SignedDuration::from_secs(seconds))
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

    /// Lets an attempt through, or says how long to wait.
    ///
    /// # Errors
    /// [`Error::SlowDown`] with the seconds left.
    pub fn check(&self, name: &str, address: Option<IpAddr>) -> Result<()> {
        let now = self.clock.now();
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let until = sources(name, address)
            .filter_map(|source| failures.get(&source))
            .map(|f| f.wait_until())
            .max();
        match until {
            Some(until) if until > now => {
                let left = until.duration_since(now).as_secs().max(0).unsigned_abs() + 1;
                Err(Error::SlowDown(left))
            }
            _ => Ok(()),
        }
    }

    /// Counts a failure.
    pub fn failed(&self, name: &str, address: Option<IpAddr>) {
        let now = self.clock.now();
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        for source in sources(name, address) {
            let entry = failures.entry(source).or_insert(Failures {
                count: 0,
                last: now,
            });
            entry.count = entry.count.saturating_add(1);
            entry.last = now;
        }
        if failures.len() > REMEMBERED {
            let mut ages: Vec<_> = failures.values().map(|failure| failure.last).collect();
            ages.sort_unstable();
            let middle = ages[ages.len() / 2];
            failures.retain(|_, failure| failure.last > middle);
        }
    }

    /// Forgets the failures of somebody who made it. Those of the address stay: it may be guessing other names.
    pub fn succeeded(&self, name: &str) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.retain(|source, _| *source != Source::Name(name.to_lowercase()));
    }
}

fn sources(name: &str, address: Option<IpAddr>) -> impl Iterator<Item = Source> {
    let name = (!name.is_empty()).then(|| Source::Name(name.to_lowercase()));
    name.into_iter().chain(address.map(Source::Address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_gets_slower_and_slower() {
        let clock = Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap());
        let throttle = Throttle::new(clock.clone());
        for _ in 0..FREE {
            throttle.failed("Anna", None);
            assert!(throttle.check("Anna", None).is_ok());
        }
        let mut waits = Vec::new();
        for _ in 0..4 {
            throttle.failed("anna", None);
            let Err(Error::SlowDown(wait)) = throttle.check("Anna", None) else {
                panic!("not slowed")
            };
            waits.push(wait);
            clock.advance(i64::try_from(wait).unwrap());
            assert!(throttle.check("Anna", None).is_ok(), "the wait ends");
        }
        assert!(waits.is_sorted() && waits[3] > waits[0], "{waits:?}");
        throttle.succeeded("ANNA");
        throttle.failed("Anna", None);
        assert!(throttle.check("Anna", None).is_ok());
    }

    #[test]
    fn one_address_cannot_try_many_names() {
        let throttle = Throttle::new(Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap()));
        let address = Some("192.0.2.1".parse().unwrap());
        for name in ["a", "b", "c", "d", "e", "f"] {
            throttle.failed(name, address);
        }
        assert!(matches!(
            throttle.check("g", address),
            Err(Error::SlowDown(_))
        ));
        assert!(throttle.check("g", None).is_ok());
    }
}
