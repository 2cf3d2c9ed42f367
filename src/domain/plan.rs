//! A plan: what is to be done for a thing, again and again.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects,
    id::Id,
    invalid::Invalid,
    item::ItemId,
    person::PersonId,
    rhythm::{Due, Last, Rhythm, Season},
    text,
};

/// The id of a plan.
pub type PlanId = Id<Plan>;

/// What is to be done for a thing, again and again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Plan {
    /// Which.
    #[n(0)]
    pub id: PlanId,
    /// For which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: PlanDetails,
}

/// What a person says about a plan: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PlanDetails {
    /// What is to be done.
    #[n(0)]
    pub what: String,
    /// How, in Markdown.
    #[n(1)]
    pub note: String,
    /// How often.
    #[n(2)]
    pub rhythm: Rhythm,
    /// The day on which it is due first, or from which months are looked for. A meter has no use for it.
    #[cbor(n(3), with = "super::dates::day")]
    pub first: Date,
    /// The months in which it can be done, where not in all.
    #[n(4)]
    pub season: Option<Season>,
    /// Who does it.
    #[n(5)]
    pub who: Option<PersonId>,
}

aspects!(PlanDetails {
    /// What is to be done.
    What = "what" at what;
    /// How often.
    Rhythm = "rhythm" at rhythm;
    /// When first.
    First = "first" at first;
    /// In which months it can be.
    Season = "season" at season;
    /// Who does it.
    Who = "who" at who;
    /// How.
    Note = "note" at note;
});

impl PlanDetails {
    /// When it is due next, after it was done last.
    #[must_use]
    pub fn due(&self, last: Last) -> Due {
        self.rhythm.due(self.first, self.season, last)
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.what, text::LINE) {
            invalid.push("what", why);
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        if let Rhythm::Metered(meter) = &self.rhythm
            && !text::fits(meter.unit(), text::NAME)
        {
            invalid.push("unit", "error-too-long");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::rhythm::Meter;

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let mut details = PlanDetails {
            what: " ".into(),
            note: "x".repeat(text::PROSE + 1),
            rhythm: Rhythm::Metered(Meter::new(1, 0, "x".repeat(text::NAME + 1)).unwrap()),
            first: date(2026, 11, 27),
            season: None,
            who: None,
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["what", "note", "unit"]);
        details.what = "Byt filter".into();
        details.note.clear();
        details.rhythm = Rhythm::Metered(Meter::new(1, 0, "km".into()).unwrap());
        assert!(details.check().is_empty());
    }
}
