//! What is written on a thing to tell it from all others: serial numbers, IMEIs, frame numbers and their kin.

mod key;

use minicbor::{Decode, Encode};

pub use self::key::Key;
use super::keyed::keyed;

/// What kind of identifier it is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// The maker's serial number.
    #[n(0)]
    Serial,
    /// A phone's fifteen digits (3GPP TS 23.003), with a check digit.
    #[n(1)]
    Imei,
    /// A bicycle's frame number.
    #[n(2)]
    Frame,
    /// A vehicle's seventeen characters (ISO 3779).
    #[n(3)]
    Vin,
    /// A registration number: car, boat, drone.
    #[n(4)]
    Registration,
    /// Text engraved by or for the owner.
    #[n(5)]
    Engraving,
    /// Any other marking: DNA marking, stickers, hallmarks.
    #[n(6)]
    Marking,
}

keyed!(IdentifierKind {
    Serial => "serial",
    Imei => "imei",
    Frame => "frame",
    Vin => "vin",
    Registration => "registration",
    Engraving => "engraving",
    Marking => "marking",
});

/// An identifier that has passed its kind's rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Identifier {
    #[n(0)]
    kind: IdentifierKind,
    #[n(1)]
    text: String,
}

/// Why a text is no identifier of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentifierError {
    /// Nothing, or more than 200 characters.
    #[error("empty or too long")]
    Length,
    /// An IMEI has 15 digits (or 16 with its software version).
    #[error("an IMEI has 15 digits")]
    ImeiLength,
    /// The last digit of an IMEI does not follow from the others: one of them was misread.
    #[error("the check digit is wrong")]
    ImeiCheckDigit,
    /// A VIN has seventeen letters and digits, without I, O and Q.
    #[error("a VIN has 17 letters and digits, without I, O and Q")]
    Vin,
}

impl IdentifierError {
    /// The key of the text that tells it to a person.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Length => "error-identifier-length",
            Self::ImeiLength => "error-imei-length",
            Self::ImeiCheckDigit => "error-imei-check-digit",
            Self::Vin => "error-vin",
        }
    }
}

impl Identifier {
    /// Reads an identifier; spaces and dashes inside an IMEI or a VIN do not matter.
    pub fn parse(kind: IdentifierKind, text: &str) -> Result<Self, IdentifierError> {
        let text = super::text::line(text);
        if text.is_empty() || !super::text::fits(&text, super::text::NAME) {
            return Err(IdentifierError::Length);
        }
        let text = match kind {
            IdentifierKind::Imei => imei(&text)?,
            IdentifierKind::Vin => vin(&text)?,
            // A letter may become two: ß is SS.
            IdentifierKind::Registration => Some(text.to_uppercase())
                .filter(|text| super::text::fits(text, super::text::NAME))
                .ok_or(IdentifierError::Length)?,
            _ => text,
        };
        Ok(Self { kind, text })
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> IdentifierKind {
        self.kind
    }

    /// The identifier as it is shown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is a VIN whose ninth character does not follow from the others. That is certain to be a misreading only of
    /// vehicles for North America: elsewhere makers put what they like there.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.kind == IdentifierKind::Vin && vin_check(&self.text) != self.text.chars().nth(8)
    }
}

fn imei(text: &str) -> Result<String, IdentifierError> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '/' | '.'))
        .collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.len(), 15 | 16) {
        return Err(IdentifierError::ImeiLength);
    }
    // Sixteen digits are an IMEISV: fourteen, then a software version in place of the check digit.
    if digits.len() == 15 && !luhn(&digits) {
        return Err(IdentifierError::ImeiCheckDigit);
    }
    Ok(digits)
}

/// Whether the last digit follows from the others by the Luhn formula (ISO/IEC 7812-1, annex B).
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            match place % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn vin(text: &str) -> Result<String, IdentifierError> {
    let vin: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-'))
        .collect::<String>()
        .to_ascii_uppercase();
    let allowed =
        |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase() && !matches!(b, b'I' | b'O' | b'Q');
    if vin.len() == 17 && vin.bytes().all(allowed) {
        Ok(vin)
    } else {
        Err(IdentifierError::Vin)
    }
}

/// The check digit of a VIN, which stands in ninth place: a digit, or X for ten (49 CFR 565.15).
fn vin_check(vin: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let sum: u32 = vin
        .chars()
        .zip(WEIGHTS)
        .map(|(c, weight)| weight * vin_value(c))
        .sum();
    match sum % 11 {
        10 => Some('X'),
        rest => char::from_digit(rest, 10),
    }
}

/// What a character of a VIN counts for: letters count from 1 in three rows, and S begins the third with 2.
fn vin_value(c: char) -> u32 {
    match c {
        'A'..='H' => u32::from(c) - u32::from('A') + 1,
        'J'..='R' => u32::from(c) - u32::from('J') + 1,
        'S'..='Z' => u32::from(c) - u32::from('S') + 2,
        _ => c.to_digit(10).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_imei_is_checked_by_its_last_digit() {
        let imei = Identifier::parse(IdentifierKind::Imei, "49-015420-323751 8").unwrap();
        assert_eq!(imei.text(), "490154203237518");
        let wrong = Identifier::parse(IdentifierKind::Imei, "490154203237519");
        assert_eq!(wrong, Err(IdentifierError::ImeiCheckDigit));
        assert_eq!(
            Identifier::parse(IdentifierKind::Imei, "4901"),
            Err(IdentifierError::ImeiLength)
        );
        assert!(
            Identifier::parse(IdentifierKind::Imei, "4901542032375101").is_ok(),
            "IMEISV"
        );
    }

    #[test]
    fn a_vin_has_no_letters_that_look_like_digits() {
        assert_eq!(
            Identifier::parse(IdentifierKind::Vin, "yv1 lz5647-w2345678")
                .unwrap()
                .text(),
            "YV1LZ5647W2345678"
        );
        assert_eq!(
            Identifier::parse(IdentifierKind::Vin, "YV1LZ5647W234567O"),
            Err(IdentifierError::Vin)
        );
    }

    #[test]
    fn the_ninth_character_of_a_vin_may_cast_doubt_on_it() {
        let is_doubtful = |vin| {
            let vin = Identifier::parse(IdentifierKind::Vin, vin).unwrap();
            vin.is_doubtful()
        };
        assert!(!is_doubtful("1M8GDM9AXKP042788"));
        assert!(!is_doubtful("11111111111111111"));
        assert!(is_doubtful("1M8GDM9A1KP042788"));
        let serial = Identifier::parse(IdentifierKind::Serial, "1M8GDM9A1KP042788").unwrap();
        assert!(!serial.is_doubtful(), "only a VIN has one");
    }

    #[test]
    fn a_registration_is_no_longer_than_it_may_be_once_its_letters_are_capital() {
        let parse = |text: &str| Identifier::parse(IdentifierKind::Registration, text);
        assert_eq!(parse("abc 12å").unwrap().text(), "ABC 12Å");
        let doubled = parse(&"ß".repeat(100)).unwrap();
        assert_eq!(doubled.text(), "S".repeat(200));
        assert_eq!(parse(&"ß".repeat(101)), Err(IdentifierError::Length));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_never_passes(digits in "[0-9]{14}", place in 0usize..15, by in 1u8..10) {
            let check = (0..10).find(|c| luhn(&format!("{digits}{c}"))).unwrap();
            let mut imei = format!("{digits}{check}").into_bytes();
            imei[place] = b'0' + (imei[place] - b'0' + by) % 10;
            prop_assert!(!luhn(std::str::from_utf8(&imei).unwrap()));
        }
    }
}
