//! A contact: a talk, a letter or a visit, and what was said.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{dates::day, invalid::Invalid, text};

/// A talk, a letter or a visit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Contact {
    /// When.
    #[cbor(n(0), with = "day")]
    pub on: Date,
    /// With whom.
    #[n(1)]
    pub with: String,
    /// What was said.
    #[n(2)]
    pub said: String,
}

/// The most contacts that one claim or incident has.
pub const MOST: usize = 200;

/// Contacts as they are kept: trimmed, and in the order of their days.
pub fn tidy(contacts: &mut [Contact]) {
    for contact in contacts.iter_mut() {
        contact.with = text::line(&contact.with);
        contact.said = text::prose(&contact.said);
    }
    contacts.sort_by_key(|contact| contact.on);
}

/// What of contacts cannot be taken, as the field `contacts`.
#[must_use]
pub fn check(contacts: &[Contact]) -> Invalid {
    let mut invalid = Invalid::default();
    if contacts.len() > MOST {
        invalid.push("contacts", "error-too-many");
    }
    let is_long = |contact: &Contact| {
        !text::fits(&contact.with, text::LINE) || !text::fits(&contact.said, text::PROSE)
    };
    if contacts.iter().any(is_long) {
        invalid.push("contacts", "error-too-long");
    }
    invalid
}
