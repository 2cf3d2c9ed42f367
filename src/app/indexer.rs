//! The follower that keeps the index: reads the change log from where it left off, and tells what each thing is now.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use super::teller::Teller;
use crate::{
    access::OfThing,
    actions::places,
    domain::{
        attachment::{Attachment, Bearer},
        blob::BlobHash,
        category::Category,
        id::Id,
        item::{Item, ItemId},
        job::Job,
        memory::Memory,
        person::Person,
        place::Place,
        receipt::{Receipt, ReceiptId},
        tag::Tag,
    },
    error::{Error, Result},
    index::Index,
    media::Media,
    store::{Noun, Record, Relation, Row, Rows, Store, Touch},
};

/// How long nothing must happen before the index gives back its memory and is marked whole.
const IDLE: Duration = Duration::from_secs(10);
/// How long to wait after a failure, such as a full disk, before trying again.
const RETRY: Duration = Duration::from_secs(5);
/// How many changes are taken in one go: more than wait in daily life, fewer than fill the memory.
const BATCH: usize = 2_000;

/// Keeps an index in step with an archive. Whoever holds one of the same may catch up; one does at a time.
#[derive(Clone)]
pub(super) struct Follower {
    pub(super) store: Arc<Store>,
    pub(super) media: Media,
    pub(super) index: Arc<Index>,
    pub(super) turn: Arc<Mutex<()>>,
}

/// Follows the change log until told to stop.
pub(super) async fn follow(follower: Follower, stop: CancellationToken) {
    let mut newest = follower.store.follow();
    loop {
        let upto = *newest.borrow_and_update();
        let mut wait = IDLE;
        if follower.index.indexed() != upto {
            let task = follower.clone();
            let handle = Handle::current();
            let outcome = tokio::task::spawn_blocking(move || {
                let turn = task.turn();
                task.catch_up(&turn, &handle, &mut |_, _| {})
            })
            .await;
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
            () = stop.cancelled() => break,
            _ = newest.changed() => {}
            () = tokio::time::sleep(wait) => rest(&follower.index).await,
        }
    }
    rest(&follower.index).await;
}

async fn rest(index: &Arc<Index>) {
    let index = Arc::clone(index);
    let rested = tokio::task::spawn_blocking(move || index.rest()).await;
    if let Err(error) = rested.map_err(Error::internal).and_then(|rested| rested) {
        tracing::warn!(%error, "the index could not be closed; it will be built again");
    }
}

impl Follower {
    /// Waits until nobody else catches up.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the change log from where the index left off. Tells how many things are told, of how many.
    pub(super) fn catch_up(
        &self,
        _turn: &MutexGuard<'_, ()>,
        handle: &Handle,
        told: &mut dyn FnMut(usize, usize),
    ) -> Result<()> {
        loop {
            let reader = self.store.read()?;
            let from = self.index.indexed();
            let newest = reader.newest_change()?;
            if from == newest {
                return Ok(());
            }
            if from > newest {
                // The archive was put back to an earlier day: what the index knows has not happened.
                self.index.clear()?;
                continue;
            }
            let changes = reader.changes_after(from, BATCH)?;
            let upto = changes.last().map_or(newest, |change| change.number);
            let mut teller = Teller::new(&self.media, handle, &reader)?;
            let mut items = BTreeSet::new();
            // From nothing, every thing is told once; what was purged is not there to be told.
            let upto = if from == 0 {
                everything(&reader, &mut items)?;
                newest
            } else {
                for touch in changes.iter().flat_map(|change| &change.touched) {
                    concerned(&reader, touch, &mut items)?;
                }
                upto
            };
            let of = items.len();
            let entries = items.into_iter().zip(1..).map(|(id, number)| {
                told(number, of);
                teller.tell(id)
            });
            self.index.apply(entries, upto)?;
        }
    }

    /// Tells again what the receipts prove that a file is a page of: it has been read since, and no change says so.
    pub(super) fn retell(&self, handle: &Handle, page: BlobHash) -> Result<()> {
        let turn = self.turn();
        self.catch_up(&turn, handle, &mut |_, _| {})?;
        let reader = self.store.read()?;
        let mut items = BTreeSet::new();
        for key in reader.referring(Relation::Holds, &page.bytes())? {
            if let Some(id) = key.id::<Attachment>()
                && let Some(row) = reader.find(id)?
                && let Bearer::Receipt(receipt) = row.of
            {
                items.extend(proved(&reader, receipt)?);
            }
        }
        if items.is_empty() {
            return Ok(());
        }
        let mut teller = Teller::new(&self.media, handle, &reader)?;
        let entries = items.into_iter().map(|id| teller.tell(id));
        self.index.apply(entries, self.index.indexed())
    }

    /// Builds the index again from the rows, and waits until it is on disk.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when a running index is damaged past writing; the next start of the server builds it.
    pub(super) fn begin_anew(
        &self,
        handle: &Handle,
        told: &mut dyn FnMut(usize, usize),
    ) -> Result<()> {
        let turn = self.turn();
        let built = self
            .index
            .clear()
            .and_then(|()| self.catch_up(&turn, handle, told))
            .and_then(|()| self.index.rest());
        built.map_err(|cause| {
            Error::Unavailable(format!(
                "the search index could not be built again; the next start of the server builds it: {cause}"
            ))
        })
    }
}

