//! Words: text made alike, so that what a page says can be held against what is looked for.

/// A text in small letters without accents, one space for whatever is neither letter nor digit.
///
/// A nought or a one amid letters is the letter that it was misread for: `T0TAL` is `total`.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let digits = word.chars().count() - letters;
        let misread = letters >= 3 && digits == 1;
        for letter in word.chars().flat_map(char::to_lowercase) {
            match letter {
                'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => folded.push('a'),
                'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
                'í' | 'ì' | 'î' | 'ï' => folded.push('i'),
                'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => folded.push('o'),
                'ü' | 'ú' | 'ù' | 'û' => folded.push('u'),
                'ç' => folded.push('c'),
                'ñ' => folded.push('n'),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ß' => folded.push_str("ss"),
                '0' if misread => folded.push('o'),
                '1' if misread => folded.push('l'),
                '5' if misread => folded.push('s'),
                other => folded.push(other),
            }
        }
    }
    folded
}

/// A folded text without its spaces and digits: readers lose the former, and the latter are not what it is about.
pub(super) fn squeezed(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether a folded text has a phrase. A long one may have lost its spaces; a short one must be words of its own, or begin
/// one if it is not too short for that.
pub(super) fn has(folded: &str, phrase: &str) -> bool {
    if phrase.len() >= LONG {
        return folded.contains(phrase) || squeezed(folded).contains(&squeezed(phrase));
    }
    if phrase.contains(' ') {
        let words: Vec<&str> = folded.split(' ').collect();
        let wanted: Vec<&str> = phrase.split(' ').collect();
        return words.windows(wanted.len()).any(|some| some == wanted);
    }
    let begins = |word: &str| phrase.len() >= 5 && word.starts_with(phrase);
    folded.split(' ').any(|word| word == phrase || begins(word))
}

/// How many letters make a phrase so long that it is found anywhere.
const LONG: usize = 7;

/// Phrases in folded letters, a comma and a space between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrases(pub(super) &'static str);

impl Phrases {
    /// Each of them.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(", ")
    }

    /// Whether a folded text is one of them.
    pub(super) fn contains(self, folded: &str) -> bool {
        self.iter().any(|phrase| phrase == folded)
    }

    /// Whether a folded text has one of them.
    pub(super) fn are_in(self, folded: &str) -> bool {
        self.iter().any(|phrase| has(folded, phrase))
    }
}

/// The words of a text and the offsets in bytes where they begin; some ASCII signs stand between them.
pub(super) fn words<'a>(
    text: &'a str,
    between: &'a [char],
) -> impl Iterator<Item = (usize, &'a str)> {
    let mut next = 0;
    let each = text.split(between).map(move |word| {
        let from = next;
        next += word.len() + 1;
        (from, word)
    });
    each.filter(|(_, word)| !word.is_empty())
}

/// A count, to reckon with.
#[expect(clippy::cast_precision_loss)] // Counts of lines are far below 2^24.
pub(super) fn float(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_signs_and_capitals_do_not_matter() {
        assert_eq!(folded("ATT  BETALA: "), "att betala");
        assert_eq!(folded("Växel/Öre"), "vaxel ore");
        assert_eq!(folded("Grüße, Ærø"), "grusse aero");
    }

    #[test]
    fn digits_amid_letters_are_letters() {
        assert_eq!(folded("T0TAL T0TA1 2x 5KG"), "total t0ta1 2x 5kg");
    }

    #[test]
    fn phrases_are_apart() {
        let phrases = Phrases("att betala, kr");
        assert!(phrases.contains("kr") && !phrases.contains("att"));
        assert!(phrases.are_in("10 kr") && !phrases.are_in("betala 10"));
    }

    #[test]
    fn words_know_where_they_begin() {
        let found: Vec<(usize, &str)> = words("Kvitto: åtta", &[' ', ':']).collect();
        assert_eq!(found, [(0, "Kvitto"), (8, "åtta")]);
    }

    #[test]
    fn a_long_phrase_may_have_lost_its_spaces() {
        assert!(has("totalamount", "total amount"));
        assert!(has("att betala 12 00", "att betala"));
        assert!(
            !has("cashier amy", "cash"),
            "a short one is a word of its own"
        );
        assert!(has("cash 20 00", "cash"));
        assert!(!has("exchange within 7 days", "change"));
        assert!(has("totalamount 20 00", "total"));
        assert!(has("i alt 20 00", "i alt"));
    }
}
