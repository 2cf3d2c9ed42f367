//! An inventory round: once a year somebody walks through the rooms and looks what is there.

use jiff::{ToSpan as _, civil::Date};
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects, dates::day, id::Id, invalid::Invalid, person::PersonId, place::PlaceId, text,
};

/// The id of a round.
pub type RoundId = Id<Round>;

/// After how many years a round is due again.
const AGAIN: i16 = 1;

/// A walk through the rooms to see what is there. What was seen is its sightings; one round at most goes on at a time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Round {
    /// Which.
    #[n(0)]
    pub id: RoundId,
    /// What is said about it.
    #[n(1)]
    pub details: RoundDetails,
    /// The day it was begun; by whom, its row says.
    #[cbor(n(2), with = "day")]
    pub since: Date,
    /// When it was ended; none while it goes on.
    #[n(3)]
    pub ended: Option<Ended>,
}

/// What a person says about a round: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RoundDetails {
    /// What it is called; empty where its year says enough.
    #[n(0)]
    pub name: String,
    /// The place that it goes through, with all within; the whole home where none is said. It may be gone since.
    #[n(1)]
    pub place: Option<PlaceId>,
    /// What came of it, in Markdown.
    #[n(2)]
    pub note: String,
}

/// The end of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ended {
    /// When.
    #[cbor(n(0), with = "day")]
    pub on: Date,
    /// By whom.
    #[n(1)]
    pub by: PersonId,
}

aspects!(RoundDetails {
    /// What it is called.
    Name = "name" at name;
    /// Where it goes.
    Place = "place" at place;
    /// What came of it.
    Note = "note" at note;
});

impl RoundDetails {
    /// Texts trimmed.
    pub fn tidy(&mut self) {
        self.name = text::line(&self.name);
        self.note = text::prose(&self.note);
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if !text::fits(&self.name, text::NAME) {
            invalid.push("name", "error-too-long");
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        invalid
    }
}

impl Round {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// The day on which the next is due; none while it goes on.
    #[must_use]
    pub fn next(&self) -> Option<Date> {
        self.ended
            .map(|ended| ended.on.saturating_add(AGAIN.years()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn round() -> Round {
        Round {
            id: Id::from_uuid(Uuid::from_u128(1)),
            details: RoundDetails {
                name: "Höstrundan".into(),
                place: Some(Id::from_uuid(Uuid::from_u128(2))),
                note: "Vinden står kvar.".into(),
            },
            since: date(2026, 11, 12),
            ended: Some(Ended {
                on: date(2026, 11, 14),
                by: Id::from_uuid(Uuid::from_u128(3)),
            }),
        }
    }

    #[test]
    fn the_next_is_due_a_year_after_the_last_ended() {
        let mut round = round();
        assert_eq!(round.next(), Some(date(2027, 11, 14)));
        round.ended = None;
        assert_eq!(round.next(), None, "it goes on");
    }

    #[test]
    fn what_is_too_long_is_told_by_field() {
        let mut details = RoundDetails {
            name: "x".repeat(text::NAME + 1),
            note: "x".repeat(text::PROSE + 1),
            ..RoundDetails::default()
        };
        details.tidy();
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["name", "note"]);
        assert!(
            RoundDetails::default().check().is_empty(),
            "nothing has to be said"
        );
    }

    #[test]
    fn a_round_reads_back_as_it_was_stored() {
        let bytes = minicbor::to_vec(round()).unwrap();
        assert_eq!(minicbor::decode::<Round>(&bytes).unwrap(), round());
    }
}
