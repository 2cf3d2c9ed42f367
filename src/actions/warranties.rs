//! What people do with guarantees and insurances, and what protects a thing until when.

use jiff::civil::Date;

use super::{
    items::{expect, in_use},
    receipts, rights,
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        claim::{Against, Claim},
        dates::PartialDate,
        item::{Item, ItemId},
        receipt::{Receipt, ReceiptId},
        rules::{Purpose, Right},
        text,
        warranty::{End, Span, Standing, Warranty, WarrantyDetails, WarrantyId},
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// Adds a warranty to a thing.
///
/// # Errors
/// [`Error::Invalid`] by field; [`Error::NotFound`] or [`Error::Denied`] as for the thing.
pub fn add(
    store: &Store,
    editor: &Editor,
    item: ItemId,
    details: WarrantyDetails,
) -> Result<Saved<Row<Warranty>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), "warranty-add", |tx| {
        in_use(&editor.item(tx, item)?)?;
        let details = checked(tx, editor, details, None)?;
        tx.put(Warranty { id, item, details }, Expect::Any)
    })
}

/// Changes what is said about a warranty.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: WarrantyId,
    seen: Expect,
    details: WarrantyDetails,
) -> Result<Saved<Row<Warranty>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes a warranty by a function of what it is, as the editor sees it: without a proof that is not for their eyes, which
/// stays as long as they name no other.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: WarrantyId,
    seen: Expect,
    with: impl FnOnce(&mut WarrantyDetails) -> Result<()>,
) -> Result<Saved<Row<Warranty>>> {
    store.write(Some(editor.person()), "warranty-change", |tx| {
        let present = present(tx, editor, id)?;
        let mut details = told(tx, editor.viewer(), &present)?;
        with(&mut details)?;
        let details = checked(tx, editor, details, Some(&present.details))?;
        let item = present.item;
        tx.put(Warranty { id, item, details }, seen)
    })
}

/// Puts a warranty into the bin.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: WarrantyId,
    seen: Expect,
) -> Result<Saved<Row<Warranty>>> {
    store.write(Some(editor.person()), "warranty-remove", |tx| {
        let present = editor.warranty(tx, id)?;
        expect(&present, seen)?;
        tx.bin(id)
    })
}

/// Takes a warranty out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: WarrantyId) -> Result<Saved<Row<Warranty>>> {
    store.write(Some(editor.person()), "warranty-restore", |tx| {
        editor.warranty(tx, id)?;
        tx.restore(id)
    })
}

/// A warranty that can be changed now: it and its thing are out of the bin.
fn present(rows: &impl Rows, editor: &Editor, id: WarrantyId) -> Result<Row<Warranty>> {
    let present = editor.warranty(rows, id)?;
    in_use(&present)?;
    in_use(&editor.item(rows, present.item)?)?;
    Ok(present)
}

/// What is said, tidied as every form would have to, if it can be taken. What `present` refers to already may stay.
fn checked(
    rows: &impl Rows,
    editor: &Editor,
    mut details: WarrantyDetails,
    present: Option<&WarrantyDetails>,
) -> Result<WarrantyDetails> {
    details.provider = text::line(&details.provider);
    details.terms = text::prose(&details.terms);
    details.contact = text::prose(&details.contact);
    let mut invalid = details.check();
    let proved = present.and_then(|present| present.proof);
    match (details.proof, proved) {
        (None, Some(proof)) if seen_proof(rows, editor.viewer(), proof)?.is_none() => {
            details.proof = proved;
        }
        (Some(proof), _) if details.proof != proved => {
            let receipt = seen_proof(rows, editor.viewer(), proof)?;
            if receipt.is_none_or(|receipt| receipt.binned.is_some()) {
                invalid.push("proof", "error-gone");
            }
        }
        _ => {}
    }
    invalid.or(details).map_err(Error::from)
}

