//! The rule of each field of an entry, as both sides hold it.

use jiff::{ToSpan, civil::Date};

use super::{Entry, FEATURES, Incident, MANY, ObjectDetails, TITLE, VERSION, Visibility, WORDS};
use crate::domain::{category_list, invalid::Invalid, personal::Personal, text};

/// How long an entry may be listed without being renewed, in years.
const YEARS: i64 = 5;
/// How far a clock may be wrong, in days: a theft is not reported before it has happened.
const CLOCK: i64 = 1;

impl Entry {
    /// Holds every field to its rule, on a day.
    ///
    /// # Errors
    /// Each field that cannot be taken, by its name in JSON, with the key of the text that says why.
    pub fn check(&self, today: Date) -> Result<(), Invalid> {
        let mut invalid = Invalid::default();
        if self.version != VERSION {
            invalid.push("version", "error-entry-version");
        }
        if self.entry_id.get_version_num() != 4 {
            invalid.push("entry_id", "error-entry-id");
        }
        if self.revision == 0 {
            invalid.push("revision", "error-entry-revision");
        }
        if category_list::find(&self.category).is_none() {
            invalid.push("category", "error-choice");
        }
        self.check_texts(&mut invalid);
        self.check_lists(&mut invalid);
        self.incident.check(today, &mut invalid);
        let last = today.saturating_add(YEARS.years());
        if self.expires < today || self.expires > last {
            invalid.push("expires", "error-entry-expires");
        }
        if self.visibility == Visibility::MatchOnly && self.identifiers.is_empty() {
            invalid.push("identifiers", "error-entry-unfindable");
        }
        invalid.or(())
    }

    /// What everybody may read, each by its name.
    fn texts(&self) -> impl Iterator<Item = (String, &str, usize)> {
        let object = self.object.iter().flat_map(ObjectDetails::fields);
        let named = |name: &str, text, most| (name.to_owned(), text, most);
        [
            named("title", self.title.as_str(), TITLE),
            named("make", &self.make, WORDS),
            named("model", &self.model, WORDS),
        ]
        .into_iter()
        .chain(
            self.materials
                .iter()
                .enumerate()
                .map(|(at, text)| (format!("materials[{at}]"), text.as_str(), WORDS)),
        )
        .chain(object.map(|(name, text)| (format!("object.{name}"), text, FEATURES)))
        .chain(
            self.incident
                .municipality
                .iter()
                .map(move |text| named("incident.municipality", text, WORDS)),
        )
    }

    fn check_texts(&self, invalid: &mut Invalid) {
        if self.title.is_empty() {
            invalid.push("title", "error-name-empty");
        }
        for (name, said, most) in self.texts() {
            if let Err(text) = public(said, most) {
                invalid.push(name, text);
            }
        }
        if let Some(police) = &self.police {
            for (name, said) in [
                ("police.authority", &police.authority),
                ("police.reference", &police.reference),
            ] {
                if text::name(said, WORDS).as_ref() != Ok(said) {
                    invalid.push(name, "error-entry-text");
                }
            }
        }
    }

    fn check_lists(&self, invalid: &mut Invalid) {
        for (name, many) in [
            ("colours", self.colours.len()),
            ("materials", self.materials.len()),
            ("identifiers", self.identifiers.len()),
            ("photos", self.photos.len()),
        ] {
            if many > MANY {
                invalid.push(name, "error-too-many");
            }
        }
        for (at, mark) in self.identifiers.iter().enumerate() {
            if let Err(text) = mark.check() {
                invalid.push(format!("identifiers[{at}].value"), text);
            }
        }
    }
}

impl Incident {
    fn check(&self, today: Date, invalid: &mut Invalid) {
        if self.to < self.from || self.to > today.saturating_add(CLOCK.days()) {
            invalid.push("incident.to", "error-entry-dates");
        }
        if self.country.len() != 2 || !self.country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            invalid.push("incident.country", "error-entry-country");
        }
        if let Some(county) = &self.county {
            let part = county
                .strip_prefix(&self.country)
                .and_then(|rest| rest.strip_prefix('-'));
            let is_code = part.is_some_and(|part| {
                matches!(part.len(), 1..=3)
                    && part
                        .bytes()
                        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            });
            if !is_code {
                invalid.push("incident.county", "error-entry-county");
            }
        }
        // A name of a place has no digits; an address has.
        if let Some(municipality) = &self.municipality
            && (municipality.is_empty()
                || municipality.contains(|c: char| c.is_ascii_digit() || c == ','))
        {
            invalid.push("incident.municipality", "error-entry-municipality");
        }
    }
}

/// Whether everybody may read a text: one line as it is kept, not too long, without hidden characters, and of nobody.
fn public(said: &str, most: usize) -> Result<(), &'static str> {
    if !text::fits(said, most) {
        return Err("error-too-long");
    }
    if text::line(said) != said || said.contains(is_hidden) {
        return Err("error-entry-text");
    }
    Personal::found_in(said).map_or(Ok(()), |personal| Err(personal.text()))
}

/// What is not seen, and changes how what is beside it is seen: the marks of direction and joiners (UAX #9, UTS #39).
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}
