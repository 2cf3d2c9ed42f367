//! The stories that go with things.

use super::{
    belongings::{self, Actions, Belonging},
    items,
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        invalid::Invalid,
        item::{Affection, Item, ItemId},
        memory::{Memory, MemoryDetails, MemoryId},
    },
    error::Result,
    store::{Expect, Row, Rows, Saved, Store},
};

impl Belonging for Memory {
    type Details = MemoryDetails;

    const ACTIONS: Actions = Actions {
        add: "memory-add",
        change: "memory-change",
        remove: "memory-remove",
        restore: "memory-restore",
    };

    fn new(id: MemoryId, item: ItemId, details: MemoryDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &MemoryDetails {
        &self.details
    }

    fn tidy(details: &mut MemoryDetails) {
        details.tidy();
    }

    fn check(
        _: &impl Rows,
        _: &Viewer,
        _: ItemId,
        details: &MemoryDetails,
        _: Option<&MemoryDetails>,
    ) -> Result<Invalid> {
        Ok(details.check())
    }
}

/// The memories of a thing, the earliest first, and those that nobody can place in time last. Whoever sees the thing sees
/// them.
pub fn of_item(rows: &impl Rows, item: ItemId) -> Result<Vec<Row<Memory>>> {
    let mut memories: Vec<Row<Memory>> = belongings::of_item(rows, item)?;
    memories.sort_by_key(|memory| {
        let on = memory.details.on.map(|on| (on.first_day(), on.last_day()));
        (on.is_none(), on, memory.id)
    });
    Ok(memories)
}

/// All memories that somebody sees, each with its thing, the latest told first.
pub fn all(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<(Row<Memory>, Row<Item>)>> {
    let mut memories = belongings::all::<Memory>(rows, viewer)?;
    memories.reverse();
    Ok(memories)
}

/// Who is named in the memories that somebody sees, each once, in the order of their names.
pub fn people(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<String>> {
    let memories = belongings::all::<Memory>(rows, viewer)?.into_iter();
    let mut people: Vec<String> = memories
        .flat_map(|(memory, _)| memory.body.details.people)
        .collect();
    people.sort_by_key(|name| name.to_lowercase());
    people.dedup();
    Ok(people)
}

/// Says how dear a thing is, or that nobody says.
///
/// # Errors
/// As [`items::adjust`].
pub fn feel(
    store: &Store,
    editor: &Editor,
    item: ItemId,
    seen: Expect,
    affection: Option<Affection>,
) -> Result<Saved<Row<Item>>> {
    items::adjust(store, editor, item, seen, |details| {
        details.affection = affection;
        Ok(())
    })
}

#[cfg(test)]
mod tests;
