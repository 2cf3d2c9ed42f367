//! What a warranty's form holds, and what that says.

use crate::{
    domain::{
        invalid::Invalid,
        length::{Length, Unit},
        text,
        warranty::{Term, WarrantyDetails, WarrantyKind},
    },
    error::{Error, Result},
    web::page::typed::Typed,
};

/// The form of a warranty as it is.
pub(super) fn typed(details: &WarrantyDetails) -> Typed {
    let mut typed = Typed::default();
    typed.add("kind", details.kind.key());
    for (name, text) in [
        ("provider", &details.provider),
        ("terms", &details.terms),
        ("contact", &details.contact),
    ] {
        typed.add(name, text.as_str());
    }
    typed.add_known("start", details.start);
    typed.add_known("proof", details.proof);
    match details.term {
        Term::Unknown => {}
        Term::For(length) => {
            typed.add("count", length.count().to_string());
            typed.add("unit", length.unit().key());
        }
        Term::Until(day) => typed.add("until", day.to_string()),
        Term::Lifetime => typed.add("lifetime", "1"),
    }
    typed
}

/// Reads the form.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed) -> Result<WarrantyDetails> {
    let mut invalid = Invalid::default();
    let details = WarrantyDetails {
        kind: WarrantyKind::from_key(typed.get("kind")).unwrap_or_default(),
        provider: text::line(typed.get("provider")),
        start: typed.day("start", &mut invalid),
        term: term(typed, &mut invalid),
        terms: text::prose(typed.get("terms")),
        contact: text::prose(typed.get("contact")),
        proof: typed.known("proof", &mut invalid, |id| {
            id.parse().map_err(|_| "error-choice")
        }),
    };
    invalid.merge(details.check());
    invalid.or(details).map_err(Error::from)
}

/// For how long: by a length, a last day or for life, of which only one can be meant.
fn term(typed: &Typed, invalid: &mut Invalid) -> Term {
    let length = typed.known("count", invalid, |count| {
        let unit = Unit::from_key(typed.get("unit")).unwrap_or(Unit::Year);
        let length = count
            .parse()
            .ok()
            .and_then(|count| Length::new(count, unit));
        length.ok_or("error-length")
    });
    let until = typed.day("until", invalid);
    let said = [
        length.map(Term::For),
        until.map(Term::Until),
        (!typed.get("lifetime").is_empty()).then_some(Term::Lifetime),
    ];
    let mut said = said.into_iter().flatten();
    let first = said.next().unwrap_or_default();
    if said.next().is_some() {
        invalid.push("until", "error-one-term");
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(fields: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, text) in fields {
            typed.add(name, *text);
        }
        typed
    }

    #[test]
    fn a_form_reads_back_what_it_was_filled_with() {
        let terms = [
            Term::Unknown,
            Term::For("P18M".parse().unwrap()),
            Term::Until("2026-05-03".parse().unwrap()),
            Term::Lifetime,
        ];
        for term in terms {
            let details = WarrantyDetails {
                kind: WarrantyKind::Insurance,
                provider: "Svalan".into(),
                start: "2024-05-03".parse().ok(),
                term,
                terms: "Allt".into(),
                contact: "08-123 45".into(),
                proof: "0190b5a0-0000-7000-8000-000000000001".parse().ok(),
            };
            assert_eq!(read(&typed(&details)).unwrap(), details);
        }
    }

    #[test]
    fn two_terms_are_one_too_many_and_a_length_is_a_number() {
        let why = |filled: Typed, field: &str| match read(&filled) {
            Err(Error::Invalid(invalid)) => invalid.get(field),
            other => panic!("{other:?}"),
        };
        let two = filled(&[("count", "2"), ("unit", "year"), ("until", "2026-05-03")]);
        assert_eq!(why(two, "until"), Some("error-one-term"));
        assert_eq!(
            why(filled(&[("count", "många")]), "count"),
            Some("error-length")
        );
        assert_eq!(
            why(filled(&[("count", "0")]), "count"),
            Some("error-length")
        );
    }
}
