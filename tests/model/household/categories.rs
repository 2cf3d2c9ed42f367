//! What is done with categories.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        category::{Category, CategoryId},
        item::Item,
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, refuse};

impl Household {
    pub(super) fn add_category(
        &mut self,
        name: &str,
        parent: Option<CategoryId>,
    ) -> Result<(), Refusal> {
        self.check_category(None, name, parent)?;
        let last = self.all().map(|category: &Row<Category>| category.position);
        let position = last.max().map_or(0, |last| last + 1);
        let category = Category {
            id: self.id(),
            key: None,
            parent,
            sv: name.to_owned(),
            en: String::new(),
            icon: "box".to_owned(),
            position,
        };
        self.put(category, Expect::Any).map(drop)
    }

    pub(super) fn change_category(
        &mut self,
        id: CategoryId,
        seen: Expect,
        name: &str,
        parent: Option<CategoryId>,
    ) -> Result<(), Refusal> {
        let present = self.live::<Category>(id)?;
        self.check_category(Some(id), name, parent)?;
        let category = Category {
            parent,
            sv: name.to_owned(),
            en: String::new(),
            ..present.body
        };
        self.put(category, seen).map(drop)
    }

    /// That a category has a name, and that there are two levels of them.
    fn check_category(
        &self,
        id: Option<CategoryId>,
        name: &str,
        parent: Option<CategoryId>,
    ) -> Result<(), Refusal> {
        let mut wrong = BTreeSet::new();
        if name.is_empty() {
            wrong.insert("sv".to_owned());
        }
        if let Some(parent) = parent {
            let is_top = self
                .live::<Category>(parent)
                .is_ok_and(|parent| parent.parent.is_none());
            let is_full = id.is_some_and(|id| !self.beneath(id).is_empty());
            if !is_top || id == Some(parent) || is_full {
                wrong.insert("parent".to_owned());
            }
        }
        refuse(wrong)
    }

    fn beneath(&self, id: CategoryId) -> Vec<CategoryId> {
        self.which(|category: &Category| category.parent == Some(id))
    }

    /// Removes a category; what is of it moves up.
    pub(super) fn remove_category(&mut self, id: CategoryId, seen: Expect) -> Result<(), Refusal> {
        let present = self.live::<Category>(id)?;
        expect(&present, seen)?;
        for inner in self.beneath(id) {
            self.correct(inner, |inner: &mut Category| inner.parent = present.parent);
        }
        for thing in self.which(|thing: &Item| thing.details.category == Some(id)) {
            self.correct(thing, |thing: &mut Item| {
                thing.details.category = present.parent;
            });
        }
        self.bin(id).map(drop)
    }
}
