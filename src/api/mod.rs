//! The JSON API, with wire types of its own.
//!
//! Each noun has a file with its routes; [`routes!`](utoipa_axum::routes) puts them into the router and into the document
//! at once, so that neither knows a route that the other does not. What a page can do, the API can, through the same
//! actions and the same permission.
#![expect(
    unused_qualifications,
    reason = "what utoipa writes is qualified whether or not it need be"
)]

mod arrival;
mod attachments;
mod belonging;
mod bequests;
mod bin;
mod bulk;
mod categories;
mod changes;
mod claims;
mod divisions;
mod document;
mod documents;
mod household;
mod import;
mod incidents;
mod insights;
mod intake;
mod items;
mod jobs;
mod json;
mod life;
mod loans;
mod losses;
mod me;
mod memories;
mod people;
mod photos;
mod places;
mod plates;
mod policies;
mod reading;
mod ready;
mod receipts;
mod reminders;
mod reminding;
mod reports;
mod revision;
mod rights;
mod rounds;
mod searches;
mod shares;
mod sightings;
mod specimens;
mod tags;
mod upkeep;
mod valuation;
mod warranties;
mod wire;

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

/// Where the API is.
const ROOT: &str = "/api/v1";

type Shared = State<Arc<App>>;
type Routes = OpenApiRouter<Arc<App>>;

/// Every route of the API, its description included.
pub fn routes() -> Router<Arc<App>> {
    let (router, document) = documented();
    router.merge(reading::routes(document))
}

/// Every route that the document tells of, and the document.
fn documented() -> (Router<Arc<App>>, utoipa::openapi::OpenApi) {
    let nouns = OpenApiRouter::new()
        .merge(bequests::routes())
        .merge(bin::routes())
        .merge(bulk::routes())
        .merge(categories::routes())
        .merge(changes::routes())
        .merge(claims::routes())
        .merge(documents::routes())
        .merge(household::routes())
        .merge(import::routes())
        .merge(incidents::routes())
        .merge(insights::routes())
        .merge(intake::routes())
        .merge(items::routes())
        .merge(me::routes())
        .merge(memories::routes())
        .merge(people::routes())
        .merge(photos::routes())
        .merge(plates::routes())
        .merge(places::routes())
        .merge(policies::routes())
        .merge(divisions::routes())
        .merge(ready::routes())
        .merge(receipts::routes())
        .merge(reminders::routes())
        .merge(reports::routes())
        .merge(reminding::routes())
        .merge(rights::routes())
        .merge(searches::routes())
        .merge(shares::routes())
        .merge(specimens::routes())
        .merge(tags::routes())
        .merge(warranties::routes())
        .merge(jobs::routes())
        .merge(life::routes())
        .merge(loans::routes())
        .merge(losses::routes())
        .merge(rounds::routes())
        .merge(sightings::routes())
        .merge(upkeep::routes())
        .merge(valuation::routes());
    let (router, mut document) = OpenApiRouter::with_openapi(document::start())
        .nest(ROOT, nouns)
        .split_for_parts();
    document::complete(&mut document);
    (router, document)
}

/// How many records a page of a list holds when nobody says, and at most.
const USUAL_LIMIT: usize = 60;
const MOST: usize = 200;
