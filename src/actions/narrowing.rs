//! Which of the household's things are meant: those in a place, of a category, of an owner, or that a search shows.

use std::collections::HashSet;

use super::{places, whereabouts::Whereabouts};
use crate::{
    domain::{
        category::{Category, CategoryId},
        item::{Item, ItemId},
        person::PersonId,
        place::PlaceId,
    },
    error::Result,
    store::Rows,
};

/// Which things somebody asks for: what holds for all of these; everything where none is said.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// In this place or anywhere beneath it.
    pub place: Option<PlaceId>,
    /// Owned by this person, alone or with others.
    pub person: Option<PersonId>,
    /// Of this category or one of its children.
    pub category: Option<CategoryId>,
    /// Among these: what a search shows, or what somebody picked.
    pub found: Option<Vec<ItemId>>,
    /// Also what only its owners see.
    pub include_private: bool,
}

/// The same, looked up.
pub(super) struct Narrowing {
    places: Option<HashSet<PlaceId>>,
    categories: Option<HashSet<CategoryId>>,
    person: Option<PersonId>,
    found: Option<HashSet<ItemId>>,
    include_private: bool,
}

impl Narrowing {
    pub(super) fn of(rows: &impl Rows, wanted: &Wanted) -> Result<Self> {
        let places = match wanted.place {
            Some(place) => Some(places::branch(rows, place)?.into_iter().collect()),
            None => None,
        };
        let categories = match wanted.category {
            Some(category) => {
                let all = rows.all::<Category>()?.into_iter();
                let inner = all.filter(|row| row.parent == Some(category));
                Some(inner.map(|row| row.id).chain([category]).collect())
            }
            None => None,
        };
        let found = wanted.found.as_ref();
        Ok(Self {
            places,
            categories,
            person: wanted.person,
            found: found.map(|found| found.iter().copied().collect()),
            include_private: wanted.include_private,
        })
    }

    /// Whether a thing may be meant: what only its owners see is not, unless somebody says so.
    pub(super) const fn opens(&self, item: &Item) -> bool {
        !item.details.private || self.include_private
    }

    /// Whether a thing is meant, wherever it may be seen.
    pub(super) fn takes(
        &self,
        whereabouts: &mut Whereabouts<'_, impl Rows>,
        item: &Item,
    ) -> Result<bool> {
        let details = &item.details;
        if let Some(found) = &self.found
            && !found.contains(&item.id)
        {
            return Ok(false);
        }
        if let Some(person) = self.person
            && !details.owners.iter().any(|share| share.person == person)
        {
            return Ok(false);
        }
        if let Some(categories) = &self.categories
            && !details
                .category
                .is_some_and(|category| categories.contains(&category))
        {
            return Ok(false);
        }
        let Some(places) = &self.places else {
            return Ok(true);
        };
        let place = whereabouts.place_of(details.location)?;
        Ok(place.is_some_and(|place| places.contains(&place)))
    }
}
