//! What is done with reports: each is made once and never changed.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        blob::BlobHash,
        person::{Person, Role},
        report::{Report, ReportId},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, permit};
use crate::{
    cast::{Cast, asked, written},
    deed::Reporting,
    files::FILES,
};

impl Household {
    pub(super) fn report(
        &mut self,
        by: &Person,
        deed: &Reporting,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Reporting::Make(title, shown, private) => {
                self.last_report += 1;
                let content = written(title, shown).stored().expect("it is small");
                let files = shown
                    .iter()
                    .map(|file| BlobHash::of(FILES[usize::from(*file)].bytes));
                let files: BTreeSet<_> = files.collect();
                let made = Report {
                    id: self.id(),
                    number: self.last_report,
                    made: self.hand().stamp.at,
                    day: self.today(),
                    by: Some(by.id),
                    details: asked(*private),
                    content: BlobHash::of(&content),
                    files: files.into_iter().collect(),
                };
                self.put(made, Expect::Any).map(drop)
            }
            Reporting::Remove(report) => {
                let id = cast.report(*report);
                self.own_report(by, id)?;
                self.bin(id).map(drop)
            }
            Reporting::Restore(report) => {
                let id = cast.report(*report);
                self.own_report(by, id)?;
                self.restore(id).map(drop)
            }
        }
    }

    pub(super) fn seen_report(
        &self,
        person: &Person,
        id: ReportId,
    ) -> Result<Row<Report>, Refusal> {
        let row = self.get(id)?;
        if sees_report(person, &row) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// A report that somebody may remove: a child only what it made itself.
    pub(super) fn own_report(&self, person: &Person, id: ReportId) -> Result<Row<Report>, Refusal> {
        let row = self.seen_report(person, id)?;
        permit(person.role != Role::Child || row.by == Some(person.id))?;
        Ok(row)
    }
}

/// Every member sees a report, but for what only its maker may have seen; a guest sees none.
pub fn sees_report(person: &Person, report: &Report) -> bool {
    let own = report.by == Some(person.id);
    person.role != Role::Guest && (own || !report.details.include_private)
}

/// The files that a report holds: what it says, and what it shows.
pub fn held_by(report: &Report) -> Vec<BlobHash> {
    let mut files = report.files.clone();
    files.push(report.content);
    files
}

/// What it is called in the log.
pub(super) const fn called(deed: &Reporting) -> &'static str {
    match deed {
        Reporting::Make(..) => "report-add",
        Reporting::Remove(..) => "report-remove",
        Reporting::Restore(..) => "report-restore",
    }
}
