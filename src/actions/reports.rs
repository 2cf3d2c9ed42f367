//! What people do with reports: each is a snapshot that is made, kept, compared with what has become of it, and removed.

mod division;
mod gathering;
mod incident;
mod papers;
mod thing;

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;

use crate::{
    access::{Editor, Viewer},
    actions::{divisions, household},
    domain::{
        blob::BlobHash,
        invalid::Invalid,
        item::{Item, ItemId},
        money::Currency,
        report::{Content, Exhibit, Report, ReportDetails, ReportId, ReportKind},
        text,
    },
    error::{Error, Result},
    media::Kept,
    store::{Expect, Row, Rows, Saved, Store},
};

/// The kinds that can be made.
pub const OFFERED: [ReportKind; 8] = [
    ReportKind::PoliceList,
    ReportKind::InsuranceClaim,
    ReportKind::Inventory,
    ReportKind::Estate,
    ReportKind::Division,
    ReportKind::Moving,
    ReportKind::Item,
    ReportKind::Sale,
];

/// What a report would say: gathered as its maker sees the archive, with nothing in it that is left out. `found` are the things
/// that a search shows, where one narrows it.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn gather(
    rows: &impl Rows,
    editor: &Editor,
    details: &ReportDetails,
    found: Option<&[ItemId]>,
    today: Date,
) -> Result<Content> {
    check(rows, editor.viewer(), details)?.or(())?;
    let content = gathering::Gathering::new(rows, editor, details, today)?.gather(found)?;
    Ok(content.without(details))
}

/// What cannot be taken, by field: what it is about has to be there for whoever makes it.
fn check(rows: &impl Rows, viewer: &Viewer, details: &ReportDetails) -> Result<Invalid> {
    let mut invalid = details.check();
    if let Some(incident) = details.incident {
        let is_there = is_live(viewer.incident(rows, incident))?;
        if !is_there {
            invalid.push("incident", "error-gone");
        }
    }
    if let Some(division) = details.division {
        let is_there = match viewer.manager() {
            Ok(manager) => is_live(divisions::one(rows, &manager, division))?,
            Err(_) => false,
        };
        if !is_there {
            invalid.push("division", "error-gone");
        }
    }
    if let Some(item) = details.item {
        let is_there = is_live(viewer.item(rows, item))?;
        if !is_there {
            invalid.push("item", "error-gone");
        }
    }
    if let Some(place) = details.place {
        let is_there = is_live(viewer.place(rows, place))?;
        if !is_there {
            invalid.push("place", "error-place-gone");
        }
    }
    Ok(invalid)
}

fn is_live<T>(found: Result<Row<T>>) -> Result<bool> {
    match found {
        Ok(row) => Ok(row.binned.is_none()),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The currencies beside the household's own that somebody sees amounts of things in: what a report may need rates for.
pub fn foreign_currencies(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Currency>> {
    let own = household::current(rows)?.currency;
    let mut foreign = HashSet::new();
    rows.each(None, |item: Row<Item>| {
        let details = &item.details;
        let amounts = [details.acquired.price, details.value, details.new_price];
        let others = amounts.into_iter().flatten().map(|money| money.currency);
        let others: HashSet<_> = others.filter(|currency| *currency != own).collect();
        if !others.is_subset(&foreign) && item.binned.is_none() && viewer.sees(rows, &item)? {
            foreign.extend(others);
        }
        Ok(true)
    })?;
    let mut foreign: Vec<_> = foreign.into_iter().collect();
    foreign.sort_by_key(|currency| currency.code());
    Ok(foreign)
}

/// Keeps a report that says `content`, whose bytes are kept already. Its number is given once.
///
/// # Errors
/// Those of the store.
pub fn keep(
    store: &Store,
    editor: &Editor,
    mut details: ReportDetails,
    content: &Content,
    kept: &Kept,
) -> Result<Saved<Row<Report>>> {
    let clock = store.clock();
    details.search = text::line(&details.search);
    let files = files(content);
    store.write(Some(editor.person()), "report-add", |tx| {
        let report = Report {
            id: clock.id(),
            number: tx.next_report()?,
            made: tx.stamp().at,
            day: tx.today(),
            by: Some(editor.person()),
            details,
            content: kept.hash(),
            files,
        };
        tx.put(report, Expect::Any)
    })
}

/// The files that a report shows, each once.
fn files(content: &Content) -> Vec<BlobHash> {
    let entries = content.entries.iter().flat_map(|entry| &entry.photos);
    let told = content.passages.iter().flat_map(|told| &told.photos);
    let papers = content.papers.iter().map(|paper| &paper.exhibit);
    let exhibits = entries.chain(told).chain(papers);
    let files: BTreeSet<_> = exhibits.map(|exhibit: &Exhibit| exhibit.blob).collect();
    files.into_iter().collect()
}

/// Puts a report into the bin. It never changes, so nobody can have seen another version.
pub fn remove(store: &Store, editor: &Editor, id: ReportId) -> Result<Saved<Row<Report>>> {
    store.write(Some(editor.person()), "report-remove", |tx| {
        editor.report(tx, id)?;
        tx.bin(id)
    })
}

/// Takes a report out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: ReportId) -> Result<Saved<Row<Report>>> {
    store.write(Some(editor.person()), "report-restore", |tx| {
        editor.report(tx, id)?;
        tx.restore(id)
    })
}

/// The reports that somebody sees, outside the bin, the latest first.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Report>>> {
    let mut reports: Vec<Row<Report>> = rows.all()?;
    reports.retain(|row| viewer.sees_report(row));
    reports.sort_by_key(|row| std::cmp::Reverse(row.number));
    Ok(reports)
}

/// The things in a report that have been changed since it was made, or are gone, as far as somebody sees them; those
/// that they do not see any more are told of by nothing.
pub fn changed_since(
    rows: &impl Rows,
    viewer: &Viewer,
    content: &Content,
) -> Result<Vec<Row<Item>>> {
    let mut changed = Vec::new();
    for entry in &content.entries {
        if let Some(item) = rows.find::<Item>(entry.item)?
            && viewer.sees(rows, &item)?
            && (item.revision.get() != entry.revision || item.binned.is_some())
        {
            changed.push(item);
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests;
