//! The digest of a body (`Content-Digest`, RFC 9530).

use sfv::{DictSerializer, KeyRef, ListEntry};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::{Flaw, field};

const SHA_256: &KeyRef = KeyRef::constant("sha-256");

/// What the field says of a body.
pub fn write(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let mut field = DictSerializer::new();
    field.bare_item(SHA_256, digest.as_slice());
    field.finish().unwrap_or_default()
}

/// Holds a body against what the field says. Other digests than SHA-256 are not looked at.
pub fn check(field: &str, body: &[u8]) -> Result<(), Flaw> {
    let digests = field::dictionary(field)?;
    let Some(ListEntry::Item(digest)) = digests.get(SHA_256) else {
        return Err(Flaw::WrongDigest);
    };
    let digest = digest.bare_item.as_byte_sequence();
    let digest = digest.ok_or(Flaw::Malformed)?;
    if Sha256::digest(body).as_slice().ct_eq(digest).into() {
        Ok(())
    } else {
        Err(Flaw::WrongDigest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9530, appendix D.
    const BODY: &[u8] = br#"{"hello": "world"}"#;
    const FIELD: &str = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

    #[test]
    fn a_digest_is_that_of_the_standard() {
        assert_eq!(write(BODY), FIELD);
        assert_eq!(check(FIELD, BODY), Ok(()));
    }

    #[test]
    fn other_digests_beside_it_are_not_looked_at() {
        let both = format!("md5=:AA==:, {FIELD}, sha-512=:AA==:");
        assert_eq!(check(&both, BODY), Ok(()));
        assert_eq!(check("sha-512=:AA==:", BODY), Err(Flaw::WrongDigest));
        assert_eq!(check("", BODY), Err(Flaw::WrongDigest));
    }

    #[test]
    fn a_digest_of_something_else_or_of_another_length_is_wrong() {
        assert_eq!(check(FIELD, b"{}"), Err(Flaw::WrongDigest));
        assert_eq!(check("sha-256=:X48E:", BODY), Err(Flaw::WrongDigest));
        assert_eq!(check("sha-256=::", BODY), Err(Flaw::WrongDigest));
        assert_eq!(check("sha-256=(a)", BODY), Err(Flaw::WrongDigest));
        assert_eq!(check("sha-256=\"X48E\"", BODY), Err(Flaw::Malformed));
    }
}
