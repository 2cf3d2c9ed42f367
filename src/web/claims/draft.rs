//! What a claim's form holds, and what that says.

use jiff::civil::Date;

use crate::{
    domain::{
        claim::{Against, ClaimDetails, Contact, Ended, Outcome},
        invalid::Invalid,
        text,
    },
    error::{Error, Result},
    web::page::typed::Typed,
};

/// What each contact consists of: the fields `contact.<number>.<column>`.
const COLUMNS: [&str; 3] = ["on", "with", "said"];
/// How many empty contacts a form offers below those that say something, and when somebody asks for more.
const SPARE: usize = 1;
const MORE: usize = 3;

/// The form of a claim as it is.
pub(super) fn typed(details: &ClaimDetails) -> Typed {
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
    typed
}

/// Whether the person asks for more contacts instead of saving.
pub(super) fn asks_for_more(typed: &Typed) -> bool {
    typed.has("more")
}

/// How many contacts the form shows.
pub(super) fn contacts(typed: &Typed) -> usize {
    let spare = if asks_for_more(typed) { MORE } else { SPARE };
    let told = (0..sent(typed)).rfind(|at| is_told(typed, *at));
    told.map_or(0, |last| last + 1) + spare
}

fn is_told(typed: &Typed, at: usize) -> bool {
    COLUMNS
        .iter()
        .any(|column| !typed.get(&cell(at, column)).is_empty())
}

/// How many contacts came with the form, empty ones too.
fn sent(typed: &Typed) -> usize {
    let is_sent = |at: &usize| COLUMNS.iter().any(|column| typed.has(&cell(*at, column)));
    (0..=ClaimDetails::CONTACTS).take_while(is_sent).count()
}

/// Reads the form; a day that nobody says is today.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed, today: Date) -> Result<ClaimDetails> {
    let mut invalid = Invalid::default();
    let mut contacts = Vec::new();
    for at in (0..sent(typed)).filter(|at| is_told(typed, *at)) {
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
        ended: ended(typed, today, &mut invalid),
    };
    invalid.merge(details.check());
    invalid.or(details).map_err(Error::from)
}

fn ended(typed: &Typed, today: Date, invalid: &mut Invalid) -> Option<Ended> {
    let how = typed.known("outcome", invalid, |key| {
        Outcome::from_key(key).ok_or("error-choice")
    });
    let on = typed.day("closed", invalid);
    if how.is_none() && on.is_some() {
        invalid.push("outcome", "error-outcome-missing");
    }
    Some(Ended {
        how: how?,
        on: on.unwrap_or(today),
    })
}

/// The name of a field of a contact.
pub(super) fn cell(contact: usize, column: &str) -> String {
    format!("contact.{contact}.{column}")
}

/// What the form calls the right that a claim is made by: a word, or a warranty's id.
fn against_key(against: Against) -> String {
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
            assert_eq!(read(&typed(&details), TODAY).unwrap(), details);
        }
    }

    #[test]
    fn a_contact_without_a_day_was_today_and_an_empty_one_is_none() {
        let mut draft = typed(&ClaimDetails {
            contacts: Vec::new(),
            ..leaks()
        });
        assert_eq!(contacts(&draft), 1);
        draft.add(&cell(0, "on"), "");
        draft.add(&cell(1, "said"), "Ringde");
        let told = read(&draft, TODAY).unwrap().contacts;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].on, TODAY);
        assert_eq!(contacts(&draft), 3);
    }

    #[test]
    fn a_last_day_needs_an_outcome() {
        let mut draft = typed(&ClaimDetails {
            ended: None,
            ..leaks()
        });
        draft.add("closed", "2026-11-20");
        let Err(Error::Invalid(invalid)) = read(&draft, TODAY) else {
            panic!("it was taken");
        };
        assert_eq!(invalid.get("outcome"), Some("error-outcome-missing"));
    }
}
