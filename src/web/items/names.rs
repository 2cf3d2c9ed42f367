//! What the list calls places, categories, tags and people: looked up once for each page.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;

use crate::{
    access::Viewer,
    actions::{categories, household},
    domain::{
        category::Category, id::Id, lang::Lang, person::Person, person::Role, place::Place,
        tag::Tag,
    },
    error::{Error, Result},
    store::{Row, Rows},
};

/// The names as one of the household last read them: the same for all of them, until something changes.
#[derive(Clone, Default)]
pub(super) struct Known(Arc<Mutex<Option<Read>>>);

/// The names as of a change, in a language.
type Read = (u64, Lang, Arc<Names>);

impl Known {
    /// The names as the reader sees them in this snapshot.
    pub(super) fn names(
        &self,
        rows: &impl Rows,
        viewer: &Viewer,
        lang: Lang,
    ) -> Result<Arc<Names>> {
        if viewer.role() == Role::Guest {
            return Names::read(rows, viewer, lang).map(Arc::new);
        }
        let change = rows.newest_change()?;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock()
            .as_ref()
            .and_then(|(at, of, names)| (*at == change && *of == lang).then(|| Arc::clone(names)));
        if let Some(names) = known {
            return Ok(names);
        }
        let names = Arc::new(Names::read(rows, viewer, lang)?);
        *lock() = Some((change, lang, Arc::clone(&names)));
        Ok(names)
    }
}

/// The names of everything that a filter, a column or a form may speak of, as far as the reader sees it.
pub(super) struct Names {
    lang: Lang,
    places: Vec<Row<Place>>,
    categories: Vec<Row<Category>>,
    tags: Vec<Row<Tag>>,
    people: Vec<Row<Person>>,
    place_at: HashMap<Uuid, usize>,
    category_at: HashMap<Uuid, usize>,
    tag_at: HashMap<Uuid, usize>,
    person_at: HashMap<Uuid, usize>,
}

impl Names {
    /// Every name that the reader sees, in their language.
    pub(super) fn read(rows: &impl Rows, viewer: &Viewer, lang: Lang) -> Result<Self> {
        let mut places = rows.all::<Place>()?;
        if viewer.role() == Role::Guest {
            let mut seen = Vec::new();
            for place in places {
                match viewer.place(rows, place.id) {
                    Ok(place) => seen.push(place),
                    Err(Error::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
            places = seen;
        }
        places.sort_by_cached_key(|place| place.details.name.to_lowercase());
        let mut tags = rows.all::<Tag>()?;
        tags.sort_by_cached_key(|tag| tag.name.to_lowercase());
        let categories = categories::ordered(rows)?;
        let people = household::people(rows)?;
        Ok(Self {
            lang,
            place_at: positions(&places, |row| row.id),
            category_at: positions(&categories, |row| row.id),
            tag_at: positions(&tags, |row| row.id),
            person_at: positions(&people, |row| row.id),
            places,
            categories,
            tags,
            people,
        })
    }

    /// The categories, each top one before what is in it.
    pub(super) fn categories(&self) -> &[Row<Category>] {
        &self.categories
    }

    /// The tags, by name.
    pub(super) fn tags(&self) -> &[Row<Tag>] {
        &self.tags
    }

    /// The people of the household, owners first.
    pub(super) fn people(&self) -> &[Row<Person>] {
        &self.people
    }

    /// What a place is called.
    pub(super) fn place(&self, id: Uuid) -> Option<&str> {
        let place = self.places.get(*self.place_at.get(&id)?)?;
        Some(&place.details.name)
    }

    /// The place around a place, if it is one that the reader sees.
    pub(super) fn around(&self, id: Uuid) -> Option<Uuid> {
        let place = self.places.get(*self.place_at.get(&id)?)?;
        let parent = place.details.parent?.uuid();
        self.place_at.contains_key(&parent).then_some(parent)
    }

    /// A place with the places around it, itself first.
    pub(super) fn outwards(&self, id: Uuid) -> Vec<Uuid> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| !path.contains(id)) {
            path.push(id);
            next = self.around(id);
        }
        path
    }

    /// The places right inside a place, or the homes, by name.
    pub(super) fn inside(&self, around: Option<Uuid>) -> impl Iterator<Item = Uuid> {
        let ids = self.places.iter().map(|place| place.id.uuid());
        ids.filter(move |id| self.around(*id) == around)
    }

    /// What a category is called.
    pub(super) fn category(&self, id: Uuid) -> Option<&str> {
        let category = self.categories.get(*self.category_at.get(&id)?)?;
        Some(category.name(self.lang))
    }

    /// The top category that a category belongs to; none for a top one.
    pub(super) fn category_around(&self, id: Uuid) -> Option<Uuid> {
        let category = self.categories.get(*self.category_at.get(&id)?)?;
        category.parent.map(Id::uuid)
    }

    /// What a tag is called.
    pub(super) fn tag(&self, id: Uuid) -> Option<&str> {
        Some(&self.tags.get(*self.tag_at.get(&id)?)?.name)
    }

    /// What a person is called.
    pub(super) fn person(&self, id: Uuid) -> Option<&str> {
        Some(&self.people.get(*self.person_at.get(&id)?)?.name)
    }
}

fn positions<T, N>(rows: &[Row<T>], id: impl Fn(&T) -> Id<N>) -> HashMap<Uuid, usize> {
    let ids = rows.iter().map(|row| id(row).uuid());
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}
