//! Random bytes for a library that wants to draw them itself, out of the secret that it was given.

use std::convert::Infallible;

use hpke::rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest as _, Sha256};

/// What the hash is for, so that nothing else ever comes out the same.
const PURPOSE: &[u8] = b"stolen-registry-v1 drawn\n";

/// Bytes that nobody can tell from random ones without the secret: hashes of it, one after the other.
///
/// They depend on what they are for as well. A secret that comes twice, which must not be, then still never gives two
/// messages the same key.
pub struct Drawn {
    start: Sha256,
    given: u64,
}

impl Drawn {
    /// Bytes out of a secret, for a purpose.
    pub fn new(secret: &[u8; 32], purpose: &[u8]) -> Self {
        let start = Sha256::new()
            .chain_update(PURPOSE)
            .chain_update(secret)
            .chain_update(Sha256::digest(purpose));
        Self { start, given: 0 }
    }

    fn next<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    fn fill(&mut self, wanted: &mut [u8]) {
        for part in wanted.chunks_mut(32) {
            let hash = self.start.clone().chain_update(self.given.to_be_bytes());
            self.given += 1;
            part.copy_from_slice(&hash.finalize()[..part.len()]);
        }
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.next()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.next()))
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        self.fill(wanted);
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(secret: u8, purpose: &[u8]) -> [u8; 80] {
        Drawn::new(&[secret; 32], purpose).next()
    }

    #[test]
    fn bytes_are_the_same_for_the_same_secret_and_purpose_alone() {
        assert_eq!(drawn(1, b"a"), drawn(1, b"a"));
        assert_ne!(drawn(1, b"a"), drawn(2, b"a"));
        assert_ne!(drawn(1, b"a"), drawn(1, b"b"));
    }

    #[test]
    fn bytes_are_never_given_twice() {
        let mut drawn = Drawn::new(&[1; 32], b"");
        let first: [u8; 32] = drawn.next();
        let second: [u8; 32] = drawn.next();
        assert_ne!(first, second);
        assert_ne!(first[..8], drawn.next::<8>());
    }
}
