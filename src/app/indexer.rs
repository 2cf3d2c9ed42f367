//! The follower that keeps the index: reads the change log from where it left off, and tells what each thing is now.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
    time::Duration,
};

use tokio::{runtime::Handle, sync::watch};
use uuid::Uuid;

use super::{App, stopped};
use crate::{
    access::audience,
    actions::{attachments, household, places},
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        category::{Category, CategoryId},
        dates::PartialDate,
        item::{Item, ItemId, Location},
        lang::Lang,
        money::Currency,
        number::Number,
        person::{Person, PersonId},
        place::{Place, PlaceId},
        query::State,
        tag::{Tag, TagId},
    },
    error::{Error, Result},
    index::{Change, Entry},
    store::{Noun, Relation, Row, Rows, Touch},
};

/// How long nothing must happen before the index gives back its memory and is marked whole.
const IDLE: Duration = Duration::from_secs(10);
/// How long to wait after a failure, such as a full disk, before trying again.
const RETRY: Duration = Duration::from_secs(5);
/// How many changes are taken in one go: more than wait in daily life, fewer than fill the memory.
const BATCH: usize = 2_000;

/// Follows the change log until told to stop.
pub(super) async fn follow(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut newest = app.store.follow();
    loop {
        let upto = *newest.borrow_and_update();
        let mut wait = IDLE;
        if app.index.indexed() != upto {
            let task = Arc::clone(&app);
            let handle = Handle::current();
            let outcome = tokio::task::spawn_blocking(move || catch_up(&task, &handle)).await;
            match outcome {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::warn!(%error, "the index could not follow; trying again");
                    wait = RETRY;
                }
                Err(error) => {
                    tracing::error!(%error, "the index follower failed; trying again");
                    wait = RETRY;
                }
            }
        }
        tokio::select! {
            () = stopped(&mut stop) => break,
            _ = newest.changed() => {}
            () = tokio::time::sleep(wait) => rest(&app).await,
        }
    }
    rest(&app).await;
}

async fn rest(app: &Arc<App>) {
    let index = Arc::clone(&app.index);
    let rested = tokio::task::spawn_blocking(move || index.rest()).await;
    if let Err(error) = rested.map_err(Error::internal).and_then(|rested| rested) {
        tracing::warn!(%error, "the index could not be closed; it will be built again");
    }
}

fn catch_up(app: &App, handle: &Handle) -> Result<()> {
    loop {
        let reader = app.store.read()?;
        let from = app.index.indexed();
        let newest = reader.newest_change()?;
        if from == newest {
            return Ok(());
        }
        if from > newest {
            // The archive was put back to an earlier day: what the index knows has not happened.
            app.index.clear()?;
            continue;
        }
        let changes = reader.changes_after(from, BATCH)?;
        let upto = changes.last().map_or(newest, |change| change.number);
        let mut teller = Teller::new(app, handle, &reader)?;
        // From nothing, every thing is told once; what was purged is not there to be told.
        let (told, upto) = if from == 0 {
            (teller.everything()?, newest)
        } else {
            let mut items = BTreeSet::new();
            for touch in changes.iter().flat_map(|change| &change.touched) {
                concerned(&reader, touch, &mut items)?;
            }
            (
                items
                    .into_iter()
                    .map(|id| teller.tell(id))
                    .collect::<Result<_>>()?,
                upto,
            )
        };
        app.index.apply(told, upto)?;
    }
}

