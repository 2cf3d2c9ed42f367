//! Photos, documents and recordings of things, places, receipts, claims, jobs, memories and incidents: sent, arranged, captioned,
//! turned, moved, removed.

mod arrangement;
mod arrival;
mod caption;
mod plate;
mod transfer;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, FromRequestParts},
    http::{HeaderMap, Uri, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;

use crate::{
    access::Viewer,
    actions::belongings::in_use_with_thing,
    app::App,
    domain::{
        attachment::Bearer,
        claim::{Claim, ClaimId},
        incident::IncidentId,
        item::{Item, ItemId},
        job::JobId,
        memory::MemoryId,
        place::{Place, PlaceId},
        receipt::{Receipt, ReceiptId},
    },
    error::{Error, Result},
    http::{Done, Path, Problem, Visit},
    store::{Row, Rows},
    ui::look::{Look, Section},
    web::page::{incidents, promises, receipt_name},
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    let mut router = Router::new();
    for noun in ["items", "places", "jobs", "memories", "incidents"] {
        // Files stream to the disk, each held to its own limit.
        let photos = get(arrangement::show).post(arrival::photos);
        let documents = post(arrival::documents);
        router = router
            .route(
                &format!("/{noun}/{{id}}/photos"),
                photos.layer(DefaultBodyLimit::disable()),
            )
            .route(
                &format!("/{noun}/{{id}}/documents"),
                documents.layer(DefaultBodyLimit::disable()),
            )
            .route(
                &format!("/{noun}/{{id}}/photos/arrange"),
                post(arrangement::arrange),
            );
    }
    router
        .route(
            "/receipts/{id}/documents",
            post(arrival::documents).layer(DefaultBodyLimit::disable()),
        )
        .route(
            "/claims/{id}/documents",
            post(arrival::documents).layer(DefaultBodyLimit::disable()),
        )
        .route("/photos/{id}/rotate", post(arrangement::rotate))
        .route("/photos/{id}/cover", post(arrangement::cover))
        .route("/photos/{id}/remove", post(arrangement::remove))
        .route("/photos/{id}/read", get(plate::show).post(plate::ask))
        .route("/photos/{id}/plate", post(plate::accept))
        .route("/photos/{id}/caption", post(caption::change))
        .route(
            "/photos/{id}/move",
            get(transfer::show).post(transfer::give),
        )
}

/// Whose photos an address is about: the thing of `/items/{id}/…`, the place of `/places/{id}/…`, the receipt of
/// `/receipts/{id}/…`, the claim of `/claims/{id}/…`, the job of `/jobs/{id}/…`,
/// the memory of `/memories/{id}/…`, the incident of `/incidents/{id}/…`.
struct Of(Bearer);

impl FromRequestParts<Arc<App>> for Of {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let path = parts.uri.path();
        Ok(Self(if path.starts_with("/places/") {
            let Path(place) = Path::<PlaceId>::from_request_parts(parts, app).await?;
            Bearer::Place(place)
        } else if path.starts_with("/receipts/") {
            let Path(receipt) = Path::<ReceiptId>::from_request_parts(parts, app).await?;
            Bearer::Receipt(receipt)
        } else if path.starts_with("/claims/") {
            let Path(claim) = Path::<ClaimId>::from_request_parts(parts, app).await?;
            Bearer::Claim(claim)
        } else if path.starts_with("/jobs/") {
            let Path(job) = Path::<JobId>::from_request_parts(parts, app).await?;
            Bearer::Job(job)
        } else if path.starts_with("/memories/") {
            let Path(memory) = Path::<MemoryId>::from_request_parts(parts, app).await?;
            Bearer::Memory(memory)
        } else if path.starts_with("/incidents/") {
            let Path(incident) = Path::<IncidentId>::from_request_parts(parts, app).await?;
            Bearer::Incident(incident)
        } else {
            let Path(item) = Path::<ItemId>::from_request_parts(parts, app).await?;
            Bearer::Item(item)
        }))
    }
}

