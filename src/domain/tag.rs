//! A tag: a word that a household puts on things.

use minicbor::{Decode, Encode};

use super::{id::Id, text};

/// The id of a tag.
pub type TagId = Id<Tag>;

/// A word put on things; unique in the household, case ignored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Tag {
    /// Which.
    #[n(0)]
    pub id: TagId,
    /// The word.
    #[n(1)]
    pub name: String,
}

/// The longest name, in characters.
const LONGEST: usize = 100;

/// A name as it is kept: one line, without the `#` that people write before it. A comma is refused, for it stands
/// between tags where several are written.
///
/// # Errors
/// The key of the sentence that says what is wrong.
pub fn parse(name: &str) -> Result<String, &'static str> {
    let name = text::line(name).trim_start_matches('#').trim().to_owned();
    if name.is_empty() {
        Err("error-name-empty")
    } else if name.contains(',') {
        Err("error-tag-comma")
    } else if !text::fits(&name, LONGEST) {
        Err("error-too-long")
    } else {
        Ok(name)
    }
}

/// The names in a field that holds several with commas between, each once.
///
/// # Errors
/// As [`parse`].
pub fn parse_many(field: &str) -> Result<Vec<String>, &'static str> {
    let mut names = Vec::new();
    let words = field
        .split(',')
        .map(|word| word.trim().trim_start_matches('#'));
    for word in words.filter(|word| !word.trim().is_empty()) {
        let name = parse(word)?;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_without_its_sign() {
        assert_eq!(parse(" #Sommar\n stuga "), Ok("Sommar stuga".to_owned()));
        assert_eq!(parse(" # "), Err("error-name-empty"));
        assert_eq!(parse(&"å".repeat(101)), Err("error-too-long"));
    }

    #[test]
    fn a_comma_is_no_part_of_a_name_but_stands_between_names() {
        assert_eq!(parse("sommar, båt"), Err("error-tag-comma"));
        let names = parse_many(" sommar, #båt ,, sommar,#").unwrap();
        assert_eq!(names, ["sommar", "båt"]);
        assert_eq!(parse_many(" , "), Ok(Vec::new()));
    }
}
