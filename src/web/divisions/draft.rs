//! What the form of a division holds, and which things it asks for.

use crate::{
    actions::narrowing::Wanted,
    domain::{
        division::{DivisionDetails, Method, Occasion, Party},
        invalid::Invalid,
        person::{Person, Role},
    },
    store::Row,
    web::page::typed::Typed,
};

/// The name of a field of a party, as errors call it.
pub(super) fn field(at: usize, part: &str) -> String {
    format!("parties[{at}].{part}")
}

/// How many parties have fields in a form.
pub(super) fn parties(typed: &Typed) -> usize {
    let has = |at: &usize| typed.has(&field(*at, "name"));
    (0..*DivisionDetails::PARTIES.end()).take_while(has).count()
}

/// The form of a new division: among the grown up of the household, as far as there are two.
pub(super) fn blank(people: &[Row<Person>]) -> Typed {
    let grown = |person: &&Row<Person>| matches!(person.role, Role::Owner | Role::Adult);
    let parties = people.iter().filter(grown).take(2).map(|person| Party {
        person: Some(person.id),
        ..Party::named(&person.name)
    });
    let mut parties: Vec<Party> = parties.collect();
    parties.resize_with(2, || Party::named(""));
    typed(&DivisionDetails {
        parties,
        ..DivisionDetails::default()
    })
}

/// The form of a division as it is.
pub(super) fn typed(details: &DivisionDetails) -> Typed {
    let mut typed = Typed::default();
    typed.add("name", details.name.as_str());
    typed.add("occasion", details.occasion.key());
    typed.add_known("on", details.on);
    typed.add("method", details.method.key());
    for (at, party) in details.parties.iter().enumerate() {
        typed.add(&field(at, "name"), party.name.as_str());
        typed.add_known(&field(at, "person"), party.person);
        typed.add(&field(at, "parts"), party.parts.to_string());
    }
    typed.add("note", details.note.as_str());
    typed
}

/// Reads the form. The first `kept` parties stay where they are, whatever becomes of their names: what somebody has got is
/// theirs by their position.
///
/// # Errors
/// What cannot be taken, by field.
pub(super) fn read(
    typed: &Typed,
    people: &[Row<Person>],
    kept: usize,
) -> Result<DivisionDetails, Invalid> {
    let mut invalid = Invalid::default();
    let occasion = typed.known("occasion", &mut invalid, |key| {
        Occasion::from_key(key).ok_or("error-choice")
    });
    let method = typed.known("method", &mut invalid, |key| {
        Method::from_key(key).ok_or("error-choice")
    });
    let mut all = Vec::new();
    for at in 0..parties(typed) {
        let person = typed.known(&field(at, "person"), &mut invalid, |id| {
            let id = id.parse().map_err(|_| "error-gone")?;
            people.iter().find(|row| row.id == id).ok_or("error-gone")
        });
        let parts = typed.number(&field(at, "parts"), &mut invalid).unwrap_or(1);
        let mut name = typed.get(&field(at, "name"));
        if let ("", Some(person)) = (name, person) {
            name = &person.name;
        }
        if !name.is_empty() || at < kept.max(*DivisionDetails::PARTIES.start()) {
            all.push(Party {
                name: name.to_owned(),
                person: person.map(|row| row.id),
                parts,
            });
        }
    }
    let details = DivisionDetails {
        name: typed.get("name").to_owned(),
        occasion: occasion.unwrap_or_default(),
        on: typed.day("on", &mut invalid),
        method: method.unwrap_or_default(),
        parties: all,
        note: typed.get("note").to_owned(),
    };
    invalid.merge(details.check());
    invalid.or(details)
}

/// Which things a form asks for, but for a search.
///
/// # Errors
/// What cannot be taken, by field.
pub(super) fn wanted(typed: &Typed) -> Result<Wanted, Invalid> {
    let mut invalid = Invalid::default();
    let wanted = Wanted {
        place: id(typed, "place", &mut invalid),
        person: id(typed, "person", &mut invalid),
        category: id(typed, "category", &mut invalid),
        found: None,
        include_private: typed.get("private") == "1",
    };
    invalid.or(wanted)
}

fn id<T: std::str::FromStr>(typed: &Typed, field: &str, invalid: &mut Invalid) -> Option<T> {
    typed.known(field, invalid, |id| id.parse().map_err(|_| "error-gone"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn details() -> DivisionDetails {
        DivisionDetails {
            name: "Hemmet".to_owned(),
            occasion: Occasion::Heirs,
            on: Some(date(2026, 3, 1)),
            method: Method::Wishes,
            parties: vec![
                Party {
                    parts: 2,
                    ..Party::named("Anna")
                },
                Party::named("Bo"),
            ],
            note: "Stugan säljs.".to_owned(),
        }
    }

    #[test]
    fn a_form_reads_back_what_it_was_filled_with() {
        assert_eq!(read(&typed(&details()), &[], 2), Ok(details()));
    }

    #[test]
    fn a_row_that_is_left_empty_is_nobody_but_who_was_there_stays_in_place() {
        let mut three = details();
        three.parties.push(Party::named(""));
        assert_eq!(read(&typed(&three), &[], 2), Ok(details()));
        three.parties[0].name.clear();
        three.parties[2].name = "Cia".to_owned();
        let invalid = read(&typed(&three), &[], 3).unwrap_err();
        assert!(invalid.get("parties[0].name").is_some());
    }
}
