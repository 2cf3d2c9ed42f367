//! What people do with receipts.

mod acceptance;
mod intake;

use jiff::civil::Date;

pub use self::{
    acceptance::{Accepted, Bought, accept},
    intake::{take_in_file, take_in_mail},
};
use super::{
    attachments::{self, NewAttachment},
    household,
    items::{expect, in_use},
    people, warranties,
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        attachment::Bearer,
        country::Country,
        dates::PartialDate,
        item::{Item, ItemId},
        receipt::{Line, Receipt, ReceiptDetails, ReceiptId},
        rules::{self, Keep, Kept, Law, Purpose},
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// Adds a receipt with its pages. Nothing need be said about it: it can be looked at later.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(
    store: &Store,
    editor: &Editor,
    details: ReceiptDetails,
    pages: Vec<NewAttachment>,
) -> Result<Saved<Row<Receipt>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "receipt-add", |tx| {
        let row = insert(tx, editor, clock.id(), details)?;
        for page in pages {
            attachments::insert(tx, clock, Bearer::Receipt(row.id), page)?;
        }
        Ok(row)
    })
}

/// Adds a receipt for each of several files, in one change.
///
/// # Errors
/// As [`add`]; none is added then.
pub fn add_many(
    store: &Store,
    editor: &Editor,
    files: Vec<NewAttachment>,
) -> Result<Saved<Vec<Row<Receipt>>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "receipt-add", |tx| {
        files
            .into_iter()
            .map(|file| {
                let row = insert(tx, editor, clock.id(), ReceiptDetails::default())?;
                attachments::insert(tx, clock, Bearer::Receipt(row.id), file)?;
                Ok(row)
            })
            .collect()
    })
}

fn insert(
    tx: &mut Writer<'_>,
    editor: &Editor,
    id: ReceiptId,
    mut details: ReceiptDetails,
) -> Result<Row<Receipt>> {
    tidy(&mut details);
    check(tx, editor, &details, &ReceiptDetails::default())?;
    tx.put(Receipt { id, details }, Expect::Any)
}

/// Changes what is said about a receipt.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: ReceiptId,
    seen: Expect,
    details: ReceiptDetails,
) -> Result<Saved<Row<Receipt>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes a receipt by a function of what it is.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: ReceiptId,
    seen: Expect,
    with: impl FnOnce(&mut ReceiptDetails) -> Result<()>,
) -> Result<Saved<Row<Receipt>>> {
    store.write(Some(editor.person()), "receipt-change", |tx| {
        let present = editor.receipt(tx, id)?;
        in_use(&present)?;
        let mut details = present.details.clone();
        with(&mut details)?;
        tidy(&mut details);
        check(tx, editor, &details, &present.details)?;
        tx.put(Receipt { id, details }, seen)
    })
}

/// Puts a receipt into the bin, its pages with it.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: ReceiptId,
    seen: Expect,
) -> Result<Saved<Row<Receipt>>> {
    store.write(Some(editor.person()), "receipt-remove", |tx| {
        let present = editor.receipt(tx, id)?;
        expect(&present, seen)?;
        tx.bin(id)
    })
}

/// Takes a receipt out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: ReceiptId) -> Result<Saved<Row<Receipt>>> {
    store.write(Some(editor.person()), "receipt-restore", |tx| {
        editor.receipt(tx, id)?;
        tx.restore(id)
    })
}

/// What every form would have to do otherwise: texts trimmed, lists without repeats, no lines that say nothing.
fn tidy(details: &mut ReceiptDetails) {
    for line in [&mut details.shop, &mut details.number] {
        *line = text::line(line);
    }
    details.note = text::prose(&details.note);
    details.purposes.sort_unstable();
    details.purposes.dedup();
    let mut people = Vec::new();
    details.only.retain(|person| {
        let new = !people.contains(person);
        people.push(*person);
        new
    });
    for line in &mut details.lines {
        line.text = text::line(&line.text);
    }
    details.lines.retain(|line| *line != Line::default());
}

/// That what is said can be taken. What `present` refers to already may stay, though it has gone since.
fn check(
    rows: &impl Rows,
    editor: &Editor,
    details: &ReceiptDetails,
    present: &ReceiptDetails,
) -> Result<()> {
    let mut invalid = details.check();
    let proved = present.items();
    for item in details.items() {
        if !proved.contains(&item) && !is_seen(rows, editor.viewer(), item)? {
            invalid.push("lines", "error-link-gone");
        }
    }
    for person in &details.only {
        if !present.only.contains(person) && !people::is_member(rows, *person)? {
            invalid.push("only", "error-gone");
        }
    }
    let hides = !details.only.is_empty() && present.only != details.only;
    if hides && !details.only.contains(&editor.person()) {
        invalid.push("only", "error-private-not-owner");
    }
    invalid.or(()).map_err(Error::from)
}

