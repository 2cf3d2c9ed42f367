//! What people do with the things that wait for a name.

use super::{attachments, items};
use crate::{
    access::Editor,
    domain::{
        attachment::Bearer,
        invalid::Invalid,
        item::{Details, Item, ItemId, Location},
        place::PlaceId,
        text,
    },
    error::{Error, Result},
    store::{Expect, Row, Saved, Store, Writer},
};

/// What is done with the things in the tray: one change, one undo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// What each is called; those with an empty name keep waiting.
    pub names: Vec<(ItemId, String)>,
    /// Where the ones that get a name are; `None` leaves each where it is.
    pub place: Option<PlaceId>,
    /// Which show the same thing: the first is kept, with the photos of all.
    pub same: Vec<ItemId>,
    /// Which go into the bin.
    pub remove: Vec<ItemId>,
}

impl Sorting {
    /// Whether it does nothing.
    #[must_use]
    pub const fn is_idle(&self) -> bool {
        self.names.is_empty() && self.same.is_empty() && self.remove.is_empty()
    }

    /// The key of the change that it makes.
    #[must_use]
    pub const fn action(&self) -> &'static str {
        if self.names.is_empty() && self.same.is_empty() {
            "item-remove"
        } else {
            "item-change"
        }
    }
}

/// Gives names, puts together what is the same, and removes.
///
/// # Errors
/// [`Error::Invalid`] with the field `name.<id>` of each name that cannot be taken, or `place`; [`Error::Conflict`] when
/// somebody has named or removed one of them since. Nothing has changed then.
pub fn sort(store: &Store, editor: &Editor, sorting: &Sorting) -> Result<Saved<()>> {
    store.write(Some(editor.person()), sorting.action(), |tx| {
        let names = merge(tx, editor, sorting)?;
        let mut invalid = Invalid::default();
        for (id, name) in &names {
            match give_name(tx, editor, *id, name, sorting.place) {
                Err(Error::Invalid(fields)) => place_blame(*id, &fields, &mut invalid),
                result => result?,
            }
        }
        for id in &sorting.remove {
            editor.item(tx, *id)?;
            tx.bin(*id)?;
        }
        Ok(invalid.or(())?)
    })
}

/// Puts together what is the same. What is left has the names that are to be given: the first name of several.
fn merge(tx: &mut Writer<'_>, editor: &Editor, sorting: &Sorting) -> Result<Vec<(ItemId, String)>> {
    let mut names: Vec<_> = sorting
        .names
        .iter()
        .map(|(id, name)| (*id, text::line(name)))
        .filter(|(id, name)| !name.is_empty() && !sorting.remove.contains(id))
        .collect();
    let Some((kept, others)) = sorting.same.split_first() else {
        return Ok(names);
    };
    waiting(tx, editor, *kept)?;
    for other in others.iter().filter(|other| *other != kept) {
        waiting(tx, editor, *other)?;
        for attachment in attachments::list(tx, Bearer::Item(*other))? {
            attachments::hand_over(tx, attachment, Bearer::Item(*kept))?;
        }
        tx.bin(*other)?;
    }
    let name = names
        .iter()
        .find(|(id, _)| sorting.same.contains(id))
        .map(|(_, name)| name.clone());
    names.retain(|(id, _)| !sorting.same.contains(id));
    names.extend(name.map(|name| (*kept, name)));
    Ok(names)
}

fn give_name(
    tx: &mut Writer<'_>,
    editor: &Editor,
    id: ItemId,
    name: &str,
    place: Option<PlaceId>,
) -> Result<()> {
    let present = waiting(tx, editor, id)?;
    let details = Details {
        name: name.to_owned(),
        location: place.map_or(present.details.location, Location::Place),
        ..present.details.clone()
    };
    items::update(tx, editor, &present, Expect::Any, details).map(drop)
}

/// A thing that still waits for its name.
fn waiting(tx: &Writer<'_>, editor: &Editor, id: ItemId) -> Result<Row<Item>> {
    let present = editor.item(tx, id)?;
    if present.is_nameless() && present.binned.is_none() {
        Ok(present)
    } else {
        Err(Error::Conflict)
    }
}

fn place_blame(id: ItemId, fields: &Invalid, invalid: &mut Invalid) {
    for (field, text) in fields.iter() {
        if field == "location" {
            invalid.push("place", text);
        } else {
            invalid.push(format!("name.{id}"), text);
        }
    }
}

#[cfg(test)]
mod tests;
