//! What people do with divisions of property: each move is one change, made upon what its maker saw.

use std::collections::HashSet;

use super::{
    items::{expect, in_use},
    narrowing::{Narrowing, Wanted},
    totals,
    whereabouts::Whereabouts,
};
use crate::{
    access::{Manager, Viewer},
    domain::{
        category::Category,
        division::{
            Division, DivisionDetails, DivisionId, Group, Lot, Move, Party, Refusal, Standing,
        },
        invalid::Invalid,
        item::{Item, ItemId},
        money::Sums,
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// The shipped category of what is somebody's own to wear.
const CLOTHES: &str = "clothes";

/// Adds a division of the things that somebody asks for and sees.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(
    store: &Store,
    manager: &Manager,
    details: DivisionDetails,
    wanted: &Wanted,
) -> Result<Saved<Row<Division>>> {
    let id = store.clock().id();
    store.write(Some(manager.person()), "division-add", |tx| {
        let mut division = Division::new(id, checked(details)?);
        put_in(tx, manager.viewer(), &mut division, wanted)?;
        tx.put(division, Expect::Any)
    })
}

/// Changes what is said about a division.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    manager: &Manager,
    id: DivisionId,
    seen: Expect,
    details: DivisionDetails,
) -> Result<Saved<Row<Division>>> {
    adjust(store, manager, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes what is said about a division by a function of it.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    manager: &Manager,
    id: DivisionId,
    seen: Expect,
    with: impl FnOnce(&mut DivisionDetails) -> Result<()>,
) -> Result<Saved<Row<Division>>> {
    store.write(Some(manager.person()), "division-change", |tx| {
        let mut division = open(tx, id)?;
        let mut details = division.details.clone();
        with(&mut details)?;
        let details = checked(details)?;
        if !division.allows_parties(details.parties.len()) {
            return Err(Error::invalid("parties", "error-division-party-used"));
        }
        division.details = details;
        tx.put(division, seen)
    })
}

/// Puts the things into a division that somebody asks for and sees, and that are not in it.
///
/// # Errors
/// [`Error::Invalid`] when they are too many.
pub fn fill(
    store: &Store,
    manager: &Manager,
    id: DivisionId,
    wanted: &Wanted,
) -> Result<Saved<Row<Division>>> {
    store.write(Some(manager.person()), "division-fill", |tx| {
        let mut division = open(tx, id)?;
        put_in(tx, manager.viewer(), &mut division, wanted)?;
        tx.put(division, Expect::Any)
    })
}

/// Makes a move, however often it is sent: one whose outcome is there already changes nothing.
///
/// # Errors
/// [`Error::Conflict`] when somebody else has moved since; [`Error::Invalid`] when the move is none;
/// [`Error::NotFound`] of what is not in the division, or not for their eyes.
pub fn play(
    store: &Store,
    manager: &Manager,
    id: DivisionId,
    made: &Move,
) -> Result<Saved<Row<Division>>> {
    store.write(Some(manager.person()), action(made), |tx| {
        let row = tx.get::<Division>(id)?;
        in_use(&row)?;
        if let Some(item) = made.lot() {
            in_use(&manager.viewer().item(tx, item)?)?;
        }
        let seen = match made {
            Move::Deal => seen(tx, manager.viewer(), &row)?,
            _ => HashSet::new(),
        };
        let mut division = row.body;
        let (now, today) = (tx.revision().get(), tx.today());
        let played = division.play(made, now, today, |lot| seen.contains(&lot.item));
        played.map_err(refused)?;
        tx.put(division, Expect::Any)
    })
}

/// What a move is called in the history.
#[must_use]
pub const fn action(made: &Move) -> &'static str {
    match made {
        Move::Take { .. } => "division-take",
        Move::Pass { .. } => "division-pass",
        Move::Give { .. } => "division-give",
        Move::Wish { .. } => "division-wish",
        Move::Deal => "division-deal",
        Move::Say { .. } => "division-say",
        Move::Drop { .. } => "division-drop",
        Move::Settle => "division-settle",
        Move::Reopen => "division-reopen",
    }
}

fn refused(why: Refusal) -> Error {
    match why {
        Refusal::Overtaken => Error::Conflict,
        Refusal::NoLot => Error::NotFound,
        Refusal::Settled => Error::invalid("move", "error-division-settled"),
        Refusal::NoParty => Error::invalid("party", "error-choice"),
        Refusal::Apart => Error::invalid("lot", "error-division-apart"),
        Refusal::NoWishes => Error::invalid("move", "error-division-wishes"),
        Refusal::Negative => Error::invalid("value", "error-negative"),
    }
}

/// Puts a division into the bin.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: DivisionId,
    seen: Expect,
) -> Result<Saved<Row<Division>>> {
    store.write(Some(manager.person()), "division-remove", |tx| {
        expect(&tx.get::<Division>(id)?, seen)?;
        tx.bin(id)
    })
}

/// Takes a division out of the bin.
pub fn restore(store: &Store, manager: &Manager, id: DivisionId) -> Result<Saved<Row<Division>>> {
    store.write(Some(manager.person()), "division-restore", |tx| {
        tx.restore(id)
    })
}

/// A division, in the bin or not. Owners and adults see it, and nobody else.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn one(rows: &impl Rows, _: &Manager, id: DivisionId) -> Result<Row<Division>> {
    rows.get(id)
}

