//! The walk through the rooms after an incident: what was in each, and what became of it, as far as anybody has said.

use std::collections::HashMap;

use super::{
    losses,
    places::{self, Branch},
    totals,
};
use crate::{
    access::Viewer,
    domain::{
        incident::IncidentId,
        item::{Item, ItemId, Location},
        lang::Lang,
        loss::{Fate, Loss},
        place::{Place, PlaceId},
    },
    error::Result,
    index::name_sort_key,
    store::{Row, Rows},
};

/// A room on the walk; what is nowhere has one, too.
#[derive(Clone, Debug)]
pub struct Room {
    /// Which; none for what is in no place.
    pub place: Option<Row<Place>>,
    /// How many things are asked about in it.
    pub things: usize,
    /// How many of them somebody has answered for.
    pub answered: usize,
    /// How many of them are gone.
    pub gone: usize,
    /// How many of them are damaged.
    pub damaged: usize,
}

impl Room {
    /// Whether everything in it is answered for.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.answered == self.things
    }

    fn count(&mut self, fate: Option<Fate>) {
        self.things += 1;
        self.answered += usize::from(fate.is_some());
        self.gone += usize::from(fate == Some(Fate::Gone));
        self.damaged += usize::from(fate == Some(Fate::Damaged));
    }
}

/// A thing that is asked about, with the answer that is there.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The thing.
    pub item: Row<Item>,
    /// What somebody has said became of it.
    pub loss: Option<Row<Loss>>,
}

/// The rooms that have something in them, as the places of a home lie in each other; what is in no place comes last.
pub fn rooms(
    rows: &impl Rows,
    viewer: &Viewer,
    incident: IncidentId,
    lang: Lang,
) -> Result<Vec<Room>> {
    let mut counted: HashMap<Option<PlaceId>, Room> = HashMap::new();
    for (place, stop) in stops(rows, viewer, incident)? {
        let room = counted.entry(place).or_insert(Room {
            place: None,
            things: 0,
            answered: 0,
            gone: 0,
            damaged: 0,
        });
        room.count(stop.loss.map(|loss| loss.details.fate));
    }
    let mut ordered = Vec::with_capacity(counted.len());
    let mut next: Vec<Branch> = places::tree(rows, viewer, lang)?;
    next.reverse();
    while let Some(branch) = next.pop() {
        next.extend(branch.inner.into_iter().rev());
        if let Some(room) = counted.remove(&Some(branch.place.id)) {
            ordered.push(Room {
                place: Some(branch.place),
                ..room
            });
        }
    }
    ordered.extend(counted.remove(&None));
    Ok(ordered)
}

/// What is asked about in a room, by name: what lies there, in its cupboards and boxes, and in the things there.
pub fn room(
    rows: &impl Rows,
    viewer: &Viewer,
    incident: IncidentId,
    place: Option<PlaceId>,
    lang: Lang,
) -> Result<Vec<Stop>> {
    let stops = stops(rows, viewer, incident)?.into_iter();
    let mut here: Vec<_> = stops
        .filter(|(room, _)| *room == place)
        .map(|(_, stop)| stop)
        .collect();
    here.sort_by_cached_key(|stop| (name_sort_key(lang, &stop.item.details.name), stop.item.id));
    Ok(here)
}

/// Everything that is asked about, with the room it is in: what the household has, and what the incident was said to take.
fn stops(
    rows: &impl Rows,
    viewer: &Viewer,
    incident: IncidentId,
) -> Result<Vec<(Option<PlaceId>, Stop)>> {
    let said = losses::of_incident(rows, viewer, incident)?.into_iter();
    let mut said: HashMap<ItemId, Row<Loss>> = said.map(|(loss, item)| (item.id, loss)).collect();
    let rooms = places::rooms(rows)?;
    let mut stops = Vec::new();
    rows.each(None, |item: Row<Item>| {
        let is_said = said.contains_key(&item.id);
        let is_there = item.archived.is_none() || is_said;
        if item.binned.is_none() && !item.is_template() && is_there && viewer.sees(rows, &item)? {
            let loss = said.remove(&item.id);
            stops.push((None, Stop { item, loss }));
        }
        Ok(true)
    })?;
    let mut around: HashMap<ItemId, Option<PlaceId>> = HashMap::new();
    for (room, stop) in &mut stops {
        let place = match stop.item.details.location {
            Location::Unknown => None,
            Location::Place(place) => Some(place),
            Location::Inside(thing) => match around.get(&thing) {
                Some(place) => *place,
                None => *around
                    .entry(thing)
                    .or_insert(totals::place_around(rows, thing)?),
            },
        };
        *room = place.and_then(|place| rooms.get(&place).copied());
    }
    Ok(stops)
}

#[cfg(test)]
mod tests;
