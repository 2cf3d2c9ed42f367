//! The signature base of a request (RFC 9421, section 2.5): the very text that is signed.

use super::Flaw;

/// The text that is signed: a line for each component in order, and one for the parameters.
///
/// Values must be [`line()`]s, so that none can pass for another component.
pub fn base<'a>(
    components: impl IntoIterator<Item = (&'a str, &'a str)>,
    parameters: &str,
) -> String {
    let mut base = String::new();
    for (name, value) in components {
        base.extend(["\"", name, "\": ", value, "\n"]);
    }
    base.extend(["\"@signature-params\": ", parameters]);
    base
}

/// A component's value without the spaces around it.
///
/// # Errors
/// [`Flaw::Malformed`] when it is more than one line, or not of printable ASCII.
pub fn line(value: &str) -> Result<&str, Flaw> {
    let value = value.trim_matches([' ', '\t']);
    if value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        Ok(value)
    } else {
        Err(Flaw::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::STANDARD};

    use super::*;
    use crate::protocol::key::SigningKey;

    /// RFC 9421, appendix B.1.4 and B.2.6.
    const SECRET: &str = "n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU=";
    const PUBLIC: &str = "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";
    const COMPONENTS: [(&str, &str); 6] = [
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("@method", "POST"),
        ("@path", "/foo"),
        ("@authority", "example.com"),
        ("content-type", "application/json"),
        ("content-length", "18"),
    ];
    const PARAMETERS: &str = concat!(
        r#"("date" "@method" "@path" "@authority" "content-type" "content-length")"#,
        r#";created=1618884473;keyid="test-key-ed25519""#,
    );
    const SIGNATURE: &str = concat!(
        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu",
        "4A0w6vuQv5lIp5WPpBKRCw==",
    );

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        STANDARD.decode(text).unwrap().try_into().unwrap()
    }

    #[test]
    fn the_standards_own_request_is_signed_as_the_standard_says() {
        let key = SigningKey::from_bytes(&bytes(SECRET));
        assert_eq!(key.id().to_bytes(), bytes(PUBLIC));
        let base = base(COMPONENTS, PARAMETERS);
        assert_eq!(key.sign(base.as_bytes()), bytes(SIGNATURE));
    }

    #[test]
    fn a_value_never_becomes_two_lines() {
        assert_eq!(line(" \ta b\t"), Ok("a b"));
        assert_eq!(line(""), Ok(""));
        for value in ["a\nb", "a\r", "\0", "å", "a\tb", "\u{7f}"] {
            assert_eq!(line(value), Err(Flaw::Malformed), "{value:?}");
        }
    }
}
