//! A walk through the rooms: what is in each, and what was answered for it, as far as anybody has.

use std::collections::{HashMap, HashSet};

use super::{
    answers::{self, Answered},
    places::{self, Branch},
    whereabouts::Whereabouts,
};
use crate::{
    access::Viewer,
    domain::{
        id::Id,
        item::{Item, ItemId},
        lang::Lang,
        place::{Place, PlaceId},
    },
    error::Result,
    index::name_sort_key,
    store::{Row, Rows},
};

/// A room on a walk; what is nowhere has one, too.
#[derive(Clone, Debug)]
pub struct Room<T: Answered> {
    /// Which; none for what is in no place.
    pub place: Option<Row<Place>>,
    /// How many things are asked about in it.
    pub things: usize,
    said: HashMap<T::Kind, usize>,
}

impl<T: Answered> Room<T> {
    /// How many of its things somebody has answered for.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.said.values().sum()
    }

    /// For how many of them this was answered.
    #[must_use]
    pub fn said(&self, kind: T::Kind) -> usize {
        self.said.get(&kind).copied().unwrap_or_default()
    }

    /// Whether everything in it is answered for.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.answered() == self.things
    }

    /// Its id; none for what is in no place.
    #[must_use]
    pub fn id(&self) -> Option<PlaceId> {
        self.place.as_ref().map(|place| place.id)
    }
}

/// A thing that is asked about, with the answer that is there.
#[derive(Clone, Debug)]
pub struct Stop<T> {
    /// The thing.
    pub item: Row<Item>,
    /// What somebody has answered for it.
    pub said: Option<Row<T>>,
}

/// The whole walk, and whatever of it was asked for.
#[derive(Debug)]
pub struct Walk<T: Answered> {
    /// The rooms that have something in them, as the places of a home lie in each other; what is in no place comes last.
    pub rooms: Vec<Room<T>>,
    /// The things that were asked for, by name, each with the room it is in.
    pub stops: Vec<(Option<PlaceId>, Stop<T>)>,
}

impl<T: Answered> Walk<T> {
    /// The next room with something that nobody has answered for, after this one or from the beginning.
    #[must_use]
    pub fn next(&self, here: Option<PlaceId>) -> Option<&Room<T>> {
        let at = self.rooms.iter().position(|room| room.id() == here);
        let (before, after) = self.rooms.split_at(at.map_or(0, |at| at + 1));
        let mut rooms = after.iter().chain(before);
        rooms.find(|room| !room.is_done() && room.id() != here)
    }
}

/// Where somebody walks.
pub struct Path<'a, T: Answered> {
    /// What for.
    pub walk: Id<T::Walk>,
    /// The places that are walked; all of them where none are named.
    pub places: Option<&'a HashSet<PlaceId>>,
    /// In whose order.
    pub lang: Lang,
}

/// Goes through everything that is asked about once: what the household has, and what somebody has answered for. Counts it by
/// room, and keeps what `asked` says yes to by the room that it is in, off the path, too: it may have been carried there.
pub fn along<T: Answered>(
    rows: &impl Rows,
    viewer: &Viewer,
    path: &Path<'_, T>,
    asked: impl Fn(Option<PlaceId>, &Item) -> bool,
) -> Result<Walk<T>> {
    let mut said = HashMap::<ItemId, Row<T>>::new();
    for row in answers::on_walk::<T>(rows, path.walk)? {
        if row.binned.is_none() {
            said.insert(row.item(), row);
        }
    }
    let in_room = places::rooms(rows)?;
    let mut whereabouts = Whereabouts::new(rows);
    let mut rooms = HashMap::new();
    let mut stops = Vec::new();
    rows.each(None, |item: Row<Item>| {
        let answer = said.remove(&item.id);
        let is_there = item.archived.is_none() || answer.is_some();
        if item.binned.is_some() || item.is_template() || !is_there || !viewer.sees(rows, &item)? {
            return Ok(true);
        }
        let place = whereabouts.place_of(item.details.location)?;
        let is_on_path = path
            .places
            .is_none_or(|places| place.is_some_and(|place| places.contains(&place)));
        let room = place.and_then(|place| in_room.get(&place).copied());
        if is_on_path {
            let counted = rooms.entry(room).or_insert_with(|| Room::<T> {
                place: None,
                things: 0,
                said: HashMap::new(),
            });
            counted.things += 1;
            if let Some(answer) = &answer {
                *counted.said.entry(answer.kind()).or_default() += 1;
            }
        }
        if asked(room, &item) {
            stops.push((room, Stop { item, said: answer }));
        }
        Ok(true)
    })?;
    let lang = path.lang;
    stops.sort_by_cached_key(|(_, stop)| {
        (name_sort_key(lang, &stop.item.details.name), stop.item.id)
    });
    Ok(Walk {
        rooms: in_order(places::tree(rows, viewer, lang)?, rooms),
        stops,
    })
}

/// The rooms as their places lie in each other; what is in no place comes last.
fn in_order<T: Answered>(
    mut next: Vec<Branch>,
    mut rooms: HashMap<Option<PlaceId>, Room<T>>,
) -> Vec<Room<T>> {
    let mut ordered = Vec::with_capacity(rooms.len());
    next.reverse();
    while let Some(branch) = next.pop() {
        next.extend(branch.inner.into_iter().rev());
        if let Some(room) = rooms.remove(&Some(branch.place.id)) {
            ordered.push(Room {
                place: Some(branch.place),
                ..room
            });
        }
    }
    ordered.extend(rooms.remove(&None));
    ordered
}

#[cfg(test)]
mod tests;
