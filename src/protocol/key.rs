//! Who signs: an Ed25519 key made at home, known to the registry by its public half.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::{Flaw, encoding::as_text};

/// The bytes of a signature.
pub const SIGNATURE: usize = ed25519_dalek::SIGNATURE_LENGTH;

/// The bytes of a key, of either half.
pub const KEY: usize = ed25519_dalek::PUBLIC_KEY_LENGTH;

/// What a publisher signs with. It forgets itself when it goes, and is never printed.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key made of secret bytes, which have to be drawn by lot.
    #[must_use]
    pub fn from_bytes(secret: &[u8; KEY]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(secret))
    }

    /// What others know it by.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId(self.0.verifying_key().to_bytes())
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(… of {})", self.id())
    }
}

/// A publisher's public key, by which they are known: 43 letters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId([u8; KEY]);

as_text!(KeyId);

impl KeyId {
    /// The key of these bytes.
    ///
    /// # Errors
    /// [`Flaw::BadKey`] when they are no point on the curve, another way of writing one, or a point of small order, for
    /// which a signature can be made that is of every message.
    pub fn from_bytes(bytes: [u8; KEY]) -> Result<Self, Flaw> {
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| Flaw::BadKey)?;
        let canonical = key.to_edwards().compress().to_bytes() == bytes;
        if canonical && !key.is_weak() {
            Ok(Self(bytes))
        } else {
            Err(Flaw::BadKey)
        }
    }

    /// Its bytes.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; KEY] {
        self.0
    }

    /// Strictly: what is not the one signature that its maker made is none.
    pub(super) fn verify(self, message: &[u8], signature: &[u8; SIGNATURE]) -> Result<(), Flaw> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| Flaw::BadKey)?;
        key.verify_strict(message, &Signature::from_bytes(signature))
            .map_err(|_| Flaw::BadSignature)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::protocol::encoding;

    /// The first test vector of RFC 8032, section 7.1.
    const SECRET: &str = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
    const PUBLIC: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const OF_NOTHING: &str =
        "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw";

    fn signing_key() -> SigningKey {
        SigningKey::from_bytes(&encoding::read_exactly(SECRET).unwrap())
    }

    #[test]
    fn a_key_signs_as_the_standard_says() {
        let key = signing_key();
        assert_eq!(key.id().to_string(), PUBLIC);
        assert_eq!(encoding::write(key.sign(b"")), OF_NOTHING);
    }

    #[test]
    fn a_signing_key_is_not_printed() {
        let shown = format!("{:?}", signing_key());
        assert_eq!(shown, format!("SigningKey(… of {PUBLIC})"));
    }

    #[test]
    fn a_public_key_is_a_text_in_json() {
        let json = serde_json::to_string(&signing_key().id()).unwrap();
        assert_eq!(json, format!("\"{PUBLIC}\""));
        let read: KeyId = serde_json::from_str(&json).unwrap();
        assert_eq!(read, signing_key().id());
        assert!(serde_json::from_str::<KeyId>("\"11qY\"").is_err());
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let longer = format!("{PUBLIC}A");
        let padded = format!("{PUBLIC}=");
        let other_last_bits = PUBLIC.replace("URo", "URp");
        for text in ["", &PUBLIC[1..], &longer, &padded, &other_last_bits] {
            assert_eq!(text.parse::<KeyId>(), Err(Flaw::BadKey), "{text}");
        }
        // No point of the curve has this y.
        let mut off = [0; KEY];
        off[0] = 2;
        assert_eq!(KeyId::from_bytes(off), Err(Flaw::BadKey));
    }

    #[test]
    fn a_key_that_anybody_can_sign_with_is_refused() {
        // The neutral point, the point of order two, and one of those of order four.
        let neutral = std::array::from_fn(|at| u8::from(at == 0));
        let mut second = [0xff; KEY];
        second[0] = 0xec;
        second[KEY - 1] = 0x7f;
        for weak in [neutral, second, [0; KEY]] {
            assert!(VerifyingKey::from_bytes(&weak).unwrap().is_weak());
            assert_eq!(KeyId::from_bytes(weak), Err(Flaw::BadKey));
        }
    }

    #[test]
    fn a_point_written_in_another_way_is_refused() {
        // y = 3 and y = p + 3 are one point to the library.
        let plain = std::array::from_fn(|at| if at == 0 { 3 } else { 0 });
        let mut beyond = [0xff; KEY];
        beyond[0] = 0xf0;
        beyond[KEY - 1] = 0x7f;
        let points = [plain, beyond].map(|bytes| VerifyingKey::from_bytes(&bytes).unwrap());
        assert_eq!(points[0].to_edwards(), points[1].to_edwards());
        assert!(KeyId::from_bytes(plain).is_ok());
        assert_eq!(KeyId::from_bytes(beyond), Err(Flaw::BadKey));
    }

    proptest! {
        #[test]
        fn what_a_key_signs_holds_for_it_alone(one: [u8; KEY], other: [u8; KEY], message: Vec<u8>) {
            prop_assume!(one != other);
            let (one, other) = (SigningKey::from_bytes(&one), SigningKey::from_bytes(&other));
            let signature = one.sign(&message);
            prop_assert_eq!(one.id().verify(&message, &signature), Ok(()));
            prop_assert_eq!(other.id().verify(&message, &signature), Err(Flaw::BadSignature));
        }

        #[test]
        fn a_public_key_reads_back(secret: [u8; KEY]) {
            let id = SigningKey::from_bytes(&secret).id();
            prop_assert_eq!(id.to_string().len(), 43);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(KeyId::from_bytes(id.to_bytes()), Ok(id));
        }

        #[test]
        fn any_text_is_a_key_or_none(text: String) {
            let _ = text.parse::<KeyId>();
        }
    }
}
