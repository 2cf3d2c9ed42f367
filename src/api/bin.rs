//! `/bin`: what was removed in the last thirty days.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::Json,
    warranties::told,
    wire::{
        Attachment, Bequest, BulkResult, Claim, Division, Incident, Item, Job, Loan, Loss, Memory,
        Place, Plan, Policy, Receipt, ReportKept, Round, Sighting, Warranty,
    },
};
use crate::{
    access::{Editor, Manager},
    actions::bin::{self, Binned},
    domain::id::Id,
    error::Result,
    http::{Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(restore))
        .routes(routes!(empty))
        .routes(routes!(purge))
}

/// What is in the bin, the latest first.
#[derive(Serialize, ToSchema)]
struct Bin {
    /// Things.
    items: Vec<Item>,
    /// Places.
    places: Vec<Place>,
    /// Receipts.
    receipts: Vec<Receipt>,
    /// Policies.
    policies: Vec<Policy>,
    /// Divisions of property.
    divisions: Vec<Division>,
    /// Warranties.
    warranties: Vec<Warranty>,
    /// Claims.
    claims: Vec<Claim>,
    /// Plans.
    plans: Vec<Plan>,
    /// What was done.
    jobs: Vec<Job>,
    /// Loans.
    loans: Vec<Loan>,
    /// Memories.
    memories: Vec<Memory>,
    /// Bequests.
    bequests: Vec<Bequest>,
    /// Incidents.
    incidents: Vec<Incident>,
    /// Losses.
    losses: Vec<Loss>,
    /// Reports.
    reports: Vec<ReportKept>,
    /// Inventory rounds.
    rounds: Vec<Round>,
    /// Sightings.
    sightings: Vec<Sighting>,
    /// Photos and documents.
    attachments: Vec<Attachment>,
}

/// List what is in the bin
///
/// `POST /bin/restore` takes several out again, and each noun its own: `POST /items/{id}/restore`.
#[utoipa::path(get, path = "/bin", tag = "bin",
    responses((status = OK, body = Bin, description = "What is in it")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Bin>, Problem> {
    let contents = bin::contents(&rows, editor.viewer())?;
    let attachments = contents.attachments.iter();
    let mut removed = Vec::new();
    for row in &contents.warranties {
        removed.push(told(&rows, editor.viewer(), row)?);
    }
    Ok(Sent(Bin {
        items: contents.items.iter().map(Into::into).collect(),
        places: contents.places.iter().map(Into::into).collect(),
        receipts: contents.receipts.iter().map(Into::into).collect(),
        policies: contents.policies.iter().map(Into::into).collect(),
        divisions: contents.divisions.iter().map(Into::into).collect(),
        warranties: removed,
        claims: contents.claims.iter().map(Into::into).collect(),
        plans: contents.plans.iter().map(Into::into).collect(),
        jobs: contents.jobs.iter().map(Into::into).collect(),
        loans: contents.loans.iter().map(Into::into).collect(),
        memories: contents.memories.iter().map(Into::into).collect(),
        bequests: contents.bequests.iter().map(Into::into).collect(),
        incidents: contents.incidents.iter().map(Into::into).collect(),
        losses: contents.losses.iter().map(Into::into).collect(),
        reports: contents.reports.iter().map(Into::into).collect(),
        rounds: contents.rounds.iter().map(Into::into).collect(),
        sightings: contents.sightings.iter().map(Into::into).collect(),
        attachments: attachments.map(|row| Attachment::new(row, 0)).collect(),
    }))
}

/// Empty the bin for good
///
/// Of all that you see.
#[utoipa::path(post, path = "/bin/empty", tag = "bin",
    responses((status = NO_CONTENT, description = "It is empty")))]