/// The things whose entry says something of a row that was touched.
fn concerned(rows: &impl Rows, touch: &Touch, items: &mut BTreeSet<ItemId>) -> Result<()> {
    match touch.key.noun {
        Noun::Item => {
            if let Some(id) = touch.key.id::<Item>() {
                with_contents(rows, id, items)?;
            }
        }
        Noun::Place => {
            if let Some(id) = touch.key.id::<Place>() {
                for place in places::branch(rows, id)? {
                    for item in rows.referring_to::<Item, _>(Relation::In, place)? {
                        with_contents(rows, item, items)?;
                    }
                }
            }
        }
        Noun::Attachment => concerned_by_attachment(rows, touch, items)?,
        Noun::Tag => {
            if let Some(id) = touch.key.id::<Tag>() {
                items.extend(rows.referring_to::<Item, _>(Relation::Tagged, id)?);
            }
        }
        Noun::Category => {
            if let Some(id) = touch.key.id::<Category>() {
                items.extend(rows.referring_to::<Item, _>(Relation::Of, id)?);
                for inner in rows.referring_to::<Category, _>(Relation::Of, id)? {
                    items.extend(rows.referring_to::<Item, _>(Relation::Of, inner)?);
                }
            }
        }
        Noun::Person => {
            if let Some(id) = touch.key.id::<Person>() {
                items.extend(rows.referring_to::<Item, _>(Relation::Owned, id)?);
            }
            // Who the owners are decides who sees what is private to those who have left.
            rows.each(None, |row: Row<Item>| {
                if row.details.private {
                    items.insert(row.id);
                }
                Ok(true)
            })?;
        }
        Noun::Household => {
            rows.each(None, |row: Row<Item>| {
                items.insert(row.id);
                Ok(true)
            })?;
        }
        Noun::SavedSearch => {}
    }
    Ok(())
}

fn concerned_by_attachment(
    rows: &impl Rows,
    touch: &Touch,
    items: &mut BTreeSet<ItemId>,
) -> Result<()> {
    let Some(id) = touch.key.id::<Attachment>() else {
        return Ok(());
    };
    let mut versions = Vec::new();
    versions.extend(rows.find(id)?);
    if let Some(before) = touch.before {
        versions.extend(rows.version(id, before)?);
    }
    for version in versions {
        if let Bearer::Item(item) = version.of {
            items.insert(item);
        }
    }
    Ok(())
}

/// A thing and what lies in it: its name is among their words, and who sees it may see them.
fn with_contents(rows: &impl Rows, id: ItemId, items: &mut BTreeSet<ItemId>) -> Result<()> {
    if items.insert(id) {
        for inner in rows.referring_to::<Item, _>(Relation::In, id)? {
            with_contents(rows, inner, items)?;
        }
    }
    Ok(())
}

/// Tells the index what things are, remembering the rows that many of them share.
struct Teller<'a, R> {
    app: &'a App,
    handle: &'a Handle,
    rows: &'a R,
    currency: Currency,
    places: HashMap<PlaceId, (Vec<Uuid>, Vec<String>)>,
    tags: HashMap<TagId, String>,
    people: HashMap<PersonId, String>,
    categories: HashMap<CategoryId, (Vec<Uuid>, Vec<String>)>,
}

impl<'a, R: Rows> Teller<'a, R> {
    fn new(app: &'a App, handle: &'a Handle, rows: &'a R) -> Result<Self> {
        let currency = household::current(rows)?.currency;
        Ok(Self {
            app,
            handle,
            rows,
            currency,
            places: HashMap::new(),
            tags: HashMap::new(),
            people: HashMap::new(),
            categories: HashMap::new(),
        })
    }

    fn everything(&mut self) -> Result<Vec<Change>> {
        let mut ids = Vec::new();
        self.rows.each(None, |row: Row<Item>| {
            ids.push(row.id);
            Ok(true)
        })?;
        ids.into_iter().map(|id| self.tell(id)).collect()
    }

    fn tell(&mut self, id: ItemId) -> Result<Change> {
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
        entry.shown_to = audience::of_item(self.rows, &row)?;
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
        self.locate(&row, &mut entry)?;
        self.attach(id, &mut entry)?;
        Ok(Change::Put(Box::new(entry)))
    }

    fn locate(&mut self, item: &Item, entry: &mut Entry) -> Result<()> {
        let around = audience::containers(self.rows, item)?;
        let mut location = item.details.location;
        for container in around {
            if let Some(row) = self.rows.find::<Item>(container)? {
                location = row.details.location;
                // The name of a private container must not lead anybody to it.
                if !row.details.private {
                    entry.container_names.push(row.body.details.name);
                }
            }
        }
        if let Location::Place(place) = location {
            (entry.places, entry.place_names) = self.place(place)?;
        }
        Ok(())
    }

    fn attach(&self, id: ItemId, entry: &mut Entry) -> Result<()> {
        for attachment in attachments::list(self.rows, Bearer::Item(id))? {
            match attachment.kind {
                AttachmentKind::Photo => entry.has_photo = true,
                AttachmentKind::Document => {
                    entry.has_document = true;
                    match self.handle.block_on(self.app.media.text(attachment.blob)) {
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
