//! A thing that is divided: of which group, for how much, who wishes for it, and whose it becomes.

use minicbor::{Decode, Encode};

use crate::domain::{
    item::{ItemId, Quantity},
    keyed::keyed,
    money::{Money, Sums},
};

/// A thing in a division.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Lot {
    /// Which thing.
    #[n(0)]
    pub item: ItemId,
    /// Whether it is divided at all.
    #[n(1)]
    pub group: Group,
    /// How many of it there were when it was put in.
    #[n(2)]
    pub quantity: Quantity,
    /// What it counts for, each.
    #[n(3)]
    pub value: Option<Money>,
    /// Whether that is what it is worth to whoever uses it (bruksvärde), and not what it would be sold for.
    #[n(4)]
    pub in_use: bool,
    /// Whose it becomes: the position of a party.
    #[n(5)]
    pub to: Option<u32>,
    /// In which turn they took it; none where it was given.
    #[n(6)]
    pub turn: Option<u32>,
    /// Who wishes for it, and how much, each party once.
    #[n(7)]
    pub wishes: Vec<Wish>,
    /// The number of the change that made it what it is: what a tap names, to prove what it saw.
    #[n(8)]
    pub changed: u64,
}

/// Whether and how a thing is divided.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum Group {
    /// For shared use: it is divided, and counts.
    #[default]
    #[n(0)]
    Household,
    /// Somebody's personal belonging: it goes to its owner, and does not count.
    #[n(1)]
    Personal,
    /// Somebody's separate property: it stays its owner's, and does not count.
    #[n(2)]
    Separate,
}

keyed!(Group {
    Household => "household",
    Personal => "personal",
    Separate => "separate",
});

/// What a party wishes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Wish {
    /// The position of the party.
    #[n(0)]
    pub party: u32,
    /// How much they wish for it.
    #[n(1)]
    pub rank: Rank,
}

impl Wish {
    /// The position of the party.
    #[must_use]
    pub fn at(&self) -> usize {
        usize::try_from(self.party).unwrap_or(usize::MAX)
    }
}

/// How much somebody wishes for a thing.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// They would like it.
    #[n(1)]
    Gladly,
    /// They would like it very much.
    #[n(2)]
    Much,
    /// They would like it above all.
    #[n(3)]
    Most,
}

keyed!(Rank {
    Gladly => "gladly",
    Much => "much",
    Most => "most",
});

impl Lot {
    /// A thing that nobody has got yet.
    #[must_use]
    pub const fn new(item: ItemId, quantity: Quantity, value: Option<Money>) -> Self {
        Self {
            item,
            group: Group::Household,
            quantity,
            value,
            in_use: false,
            to: None,
            turn: None,
            wishes: Vec::new(),
            changed: 0,
        }
    }

    /// The position of the party whose it becomes.
    #[must_use]
    pub fn owner(&self) -> Option<usize> {
        self.to.and_then(|to| usize::try_from(to).ok())
    }

    /// Whether it is divided, and counts.
    #[must_use]
    pub const fn is_divided(&self) -> bool {
        matches!(self.group, Group::Household)
    }

    /// Whether it is divided, and nobody has got it yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_divided() && self.to.is_none()
    }

    /// How much a party wishes for it.
    #[must_use]
    pub fn wish_of(&self, party: u32) -> Option<Rank> {
        let wish = self.wishes.iter().find(|wish| wish.party == party);
        wish.map(|wish| wish.rank)
    }

    /// The one party that wishes for it, where no other does.
    #[must_use]
    pub const fn only_wish(&self) -> Option<u32> {
        match self.wishes.as_slice() {
            [wish] => Some(wish.party),
            _ => None,
        }
    }

    /// Adds what all of it counts for.
    pub fn add_to(&self, sums: &mut Sums) {
        if let Some(each) = self.value {
            sums.add(each, self.quantity.get());
        }
    }
}
