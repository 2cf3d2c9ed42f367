//! What people do with many things at once: one change, one undo.

use super::{
    items::{depart, update},
    tags,
};
use crate::{
    access::Editor,
    domain::{
        category::CategoryId,
        item::{Archived, Details, ItemId, Location, Share},
        tag::TagId,
    },
    error::{Error, Result},
    store::{Expect, Saved, Store},
};

/// The most things that one change takes.
pub const MOST: usize = 100_000;

/// What is done to each thing.
#[derive(Clone, Debug)]
pub enum Operation {
    /// Put it somewhere.
    Move(Location),
    /// Put tags on it, and take tags off.
    Tag {
        /// Those to put on.
        add: Vec<TagId>,
        /// Those to take off.
        remove: Vec<TagId>,
    },
    /// Put tags with these names on it, which are made where there are none.
    Name(Vec<String>),
    /// Say what sort of thing it is.
    Categorise(Option<CategoryId>),
    /// Say whose it is.
    Give(Vec<Share>),
    /// Say how it left the household, or that it is back.
    Archive(Option<Archived>),
    /// Put it into the bin.
    Remove,
    /// Take it out of the bin.
    Restore,
}

impl Operation {
    /// The action that it is in the history, and in what is told when it is done.
    #[must_use]
    pub const fn action(&self) -> &'static str {
        match self {
            Self::Move(_) => "item-move",
            Self::Tag { .. } | Self::Name(_) => "item-tag",
            Self::Categorise(_) => "item-categorise",
            Self::Give(_) => "item-give",
            Self::Archive(Some(_)) => "item-archive",
            Self::Archive(None) => "item-unarchive",
            Self::Remove => "item-remove",
            Self::Restore => "item-restore",
        }
    }

    fn apply(&self, details: &mut Details) {
        match self {
            Self::Move(location) => details.location = *location,
            Self::Tag { add, remove } => {
                details.tags.retain(|tag| !remove.contains(tag));
                details.tags.extend(add);
            }
            Self::Categorise(category) => details.category = *category,
            Self::Give(owners) => details.owners.clone_from(owners),
            Self::Name(_) | Self::Archive(_) | Self::Remove | Self::Restore => {}
        }
    }
}

/// Does the same to many things, in one change. Returns how many there were.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Denied`] when one of them is not the person's to change; [`Error::Invalid`] by
/// field; in all cases nothing has changed.
pub fn apply(
    store: &Store,
    editor: &Editor,
    items: &[ItemId],
    operation: &Operation,
) -> Result<Saved<usize>> {
    if items.len() > MOST {
        return Err(Error::TooLarge {
            limit: MOST as u64,
            unit: "items",
        });
    }
    store.write(Some(editor.person()), operation.action(), |tx| {
        let tagging;
        let operation = match operation {
            Operation::Name(names) => {
                let add = tags::called(tx, store.clock(), names)?;
                tagging = Operation::Tag {
                    add,
                    remove: Vec::new(),
                };
                &tagging
            }
            operation => operation,
        };
        for id in items {
            let present = editor.item(tx, *id)?;
            match operation {
                Operation::Remove => {
                    tx.bin(*id)?;
                }
                Operation::Restore => {
                    tx.restore(*id)?;
                }
                Operation::Archive(archived) => {
                    depart(tx, &present, Expect::Any, archived.clone())?;
                }
                operation => {
                    let mut details = present.details.clone();
                    operation.apply(&mut details);
                    update(tx, editor, &present, Expect::Any, details)?;
                }
            }
        }
        Ok(items.len())
    })
}

#[cfg(test)]
mod tests;
