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

    /// The versions of a warranty that they see, the newest first: what was written while its thing was private to others stays
    /// theirs.
    ///
    /// # Errors
    /// As [`Self::warranty`].
    pub fn warranty_versions(
        &self,
        rows: &impl Rows,
        id: WarrantyId,
    ) -> Result<Vec<Row<Warranty>>> {
        let present = self.warranty(rows, id)?;
        self.versions_beside(rows, &present, present.item)
    }

    /// The versions of a claim that they see, the newest first, likewise.
    ///
    /// # Errors
    /// As [`Self::claim`].
    pub fn claim_versions(&self, rows: &impl Rows, id: ClaimId) -> Result<Vec<Row<Claim>>> {
        let present = self.claim(rows, id)?;
        self.versions_beside(rows, &present, present.item)
    }

    /// The versions of a row that were written while they would have seen a thing, and the one that they see now.
    fn versions_beside<T: Record>(
        &self,
        rows: &impl Rows,
        present: &Row<T>,
        item: ItemId,
    ) -> Result<Vec<Row<T>>> {
        let things = rows.versions(item)?;
        let mut seen = Vec::new();
        for version in rows.versions(present.body.id())? {
            let mut then = things
                .iter()
                .filter(|thing| thing.revision <= version.revision);
            let was_seen = then
                .next()
                .map(|thing| self.sees(rows, thing))
                .transpose()?;
            if version.revision == present.revision || was_seen == Some(true) {
                seen.push(version);
            }
        }
        Ok(seen)
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
