//! Serial numbers as they are printed after a word that announces them.

use super::word::{Phrases, folded, words};

/// Words that announce a serial number, in folded letters.
const LABELS: Phrases = Phrases(
    "serienummer, serienummern, serienr, serie nr, serial number, serial numbers, serial no, serial nr, serial, \
     ser no, ser nr, seriennummer, seriennr, serien nr, s n, sn, imei, imei nr, imei no, numero de serie, no de \
     serie, n de serie, sarjanumero, tillverkningsnummer, tillverkningsnr, tillv nr, fabrication no, fab nr, mfg \
     no, chassinummer, ramnummer, framenummer",
);

/// A code in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) text: String,
    /// The offset in bytes where it begins.
    pub(super) from: usize,
}

/// What a text says of serial numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Announced {
    /// Nothing.
    Nothing,
    /// That one follows elsewhere: it ends with the word for it.
    Elsewhere,
    /// These.
    Here(Vec<Code>),
}

/// The serial numbers that a text announces.
pub(super) fn announced(text: &str) -> Announced {
    let Some(end) = label_end(text) else {
        return Announced::Nothing;
    };
    let rest = &text[end..];
    if let Some((from, groups)) = grouped(rest) {
        return Announced::Here(vec![Code {
            text: groups.to_owned(),
            from: end + from,
        }]);
    }
    let mut codes = Vec::new();
    for (from, word) in words(rest, &[' ', ',', ';']) {
        let code = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_serial(code) {
            codes.push(Code {
                text: code.to_owned(),
                from: end + from + word.find(code).unwrap_or_default(),
            });
        } else if !codes.is_empty() && !code.is_empty() {
            // What follows is about something else.
            break;
        }
    }
    if !codes.is_empty() {
        Announced::Here(codes)
    } else if rest.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        Announced::Elsewhere
    } else {
        Announced::Nothing
    }
}

/// A number that is printed in groups of digits, and where it begins. Groups that are all long enough are a number each.
fn grouped(text: &str) -> Option<(usize, &str)> {
    let from = text.find(char::is_alphanumeric)?;
    let mut end = from;
    let mut lengths = Vec::new();
    for group in text[from..].split(' ') {
        if group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        end += group.len() + usize::from(!lengths.is_empty());
        lengths.push(group.len());
    }
    let digits: usize = lengths.iter().sum();
    let short = lengths.iter().any(|length| *length < SHORTEST);
    // Volts, sizes and years are shorter.
    (lengths.len() > 1 && short && digits > 6).then(|| (from, &text[from..end]))
}

/// How many letters and digits a serial number has at least.
const SHORTEST: usize = 5;

/// Where the first label of a text ends: one that begins a word, and is not followed by letters.
fn label_end(text: &str) -> Option<usize> {
    if !LABELS.are_in(&folded(text)) {
        return None;
    }
    let starts = text
        .char_indices()
        .filter(|(at, c)| c.is_alphanumeric() && !text[..*at].ends_with(char::is_alphanumeric));
    for (from, _) in starts {
        let ends = text[from..]
            .char_indices()
            .map(|(at, c)| from + at + c.len_utf8());
        let end = ends
            .filter(|end| *end - from <= 24 && !text[*end..].starts_with(char::is_alphabetic))
            .rfind(|end| LABELS.contains(&folded(&text[from..*end])));
        if end.is_some() {
            return end;
        }
    }
    None
}

/// Whether a word can be a serial number: long enough, and with digits in it.
pub(super) fn is_serial(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let shaped = word
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'));
    (SHORTEST..=40).contains(&word.len()) && digits >= 2 && shaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        match announced(text) {
            Announced::Here(codes) => codes.into_iter().map(|code| code.text).collect(),
            Announced::Elsewhere => vec!["elsewhere".to_owned()],
            Announced::Nothing => Vec::new(),
        }
    }

    #[test]
    fn a_serial_number_follows_its_word() {
        for text in [
            "Serienummer: ABC123XYZ",
            "S/N ABC123XYZ",
            "SN:ABC123XYZ",
            "Serial No. ABC123XYZ",
            "Serie-nr: ABC123XYZ Färg: svart",
            "Modell K2  Serienr: ABC123XYZ",
        ] {
            assert_eq!(read(text), ["ABC123XYZ"], "{text}");
        }
        assert_eq!(
            read("Serienummer: AB12345, AB12346"),
            ["AB12345", "AB12346"]
        );
    }

    #[test]
    fn a_number_may_be_printed_in_groups() {
        assert_eq!(read("S/N: 4801 2034 5567 89"), ["4801 2034 5567 89"]);
        assert_eq!(read("S/N 4801 2034  Typ K2"), ["4801 2034"]);
        assert_eq!(read("Serial numbers 123456 123457"), ["123456", "123457"]);
        assert_eq!(read("SN 12 34"), [""; 0]);
    }

    #[test]
    fn the_word_alone_says_that_it_is_elsewhere() {
        assert_eq!(read("Serial No."), ["elsewhere"]);
    }

    #[test]
    fn other_words_announce_nothing() {
        assert_eq!(read("Snabb leverans 12345678"), [""; 0]);
        assert_eq!(read("Serial drama box set"), [""; 0]);
    }

    #[test]
    fn a_code_says_where_it_stands() {
        let text = "S/N: ABC123XYZ";
        let Announced::Here(codes) = announced(text) else {
            panic!("announced nothing");
        };
        assert_eq!(&text[codes[0].from..], "ABC123XYZ");
    }
}
