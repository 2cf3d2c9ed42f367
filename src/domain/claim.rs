//! A claim: something was wrong with a thing, who was asked to put it right, and what came of it.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects,
    contact::{self, Contact},
    dates::day,
    id::Id,
    invalid::Invalid,
    item::ItemId,
    keyed::keyed,
    text,
    warranty::WarrantyId,
};

/// The id of a claim.
pub type ClaimId = Id<Claim>;

/// What somebody asked for when a thing had a fault. Its papers are its attachments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Claim {
    /// Which.
    #[n(0)]
    pub id: ClaimId,
    /// The thing that it is about.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: ClaimDetails,
}

/// What a person says about a claim: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClaimDetails {
    /// By what right it was made.
    #[n(0)]
    pub against: Against,
    /// What was wrong, in Markdown.
    #[n(1)]
    pub problem: String,
    /// The day on which it was made.
    #[cbor(n(2), with = "day")]
    pub opened: Date,
    /// Who was spoken with about it.
    #[n(3)]
    pub contacts: Vec<Contact>,
    /// What came of it; none while it is open.
    #[n(4)]
    pub ended: Option<Ended>,
}

/// By what right a claim is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub enum Against {
    /// That which the law gives against the seller.
    #[default]
    #[n(0)]
    Right,
    /// A warranty of the thing.
    #[n(1)]
    Warranty(#[n(0)] WarrantyId),
    /// Something else: a shop's goodwill, or a warranty that is there no more.
    #[n(2)]
    Other,
}

/// How and when a claim ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ended {
    /// How.
    #[n(0)]
    pub how: Outcome,
    /// When.
    #[cbor(n(1), with = "day")]
    pub on: Date,
}

/// What came of a claim.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum Outcome {
    /// The thing was repaired.
    #[n(0)]
    Repaired,
    /// Another came in its place.
    #[n(1)]
    Replaced,
    /// The money came back.
    #[n(2)]
    Refunded,
    /// Some of the money came back.
    #[n(3)]
    Reduced,
    /// Nothing: it was refused.
    #[n(4)]
    Refused,
    /// Nothing: whoever made it let it go.
    #[n(5)]
    Withdrawn,
}

keyed!(Outcome {
    Repaired => "repaired",
    Replaced => "replaced",
    Refunded => "refunded",
    Reduced => "reduced",
    Refused => "refused",
    Withdrawn => "withdrawn",
});

aspects!(ClaimDetails {
    /// What was wrong.
    Problem = "problem" at problem;
    /// By what right.
    Against = "against" at against;
    /// When it was made.
    Opened = "opened" at opened;
    /// Who was spoken with.
    Contacts = "contacts" at contacts;
    /// What came of it.
    Ended = "ended" at ended;
});

impl ClaimDetails {
    /// A claim that is made on a day, of which nothing else is said yet.
    #[must_use]
    pub const fn opened_on(day: Date) -> Self {
        Self {
            against: Against::Right,
            problem: String::new(),
            opened: day,
            contacts: Vec::new(),
            ended: None,
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if self.problem.is_empty() {
            invalid.push("problem", "error-problem-empty");
        }
        if !text::fits(&self.problem, text::PROSE) {
            invalid.push("problem", "error-too-long");
        }
        invalid.merge(contact::check(&self.contacts));
        if self.ended.is_some_and(|ended| ended.on < self.opened) {
            invalid.push("closed", "error-ends-before");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let contact = Contact {
            on: date(2026, 3, 1),
            with: "x".repeat(text::LINE + 1),
            said: String::new(),
        };
        let details = ClaimDetails {
            contacts: vec![contact; contact::MOST + 1],
            ended: Some(Ended {
                how: Outcome::Refused,
                on: date(2026, 2, 28),
            }),
            ..ClaimDetails::opened_on(date(2026, 3, 1))
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["problem", "contacts", "contacts", "closed"]);
    }

    #[test]
    fn a_claim_says_what_is_wrong_and_may_end_on_its_first_day() {
        let day = date(2026, 3, 1);
        let details = ClaimDetails {
            problem: "Läcker".to_owned(),
            ended: Some(Ended {
                how: Outcome::Repaired,
                on: day,
            }),
            ..ClaimDetails::opened_on(day)
        };
        assert!(details.check().is_empty());
        let bytes = minicbor::to_vec(&details).unwrap();
        assert_eq!(minicbor::decode::<ClaimDetails>(&bytes).unwrap(), details);
    }
}
