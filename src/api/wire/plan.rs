//! A plan on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    actions::plans::{self, Standing},
    domain::{
        id::Id,
        invalid::Invalid,
        plan::{self, PlanDetails},
        rhythm::{self, Beat, Due, Months, Rhythm},
    },
    error::{Error, Result},
    store::Row,
};

/// What is to be done for a thing, again and again.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Plan {
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
    pub fields: PlanFields,
}

/// A plan, and when it is due.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Planned {
    /// When it was done last; `null` when it never was.
    #[schema(value_type = Option<String>, format = Date)]
    pub last: Option<Date>,
    /// The day on which it is due; `null` when a meter says when.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// The reading at which it is due, when a meter says when.
    pub due_at: Option<u32>,
    /// How it stands today: `overdue`, `due_now` or `coming`.
    pub standing: Standing,
    /// The plan.
    #[serde(flatten)]
    pub plan: Plan,
}

/// What a person says about a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct PlanFields {
    /// What is to be done.
    #[schema(examples("Rensa filtret"))]
    pub what: String,
    /// How often: so long `after_done`, on `fixed` days, in certain `months`, or `metered`.
    #[schema(value_type = Option<Beat>, examples("after_done"))]
    pub rhythm: Option<Beat>,
    /// For `after_done` and `fixed`: how long from one time to the next, as an ISO 8601 duration of one unit.
    #[schema(pattern = "^P[1-9][0-9]{0,3}[DWMY]$", examples("P3M"))]
    pub every: Option<String>,
    /// For `months`: in which of them, 1 to 12.
    #[schema(examples(json!([])))]
    pub months: Vec<u8>,
    /// For `metered`: after how much more.
    pub meter: Option<Meter>,
    /// The day on which it is due first, or from which months are looked for; the day on which it is entered when nobody
    /// says.
    #[schema(value_type = Option<String>, format = Date, examples("2026-12-01"))]
    pub first: Option<Date>,
    /// The months in which it can be done, where not in all.
    pub season: Option<Season>,
    /// Who does it.
    pub who: Option<Uuid>,
    /// How, in Markdown.
    pub note: String,
}

/// How much more a meter says from one time to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct Meter {
    /// How much more, at least 1.
    #[schema(minimum = 1)]
    pub every: u32,
    /// What it said when one began to count.
    pub from: u32,
    /// What it counts.
    #[schema(examples("km"))]
    pub unit: String,
}

/// From one month through another, over the new year or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct Season {
    /// The first month.
    #[schema(minimum = 1, maximum = 12)]
    pub from: u8,
    /// The last month.
    #[schema(minimum = 1, maximum = 12)]
    pub to: u8,
}

