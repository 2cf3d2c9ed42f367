//! What a claim's form holds, and what that says.

use jiff::civil::Date;

use crate::{
    domain::{
        claim::{Against, ClaimDetails, Ended, Outcome},
        invalid::Invalid,
        text,
    },
    error::{Error, Result},
    web::page::{contacts, typed::Typed},
};

/// The form of a claim as it is.
pub(super) fn typed(details: &ClaimDetails) -> Typed {
    let mut typed = Typed::default();
    typed.add("problem", details.problem.as_str());
    typed.add("against", against_key(details.against));
    typed.add("opened", details.opened.to_string());
    contacts::add(&mut typed, &details.contacts);
    typed.add_known("outcome", details.ended.map(|ended| ended.how.key()));
    typed.add_known("closed", details.ended.map(|ended| ended.on));
    typed
}

/// Reads the form; a day that nobody says is today.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed, today: Date) -> Result<ClaimDetails> {
    let mut invalid = Invalid::default();
    let against = typed.known("against", &mut invalid, read_against);
    let details = ClaimDetails {
        against: against.unwrap_or_default(),
        problem: text::prose(typed.get("problem")),
        opened: typed.day("opened", &mut invalid).unwrap_or(today),
        contacts: contacts::read(typed, today, &mut invalid),
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
    use crate::domain::contact::Contact;

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
