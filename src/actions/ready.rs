//! Whether the household is ready for the day its things are gone, as far as somebody sees: a share of what they are worth.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{
    household, policies, receipts,
    reminders::valued_until,
    reports, rounds,
    totals::{is_in_use, worth},
};
use crate::{
    access::Viewer,
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        item::{Item, ItemId},
        money::Money,
        readiness::{Besides, Case, Evidence, Measured, Readiness, measure},
        report::{Report, ReportKind},
        round::Round,
        warranty::Warranty,
    },
    error::Result,
    store::{Row, Rows},
};

/// What answers the five questions that a burglary asks.
#[derive(Debug)]
pub struct Ready {
    /// What the things say, and the first of them to document.
    pub readiness: Readiness<ItemId>,
    /// The latest list of all there is.
    pub list: Option<Row<Report>>,
    /// What counts besides the things.
    pub besides: Besides,
    /// The inventory round that goes on, or else the last that was ended.
    pub round: Option<Row<Round>>,
}

/// How ready somebody sees the household to be, on a day. Guests, who are told of no money, see nothing.
pub fn of(rows: &impl Rows, viewer: &Viewer, today: Date) -> Result<Ready> {
    let list = latest(reports::list(rows, viewer)?);
    let things = things(rows, viewer, list.as_ref(), today)?;
    let home = household::current(rows)?.currency;
    let besides = besides(rows, viewer)?;
    Ok(Ready {
        readiness: measure(&things, home, besides),
        list,
        besides,
        round: round(rows, viewer)?,
    })
}

/// The things in use that somebody sees, gone through once.
fn things(
    rows: &impl Rows,
    viewer: &Viewer,
    list: Option<&Row<Report>>,
    today: Date,
) -> Result<Vec<Measured<ItemId>>> {
    let mut things = Vec::new();
    if viewer.editor().is_err() {
        return Ok(things);
    }
    let papers = Papers::seen(rows, viewer)?;
    rows.each(None, |item: Row<Item>| {
        if is_in_use(&item) && viewer.sees(rows, &item)? {
            things.push(Measured {
                id: item.id,
                worth: worth(&item).or_else(|| paid(&item)),
                case: papers.case(&item, today),
                listed: list.is_some_and(|list| is_told(list, &item)),
            });
        }
        Ok(true)
    })?;
    Ok(things)
}

/// What the archive knows of policies and of backups: of these nothing yet.
fn besides(rows: &impl Rows, viewer: &Viewer) -> Result<Besides> {
    if viewer.editor().is_err() {
        return Ok(Besides::default());
    }
    Ok(Besides {
        policies: policies::all(rows)?.len(),
        backup: false,
    })
}

fn round(rows: &impl Rows, viewer: &Viewer) -> Result<Option<Row<Round>>> {
    if viewer.editor().is_err() {
        return Ok(None);
    }
    Ok(rounds::open(rows)?.or(rounds::last(rows)?))
}

/// The latest of these that tells of all there is, and not of one place, person, category or search.
fn latest(reports: Vec<Row<Report>>) -> Option<Row<Report>> {
    reports.into_iter().find(|report| {
        let asked = &report.details;
        asked.kind == ReportKind::Inventory
            && asked.place.is_none()
            && asked.person.is_none()
            && asked.category.is_none()
            && asked.search.is_empty()
    })
}

/// Whether a list says what is still true of a thing: it is in it, and nobody has changed it since.
fn is_told(list: &Report, item: &Row<Item>) -> bool {
    let is_in = list.details.include_private || !item.details.private;
    is_in && item.changed.at <= list.made
}

/// What was paid for a thing, all of its pieces.
fn paid(item: &Item) -> Option<Money> {
    let pieces = i64::from(item.details.quantity.get());
    let each = item.details.acquired.price?;
    Some(Money::new(each.minor.saturating_mul(pieces), each.currency))
}

/// The things that pictures and papers speak for. Each noun is gone through once, rather than asked about each thing.
#[derive(Default)]
struct Papers {
    photographed: HashSet<ItemId>,
    proved: HashSet<ItemId>,
}

impl Papers {
    /// A thing is proved by a receipt that they see, by a guarantee that has such a receipt, or by a document of its own: sound
    /// and films prove nothing.
    fn seen(rows: &impl Rows, viewer: &Viewer) -> Result<Self> {
        let mut papers = Self::default();
        let mut receipts = HashSet::new();
        for row in receipts::list(rows, viewer)? {
            receipts.insert(row.id);
            papers.proved.extend(row.details.items());
        }
        rows.each(None, |row: Row<Warranty>| {
            let proof = row.details.proof;
            if row.binned.is_none() && proof.is_some_and(|proof| receipts.contains(&proof)) {
                papers.proved.insert(row.item);
            }
            Ok(true)
        })?;
        rows.each(None, |row: Row<Attachment>| {
            if row.binned.is_none()
                && let Bearer::Item(item) = row.of
            {
                if row.kind == AttachmentKind::Photo {
                    papers.photographed.insert(item);
                } else if !is_recording(&row) {
                    papers.proved.insert(item);
                }
            }
            Ok(true)
        })?;
        Ok(papers)
    }

    /// What speaks for a thing on a day.
    fn case(&self, item: &Item, today: Date) -> Case {
        let is_valued = valued_until(item).is_some_and(|until| today < until);
        Case::default()
            .with(Evidence::Photo, self.photographed.contains(&item.id))
            .with(Evidence::Identifier, !item.details.identifiers.is_empty())
            .with(Evidence::Proof, self.proved.contains(&item.id))
            .with(Evidence::Value, is_valued)
    }
}

fn is_recording(attachment: &Attachment) -> bool {
    let kind = attachment.media_type.split('/').next();
    matches!(kind, Some("audio" | "video"))
}

#[cfg(test)]
mod tests;
