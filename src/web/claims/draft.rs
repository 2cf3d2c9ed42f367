//! What a claim's form holds: as it was typed, and read into details.

use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    domain::{
        aspect::Side,
        claim::{Against, Aspect, ClaimDetails, Contact, Ended, Outcome},
        invalid::Invalid,
        text,
    },
    error::{Error, Result},
    store::Revision,
    web::page::typed::Typed,
};

/// What each contact consists of: the fields `contact.<number>.<column>`.
const COLUMNS: [&str; 3] = ["on", "with", "said"];
/// How many empty contacts a form offers below those that say something, and when somebody asks for more.
const SPARE: usize = 1;
const MORE: usize = 3;

/// The form as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Draft(Typed);

impl Draft {
    /// The form of a claim as it is.
    pub(super) fn of(details: &ClaimDetails) -> Self {
        let mut typed = Typed::default();
        typed.add("problem", details.problem.as_str());
        typed.add("against", against_key(details.against));
        typed.add("opened", details.opened.to_string());
        for (at, contact) in details.contacts.iter().enumerate() {
            typed.add(&cell(at, "on"), contact.on.to_string());
            typed.add(&cell(at, "with"), contact.with.as_str());
            typed.add(&cell(at, "said"), contact.said.as_str());
        }
        typed.add_known("outcome", details.ended.map(|ended| ended.how.key()));
        typed.add_known("closed", details.ended.map(|ended| ended.on));
        Self(typed)
    }

    /// The same, filled in from a version.
    pub(super) fn filled_in_from(self, revision: Revision) -> Self {
        Self(self.0.filled_in_from(revision))
    }

    /// The text of a field; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// Every field and its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter()
    }

    /// Whether the person asks for more contacts instead of saving.
    pub(super) fn asks_for_more(&self) -> bool {
        self.0.has("more")
    }

    /// The version that it was filled in from.
    pub(super) fn seen(&self) -> Revision {
        self.0.seen()
    }

    /// Whose version of an aspect holds, where two people saved at once.
    pub(super) fn side(&self, aspect: Aspect) -> Side {
        self.0.side(aspect.key())
    }

    /// How many contacts the form shows.
    pub(super) fn contacts(&self) -> usize {
        let spare = if self.asks_for_more() { MORE } else { SPARE };
        let told = (0..self.typed_contacts()).rfind(|at| self.is_told(*at));
        told.map_or(0, |last| last + 1) + spare
    }

    fn is_told(&self, at: usize) -> bool {
        COLUMNS
            .iter()
            .any(|column| !self.get(&cell(at, column)).is_empty())
    }

    fn typed_contacts(&self) -> usize {
        let is_typed = |at: &usize| COLUMNS.iter().any(|column| self.0.has(&cell(*at, column)));
        (0..=ClaimDetails::CONTACTS).take_while(is_typed).count()
    }

    /// Reads the form; a day that nobody says is today.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(super) fn read(&self, today: Date) -> Result<ClaimDetails> {
        let mut invalid = Invalid::default();
        let typed = &self.0;
        let mut contacts = Vec::new();
        for at in (0..self.typed_contacts()).filter(|at| self.is_told(*at)) {
            contacts.push(Contact {
                on: typed.day(&cell(at, "on"), &mut invalid).unwrap_or(today),
                with: text::line(typed.get(&cell(at, "with"))),
                said: text::prose(typed.get(&cell(at, "said"))),
            });
        }
        let against = typed.known("against", &mut invalid, read_against);
        let details = ClaimDetails {
            against: against.unwrap_or_default(),
            problem: text::prose(typed.get("problem")),
            opened: typed.day("opened", &mut invalid).unwrap_or(today),
            contacts,
            ended: self.ended(today, &mut invalid),
        };
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn ended(&self, today: Date, invalid: &mut Invalid) -> Option<Ended> {
        let how = self.0.known("outcome", invalid, |key| {
            Outcome::from_key(key).ok_or("error-choice")
        });
        let on = self.0.day("closed", invalid);
        if how.is_none() && on.is_some() {
            invalid.push("outcome", "error-outcome-missing");
        }
        Some(Ended {
            how: how?,
            on: on.unwrap_or(today),
        })
    }
}

/// The name of a field of a contact.
pub(super) fn cell(contact: usize, column: &str) -> String {
    format!("contact.{contact}.{column}")
}

/// What the form calls the right that a claim is made by: a word, or a warranty's id.
pub(super) fn against_key(against: Against) -> String {
    match against {
        Against::Right => "right".to_owned(),
        Against::Other => "other".to_owned(),
        Against::Warranty(warranty) => warranty.to_string(),
    }
}

fn read_against(key: &str) -> Result<Against, &'static str> {
    match key {
        "right" => Ok(Against::Right),
        "other" => Ok(Against::Other),
        id => id
            .parse()
            .map(Against::Warranty)
            .map_err(|_| "error-choice"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn leaks() -> ClaimDetails {
        let contact = |day| Contact {
            on: date(2026, 11, day),
            with: "Elhörnan".into(),
            said: "De hämtar den".into(),
        };
        ClaimDetails {
            problem: "Läcker".into(),
            contacts: vec![contact(3), contact(9)],
            ended: Some(Ended {
                how: Outcome::Repaired,
                on: date(2026, 11, 20),
            }),
            ..ClaimDetails::opened_on(date(2026, 11, 1))
        }
    }

    #[test]
    fn a_form_reads_back_what_it_was_filled_with() {
        let warranty = "0190b5a0-0000-7000-8000-000000000001".parse().unwrap();
        for against in [Against::Right, Against::Other, Against::Warranty(warranty)] {
            let details = ClaimDetails { against, ..leaks() };
            assert_eq!(Draft::of(&details).read(TODAY).unwrap(), details);
        }
    }

    #[test]
    fn a_contact_without_a_day_was_today_and_an_empty_one_is_none() {
        let mut draft = Draft::of(&ClaimDetails {
            contacts: Vec::new(),
            ..leaks()
        });
        assert_eq!(draft.contacts(), 1);
        draft.0.add(&cell(0, "on"), "");
        draft.0.add(&cell(1, "said"), "Ringde");
        let contacts = draft.read(TODAY).unwrap().contacts;
        assert_eq!(contacts.len(), 1);
        assert_eq!(contacts[0].on, TODAY);
        assert_eq!(draft.contacts(), 3);
    }

    #[test]
    fn a_last_day_needs_an_outcome() {
        let mut draft = Draft::of(&ClaimDetails {
            ended: None,
            ..leaks()
        });
        draft.0.add("closed", "2026-11-20");
        let Err(Error::Invalid(invalid)) = draft.read(TODAY) else {
            panic!("it was taken");
        };
        assert_eq!(invalid.get("outcome"), Some("error-outcome-missing"));
    }
}
