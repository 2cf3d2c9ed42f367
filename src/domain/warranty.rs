//! A guarantee or an insurance of a thing: whose promise it is, from when, and for how long.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects, dates::day, id::Id, invalid::Invalid, item::ItemId, keyed::keyed,
    length::Length, receipt::ReceiptId, text,
};

/// The id of a warranty.
pub type WarrantyId = Id<Warranty>;

/// A promise about a thing that somebody made beside what the law gives.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Warranty {
    /// Which.
    #[n(0)]
    pub id: WarrantyId,
    /// The thing that it covers.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: WarrantyDetails,
}

/// What a person says about a warranty: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct WarrantyDetails {
    /// Whose kind of promise it is.
    #[n(0)]
    pub kind: WarrantyKind,
    /// Who made it; empty where that goes without saying.
    #[n(1)]
    pub provider: String,
    /// Its first day; that of the purchase where nobody says otherwise.
    #[cbor(n(2), with = "super::dates::iso")]
    pub start: Option<Date>,
    /// For how long.
    #[n(3)]
    pub term: Term,
    /// What it covers, in Markdown.
    #[n(4)]
    pub terms: String,
    /// Whom to turn to: a telephone number, an address.
    #[n(5)]
    pub contact: String,
    /// The receipt that proves it.
    #[n(6)]
    pub proof: Option<ReceiptId>,
}

/// Whose kind of promise it is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum WarrantyKind {
    /// The maker's or the shop's own guarantee.
    #[default]
    #[n(0)]
    Maker,
    /// A guarantee that was paid for besides.
    #[n(1)]
    Extended,
    /// An insurance of this thing.
    #[n(2)]
    Insurance,
}

keyed!(WarrantyKind {
    Maker => "maker",
    Extended => "extended",
    Insurance => "insurance",
});

/// For how long it was promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub enum Term {
    /// Nobody has said.
    #[default]
    #[n(0)]
    Unknown,
    /// So long from its first day.
    #[n(1)]
    For(#[n(0)] Length),
    /// Through a day.
    #[n(2)]
    Until(#[cbor(n(0), with = "day")] Date),
    /// As long as the thing lasts.
    #[n(3)]
    Lifetime,
}

aspects!(WarrantyDetails {
    /// Whose kind of promise.
    Kind = "kind" at kind;
    /// Who made it.
    Provider = "provider" at provider;
    /// From when.
    Start = "start" at start;
    /// For how long.
    Term = "term" at term;
    /// The proof.
    Proof = "proof" at proof;
    /// Whom to turn to.
    Contact = "contact" at contact;
    /// What it covers.
    Terms = "terms" at terms;
});

/// When a promise ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With this day, which is its last.
    On(Date),
    /// Never, as long as the thing lasts.
    Never,
    /// Nobody knows.
    Unknown,
}

impl End {
    /// The last day, where there is one.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Never | Self::Unknown => None,
        }
    }
}

/// From when until when a promise holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day, where it is known.
    pub from: Option<Date>,
    /// When it ends.
    pub end: End,
}

/// How a promise stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    Ahead,
    /// It holds.
    Holds,
    /// It has ended.
    Over,
    /// Nobody knows when it ends.
    Unknown,
}

keyed!(Standing {
    Ahead => "ahead",
    Holds => "holds",
    Over => "over",
    Unknown => "unknown",
});

impl Span {
    /// How it stands on a day; its first and its last day count.
    #[must_use]
    pub fn on(self, day: Date) -> Standing {
        if self.end.day().is_some_and(|last| last < day) {
            Standing::Over
        } else if self.from.is_some_and(|first| day < first) {
            Standing::Ahead
        } else if self.end == End::Unknown {
            Standing::Unknown
        } else {
            Standing::Holds
        }
    }
}

