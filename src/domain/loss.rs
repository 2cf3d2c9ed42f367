//! A loss: what became of one thing in one incident, and how that was settled.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects, dates::day, id::Id, incident::IncidentId, invalid::Invalid, item::ItemId,
    keyed::keyed, money::Money, text,
};

/// The id of a loss.
pub type LossId = Id<Loss>;

/// What became of a thing in an incident. Of each thing an incident has one loss at most.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Loss {
    /// Which.
    #[n(0)]
    pub id: LossId,
    /// Of which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: LossDetails,
}

/// What a person says about a loss: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct LossDetails {
    /// In which incident.
    #[n(0)]
    pub incident: IncidentId,
    /// What became of the thing.
    #[n(1)]
    pub fate: Fate,
    /// What is wrong with it, or how it was lost, in Markdown.
    #[n(2)]
    pub note: String,
    /// How it was settled; none while it is open.
    #[n(3)]
    pub settled: Option<Settled>,
}

/// What became of a thing.
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
pub enum Fate {
    /// It is not there any more.
    #[n(0)]
    Gone,
    /// It is there, and damaged.
    #[n(1)]
    Damaged,
    /// Somebody has looked: it is there, and as it was.
    #[n(2)]
    Fine,
}

keyed!(Fate {
    Gone => "gone",
    Damaged => "damaged",
    Fine => "fine",
});

/// How, when, by whom and for how much a loss was settled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Settled {
    /// How.
    #[n(0)]
    pub how: Settlement,
    /// When.
    #[cbor(n(1), with = "day")]
    pub on: Date,
    /// For how much, paid to the household.
    #[n(2)]
    pub amount: Option<Money>,
    /// By whom: the insurer, the police, a workshop.
    #[n(3)]
    pub by: String,
}

/// How a loss was settled.
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
pub enum Settlement {
    /// The thing came back.
    #[n(0)]
    Recovered,
    /// It was repaired.
    #[n(1)]
    Repaired,
    /// Another came in its place.
    #[n(2)]
    Replaced,
    /// It was paid for.
    #[n(3)]
    Paid,
    /// Nothing: it was refused.
    #[n(4)]
    Refused,
}

keyed!(Settlement {
    Recovered => "recovered",
    Repaired => "repaired",
    Replaced => "replaced",
    Paid => "paid",
    Refused => "refused",
});

aspects!(LossDetails {
    /// In which incident.
    Incident = "incident" at incident;
    /// What became of it.
    Fate = "fate" at fate;
    /// What is wrong with it.
    Note = "note" at note;
    /// How it was settled.
    Settled = "settled" at settled;
});

impl LossDetails {
    /// What somebody says with one tap.
    #[must_use]
    pub const fn of(incident: IncidentId, fate: Fate) -> Self {
        Self {
            incident,
            fate,
            note: String::new(),
            settled: None,
        }
    }

    /// Whether the thing is away: gone, and not back.
    #[must_use]
    pub fn is_away(&self) -> bool {
        let is_back = self.settled.as_ref().is_some_and(|settled| {
            matches!(settled.how, Settlement::Recovered | Settlement::Repaired)
        });
        self.fate == Fate::Gone && !is_back
    }

    /// Whether it is more than that somebody has looked.
    #[must_use]
    pub fn is_harm(&self) -> bool {
        self.fate != Fate::Fine
    }

    /// Texts trimmed.
    pub fn tidy(&mut self) {
        self.note = text::prose(&self.note);
        if let Some(settled) = &mut self.settled {
            settled.by = text::line(&settled.by);
        }
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        if let Some(settled) = &self.settled {
            if !self.is_harm() {
                invalid.push("settlement", "error-nothing-to-settle");
            }
            if !text::fits(&settled.by, text::LINE) {
                invalid.push("by", "error-too-long");
            }
            if settled.amount.is_some_and(|amount| amount.minor < 0) {
                invalid.push("amount", "error-negative");
            }
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::money::Currency;

    fn loss(fate: Fate) -> LossDetails {
        LossDetails::of(Id::from_uuid(Uuid::from_u128(1)), fate)
    }

    fn settled(how: Settlement) -> Settled {
        Settled {
            how,
            on: date(2026, 12, 24),
            amount: Some(Money::new(500_000, Currency::SEK)),
            by: "Bolaget".into(),
        }
    }

    #[test]
    fn what_is_gone_is_away_until_it_is_back() {
        let mut bike = loss(Fate::Gone);
        assert!(bike.is_away());
        bike.settled = Some(settled(Settlement::Paid));
        assert!(bike.is_away(), "paid for is not back");
        bike.settled = Some(settled(Settlement::Recovered));
        assert!(!bike.is_away());
        assert!(!loss(Fate::Damaged).is_away() && !loss(Fate::Fine).is_away());
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let mut fine = loss(Fate::Fine);
        fine.note = "x".repeat(text::PROSE + 1);
        fine.settled = Some(Settled {
            amount: Some(Money::new(-1, Currency::SEK)),
            by: "x".repeat(text::LINE + 1),
            ..settled(Settlement::Paid)
        });
        let invalid = fine.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["note", "settlement", "by", "amount"]);
    }

    #[test]
    fn a_loss_reads_back_as_it_was_stored() {
        let mut details = loss(Fate::Damaged);
        details.settled = Some(settled(Settlement::Repaired));
        let bytes = minicbor::to_vec(&details).unwrap();
        let read: LossDetails = minicbor::decode(&bytes).unwrap();
        assert_eq!(read, details);
    }
}
