//! Who sees, and who may change, what was promised and claimed about a thing.

use super::{Editor, Viewer};
use crate::{
    domain::{
        claim::{Claim, ClaimId},
        item::ItemId,
        person::Role,
        warranty::{Warranty, WarrantyId},
    },
    error::{Error, Result},
    store::{Record, Row, Rows},
};

impl Viewer {
    /// Whether they see what was promised and claimed about a thing: those of the household who see the thing. A guest does
    /// not, as with receipts.
    fn sees_papers_of(&self, rows: &impl Rows, item: ItemId) -> Result<bool> {
        if self.role() == Role::Guest {
            return Ok(false);
        }
        match self.item(rows, item) {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn paper<T: Record>(
        &self,
        rows: &impl Rows,
        row: Row<T>,
        item: impl FnOnce(&T) -> ItemId,
    ) -> Result<Row<T>> {
        if self.sees_papers_of(rows, item(&row))? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// A warranty that they see, in the bin or not: one of a thing that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn warranty(&self, rows: &impl Rows, id: WarrantyId) -> Result<Row<Warranty>> {
        self.paper(rows, rows.get(id)?, |warranty| warranty.item)
    }

    /// A claim that they see, in the bin or not: one about a thing that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn claim(&self, rows: &impl Rows, id: ClaimId) -> Result<Row<Claim>> {
        self.paper(rows, rows.get(id)?, |claim| claim.item)
    }
}

impl Editor {
    /// A warranty of a thing that they may change, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn warranty(&self, rows: &impl Rows, id: WarrantyId) -> Result<Row<Warranty>> {
        let row = self.viewer().warranty(rows, id)?;
        self.item(rows, row.item)?;
        Ok(row)
    }

    /// A claim about a thing that they may change, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn claim(&self, rows: &impl Rows, id: ClaimId) -> Result<Row<Claim>> {
        let row = self.viewer().claim(rows, id)?;
        self.item(rows, row.item)?;
        Ok(row)
    }
}