impl From<&Row<plan::Plan>> for Plan {
    fn from(row: &Row<plan::Plan>) -> Self {
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

impl From<&plans::Planned> for Planned {
    fn from(planned: &plans::Planned) -> Self {
        let (due, due_at) = match planned.due {
            Due::On(day) => (Some(day), None),
            Due::At(reading) => (None, Some(reading)),
        };
        Self {
            last: planned.last.on,
            due,
            due_at,
            standing: planned.standing,
            plan: (&planned.plan).into(),
        }
    }
}

impl From<&PlanDetails> for PlanFields {
    fn from(details: &PlanDetails) -> Self {
        let (mut every, mut months, mut meter) = (None, Vec::new(), None);
        match &details.rhythm {
            Rhythm::AfterDone(length) | Rhythm::Fixed(length) => every = Some(length.to_string()),
            Rhythm::Months(some) => months = some.iter().collect(),
            Rhythm::Metered(counted) => {
                meter = Some(Meter {
                    every: counted.every(),
                    from: counted.from(),
                    unit: counted.unit().to_owned(),
                });
            }
        }
        Self {
            what: details.what.clone(),
            rhythm: Some(details.rhythm.beat()),
            every,
            months,
            meter,
            first: Some(details.first),
            season: details.season.map(|season| Season {
                from: season.from(),
                to: season.to(),
            }),
            who: details.who.map(Id::uuid),
            note: details.note.clone(),
        }
    }
}

impl PlanFields {
    /// What they say, as the archive keeps it. What the rhythm has no use for is let go of.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self, today: Date) -> Result<PlanDetails> {
        let mut invalid = Invalid::default();
        let season = self.season.and_then(|season| {
            let read = rhythm::Season::new(season.from, season.to);
            if read.is_none() {
                invalid.push("season", "error-month");
            }
            read
        });
        let rhythm = self
            .rhythm()
            .map_err(|(field, why)| invalid.push(field, why));
        let Ok(rhythm) = rhythm else {
            return Err(Error::Invalid(invalid));
        };
        let details = PlanDetails {
            what: self.what,
            note: self.note,
            rhythm,
            first: self.first.unwrap_or(today),
            season,
            who: self.who.map(Id::from_uuid),
        };
        invalid.or(details).map_err(Error::from)
    }

    fn rhythm(&self) -> Result<Rhythm, (&'static str, &'static str)> {
        let beat = self.rhythm.ok_or(("rhythm", "api-missing"))?;
        let length = || match self.every.as_deref() {
            Some(every) => every.parse().map_err(|_| ("every", "api-length")),
            None => Err(("every", "api-missing")),
        };
        Ok(match beat {
            Beat::AfterDone => Rhythm::AfterDone(length()?),
            Beat::Fixed => Rhythm::Fixed(length()?),
            Beat::Months => {
                let months = Months::new(self.months.iter().copied());
                Rhythm::Months(months.ok_or(("months", "error-month"))?)
            }
            Beat::Metered => {
                let meter = self.meter.clone().ok_or(("meter", "api-missing"))?;
                let meter = rhythm::Meter::new(meter.every, meter.from, meter.unit);
                Rhythm::Metered(meter.ok_or(("meter.every", "error-meter-every"))?)
            }
        })
    }
}

/// What a plan was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct PlanVersion {
    /// What was done to make it so.
    #[schema(examples("plan-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub plan: Plan,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_plan_reads_back_as_it_was_written() {
        let length = "P3M".parse().unwrap();
        for rhythm in [
            Rhythm::AfterDone(length),
            Rhythm::Fixed(length),
            Rhythm::Months(Months::new([4, 10]).unwrap()),
            Rhythm::Metered(rhythm::Meter::new(15_000, 7, "km".into()).unwrap()),
        ] {
            let details = PlanDetails {
                what: "Service".into(),
                note: "Olja **först**.".into(),
                rhythm,
                first: date(2026, 12, 1),
                season: rhythm::Season::new(11, 2),
                who: Some(Id::from_uuid(Uuid::from_u128(7))),
            };
            let json = serde_json::to_value(PlanFields::from(&details)).unwrap();
            let read: PlanFields = serde_json::from_value(json).unwrap();
            assert_eq!(read.read(date(2030, 1, 1)).unwrap(), details);
        }
    }

    #[test]
    fn a_rhythm_takes_what_it_needs_and_tells_what_it_lacks() {
        let of = |beat| PlanFields {
            rhythm: beat,
            every: Some("var månad".into()),
            months: vec![13],
            meter: Some(Meter::default()),
            season: Some(Season { from: 0, to: 1 }),
            ..PlanFields::default()
        };
        let told = |fields: PlanFields| match fields.read(date(2026, 11, 27)) {
            Err(Error::Invalid(invalid)) => {
                let fields = invalid.iter().map(|(field, _)| field.to_owned());
                fields.collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(told(of(None)), ["season", "rhythm"]);
        assert_eq!(told(of(Some(Beat::Fixed))), ["season", "every"]);
        assert_eq!(told(of(Some(Beat::Months))), ["season", "months"]);
        assert_eq!(told(of(Some(Beat::Metered))), ["season", "meter.every"]);
        let daily = PlanFields {
            what: "Vattna".into(),
            rhythm: Some(Beat::AfterDone),
            every: Some("P1D".into()),
            ..PlanFields::default()
        };
        let read = daily.read(date(2026, 11, 27)).unwrap();
        assert_eq!(read.first, date(2026, 11, 27), "today when nobody says");
    }
}