/// The divisions outside the bin, the latest first.
pub fn list(rows: &impl Rows, _: &Manager) -> Result<Vec<Row<Division>>> {
    let mut all = rows.all::<Division>()?;
    all.reverse();
    Ok(all)
}

/// A division as somebody sees it: what is private to others, or lies in the bin, is only counted.
#[derive(Clone, Debug)]
pub struct Board {
    /// What is divided, with each thing.
    pub lots: Vec<(Lot, Row<Item>)>,
    /// How many things are not among them.
    pub hidden: usize,
    /// How the parties stand with those.
    pub standings: Vec<Standing>,
    /// What nobody has got.
    pub undivided: Sums,
}

impl Board {
    /// What somebody sees of a division.
    pub fn of(rows: &impl Rows, viewer: &Viewer, division: &Division) -> Result<Self> {
        let mut lots = Vec::with_capacity(division.lots.len());
        for lot in &division.lots {
            if let Some(item) = rows.find::<Item>(lot.item)?
                && item.binned.is_none()
                && viewer.sees(rows, &item)?
            {
                lots.push((lot.clone(), item));
            }
        }
        let seen: HashSet<ItemId> = lots.iter().map(|(lot, _)| lot.item).collect();
        let is_seen = |lot: &Lot| seen.contains(&lot.item);
        Ok(Self {
            hidden: division.lots.len() - lots.len(),
            standings: division.standings(is_seen),
            undivided: division.undivided(is_seen),
            lots,
        })
    }
}

/// The things of a division that somebody sees.
fn seen(rows: &impl Rows, viewer: &Viewer, division: &Division) -> Result<HashSet<ItemId>> {
    let board = Board::of(rows, viewer, division)?;
    Ok(board.lots.iter().map(|(lot, _)| lot.item).collect())
}

/// A division that is neither in the bin nor settled.
fn open(tx: &Writer<'_>, id: DivisionId) -> Result<Division> {
    let row = tx.get::<Division>(id)?;
    in_use(&row)?;
    if row.settled.is_some() {
        return Err(refused(Refusal::Settled));
    }
    Ok(row.body)
}

fn checked(mut details: DivisionDetails) -> Result<DivisionDetails> {
    details.name = text::line(&details.name);
    details.note = text::prose(&details.note);
    for party in &mut details.parties {
        party.name = text::line(&party.name);
    }
    details.check().or(details).map_err(Error::from)
}

/// Puts in what somebody asks for and sees, and is not in it.
fn put_in(
    tx: &Writer<'_>,
    viewer: &Viewer,
    division: &mut Division,
    wanted: &Wanted,
) -> Result<()> {
    if let Some(place) = wanted.place
        && viewer.place(tx, place)?.binned.is_some()
    {
        return Err(Error::invalid("place", "error-place-gone"));
    }
    let narrowing = Narrowing::of(tx, wanted)?;
    let mut whereabouts = Whereabouts::new(tx);
    let present: HashSet<ItemId> = division.lots.iter().map(|lot| lot.item).collect();
    let now = tx.revision().get();
    let mut new = Vec::new();
    tx.each(None, |item: Row<Item>| {
        if !present.contains(&item.id)
            && totals::is_in_use(&item)
            && narrowing.opens(&item)
            && viewer.sees(tx, &item)?
            && narrowing.takes(&mut whereabouts, &item)?
        {
            new.push(item);
        }
        Ok(true)
    })?;
    if present.len() + new.len() > Division::LOTS {
        let mut invalid = Invalid::default();
        invalid.push("items", "error-division-large");
        return Err(invalid.into());
    }
    for item in new {
        let mut lot = lot_of(tx, &item, &division.details.parties)?;
        lot.changed = now;
        division.lots.push(lot);
    }
    Ok(())
}

/// A thing as it is put in: separate property and clothes are apart, and stay with the party who owns them alone.
fn lot_of(rows: &impl Rows, item: &Item, parties: &[Party]) -> Result<Lot> {
    let details = &item.details;
    let mut lot = Lot::new(item.id, details.quantity, details.value);
    if details.separate.is_some() {
        lot.group = Group::Separate;
    } else if is_worn(rows, item)? {
        lot.group = Group::Personal;
    }
    if !lot.is_divided()
        && let [owner] = details.owners.as_slice()
    {
        let at = parties
            .iter()
            .position(|party| party.person == Some(owner.person));
        lot.to = at.and_then(|at| u32::try_from(at).ok());
    }
    Ok(lot)
}

fn is_worn(rows: &impl Rows, item: &Item) -> Result<bool> {
    let Some(category) = item.details.category else {
        return Ok(false);
    };
    let Some(category) = rows.find::<Category>(category)? else {
        return Ok(false);
    };
    let is_clothes = |key: &str| key.split('.').next() == Some(CLOTHES);
    Ok(category.key.as_deref().is_some_and(is_clothes))
}

/// Takes a thing that is gone for good out of every division.
pub(super) fn forget_item(tx: &mut Writer<'_>, item: ItemId) -> Result<()> {
    for id in tx.referring_to::<Division, _>(Relation::Divides, item)? {
        let mut row = tx.get(id)?;
        row.body.lots.retain(|lot| lot.item != item);
        tx.bring_back(row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
