//! One thing in a report, as it was when the report was made.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::Exhibit;
use crate::domain::{
    dates::PartialDate,
    deduction::{Basis, Kind, Payout, Reason},
    exact::{Exact, ExactSums},
    identifier::Identifier,
    item::{Acquisition, Condition, ItemId, Quantity},
    money::Money,
    number::Number,
    percent::Percent,
};

/// A thing as a report tells of it: in words and not by ids, so that it says the same whatever becomes of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Entry {
    /// Which thing.
    #[n(0)]
    pub item: ItemId,
    /// The revision that it was told from: where the thing has another now, it was changed since.
    #[n(1)]
    pub revision: u64,
    /// Its label's number.
    #[n(2)]
    pub number: Option<Number>,
    /// What it is called.
    #[n(3)]
    pub name: String,
    /// How many.
    #[n(4)]
    pub quantity: Quantity,
    /// What sort of thing it is; empty where nobody has said.
    #[n(5)]
    pub category: String,
    /// Who made it.
    #[n(6)]
    pub maker: String,
    /// Which of the maker's models.
    #[n(7)]
    pub model: String,
    /// What is written on it.
    #[n(8)]
    pub identifiers: Vec<Identifier>,
    /// Its colour.
    #[n(9)]
    pub colour: String,
    /// What else it is known by: scratches, dents, what was put on it.
    #[n(10)]
    pub marks: String,
    /// How worn it is.
    #[n(11)]
    pub condition: Option<Condition>,
    /// More about it, in Markdown.
    #[n(12)]
    pub description: String,
    /// Whose it is; nobody's is everybody's.
    #[n(13)]
    pub owners: Vec<Owner>,
    /// Why it is its owner's separate property (enskild egendom), where it is; the reason may be empty.
    #[n(14)]
    pub separate: Option<String>,
    /// Whether it is somebody's personal belonging, and no part of what a household shares.
    #[n(15)]
    pub personal: bool,
    /// Whom it is meant for in an estate, or falls to in a division.
    #[n(16)]
    pub meant_for: String,
    /// Where it is, from the home down.
    #[n(17)]
    pub place: Vec<String>,
    /// The box that it is in: its position among those of the content.
    #[n(18)]
    pub carton: Option<u32>,
    /// When it came.
    #[n(19)]
    pub acquired: Option<PartialDate>,
    /// How it came.
    #[n(20)]
    pub acquired_how: Option<Acquisition>,
    /// From whom.
    #[n(21)]
    pub seller: String,
    /// What was paid, each.
    #[n(22)]
    pub price: Option<Money>,
    /// What proves it, in words: a receipt and its day, a guarantee.
    #[n(23)]
    pub proofs: Vec<String>,
    /// What it is worth on the market, each.
    #[n(24)]
    pub value: Option<Money>,
    /// When somebody last said so.
    #[cbor(n(25), with = "crate::domain::dates::iso")]
    pub valued_on: Option<Date>,
    /// What the same or its like costs new, each.
    #[n(26)]
    pub new_price: Option<Money>,
    /// What is likely to be paid for it by its age, each.
    #[n(27)]
    pub deduction: Option<Deduction>,
    /// What is claimed for all of it, where a person says another amount.
    #[n(28)]
    pub claimed: Option<Money>,
    /// What became of it, in the report's language; empty where nothing did.
    #[n(29)]
    pub fate: String,
    /// What was paid out for all of it.
    #[n(30)]
    pub settled: Option<Money>,
    /// Its pictures, the first one first.
    #[n(31)]
    pub photos: Vec<Exhibit>,
    /// Notes, in Markdown.
    #[n(32)]
    pub notes: String,
}

/// One owner's part of a thing: `parts` of the sum of all parts.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Owner {
    /// Who.
    #[n(0)]
    pub name: String,
    /// How many parts.
    #[n(1)]
    pub parts: u32,
}

