//! Who sees and who changes an incident: it is the whole household's, and no guest's.

use super::permission::{Editor, Viewer};
use crate::{
    domain::{
        incident::{Incident, IncidentId},
        person::Role,
    },
    error::{Error, Result},
    store::{Revision, Row, Rows},
};

impl Viewer {
    /// Whether they see incidents: a guest is told nothing of what happened in the house.
    pub const fn sees_incidents(&self) -> bool {
        !matches!(self.role(), Role::Guest)
    }

    /// An incident that they see, in the bin or not. What it took is for those who see each thing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn incident(&self, rows: &impl Rows, id: IncidentId) -> Result<Row<Incident>> {
        if self.sees_incidents() {
            rows.get(id)
        } else {
            Err(Error::NotFound)
        }
    }

    /// A version of an incident that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn incident_version(
        &self,
        rows: &impl Rows,
        id: IncidentId,
        revision: Revision,
    ) -> Result<Row<Incident>> {
        self.incident(rows, id)?;
        rows.version(id, revision)?.ok_or(Error::NotFound)
    }

    /// The versions of an incident that they see, the newest first.
    ///
    /// # Errors
    /// As [`Self::incident`].
    pub fn incident_versions(
        &self,
        rows: &impl Rows,
        id: IncidentId,
    ) -> Result<Vec<Row<Incident>>> {
        self.incident(rows, id)?;
        rows.versions(id)
    }
}

impl Editor {
    /// An incident that they may change, in the bin or not: a child only one that it entered itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Error::Denied`] when they only may look.
    pub fn incident(&self, rows: &impl Rows, id: IncidentId) -> Result<Row<Incident>> {
        let row = self.viewer().incident(rows, id)?;
        if self.may_change_incident(&row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// Whether they may change an incident that they see.
    pub fn may_change_incident(&self, incident: &Row<Incident>) -> bool {
        self.viewer().role() != Role::Child || incident.created.by == Some(self.person())
    }
}
