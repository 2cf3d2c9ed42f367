//! Claims: what was wrong with a thing, who was asked to put it right, and what came of it.

mod claim;
mod draft;
mod form;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, domain::claim::Claim, web::page::belonging};

/// Where claims are.
const HERE: &str = "/claims";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(
            "/items/{id}/claims/new",
            get(belonging::blank::<Claim>).post(belonging::add::<Claim>),
        )
        .route("/claims/{id}", get(claim::show))
        .route(
            "/claims/{id}/edit",
            get(belonging::edit::<Claim>).post(belonging::save::<Claim>),
        )
        .route("/claims/{id}/remove", post(belonging::remove::<Claim>))
        .route("/claims/{id}/restore", post(belonging::restore::<Claim>))
}
