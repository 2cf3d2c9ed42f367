//! What the index is told about a thing: everything that it is found, filtered and sorted by.

use std::collections::HashMap;

use tokio::runtime::Handle;
use uuid::Uuid;

use super::receipts::read_on_pages;
use crate::{
    access::audience,
    actions::{attachments, household, jobs, memories, places, receipts},
    domain::{
        attachment::{AttachmentKind, Bearer},
        category::{Category, CategoryId},
        dates::PartialDate,
        id::Id,
        item::{Item, ItemId, Location},
        job::JobDetails,
        lang::Lang,
        memory::MemoryDetails,
        money::Currency,
        number::Number,
        person::{Person, PersonId},
        place::PlaceId,
        query::State,
        sight::Audience,
        tag::{Tag, TagId},
    },
    error::Result,
    index::{Change, Entry, Glimpse},
    media::Media,
    store::{Row, Rows},
};

/// Tells the index what things are, remembering the rows that many of them share.
pub(super) struct Teller<'a, R> {
    media: &'a Media,
    handle: &'a Handle,
    rows: &'a R,
    currency: Currency,
    places: HashMap<PlaceId, (Vec<Uuid>, Vec<String>)>,
    shown: HashMap<PlaceId, Vec<Audience>>,
    tags: HashMap<TagId, String>,
    people: HashMap<PersonId, String>,
    categories: HashMap<CategoryId, (Vec<Uuid>, Vec<String>)>,
}

impl<'a, R: Rows> Teller<'a, R> {
    /// Somebody who tells from this snapshot.
    pub(super) fn new(media: &'a Media, handle: &'a Handle, rows: &'a R) -> Result<Self> {
        let currency = household::current(rows)?.currency;
        Ok(Self {
            media,
            handle,
            rows,
            currency,
            places: HashMap::new(),
            shown: HashMap::new(),
            tags: HashMap::new(),
            people: HashMap::new(),
            categories: HashMap::new(),
        })
    }

    /// What a thing is now, or that it is gone.
    pub(super) fn tell(&mut self, id: ItemId) -> Result<Change> {
        let Some(row) = self.rows.find::<Item>(id)? else {
            return Ok(Change::Remove(id.uuid()));
        };
        let details = &row.details;
        let number = row.number.map_or(0, Number::get);
        let mut entry = Entry::new(id.uuid(), number, &details.name, row.created.at);
        entry.state = state(&row);
        entry.description.clone_from(&details.description);
        entry.notes.clone_from(&details.notes);
        entry.maker.clone_from(&details.maker);
        entry.model.clone_from(&details.model);
        entry.colour.clone_from(&details.colour);
        entry.from_whom.clone_from(&details.acquired.from);
        entry.identifiers = details
            .identifiers
            .iter()
            .map(|identifier| identifier.text().to_owned())
            .collect();
        entry.own_fields = details
            .fields
            .iter()
            .map(|field| format!("{} {}", field.name, field.value.plain()))
            .collect();
        entry.quantity = details.quantity.get();
        entry.value = details
            .value
            .filter(|value| value.currency == self.currency)
            .map(|value| {
                value
                    .minor
                    .saturating_mul(i64::from(details.quantity.get()))
            });
        entry.acquired = details.acquired.on.map(PartialDate::first_day);
        entry.changed = row.changed.at;
        entry.insured = details.insured;
        entry.shown_to = self.shown_to(&row)?;
        for tag in &details.tags {
            entry.tags.push((tag.uuid(), self.tag(*tag)?));
        }
        for share in &details.owners {
            entry
                .owners
                .push((share.person.uuid(), self.person(share.person)?));
        }
        if let Some(category) = details.category {
            (entry.categories, entry.category_names) = self.category(category)?;
        }
        self.attach(id, &mut entry)?;
        self.remember(id, &mut entry)?;
        self.keep_up(id, &mut entry)?;
        self.prove(id, &mut entry)?;
        self.locate(&row, &mut entry)?;
        Ok(Change::Put(Box::new(entry)))
    }

    /// Who sees a thing: those who see its place, where it has nobody and nothing of its own.
    fn shown_to(&mut self, item: &Item) -> Result<Vec<Audience>> {
        let details = &item.details;
        let Location::Place(place) = details.location else {
            return audience::of_item(self.rows, item);
        };
        if details.private || !details.guests.is_empty() {
            return audience::of_item(self.rows, item);
        }
        self.place_shown_to(place)
    }

    fn place_shown_to(&mut self, place: PlaceId) -> Result<Vec<Audience>> {
        if let Some(known) = self.shown.get(&place) {
            return Ok(known.clone());
        }
        let shown = audience::of_place(self.rows, place)?;
        Ok(self.shown.entry(place).or_insert(shown).clone())
    }

    fn locate(&mut self, item: &Item, entry: &mut Entry) -> Result<()> {
        let around = audience::containers(self.rows, item)?;
        let mut containers = Vec::new();
        let mut location = item.details.location;
        for container in around {
            if let Some(row) = self.rows.find::<Item>(container)? {
                location = row.details.location;
                // The name of a private container must not lead anybody to it.
                if !row.details.private {
                    entry.container_names.push(row.details.name.clone());
                    containers.push(row);
                }
            }
        }
        if let Location::Place(place) = location {
            (entry.places, entry.place_names) = self.place(place)?;
        }
        self.keep_from_guests(&containers, entry)
    }

