//! Passwords: hashed with Argon2id, checked in constant time.

use std::sync::Mutex;

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};

use crate::{
    clock::Clock,
    error::{Error, Result},
};

/// The fewest characters: NIST SP 800-63B-4, section 3.1.1.2, asks for at least 8 beside other protection.
pub const SHORTEST: usize = 8;
/// The most bytes that are hashed.
const LONGEST: usize = 1024;

/// One at a time: many attempts at once must not take all memory.
static TURN: Mutex<()> = Mutex::new(());

/// 19 MiB, two passes, one lane: what OWASP asks of Argon2id at least, and what a Raspberry Pi can bear.
fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a new password, in PHC format.
///
/// # Errors
/// [`Error::Invalid`] when it is too short or too long.
pub fn hash(password: &str, clock: &Clock) -> Result<String> {
    if password.chars().count() < SHORTEST {
        return Err(Error::invalid("password", "error-password-short"));
    }
    if password.len() > LONGEST {
        return Err(Error::invalid("password", "error-too-long"));
    }
    let _turn = TURN.lock();
    let salt: [u8; 16] = clock.secret()?;
    let hash = argon()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// Whether a password is the one that was hashed. Takes as long when there is no hash, so that nobody learns by the
/// clock whose account exists.
pub fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    if password.len() > LONGEST {
        return Ok(false);
    }
    let _turn = TURN.lock();
    let Some(hash) = hash else {
        argon()?
            .hash_password_with_salt(password.as_bytes(), &[0; 16])
            .map_err(Error::internal)?;
        return Ok(false);
    };
    let hash = PasswordHash::new(hash).map_err(Error::internal)?;
    Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_matches() {
        let hash = hash("korrekt häst", &Clock::system()).unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(matches("korrekt häst", Some(&hash)).unwrap());
        assert!(!matches("korrekt hast", Some(&hash)).unwrap());
        assert!(!matches("korrekt häst", None).unwrap());
    }

    #[test]
    fn a_short_password_is_refused() {
        let Err(Error::Invalid(invalid)) = hash("åäöåäöå", &Clock::system()) else {
            panic!("took seven letters")
        };
        assert_eq!(invalid.get("password"), Some("error-password-short"));
    }
}
