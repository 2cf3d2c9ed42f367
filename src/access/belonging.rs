//! What belongs to one thing and says what is done with it: a plan, a job or a loan is seen by whoever of the household sees
//! the thing.

use super::permission::{Editor, Viewer};
use crate::{
    domain::{id::Id, item::ItemId, job::Job, loan::Loan, person::Role, plan::Plan},
    error::{Error, Result},
    store::{Record, Relation, Revision, Row, Rows},
};

/// A noun whose rows belong to one thing each.
pub trait OfThing: Record {
    /// How a row refers to its thing.
    const RELATION: Relation;

    /// Which thing.
    fn item(&self) -> ItemId;
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

impl Viewer {
    /// Whether they see what belongs to a thing: those of the household who see the thing. What a guest is shown is the
    /// thing, not what the household does with it.
    pub fn sees_of_thing<T: OfThing>(&self, rows: &impl Rows, body: &T) -> Result<bool> {
        if self.role() == Role::Guest {
            return Ok(false);
        }
        match rows.find(body.item())? {
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
        if self.sees_of_thing(rows, &row.body)? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// A version of what belongs to a thing that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn of_thing_version<T: OfThing>(
        &self,
        rows: &impl Rows,
        id: Id<T>,
        revision: Revision,
    ) -> Result<Row<T>> {
        self.of_thing(rows, id)?;
        rows.version(id, revision)?.ok_or(Error::NotFound)
    }

    /// The versions of what belongs to a thing that they see, the newest first. It has always belonged to that thing, and
    /// whoever sees the thing now sees what was done with it before.
    ///
    /// # Errors
    /// As [`Self::of_thing`].
    pub fn of_thing_versions<T: OfThing>(
        &self,
        rows: &impl Rows,
        id: Id<T>,
    ) -> Result<Vec<Row<T>>> {
        self.of_thing(rows, id)?;
        rows.versions(id)
    }
}

impl Editor {
    /// What belongs to a thing and they may change, in the bin or not: a child only what it added itself.
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
        self.viewer().role() != Role::Child || row.created.by == Some(self.person())
    }
}
