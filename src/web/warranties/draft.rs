//! What a warranty's form holds: as it was typed, and read into details.

use serde::Deserialize;

use crate::{
    domain::{
        aspect::Side,
        invalid::Invalid,
        length::{Length, Unit},
        text,
        warranty::{Aspect, Term, WarrantyDetails, WarrantyKind},
    },
    error::{Error, Result},
    store::Revision,
    web::page::typed::Typed,
};

/// The form as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Draft(Typed);

impl Draft {
    /// The form of a warranty as it is.
    pub(super) fn of(details: &WarrantyDetails) -> Self {
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

    /// The version that it was filled in from.
    pub(super) fn seen(&self) -> Revision {
        self.0.seen()
    }

    /// Whose version of an aspect holds, where two people saved at once.
    pub(super) fn side(&self, aspect: Aspect) -> Side {
        self.0.side(aspect.key())
    }

    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(super) fn read(&self) -> Result<WarrantyDetails> {
        let mut invalid = Invalid::default();
        let typed = &self.0;
        let details = WarrantyDetails {
            kind: WarrantyKind::from_key(typed.get("kind")).unwrap_or_default(),
            provider: text::line(typed.get("provider")),
            start: typed.day("start", &mut invalid),
            term: self.term(&mut invalid),
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
    fn term(&self, invalid: &mut Invalid) -> Term {
        let length = self.0.known("count", invalid, |count| {
            let unit = Unit::from_key(self.get("unit")).unwrap_or(Unit::Year);
            let length = count
                .parse()
                .ok()
                .and_then(|count| Length::new(count, unit));
            length.ok_or("error-length")
        });
        let until = self.0.day("until", invalid);
        let said = [
            length.map(Term::For),
            until.map(Term::Until),
            (!self.get("lifetime").is_empty()).then_some(Term::Lifetime),
        ];
        let mut said = said.into_iter().flatten();
        let first = said.next().unwrap_or_default();
        if said.next().is_some() {
            invalid.push("until", "error-one-term");
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Draft {
        let mut typed = Typed::default();
        for (name, text) in fields {
            typed.add(name, *text);
        }
        Draft(typed)
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
            assert_eq!(Draft::of(&details).read().unwrap(), details);
        }
    }

    #[test]
    fn two_terms_are_one_too_many_and_a_length_is_a_number() {
        let why = |draft: Draft, field: &str| match draft.read() {
            Err(Error::Invalid(invalid)) => invalid.get(field),
            other => panic!("{other:?}"),
        };
        let two = typed(&[("count", "2"), ("unit", "year"), ("until", "2026-05-03")]);
        assert_eq!(why(two, "until"), Some("error-one-term"));
        assert_eq!(
            why(typed(&[("count", "många")]), "count"),
            Some("error-length")
        );
        assert_eq!(why(typed(&[("count", "0")]), "count"), Some("error-length"));
    }
}
