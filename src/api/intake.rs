//! `/intake`: what comes into the register by itself, and how that goes.

use axum::{Json as Sent, extract::State};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Routes, Shared};
use crate::{access::Head, app::intake as ways, http::Problem};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(intake))
}

/// What comes into the register by itself.
#[derive(Serialize, ToSchema)]
struct Intake {
    /// The folder that files are taken from; `null` where the settings name none.
    folder: Option<Way>,
    /// The mailbox that mail is taken from; `null` where the settings name none.
    mailbox: Option<Way>,
}

/// A way in.
#[derive(Serialize, ToSchema)]
#[schema(as = WayIn)]
struct Way {
    /// Where it begins: the path of the folder; of the mailbox its user, server and folder.
    #[serde(rename = "where")]
    from: String,
    /// When it was last looked into; `null` if not since the server began.
    looked: Option<Timestamp>,
    /// How many receipts have come by it since the server began.
    taken: u64,
    /// How many files lie aside in `refused`; how many mails, or parts of one, were left in the mailbox since the server began.
    refused: u64,
    /// What stands in the way; `null` while nothing does.
    trouble: Option<Trouble>,
}

/// What stands in the way.
#[derive(Serialize, ToSchema)]
#[schema(as = WayInTrouble)]
struct Trouble {
    /// What it is.
    #[schema(examples("missing", "login", "connection"))]
    kind: String,
    /// What the system or the server says about it, in its own words; `null` if nothing.
    said: Option<String>,
}

impl Way {
    fn of(from: String, way: ways::Way) -> Self {
        Self {
            from,
            looked: way.looked,
            taken: way.taken,
            refused: way.refused,
            trouble: way.trouble.map(|trouble| Trouble {
                kind: trouble.key().to_owned(),
                said: trouble.said().map(str::to_owned),
            }),
        }
    }
}

/// See how what comes in by itself does
///
/// For the household's owners.
#[utoipa::path(get, path = "/intake", tag = "household",
    responses((status = OK, body = Intake, description = "The ways in")))]
async fn intake(State(app): Shared, _: Head) -> Result<Sent<Intake>, Problem> {
    let folder = app.consumed();
    Ok(Sent(Intake {
        folder: folder.map(|(folder, way)| Way::of(folder.display().to_string(), way)),
        mailbox: app.mailed().map(|(mailbox, way)| Way::of(mailbox, way)),
    }))
}
