//! `/policies`: the household's insurances, and what they do not cover.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Seen, Tagged, live, step, with_actions},
    wire::{CoverRead, Policy, PolicyFields, PolicyVersion},
};
use crate::{
    access::{Editor, Manager},
    actions::{policies, valuation::Holdings},
    domain::policy::PolicyId,
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Rows as _,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(cover))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Policies.
#[derive(Serialize, ToSchema)]
struct Policies {
    /// The policies, by their insurers.
    policies: Vec<Policy>,
}

/// List policies
#[utoipa::path(get, path = "/policies", tag = "policies",
    responses((status = OK, body = Policies, description = "The policies")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Policies>, Problem> {
    let policies = policies::list(&rows, &editor)?;
    Ok(Sent(Policies {
        policies: policies.iter().map(Into::into).collect(),
    }))
}

/// Add a policy
///
/// Insurer and sum insured are enough.
#[utoipa::path(post, path = "/policies", tag = "policies", request_body = PolicyFields,
    responses((status = CREATED, body = Policy, description = "The policy", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    manager: Manager,
    fields: Patch<PolicyFields>,
) -> Result<Created<Policy>, Problem> {
    let details = fields.onto(&PolicyFields::default())?.read()?;
    let row = app
        .change(move |store| policies::add(store, &manager, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/policies/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a policy
#[utoipa::path(get, path = "/policies/{id}", tag = "policies",
    responses((status = OK, body = Policy, description = "The policy", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
) -> Result<Tagged<Policy>, Problem> {
    let row = live(policies::one(&rows, &editor, id)?)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change a policy
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/policies/{id}", tag = "policies", params(Seen), request_body = PolicyFields,
    responses((status = OK, body = Policy, description = "The policy as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<PolicyId>,
    Seen(seen): Seen,
    patch: Patch<PolicyFields>,
) -> Result<Tagged<Policy>, Problem> {
    step(&app, move |store| {
        policies::adjust(store, &manager, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read()?;
            Ok(())
        })
    })
    .await
}

/// Remove a policy
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/policies/{id}", tag = "policies", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<PolicyId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(store.read()?.get(id)?)?;
        policies::remove(store, &manager, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Get what a policy does not cover
///
/// What you see of the household's things, held against it.
#[utoipa::path(get, path = "/policies/{id}/cover", tag = "policies",
    responses((status = OK, body = CoverRead, description = "Where there is more than it pays for")))]
async fn cover(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
) -> Result<Sent<CoverRead>, Problem> {
    let row = live(policies::one(&rows, &editor, id)?)?;
    let holdings = Holdings::of(&rows, &editor)?;
    Ok(Sent(CoverRead::new(&holdings, &row.details)))
}

/// Take a policy out of the bin
#[utoipa::path(post, path = "/policies/{id}/restore", tag = "policies",
    responses((status = OK, body = Policy, description = "The policy", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<PolicyId>,
) -> Result<Tagged<Policy>, Problem> {
    step(&app, move |store| policies::restore(store, &manager, id)).await
}

/// What a policy has been.
#[derive(Serialize, ToSchema)]
struct PolicyHistory {
    /// Every version, the newest first.
    versions: Vec<PolicyVersion>,
}

/// List every version of a policy
#[utoipa::path(get, path = "/policies/{id}/history", tag = "policies",
    responses((status = OK, body = PolicyHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
) -> Result<Sent<PolicyHistory>, Problem> {
    let versions = with_actions(&rows, policies::versions(&rows, &editor, id)?)?.into_iter();
    let told = versions.map(|(action, row)| PolicyVersion {
        action,
        policy: (&row).into(),
    });
    Ok(Sent(PolicyHistory {
        versions: told.collect(),
    }))
}
