//! The one-time setup code: without it nobody can claim a server on the same network.

use std::fmt;

use subtle::ConstantTimeEq;

use crate::{clock::Clock, error::Result};

/// Letters and digits that nobody mistakes for one another.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH: usize = 8;

/// A code of eight characters, 40 bits, shown as `ABCD-EFGH`; printed at the start of a server that nobody has claimed.
#[derive(Clone)]
pub struct SetupCode([u8; LENGTH]);

impl SetupCode {
    /// A new code.
    pub fn draw(clock: &Clock) -> Result<Self> {
        let random: [u8; LENGTH] = clock.secret()?;
        Ok(Self(
            random.map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]),
        ))
    }

    /// Whether this is the code, in any case, with or without its dash; takes equally long for every wrong one.
    pub fn matches(&self, typed: &str) -> bool {
        let typed: Vec<u8> = typed
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| byte.to_ascii_uppercase())
            .collect();
        self.0.ct_eq(&typed).into()
    }
}

impl fmt::Display for SetupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            let dash = if place == LENGTH / 2 { "-" } else { "" };
            write!(f, "{dash}{}", char::from(*byte))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_taken_as_people_type_it() {
        let code = SetupCode::draw(&Clock::system()).unwrap();
        let shown = code.to_string();
        assert_eq!(shown.len(), 9);
        assert!(code.matches(&shown));
        assert!(code.matches(&format!(" {} ", shown.to_lowercase().replace('-', " "))));
        assert!(!code.matches(&shown[..8]));
        assert!(!code.matches(""));
    }
}
