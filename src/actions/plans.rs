//! What is planned for things, and when it is due.

use jiff::civil::Date;

use super::{
    belongings::{self, Actions, Belonging},
    jobs, people,
};
use crate::{
    access::Viewer,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId},
        plan::{Plan, PlanDetails, PlanId},
        rhythm::{Due, Last},
        text,
    },
    error::Result,
    store::{Row, Rows},
};

impl Belonging for Plan {
    type Details = PlanDetails;

    const ACTIONS: Actions = Actions {
        add: "plan-add",
        change: "plan-change",
        remove: "plan-remove",
        restore: "plan-restore",
    };

    fn new(id: PlanId, item: ItemId, details: PlanDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &PlanDetails {
        &self.details
    }

    fn tidy(details: &mut PlanDetails) {
        details.what = text::line(&details.what);
        details.note = text::prose(&details.note);
    }

    fn check(
        rows: &impl Rows,
        _: &Viewer,
        _: ItemId,
        details: &PlanDetails,
        present: Option<&PlanDetails>,
    ) -> Result<Invalid> {
        let mut invalid = details.check();
        if let Some(person) = details.who
            && present.and_then(|present| present.who) != Some(person)
            && !people::is_member(rows, person)?
        {
            invalid.push("who", "error-gone");
        }
        Ok(invalid)
    }
}

/// How a plan stands on a day.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its day has passed, or the meter says more than it should.
    Overdue,
    /// It is its day, or the meter says just so much.
    DueNow,
    /// It is not yet time.
    Coming,
}

/// A plan, and when it is due.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Row<Plan>,
    /// What is known of the last time.
    pub last: Last,
    /// When it is due.
    pub due: Due,
    /// How it stands today.
    pub standing: Standing,
}

/// When a plan is due, as things stand on a day.
pub fn planned(rows: &impl Rows, plan: Row<Plan>, today: Date) -> Result<Planned> {
    let last = jobs::last(rows, plan.id)?;
    let due = plan.details.due(last);
    let standing = match due {
        Due::On(day) => by_order(day.cmp(&today)),
        Due::At(reading) => {
            let now = jobs::reading(rows, plan.item)?.unwrap_or(0);
            by_order(reading.cmp(&now))
        }
    };
    Ok(Planned {
        plan,
        last,
        due,
        standing,
    })
}

const fn by_order(order: std::cmp::Ordering) -> Standing {
    match order {
        std::cmp::Ordering::Less => Standing::Overdue,
        std::cmp::Ordering::Equal => Standing::DueNow,
        std::cmp::Ordering::Greater => Standing::Coming,
    }
}

/// What is planned for a thing, what is overdue first. Whoever asks sees the thing, and is no guest.
pub fn of_item(rows: &impl Rows, item: ItemId, today: Date) -> Result<Vec<Planned>> {
    let plans = belongings::of_item(rows, item)?.into_iter();
    let mut all = plans
        .map(|plan| planned(rows, plan, today))
        .collect::<Result<Vec<_>>>()?;
    all.sort_by_key(order);
    Ok(all)
}

/// What is planned for all that somebody sees and the household has, each with its thing, what is overdue first, then
/// what comes next.
pub fn all(rows: &impl Rows, viewer: &Viewer, today: Date) -> Result<Vec<(Planned, Row<Item>)>> {
    let mut all = Vec::new();
    for (plan, item) in belongings::all(rows, viewer)? {
        if item.archived.is_none() {
            all.push((planned(rows, plan, today)?, item));
        }
    }
    all.sort_by_key(|(planned, _)| order(planned));
    Ok(all)
}

/// A meter has no day: it comes after what has one and stands alike.
const fn order(planned: &Planned) -> (Standing, Date, PlanId) {
    let day = match planned.due {
        Due::On(day) => day,
        Due::At(_) => Date::MAX,
    };
    (planned.standing, day, planned.plan.body.id)
}
