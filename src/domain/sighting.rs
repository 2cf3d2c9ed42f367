//! A sighting: what a round found out about one thing.

use minicbor::{Decode, Encode};

use super::{
    aspect::aspects,
    id::Id,
    invalid::Invalid,
    item::{ItemId, Location},
    keyed::keyed,
    place::PlaceId,
    round::RoundId,
    text,
};

/// The id of a sighting.
pub type SightingId = Id<Sighting>;

/// What a round found out about a thing. Of each thing a round has one sighting at most.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Sighting {
    /// Which.
    #[n(0)]
    pub id: SightingId,
    /// Of which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: SightingDetails,
}

/// What a person says about a thing on a round.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SightingDetails {
    /// On which round.
    #[n(0)]
    pub round: RoundId,
    /// What they found.
    #[n(1)]
    pub finding: Finding,
    /// From where to where it was moved, where that is what they found.
    #[n(2)]
    pub moved: Option<Moved>,
    /// What else is to be said, in Markdown.
    #[n(3)]
    pub note: String,
}

/// What somebody found who looked for a thing.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It is where the archive says.
    #[n(0)]
    Seen,
    /// It is there, and elsewhere than the archive said.
    #[n(1)]
    Moved,
    /// It is not there.
    #[n(2)]
    Gone,
    /// Nobody had entered it before.
    #[n(3)]
    New,
}

keyed!(Finding {
    Seen => "seen",
    Moved => "moved",
    Gone => "gone",
    New => "new",
});

/// From where to where a thing was moved. Either may be gone since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Moved {
    /// Where the archive said that it was.
    #[n(0)]
    pub from: Location,
    /// Where it is.
    #[n(1)]
    pub to: PlaceId,
}

aspects!(SightingDetails {
    /// On which round.
    Round = "round" at round;
    /// What they found.
    Finding = "finding" at finding;
    /// From where to where.
    Moved = "moved" at moved;
    /// What else is to be said.
    Note = "note" at note;
});

impl SightingDetails {
    /// What somebody says with one tap.
    #[must_use]
    pub const fn of(round: RoundId, finding: Finding) -> Self {
        Self {
            round,
            finding,
            moved: None,
            note: String::new(),
        }
    }

    /// Whether somebody has had the thing before their eyes.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.finding != Finding::Gone
    }

    /// Texts trimmed.
    pub fn tidy(&mut self) {
        self.note = text::prose(&self.note);
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if (self.finding == Finding::Moved) != self.moved.is_some() {
            invalid.push("to", "error-sighting-to");
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id<T>(number: u128) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn what_was_moved_was_moved_somewhere() {
        let mut sighting = SightingDetails::of(id(1), Finding::Moved);
        assert_eq!(sighting.check().get("to"), Some("error-sighting-to"));
        sighting.moved = Some(Moved {
            from: Location::Inside(id(2)),
            to: id(3),
        });
        assert!(sighting.check().is_empty() && sighting.is_seen());
        sighting.finding = Finding::Gone;
        assert!(!sighting.check().is_empty() && !sighting.is_seen());
    }

    #[test]
    fn a_sighting_reads_back_as_it_was_stored() {
        let sighting = Sighting {
            id: id(1),
            item: id(2),
            details: SightingDetails {
                moved: Some(Moved {
                    from: Location::Unknown,
                    to: id(3),
                }),
                note: "Bakom dörren".into(),
                ..SightingDetails::of(id(4), Finding::Moved)
            },
        };
        let bytes = minicbor::to_vec(&sighting).unwrap();
        assert_eq!(minicbor::decode::<Sighting>(&bytes).unwrap(), sighting);
    }
}