fn seen_proof(rows: &impl Rows, viewer: &Viewer, id: ReceiptId) -> Result<Option<Row<Receipt>>> {
    match viewer.receipt(rows, id) {
        Ok(row) => Ok(Some(row)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What somebody is told of a warranty: its proof only where they see that receipt.
pub fn told(rows: &impl Rows, viewer: &Viewer, warranty: &Warranty) -> Result<WarrantyDetails> {
    let mut details = warranty.details.clone();
    if let Some(proof) = details.proof
        && seen_proof(rows, viewer, proof)?.is_none()
    {
        details.proof = None;
    }
    Ok(details)
}

/// The receipt that proves a warranty, where somebody sees it and it is not in the bin.
pub fn proof(
    rows: &impl Rows,
    viewer: &Viewer,
    warranty: &Warranty,
) -> Result<Option<Row<Receipt>>> {
    let Some(proof) = warranty.details.proof else {
        return Ok(None);
    };
    let receipt = seen_proof(rows, viewer, proof)?;
    Ok(receipt.filter(|receipt| receipt.binned.is_none()))
}

/// From when until when a warranty of a thing holds, as far as somebody can know: where it does not say its first day, from the
/// purchase by its proof, by another receipt of the thing, or by the thing itself.
pub fn span(
    rows: &impl Rows,
    viewer: &Viewer,
    item: &Row<Item>,
    warranty: &Warranty,
) -> Result<Span> {
    let details = &warranty.details;
    if details.start.is_some() {
        return Ok(details.span(None));
    }
    if let Some(receipt) = proof(rows, viewer, warranty)?
        && let Some(on) = receipt.details.on
    {
        return Ok(details.span(Some(on.first_day())));
    }
    let bought = rights::bought(rows, viewer, item)?.map(|bought| bought.purchase.on);
    let acquired = item.details.acquired.on.map(PartialDate::first_day);
    Ok(details.span(bought.or(acquired)))
}

/// The warranties of a thing that somebody sees, outside the bin, in the order in which they were added.
pub fn of_item(rows: &impl Rows, viewer: &Viewer, item: ItemId) -> Result<Vec<Row<Warranty>>> {
    let mut warranties = Vec::new();
    for id in rows.referring_to::<Warranty, _>(Relation::Covers, item)? {
        match viewer.warranty(rows, id) {
            Ok(row) if row.binned.is_none() => warranties.push(row),
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(warranties)
}

/// What protects a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// A right that the law gives.
    Right(Right),
    /// What somebody promised, and from when until when.
    Warranty(Box<Row<Warranty>>, Span),
}

impl Protection {
    /// From when until when. A right without an end holds as long as such a thing should last.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Right(right) => Span {
                from: Some(right.from),
                end: right.until.map_or(End::Never, End::On),
            },
            Self::Warranty(_, span) => *span,
        }
    }

    /// What it is sorted by: what ends next comes first, what has no end last.
    fn order(&self) -> (Date, bool) {
        let end = self.span().end;
        (end.day().unwrap_or(Date::MAX), end == End::Never)
    }
}

/// What protects a thing, what ends first first. That one could have changed one's mind about a purchase is left out once it
/// is over: it is of no use to anybody later.
pub fn protections(
    rows: &impl Rows,
    viewer: &Viewer,
    item: &Row<Item>,
    today: Date,
) -> Result<Vec<Protection>> {
    let bought = rights::bought(rows, viewer, item)?;
    let rights = bought.map(|bought| bought.rights()).unwrap_or_default();
    let mut protections: Vec<_> = rights
        .into_iter()
        .filter(|right| right.rule.purpose != Purpose::Withdrawal || right.holds_on(today))
        .map(Protection::Right)
        .collect();
    for row in of_item(rows, viewer, item.id)? {
        let span = span(rows, viewer, item, &row)?;
        protections.push(Protection::Warranty(Box::new(row), span));
    }
    protections.sort_by_key(Protection::order);
    Ok(protections)
}

/// What protects the things of the household.
#[derive(Debug, Default)]
pub struct Protected {
    /// What holds, is yet to begin, or has no known end: what ends next first.
    pub lasting: Vec<(Row<Item>, Protection)>,
    /// What has ended, the latest first.
    pub over: Vec<(Row<Item>, Protection)>,
}

/// What protects each thing that somebody sees and that is still the household's.
pub fn list(rows: &impl Rows, viewer: &Viewer, today: Date) -> Result<Protected> {
    let mut protected = Protected::default();
    if viewer.editor().is_err() {
        return Ok(protected);
    }
    rows.each(None, |item: Row<Item>| {
        let is_here = item.binned.is_none() && item.archived.is_none() && !item.is_template();
        if is_here && viewer.sees(rows, &item)? {
            for one in protections(rows, viewer, &item, today)? {
                let list = match one.span().on(today) {
                    Standing::Over => &mut protected.over,
                    Standing::Ahead | Standing::Holds | Standing::Unknown => &mut protected.lasting,
                };
                list.push((item.clone(), one));
            }
        }
        Ok(true)
    })?;
    protected.lasting.sort_by_key(|(_, one)| one.order());
    protected
        .over
        .sort_by_key(|(_, one)| std::cmp::Reverse(one.order()));
    Ok(protected)
}

/// The last day of the warranties that a receipt proves; none where it proves none, or one of them has no known end.
pub(super) fn proved_until(rows: &impl Rows, receipt: &Receipt) -> Result<Option<Date>> {
    let bought = receipt.details.purchase().map(|purchase| purchase.on);
    let mut last = None;
    for id in rows.referring_to::<Warranty, _>(Relation::ProvedBy, receipt.id)? {
        let row = rows.get(id)?;
        let item = rows.find(row.item)?;
        if row.binned.is_some() || item.is_none_or(|item: Row<Item>| item.binned.is_some()) {
            continue;
        }
        match row.details.span(bought).end {
            End::On(day) => last = last.max(Some(day)),
            End::Never | End::Unknown => return Ok(None),
        }
    }
    Ok(last)
}

/// Forgets a receipt that is gone for good: it proves no warranty any longer.
pub(super) fn forget_receipt(tx: &mut Writer<'_>, receipt: ReceiptId) -> Result<()> {
    for id in tx.referring_to::<Warranty, _>(Relation::ProvedBy, receipt)? {
        let mut row = tx.get(id)?;
        row.body.details.proof = None;
        tx.bring_back(row)?;
    }
    Ok(())
}

/// Removes a warranty for good. What was claimed by it was claimed by something that is there no more.
pub(super) fn purge(tx: &mut Writer<'_>, id: WarrantyId) -> Result<()> {
    for claim in tx.referring_to::<Claim, _>(Relation::ClaimBy, id)? {
        let mut row = tx.get(claim)?;
        row.body.details.against = Against::Other;
        tx.bring_back(row)?;
    }
    tx.purge(id)
}

/// The receipts among which the proof of a warranty is chosen: those of its thing, and the one that it has.
pub fn proofs(
    rows: &impl Rows,
    viewer: &Viewer,
    item: ItemId,
    present: Option<ReceiptId>,
) -> Result<Vec<Row<Receipt>>> {
    let mut proofs = receipts::of_item(rows, viewer, item)?;
    if let Some(present) = present
        && proofs.iter().all(|row| row.id != present)
    {
        proofs.extend(seen_proof(rows, viewer, present)?);
    }
    Ok(proofs)
}

#[cfg(test)]
mod tests;
