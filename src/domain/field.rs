//! A household's own fields on a thing.

use minicbor::{Decode, Encode};

use super::{dates::PartialDate, money::Money, text};

/// A field that the household made up, with its value.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct OwnField {
    /// What it is called.
    #[n(0)]
    pub name: String,
    /// What it holds.
    #[n(1)]
    pub value: FieldValue,
}

/// The value of an own field.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum FieldValue {
    /// Any text.
    #[n(0)]
    Text(#[n(0)] String),
    /// A number.
    #[n(1)]
    Number(#[n(0)] Decimal),
    /// An amount of money.
    #[n(2)]
    Money(#[n(0)] Money),
    /// A date, a month or a year.
    #[n(3)]
    Date(#[n(0)] PartialDate),
    /// Yes or no.
    #[n(4)]
    YesNo(#[n(0)] bool),
    /// One of a list.
    #[n(5)]
    Choice(#[n(0)] String),
    /// An address on the web, `http` or `https`.
    #[n(6)]
    Link(#[n(0)] WebAddress),
}

impl FieldValue {
    /// The words for the kinds, in the order in which they are offered.
    pub const KINDS: [&'static str; 7] = [
        "text", "number", "money", "date", "yes_no", "choice", "link",
    ];

    /// The word for this value's kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Number(_) => "number",
            Self::Money(_) => "money",
            Self::Date(_) => "date",
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Link(_) => "link",
        }
    }

    /// The value as plain text without language: what is searched, and what a form holds.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) | Self::Choice(text) => text.clone(),
            Self::Number(number) => number.as_str().to_owned(),
            Self::Money(money) => money.decimal(),
            Self::Date(date) => date.to_string(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Self::Link(link) => link.as_str().to_owned(),
        }
    }
}

/// A decimal number of any length, kept as its digits so that nothing is rounded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Decimal(#[n(0)] String);

impl Decimal {
    /// Reads `12`, `-3,5`, `1 000.25`; no exponent.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                ',' => '.',
                '\u{2212}' => '-',
                c => c,
            })
            .collect();
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (all_digits(whole) && all_digits(rest) && text.len() <= 40).then_some(Self(text))
    }

    /// The digits, with a decimal point.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address that a page may link to: `http` or `https`, never a script.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct WebAddress(#[n(0)] String);

impl WebAddress {
    /// Reads an address; one without a scheme gets `https://`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text::line(text);
        let lower = text.to_ascii_lowercase();
        let text = if lower.starts_with("https://") || lower.starts_with("http://") {
            text
        } else if lower.contains(':') && !lower.contains('.')
            || lower.starts_with("javascript:")
            || lower.starts_with("data:")
        {
            return None;
        } else {
            format!("https://{text}")
        };
        let host = text.split_once("://")?.1.split(['/', '?', '#']).next()?;
        let plausible = host.contains('.')
            && !host.starts_with('.')
            && !text.contains(' ')
            && text.len() <= 2000;
        plausible.then_some(Self(text))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_never_a_script() {
        for text in [
            "javascript:alert(1)",
            "JavaScript:alert(1).x",
            "data:text/html,x.y",
            "",
            "ftp:",
            "hej hopp",
            "http://",
        ] {
            assert_eq!(WebAddress::parse(text), None, "{text}");
        }
        assert_eq!(
            WebAddress::parse("exempel.se/kaffe").unwrap().as_str(),
            "https://exempel.se/kaffe"
        );
        assert_eq!(
            WebAddress::parse("http://nas.local:8080/a?b#c")
                .unwrap()
                .as_str(),
            "http://nas.local:8080/a?b#c"
        );
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(Decimal::parse("1 000,250").unwrap().as_str(), "1000.250");
        for text in ["", "1e5", "1,2,3", "-", ".5", "NaN"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
