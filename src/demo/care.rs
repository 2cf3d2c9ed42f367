//! The upkeep of the demo household on its way into the archive: plans, what was done by them, repairs and loans.

use jiff::{Span, civil::Date};

use super::{
    house::{House, kronor},
    household::{self, Beat},
};
use crate::{
    actions::belongings,
    domain::{
        item::ItemId,
        job::{Job, JobDetails},
        length::Length,
        loan::{Loan, LoanDetails},
        plan::{Plan, PlanDetails, PlanId},
        rhythm::{Meter, Months, Rhythm, Season},
    },
    error::{Error, Result},
};

/// The day, counted back from today, on which somebody wrote down what there is to do.
const EVENING: i32 = 11;

impl House<'_> {
    /// Writes down what is to be done, what was, and what is with the neighbours.
    pub(super) fn plan(&self) -> Result<()> {
        self.wait_until(EVENING, 19 * 60);
        for plan in household::plans() {
            let item = self.thing(plan.thing)?;
            let id = self.intend(item, plan)?;
            for job in plan.done {
                self.enter(item, job, plan.what, Some(id))?;
            }
        }
        for (thing, job) in household::jobs() {
            self.enter(self.thing(thing)?, job, job.what, None)?;
        }
        household::loans()
            .iter()
            .try_for_each(|loan| self.lend(loan))
    }

    /// So many days ago.
    fn ago(&self, days: i32) -> Date {
        self.today.saturating_sub(Span::new().days(days))
    }

    fn intend(&self, item: ItemId, plan: &household::Plan) -> Result<PlanId> {
        self.pause();
        let who = plan.who.map(|who| self.viewer(who)).transpose()?;
        let details = PlanDetails {
            what: plan.what.get(self.lang).to_owned(),
            note: plan.note.get(self.lang).to_owned(),
            rhythm: rhythm(plan.rhythm)?,
            first: self.ago(plan.first),
            season: plan.season.and_then(|(from, to)| Season::new(from, to)),
            who: who.map(crate::access::Viewer::person),
        };
        let editor = self.editor("erik")?;
        let row = belongings::add::<Plan>(self.store, &editor, item, details)?.value;
        Ok(row.body.id)
    }

    fn enter(
        &self,
        item: ItemId,
        job: &household::Job,
        what: household::Text,
        plan: Option<PlanId>,
    ) -> Result<()> {
        self.pause();
        let details = JobDetails {
            by: job.by.get(self.lang).to_owned(),
            cost: job.cost.map(kronor),
            meter: job.meter,
            work: job.work,
            plan,
            ..JobDetails::on(self.ago(job.days), what.get(self.lang).to_owned())
        };
        belongings::add::<Job>(self.store, &self.editor("erik")?, item, details).map(drop)
    }

    fn lend(&self, loan: &household::Loan) -> Result<()> {
        self.pause();
        let details = LoanDetails {
            due: loan.due.map(|days| self.ago(days)),
            back: loan.back.map(|days| self.ago(days)),
            ..LoanDetails::since(self.ago(loan.since), loan.to.get(self.lang).to_owned())
        };
        let item = self.thing(loan.thing)?;
        belongings::add::<Loan>(self.store, &self.editor("anna")?, item, details).map(drop)
    }
}

fn rhythm(beat: Beat) -> Result<Rhythm> {
    let rhythm = match beat {
        Beat::After(count, unit) => Length::new(count, unit).map(Rhythm::AfterDone),
        Beat::Fixed(count, unit) => Length::new(count, unit).map(Rhythm::Fixed),
        Beat::In(months) => Months::new(months.iter().copied()).map(Rhythm::Months),
        Beat::Driven(every) => Meter::new(every, 0, "km".to_owned()).map(Rhythm::Metered),
    };
    rhythm.ok_or(Error::NotFound)
}
