//! Seats: how many connections there may be at once, in all and from one address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::{Error, Result};

/// The most that a household needs: twenty devices with six connections each, several times over.
const MOST: usize = 512;

/// The seats that there are.
#[derive(Clone)]
pub(super) struct Seats {
    free: Arc<Semaphore>,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
    each: usize,
}

/// A seat that is kept free for the next who comes.
pub(super) struct Free {
    _permit: OwnedSemaphorePermit,
}

/// A seat that somebody has, until it is dropped.
pub(super) struct Seat {
    address: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _free: Free,
}

impl Seats {
    /// As many as the process may have files open for: a connection has itself and perhaps a file on its way, and the
    /// rest is for the archive.
    pub(super) fn usual() -> Self {
        let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
        let room = files.and_then(|files| usize::try_from(files / 3).ok());
        Self::new(room.unwrap_or(MOST).clamp(2, MOST))
    }

    /// So many; one address never has more than half of them.
    pub(super) fn new(all: usize) -> Self {
        Self {
            free: Arc::new(Semaphore::new(all)),
            taken: Arc::default(),
            each: all.div_ceil(2),
        }
    }

    /// Waits until a seat is free.
    pub(super) async fn free(&self) -> Result<Free> {
        let permit = Arc::clone(&self.free).acquire_owned().await;
        Ok(Free {
            _permit: permit.map_err(Error::internal)?,
        })
    }

    /// Gives a seat to somebody, unless their address has its share.
    pub(super) fn take(&self, free: Free, address: IpAddr) -> Option<Seat> {
        let address = address.to_canonical();
        let mut taken = lock(&self.taken);
        let own = taken.entry(address).or_default();
        if *own >= self.each {
            return None;
        }
        *own += 1;
        drop(taken);
        Some(Seat {
            address,
            taken: Arc::clone(&self.taken),
            _free: free,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        if let Some(own) = taken.get_mut(&self.address) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

fn lock(taken: &Mutex<HashMap<IpAddr, usize>>) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_address_leaves_seats_for_others() {
        let seats = Seats::new(4);
        let greedy = "192.0.2.1".parse().unwrap();
        let same = "::ffff:192.0.2.1".parse().unwrap();
        let first = seats.take(seats.free().await.unwrap(), greedy);
        let second = seats.take(seats.free().await.unwrap(), same);
        assert!(first.is_some() && second.is_some());
        let third = seats.take(seats.free().await.unwrap(), greedy);
        assert!(third.is_none(), "half of them");
        let other = "192.0.2.2".parse().unwrap();
        let other = seats.take(seats.free().await.unwrap(), other);
        assert!(other.is_some());
        drop(first);
        let again = seats.take(seats.free().await.unwrap(), greedy);
        assert!(again.is_some());
        drop((second, other, again));
        assert!(lock(&seats.taken).is_empty(), "nobody is remembered");
        assert_eq!(seats.free.available_permits(), 4);
    }
}
