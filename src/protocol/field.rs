//! Structured fields (RFC 9651) in their one canonical form.

use sfv::{Dictionary, FieldType as _, InnerList, ListEntry, Parser};

use super::Flaw;

/// How long a field may be, in bytes.
const MOST: usize = 4096;

/// The dictionary that a field says.
///
/// Every dictionary has one form in which it must be sent. What is sent in any other, with a name twice, spaces or digits
/// too many, or loose bits in a byte sequence, is refused: what two readers could understand in two ways is not signed
/// for. A field on several lines is to be joined with a comma and a space before.
pub fn dictionary(text: &str) -> Result<Dictionary, Flaw> {
    if text.len() > MOST {
        return Err(Flaw::TooLarge);
    }
    let dictionary: Dictionary = Parser::new(text).parse().map_err(|_| Flaw::Malformed)?;
    if dictionary.serialize().unwrap_or_default() == text {
        Ok(dictionary)
    } else {
        Err(Flaw::Malformed)
    }
}

/// An inner list with its parameters, as it is written.
pub fn inner_list(list: InnerList) -> String {
    let list = vec![ListEntry::InnerList(list)];
    list.serialize().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_dictionary_is_read_in_its_canonical_form_alone() {
        for text in ["", "a=1", "a=1, b=(\"c\" d);e=:/w==:, f", "a=\"\\\"\""] {
            assert!(dictionary(text).is_ok(), "{text}");
        }
        for text in [
            " ",
            "a=1,b=2",
            "a=1,  b=2",
            "a=1 , b=2",
            "a=1, a=2",
            "a=01",
            "a=( b)",
            "a=(b  c)",
            "a=b; c",
            "a=b;c;c",
            "a=:/x==:",
            "a=:/w:",
            "a=?1",
            "a=1, ",
            "a=1\n",
            "A=1",
            "a=1.10",
        ] {
            assert_eq!(dictionary(text).err(), Some(Flaw::Malformed), "{text:?}");
        }
    }

    #[test]
    fn a_long_field_is_not_looked_at() {
        let longest = format!("a=\"{}\"", "b".repeat(MOST - 4));
        assert!(dictionary(&longest).is_ok());
        let longer = format!("a=\"{}\"", "b".repeat(MOST - 3));
        assert_eq!(dictionary(&longer).err(), Some(Flaw::TooLarge));
    }

    proptest! {
        #[test]
        fn any_text_is_a_dictionary_or_none(text: String, field in "[a-z0-9=;,():?\"\\\\@%. ]{0,40}") {
            let _ = dictionary(&text);
            let _ = dictionary(&field);
        }
    }
}
