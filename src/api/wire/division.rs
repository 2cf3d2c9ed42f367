//! A division of property on the wire, with its lots as its reader sees them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Stamp};
use crate::{
    actions::{divisions::Board, narrowing::Wanted},
    domain::{
        division::{
            self, DivisionDetails, Group, Lot, Method, Occasion, Payment, Rank, Standing, payments,
        },
        id::Id,
        money::Sums,
    },
    store::Row,
};

/// A division of property.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Division {
    /// Which.
    pub id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// The day on which it was settled; nothing changes from then on.
    #[schema(value_type = Option<String>, format = Date)]
    pub settled: Option<Date>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: DivisionFields,
}

impl From<&Row<division::Division>> for Division {
    fn from(row: &Row<division::Division>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            settled: row.settled,
            fields: (&row.details).into(),
        }
    }
}

/// What a person says about a division.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct DivisionFields {
    /// What it is called.
    pub name: String,
    /// Why property is divided.
    pub occasion: Occasion,
    /// The day whose values hold: of the application, the separation or the death.
    #[schema(value_type = Option<String>, format = Date, examples("2026-03-01"))]
    pub on: Option<Date>,
    /// How it is decided who gets what.
    pub method: Method,
    /// Among whom, two to eight, in the order of their first turns.
    pub parties: Vec<DivisionParty>,
    /// What else is agreed, in Markdown.
    pub note: String,
}

/// Somebody among whom property is divided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DivisionParty {
    /// Their name, as they sign with it.
    pub name: String,
    /// Who of the household they are, if anybody.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// How many parts of the whole are theirs.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 10_000)]
    pub parts: u32,
}

const fn one() -> u32 {
    1
}

impl From<&DivisionDetails> for DivisionFields {
    fn from(details: &DivisionDetails) -> Self {
        let parties = details.parties.iter().map(|party| DivisionParty {
            name: party.name.clone(),
            person: party.person.map(Id::uuid),
            parts: party.parts,
        });
        Self {
            name: details.name.clone(),
            occasion: details.occasion,
            on: details.on,
            method: details.method,
            parties: parties.collect(),
            note: details.note.clone(),
        }
    }
}

impl From<DivisionFields> for DivisionDetails {
    fn from(fields: DivisionFields) -> Self {
        let parties = fields.parties.into_iter().map(|party| division::Party {
            name: party.name,
            person: party.person.map(Id::from_uuid),
            parts: party.parts,
        });
        Self {
            name: fields.name,
            occasion: fields.occasion,
            on: fields.on,
            method: fields.method,
            parties: parties.collect(),
            note: fields.note,
        }
    }
}

/// Which things are meant: what holds for all of these; everything in use where none is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ThingsWanted {
    /// In this place or anywhere beneath it.
    pub place: Option<Uuid>,
    /// Owned by this person, alone or with others.
    pub person: Option<Uuid>,
    /// Of this category or one of its children.
    pub category: Option<Uuid>,
    /// What this view shows: the query of a list, as saved searches have it.
    pub search: String,
    /// These and no others.
    pub items: Option<Vec<Uuid>>,
    /// Also what only its owners see, as far as you see it.
    pub include_private: bool,
}

impl ThingsWanted {
    /// What it asks for, but for the search.
    pub(in crate::api) fn wanted(&self) -> Wanted {
        let items = self.items.as_ref();
        Wanted {
            place: self.place.map(Id::from_uuid),
            person: self.person.map(Id::from_uuid),
            category: self.category.map(Id::from_uuid),
            found: items.map(|items| items.iter().copied().map(Id::from_uuid).collect()),
            include_private: self.include_private,
        }
    }
}

/// A division with everything in it that you see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionRead {
    /// The division.
    #[serde(flatten)]
    pub division: Division,
    /// The turn that comes next; `null` when everything is divided or it is settled.
    pub turn: Option<DivisionTurn>,
    /// What is divided, in the order it was put in.
    pub lots: Vec<DivisionLot>,
    /// How many things are not among them, because they are private to others or lie in the bin.
    pub hidden: usize,
    /// How the parties stand, in their order.
    pub standings: Vec<DivisionStanding>,
    /// What nobody has got yet, in each currency.
    pub undivided: Vec<Money>,
    /// Who pays whom to even it out.
    pub payments: Vec<DivisionPayment>,
}

/// A turn that waits for somebody.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionTurn {
    /// Its number, from 0.
    pub number: u32,
    /// The position of the party whose it is.
    pub party: u32,
}

/// A thing in a division.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionLot {
    /// Which thing.
    pub item: Uuid,
    /// Whether it is divided, or apart as personal or separate property.
    pub group: Group,
    /// How many of it there were when it was put in.
    pub quantity: u32,
    /// What it counts for, each.
    pub value: Option<Money>,
    /// Whether that is what it is worth to whoever uses it, and not what it would be sold for.
    pub in_use: bool,
    /// The position of the party whose it becomes.
    pub to: Option<u32>,
    /// In which turn they took it; `null` where it was given.
    pub turn: Option<u32>,
    /// Who wishes for it, and how much.
    pub wishes: Vec<DivisionWish>,
    /// What a move names as `known`, to prove what it saw.
    pub changed: u64,
}

/// What a party wishes for.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionWish {
    /// The position of the party.
    pub party: u32,
    /// How much.
    pub rank: Rank,
}

/// How a party stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionStanding {
    /// How many things they have got.
    pub count: usize,
    /// What those come to, in each currency.
    pub got: Vec<Money>,
    /// Their part of what is divided so far.
    pub due: Vec<Money>,
    /// What they are to be paid, or, below nothing, to pay.
    pub evened: Vec<Money>,
}

/// What somebody pays somebody to even out.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DivisionPayment {
    /// The position of who pays.
    pub from: usize,
    /// The position of who is paid.
    pub to: usize,
    /// How much.
    pub amount: Money,
}

impl DivisionRead {
    /// A division with what somebody sees of it.
    pub(in crate::api) fn new(row: &Row<division::Division>, board: &Board) -> Self {
        let paid = payments(&board.standings).into_iter();
        Self {
            division: row.into(),
            turn: row.turn().map(|turn| DivisionTurn {
                number: turn.number,
                party: turn.party,
            }),
            lots: board.lots.iter().map(|(lot, _)| lot.into()).collect(),
            hidden: board.hidden,
            standings: board.standings.iter().map(Into::into).collect(),
            undivided: amounts(&board.undivided),
            payments: paid.map(Into::into).collect(),
        }
    }
}

impl From<&Lot> for DivisionLot {
    fn from(lot: &Lot) -> Self {
        let wishes = lot.wishes.iter().map(|wish| DivisionWish {
            party: wish.party,
            rank: wish.rank,
        });
        Self {
            item: lot.item.uuid(),
            group: lot.group,
            quantity: lot.quantity.get(),
            value: lot.value.map(Into::into),
            in_use: lot.in_use,
            to: lot.to,
            turn: lot.turn,
            wishes: wishes.collect(),
            changed: lot.changed,
        }
    }
}

impl From<&Standing> for DivisionStanding {
    fn from(standing: &Standing) -> Self {
        Self {
            count: standing.count,
            got: amounts(&standing.got),
            due: amounts(&standing.due),
            evened: amounts(&standing.evened),
        }
    }
}

impl From<Payment> for DivisionPayment {
    fn from(payment: Payment) -> Self {
        Self {
            from: payment.from,
            to: payment.to,
            amount: payment.amount.into(),
        }
    }
}

fn amounts(sums: &Sums) -> Vec<Money> {
    sums.iter().map(Into::into).collect()
}
