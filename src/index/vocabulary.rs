//! The words of a field in memory, for finding those that hold a part: *hjalm* in *cykelhjalm*.

/// Words one after another, and where each starts.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: String,
    starts: Vec<u32>,
}

/// Shorter parts are found only where a word begins or ends, for inside they are chance: *ask* in *flaska*.
const MIN_INSIDE: usize = 4;

impl Vocabulary {
    /// Adds the next word.
    pub(super) fn push(&mut self, word: &str) {
        let start = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.starts.push(start);
        self.words.push_str(word);
        self.words.push(' ');
    }

    /// The words that hold this part, the part itself as a word among them.
    pub(super) fn holding(&self, part: &str) -> impl Iterator<Item = &str> {
        // A sign of a script like Chinese says as much as several letters.
        let dense = part.starts_with(|letter| letter >= '\u{2e80}');
        let inside = dense || part.chars().count() >= MIN_INSIDE;
        self.words.match_indices(part).filter_map(move |(at, _)| {
            let after = self.starts.partition_point(|start| *start as usize <= at);
            let start = *self.starts.get(after.checked_sub(1)?)? as usize;
            let (word, _) = self.words.get(start..)?.split_once(' ')?;
            let begins = start == at;
            let ends = start + word.len() == at + part.len();
            (inside || begins || ends).then_some(word)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holding(part: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        for word in ["cykelhjalm", "cykellas", "flaska", "hjalm", "自転車"] {
            vocabulary.push(word);
        }
        vocabulary.holding(part).map(str::to_owned).collect()
    }

    #[test]
    fn a_part_is_found_at_either_end_and_a_long_one_anywhere() {
        assert_eq!(holding("hjalm"), ["cykelhjalm", "hjalm"]);
        assert_eq!(holding("cykel"), ["cykelhjalm", "cykellas"]);
        assert_eq!(holding("lhja"), ["cykelhjalm"]);
        assert_eq!(holding("las"), ["cykellas"]);
        assert_eq!(holding("転"), ["自転車"]);
    }

    #[test]
    fn a_short_part_is_not_found_inside() {
        assert_eq!(holding("ask"), [""; 0]);
    }
}
