//! What is done with places.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        item::{Item, ItemId, Location},
        person::Person,
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, in_use, refuse};

impl Household {
    pub(super) fn insert_place(
        &mut self,
        by: &Person,
        details: PlaceDetails,
    ) -> Result<PlaceId, Refusal> {
        let id = self.id();
        let details = self.checked_place(by, id, details, None)?;
        let number = self.number();
        let place = Place {
            id,
            number,
            details,
        };
        Ok(self.put(place, Expect::Any)?.id)
    }

    pub(super) fn insert_home(
        &mut self,
        by: &Person,
        details: PlaceDetails,
        rooms: &[&str],
    ) -> Result<(), Refusal> {
        let home = self.insert_place(by, details)?;
        for room in rooms {
            self.insert_place(
                by,
                PlaceDetails {
                    name: (*room).to_owned(),
                    kind: PlaceKind::Room,
                    parent: Some(home),
                    note: String::new(),
                    guests: Vec::new(),
                },
            )?;
        }
        Ok(())
    }

    pub(super) fn change_place(
        &mut self,
        by: &Person,
        id: PlaceId,
        seen: Expect,
        details: PlaceDetails,
    ) -> Result<(), Refusal> {
        let present = self.own_place(by, id)?;
        in_use(&present)?;
        let details = self.checked_place(by, id, details, Some(&present.details))?;
        let place = Place {
            details,
            ..present.body
        };
        self.put(place, seen).map(drop)
    }

    fn checked_place(
        &self,
        by: &Person,
        id: PlaceId,
        mut details: PlaceDetails,
        before: Option<&PlaceDetails>,
    ) -> Result<PlaceDetails, Refusal> {
        let mut wrong = BTreeSet::new();
        let guests: BTreeSet<_> = details.guests.iter().copied().collect();
        if details.name.is_empty() {
            wrong.insert("name".to_owned());
        }
        if let Some(parent) = details.parent
            && before.is_none_or(|before| before.parent != details.parent)
            && !self.may_hold(by, id, parent)
        {
            wrong.insert("parent".to_owned());
        }
        if guests
            .iter()
            .any(|guest| self.find::<Person>(*guest).is_none())
        {
            wrong.insert("guests".to_owned());
        }
        details.guests = guests.into_iter().collect();
        refuse(wrong)?;
        Ok(details)
    }

    fn may_hold(&self, by: &Person, id: PlaceId, parent: PlaceId) -> bool {
        self.seen_place(by, parent)
            .is_ok_and(|row| row.binned.is_none())
            && !self.with_places_around(parent).contains(&id)
    }

    /// Puts a place into the bin; what was in it moves one level out.
    pub(super) fn remove_place(
        &mut self,
        by: &Person,
        id: PlaceId,
        seen: Expect,
    ) -> Result<(), Refusal> {
        let place = self.own_place(by, id)?;
        expect(&place, seen)?;
        let parent = place.details.parent;
        for inner in self.which(|inner: &Place| inner.details.parent == Some(id)) {
            self.move_place(inner, parent);
        }
        let location = parent.map_or(Location::Unknown, Location::Place);
        let here = Location::Place(id);
        for thing in self.which(|thing: &Item| thing.details.location == here) {
            self.move_thing(thing, location);
        }
        self.bin(id).map(drop)
    }

    pub(super) fn move_place(&mut self, id: PlaceId, parent: Option<PlaceId>) {
        if self
            .find(id)
            .is_some_and(|place| place.details.parent != parent)
        {
            self.correct(id, |place: &mut Place| place.details.parent = parent);
        }
    }

    pub(super) fn move_thing(&mut self, id: ItemId, location: Location) {
        if self
            .find(id)
            .is_some_and(|thing| thing.details.location != location)
        {
            self.correct(id, |thing: &mut Item| thing.details.location = location);
        }
    }

    /// Takes a place out of the bin: to where it was, if that is still in use.
    pub(super) fn take_out_place(
        &mut self,
        by: &Person,
        id: PlaceId,
    ) -> Result<Row<Place>, Refusal> {
        let row = self.own_place(by, id)?;
        if row.binned.is_none() {
            return Ok(row);
        }
        let mut body = row.body;
        body.details.parent = body.details.parent.filter(|parent| self.is_live(*parent));
        Ok(self.write(body, row.created, None))
    }
}