async fn empty(State(app): Shared, manager: Manager) -> Result<StatusCode, Problem> {
    let emptied = app.change(move |store| bin::empty(store, &manager)).await?;
    app.forget(emptied.value).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Some of what is in the bin.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct Picked {
    /// Things.
    items: Vec<Uuid>,
    /// Places.
    places: Vec<Uuid>,
    /// Receipts.
    receipts: Vec<Uuid>,
    /// Policies.
    policies: Vec<Uuid>,
    /// Divisions of property.
    divisions: Vec<Uuid>,
    /// Warranties.
    warranties: Vec<Uuid>,
    /// Claims.
    claims: Vec<Uuid>,
    /// Plans.
    plans: Vec<Uuid>,
    /// What was done.
    jobs: Vec<Uuid>,
    /// Loans.
    loans: Vec<Uuid>,
    /// Memories.
    memories: Vec<Uuid>,
    /// Bequests.
    bequests: Vec<Uuid>,
    /// Incidents.
    incidents: Vec<Uuid>,
    /// Losses.
    losses: Vec<Uuid>,
    /// Reports.
    reports: Vec<Uuid>,
    /// Inventory rounds.
    rounds: Vec<Uuid>,
    /// Sightings.
    sightings: Vec<Uuid>,
    /// Photos and documents.
    attachments: Vec<Uuid>,
}

impl From<Picked> for Vec<Binned> {
    fn from(picked: Picked) -> Self {
        let items = picked.items.into_iter().map(Id::from_uuid);
        let places = picked.places.into_iter().map(Id::from_uuid);
        let receipts = picked.receipts.into_iter().map(Id::from_uuid);
        let policies = picked.policies.into_iter().map(Id::from_uuid);
        let divisions = picked.divisions.into_iter().map(Id::from_uuid);
        let warranties = picked.warranties.into_iter().map(Id::from_uuid);
        let claims = picked.claims.into_iter().map(Id::from_uuid);
        let plans = picked.plans.into_iter().map(Id::from_uuid);
        let jobs = picked.jobs.into_iter().map(Id::from_uuid);
        let loans = picked.loans.into_iter().map(Id::from_uuid);
        let memories = picked.memories.into_iter().map(Id::from_uuid);
        let bequests = picked.bequests.into_iter().map(Id::from_uuid);
        let incidents = picked.incidents.into_iter().map(Id::from_uuid);
        let losses = picked.losses.into_iter().map(Id::from_uuid);
        let reports = picked.reports.into_iter().map(Id::from_uuid);
        let rounds = picked.rounds.into_iter().map(Id::from_uuid);
        let sightings = picked.sightings.into_iter().map(Id::from_uuid);
        let attachments = picked.attachments.into_iter().map(Id::from_uuid);
        items
            .map(Binned::Item)
            .chain(places.map(Binned::Place))
            .chain(receipts.map(Binned::Receipt))
            .chain(policies.map(Binned::Policy))
            .chain(divisions.map(Binned::Division))
            .chain(warranties.map(Binned::Warranty))
            .chain(claims.map(Binned::Claim))
            .chain(plans.map(Binned::Plan))
            .chain(jobs.map(Binned::Job))
            .chain(loans.map(Binned::Loan))
            .chain(memories.map(Binned::Memory))
            .chain(bequests.map(Binned::Bequest))
            .chain(incidents.map(Binned::Incident))
            .chain(losses.map(Binned::Loss))
            .chain(reports.map(Binned::Report))
            .chain(rounds.map(Binned::Round))
            .chain(sightings.map(Binned::Sighting))
            .chain(attachments.map(Binned::Attachment))
            .collect()
    }
}

/// Take several out of the bin
///
/// In one change. Those that are not in it any more are left as they are.
#[utoipa::path(post, path = "/bin/restore", tag = "bin", request_body = Picked,
    responses((status = OK, body = BulkResult, description = "What came of it")))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Json(picked): Json<Picked>,
) -> Result<Sent<BulkResult>, Problem> {
    let picked = Vec::from(picked);
    let saved = app
        .change(move |store| bin::restore(store, &editor, &picked))
        .await?;
    Ok(Sent(BulkResult {
        count: saved.value,
        change: saved.change,
    }))
}

/// Remove several in the bin for good
///
/// With what is attached to them, and their history. Those that are not in the bin any more are left as they are.
#[utoipa::path(post, path = "/bin/purge", tag = "bin", request_body = Picked,
    responses((status = NO_CONTENT, description = "They are gone")))]
async fn purge(
    State(app): Shared,
    manager: Manager,
    Json(picked): Json<Picked>,
) -> Result<StatusCode, Problem> {
    let picked = Vec::from(picked);
    let purged = app
        .change(move |store| bin::purge(store, &manager, &picked))
        .await?;
    app.forget(purged.value).await?;
    Ok(StatusCode::NO_CONTENT)
}
