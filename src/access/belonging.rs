//! What belongs to one thing: a plan, a job or a loan is seen by whoever of the household sees the thing, a memory by whoever
//! sees it at all, and a bequest by nobody but its writer until they say otherwise.

use super::{
    audience,
    permission::{Editor, Viewer},
};
use crate::{
    domain::{
        bequest::Bequest, id::Id, item::ItemId, job::Job, loan::Loan, memory::Memory, person::Role,
        plan::Plan,
    },
    error::{Error, Result},
    store::{Record, Relation, Revision, Row, Rows},
};

/// A noun whose rows belong to one thing each.
pub trait OfThing: Record {
    /// How a row refers to its thing.
    const RELATION: Relation;
    /// Whether guests see it of a thing that they are shown: what is told of the thing, and not what the household does
    /// with it.
    const FOR_GUESTS: bool = false;
    /// Whether it is the word of whoever entered it, and nobody else's to change.
    const IS_OWN: bool = false;

    /// Which thing.
    fn item(&self) -> ItemId;

    /// Whether whoever entered it keeps it to themselves.
    fn is_secret(&self) -> bool {
        false
    }
}

impl OfThing for Plan {
    const RELATION: Relation = Relation::Plans;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Job {
    const RELATION: Relation = Relation::DoneFor;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Loan {
    const RELATION: Relation = Relation::Lends;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Memory {
    const RELATION: Relation = Relation::Remembers;
    const FOR_GUESTS: bool = true;

    fn item(&self) -> ItemId {
        self.item
    }
}

impl OfThing for Bequest {
    const RELATION: Relation = Relation::Bequeaths;
    const IS_OWN: bool = true;

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
        if self.role() == Role::Guest && !T::FOR_GUESTS {
            return Ok(false);
        }
        if row.is_secret()
            && !self
                .sight()
                .sees(&audience::of_secret(rows, row.created.by)?)
        {
            return Ok(false);
        }
        match rows.find(row.item())? {
            Some(item) => self.sees(rows, &item),
            None => Ok(false),
        }
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
        self.of_thing(rows, id)?;
        let version = rows.version(id, revision)?.ok_or(Error::NotFound)?;
        if self.sees_of_thing(rows, &version)? {
            Ok(version)
        } else {
            Err(Error::NotFound)
        }
    }

    /// The versions of what belongs to a thing that they see, the newest first. It has always belonged to that thing, and
    /// whoever sees the thing now sees what was done with it before, save what was kept secret then.
    ///
    /// # Errors
    /// As [`Self::of_thing`].
    pub fn of_thing_versions<T: OfThing>(
        &self,
        rows: &impl Rows,
        id: Id<T>,
    ) -> Result<Vec<Row<T>>> {
        self.of_thing(rows, id)?;
        let mut seen = Vec::new();
        for version in rows.versions(id)? {
            if self.sees_of_thing(rows, &version)? {
                seen.push(version);
            }
        }
        Ok(seen)
    }
}

impl Editor {
    /// What belongs to a thing and they may change, in the bin or not: a child only what it added itself, and nobody what is
    /// another's word.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn of_thing<T: OfThing>(&self, rows: &impl Rows, id: Id<T>) -> Result<Row<T>> {
        let row = self.viewer().of_thing(rows, id)?;
        if self.may_change_of_thing(&row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// Whether they may change what belongs to a thing that they see.
    pub fn may_change_of_thing<T: OfThing>(&self, row: &Row<T>) -> bool {
        let is_theirs = row.created.by == Some(self.person());
        is_theirs || !T::IS_OWN && self.viewer().role() != Role::Child
    }
}
