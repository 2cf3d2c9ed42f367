//! A job: something that was done for a thing.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{
    aspect::aspects, id::Id, invalid::Invalid, item::ItemId, keyed::keyed, money::Money,
    plan::PlanId, text,
};

/// The id of a job.
pub type JobId = Id<Job>;

/// Something that was done for a thing. Its papers and photos are its attachments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Job {
    /// Which.
    #[n(0)]
    pub id: JobId,
    /// For which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: JobDetails,
}

/// What a person says about something done: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct JobDetails {
    /// What was done.
    #[n(0)]
    pub what: String,
    /// When.
    #[cbor(n(1), with = "super::dates::day")]
    pub on: Date,
    /// By whom: somebody of the household, a workshop.
    #[n(2)]
    pub by: String,
    /// What it cost.
    #[n(3)]
    pub cost: Option<Money>,
    /// What the meter said.
    #[n(4)]
    pub meter: Option<u32>,
    /// What else there is to say, in Markdown.
    #[n(5)]
    pub note: String,
    /// What kind of work it was.
    #[n(6)]
    pub work: Work,
    /// The plan that it fulfilled.
    #[n(7)]
    pub plan: Option<PlanId>,
}

/// What kind of work was done.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
    Encode,
    Decode,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Looking after it.
    #[default]
    #[n(0)]
    Care,
    /// Mending it.
    #[n(1)]
    Repair,
    /// Making it better.
    #[n(2)]
    Improvement,
}

keyed!(Work {
    Care => "care",
    Repair => "repair",
    Improvement => "improvement",
});

aspects!(JobDetails {
    /// What was done.
    What = "what" at what;
    /// When.
    On = "on" at on;
    /// By whom.
    By = "by" at by;
    /// What it cost.
    Cost = "cost" at cost;
    /// What the meter said.
    Meter = "meter" at meter;
    /// What kind of work it was.
    Work = "work" at work;
    /// The plan that it fulfilled.
    Plan = "plan" at plan;
    /// What else there is to say.
    Note = "note" at note;
});

impl JobDetails {
    /// Something done on a day, of which nothing else is known.
    #[must_use]
    pub const fn on(day: Date, what: String) -> Self {
        Self {
            what,
            on: day,
            by: String::new(),
            cost: None,
            meter: None,
            note: String::new(),
            work: Work::Care,
            plan: None,
        }
    }

    /// What cannot be taken, by field. A job may be of a day that is yet to come: a workshop is booked.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.what, text::LINE) {
            invalid.push("what", why);
        }
        if !text::fits(&self.by, text::LINE) {
            invalid.push("by", "error-too-long");
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        if self.cost.is_some_and(|cost| cost.minor < 0) {
            invalid.push("cost", "error-negative");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let day = date(2026, 11, 27);
        let details = JobDetails {
            by: "x".repeat(text::LINE + 1),
            cost: Some(Money::new(-1, Currency::SEK)),
            note: "x".repeat(text::PROSE + 1),
            ..JobDetails::on(day, String::new())
        };
        let invalid = details.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["what", "by", "note", "cost"]);
        assert!(
            JobDetails::on(day, "Vaxade skidorna".into())
                .check()
                .is_empty()
        );
    }
}
