//! What an incident's form holds, and what that says.

use jiff::civil::{Date, Time};

use crate::{
    domain::{
        incident::{IncidentDetails, IncidentKind, Insurance, Police},
        invalid::Invalid,
        moment::Moment,
        text,
    },
    error::{Error, Result},
    web::page::{contacts, typed::Typed},
};

/// The form of an incident as it is.
pub(super) fn typed(details: &IncidentDetails) -> Typed {
    let mut typed = Typed::default();
    typed.add("kind", details.kind.key());
    add_moment(&mut typed, "from", details.from);
    add_moment(&mut typed, "to", details.to);
    for (name, text) in [
        ("title", &details.title),
        ("place", &details.place),
        ("story", &details.story),
        ("entry", &details.entry),
        ("police_number", &details.police.number),
        ("authority", &details.police.authority),
        ("insurer", &details.insurance.insurer),
        ("policy", &details.insurance.policy),
        ("claim_number", &details.insurance.claim),
        ("people", &details.people),
    ] {
        typed.add(name, text.as_str());
    }
    contacts::add(&mut typed, &details.contacts);
    typed
}

fn add_moment(typed: &mut Typed, name: &str, moment: Option<Moment>) {
    typed.add_known(name, moment.map(|moment| moment.day));
    let time = moment.and_then(|moment| moment.time);
    let time = time.map(|time| format!("{:02}:{:02}", time.hour(), time.minute()));
    typed.add_known(&time_of(name), time);
}

/// The field with the time of a day.
pub(super) fn time_of(day: &str) -> String {
    format!("{day}_time")
}

/// Reads the form; contacts without a day were today.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed, today: Date) -> Result<IncidentDetails> {
    let mut invalid = Invalid::default();
    let kind = IncidentKind::from_key(typed.get("kind"));
    if kind.is_none() {
        invalid.push("kind", "error-incident-kind");
    }
    let line = |name| text::line(typed.get(name));
    let prose = |name| text::prose(typed.get(name));
    let details = IncidentDetails {
        kind: kind.unwrap_or(IncidentKind::Other),
        title: line("title"),
        from: moment(typed, "from", &mut invalid),
        to: moment(typed, "to", &mut invalid),
        place: line("place"),
        story: prose("story"),
        entry: prose("entry"),
        police: Police {
            number: line("police_number"),
            authority: line("authority"),
        },
        insurance: Insurance {
            insurer: line("insurer"),
            policy: line("policy"),
            claim: line("claim_number"),
        },
        people: prose("people"),
        contacts: contacts::read(typed, today, &mut invalid),
    };
    invalid.merge(details.check());
    invalid.or(details).map_err(Error::from)
}

fn moment(typed: &Typed, name: &str, invalid: &mut Invalid) -> Option<Moment> {
    let day = typed.day(name, invalid);
    let time = typed.known(&time_of(name), invalid, |text| {
        text.parse::<Time>().map_err(|_| "error-time")
    });
    match (day, time) {
        (Some(day), Some(time)) => Some(Moment::at(day, time)),
        (Some(day), None) => Some(Moment::on(day)),
        (None, Some(_)) => {
            invalid.push(name, "error-day-missing");
            None
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::contact::Contact;

    const TODAY: Date = date(2026, 11, 28);

    #[test]
    fn a_form_reads_back_what_it_was_filled_with() {
        let details = IncidentDetails {
            title: "Inbrottet".into(),
            from: Some("2026-11-26T08:00".parse().unwrap()),
            to: Some("2026-11-27".parse().unwrap()),
            place: "Björkvägen 4".into(),
            entry: "Altandörren".into(),
            police: Police {
                number: "5000-K1".into(),
                authority: "Polisen".into(),
            },
            contacts: vec![Contact {
                on: TODAY,
                with: "Bolaget".into(),
                said: "De ringer".into(),
            }],
            ..IncidentDetails::of(IncidentKind::Burglary)
        };
        assert_eq!(read(&typed(&details), TODAY).unwrap(), details);
    }

    #[test]
    fn a_kind_and_a_day_for_each_time_must_be_said() {
        let mut draft = Typed::default();
        draft.add("to_time", "18:30");
        draft.add("from", "2026-11-27");
        draft.add("from_time", "halv sju");
        let Err(Error::Invalid(invalid)) = read(&draft, TODAY) else {
            panic!("it was taken");
        };
        assert_eq!(invalid.get("kind"), Some("error-incident-kind"));
        assert_eq!(invalid.get("to"), Some("error-day-missing"));
        assert_eq!(invalid.get("from_time"), Some("error-time"));
    }
}
