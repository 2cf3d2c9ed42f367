//! Why what somebody sent cannot be taken, with a word for it on the wire.

/// Why something cannot be taken. Whoever is told the word can mend their side; it gives away nothing of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Flaw {
    /// No signature has the tag of this protocol.
    #[error("no signature for this registry")]
    Unsigned,
    /// More signatures than a request ever needs, or two by one key.
    #[error("more signatures than one, or two by different keys")]
    TooManySignatures,
    /// Something that has to be signed is not there or is not covered.
    #[error("a component that has to be signed is missing")]
    MissingComponent,
    /// A signature covers something that this protocol does not know, or one thing twice.
    #[error("a component is signed that has no business there")]
    UnknownComponent,
    /// A signature does not say all that it has to.
    #[error("a parameter of the signature is missing")]
    MissingParameter,
    /// A signature says something that this protocol does not know.
    #[error("a parameter of the signature is unknown")]
    UnknownParameter,
    /// A signature is of another algorithm than Ed25519.
    #[error("the algorithm is not Ed25519")]
    WrongAlgorithm,
    /// The nonce is too short, too long, or not of printable ASCII.
    #[error("the nonce has another length or other letters than are taken")]
    BadNonce,
    /// A signature would hold for longer than is taken, or for no time at all.
    #[error("the signature holds for too long, or for no time")]
    BadLifetime,
    /// The signature holds no longer.
    #[error("the signature has expired")]
    Stale,
    /// The signature was made later than now, by more than clocks differ.
    #[error("the signature is from the future")]
    FromTheFuture,
    /// `Content-Digest` has no SHA-256 of the body, or that of another.
    #[error("the digest is not that of the body")]
    WrongDigest,
    /// The signature is not of this, or not by this key.
    #[error("the signature is not of this by that key")]
    BadSignature,
    /// What should be a public key is none, or one that anybody can sign or open with.
    #[error("the key is none")]
    BadKey,
    /// A sealed message is for somebody else or about something else, or was changed.
    #[error("the message cannot be opened")]
    Sealed,
    /// More bytes than are taken.
    #[error("too large")]
    TooLarge,
    /// Not of the form that the protocol has.
    #[error("malformed")]
    Malformed,
    /// Nobody is known by this key: said by whoever keeps the keys.
    #[error("the key is not known here")]
    UnknownKey,
    /// This nonce came before: said by whoever keeps the nonces.
    #[error("the nonce came before")]
    Replayed,
}

impl Flaw {
    /// The word for it on the wire. Words are never changed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::TooManySignatures => "too-many-signatures",
            Self::MissingComponent => "missing-component",
            Self::UnknownComponent => "unknown-component",
            Self::MissingParameter => "missing-parameter",
            Self::UnknownParameter => "unknown-parameter",
            Self::WrongAlgorithm => "wrong-algorithm",
            Self::BadNonce => "bad-nonce",
            Self::BadLifetime => "bad-lifetime",
            Self::Stale => "stale",
            Self::FromTheFuture => "from-the-future",
            Self::WrongDigest => "wrong-digest",
            Self::BadSignature => "bad-signature",
            Self::BadKey => "bad-key",
            Self::Sealed => "sealed",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::UnknownKey => "unknown-key",
            Self::Replayed => "replayed",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_flaw_has_a_word_of_its_own() {
        let flaws = [
            Flaw::Unsigned,
            Flaw::TooManySignatures,
            Flaw::MissingComponent,
            Flaw::UnknownComponent,
            Flaw::MissingParameter,
            Flaw::UnknownParameter,
            Flaw::WrongAlgorithm,
            Flaw::BadNonce,
            Flaw::BadLifetime,
            Flaw::Stale,
            Flaw::FromTheFuture,
            Flaw::WrongDigest,
            Flaw::BadSignature,
            Flaw::BadKey,
            Flaw::Sealed,
            Flaw::TooLarge,
            Flaw::Malformed,
            Flaw::UnknownKey,
            Flaw::Replayed,
        ];
        let words: BTreeSet<_> = flaws.iter().map(|flaw| flaw.code()).collect();
        assert_eq!(words.len(), flaws.len());
        for word in words {
            let kebab = |letter: char| letter.is_ascii_lowercase() || letter == '-';
            assert!(word.chars().all(kebab), "{word}");
        }
    }
}
