//! What was done for things: the log, what it cost, and what it fulfilled.

use super::belongings::{self, Actions, Belonging};
use crate::{
    access::{Editor, Viewer},
    domain::{
        invalid::Invalid,
        item::ItemId,
        job::{Job, JobDetails, JobId},
        money::Sums,
        plan::{Plan, PlanId},
        rhythm::{Last, Rhythm},
        text,
    },
    error::Result,
    store::{Relation, Row, Rows, Saved, Store, Writer},
};

impl Belonging for Job {
    type Details = JobDetails;

    const ACTIONS: Actions = Actions {
        add: "job-add",
        change: "job-change",
        remove: "job-remove",
        restore: "job-restore",
    };

    fn new(id: JobId, item: ItemId, details: JobDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &JobDetails {
        &self.details
    }

    fn tidy(details: &mut JobDetails) {
        for line in [&mut details.what, &mut details.by] {
            *line = text::line(line);
        }
        details.note = text::prose(&details.note);
    }

    fn check(
        rows: &impl Rows,
        _: &Viewer,
        item: ItemId,
        details: &JobDetails,
        present: Option<&JobDetails>,
    ) -> Result<Invalid> {
        let mut invalid = details.check();
        let Some(id) = details.plan else {
            return Ok(invalid);
        };
        let plan: Option<Row<Plan>> = rows.find(id)?.filter(|plan: &Row<Plan>| plan.item == item);
        let stays = present.and_then(|present| present.plan) == Some(id);
        match plan {
            Some(plan) if stays || plan.binned.is_none() => {
                let is_metered = matches!(plan.details.rhythm, Rhythm::Metered(_));
                if is_metered && details.meter.is_none() {
                    invalid.push("meter", "error-meter");
                }
            }
            _ => invalid.push("plan", "error-gone"),
        }
        Ok(invalid)
    }
}

/// Enters that what a plan is about was done today, by who says so. What else there is to say can be said later.
///
/// # Errors
/// [`crate::error::Error::NotFound`] when the plan or its thing is not for their eyes, or in the bin;
/// [`crate::error::Error::Invalid`] at `meter` when the plan is counted by one: then the reading has to be told.
pub fn done(store: &Store, editor: &Editor, plan: PlanId) -> Result<Saved<Row<Job>>> {
    let (plan, _) = belongings::in_use_with_thing(&store.read()?, editor.viewer(), plan)?;
    let details = JobDetails {
        by: editor.viewer().name().to_owned(),
        plan: Some(plan.id),
        ..JobDetails::on(store.clock().today(), plan.details.what.clone())
    };
    belongings::add(store, editor, plan.item, details)
}

/// What was done for a thing, the latest first. Whoever asks sees the thing, and is no guest.
pub fn of_item(rows: &impl Rows, item: ItemId) -> Result<Vec<Row<Job>>> {
    let mut jobs: Vec<Row<Job>> = belongings::of_item(rows, item)?;
    jobs.sort_by_key(|job| std::cmp::Reverse((job.details.on, job.id)));
    Ok(jobs)
}

/// The jobs that fulfilled a plan, the latest first.
pub fn of_plan(rows: &impl Rows, plan: PlanId) -> Result<Vec<Row<Job>>> {
    let mut jobs = Vec::new();
    for id in rows.referring_to(Relation::Fulfils, plan)? {
        jobs.extend(rows.find(id)?.filter(|job: &Row<Job>| job.binned.is_none()));
    }
    jobs.sort_by_key(|job| std::cmp::Reverse((job.details.on, job.id)));
    Ok(jobs)
}

/// What is known of the last time that a plan was fulfilled.
pub(super) fn last(rows: &impl Rows, plan: PlanId) -> Result<Last> {
    let jobs = of_plan(rows, plan)?;
    Ok(Last {
        on: jobs.first().map(|job| job.details.on),
        meter: jobs.iter().filter_map(|job| job.details.meter).max(),
    })
}

/// The most that the meter of a thing has been read to say.
pub fn reading(rows: &impl Rows, item: ItemId) -> Result<Option<u32>> {
    let jobs: Vec<Row<Job>> = belongings::of_item(rows, item)?;
    Ok(jobs.iter().filter_map(|job| job.details.meter).max())
}

/// Who has done something before, as far as somebody sees, each once, in the order of their names.
pub fn doers(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<String>> {
    let jobs = belongings::all::<Job>(rows, viewer)?.into_iter();
    let mut doers: Vec<String> = jobs
        .map(|(job, _)| job.body.details.by)
        .filter(|by| !by.is_empty())
        .collect();
    doers.sort_by_key(|by| by.to_lowercase());
    doers.dedup();
    Ok(doers)
}

/// What upkeep came to in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// How many jobs there were.
    pub jobs: usize,
    /// What they cost, a sum for each currency.
    pub cost: Sums,
}

/// What jobs cost, year by year, the latest first.
#[must_use]
pub fn years<'a>(jobs: impl IntoIterator<Item = &'a Job>) -> Vec<Year> {
    let mut years = std::collections::BTreeMap::new();
    for job in jobs {
        let year = job.details.on.year();
        let told = years.entry(year).or_insert_with(|| Year {
            year,
            jobs: 0,
            cost: Sums::default(),
        });
        told.jobs += 1;
        if let Some(cost) = job.details.cost {
            told.cost.add(cost, 1);
        }
    }
    years.into_values().rev().collect()
}

/// What upkeep of all that somebody sees came to, year by year, the latest first. Things that have left count: what was
/// paid was paid.
pub fn all_years(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Year>> {
    let jobs = belongings::all::<Job>(rows, viewer)?;
    Ok(years(jobs.iter().map(|(job, _)| &job.body)))
}

/// Lets the jobs of a plan that is gone for good stand by themselves.
pub(super) fn forget_plan(tx: &mut Writer<'_>, plan: PlanId) -> Result<()> {
    for id in tx.referring_to::<Job, _>(Relation::Fulfils, plan)? {
        let mut row = tx.get(id)?;
        row.body.details.plan = None;
        tx.bring_back(row)?;
    }
    Ok(())
}
