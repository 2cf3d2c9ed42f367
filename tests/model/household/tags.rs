//! What is done with tags.

use smartinventory::{
    domain::{
        item::Item,
        tag::{Tag, TagId},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, invalid};

impl Household {
    /// The tag of a name, made if there is none. A comma is no part of a name.
    pub(super) fn tag(&mut self, field: &str, name: &str) -> Result<TagId, Refusal> {
        check(field, name)?;
        if let Some(tag) = self.tag_named(name) {
            return Ok(tag.id);
        }
        let id = self.id();
        let name = name.to_owned();
        Ok(self.put(Tag { id, name }, Expect::Any)?.id)
    }

    pub(super) fn tags_named(&mut self, names: &[&str]) -> Result<Vec<TagId>, Refusal> {
        names.iter().map(|name| self.tag("tags", name)).collect()
    }

    fn tag_named(&self, name: &str) -> Option<Row<Tag>> {
        let alike = |tag: &&Row<Tag>| tag.name.to_lowercase() == name.to_lowercase();
        self.all().find(alike).cloned()
    }

    /// Renames a tag, or puts it together with the other of that name.
    pub(super) fn rename_tag(
        &mut self,
        id: TagId,
        seen: Expect,
        name: &str,
    ) -> Result<(), Refusal> {
        check("name", name)?;
        let present = self.live::<Tag>(id)?;
        if let Some(other) = self.tag_named(name).filter(|other| other.id != id) {
            return self.end_tag(id, Some(other.id));
        }
        let tag = Tag {
            name: name.to_owned(),
            ..present.body
        };
        self.put(tag, seen).map(drop)
    }

    pub(super) fn remove_tag(&mut self, id: TagId, seen: Expect) -> Result<(), Refusal> {
        expect(&self.live::<Tag>(id)?, seen)?;
        self.end_tag(id, None)
    }

    fn end_tag(&mut self, id: TagId, instead: Option<TagId>) -> Result<(), Refusal> {
        for thing in self.which(|thing: &Item| thing.details.tags.contains(&id)) {
            self.correct(thing, |thing: &mut Item| {
                let tags = &mut thing.details.tags;
                tags.retain(|tag| *tag != id && Some(*tag) != instead);
                tags.extend(instead);
            });
        }
        self.bin(id).map(drop)
    }
}

fn check(field: &str, name: &str) -> Result<(), Refusal> {
    if name.contains(',') {
        Err(invalid(field))
    } else {
        Ok(())
    }
}
