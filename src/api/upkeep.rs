//! `/upkeep`: what is to be done for things and when, what was done for each, and what all of it cost.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared, belonging,
    json::Patch,
    revision::{Created, Seen, Tagged, live},
    wire::{Job, Plan, PlanFields, PlanVersion, Planned, Spent},
};
use crate::{
    access::Editor,
    actions::{belongings::in_use_with_thing, jobs, plans},
    domain::{
        item::ItemId,
        plan::{self, PlanId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Reader,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// What is to be done, and what upkeep has cost.
#[derive(Serialize, ToSchema)]
struct Upkeep {
    /// What is planned for the things that the household has: what is overdue first, then what comes next.
    plans: Vec<Planned>,
    /// What upkeep came to, the latest year first.
    years: Vec<Spent>,
}

/// List what is to be done
#[utoipa::path(get, path = "/upkeep", tag = "upkeep",
    responses((status = OK, body = Upkeep, description = "The plans, and the cost of each year")))]
async fn list(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Upkeep>, Problem> {
    let plans = plans::all(&rows, editor.viewer(), app.store.clock().today())?;
    let years = jobs::all_years(&rows, editor.viewer())?;
    Ok(Sent(Upkeep {
        plans: plans.iter().map(|(planned, _)| planned.into()).collect(),
        years: years.iter().map(Into::into).collect(),
    }))
}

/// What is planned and what was done for one thing.
#[derive(Serialize, ToSchema)]
struct ThingUpkeep {
    /// What is planned, what is overdue first.
    plans: Vec<Planned>,
    /// What was done, the latest first.
    jobs: Vec<Job>,
    /// What it came to, the latest year first.
    years: Vec<Spent>,
}

/// List what is planned and what was done for a thing
#[utoipa::path(get, path = "/items/{id}/upkeep", tag = "upkeep",
    responses((status = OK, body = ThingUpkeep, description = "Its plans, its log, and the cost of each year")))]
async fn of_item(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<ThingUpkeep>, Problem> {
    seen(&rows, &editor, item)?;
    let plans = plans::of_item(&rows, item, app.store.clock().today())?;
    let jobs = jobs::of_item(&rows, item)?;
    let years = jobs::years(jobs.iter().map(|job| &job.body));
    Ok(Sent(ThingUpkeep {
        plans: plans.iter().map(Into::into).collect(),
        jobs: jobs.iter().map(Into::into).collect(),
        years: years.iter().map(Into::into).collect(),
    }))
}

/// Plan something for a thing
///
/// What and how often is enough.
#[utoipa::path(post, path = "/items/{id}/upkeep", tag = "upkeep", request_body = PlanFields,
    responses((status = CREATED, body = Plan, description = "The plan", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<PlanFields>,
) -> Result<Created<Plan>, Problem> {
    let fields = fields.onto(&PlanFields::default())?;
    let details = fields.read(app.store.clock().today())?;
    belonging::add::<plan::Plan, _>(&app, editor, item, "/upkeep", details).await
}

/// That somebody sees a thing, and that it is in use.
pub(super) fn seen(rows: &Reader, editor: &Editor, item: ItemId) -> Result<()> {
    live(editor.viewer().item(rows, item)?).map(drop)
}

/// Get a plan
#[utoipa::path(get, path = "/upkeep/{id}", tag = "upkeep",
    responses((status = OK, body = Planned, description = "The plan", headers(("ETag")))))]
async fn show(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlanId>,
) -> Result<Tagged<Planned>, Problem> {
    let (row, _) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let planned = plans::planned(&rows, row, app.store.clock().today())?;
    Ok(Tagged(planned.plan.revision, (&planned).into()))
}

/// Change a plan
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/upkeep/{id}", tag = "upkeep", params(Seen), request_body = PlanFields,
    responses((status = OK, body = Plan, description = "The plan as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<PlanId>,
    Seen(seen): Seen,
    patch: Patch<PlanFields>,
) -> Result<Tagged<Plan>, Problem> {
    belonging::change(&app, editor, id, seen, patch, PlanFields::read).await
}

/// Remove a plan
///
/// Puts it into the bin. What was done by it stays.
#[utoipa::path(delete, path = "/upkeep/{id}", tag = "upkeep", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<PlanId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    belonging::remove(&app, editor, id, seen).await
}

/// Take a plan out of the bin
#[utoipa::path(post, path = "/upkeep/{id}/restore", tag = "upkeep",
    responses((status = OK, body = Plan, description = "The plan", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<PlanId>,
) -> Result<Tagged<Plan>, Problem> {
    belonging::restore(&app, editor, id).await
}

/// What a plan has been.
#[derive(Serialize, ToSchema)]
struct PlanHistory {
    /// Every version, the newest first.
    versions: Vec<PlanVersion>,
}

/// List every version of a plan
#[utoipa::path(get, path = "/upkeep/{id}/history", tag = "upkeep",
    responses((status = OK, body = PlanHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlanId>,
) -> Result<Sent<PlanHistory>, Problem> {
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| PlanVersion {
        action,
        plan: row.into(),
    })?;
    Ok(Sent(PlanHistory { versions }))
}
