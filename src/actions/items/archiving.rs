//! How things leave the household, and come back.

use super::in_use;
use crate::{
    access::Editor,
    actions::losses,
    domain::{
        item::{Archived, Item, ItemId},
        text,
    },
    error::{Error, Result},
    store::{Expect, Row, Saved, Store, Writer},
};

/// Says how a thing left the household, or, with `None`, that it is back.
///
/// # Errors
/// [`Error::Invalid`] when a text is too long or the price negative.
pub fn archive(
    store: &Store,
    editor: &Editor,
    id: ItemId,
    seen: Expect,
    archived: Option<Archived>,
) -> Result<Saved<Row<Item>>> {
    let action = if archived.is_some() {
        "item-archive"
    } else {
        "item-unarchive"
    };
    store.write(Some(editor.person()), action, |tx| {
        let present = editor.item(tx, id)?;
        in_use(&present)?;
        depart(tx, &present, seen, archived)
    })
}

/// The same as a part of a change.
pub(in crate::actions) fn depart(
    tx: &mut Writer<'_>,
    present: &Row<Item>,
    seen: Expect,
    archived: Option<Archived>,
) -> Result<Row<Item>> {
    if present.is_template() {
        return Err(Error::invalid("archived", "error-template"));
    }
    if let Some(archived) = &archived {
        archived.check().or(())?;
    }
    if archived.is_none() {
        losses::come_back(tx, present.id)?;
    }
    let archived = archived.map(|archived| Archived {
        to: text::line(&archived.to),
        ..archived
    });
    tx.put(
        Item {
            archived,
            ..present.body.clone()
        },
        seen,
    )
}
