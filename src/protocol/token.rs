//! The token in the link that a finder keeps: it finds their thread, and opens the answers.

use std::{fmt, str::FromStr};

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Flaw, contact::ContactSecret, encoding};

/// The bytes of a token, and of its hash.
pub const TOKEN: usize = 32;

/// What a token is hashed and made a key for, so that one tells nothing of the other.
const HASHED: &[u8] = b"stolen-registry-v1 thread\n";
const CONTACT: &[u8] = b"stolen-registry-v1 thread contact\n";

/// A finder's token: 43 letters of base64url. It is kept in their link alone, and never printed.
#[derive(Clone)]
pub struct ThreadToken(Zeroizing<[u8; TOKEN]>);

/// What a thread is found by: nobody gets from it to the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenHash(pub [u8; TOKEN]);

impl ThreadToken {
    /// The token of secret bytes, which have to be drawn by lot.
    #[must_use]
    pub fn from_bytes(secret: [u8; TOKEN]) -> Self {
        Self(Zeroizing::new(secret))
    }

    /// The token as it stands in the link, for the one whom it is for.
    #[must_use]
    pub fn reveal(&self) -> String {
        encoding::write(*self.0)
    }

    /// What the registry keeps of it.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        let hash = Sha256::new().chain_update(HASHED).chain_update(*self.0);
        TokenHash(hash.finalize().into())
    }

    /// What answers are sealed for: the registry keeps its public half.
    #[must_use]
    pub fn contact(&self) -> ContactSecret {
        let material = Zeroizing::new([CONTACT, self.0.as_slice()].concat());
        ContactSecret::derived(&material)
    }
}

impl FromStr for ThreadToken {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        let secret = encoding::read_exactly(text).ok_or(Flaw::Malformed)?;
        Ok(Self::from_bytes(secret))
    }
}

impl fmt::Debug for ThreadToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ThreadToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::protocol::sealing;

    #[test]
    fn a_token_is_hashed_and_made_a_key_as_another_program_does_it() {
        let token = ThreadToken::from_bytes(std::array::from_fn(|at| at.try_into().unwrap()));
        assert_eq!(
            token.reveal(),
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
        );
        let TokenHash(hash) = token.hash();
        assert_eq!(hash[..8], [0xc8, 0xbb, 0x42, 0x0c, 0xc3, 0x4f, 0xb1, 0x57]);
        let contact = token.contact().key().to_string();
        assert_eq!(contact, "Ezdt1Q4WmL83Lho7VB4KP79ICnYyWKaeRNY7ttS6iQA");
    }

    #[test]
    fn a_token_is_not_printed() {
        let token = ThreadToken::from_bytes([7; TOKEN]);
        assert_eq!(format!("{token:?}"), "ThreadToken(…)");
    }

    #[test]
    fn what_is_no_token_is_refused() {
        let token = ThreadToken::from_bytes([7; TOKEN]).reveal();
        for text in ["", &token[1..], &format!("{token}A"), &format!("{token}=")] {
            assert_eq!(text.parse::<ThreadToken>().err(), Some(Flaw::Malformed));
        }
    }

    #[test]
    fn a_hash_is_of_the_token_and_of_what_it_is_for() {
        let token = ThreadToken::from_bytes([7; TOKEN]);
        let plain: [u8; TOKEN] = Sha256::digest([7; TOKEN]).into();
        assert_ne!(token.hash(), TokenHash(plain));
        assert_ne!(token.hash(), ThreadToken::from_bytes([8; TOKEN]).hash());
    }

    #[test]
    fn an_answer_is_opened_with_the_link_alone() {
        let link = ThreadToken::from_bytes([7; TOKEN]).reveal();
        let kept = link.parse::<ThreadToken>().unwrap().contact().key();
        let sealed = sealing::seal(b"Ja, tack.", kept, b"thread", &[1; 32]).unwrap();
        let finder = link.parse::<ThreadToken>().unwrap().contact();
        let opened = sealing::open(&sealed, &finder, b"thread");
        assert_eq!(opened.unwrap(), b"Ja, tack.");
        let other = ThreadToken::from_bytes([8; TOKEN]).contact();
        assert_eq!(sealing::open(&sealed, &other, b"thread"), Err(Flaw::Sealed));
    }

    proptest! {
        #[test]
        fn a_token_reads_back(secret: [u8; TOKEN]) {
            let token = ThreadToken::from_bytes(secret);
            prop_assert_eq!(token.reveal().len(), 43);
            let read: ThreadToken = token.reveal().parse().unwrap();
            prop_assert_eq!(read.hash(), token.hash());
            prop_assert_eq!(read.contact().key(), token.contact().key());
        }

        #[test]
        fn any_text_is_a_token_or_none(text: String) {
            let _ = text.parse::<ThreadToken>();
        }
    }
}
