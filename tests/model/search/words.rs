//! The words of a thing, and which searches must find it.

use super::{question::Text, shown::Shown};

/// The words of a thing, text by text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What is short, where parts of words count: the name, and what stands on a label.
    short: Vec<Vec<String>>,
    long: Vec<Vec<String>>,
}

impl Words {
    pub fn name(&mut self, text: &str) {
        self.short.push(split(text));
    }

    pub fn label(&mut self, text: &str) {
        self.short.push(split(text));
    }

    pub fn text(&mut self, text: &str) {
        self.long.push(split(text));
    }

    fn texts(&self) -> impl Iterator<Item = &Vec<String>> {
        self.short.iter().chain(&self.long)
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        self.texts().flatten()
    }

    fn has(&self, word: &str) -> bool {
        self.all().any(|own| own == word)
    }

    fn has_phrase(&self, phrase: &[String]) -> bool {
        let mut texts = self.texts();
        texts.any(|text| text.windows(phrase.len()).any(|words| words == phrase))
    }
}

/// What a search says of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It must be found.
    Must,
    /// It may be found: what is alike is, too.
    May,
    /// It must not be found.
    Never,
}

/// What a search says of a thing.
pub fn finding(text: Text, shown: &Shown, number: u32) -> Finding {
    let words = &shown.words;
    let at_least = |must| if must { Finding::Must } else { Finding::May };
    let exactly = |must| if must { Finding::Must } else { Finding::Never };
    match text {
        Text::Nothing => Finding::Must,
        Text::Words(asked) => at_least(split(asked).iter().all(|word| words.has(word))),
        Text::Start(start) => {
            let start = fold(start);
            at_least(words.all().any(|word| word.starts_with(&start)))
        }
        Text::Part(part) => {
            let part = fold(part);
            let mut short = words.short.iter().flatten();
            at_least(short.any(|word| word.contains(&part)))
        }
        Text::Phrase(phrase) => exactly(words.has_phrase(&split(phrase))),
        Text::Without(word) => exactly(!words.has(&fold(word))),
        Text::Serial(asked) => {
            let asked = compact(asked);
            let mut serials = shown.serials.iter();
            at_least(serials.any(|serial| compact(serial).starts_with(&asked)))
        }
        Text::Number(_) => at_least(shown.number == number),
        Text::Nonsense => Finding::Never,
    }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(fold).collect()
}

/// A word without case and accents.
fn fold(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    let letters = letters.map(|letter| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        letter => letter,
    });
    letters.collect()
}

/// A serial number's letters and digits.
fn compact(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_uppercase).collect()
}
