//! What somebody typed into the search, taken apart: every text is a search, and nothing in it is an instruction.

use super::words;

/// The parts of a search. A thing is found when it has every word and every phrase and nothing that is left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) words: Vec<Word>,
    /// Folded words that follow each other: `"röd låda"`.
    pub(super) phrases: Vec<Vec<String>>,
    /// Folded words, or phrases, that must not be there: `-plast`.
    pub(super) without: Vec<Vec<String>>,
}

/// A word to find, in the forms in which it is looked up.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) exact: String,
    pub(super) folded: String,
    pub(super) stems: Vec<String>,
    /// It is the last one and may still be growing under somebody's fingers.
    pub(super) growing: bool,
}

/// More words than this are not looked for.
const MAX_WORDS: usize = 16;

impl Asked {
    /// Takes a search apart.
    pub(super) fn parse(text: &str) -> Self {
        let mut asked = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (unwanted, body) = match rest.strip_prefix('-') {
                Some(body) => (true, body),
                None => (false, rest),
            };
            let (part, phrase, after) = next_part(body);
            rest = after.trim_start();
            asked.take(part, phrase, unwanted, rest.is_empty());
        }
        asked.words.truncate(MAX_WORDS);
        asked.phrases.truncate(MAX_WORDS);
        asked
    }

    /// Whether nothing was asked, so that everything is an answer.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.without.is_empty()
    }

    fn take(&mut self, part: &str, phrase: bool, unwanted: bool, last: bool) {
        let exact = words::split(part);
        if exact.is_empty() {
            return;
        }
        if !phrase && !unwanted {
            let ends = exact.len() - 1;
            let words = exact.into_iter().enumerate();
            let words = words.map(|(at, exact)| Word::new(exact, last && at == ends));
            self.words.extend(words);
            return;
        }
        let folded = exact.iter().map(|word| words::fold(word)).collect();
        if unwanted {
            self.without.push(folded);
        } else {
            self.phrases.push(folded);
        }
    }
}

impl Word {
    fn new(exact: String, growing: bool) -> Self {
        let folded = words::fold(&exact);
        let stems = words::stems(&folded).collect();
        Self {
            exact,
            folded,
            stems,
            growing,
        }
    }
}

/// The next part of a search, whether it is a phrase in quotes, and what follows. A quote that is not closed yet is
/// none.
fn next_part(text: &str) -> (&str, bool, &str) {
    const QUOTES: [char; 4] = ['"', '”', '“', '„'];
    if let Some(body) = text.strip_prefix(QUOTES)
        && let Some((phrase, after)) = body.split_once(QUOTES)
    {
        return (phrase, true, after);
    }
    match text.split_once(char::is_whitespace) {
        Some((part, after)) => (part, false, after),
        None => (text, false, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let asked = Asked::parse(text);
        asked.words.into_iter().map(|word| word.exact).collect()
    }

    #[test]
    fn words_phrases_and_what_is_left_out() {
        let asked = Asked::parse("lampa \"röd låda\" -plast -\"gammal skärm\" kök");
        assert_eq!(asked.phrases, [["rod", "lada"]]);
        assert_eq!(asked.without, [vec!["plast"], vec!["gammal", "skarm"]]);
        let words: Vec<_> = asked
            .words
            .iter()
            .map(|word| (word.exact.as_str(), word.growing))
            .collect();
        assert_eq!(words, [("lampa", false), ("kök", true)]);
    }

    #[test]
    fn a_hyphen_inside_a_word_leaves_nothing_out() {
        assert_eq!(words("cykel-hjälm"), ["cykel", "hjälm"]);
        assert_eq!(Asked::parse("3601-A12").without, [[""; 0]; 0]);
    }

    #[test]
    fn a_quote_not_closed_yet_is_no_quote() {
        assert_eq!(words("\"röd lå"), ["röd", "lå"]);
    }

    #[test]
    fn marks_alone_ask_for_nothing() {
        for text in ["", " ", "-", "\"\"", "!?", "- -", "*", "name:", "AND OR"] {
            let asked = Asked::parse(text);
            assert!(
                asked.phrases.is_empty() && asked.without.is_empty(),
                "{text}"
            );
        }
        assert!(Asked::parse("!? -- \"\" *").is_empty());
    }
}
