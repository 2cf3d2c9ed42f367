//! The key that a browser holds once a share link's passcode was given: it opens that one link, for half a day, and is kept nowhere.
//!
//! It says when it was given and has a keyed hash (BLAKE3) of that. What the hash is keyed with is made of the link's secret, which
//! the archive does not have, and of the passcode's hash, which whoever holds the link does not have.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};

use crate::domain::share::Share;

/// For how long a key opens.
pub const VALID: SignedDuration = SignedDuration::from_hours(12);

/// What the hash is for, so that the same key is of no use for anything else.
const PURPOSE: &str = "Smartinventory 2026 the key of a share link";
/// The bytes of when it was given, and of the whole.
const GIVEN: usize = 8;
const WHOLE: usize = GIVEN + blake3::OUT_LEN;

/// The key to a link, given now.
#[must_use]
pub fn write(share: &Share, secret: &str, now: Timestamp) -> String {
    let given = now.as_millisecond().to_be_bytes();
    let proof = proof(share, secret, given);
    URL_SAFE_NO_PAD.encode([given.as_slice(), proof.as_bytes()].concat())
}

/// Whether a key opens a link.
#[must_use]
pub fn opens(share: &Share, secret: &str, key: &str, now: Timestamp) -> bool {
    let Some((given, proven)) = parsed(key) else {
        return false;
    };
    // Hashes are compared in constant time.
    if proof(share, secret, given) != blake3::Hash::from_bytes(proven) {
        return false;
    }
    let Ok(given) = Timestamp::from_millisecond(i64::from_be_bytes(given)) else {
        return false;
    };
    let age = now.duration_since(given);
    !age.is_negative() && age < VALID
}

fn proof(share: &Share, secret: &str, given: [u8; GIVEN]) -> blake3::Hash {
    let of = format!("{secret} {}", share.passcode);
    let key = blake3::derive_key(PURPOSE, of.as_bytes());
    let said = [share.id.bytes().as_slice(), &given].concat();
    blake3::keyed_hash(&key, &said)
}

fn parsed(key: &str) -> Option<([u8; GIVEN], [u8; blake3::OUT_LEN])> {
    let bytes = URL_SAFE_NO_PAD.decode(key).ok()?;
    let whole: [u8; WHOLE] = bytes.try_into().ok()?;
    let (given, proven) = whole.split_at(GIVEN);
    Some((given.try_into().ok()?, proven.try_into().ok()?))
}
