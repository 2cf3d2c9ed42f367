//! `/incidents/{id}/shares`: links that show reports of an incident to somebody outside the household.

use axum::{Json as Sent, extract::State, http::StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{Routes, Shared, json::Json, wire::Lang};
use crate::{
    access::{
        Manager,
        share::{self, Wanted},
    },
    domain::{
        id::Id,
        incident::IncidentId,
        share::{self as kept, ShareId},
    },
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(revoke))
}

/// A link that shows reports of an incident to whoever has its passcode.
#[derive(Serialize, ToSchema)]
struct ShareLink {
    /// Which.
    id: Uuid,
    /// The incident.
    incident: Uuid,
    /// The reports that it shows.
    reports: Vec<Uuid>,
    /// For whom it is.
    label: String,
    /// The language of its pages.
    language: Lang,
    /// Who made it.
    by: Uuid,
    /// When it was made.
    since: Timestamp,
    /// From when on it opens nothing.
    expires: Timestamp,
    /// How often somebody has given its passcode.
    views: u32,
    /// When somebody last did.
    viewed: Option<Timestamp>,
}

impl From<kept::Share> for ShareLink {
    fn from(share: kept::Share) -> Self {
        Self {
            id: share.id.uuid(),
            incident: share.incident.uuid(),
            reports: share.reports.into_iter().map(Id::uuid).collect(),
            label: share.label,
            language: share.language.into(),
            by: share.by.uuid(),
            since: share.since,
            expires: share.expires,
            views: share.views.map_or(0, |views| views.count),
            viewed: share.views.map(|views| views.last),
        }
    }
}

/// The share links of an incident.
#[derive(Serialize, ToSchema)]
struct ShareLinks {
    /// The links, the newest first; those that are over too.
    shares: Vec<ShareLink>,
}

/// List an incident's share links
///
/// Without their addresses and passcodes, which are told once.
#[utoipa::path(get, path = "/incidents/{id}/shares", tag = "shares",
    responses((status = OK, body = ShareLinks, description = "The links")))]
async fn list(
    manager: Manager,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Sent<ShareLinks>, Problem> {
    let shares = share::of_incident(&rows, &manager, id)?;
    Ok(Sent(ShareLinks {
        shares: shares.into_iter().map(Into::into).collect(),
    }))
}

/// What is to be shared.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewShareLink {
    /// The reports: lists of stolen goods and claims about the incident, without private things.
    reports: Vec<Uuid>,
    /// For whom it is.
    #[schema(examples("Svalan, Eva"))]
    label: String,
    /// For how many days it opens.
    #[serde(default = "usual_days")]
    #[schema(minimum = 1, maximum = 365)]
    days: u16,
}

const fn usual_days() -> u16 {
    kept::Share::OFFERED[1]
}

/// A share link that was made.
#[derive(Serialize, ToSchema)]
struct MadeShareLink {
    /// The link.
    #[serde(flatten)]
    share: ShareLink,
    /// Its path beneath the address that the server is reached at. It is told only now.
    path: String,
    /// What whoever opens it has to give. It is told only now.
    passcode: String,
}

/// Make a share link
///
/// For adults and owners. Whoever has its address and its passcode sees the reports and their files, and nothing else.
#[utoipa::path(post, path = "/incidents/{id}/shares", tag = "shares", request_body = NewShareLink,
    responses((status = CREATED, body = MadeShareLink, description = "The link, with what is told once")))]
async fn create(
    State(app): Shared,
    manager: Manager,
    Path(id): Path<IncidentId>,
    Json(new): Json<NewShareLink>,
) -> Result<(StatusCode, Sent<MadeShareLink>), Problem> {
    let wanted = Wanted {
        reports: new.reports.into_iter().map(Id::from_uuid).collect(),
        label: new.label,
        days: new.days,
    };
    let made = app
        .change(move |store| share::make(store, &manager, id, &wanted))
        .await?;
    let told = MadeShareLink {
        path: format!("{}/{}", share::ROOT, made.secret.reveal()),
        passcode: made.passcode,
        share: made.share.into(),
    };
    Ok((StatusCode::CREATED, Sent(told)))
}

/// Revoke a share link
///
/// At once, for whoever has it open too.
#[utoipa::path(delete, path = "/incidents/{id}/shares/{share}", tag = "shares",
    responses((status = NO_CONTENT, description = "It opens nothing any more")))]
async fn revoke(
    State(app): Shared,
    manager: Manager,
    Path((id, share)): Path<(IncidentId, ShareId)>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| share::revoke(store, &manager, id, share))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
