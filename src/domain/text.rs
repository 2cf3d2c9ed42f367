//! Text as a person typed it, made safe to keep: trimmed, without control characters, of bounded length.

/// The longest name, in characters.
pub const NAME: usize = 200;
/// The longest one-line text (maker, shop, caption), in characters.
pub const LINE: usize = 500;
/// The longest running text (description, note), in characters.
pub const PROSE: usize = 50_000;

/// One line: white space folded to single blanks, control characters dropped, cut off nowhere.
#[must_use]
pub fn line(text: &str) -> String {
    text.split_whitespace()
        .map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Running text: line breaks kept (as `\n`), other control characters dropped, blank ends trimmed.
#[must_use]
pub fn prose(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    kept.trim().to_owned()
}

/// A name: one line that says something, of at most so many characters.
///
/// # Errors
/// The key of the text that tells why it cannot be taken.
pub fn name(text: &str, most: usize) -> Result<String, &'static str> {
    let name = line(text);
    if name.is_empty() {
        Err("error-name-empty")
    } else if fits(&name, most) {
        Ok(name)
    } else {
        Err("error-too-long")
    }
}

/// Whether a text has at most so many characters.
#[must_use]
pub fn fits(text: &str, most: usize) -> bool {
    text.len() <= most || text.chars().count() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_whatever_was_pasted() {
        assert_eq!(line("  Cykel\r\n\thjälm \u{0}\u{7} "), "Cykel hjälm");
        assert_eq!(line("\u{0}"), "");
    }

    #[test]
    fn a_name_says_something_and_fits_and_is_told_which_it_does_not() {
        assert_eq!(name(" Anna  Holm\n", 9), Ok("Anna Holm".to_owned()));
        assert_eq!(name("\u{0} ", 9), Err("error-name-empty"));
        assert_eq!(name("Anna Holms", 9), Err("error-too-long"));
    }

    #[test]
    fn prose_keeps_its_paragraphs() {
        assert_eq!(prose("\r\nEtt\r\n\r\nTvå\u{0}\n"), "Ett\n\nTvå");
    }
}
