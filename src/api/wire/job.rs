//! A job on the wire, and what jobs cost.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Stamp, read_money};
use crate::{
    actions::jobs,
    domain::{
        id::Id,
        invalid::Invalid,
        job::{self, JobDetails, Work},
    },
    error::{Error, Result},
    store::Row,
};

/// Something that was done for a thing. Its papers and photos are its documents and photos.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Job {
    /// Which.
    pub id: Uuid,
    /// For which thing.
    pub item: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: JobFields,
}

/// What a person says about something done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct JobFields {
    /// What was done.
    #[schema(examples("Bytte kedja"))]
    pub what: String,
    /// When; the day on which it is entered when nobody says.
    #[schema(value_type = Option<String>, format = Date, examples("2026-11-20"))]
    pub on: Option<Date>,
    /// By whom: somebody of the household, a workshop.
    pub by: String,
    /// What it cost.
    pub cost: Option<Money>,
    /// What the meter said. Must be told when it fulfils a plan that is `metered`.
    pub meter: Option<u32>,
    /// What kind of work it was; `care` when nobody says.
    #[schema(value_type = Option<Work>, examples("care"))]
    pub work: Option<Work>,
    /// The plan that it fulfilled: one of the same thing.
    pub plan: Option<Uuid>,
    /// What else there is to say, in Markdown.
    pub note: String,
}

impl From<&Row<job::Job>> for Job {
    fn from(row: &Row<job::Job>) -> Self {
        Self {
            id: row.id.uuid(),
            item: row.item.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl From<&JobDetails> for JobFields {
    fn from(details: &JobDetails) -> Self {
        Self {
            what: details.what.clone(),
            on: Some(details.on),
            by: details.by.clone(),
            cost: details.cost.map(Into::into),
            meter: details.meter,
            work: Some(details.work),
            plan: details.plan.map(Id::uuid),
            note: details.note.clone(),
        }
    }
}

impl JobFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self, today: Date) -> Result<JobDetails> {
        let mut invalid = Invalid::default();
        let details = JobDetails {
            what: self.what,
            on: self.on.unwrap_or(today),
            by: self.by,
            cost: read_money(self.cost.as_ref(), "cost", &mut invalid),
            meter: self.meter,
            note: self.note,
            work: self.work.unwrap_or_default(),
            plan: self.plan.map(Id::from_uuid),
        };
        invalid.or(details).map_err(Error::from)
    }
}

/// What a job was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct JobVersion {
    /// What was done to make it so.
    #[schema(examples("job-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub job: Job,
}

/// What upkeep came to in a year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Spent {
    /// The year.
    pub year: i16,
    /// How many jobs there were.
    pub jobs: usize,
    /// What they cost: a sum for each currency.
    pub cost: Vec<Money>,
}

impl From<&jobs::Year> for Spent {
    fn from(year: &jobs::Year) -> Self {
        Self {
            year: year.year,
            jobs: year.jobs,
            cost: year.cost.iter().map(Into::into).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::money::{self, Currency};

    #[test]
    fn a_job_reads_back_as_it_was_written() {
        let details = JobDetails {
            by: "Cykelverkstan".into(),
            cost: Some(money::Money::new(89_500, Currency::SEK)),
            meter: Some(4_210),
            note: "Ny kassett också.".into(),
            work: Work::Repair,
            plan: Some(Id::from_uuid(Uuid::from_u128(7))),
            ..JobDetails::on(date(2026, 11, 20), "Bytte kedja".into())
        };
        let json = serde_json::to_value(JobFields::from(&details)).unwrap();
        let read: JobFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(date(2030, 1, 1)).unwrap(), details);
    }
}
