//! Who sees and who removes a report: it is the whole household's, but for what private things are in.

use super::permission::{Editor, Viewer};
use crate::{
    domain::{
        person::Role,
        report::{Report, ReportId},
    },
    error::{Error, Result},
    store::{Row, Rows},
};

impl Viewer {
    /// Whether they see a report: those of the household, of a division only who sees that, and nobody but its maker
    /// where private things may be in it.
    pub fn sees_report(&self, report: &Report) -> bool {
        let is_own = report.by == Some(self.person());
        let divides = report.details.division.is_some();
        let is_told = !divides || self.manager().is_ok();
        self.role() != Role::Guest && is_told && (!report.details.include_private || is_own)
    }

    /// A report that they see, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn report(&self, rows: &impl Rows, id: ReportId) -> Result<Row<Report>> {
        let row = rows.get(id)?;
        if self.sees_report(&row) {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }
}

impl Editor {
    /// A report that they may remove: a child only one that it made itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn report(&self, rows: &impl Rows, id: ReportId) -> Result<Row<Report>> {
        let row = self.viewer().report(rows, id)?;
        if self.may_remove_report(&row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// Whether they may remove a report that they see.
    pub fn may_remove_report(&self, report: &Report) -> bool {
        self.viewer().role() != Role::Child || report.by == Some(self.person())
    }
}