/// The page of a thing, place, receipt, claim, job, memory or incident.
fn home(of: Bearer) -> String {
    match of {
        Bearer::Item(item) => format!("/items/{item}"),
        Bearer::Place(place) => format!("/places/{place}"),
        Bearer::Receipt(receipt) => format!("/receipts/{receipt}"),
        Bearer::Claim(claim) => format!("/claims/{claim}"),
        Bearer::Job(job) => format!("/jobs/{job}"),
        Bearer::Memory(memory) => format!("/memories/{memory}"),
        Bearer::Incident(incident) => format!("/incidents/{incident}"),
    }
}

/// The page where the photos of something are arranged; the pages of a receipt or claim are on its own.
fn arranged_at(of: Bearer) -> String {
    match of {
        Bearer::Item(_)
        | Bearer::Place(_)
        | Bearer::Job(_)
        | Bearer::Memory(_)
        | Bearer::Incident(_) => format!("{}/photos", home(of)),
        Bearer::Receipt(_) | Bearer::Claim(_) => home(of),
    }
}

/// What a thing or place is called by somebody who sees it, and where in the site it is.
///
/// # Errors
/// [`Error::NotFound`] when it is in the bin or not for their eyes.
fn called(rows: &impl Rows, viewer: &Viewer, look: Look, of: Bearer) -> Result<(String, Look)> {
    match of {
        Bearer::Item(item) => {
            let row: Row<Item> = viewer.item(rows, item)?;
            let name = if row.is_nameless() {
                look.text("page-nameless")
            } else {
                row.body.details.name.clone()
            };
            alive(row.binned.is_none(), (name, look.at(Section::Things)))
        }
        Bearer::Place(place) => {
            let row: Row<Place> = viewer.place(rows, place)?;
            let name = row.body.details.name.clone();
            alive(row.binned.is_none(), (name, look.at(Section::Places)))
        }
        Bearer::Receipt(receipt) => {
            let row: Row<Receipt> = viewer.receipt(rows, receipt)?;
            let name = receipt_name(&look, &row);
            alive(row.binned.is_none(), (name, look.at(Section::Receipts)))
        }
        Bearer::Claim(claim) => {
            let row: Row<Claim> = viewer.of_thing(rows, claim)?;
            let name = promises::claim(&row);
            alive(row.binned.is_none(), (name, look.at(Section::Warranties)))
        }
        Bearer::Job(job) => {
            let (row, _) = in_use_with_thing(rows, viewer, job)?;
            Ok((row.body.details.what, look.at(Section::Upkeep)))
        }
        Bearer::Memory(memory) => {
            let (row, _) = in_use_with_thing(rows, viewer, memory)?;
            Ok((row.body.details.title, look.at(Section::Things)))
        }
        Bearer::Incident(incident) => {
            let row = viewer.incident(rows, incident)?;
            let name = incidents::name(&look, &row);
            alive(row.binned.is_none(), (name, look.at(Section::Incidents)))
        }
    }
}

fn alive<T>(alive: bool, value: T) -> Result<T> {
    if alive {
        Ok(value)
    } else {
        Err(Error::NotFound)
    }
}

/// Where a person goes on: to the page they came from, if it shows these photos.
fn back(headers: &HeaderMap, of: Bearer) -> String {
    let home = home(of);
    let came_from = headers
        .get(header::REFERER)
        .and_then(|referer| referer.to_str().ok()?.parse::<Uri>().ok());
    match came_from {
        Some(uri) if uri.path() == home => home,
        _ => arranged_at(of),
    }
}

/// What was done: told by the next page, or to a script by the number of the change, if there was one.
fn done(app: &App, visit: &Visit, action: &str, to: String, change: Option<u64>) -> Response {
    if visit.json {
        Json(json!({ "change": change })).into_response()
    } else {
        Done::new(app, action, to).undo(change).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_to_where_the_photos_are_shown_and_nowhere_else() {
        let item: ItemId = "0190b5a0-0000-7000-8000-000000000001".parse().unwrap();
        let from = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, referer.parse().unwrap());
            back(&headers, Bearer::Item(item))
        };
        let home = format!("/items/{item}");
        assert_eq!(from(&format!("http://nas:8480{home}?a=b")), home);
        for elsewhere in [
            "http://nas:8480/items".to_owned(),
            format!("http://nas:8480{home}/photos"),
            "\\".to_owned(),
        ] {
            assert_eq!(from(&elsewhere), format!("{home}/photos"), "{elsewhere}");
        }
    }
}
