//! The kinds of reports, and the parts that each may have.

use minicbor::{Decode, Encode};

use crate::domain::keyed::keyed;

/// What a report is for.
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
pub enum ReportKind {
    /// What was stolen, for the police.
    #[n(0)]
    PoliceList,
    /// What was lost or damaged and what it was worth, for the insurer.
    #[n(1)]
    InsuranceClaim,
    /// What there is.
    #[n(2)]
    Inventory,
    /// What somebody left, for an estate inventory (bouppteckning).
    #[n(3)]
    Estate,
    /// Who gets what, for a division of property (bodelning).
    #[n(4)]
    Division,
    /// What is in which box.
    #[n(5)]
    Moving,
    /// One thing, all of it.
    #[n(6)]
    Item,
    /// One thing, for whoever may buy it.
    #[n(7)]
    Sale,
}

keyed!(ReportKind {
    PoliceList => "police_list",
    InsuranceClaim => "insurance_claim",
    Inventory => "inventory",
    Estate => "estate",
    Division => "division",
    Moving => "moving",
    Item => "item",
    Sale => "sale",
});

/// A part of what a report says that somebody may choose to leave out.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What things cost and are worth.
    #[n(0)]
    Prices,
    /// What is written on them to tell them from all others.
    #[n(1)]
    Serials,
    /// Their pictures.
    #[n(2)]
    Pictures,
    /// The notes about them.
    #[n(3)]
    Notes,
    /// Whose they are.
    #[n(4)]
    Owners,
    /// Where they are.
    #[n(5)]
    Places,
    /// Receipts and guarantees, as pages at the end.
    #[n(6)]
    Papers,
}

keyed!(Part {
    Prices => "prices",
    Serials => "serials",
    Pictures => "pictures",
    Notes => "notes",
    Owners => "owners",
    Places => "places",
    Papers => "papers",
});

impl ReportKind {
    /// Whether it is about one incident.
    #[must_use]
    pub const fn needs_incident(self) -> bool {
        matches!(self, Self::PoliceList | Self::InsuranceClaim)
    }

    /// Whether it is about one thing.
    #[must_use]
    pub const fn needs_item(self) -> bool {
        matches!(self, Self::Item | Self::Sale)
    }

    /// Whether it adds up what things cost and are worth, in whatever currencies that is.
    #[must_use]
    pub const fn adds_up(self) -> bool {
        matches!(
            self,
            Self::PoliceList | Self::InsuranceClaim | Self::Inventory | Self::Estate
        )
    }

    /// Whether a part is ever in it. Notes are nobody else's business, so only the sheet of a thing has them; and who may
    /// buy a thing is told nothing of the household.
    #[must_use]
    pub const fn has(self, part: Part) -> bool {
        match self {
            Self::Item => true,
            Self::Sale => matches!(part, Part::Pictures),
            Self::Moving => matches!(part, Part::Pictures | Part::Places),
            Self::InsuranceClaim => !matches!(part, Part::Notes),
            _ => !matches!(part, Part::Notes | Part::Papers),
        }
    }
}