    /// Leaves each guest only what is around the thing and shared with them too: names that they may not see must not
    /// lead them to it either.
    fn keep_from_guests(&mut self, containers: &[Row<Item>], entry: &mut Entry) -> Result<()> {
        for guest in entry.shown_to.clone() {
            if !matches!(guest, Audience::Guest(_)) {
                continue;
            }
            let glimpse = self.glimpse(guest, containers, entry)?;
            let whole = entry.log.is_empty()
                && entry.receipts.is_empty()
                && glimpse.places.len() == entry.places.len()
                && glimpse.container_names.len() == entry.container_names.len();
            if whole {
                continue;
            }
            entry.shown_to.retain(|audience| *audience != guest);
            let same = entry.glimpses.iter_mut().find(|known| {
                known.places == glimpse.places && known.container_names == glimpse.container_names
            });
            match same {
                Some(known) => known.shown_to.push(guest),
                None => entry.glimpses.push(glimpse),
            }
        }
        Ok(())
    }

    /// What a guest sees around a thing.
    fn glimpse(
        &mut self,
        guest: Audience,
        containers: &[Row<Item>],
        entry: &Entry,
    ) -> Result<Glimpse> {
        let mut glimpse = Glimpse {
            shown_to: vec![guest],
            ..Glimpse::default()
        };
        for (id, name) in entry.places.iter().zip(&entry.place_names) {
            if self.place_shown_to(Id::from_uuid(*id))?.contains(&guest) {
                glimpse.places.push(*id);
                glimpse.place_names.push(name.clone());
            }
        }
        for container in containers {
            if self.shown_to(container)?.contains(&guest) {
                glimpse.container_names.push(container.details.name.clone());
            }
        }
        Ok(glimpse)
    }

    fn attach(&self, id: ItemId, entry: &mut Entry) -> Result<()> {
        for attachment in attachments::list(self.rows, Bearer::Item(id))? {
            match attachment.kind {
                AttachmentKind::Photo => entry.has_photo = true,
                AttachmentKind::Document => {
                    entry.has_document = true;
                    match self.handle.block_on(self.media.text(attachment.blob)) {
                        Ok(text) => entry.documents.push(text),
                        Err(error) => {
                            tracing::warn!(%error, blob = %attachment.blob, "a document's text is not searchable");
                        }
                    }
                }
            }
            entry
                .documents
                .push(format!("{} {}", attachment.file_name, attachment.caption));
        }
        Ok(())
    }

    /// Whoever sees a thing sees its stories, so all that see the entry may find it by them.
    fn remember(&self, id: ItemId, entry: &mut Entry) -> Result<()> {
        for memory in memories::of_item(self.rows, id)? {
            let MemoryDetails {
                title,
                text,
                people,
                place,
                ..
            } = memory.body.details;
            entry.stories.extend([title, text, place]);
            entry.stories.extend(people);
        }
        Ok(())
    }

    fn keep_up(&self, id: ItemId, entry: &mut Entry) -> Result<()> {
        for job in jobs::of_item(self.rows, id)? {
            let JobDetails { what, by, note, .. } = job.body.details;
            entry.log.extend([what, by, note]);
        }
        Ok(())
    }

    /// The words of its receipts, but for those that not all of the household see: they must not lead anybody to what was paid.
    fn prove(&self, id: ItemId, entry: &mut Entry) -> Result<()> {
        for receipt in receipts::open_to_all(self.rows, id)? {
            let read = read_on_pages(self.rows, self.media, receipt.id)?;
            entry.receipts.extend(read);
            entry.log.extend(receipt.details.texts().map(str::to_owned));
        }
        Ok(())
    }

    fn place(&mut self, id: PlaceId) -> Result<(Vec<Uuid>, Vec<String>)> {
        if let Some(known) = self.places.get(&id) {
            return Ok(known.clone());
        }
        let path = places::path(self.rows, id)?;
        let ids = path.iter().map(|place| place.id.uuid()).collect();
        let names = path
            .into_iter()
            .map(|place| place.body.details.name)
            .collect();
        Ok(self.places.entry(id).or_insert((ids, names)).clone())
    }

    fn category(&mut self, id: CategoryId) -> Result<(Vec<Uuid>, Vec<String>)> {
        if let Some(known) = self.categories.get(&id) {
            return Ok(known.clone());
        }
        let mut ids = Vec::new();
        let mut names = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| !ids.contains(&id.uuid())) {
            ids.push(id.uuid());
            let row = self.rows.find::<Category>(id)?;
            names.extend(
                row.iter()
                    .flat_map(|row| Lang::ALL.map(|lang| row.name(lang).to_owned())),
            );
            next = row.and_then(|row| row.parent);
        }
        Ok(self.categories.entry(id).or_insert((ids, names)).clone())
    }

    fn tag(&mut self, id: TagId) -> Result<String> {
        if !self.tags.contains_key(&id) {
            let name = self
                .rows
                .find::<Tag>(id)?
                .map_or_else(String::new, |row| row.body.name);
            self.tags.insert(id, name);
        }
        Ok(self.tags.get(&id).cloned().unwrap_or_default())
    }

    fn person(&mut self, id: PersonId) -> Result<String> {
        if !self.people.contains_key(&id) {
            let name = self
                .rows
                .find::<Person>(id)?
                .map_or_else(String::new, |row| row.body.name);
            self.people.insert(id, name);
        }
        Ok(self.people.get(&id).cloned().unwrap_or_default())
    }
}

fn state(row: &Row<Item>) -> State {
    if row.binned.is_some() {
        State::Binned
    } else if row.is_template() {
        State::Template
    } else if row.archived.is_some() {
        State::Archived
    } else if row.is_nameless() {
        State::Nameless
    } else {
        State::Active
    }
}
