//! `/household`: what everybody in the household has in common.

use axum::{extract::State, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Known, Seen, Tagged},
    wire::Lang,
};
use crate::{
    access::{Head, Viewer},
    actions::household,
    domain::{country::Country, household::Household, money::Currency},
    error::{Error, Result},
    http::{Problem, Snapshot},
    store::Rows,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(show, change))
}

/// The household.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Household)]
struct HouseholdFields {
    /// What it is called.
    name: String,
    /// The language of those who have not chosen one.
    lang: Lang,
    /// The ISO 4217 code of the currency that values are totalled in.
    #[schema(examples("SEK"))]
    currency: String,
    /// The country whose rules its papers are kept by: the code of ISO 3166-1 in small letters, or `eu` for another country of
    /// the union.
    #[schema(examples("se"))]
    #[serde(default = "at_home")]
    country: String,
}

/// Those who know of no country leave it as it is.
fn at_home() -> String {
    Country::default().key().to_owned()
}

impl From<&Household> for HouseholdFields {
    fn from(household: &Household) -> Self {
        Self {
            name: household.name.clone(),
            lang: household.lang.into(),
            currency: household.currency.code().to_owned(),
            country: household.country.key().to_owned(),
        }
    }
}

impl HouseholdFields {
    fn read(self) -> Result<Household> {
        let currency = self.currency.parse::<Currency>();
        Ok(Household {
            name: self.name,
            lang: self.lang.into(),
            currency: currency.map_err(|_| Error::invalid("currency", "api-currency"))?,
            country: Country::from_key(&self.country)
                .ok_or_else(|| Error::invalid("country", "api-country"))?,
        })
    }
}

/// Get the household
#[utoipa::path(get, path = "/household", tag = "household", params(Known),
    responses((status = OK, body = HouseholdFields, description = "The household", headers(("ETag")))))]
async fn show(_: Viewer, Snapshot(rows): Snapshot, known: Known) -> Result<Response, Problem> {
    let row = rows.live(Household::ID)?;
    Ok(known.answer(row.revision, || Ok(HouseholdFields::from(&row.body)))?)
}

/// Change the household
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/household", tag = "household", params(Seen), request_body = HouseholdFields,
    responses((status = OK, body = HouseholdFields, description = "The household as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    head: Head,
    Seen(seen): Seen,
    patch: Patch<HouseholdFields>,
) -> Result<Tagged<HouseholdFields>, Problem> {
    let row = app
        .change(move |store| {
            let present = store.read()?.live(Household::ID)?;
            let household = patch.onto(&(&present.body).into())?.read()?;
            household::change(store, &head, seen, household)
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row.body).into()))
}