impl WarrantyDetails {
    /// From when until when it holds, for a thing that was bought on a day.
    #[must_use]
    pub fn span(&self, bought: Option<Date>) -> Span {
        let from = self.start.or(bought);
        let end = match self.term {
            Term::Unknown => End::Unknown,
            Term::For(length) => from.map_or(End::Unknown, |from| End::On(length.after(from))),
            Term::Until(day) => End::On(day),
            Term::Lifetime => End::Never,
        };
        Span { from, end }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if !text::fits(&self.provider, text::LINE) {
            invalid.push("provider", "error-too-long");
        }
        for (field, prose) in [("terms", &self.terms), ("contact", &self.contact)] {
            if !text::fits(prose, text::PROSE) {
                invalid.push(field, "error-too-long");
            }
        }
        if let (Some(start), Term::Until(until)) = (self.start, self.term)
            && until < start
        {
            invalid.push("until", "error-ends-before");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Span as Days, civil::date};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::length::Unit;

    fn lasting(term: Term) -> WarrantyDetails {
        WarrantyDetails {
            term,
            ..WarrantyDetails::default()
        }
    }

    fn years(count: u16) -> Term {
        Term::For(Length::new(count, Unit::Year).unwrap())
    }

    #[test]
    fn a_length_counts_from_its_first_day_or_from_the_purchase() {
        let bought = Some(date(2024, 2, 29));
        let mut two = lasting(years(2));
        assert_eq!(two.span(bought).end, End::On(date(2026, 2, 28)));
        two.start = Some(date(2024, 8, 31));
        assert_eq!(two.span(bought).end, End::On(date(2026, 8, 31)));
        assert_eq!(lasting(years(2)).span(None).end, End::Unknown);
    }

    #[test]
    fn its_first_and_its_last_day_count() {
        let mut details = lasting(Term::Until(date(2026, 5, 3)));
        details.start = Some(date(2024, 5, 3));
        let span = details.span(None);
        let told = [
            (date(2024, 5, 2), Standing::Ahead),
            (date(2024, 5, 3), Standing::Holds),
            (date(2026, 5, 3), Standing::Holds),
            (date(2026, 5, 4), Standing::Over),
        ];
        for (day, standing) in told {
            assert_eq!(span.on(day), standing, "{day}");
        }
    }

    #[test]
    fn what_lasts_for_life_holds_and_what_nobody_said_is_not_known() {
        let day = date(2126, 1, 1);
        assert_eq!(lasting(Term::Lifetime).span(None).on(day), Standing::Holds);
        assert_eq!(lasting(Term::Unknown).span(None).on(day), Standing::Unknown);
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let details = WarrantyDetails {
            provider: "x".repeat(text::LINE + 1),
            start: Some(date(2024, 5, 3)),
            term: Term::Until(date(2024, 5, 2)),
            contact: "x".repeat(text::PROSE + 1),
            ..WarrantyDetails::default()
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["provider", "contact", "until"]);
        assert!(WarrantyDetails::default().check().is_empty());
    }

    #[test]
    fn a_term_is_stored_as_it_was_said() {
        let terms = [
            Term::Unknown,
            years(2),
            Term::Until(date(2026, 5, 3)),
            Term::Lifetime,
        ];
        for term in terms {
            let bytes = minicbor::to_vec(term).unwrap();
            assert_eq!(minicbor::decode::<Term>(&bytes).unwrap(), term);
        }
    }

    proptest! {
        #[test]
        fn a_later_start_never_ends_earlier(
            count in 1..=Length::MOST,
            unit in prop::sample::select(Unit::ALL.to_vec()),
            day in -20_000_i32..40_000,
            later in 0..1_000_i32,
        ) {
            let details = lasting(Term::For(Length::new(count, unit).unwrap()));
            let first = date(1970, 1, 1).saturating_add(Days::new().days(day));
            let next = first.saturating_add(Days::new().days(later));
            let end = |from| details.span(Some(from)).end.day().unwrap();
            prop_assert!(end(first) <= end(next));
            prop_assert!(first <= end(first));
        }
    }
}
