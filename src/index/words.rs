//! Words as they are compared: split, folded and stemmed, the same for what is kept and what is asked.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer words are cut here: nobody types them, and encoded data in a document would fill the index with them.
const MAX_LETTERS: usize = 48;

/// The words of a text in lower case, accents kept.
pub(super) fn split(text: &str) -> Vec<String> {
    let words = spaced(text);
    words.split_whitespace().map(ToOwned::to_owned).collect()
}

/// The words of [`split`] with a space between each two.
pub(super) fn spaced(text: &str) -> String {
    // Nearly every text is of letters that are already composed; looking each up in tables is most of the work.
    if text
        .chars()
        .all(|letter| letter.is_ascii() || matches!(letter, 'À'..='ÿ'))
    {
        space_letters(text.len(), text.chars().flat_map(char::to_lowercase))
    } else {
        space_letters(text.len(), text.nfkc().flat_map(char::to_lowercase))
    }
}

fn space_letters(bytes: usize, letters: impl Iterator<Item = char>) -> String {
    let mut words = String::with_capacity(bytes);
    // How many letters the word at hand has, and whether what comes next begins another.
    let mut length = 0;
    let mut ended = false;
    for letter in letters {
        let picture = is_picture(letter);
        if picture || is_letter(letter) {
            if picture || ended {
                length = 0;
                if !words.is_empty() {
                    words.push(' ');
                }
            }
            ended = picture;
            length += 1;
            if length <= MAX_LETTERS {
                words.push(letter);
            }
        } else if !matches!(letter, '\'' | '’') {
            ended = true;
        }
    }
    words
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || !letter.is_ascii() && is_combining_mark(letter)
}

/// An emoji or the like: a word of its own.
const fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// A word of [`split`] without accents: *hjälm* and *hjalm* are the same.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfkd() {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            letter => folded.push(letter),
        }
    }
    folded
}

/// The Swedish and the English stem of a folded word, where they differ from it and from each other.
///
/// Folding comes first so that a word stems alike however it was typed; å, ä and ö are vowels as a and o are.
pub(super) fn stems(folded: &str) -> impl Iterator<Item = String> {
    let wordlike = folded.bytes().all(|byte| byte.is_ascii_lowercase());
    let stem = |algorithm| {
        wordlike
            .then(|| Stemmer::new(algorithm).stem(folded).into_owned())
            .filter(|stem| stem != folded && !stem.is_empty())
    };
    let swedish = stem(Algorithm::Swedish);
    let english = stem(Algorithm::English).filter(|stem| Some(stem) != swedish.as_ref());
    swedish.into_iter().chain(english)
}

/// A word without accents, and its stems.
pub(super) struct Forms {
    pub(super) folded: String,
    pub(super) stems: Vec<String>,
}

/// The forms of words that come again and again: making them takes most of the time of building an index.
#[derive(Default)]
pub(super) struct Known(HashMap<String, Forms>);

impl Known {
    /// How many words are remembered before they are forgotten.
    const MAX: usize = 20_000;

    /// The forms of a word of [`split`], as [`fold`] and [`stems`] give them.
    pub(super) fn forms(&mut self, word: &str) -> Option<&Forms> {
        // Looked up by the borrowed word first: most of the time it is there, and no copy is made.
        if !self.0.contains_key(word) {
            if self.0.len() >= Self::MAX {
                self.0.clear();
            }
            let folded = fold(word);
            let stems = stems(&folded).collect();
            self.0.insert(word.to_owned(), Forms { folded, stems });
        }
        self.0.get(word)
    }
}

/// A serial number as it is compared: letters and digits only, upper case.
pub(super) fn identifier(text: &str) -> String {
    split(text)
        .iter()
        .flat_map(|word| word.chars().flat_map(char::to_uppercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stemmed(word: &str) -> Vec<String> {
        stems(&fold(word)).collect()
    }

    #[test]
    fn words_are_what_is_between_spaces_and_marks() {
        assert_eq!(
            split("Cykelhjälm, storlek M (röd/svart)"),
            ["cykelhjälm", "storlek", "m", "röd", "svart"]
        );
        assert_eq!(split("Levi’s 501"), ["levis", "501"]);
        assert_eq!(spaced(" (Levi’s)  501🚲x "), "levis 501 🚲 x");
        assert_eq!(split(&"å".repeat(60)), ["å".repeat(MAX_LETTERS)]);
        assert_eq!(split("\"!?.,-—"), [""; 0]);
    }

    #[test]
    fn a_letter_is_the_same_however_it_is_encoded() {
        assert_eq!(split("a\u{308}pple"), ["äpple"]);
        assert_eq!(split("ＡＢＣ"), ["abc"]);
    }

    #[test]
    fn an_emoji_is_a_word() {
        assert_eq!(split("🚲🪖 hjälm"), ["🚲", "🪖", "hjälm"]);
    }

    #[test]
    fn any_script_has_words() {
        assert_eq!(split("Ελληνικά 自転車 дом"), ["ελληνικά", "自転車", "дом"]);
    }

    #[test]
    fn folding_forgets_accents() {
        assert_eq!(fold("hjälm"), "hjalm");
        assert_eq!(fold("smörgåsbord"), "smorgasbord");
        assert_eq!(fold("kaffé"), "kaffe");
        assert_eq!(fold("ærø"), "aero");
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert!(stemmed("hjälmar").contains(&"hjalm".to_owned()));
        assert!(stemmed("hjälmarna").contains(&"hjalm".to_owned()));
        assert!(stemmed("bicycles").contains(&"bicycl".to_owned()));
        assert_eq!(stemmed("a12x"), [""; 0]);
    }

    #[test]
    fn an_identifier_is_its_letters_and_digits() {
        assert_eq!(identifier("sn: 3601-a12 / 300"), "SN3601A12300");
    }
}
