//! Who sees what, and who may change what.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        attachment::{Attachment, AttachmentId, Bearer},
        bequest::Bequest,
        item::{Item, ItemId, Location},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::{Person, PersonId, Role},
        place::{Place, PlaceId},
        plan::Plan,
        saved_search::SavedSearch,
        sighting::Sighting,
    },
    store::{Change, Key, Noun, Row},
};

use super::{Household, Refusal, editor, head, manager, permit};

/// Where a thing is: the things around it and the places around those, each the nearest first.
#[derive(Debug, Default)]
pub struct Surroundings {
    pub things: Vec<ItemId>,
    pub places: Vec<PlaceId>,
}

impl Household {
    /// What is around a location, as far as it leads and no further than round once.
    pub fn around(&self, mut location: Location) -> Surroundings {
        let mut around = Surroundings::default();
        while let Location::Inside(id) = location {
            if around.things.contains(&id) {
                break;
            }
            let Some(row) = self.find::<Item>(id) else {
                break;
            };
            around.things.push(id);
            location = row.details.location;
        }
        if let Location::Place(place) = location {
            around.places = self.with_places_around(place);
        }
        around
    }

    /// A place, and every place around it, the nearest first.
    pub fn with_places_around(&self, place: PlaceId) -> Vec<PlaceId> {
        let mut places = Vec::new();
        let mut next = Some(place);
        while let Some(place) = next
            && !places.contains(&place)
            && let Some(row) = self.find::<Place>(place)
        {
            places.push(place);
            next = row.details.parent;
        }
        places
    }

    /// Whether somebody sees a version of a thing, by what is around it now.
    pub fn sees(&self, person: &Person, item: &Item) -> bool {
        if item.details.private {
            return self.private_to(item).contains(&person.id);
        }
        if person.role != Role::Guest {
            return true;
        }
        let around = self.around(item.details.location);
        let things = around.things.iter().filter_map(|id| self.find::<Item>(*id));
        let mut shared = things.filter(|thing| !thing.details.private);
        item.details.guests.contains(&person.id)
            || shared.any(|thing| thing.details.guests.contains(&person.id))
            || around
                .places
                .iter()
                .any(|place| self.is_shared(*place, person.id))
    }

    /// Those whom a private thing is for: its owners who are still there, else the household's.
    fn private_to(&self, item: &Item) -> BTreeSet<PersonId> {
        self.kept_to(item.details.owners.iter().map(|share| share.person))
    }

    /// Those of these who are still there, else the household's owners.
    pub(super) fn kept_to(&self, people: impl Iterator<Item = PersonId>) -> BTreeSet<PersonId> {
        let owners: BTreeSet<_> = people.filter(|owner| self.is_live(*owner)).collect();
        if !owners.is_empty() {
            return owners;
        }
        let people = self.all::<Person>();
        let owners = people.filter(|person| person.role == Role::Owner);
        owners.map(|person| person.id).collect()
    }

    fn is_shared(&self, place: PlaceId, guest: PersonId) -> bool {
        let place = self.find::<Place>(place);
        place.is_some_and(|place| place.details.guests.contains(&guest))
    }

    pub fn sees_place(&self, person: &Person, place: PlaceId) -> bool {
        let mut around = self.with_places_around(place).into_iter();
        person.role != Role::Guest || around.any(|place| self.is_shared(place, person.id))
    }

    pub fn sees_bearer(&self, person: &Person, bearer: Bearer) -> bool {
        match bearer {
            Bearer::Item(id) => self.seen_thing(person, id).is_ok(),
            Bearer::Place(id) => self.seen_place(person, id).is_ok(),
            Bearer::Receipt(id) => self.seen_receipt(person, id).is_ok(),
            Bearer::Claim(id) => self.seen_claim(person, id).is_ok(),
            Bearer::Job(id) => self.seen_of_thing(person, id).is_ok(),
            Bearer::Memory(id) => self.seen_of_thing(person, id).is_ok(),
            Bearer::Incident(id) => self.seen_incident(person, id).is_ok(),
        }
    }

