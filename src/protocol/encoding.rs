//! Bytes as text: base64url without padding (RFC 4648, section 5), in the one way that there is of writing each.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// Bytes as they are written.
pub fn write(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What was written; `None` for padding, other letters, and bits beyond the last byte.
pub fn read(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// So many bytes that were written.
pub fn read_exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    read(text)?.try_into().ok()
}

/// Has a public key of 32 bytes written, read, shown and put into JSON as its text.
macro_rules! as_text {
    ($key:ident) => {
        impl std::fmt::Display for $key {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::protocol::encoding::write(self.0))
            }
        }

        impl std::fmt::Debug for $key {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($key), "({})"), self)
            }
        }

        impl std::str::FromStr for $key {
            type Err = $crate::protocol::Flaw;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let bytes = $crate::protocol::encoding::read_exactly(text)
                    .ok_or($crate::protocol::Flaw::BadKey)?;
                Self::from_bytes(bytes)
            }
        }

        impl TryFrom<String> for $key {
            type Error = $crate::protocol::Flaw;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$key> for String {
            fn from(key: $key) -> Self {
                key.to_string()
            }
        }
    };
}

pub(super) use as_text;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_bytes_are_written_in_one_way_only() {
        assert_eq!(write([0xfb, 0xff]), "-_8");
        assert_eq!(read("-_8"), Some(vec![0xfb, 0xff]));
        for other in ["-_8=", "-_9", "+/8", "-_8 ", "-_8\n", "-"] {
            assert_eq!(read(other), None, "{other:?}");
        }
        assert_eq!(read_exactly::<3>("-_8"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bytes: Vec<u8>) {
            prop_assert_eq!(read(&write(&bytes)), Some(bytes));
        }

        #[test]
        fn what_is_read_is_written_as_it_was(text in "[A-Za-z0-9_=+/-]{0,12}") {
            if let Some(bytes) = read(&text) {
                prop_assert_eq!(write(bytes), text);
            }
        }
    }
}