/// What a table of age deduction pays for one thing, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Deduction {
    /// The kind of thing whose row it is by.
    #[n(0)]
    pub kind: Kind,
    /// Which price it is of.
    #[n(1)]
    pub basis: Basis,
    /// That price.
    #[n(2)]
    pub price: Money,
    /// How much of it is paid.
    #[n(3)]
    pub percent: Percent,
    /// Why so much.
    #[n(4)]
    pub reason: Reason,
    /// How many whole months old the thing is at most; none where the row does not ask.
    #[n(5)]
    pub months: Option<u32>,
    /// How much it would be were the thing as young as its date allows, where that is more.
    #[n(6)]
    pub at_best: Option<Percent>,
    /// The most that is paid for one thing, where that is what is paid.
    #[n(7)]
    pub capped: Option<Money>,
}

impl From<Payout> for Deduction {
    fn from(payout: Payout) -> Self {
        Self {
            kind: payout.kind,
            basis: payout.basis,
            price: payout.price,
            percent: payout.percent,
            reason: payout.reason,
            months: payout.age.map(|age| age.months),
            at_best: payout.at_best,
            capped: payout.capped,
        }
    }
}

impl Deduction {
    /// What is paid for one, not rounded.
    #[must_use]
    pub fn exact(&self) -> Exact {
        let part = || Exact::part(self.percent, self.price);
        self.capped.map_or_else(part, Exact::from)
    }

    /// What is paid for one, rounded to minor units.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.exact().rounded()
    }
}

impl Entry {
    /// A thing with a name and nothing more.
    #[must_use]
    pub fn named(item: ItemId, revision: u64, name: &str) -> Self {
        Self {
            item,
            revision,
            number: None,
            name: name.to_owned(),
            quantity: Quantity::default(),
            category: String::new(),
            maker: String::new(),
            model: String::new(),
            identifiers: Vec::new(),
            colour: String::new(),
            marks: String::new(),
            condition: None,
            description: String::new(),
            owners: Vec::new(),
            separate: None,
            personal: false,
            meant_for: String::new(),
            place: Vec::new(),
            carton: None,
            acquired: None,
            acquired_how: None,
            seller: String::new(),
            price: None,
            proofs: Vec::new(),
            value: None,
            valued_on: None,
            new_price: None,
            deduction: None,
            claimed: None,
            fate: String::new(),
            settled: None,
            photos: Vec::new(),
            notes: String::new(),
        }
    }

    /// An amount for each of them, for all of them.
    #[must_use]
    pub fn all(&self, each: Money) -> Money {
        let mut sums = ExactSums::default();
        sums.add(each, self.quantity.get());
        sums.rounded().iter().next().unwrap_or(each)
    }

    /// Adds what is claimed for all of them, not rounded: what a person said, else what a table pays, else what they are worth on
    /// the market, which is what is paid for what no table has.
    pub fn add_claim(&self, sums: &mut ExactSums) {
        let pieces = self.quantity.get();
        match (self.claimed, self.deduction, self.value) {
            (Some(claimed), _, _) => sums.add(claimed, 1),
            (None, Some(deduction), _) => sums.add(deduction.exact(), pieces),
            (None, None, Some(value)) => sums.add(value, pieces),
            (None, None, None) => {}
        }
    }

    /// Whether what is claimed is what they are worth on the market, for neither a person nor a table says anything else.
    #[must_use]
    pub const fn is_claimed_at_value(&self) -> bool {
        self.claimed.is_none() && self.deduction.is_none() && self.value.is_some()
    }

    /// What is claimed for all of them, rounded.
    #[must_use]
    pub fn claim(&self) -> Option<Money> {
        let mut sums = ExactSums::default();
        self.add_claim(&mut sums);
        sums.rounded().iter().next()
    }

    /// Whether it is divided among the parties of a division: no personal belonging, and nobody's separate property.
    #[must_use]
    pub const fn is_divided(&self) -> bool {
        !self.personal && self.separate.is_none()
    }
}
