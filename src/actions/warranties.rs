//! What people do with guarantees and insurances, and what protects a thing until when.

use jiff::civil::Date;

use super::{
    belongings::{self, Actions, Belonging},
    receipts, rights,
};
use crate::{
    access::Viewer,
    domain::{
        claim::{Against, Claim},
        dates::PartialDate,
        invalid::Invalid,
        item::{Item, ItemId},
        receipt::{Receipt, ReceiptId},
        rules::{Purpose, Right},
        text,
        warranty::{End, Span, Standing, Warranty, WarrantyDetails, WarrantyId},
    },
    error::{Error, Result},
    store::{Relation, Row, Rows, Writer},
};

impl Belonging for Warranty {
    type Details = WarrantyDetails;

    const ACTIONS: Actions = Actions {
        add: "warranty-add",
        change: "warranty-change",
        remove: "warranty-remove",
        restore: "warranty-restore",
    };

    fn new(id: WarrantyId, item: ItemId, details: WarrantyDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &WarrantyDetails {
        &self.details
    }

    fn tidy(details: &mut WarrantyDetails) {
        details.provider = text::line(&details.provider);
        details.terms = text::prose(&details.terms);
        details.contact = text::prose(&details.contact);
    }

    /// The proof is told only to who sees that receipt.
    fn told(&self, rows: &impl Rows, viewer: &Viewer) -> Result<WarrantyDetails> {
        let mut details = self.details.clone();
        if let Some(proof) = details.proof
            && seen_proof(rows, viewer, proof)?.is_none()
        {
            details.proof = None;
        }
        Ok(details)
    }

    fn keep(
        rows: &impl Rows,
        viewer: &Viewer,
        details: &mut WarrantyDetails,
        present: &WarrantyDetails,
    ) -> Result<()> {
        if details.proof.is_none()
            && let Some(proof) = present.proof
            && seen_proof(rows, viewer, proof)?.is_none()
        {
            details.proof = Some(proof);
        }
        Ok(())
    }

    fn check(
        rows: &impl Rows,
        viewer: &Viewer,
        _: ItemId,
        details: &WarrantyDetails,
        present: Option<&WarrantyDetails>,
    ) -> Result<Invalid> {
        let mut invalid = details.check();
        if let Some(proof) = details.proof
            && present.and_then(|present| present.proof) != Some(proof)
        {
            let receipt = seen_proof(rows, viewer, proof)?;
            if receipt.is_none_or(|receipt| receipt.binned.is_some()) {
                invalid.push("proof", "error-gone");
            }
        }
        Ok(invalid)
    }
}

fn seen_proof(rows: &impl Rows, viewer: &Viewer, id: ReceiptId) -> Result<Option<Row<Receipt>>> {
    match viewer.receipt(rows, id) {
        Ok(row) => Ok(Some(row)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
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
    for row in belongings::seen_of_item(rows, viewer, item.id)? {
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
