//! Messages that only one key opens: HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305.
//!
//! A sealed message is the encapsulated key and the ciphertext, one behind the other. What is sealed is padded, so that its
//! length tells little.

use hpke::{
    Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _, aead::ChaCha20Poly1305,
    kdf::HkdfSha256, kem::X25519HkdfSha256, single_shot_open, single_shot_seal_with_rng,
};
use zeroize::Zeroizing;

use super::{
    Flaw,
    contact::{ContactKey, ContactSecret},
    drawn::Drawn,
};

/// How large a message may be, in bytes.
pub const MESSAGE: usize = 16 * 1024;

/// How large a sealed message may be, in bytes.
pub const SEALED: usize = ENCAPSULATED + (LENGTH + MESSAGE).div_ceil(BLOCK) * BLOCK + AUTHENTIC;

/// What every message is padded to a multiple of.
const BLOCK: usize = 256;
/// The bytes in front of a message that say how long it is.
const LENGTH: usize = size_of::<u32>();
/// The bytes of an encapsulated key, and of the proof that a ciphertext is whole.
const ENCAPSULATED: usize = 32;
const AUTHENTIC: usize = 16;

const PURPOSE: &[u8] = b"stolen-registry-v1 message";

/// Seals a message for a key. `about` is not sent, and whoever opens the message has to name the same.
///
/// The 32 secret bytes have to be drawn by lot for this message alone; what the library draws is made of them.
///
/// # Errors
/// [`Flaw::TooLarge`]
pub fn seal(
    message: &[u8],
    to: ContactKey,
    about: &[u8],
    secret: &[u8; 32],
) -> Result<Vec<u8>, Flaw> {
    let padded = pad(message)?;
    let (key, sealed) =
        single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &to.sealer()?,
            PURPOSE,
            &padded,
            about,
            &mut Drawn::new(secret, &padded),
        )
        .map_err(|_| Flaw::BadKey)?;
    Ok([key.to_bytes().as_slice(), &sealed].concat())
}

/// Opens a sealed message.
///
/// # Errors
/// [`Flaw::Sealed`] when it is for another key or about something else, or was changed; [`Flaw::TooLarge`];
/// [`Flaw::Malformed`] when it is no sealed message at all.
pub fn open(sealed: &[u8], secret: &ContactSecret, about: &[u8]) -> Result<Vec<u8>, Flaw> {
    if sealed.len() > SEALED {
        return Err(Flaw::TooLarge);
    }
    let (key, sealed) = sealed
        .split_at_checked(ENCAPSULATED)
        .ok_or(Flaw::Malformed)?;
    let key = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(key);
    let padded = single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        secret.opener(),
        &key.map_err(|_| Flaw::Malformed)?,
        PURPOSE,
        sealed,
        about,
    )
    .map_err(|_| Flaw::Sealed)?;
    unpad(&Zeroizing::new(padded)).ok_or(Flaw::Malformed)
}

/// A message behind its length, filled up with zeros.
fn pad(message: &[u8]) -> Result<Zeroizing<Vec<u8>>, Flaw> {
    let length = u32::try_from(message.len()).map_err(|_| Flaw::TooLarge)?;
    if message.len() > MESSAGE {
        return Err(Flaw::TooLarge);
    }
    let mut padded = Zeroizing::new(vec![0; (LENGTH + message.len()).next_multiple_of(BLOCK)]);
    padded[..LENGTH].copy_from_slice(&length.to_be_bytes());
    padded[LENGTH..LENGTH + message.len()].copy_from_slice(message);
    Ok(padded)
}

/// The message that was padded; `None` when it was padded in any other way.
fn unpad(padded: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = padded.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let message = rest.get(..length)?;
    (*pad(message).ok()? == padded).then(|| message.to_vec())
}

#[cfg(test)]
mod tests;
