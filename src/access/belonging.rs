//! What belongs to one thing: a warranty, a claim, a plan, a job, a loan, a loss or a sighting is seen by whoever of the household sees the thing, a
//! memory by whoever sees it at all, and a bequest by nobody but its writer until they say otherwise.

use super::{
    audience,
    permission::{Editor, Viewer},
};
use crate::{
    domain::{
        bequest::Bequest,
        claim::Claim,
        id::Id,
        item::{Item, ItemId},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Role,
        plan::Plan,
        sighting::Sighting,
        warranty::Warranty,
    },
    error::{Error, Result},
    store::{Record, Relation, Revision, Row, Rows},
};

/// Who changes what belongs to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changing {
    /// Whoever may change the thing: what was promised and claimed is a part of what the thing is.
    WithThing,
    /// Whoever of the household sees the thing, for it takes no permission to say what was done for it; a child only what
    /// it added itself.
    BySight,
    /// Whoever entered it, and nobody else: it is their word.
    ByWriter,
}

/// A noun whose rows belong to one thing each.
pub trait OfThing: Record {
    /// How a row refers to its thing.
    const RELATION: Relation;
    /// Whether guests see it of a thing that they are shown: what is told of the thing, and not what the household does
    /// with it.
    const FOR_GUESTS: bool = false;

    /// Who changes it.
    const CHANGING: Changing;

    /// Which thing.
    fn item(&self) -> ItemId;

    /// Whether whoever entered it keeps it to themselves.
    fn is_secret(&self) -> bool {
        false
    }
}

impl OfThing for Warranty {
    const RELATION: Relation = Relation::Covers;
    const CHANGING: Changing = Changing::WithThing;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Claim {
    const RELATION: Relation = Relation::ClaimOf;
    const CHANGING: Changing = Changing::WithThing;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Plan {
    const RELATION: Relation = Relation::Plans;
    const CHANGING: Changing = Changing::BySight;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Job {
    const RELATION: Relation = Relation::DoneFor;
    const CHANGING: Changing = Changing::BySight;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Loan {
    const RELATION: Relation = Relation::Lends;
    const CHANGING: Changing = Changing::BySight;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Loss {
    const RELATION: Relation = Relation::Loses;
    const CHANGING: Changing = Changing::BySight;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Sighting {
    const RELATION: Relation = Relation::Sees;
    const CHANGING: Changing = Changing::BySight;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Memory {
    const RELATION: Relation = Relation::Remembers;
    const CHANGING: Changing = Changing::BySight;
    const FOR_GUESTS: bool = true;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Bequest {
    const RELATION: Relation = Relation::Bequeaths;
    const CHANGING: Changing = Changing::ByWriter;

    fn item(&self) -> ItemId {
        self.item
    }

    fn is_secret(&self) -> bool {
        !self.details.open
    }
}

impl Viewer {
    /// Whether they see what belongs to a thing: those who see the thing, of the household where it is not for guests. What
    /// its writer keeps to themselves is seen by nobody else; by the household's owners once the writer has left.
    pub fn sees_of_thing<T: OfThing>(&self, rows: &impl Rows, row: &Row<T>) -> Result<bool> {
        match rows.find(row.item())? {
            Some(item) => self.sees_with_thing(rows, row, &item),
            None => Ok(false),
        }
    }

    /// The same of what belongs to a thing that is at hand.
    pub fn sees_with_thing<T: OfThing>(
        &self,
        rows: &impl Rows,
        row: &Row<T>,
        item: &Row<Item>,
    ) -> Result<bool> {
        if self.role() == Role::Guest && !T::FOR_GUESTS {
            return Ok(false);
        }
        Ok(!self.is_kept_from(rows, row)? && self.sees(rows, item)?)
    }

    /// Whether it is a secret of somebody else's: of its writer, or of the household's owners once the writer has left.
    fn is_kept_from<T: OfThing>(&self, rows: &impl Rows, row: &Row<T>) -> Result<bool> {
        if !row.is_secret() {
            return Ok(false);
        }
        let writer = audience::of_secret(rows, row.created.by)?;
        Ok(!self.sight().sees(&writer))
    }

    /// What belongs to a thing that they see, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn of_thing<T: OfThing>(&self, rows: &impl Rows, id: Id<T>) -> Result<Row<T>> {
        let row = rows.get(id)?;
        if self.sees_of_thing(rows, &row)? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// A version of what belongs to a thing that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is or was not for their eyes.
    pub fn of_thing_version<T: OfThing>(
        &self,
        rows: &impl Rows,
        id: Id<T>,
        revision: Revision,
    ) -> Result<Row<T>> {
        let versions = self.of_thing_versions(rows, id)?;
        let version = versions.into_iter().find(|row| row.revision == revision);
        version.ok_or(Error::NotFound)
    }

    /// The versions of what belongs to a thing that they see, the newest first: the present one, and those that were written
    /// while they would have seen the thing. What was written while it was private to others stays theirs, and so does what
    /// their writer kept to themselves.
    ///
    /// # Errors
    /// As [`Self::of_thing`].
    pub fn of_thing_versions<T: OfThing>(
        &self,
        rows: &impl Rows,
        id: Id<T>,
    ) -> Result<Vec<Row<T>>> {
        let present = self.of_thing(rows, id)?;
        let things = rows.versions(present.item())?;
        let mut seen = Vec::new();
        for version in rows.versions(id)? {
            let then = things.iter().find(|it| it.revision <= version.revision);
            let was_seen = then.map(|thing| self.sees(rows, thing)).transpose()?;
            let is_told = version.revision == present.revision || was_seen == Some(true);
            if is_told && !self.is_kept_from(rows, &version)? {
                seen.push(version);
            }
        }
        Ok(seen)
    }
}

impl Editor {
    /// What belongs to a thing and they may change, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn of_thing<T: OfThing>(&self, rows: &impl Rows, id: Id<T>) -> Result<Row<T>> {
        let row = self.viewer().of_thing(rows, id)?;
        let item = self.viewer().item(rows, row.item())?;
        if self.may_change_of_thing(&item, &row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// Whether they may change what belongs to a thing that they see.
    pub fn may_change_of_thing<T: OfThing>(&self, item: &Row<Item>, row: &Row<T>) -> bool {
        let is_own = row.created.by == Some(self.person());
        match T::CHANGING {
            Changing::WithThing => self.may_change(item),
            Changing::BySight => self.viewer().role() != Role::Child || is_own,
            Changing::ByWriter => is_own,
        }
    }

    /// A thing that they may add something to, in the bin or not.
    ///
    /// # Errors
    /// As [`Self::item`].
    pub fn item_for<T: OfThing>(&self, rows: &impl Rows, id: ItemId) -> Result<Row<Item>> {
        match T::CHANGING {
            Changing::WithThing => self.item(rows, id),
            Changing::BySight | Changing::ByWriter => self.viewer().item(rows, id),
        }
    }
}
