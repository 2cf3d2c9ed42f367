//! What people do with claims.

use super::items::{expect, in_use};
use crate::{
    access::{Editor, Viewer},
    domain::{
        claim::{Against, Claim, ClaimDetails, ClaimId, Outcome},
        item::{Item, ItemId},
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store},
};

/// Adds a claim about a thing.
///
/// # Errors
/// [`Error::Invalid`] by field; [`Error::NotFound`] or [`Error::Denied`] as for the thing.
pub fn add(
    store: &Store,
    editor: &Editor,
    item: ItemId,
    details: ClaimDetails,
) -> Result<Saved<Row<Claim>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), "claim-add", |tx| {
        in_use(&editor.item(tx, item)?)?;
        let details = checked(tx, editor, item, details, None)?;
        tx.put(Claim { id, item, details }, Expect::Any)
    })
}

/// Changes what is said about a claim.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: ClaimId,
    seen: Expect,
    details: ClaimDetails,
) -> Result<Saved<Row<Claim>>> {
    adjust(store, editor, id, seen, |present| {
        *present = details;
        Ok(())
    })
}

/// Changes a claim by a function of what it is.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: ClaimId,
    seen: Expect,
    with: impl FnOnce(&mut ClaimDetails) -> Result<()>,
) -> Result<Saved<Row<Claim>>> {
    store.write(Some(editor.person()), "claim-change", |tx| {
        let present = editor.claim(tx, id)?;
        in_use(&present)?;
        let item = present.item;
        in_use(&editor.item(tx, item)?)?;
        let mut details = present.details.clone();
        with(&mut details)?;
        let details = checked(tx, editor, item, details, Some(&present.details))?;
        tx.put(Claim { id, item, details }, seen)
    })
}

/// Puts a claim into the bin, its papers with it.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: ClaimId,
    seen: Expect,
) -> Result<Saved<Row<Claim>>> {
    store.write(Some(editor.person()), "claim-remove", |tx| {
        let present = editor.claim(tx, id)?;
        expect(&present, seen)?;
        tx.bin(id)
    })
}

/// Takes a claim out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: ClaimId) -> Result<Saved<Row<Claim>>> {
    store.write(Some(editor.person()), "claim-restore", |tx| {
        editor.claim(tx, id)?;
        tx.restore(id)
    })
}

/// What is said, tidied as every form would have to, if it can be taken. What `present` refers to already may stay.
fn checked(
    rows: &impl Rows,
    editor: &Editor,
    item: ItemId,
    mut details: ClaimDetails,
    present: Option<&ClaimDetails>,
) -> Result<ClaimDetails> {
    details.problem = text::prose(&details.problem);
    for contact in &mut details.contacts {
        contact.with = text::line(&contact.with);
        contact.said = text::prose(&contact.said);
    }
    details.contacts.sort_by_key(|contact| contact.on);
    let mut invalid = details.check();
    let stays = present.is_some_and(|present| present.against == details.against);
    if let (Against::Warranty(warranty), false) = (details.against, stays) {
        let is_its = match editor.viewer().warranty(rows, warranty) {
            Ok(row) => row.binned.is_none() && row.item == item,
            Err(Error::NotFound) => false,
            Err(error) => return Err(error),
        };
        if !is_its {
            invalid.push("warranty", "error-gone");
        }
    }
    invalid.or(details).map_err(Error::from)
}

/// The claims about a thing that somebody sees, outside the bin, the latest first.
pub fn of_item(rows: &impl Rows, viewer: &Viewer, item: ItemId) -> Result<Vec<Row<Claim>>> {
    let mut claims = Vec::new();
    for id in rows.referring_to::<Claim, _>(Relation::ClaimOf, item)? {
        match viewer.claim(rows, id) {
            Ok(row) if row.binned.is_none() => claims.push(row),
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    sort(&mut claims);
    Ok(claims)
}

/// The claims that somebody sees about what is not in the bin, outside the bin themselves: the open ones, then the latest.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Claim>>> {
    let mut claims = Vec::new();
    if viewer.editor().is_err() {
        return Ok(claims);
    }
    rows.each(None, |row: Row<Claim>| {
        let item: Option<Row<Item>> = rows.find(row.item)?;
        if row.binned.is_none()
            && let Some(item) = item
            && item.binned.is_none()
            && viewer.sees(rows, &item)?
        {
            claims.push(row);
        }
        Ok(true)
    })?;
    sort(&mut claims);
    Ok(claims)
}

fn sort(claims: &mut [Row<Claim>]) {
    claims.sort_by_key(|row| {
        let details = &row.details;
        (
            details.ended.is_some(),
            std::cmp::Reverse((details.opened, row.id)),
        )
    });
}

/// How many of these ended with a repair: what would have been thrown away serves on.
#[must_use]
pub fn repaired(claims: &[Row<Claim>]) -> usize {
    let ended = claims.iter().filter_map(|row| row.details.ended);
    ended.filter(|ended| ended.how == Outcome::Repaired).count()
}

#[cfg(test)]
mod tests;
