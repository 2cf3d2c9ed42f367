//! `/insights`: what the archive says as a whole.

use std::collections::BTreeMap;

use axum::{Json as Sent, extract::State};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    wire::{Money, Total},
};
use crate::{
    access::Editor,
    actions::{
        insights::{self, Group},
        warranties::Protection,
    },
    domain::{id::Id, money::Sums},
    http::{Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(show))
}

/// What you see of the household's things, counted.
#[derive(Serialize, ToSchema)]
struct Insights {
    /// All that is in use.
    all: Total,
    /// By room: the nearest place that is more than a cupboard or a box.
    rooms: Vec<GroupTotal>,
    /// By owner; of what several own, each has their share of the value.
    people: Vec<GroupTotal>,
    /// By category, the outermost.
    categories: Vec<GroupTotal>,
    /// By the year in which it came, the earliest first.
    years: Vec<YearTotal>,
    /// What was paid for things, by year, those included that have left.
    spent: Vec<YearSums>,
    /// What upkeep cost, by year.
    upkeep: Vec<YearSums>,
    /// Rights and guarantees with a last day, the next first.
    guarantees: Vec<Guarantee>,
    /// What repairs have given, the most first.
    repaired: Vec<Repaired>,
}

/// The things of a room, a person or a category.
#[derive(Serialize, ToSchema)]
struct GroupTotal {
    /// Of which; `null` for those that have none.
    id: Option<Uuid>,
    /// How much.
    total: Total,
}

/// The things that came in a year.
#[derive(Serialize, ToSchema)]
struct YearTotal {
    /// The year.
    year: i16,
    /// How much of it is still in use.
    total: Total,
}

/// What was paid in a year.
#[derive(Serialize, ToSchema)]
struct YearSums {
    /// The year.
    year: i16,
    /// A sum for each currency.
    sums: Vec<Money>,
}

/// What protects a thing until a day.
#[derive(Serialize, ToSchema)]
struct Guarantee {
    /// The thing.
    item: Uuid,
    /// The warranty; `null` where it is a right of the law.
    warranty: Option<Uuid>,
    /// Its last day.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

/// A thing that serves on because it was repaired.
#[derive(Serialize, ToSchema)]
struct Repaired {
    /// The thing.
    item: Uuid,
    /// The day of its first repair.
    #[schema(value_type = String, format = Date)]
    since: Date,
    /// How many days it has served since: until today, or until it left.
    days: u32,
}

/// Get what the archive says as a whole
///
/// Where the value lies, what was spent, what holds how long, and what repairs have given.
#[utoipa::path(get, path = "/insights", tag = "insights",
    responses((status = OK, body = Insights, description = "What you see, counted")))]
async fn show(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Insights>, Problem> {
    let today = app.store.clock().today();
    let counted = insights::of(&rows, editor.viewer(), today)?;
    let years = counted.years.iter();
    let guarantees = counted.guarantees.iter();
    let repaired = counted.repaired.iter();
    Ok(Sent(Insights {
        all: (&counted.all).into(),
        rooms: groups(&counted.rooms),
        people: groups(&counted.people),
        categories: groups(&counted.categories),
        years: years
            .map(|(year, total)| YearTotal {
                year: *year,
                total: total.into(),
            })
            .collect(),
        spent: sums(&counted.spent),
        upkeep: sums(&counted.upkeep),
        guarantees: guarantees
            .map(|(item, one, until)| Guarantee {
                item: item.id.uuid(),
                warranty: match one {
                    Protection::Right(_) => None,
                    Protection::Warranty(row, _) => Some(row.id.uuid()),
                },
                until: *until,
            })
            .collect(),
        repaired: repaired
            .map(|one| Repaired {
                item: one.item.id.uuid(),
                since: one.since,
                days: one.days,
            })
            .collect(),
    }))
}

fn groups<T>(groups: &[Group<T>]) -> Vec<GroupTotal> {
    let groups = groups.iter();
    groups
        .map(|group| GroupTotal {
            id: group.of.map(Id::uuid),
            total: (&group.total).into(),
        })
        .collect()
}

fn sums(years: &BTreeMap<i16, Sums>) -> Vec<YearSums> {
    let years = years.iter();
    years
        .map(|(year, sums)| YearSums {
            year: *year,
            sums: sums.iter().map(Into::into).collect(),
        })
        .collect()
}
