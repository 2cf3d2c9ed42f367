//! How often a client may ask, so that nobody asks for everything.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;

use super::{
    operations::{
        Answer,
        counts::{Count, KEY, Tally, TellKey},
    },
    refusal::Refusal,
    store::Store,
};
use crate::{clock::Clock, domain::identifier::Key, error::Result};

/// How long counts are kept, in seconds: then they begin anew.
const WINDOW: i64 = 60 * 60;
/// The window that a moment lies in.
pub(super) fn window(at: Timestamp) -> i64 {
    at.as_second().div_euclid(WINDOW)
}

/// How many counts are kept at once; beyond that, new clients wait for the next window rather than go uncounted.
const COUNTED: usize = 1_000_000;

/// How often one client may do what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Checks an hour.
    pub checks: u32,
    /// Checks of one identifier an hour.
    pub checks_of_one: u32,
    /// New publishers an hour.
    pub publishers: u32,
    /// Messages to owners an hour.
    pub messages: u32,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            checks: 20,
            checks_of_one: 3,
            publishers: 20,
            messages: 20,
        }
    }
}

/// Counts what clients do, by keyed hashes that are forgotten within the hour: nobody can tell afterwards who asked, or for what.
/// One machine counts in memory, with a key that is drawn at the start; nodes count together, in the database.
pub struct Limits {
    allowance: Allowance,
    key: [u8; KEY],
    here: Option<Mutex<Counts>>,
}

#[derive(Default)]
struct Counts {
    window: i64,
    of: HashMap<[u8; 16], u32>,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A check.
    Check,
    /// A check of what is written so.
    CheckOf(String),
    /// Somebody new who wants to publish.
    Publisher,
    /// A message to an owner.
    Message,
}

impl What {
    /// Both that a check of an identifier counts as.
    #[must_use]
    pub fn check(keys: &[Key]) -> [Self; 2] {
        let one = keys.first().map(Key::exact).unwrap_or_default();
        [Self::Check, Self::CheckOf(one)]
    }
}

impl Limits {
    /// Counts for a registry with this store.
    ///
    /// # Errors
    /// What the store fails with, and [`Error::Internal`](crate::error::Error::Internal) when the system has no randomness to give.
    pub async fn of(store: &Store, allowance: Allowance, clock: &Clock) -> Result<Self> {
        let drawn = clock.secret()?;
        let (key, here) = if store.is_shared() {
            (store.write(TellKey { drawn }).await?, None)
        } else {
            (drawn, Some(Mutex::default()))
        };
        Ok(Self {
            allowance,
            key,
            here,
        })
    }

    /// Counts what a client does, before it is done, or refuses all of it until the window is over.
    ///
    /// # Errors
    /// What the store fails with.
    pub async fn count(
        &self,
        store: &Store,
        client: IpAddr,
        whats: &[What],
        now: Timestamp,
    ) -> Result<Answer<()>> {
        let window = window(now);
        let tallies: Vec<Tally> = whats
            .iter()
            .map(|what| Tally {
                of: self.hash(client, what),
                most: self.most(what),
            })
            .collect();
        let is_allowed = match &self.here {
            Some(counts) => {
                let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
                counts.add(&tallies, window)
            }
            None => store.write(Count { tallies, window }).await?,
        };
        if is_allowed {
            return Ok(Ok(()));
        }
        let left = WINDOW - now.as_second().rem_euclid(WINDOW);
        let left = u64::try_from(left).unwrap_or_default();
        Ok(Err(Refusal::SlowDown(left)))
    }

    const fn most(&self, what: &What) -> u32 {
        match what {
            What::Check => self.allowance.checks,
            What::CheckOf(_) => self.allowance.checks_of_one,
            What::Publisher => self.allowance.publishers,
            What::Message => self.allowance.messages,
        }
    }

    fn hash(&self, client: IpAddr, what: &What) -> [u8; 16] {
        let (kind, of) = match what {
            What::Check => (0, ""),
            What::CheckOf(one) => (1, one.as_str()),
            What::Publisher => (2, ""),
            What::Message => (3, ""),
        };
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        hasher
            .update(&network(client))
            .update(&[kind])
            .update(of.as_bytes());
        let mut hash = [0; 16];
        hash.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        hash
    }
}

impl Counts {
    /// Counts all of these, or none where one is at its end.
    fn add(&mut self, tallies: &[Tally], window: i64) -> bool {
        if self.window != window {
            self.window = window;
            self.of.clear();
        }
        let is_full = self.of.len() + tallies.len() > COUNTED;
        let is_allowed = tallies.iter().all(|tally| match self.of.get(&tally.of) {
            Some(count) => *count < tally.most,
            None => tally.most > 0 && !is_full,
        });
        if is_allowed {
            for tally in tallies {
                *self.of.entry(tally.of).or_default() += 1;
            }
        }
        is_allowed
    }
}

/// What one client has to itself: an address, or a whole network of IPv6 (/64), for everybody at home has one of those.
fn network(client: IpAddr) -> Vec<u8> {
    match client.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::identifier::IdentifierKind;

    const CLIENT: &str = "192.0.2.1";

    /// Limits with nothing counted, and whether they let a client do something in an hour.
    struct Gate {
        store: Store,
        limits: Limits,
        _folder: tempfile::TempDir,
    }

    impl Gate {
        async fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let store = Store::embedded(folder.path()).unwrap();
            let clock = Clock::fixed(Timestamp::UNIX_EPOCH);
            let limits = Limits::of(&store, Allowance::default(), &clock).await;
            Self {
                store,
                limits: limits.unwrap(),
                _folder: folder,
            }
        }

        async fn lets(&self, client: &str, whats: &[What], hour: i64) -> bool {
            let at = Timestamp::from_second(hour * WINDOW + 600).unwrap();
            let told = self
                .limits
                .count(&self.store, client.parse().unwrap(), whats, at);
            match told.await.unwrap() {
                Ok(()) => true,
                Err(refusal) => {
                    assert_eq!(refusal, Refusal::SlowDown(3000));
                    false
                }
            }
        }
    }

    fn check(text: &str) -> [What; 2] {
        What::check(&Key::of(IdentifierKind::Serial, text))
    }

    #[tokio::test]
    async fn a_client_has_twenty_checks_an_hour() {
        let gate = Gate::new().await;
        for at in 0..20 {
            assert!(gate.lets(CLIENT, &check(&format!("WTU{at}")), 7).await);
        }
        assert!(!gate.lets(CLIENT, &check("WTU99"), 7).await);
        assert!(gate.lets("192.0.2.2", &check("WTU99"), 7).await);
        assert!(gate.lets(CLIENT, &check("WTU99"), 8).await);
    }

    #[tokio::test]
    async fn the_same_identifier_is_asked_for_three_times_however_it_is_written() {
        let gate = Gate::new().await;
        for text in ["WTU 1", "wtu-1", "WTU1"] {
            assert!(gate.lets(CLIENT, &check(text), 7).await);
        }
        assert!(!gate.lets(CLIENT, &check("wtu1"), 7).await);
        assert!(gate.lets(CLIENT, &check("wtu2"), 7).await);
    }

    #[test]
    fn a_home_is_one_client_by_whichever_of_its_addresses() {
        let at = |text: &str| network(text.parse().unwrap());
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
        assert_eq!(at("::ffff:192.0.2.1"), at("192.0.2.1"));
    }
}
