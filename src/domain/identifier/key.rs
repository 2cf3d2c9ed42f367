//! The keys that identifiers are compared by: exactly, and as one may be misread.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::{Identifier, IdentifierKind, luhn};

/// The shortest key that is compared as it may be misread, in characters: of three, nearly everything is one edit away.
const NEAR: usize = 4;
/// How many times a text is brought into its one form, at most; two have always been enough.
const ROUNDS: usize = 4;

/// What people write where there is no number, in Swedish and English, as keys are written.
const NO_NUMBER: &[&str] = &[
    "EJANGIVEN",
    "EJANGIVET",
    "EJKÄND",
    "EJKÄNT",
    "FINNSEJ",
    "FINNSINTE",
    "INGEN",
    "INGET",
    "MISSING",
    "NA",
    "NIL",
    "NONE",
    "NOSERIAL",
    "NOTAPPLICABLE",
    "NOTAVAILABLE",
    "NOTKNOWN",
    "NULL",
    "OKÄND",
    "OKÄNT",
    "OLÄSLIG",
    "OLÄSLIGT",
    "SAKNAR",
    "SAKNAS",
    "UNKNOWN",
    "UNREADABLE",
    "VETEJ",
    "VETINTE",
];

/// Which identifiers may be the same: a number is one whether somebody calls it a serial or a frame number, while a name that
/// is engraved on many things is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Class {
    Number,
    Registration,
    Engraving,
}

/// What an identifier is compared by.
///
/// The *exact* form is in capital letters without separators; letters keep their dots and rings. The *folded* form takes what
/// looks alike for the same (`I L |` for 1, `O` for 0, `S` for 5, `Z` for 2, `B` for 8) and has no leading zeros; it only
/// ever finds what may be meant, and equal exact forms fold equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    class: Class,
    exact: String,
}

impl Key {
    /// The keys that what somebody typed may be found by, the likeliest first; none where it says that there is no number.
    /// Nothing is refused: what is no valid IMEI may be one that was misread.
    #[must_use]
    pub fn of(kind: IdentifierKind, text: &str) -> Vec<Self> {
        let exact = exact(text);
        if exact.is_empty() || NO_NUMBER.contains(&exact.as_str()) {
            return Vec::new();
        }
        let class = match kind {
            IdentifierKind::Registration => Class::Registration,
            IdentifierKind::Engraving => Class::Engraving,
            _ => Class::Number,
        };
        let device = device(kind, &exact).map(|exact| Self { class, exact });
        let whole = Self { class, exact };
        match (kind, device) {
            (IdentifierKind::Imei, Some(device)) => vec![device, whole],
            (_, Some(device)) => vec![whole, device],
            (_, None) => vec![whole],
        }
    }

    /// Whether it is one character over and over, as on a form that wanted something.
    #[must_use]
    pub fn is_filler(&self) -> bool {
        let mut letters = self.exact.chars();
        let first = letters.next();
        letters.all(|c| Some(c) == first)
    }

    /// The exact form, under which only what is the same is found. Its first character tells numbers, registrations and
    /// engravings apart.
    #[must_use]
    pub fn exact(&self) -> String {
        let class = match self.class {
            Class::Number => 'n',
            Class::Registration => 'r',
            Class::Engraving => 'e',
        };
        format!("{class}{}", self.exact)
    }

    /// The folded form.
    #[must_use]
    pub fn folded(&self) -> String {
        self.alike().trim_start_matches('0').to_owned()
    }

    /// All forms with at most one character left out: two keys that are one edit apart have one of these in common, and
    /// few others have. None where the key is too short.
    #[must_use]
    pub fn variants(&self) -> BTreeSet<String> {
        let alike = self.alike();
        if alike.chars().count() < NEAR {
            return BTreeSet::new();
        }
        let mut variants = BTreeSet::new();
        // Zeros in front may be what was mistyped, so they count here, and they may be what was not typed.
        for form in [self.folded(), alike] {
            for (at, c) in form.char_indices() {
                variants.insert(format!("{}{}", &form[..at], &form[at + c.len_utf8()..]));
            }
            variants.insert(form);
        }
        variants
    }

    /// Whether one may be the other misread: at most one character wrong, too many, missing, or in its neighbour's place,
    /// and whatever looks alike.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        let near = |one: &str, other: &str| strsim::osa_distance(one, other) <= 1;
        self.class == other.class
            && (near(&self.alike(), &other.alike()) || near(&self.folded(), &other.folded()))
    }

    /// The folded form with its leading zeros.
    fn alike(&self) -> String {
        let alike = |c| match c {
            'I' | 'L' | '|' => '1',
            'O' => '0',
            'S' => '5',
            'Z' => '2',
            'B' => '8',
            other => other,
        };
        self.exact.chars().map(alike).collect()
    }
}

impl Identifier {
    /// The keys that it is listed by; none where it says that there is no number.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        Key::of(self.kind, &self.text)
    }
}

/// A text in its one form: compatible characters (NFKC, UAX #15) in capitals, letters and digits alone.
fn exact(text: &str) -> String {
    let mut now = text.to_owned();
    for _ in 0..ROUNDS {
        let capital = now.nfkc().collect::<String>().to_uppercase();
        let next: String = capital
            .nfkc()
            .filter(|c| c.is_alphanumeric() || *c == '|')
            .collect();
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// What tells a phone from all others: the first 14 of an IMEI's 15 or 16 digits, for the last is a check digit or a version
/// of its software (3GPP TS 23.003, 6.2). Fifteen digits that check are taken for one by whatever name.
fn device(kind: IdentifierKind, exact: &str) -> Option<String> {
    let is_number = exact.bytes().all(|byte| byte.is_ascii_digit());
    let is_imei = match kind {
        IdentifierKind::Imei => matches!(exact.len(), 14..=16),
        IdentifierKind::Registration | IdentifierKind::Engraving => false,
        _ => exact.len() == 15 && is_number && luhn(exact),
    };
    (is_number && is_imei).then(|| exact[..14].to_owned())
}

#[cfg(test)]
mod tests;
