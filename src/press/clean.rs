//! Which letters of a text are printed: what has no shape, or may not stand in an archive, is left out.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// The letter that stands for one that no font has, or that means something else to everybody.
pub(super) const STAND_IN: char = '□';

/// How many marks one letter may carry: no language needs more, and a tower of them would be one letter of any size.
const MARKS: usize = 4;

/// The most letters of a text that stands in the document's properties.
const PROPERTY: usize = 300;

/// The text with nothing but letters, spaces and line feeds.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_plain = |letter: char| matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\n');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut marks = 0;
    let mut last = '\0';
    for letter in text.chars() {
        let follows_return = std::mem::replace(&mut last, letter) == '\r';
        let printed = match letter {
            '\n' if follows_return => continue,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' | '\u{3000}' => ' ',
            _ if letter.is_control() || is_shapeless(letter) => continue,
            _ if is_private(letter) => STAND_IN,
            _ => letter,
        };
        marks = if is_combining_mark(printed) {
            marks + 1
        } else {
            0
        };
        if marks <= MARKS {
            clean.push(printed);
        }
    }
    Cow::Owned(clean)
}

/// The text on one line and not too long, for where it is not set but kept as it is.
pub(super) fn property(text: &str) -> String {
    let clean = clean(text).replace('\n', " ");
    clean.trim().chars().take(PROPERTY).collect()
}

/// Joiners, selectors, marks of direction, tags: what only tells how other letters look. No letter at all is among them too.
fn is_shapeless(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || u32::from(letter) & 0xfffe == 0xfffe
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_as_it_is() {
        for text in ["", "Räksmörgås, 1 200 kr", "Ελλάδα", "5 × 3 – „så“", "a\nb"]
        {
            assert_eq!(clean(text), text);
        }
        assert!(matches!(
            clean("Åäö\u{a0}1"),
            Cow::Owned(_) | Cow::Borrowed(_)
        ));
    }

    #[test]
    fn what_has_no_shape_is_left_out() {
        assert_eq!(
            clean("a\0b\u{1b}[1m\u{feff}c\u{200d}\u{202e}d\u{ffff}"),
            "ab[1mcd"
        );
        assert_eq!(clean("a\r\nb\rc\u{2028}d\te"), "a\nb\nc\nd e");
        assert_eq!(clean("\u{e001}\u{10fffd}"), "□□");
    }

    #[test]
    fn no_letter_carries_a_tower() {
        let tower = format!("a{}b", "\u{301}".repeat(1000));
        assert_eq!(clean(&tower).chars().count(), 2 + MARKS);
    }

    #[test]
    fn a_property_is_one_short_line() {
        assert_eq!(property(" a\nb "), "a b");
        assert_eq!(property(&"å".repeat(9999)).chars().count(), PROPERTY);
    }
}
