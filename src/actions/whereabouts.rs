//! Where a thing lies after all: in which place, however many things are around it.

use std::collections::HashMap;

use crate::{
    access::audience::DEPTH,
    domain::{
        item::{ItemId, Location},
        place::PlaceId,
    },
    error::Result,
    store::Rows,
};

/// Finds the places of things. Few things hold others: where those are is looked up once for each.
pub(super) struct Whereabouts<'a, R> {
    rows: &'a R,
    around: HashMap<ItemId, Option<PlaceId>>,
}

impl<'a, R: Rows> Whereabouts<'a, R> {
    /// Of the things in an archive.
    pub(super) fn new(rows: &'a R) -> Self {
        Self {
            rows,
            around: HashMap::new(),
        }
    }

    /// The place of what lies there, through the things that it lies in.
    pub(super) fn place_of(&mut self, location: Location) -> Result<Option<PlaceId>> {
        match location {
            Location::Unknown => Ok(None),
            Location::Place(place) => Ok(Some(place)),
            Location::Inside(thing) => {
                if let Some(place) = self.around.get(&thing) {
                    return Ok(*place);
                }
                let place = self.place_around(thing)?;
                self.around.insert(thing, place);
                Ok(place)
            }
        }
    }

    fn place_around(&self, mut thing: ItemId) -> Result<Option<PlaceId>> {
        for _ in 0..DEPTH {
            match self.rows.find(thing)?.map(|row| row.body.details.location) {
                None | Some(Location::Unknown) => return Ok(None),
                Some(Location::Place(place)) => return Ok(Some(place)),
                Some(Location::Inside(around)) => thing = around,
            }
        }
        Ok(None)
    }
}
