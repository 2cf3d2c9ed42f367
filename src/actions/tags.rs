//! What people do with tags.

use crate::{
    access::{Editor, Manager},
    clock::Clock,
    domain::{
        item::Item,
        tag::{self, Tag, TagId},
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// The tag with a name, made when there is none.
///
/// # Errors
/// [`Error::Invalid`] when the name cannot be one.
pub fn add(store: &Store, editor: &Editor, name: &str) -> Result<Saved<Row<Tag>>> {
    let id = store.clock().id();
    store.write(Some(editor.person()), "tag-add", |tx| {
        named_or_new(tx, id, checked_name(name)?)
    })
}

/// The tags with these names, made where there are none: those of a form, as part of what it changes.
///
/// # Errors
/// [`Error::Invalid`] when a name cannot be one.
pub(super) fn called(tx: &mut Writer<'_>, clock: &Clock, names: &[String]) -> Result<Vec<TagId>> {
    let tags = names.iter().map(|name| {
        let name = tag::parse(name).map_err(|wrong| Error::invalid("tags", wrong))?;
        Ok(named_or_new(tx, clock.id(), name)?.id)
    });
    tags.collect()
}

fn named_or_new(tx: &mut Writer<'_>, id: TagId, name: String) -> Result<Row<Tag>> {
    match named(tx, &name)? {
        Some(tag) => Ok(tag),
        None => tx.put(Tag { id, name }, Expect::Any),
    }
}

/// Renames a tag; a name that another tag has joins the two.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] when the name cannot be one.
pub fn rename(
    store: &Store,
    manager: &Manager,
    id: TagId,
    seen: Expect,
    name: &str,
) -> Result<Saved<Row<Tag>>> {
    store.write(Some(manager.person()), "tag-change", |tx| {
        let name = checked_name(name)?;
        let present = tx.live::<Tag>(id)?;
        match named(tx, &name)?.filter(|other| other.id != id) {
            Some(other) => {
                replace(tx, id, Some(other.id))?;
                tx.bin(id)?;
                Ok(other)
            }
            None => tx.put(
                Tag {
                    name,
                    ..present.body
                },
                seen,
            ),
        }
    })
}

/// Removes a tag, also from the things that have it.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: TagId,
    seen: Expect,
) -> Result<Saved<Row<Tag>>> {
    store.write(Some(manager.person()), "tag-remove", |tx| {
        super::items::expect(&tx.live(id)?, seen)?;
        replace(tx, id, None)?;
        tx.bin(id)
    })
}

fn replace(tx: &mut Writer<'_>, tag: TagId, with: Option<TagId>) -> Result<()> {
    for item in tx.referring_to::<Item, _>(Relation::Tagged, tag)? {
        let row = tx.get(item)?;
        let mut body = row.body.clone();
        body.details
            .tags
            .retain(|other| *other != tag && Some(*other) != with);
        body.details.tags.extend(with);
        tx.bring_back(Row { body, ..row })?;
    }
    Ok(())
}

/// The tag with a name, case ignored.
pub fn named(rows: &impl Rows, name: &str) -> Result<Option<Row<Tag>>> {
    let name = text::line(name).to_lowercase();
    Ok(rows
        .all::<Tag>()?
        .into_iter()
        .find(|tag| tag.name.to_lowercase() == name))
}

fn checked_name(name: &str) -> Result<String> {
    tag::parse(name).map_err(|wrong| Error::invalid("name", wrong))
}

#[cfg(test)]
mod tests;