fn is_seen(rows: &impl Rows, viewer: &Viewer, item: ItemId) -> Result<bool> {
    match viewer.item(rows, item) {
        Ok(row) => Ok(row.binned.is_none()),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The receipts that somebody sees, outside the bin, the newest purchase first; those without a date before all others,
/// for somebody has yet to look at them.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Receipt>>> {
    let mut receipts = Vec::new();
    if viewer.editor().is_err() {
        return Ok(receipts);
    }
    rows.each(None, |row: Row<Receipt>| {
        if row.binned.is_none() && viewer.sees_receipt(rows, &row)? {
            receipts.push(row);
        }
        Ok(true)
    })?;
    receipts.sort_by_key(|row| {
        let on = row.details.on.map_or(Date::MAX, PartialDate::first_day);
        std::cmp::Reverse((on, row.id))
    });
    Ok(receipts)
}

/// The receipts that prove a thing, as far as somebody sees them, outside the bin, the newest purchase first.
pub fn of_item(rows: &impl Rows, viewer: &Viewer, item: ItemId) -> Result<Vec<Row<Receipt>>> {
    let mut receipts = Vec::new();
    for id in rows.referring_to::<Receipt, _>(Relation::Proves, item)? {
        let row = rows.get(id)?;
        if row.binned.is_none() && viewer.sees_receipt(rows, &row)? {
            receipts.push(row);
        }
    }
    receipts
        .sort_by_key(|row| std::cmp::Reverse((row.details.on.map(PartialDate::first_day), row.id)));
    Ok(receipts)
}

/// The receipts that prove a thing, outside the bin, as far as everybody of the household sees them who sees the thing: none that
/// is some people's own, and none that also proves what is private.
pub fn open_to_all(rows: &impl Rows, item: ItemId) -> Result<Vec<Row<Receipt>>> {
    let mut open = Vec::new();
    for id in rows.referring_to::<Receipt, _>(Relation::Proves, item)? {
        let row = rows.get(id)?;
        if row.binned.is_none() && row.details.only.is_empty() && !proves_private(rows, &row)? {
            open.push(row);
        }
    }
    Ok(open)
}

fn proves_private(rows: &impl Rows, receipt: &Receipt) -> Result<bool> {
    for item in receipt.details.items() {
        let item: Option<Row<Item>> = rows.find(item)?;
        if item.is_some_and(|item| item.details.private) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The shops whose receipts somebody sees, each once, in the order of their names.
pub fn shops(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<String>> {
    let mut shops: Vec<String> = list(rows, viewer)?
        .into_iter()
        .map(|row| row.body.details.shop)
        .filter(|shop| !shop.is_empty())
        .collect();
    shops.sort_by_key(|shop| shop.to_lowercase());
    shops.dedup();
    Ok(shops)
}

/// Whether somebody has yet to look at a receipt: nobody has said where or when it was bought.
#[must_use]
pub fn is_bare(receipt: &Receipt) -> bool {
    receipt.details.shop.is_empty() || receipt.details.on.is_none()
}

/// How long a receipt is kept, by each of its purposes, the longest first. Nothing where its day is not known. What is kept for
/// a guarantee is kept as long as the guarantees that it proves.
pub fn keep(rows: &impl Rows, receipt: &Receipt) -> Result<Vec<Kept>> {
    let details = &receipt.details;
    let Some(purchase) = details.purchase() else {
        return Ok(Vec::new());
    };
    let home = country(rows)?;
    let law = Law {
        home,
        bought_in: details.country.unwrap_or(home),
        deal: details.deal,
    };
    let guaranteed = warranties::proved_until(rows, receipt)?;
    Ok(rules::keep(law, &details.purposes, purchase, guaranteed))
}

/// The country that the household is at home in.
pub fn country(rows: &impl Rows) -> Result<Country> {
    Ok(household::current(rows)?.country)
}

/// The receipts that nothing speaks for keeping any more: each of their purposes is over on a day. One that has no
/// purpose, or whose day nobody knows, is none of them.
pub fn past(rows: &impl Rows, viewer: &Viewer, today: Date) -> Result<Vec<(Row<Receipt>, Kept)>> {
    let mut past = Vec::new();
    for row in list(rows, viewer)? {
        if row.details.purposes.is_empty() {
            continue;
        }
        let kept = keep(rows, &row)?;
        let told = |purpose: &Purpose| kept.iter().any(|kept| kept.rule.purpose == *purpose);
        let is_over = kept.iter().all(|kept| kept.keep.is_over(today));
        if is_over
            && row.details.purposes.iter().all(told)
            && let Some(longest) = kept.first()
        {
            past.push((row, *longest));
        }
    }
    past.sort_by_key(|(_, kept)| match kept.keep {
        Keep::Until(until) => until,
        Keep::Open(..) => Date::MAX,
    });
    Ok(past)
}

/// Forgets a thing that is gone for good: its receipts prove it no longer.
pub(super) fn forget_item(tx: &mut Writer<'_>, item: ItemId) -> Result<()> {
    for id in tx.referring_to::<Receipt, _>(Relation::Proves, item)? {
        let mut row = tx.get(id)?;
        for line in &mut row.body.details.lines {
            if line.item == Some(item) {
                line.item = None;
            }
        }
        tx.bring_back(row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
