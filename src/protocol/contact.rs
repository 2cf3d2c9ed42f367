//! For whom something is sealed: an X25519 key pair of an owner, or of a finder.

use std::fmt;

use hpke::{
    Deserializable as _, Kem, OpModeS, Serializable as _, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256, setup_sender_with_rng,
};
use serde::{Deserialize, Serialize};

use super::{Flaw, drawn::Drawn, encoding::as_text};

/// The bytes of a key, of either half.
pub const KEY: usize = 32;

/// The prime that coordinates are counted by, 2²⁵⁵ − 19, the lowest byte first.
const PRIME: [u8; KEY] = {
    let mut prime = [0xff; KEY];
    prime[0] = 0xed;
    prime[KEY - 1] = 0x7f;
    prime
};

/// What opens sealed messages. It forgets itself when it goes, and is never printed.
#[derive(Clone)]
pub struct ContactSecret(<X25519HkdfSha256 as Kem>::PrivateKey);

impl ContactSecret {
    /// The key derived (RFC 9180, section 7.1.3) from secret bytes, which have to be drawn by lot.
    #[must_use]
    pub fn derive(secret: &[u8; KEY]) -> Self {
        Self::derived(secret)
    }

    /// The same from what holds as much secret.
    pub(super) fn derived(material: &[u8]) -> Self {
        Self(X25519HkdfSha256::derive_keypair(material).0)
    }

    /// What others seal for it with.
    #[must_use]
    pub fn key(&self) -> ContactKey {
        let public = X25519HkdfSha256::sk_to_pk(&self.0).to_bytes();
        ContactKey(public.into())
    }

    pub(super) const fn opener(&self) -> &<X25519HkdfSha256 as Kem>::PrivateKey {
        &self.0
    }
}

impl fmt::Debug for ContactSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContactSecret(… of {})", self.key())
    }
}

/// A public key that messages are sealed with: 43 letters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContactKey([u8; KEY]);

as_text!(ContactKey);

impl ContactKey {
    /// The key of these bytes.
    ///
    /// # Errors
    /// [`Flaw::BadKey`] when they are another way of writing a key, or a point of small order, with which everybody
    /// would share the same secret.
    pub fn from_bytes(bytes: [u8; KEY]) -> Result<Self, Flaw> {
        let key = Self(bytes);
        let canonical = bytes.iter().rev().lt(PRIME.iter().rev());
        if canonical && key.shares_secrets()? {
            Ok(key)
        } else {
            Err(Flaw::BadKey)
        }
    }

    /// Its bytes.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; KEY] {
        self.0
    }

    pub(super) fn sealer(self) -> Result<<X25519HkdfSha256 as Kem>::PublicKey, Flaw> {
        <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&self.0).map_err(|_| Flaw::BadKey)
    }

    /// Whether a secret shared with it is one: sealing refuses a point of small order, whatever the other key is.
    fn shares_secrets(self) -> Result<bool, Flaw> {
        let (mode, sealer) = (OpModeS::Base, self.sealer()?);
        let trial = setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &mode,
            &sealer,
            b"",
            &mut Drawn::new(&[0; KEY], b""),
        );
        Ok(trial.is_ok())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::protocol::encoding;

    /// The recipient of RFC 9180, appendix A.2.1: what it is derived from, and its public key.
    const MATERIAL: &str = "GsAfGB_fnzUnl2VRYcWLdcZWpswnFty2Y3Lag1VC4d8";
    const PUBLIC: &str = "QxDul9iMwfCIpVdsd6sM9cOseX89lROcbIS1QpxZZio";

    #[test]
    fn a_key_is_derived_as_the_standard_says() {
        let secret = ContactSecret::derive(&encoding::read_exactly(MATERIAL).unwrap());
        assert_eq!(secret.key().to_string(), PUBLIC);
    }

    #[test]
    fn a_secret_is_not_printed() {
        let secret = ContactSecret::derive(&[7; KEY]);
        let shown = format!("{secret:?}");
        assert_eq!(shown, format!("ContactSecret(… of {})", secret.key()));
    }

    #[test]
    fn points_that_share_no_secret_are_refused() {
        let small = |first: u8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        let mut last = PRIME;
        last[0] -= 1;
        for bytes in [small(0), small(1), last] {
            assert_eq!(ContactKey::from_bytes(bytes), Err(Flaw::BadKey));
        }
        assert!(ContactKey::from_bytes(small(9)).is_ok());
    }

    #[test]
    fn a_key_written_in_another_way_is_refused() {
        // The same point as 9: counted once around, and with the highest bit, which X25519 does not look at.
        let mut around = PRIME;
        around[0] = around[0].wrapping_add(9);
        let mut high = [0; KEY];
        (high[0], high[KEY - 1]) = (9, 0x80);
        for bytes in [around, high, PRIME, [0xff; KEY]] {
            assert_eq!(ContactKey::from_bytes(bytes), Err(Flaw::BadKey));
        }
    }

    proptest! {
        #[test]
        fn a_public_key_reads_back(secret: [u8; KEY]) {
            let key = ContactSecret::derive(&secret).key();
            prop_assert_eq!(key.to_string().len(), 43);
            prop_assert_eq!(key.to_string().parse(), Ok(key));
            prop_assert_eq!(ContactKey::from_bytes(key.to_bytes()), Ok(key));
        }

        #[test]
        fn any_text_is_a_key_or_none(text: String) {
            let _ = text.parse::<ContactKey>();
        }
    }
}