/// The things whose entry says something of a row that was touched.
fn concerned(rows: &impl Rows, touch: &Touch, items: &mut BTreeSet<ItemId>) -> Result<()> {
    match touch.key.noun {
        Noun::Item => {
            if let Some(id) = touch.key.id::<Item>() {
                with_contents(rows, id, items)?;
                // Whether a thing is private decides who is told of its receipts, and so of what else those prove.
                for receipt in rows.referring_to::<Receipt, _>(Relation::Proves, id)? {
                    items.extend(rows.get(receipt)?.details.items());
                }
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
        Noun::Household => everything(rows, items)?,
        Noun::Memory => items.extend(thing_of::<Memory>(rows, touch)?),
        Noun::Job => items.extend(thing_of::<Job>(rows, touch)?),
        Noun::Receipt => {
            if let Some(id) = touch.key.id::<Receipt>() {
                for version in versions(rows, id, touch)? {
                    items.extend(version.details.items());
                }
            }
        }
        // A bequest leads nobody to its thing: that would tell of it.
        Noun::SavedSearch
        | Noun::Warranty
        | Noun::Claim
        | Noun::Plan
        | Noun::Loan
        | Noun::Bequest
        | Noun::Policy
        | Noun::Division
        | Noun::Incident
        | Noun::Loss
        | Noun::Report
        | Noun::Round
        | Noun::Sighting => {}
    }
    Ok(())
}

fn everything(rows: &impl Rows, items: &mut BTreeSet<ItemId>) -> Result<()> {
    rows.each(None, |row: Row<Item>| {
        items.insert(row.id);
        Ok(true)
    })
}

fn concerned_by_attachment(
    rows: &impl Rows,
    touch: &Touch,
    items: &mut BTreeSet<ItemId>,
) -> Result<()> {
    let Some(id) = touch.key.id::<Attachment>() else {
        return Ok(());
    };
    for version in versions(rows, id, touch)? {
        match version.of {
            Bearer::Item(item) => {
                items.insert(item);
            }
            Bearer::Receipt(receipt) => items.extend(proved(rows, receipt)?),
            Bearer::Place(_)
            | Bearer::Claim(_)
            | Bearer::Job(_)
            | Bearer::Memory(_)
            | Bearer::Incident(_) => {}
        }
    }
    Ok(())
}

/// The thing that a row that was touched belongs to.
fn thing_of<T: OfThing>(rows: &impl Rows, touch: &Touch) -> Result<Option<ItemId>> {
    let Some(id) = touch.key.id::<T>() else {
        return Ok(None);
    };
    let row: Option<Row<T>> = rows.find(id)?;
    Ok(row.map(|row| row.item()))
}

/// What a row that was touched is now, and what it was before.
fn versions<T: Record>(rows: &impl Rows, id: Id<T>, touch: &Touch) -> Result<Vec<Row<T>>> {
    let mut versions = Vec::new();
    versions.extend(rows.find(id)?);
    if let Some(before) = touch.before {
        versions.extend(rows.version(id, before)?);
    }
    Ok(versions)
}

/// The things that a receipt proves.
fn proved(rows: &impl Rows, receipt: ReceiptId) -> Result<Vec<ItemId>> {
    let receipt: Option<Row<Receipt>> = rows.find(receipt)?;
    Ok(receipt.map_or_else(Vec::new, |row| row.details.items()))
}

/// A thing and what lies in it: its name is among their words, and who sees it may see them.
fn with_contents(rows: &impl Rows, id: ItemId, items: &mut BTreeSet<ItemId>) -> Result<()> {
    let (mut within, mut next) = (BTreeSet::from([id]), vec![id]);
    // Being among the things to tell says nothing of one's contents: a photo concerns a thing without them.
    while let Some(id) = next.pop() {
        for inner in rows.referring_to::<Item, _>(Relation::In, id)? {
            if within.insert(inner) {
                next.push(inner);
            }
        }
    }
    items.append(&mut within);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        actions::{
            household::{self, Claim},
            items,
        },
        clock::Clock,
        domain::{
            item::{Details, Location},
            lang::Lang,
        },
    };

    #[test]
    fn what_lies_in_a_thing_is_told_also_where_the_thing_was_told_of_already() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Clock::system()).unwrap();
        let claim = Claim {
            household: "Holm",
            name: "Anna",
            password: "hemligt123",
            lang: Lang::Sv,
        };
        let anna = household::claim(&store, &claim).unwrap().value;
        let add = |name: &str, location| {
            let mut details = Details::named(name);
            details.location = location;
            items::add(&store, &anna.editor().unwrap(), details).unwrap()
        };
        let chest = add("Kistan", Location::Unknown);
        let case = add("Etuiet", Location::Inside(chest.value.id)).value.id;
        let pearl = add("Pärlan", Location::Inside(case)).value.id;
        let chest = (chest.value.id, chest.change);
        let rows = store.read().unwrap();
        let change = rows.change(chest.1).unwrap().unwrap();
        // As when a photo of it came first.
        let mut items = BTreeSet::from([chest.0]);
        for touch in &change.touched {
            concerned(&rows, touch, &mut items).unwrap();
        }
        assert_eq!(items, BTreeSet::from([chest.0, case, pearl]));
    }
}
