//! What tells of a person in a text that everybody can read: mail addresses, telephones, identity numbers, streets.

use jiff::civil::Date;

use super::identifier::luhn;

/// How the names of streets end in Swedish.
const STREETS: &[&str] = &[
    "gatan", "gata", "vägen", "väg", "stigen", "gränd", "gränden", "allén",
];

/// What a text tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A mail address.
    Mail,
    /// A page on the web, which may be anybody's.
    Link,
    /// A telephone number.
    Phone,
    /// A Swedish identity number, or one that is made like it.
    IdentityNumber,
    /// A street with a number.
    Street,
}

impl Personal {
    /// What a text tells of a person, as far as that can be seen by its form; what is found first.
    #[must_use]
    pub fn found_in(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().map(bare).collect();
        if words.iter().any(|word| is_mail(word)) {
            return Some(Self::Mail);
        }
        if words.iter().any(|word| is_link(word)) {
            return Some(Self::Link);
        }
        if words.windows(2).any(|pair| is_street(pair[0], pair[1])) {
            return Some(Self::Street);
        }
        numbers(&lower).find_map(|number| {
            if is_identity_number(&number) {
                Some(Self::IdentityNumber)
            } else {
                is_phone(&number).then_some(Self::Phone)
            }
        })
    }

    /// The key of the text that tells it to a person.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Mail => "error-personal-mail",
            Self::Link => "error-personal-link",
            Self::Phone => "error-personal-phone",
            Self::IdentityNumber => "error-personal-number",
            Self::Street => "error-personal-street",
        }
    }
}

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_link(word: &str) -> bool {
    word.starts_with("www.") || word.contains("://")
}

fn is_street(word: &str, next: &str) -> bool {
    let is_named = STREETS
        .iter()
        .any(|end| word.len() > end.len() && word.ends_with(end));
    is_named && next.starts_with(|c: char| c.is_ascii_digit())
}

/// The numbers of a text as they are written in groups: digits, with a plus where there is one.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+');
    text.split(move |c| !is_part(c)).map(|run| {
        run.chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    })
}

/// A number abroad with its plus, or a Swedish mobile telephone's (PTS, the Swedish numbering plan: 070, 072, 073, 076, 079).
fn is_phone(number: &str) -> bool {
    match number.strip_prefix('+') {
        Some(rest) => matches!(rest.len(), 8..=14) && !rest.contains('+'),
        None => {
            number.len() == 10
                && ["070", "072", "073", "076", "079"]
                    .iter()
                    .any(|start| number.starts_with(start))
        }
    }
}

/// Ten or twelve digits: a date of birth, four more, and a last one that checks (Folkbokföringslagen 1991:481, 18 §). A
/// coordination number has 60 added to its day. The plus of those who are a hundred is taken as well.
fn is_identity_number(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let Some(ten) = (match digits.len() {
        10 => Some(digits.as_str()),
        12 if digits.starts_with("19") || digits.starts_with("20") => Some(&digits[2..]),
        _ => None,
    }) else {
        return false;
    };
    let part = |range| {
        ten.get(range)
            .and_then(|part: &str| part.parse::<i8>().ok())
    };
    let (Some(month), Some(day)) = (part(2..4), part(4..6)) else {
        return false;
    };
    // A leap year, for the century is not known.
    Date::new(2000, month, if day > 60 { day - 60 } else { day }).is_ok() && luhn(ten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_a_person_is_found_by_its_form() {
        for (text, personal) in [
            ("Ring 070-123 45 67!", Personal::Phone),
            ("Tel +46 (0)8 123 456 78", Personal::Phone),
            ("Skriv till anna.holm@example.org.", Personal::Mail),
            ("Bilder på https://example.org/cykel", Personal::Link),
            ("(www.example.org)", Personal::Link),
            ("Graverad 811228-9874", Personal::IdentityNumber),
            ("Graverad 19811228-9874", Personal::IdentityNumber),
            ("Tagen på Storgatan 5, i natt", Personal::Street),
            ("Hallonvägen 12B", Personal::Street),
        ] {
            assert_eq!(Personal::found_in(text), Some(personal), "{text}");
        }
    }

    #[test]
    fn what_tells_of_a_thing_is_no_person() {
        for text in [
            "Crescent Elda, 7 växlar, 28 tum",
            "Canon EOS 5D Mark IV med 24-105 mm f/4",
            "Ram 8112289875",
            "Serie 0701, nr 12",
            "Köpt 2019-04-30 för 12 500",
            "En väg av sten",
            "Pris @ mässan",
        ] {
            assert_eq!(Personal::found_in(text), None, "{text}");
        }
    }
}
