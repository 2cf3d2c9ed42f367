//! `/ready`: how much of what things are worth is documented, and what to document first.

use axum::{Json as Sent, extract::State};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{Routes, Shared, wire::Money};
use crate::{
    access::Editor,
    actions::ready,
    domain::readiness::{Evidence, Shares},
    http::{Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(show_ready))
}

/// How ready your household is for the day its things are gone, as far as you see them.
#[derive(Serialize, ToSchema)]
struct Ready {
    /// How many things are in use.
    things: usize,
    /// What those are worth that are measured, in the household's currency: by value, or else by what was paid. `null` where
    /// nothing has a value in it; then each thing counts as one.
    worth: Option<Money>,
    /// How many things have no value, and are not measured where others have one.
    valueless: usize,
    /// How many things have a value in another currency, and are not measured.
    foreign: usize,
    /// What those are worth: a sum for each currency.
    foreign_worth: Vec<Money>,
    /// How much of it is documented.
    shares: ReadyShares,
    /// How many insurance policies are entered.
    policies: usize,
    /// Whether a backup is kept elsewhere.
    backup: bool,
    /// The inventory round that goes on, or else the last one; `null` where there was none.
    round: Option<LastRound>,
    /// The latest list of all there is; `null` where none was made.
    list: Option<LatestList>,
    /// The things whose documenting raises `shares.all` most.
    first: Vec<Undocumented>,
}

/// Shares in thousandths, rounded down.
#[derive(Serialize, ToSchema)]
struct ReadyShares {
    /// The whole: the mean of photo, identifier, proof, value and backup.
    all: u16,
    /// Do you know what you had? The mean of recognised and value.
    know: u16,
    /// Are pictures and receipts kept? The mean of photo and proof.
    kept: u16,
    /// Do you know your policy? All or nothing.
    policy: u16,
    /// Can you print the list now? What has not changed since the latest list.
    list: u16,
    /// Do you have control? The mean of identifier and backup.
    control: u16,
    /// What has a photo.
    photo: u16,
    /// What has an identifier of its own.
    identifier: u16,
    /// What has a receipt, a proved guarantee or a document.
    proof: u16,
    /// What has a value that somebody looked at within two years.
    value: u16,
    /// What has a photo or an identifier.
    recognised: u16,
    /// What a backup elsewhere has: all or nothing.
    backup: u16,
}

/// The latest list of all there is.
#[derive(Serialize, ToSchema)]
struct LatestList {
    /// The report.
    report: Uuid,
    /// The day on which it was made.
    #[schema(value_type = String, format = Date)]
    day: Date,
}

/// An inventory round, and whether it goes on.
#[derive(Serialize, ToSchema)]
struct LastRound {
    /// The round.
    round: Uuid,
    /// The day on which it ended; `null` while it goes on.
    #[schema(value_type = Option<String>, format = Date)]
    ended_on: Option<Date>,
}

/// A thing that could be documented better.
#[derive(Serialize, ToSchema)]
struct Undocumented {
    /// The thing.
    item: Uuid,
    /// What all of its pieces are worth; `null` where nobody knows.
    worth: Option<Money>,
    /// What is missing.
    missing: Vec<Evidence>,
}

/// Get how ready you are
///
/// How much of what things are worth has a photo, an identifier, proof and a value that somebody looked at within two years, and
/// the ten things to document first.
#[utoipa::path(get, path = "/ready", tag = "insights",
    responses((status = OK, body = Ready, description = "What you see, measured")))]
async fn show_ready(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Ready>, Problem> {
    let today = app.store.clock().today();
    let told = ready::of(&rows, editor.viewer(), today)?;
    let measured = &told.readiness;
    let first = measured.first.iter();
    Ok(Sent(Ready {
        things: measured.things,
        worth: measured.worth.map(Into::into),
        valueless: measured.valueless,
        foreign: measured.foreign,
        foreign_worth: measured.foreign_worth.iter().map(Into::into).collect(),
        shares: (&measured.shares).into(),
        policies: told.besides.policies,
        backup: told.besides.backup,
        round: told.round.map(|round| LastRound {
            round: round.id.uuid(),
            ended_on: round.ended.map(|ended| ended.on),
        }),
        list: told.list.map(|list| LatestList {
            report: list.id.uuid(),
            day: list.day,
        }),
        first: first
            .map(|thing| Undocumented {
                item: thing.id.uuid(),
                worth: thing.worth.map(Into::into),
                missing: thing.case.missing().collect(),
            })
            .collect(),
    }))
}

impl From<&Shares> for ReadyShares {
    fn from(shares: &Shares) -> Self {
        Self {
            all: shares.all.get(),
            know: shares.know.get(),
            kept: shares.kept.get(),
            policy: shares.policy.get(),
            list: shares.list.get(),
            control: shares.control.get(),
            photo: shares.photo.get(),
            identifier: shares.identifier.get(),
            proof: shares.proof.get(),
            value: shares.value.get(),
            recognised: shares.recognised.get(),
            backup: shares.backup.get(),
        }
    }
}
