//! Claims: what was wrong with a thing, who was asked to put it right, and what came of it.

mod claim;
mod conflict;
mod draft;
mod form;
mod sheet;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::App;

/// Where claims are.
const HERE: &str = "/claims";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items/{id}/claims/new", get(form::blank).post(form::add))
        .route("/claims/{id}", get(claim::show))
        .route("/claims/{id}/edit", get(form::edit).post(form::save))
        .route("/claims/{id}/remove", post(claim::remove))
        .route("/claims/{id}/restore", post(claim::restore))
}
