//! The follower that keeps the index: reads the change log from where it left off, and tells what each thing is now.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use tokio::{runtime::Handle, sync::watch};

use super::{App, stopped, teller::Teller};
use crate::{
    actions::places,
    domain::{
        attachment::{Attachment, Bearer},
        category::Category,
        item::{Item, ItemId},
        person::Person,
        place::Place,
        tag::Tag,
    },
    error::{Error, Result},
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
        let told = items.into_iter().map(|id| teller.tell(id));
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
        Noun::Household => everything(rows, items)?,
        Noun::SavedSearch => {}
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