    pub(super) fn seen_thing(&self, person: &Person, id: ItemId) -> Result<Row<Item>, Refusal> {
        let row = self.get(id)?;
        if self.sees(person, &row) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    pub(super) fn seen_place(&self, person: &Person, id: PlaceId) -> Result<Row<Place>, Refusal> {
        let row = self.get(id)?;
        if self.sees_place(person, id) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// A thing that somebody may change: a child only what it owns or added itself.
    pub(super) fn own_thing(&self, person: &Person, id: ItemId) -> Result<Row<Item>, Refusal> {
        let row = self.seen_thing(person, id)?;
        let mut owners = row.details.owners.iter();
        let own =
            row.created.by == Some(person.id) || owners.any(|share| share.person == person.id);
        permit(person.role != Role::Child || own)?;
        Ok(row)
    }

    /// A place that somebody may change: a child only what it added itself.
    pub(super) fn own_place(&self, person: &Person, id: PlaceId) -> Result<Row<Place>, Refusal> {
        let row = self.seen_place(person, id)?;
        permit(person.role != Role::Child || row.created.by == Some(person.id))?;
        Ok(row)
    }

    pub(super) fn own_bearer(&self, person: &Person, bearer: Bearer) -> Result<(), Refusal> {
        match bearer {
            Bearer::Item(id) => self.own_thing(person, id).map(drop),
            Bearer::Place(id) => self.own_place(person, id).map(drop),
            Bearer::Receipt(id) => self.own_receipt(person, id).map(drop),
            Bearer::Claim(id) => self.own_claim(person, id).map(drop),
            Bearer::Job(id) => self.own_of_thing(person, id).map(drop),
            Bearer::Memory(id) => self.own_of_thing(person, id).map(drop),
            Bearer::Incident(id) => self.own_incident(person, id).map(drop),
        }
    }

    pub(super) fn own_attachment(
        &self,
        person: &Person,
        id: AttachmentId,
    ) -> Result<Row<Attachment>, Refusal> {
        let row = self.get(id)?;
        self.own_bearer(person, row.of)?;
        Ok(row)
    }

    /// That somebody may change a row, whatever its noun.
    pub(super) fn may_change(&self, person: &Person, key: Key) -> Result<(), Refusal> {
        if !self.sees_row(person, key) {
            return Err(Refusal::NotFound);
        }
        // A guest's searches are their own, and nothing else is.
        if key.noun != Noun::SavedSearch {
            editor(person)?;
        }
        match key.noun {
            Noun::Item => self.own_thing(person, key.id().unwrap()).map(drop),
            Noun::Place => self.own_place(person, key.id().unwrap()).map(drop),
            Noun::Attachment => self.own_attachment(person, key.id().unwrap()).map(drop),
            Noun::Tag | Noun::Category | Noun::Policy | Noun::Round | Noun::Division => {
                manager(person)
            }
            Noun::Household | Noun::Person => head(person),
            Noun::SavedSearch => Ok(()),
            Noun::Receipt => self.own_receipt(person, key.id().unwrap()).map(drop),
            Noun::Warranty => self.own_warranty(person, key.id().unwrap()).map(drop),
            Noun::Claim => self.own_claim(person, key.id().unwrap()).map(drop),
            Noun::Plan => self
                .own_of_thing::<Plan>(person, key.id().unwrap())
                .map(drop),
            Noun::Job => self
                .own_of_thing::<Job>(person, key.id().unwrap())
                .map(drop),
            Noun::Loan => self
                .own_of_thing::<Loan>(person, key.id().unwrap())
                .map(drop),
            Noun::Memory => self
                .own_of_thing::<Memory>(person, key.id().unwrap())
                .map(drop),
            Noun::Bequest => self
                .own_of_thing::<Bequest>(person, key.id().unwrap())
                .map(drop),
            Noun::Incident => self.own_incident(person, key.id().unwrap()).map(drop),
            Noun::Report => self.own_report(person, key.id().unwrap()).map(drop),
            Noun::Loss => self
                .own_of_thing::<Loss>(person, key.id().unwrap())
                .map(drop),
            Noun::Sighting => self
                .own_of_thing::<Sighting>(person, key.id().unwrap())
                .map(drop),
        }
    }

    /// Whether somebody sees a row, whatever its noun.
    pub fn sees_row(&self, person: &Person, key: Key) -> bool {
        match key.noun {
            Noun::Item => self.seen_thing(person, key.id().unwrap()).is_ok(),
            Noun::Place => self.seen_place(person, key.id().unwrap()).is_ok(),
            Noun::Attachment => {
                let row = self.find::<Attachment>(key.id().unwrap());
                row.is_some_and(|row| self.sees_bearer(person, row.of))
            }
            Noun::Receipt => self.seen_receipt(person, key.id().unwrap()).is_ok(),
            Noun::Warranty => self.seen_warranty(person, key.id().unwrap()).is_ok(),
            Noun::Claim => self.seen_claim(person, key.id().unwrap()).is_ok(),
            Noun::Plan => self
                .seen_of_thing::<Plan>(person, key.id().unwrap())
                .is_ok(),
            Noun::Job => self.seen_of_thing::<Job>(person, key.id().unwrap()).is_ok(),
            Noun::Loan => self
                .seen_of_thing::<Loan>(person, key.id().unwrap())
                .is_ok(),
            Noun::Memory => self
                .seen_of_thing::<Memory>(person, key.id().unwrap())
                .is_ok(),
            Noun::Bequest => self
                .seen_of_thing::<Bequest>(person, key.id().unwrap())
                .is_ok(),
            Noun::Incident => self.seen_incident(person, key.id().unwrap()).is_ok(),
            Noun::Report => self.seen_report(person, key.id().unwrap()).is_ok(),
            Noun::Loss => self
                .seen_of_thing::<Loss>(person, key.id().unwrap())
                .is_ok(),
            Noun::Sighting => self
                .seen_of_thing::<Sighting>(person, key.id().unwrap())
                .is_ok(),
            Noun::SavedSearch => {
                let row = self.find::<SavedSearch>(key.id().unwrap());
                row.is_some_and(|row| row.person == person.id)
            }
            Noun::Division => manager(person).is_ok(),
            Noun::Tag
            | Noun::Category
            | Noun::Household
            | Noun::Person
            | Noun::Policy
            | Noun::Round => editor(person).is_ok(),
        }
    }

    /// A change as far as somebody sees it; none when they see nothing of it.
    pub fn told(&self, person: &Person, change: &Change) -> Option<Change> {
        let mut told = change.clone();
        told.touched.retain(|touch| {
            if touch.purged {
                manager(person).is_ok()
            } else {
                self.sees_row(person, touch.key)
            }
        });
        (!told.touched.is_empty()).then_some(told)
    }
}
