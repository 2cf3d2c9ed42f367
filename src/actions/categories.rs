//! What people do with categories.

use std::{
    collections::{HashMap, HashSet},
    iter,
};

use super::items::expect;
use crate::{
    access::Manager,
    clock::Clock,
    domain::{
        category::{Category, CategoryId},
        category_list::{self, Group, Shipped},
        invalid::Invalid,
        item::Item,
        text,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// What a person says about a category.
#[derive(Clone, Debug)]
pub struct CategoryDraft {
    /// Its Swedish name.
    pub sv: String,
    /// Its English name.
    pub en: String,
    /// The top category it belongs to.
    pub parent: Option<CategoryId>,
}

/// Adds a category.
///
/// # Errors
/// [`Error::Invalid`] without a name in either language, or when the parent is no top category.
pub fn add(
    store: &Store,
    manager: &Manager,
    draft: &CategoryDraft,
) -> Result<Saved<Row<Category>>> {
    let id = store.clock().id();
    store.write(Some(manager.person()), "category-add", |tx| {
        let draft = checked(tx, None, draft)?;
        let last = tx
            .all::<Category>()?
            .iter()
            .map(|category| category.position)
            .max();
        let position = last.map_or(0, |last| last + 1);
        let icon = "box".to_owned();
        let CategoryDraft { sv, en, parent } = draft;
        tx.put(
            Category {
                id,
                key: None,
                parent,
                sv,
                en,
                icon,
                position,
            },
            Expect::Any,
        )
    })
}

/// Renames or moves a category.
///
/// # Errors
/// As [`add`]; [`Error::Conflict`] when somebody saved first.
pub fn change(
    store: &Store,
    manager: &Manager,
    id: CategoryId,
    seen: Expect,
    draft: &CategoryDraft,
) -> Result<Saved<Row<Category>>> {
    store.write(Some(manager.person()), "category-change", |tx| {
        let present = tx.live::<Category>(id)?;
        let CategoryDraft { sv, en, parent } = checked(tx, Some(id), draft)?;
        tx.put(
            Category {
                parent,
                sv,
                en,
                ..present.body
            },
            seen,
        )
    })
}

/// The shipped categories that a household has removed.
pub fn hidden(rows: &impl Rows) -> Result<usize> {
    let live = rows.all::<Category>()?;
    let keys: HashSet<_> = live.iter().filter_map(|row| row.key.as_deref()).collect();
    let shipped = category_list::shipped().iter();
    let shipped = shipped.flat_map(|group| iter::once(&group.category).chain(group.children));
    Ok(shipped
        .filter(|shipped| !keys.contains(shipped.key))
        .count())
}

/// Shows the shipped categories again that the household has removed, as they were; those that it has renamed or moved
/// stay so.
pub fn show_shipped(store: &Store, manager: &Manager) -> Result<Saved<()>> {
    store.write(Some(manager.person()), "category-reset", |tx| {
        put_shipped(tx, store.clock())
    })
}

/// Puts every shipped category that is not there.
pub(super) fn put_shipped(tx: &mut Writer<'_>, clock: &Clock) -> Result<()> {
    let mut known: HashMap<String, Row<Category>> = HashMap::new();
    tx.each(None, |row: Row<Category>| {
        if let Some(key) = row.key.clone()
            && (row.binned.is_none() || !known.contains_key(&key))
        {
            known.insert(key, row);
        }
        Ok(true)
    })?;
    let mut position = 0;
    for group in category_list::shipped() {
        let mut put = |tx: &mut Writer<'_>, shipped: &Shipped, parent| {
            position += 1;
            match known.get(shipped.key) {
                Some(row) if row.binned.is_none() => Ok(row.clone()),
                Some(row) => {
                    let body = Category {
                        parent,
                        ..row.body.clone()
                    };
                    tx.bring_back(Row {
                        body,
                        binned: None,
                        ..row.clone()
                    })
                }
                None => {
                    let id = clock.id();
                    tx.put(
                        Category::shipped(id, shipped, parent, position),
                        Expect::Any,
                    )
                }
            }
        };
        let top = put(tx, &group.category, None)?;
        let around = top.parent.unwrap_or(top.id);
        for inner in group.children {
            put(tx, inner, Some(around))?;
        }
        let was_away = known
            .get(group.category.key)
            .is_some_and(|row| row.binned.is_some());
        if was_away {
            gather(tx, group, &known, around)?;
        }
    }
    Ok(())
}

/// Puts the categories of a group back into it that moved to the top when it was removed.
fn gather(
    tx: &mut Writer<'_>,
    group: &Group,
    known: &HashMap<String, Row<Category>>,
    top: CategoryId,
) -> Result<()> {
    let inner = group
        .children
        .iter()
        .filter_map(|shipped| known.get(shipped.key));
    for row in inner.filter(|row| row.binned.is_none() && row.parent.is_none()) {
        if tx
            .referring_to::<Category, _>(Relation::Of, row.id)?
            .is_empty()
        {
            let parent = Some(top);
            tx.put(
                Category {
                    parent,
                    ..row.body.clone()
                },
                Expect::Any,
            )?;
        }
    }
    Ok(())
}

/// Removes a category; its things and its subcategories move up to its parent.
pub fn remove(
    store: &Store,
    manager: &Manager,
    id: CategoryId,
    seen: Expect,
) -> Result<Saved<Row<Category>>> {
    store.write(Some(manager.person()), "category-remove", |tx| {
        let present = tx.live::<Category>(id)?;
        expect(&present, seen)?;
        for inner in tx.referring_to::<Category, _>(Relation::Of, id)? {
            let row = tx.get(inner)?;
            let body = Category {
                parent: present.parent,
                ..row.body.clone()
            };
            tx.bring_back(Row { body, ..row })?;
        }
        for item in tx.referring_to::<Item, _>(Relation::Of, id)? {
            let row = tx.get(item)?;
            let mut body = row.body.clone();
            body.details.category = present.parent;
            tx.bring_back(Row { body, ..row })?;
        }
        tx.bin(id)
    })
}

fn checked(
    tx: &Writer<'_>,
    id: Option<CategoryId>,
    draft: &CategoryDraft,
) -> Result<CategoryDraft> {
    let draft = CategoryDraft {
        sv: text::line(&draft.sv),
        en: text::line(&draft.en),
        parent: draft.parent,
    };
    let mut invalid = Invalid::default();
    if draft.sv.is_empty() && draft.en.is_empty() {
        invalid.push("sv", "error-name-empty");
    }
    for (field, name) in [("sv", &draft.sv), ("en", &draft.en)] {
        if !text::fits(name, text::NAME) {
            invalid.push(field, "error-too-long");
        }
    }
    if let Some(parent) = draft.parent {
        let top = tx
            .find::<Category>(parent)?
            .filter(|parent| parent.binned.is_none() && parent.parent.is_none());
        let has_children = match id {
            Some(id) => !tx.referring_to::<Category, _>(Relation::Of, id)?.is_empty(),
            None => false,
        };
        if top.is_none() || Some(parent) == id || has_children {
            invalid.push("parent", "error-category-levels");
        }
    }
    invalid.or(draft).map_err(Error::from)
}

/// Every category in the order in which they are offered: each top category, then what is in it.
pub fn ordered(rows: &impl Rows) -> Result<Vec<Row<Category>>> {
    let mut all = rows.all::<Category>()?;
    all.sort_by_key(|category| (category.position, category.id));
    let (tops, inner): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|category| category.parent.is_none());
    let mut ordered = Vec::new();
    for top in tops {
        let id = top.id;
        ordered.push(top);
        ordered.extend(
            inner
                .iter()
                .filter(|category| category.parent == Some(id))
                .cloned(),
        );
    }
    Ok(ordered)
}

#[cfg(test)]
mod tests;
