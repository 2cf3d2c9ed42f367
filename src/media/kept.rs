//! Originals that stay while something is about to hold them.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::domain::blob::BlobHash;

/// An original that is on disk, and stays there while this lives: long enough for something to hold it. Without that,
/// the same bytes sent while their last holder goes for good would leave a photo without its file.
#[derive(Clone, Debug)]
pub struct Kept(Arc<Pin>);

impl Kept {
    /// The hash of its bytes.
    #[must_use]
    pub fn hash(&self) -> BlobHash {
        self.0.hash
    }

    /// What stands for these bytes where a test needs no file.
    #[cfg(test)]
    pub fn imagined(bytes: &[u8]) -> Self {
        Pins::default().pin(BlobHash::of(bytes))
    }
}

/// Which originals may not be removed now, and how many want it so.
#[derive(Clone, Debug, Default)]
pub(super) struct Pins(Arc<Mutex<HashMap<BlobHash, usize>>>);

impl Pins {
    /// Pins an original until what this returns is dropped, all its clones included.
    pub(super) fn pin(&self, hash: BlobHash) -> Kept {
        *self.hold().0.entry(hash).or_default() += 1;
        let pins = self.clone();
        Kept(Arc::new(Pin { hash, pins }))
    }

    /// Lets nobody pin anything for a moment.
    pub(super) fn hold(&self) -> Held<'_> {
        Held(self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The pins, while nobody can change them.
pub(super) struct Held<'a>(MutexGuard<'a, HashMap<BlobHash, usize>>);

impl Held<'_> {
    /// Whether an original is pinned.
    pub(super) fn have(&self, hash: BlobHash) -> bool {
        self.0.contains_key(&hash)
    }
}

#[derive(Debug)]
struct Pin {
    hash: BlobHash,
    pins: Pins,
}

impl Drop for Pin {
    fn drop(&mut self) {
        let mut held = self.pins.hold();
        if let Some(count) = held.0.get_mut(&self.hash) {
            *count -= 1;
            if *count == 0 {
                held.0.remove(&self.hash);
            }
        }
    }
}
