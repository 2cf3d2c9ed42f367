//! Barcodes: what is coded on a box, a plate or a receipt, and what such codes are when their check digits hold.

use serde::{Deserialize, Serialize};

use super::page::Quad;
use crate::domain::identifier::{Identifier, IdentifierKind};

/// What kind of bars or squares it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Symbology {
    /// The bars on goods: EAN-8, EAN-13, UPC-A, UPC-E.
    Ean,
    /// Code 128: serial numbers, parcels.
    Code128,
    /// Code 39: serial numbers, older.
    Code39,
    /// A QR code.
    Qr,
    /// A Data Matrix.
    DataMatrix,
    /// Any other.
    Other,
}

/// A code in a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Barcode {
    /// What kind it is.
    pub symbology: Symbology,
    /// What it says.
    pub text: String,
    /// Where it stands, in fractions of the picture's width and height.
    pub place: Quad,
}

/// The number of a kind of goods (GTIN-8, -12, -13 or -14), if the last digit follows from the others.
#[must_use]
pub fn gtin(text: &str) -> Option<&str> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let sum: u32 = text
        .bytes()
        .rev()
        .zip([1, 3].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight)
        .sum();
    (digits && matches!(text.len(), 8 | 12..=14) && sum.is_multiple_of(10)).then_some(text)
}

/// A phone's fifteen digits without what stands between them, if the last follows from the others.
#[must_use]
pub fn imei(text: &str) -> Option<String> {
    let identifier = Identifier::parse(IdentifierKind::Imei, text).ok()?;
    let digits = identifier.text();
    // Nobody makes a phone whose number is nothing but noughts.
    let is_made = digits.len() == 15 && digits.bytes().any(|digit| digit != b'0');
    is_made.then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_check_digit_of_goods_must_hold() {
        for good in [
            "73513537",
            "036000291452",
            "4006381333931",
            "10012345678902",
        ] {
            assert_eq!(gtin(good), Some(good), "{good}");
        }
        for bad in ["4006381333932", "123", "", "40063813339x1", "00000000000"] {
            assert_eq!(gtin(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_check_digit_of_a_phone_must_hold() {
        assert_eq!(
            imei("49-015420-323751-8").as_deref(),
            Some("490154203237518")
        );
        assert_eq!(imei("490154203237519"), None);
        assert_eq!(imei("000000000000000"), None);
    }

    proptest! {
        #[test]
        fn one_digit_misread_is_noticed(digits in "[1-9][0-9]{13}", at in 0_usize..15, by in 1_u8..10) {
            let mut all = (0..=9).map(|check| format!("{digits}{check}"));
            let right = all.find(|digits| imei(digits).is_some()).unwrap();
            let mut wrong = right.into_bytes();
            wrong[at] = (wrong[at] - b'0' + by) % 10 + b'0';
            prop_assert_eq!(imei(&String::from_utf8(wrong).unwrap()), None);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = (gtin(&text), imei(&text));
        }
    }
}
