//! The receipt register: what was bought where, what it proves, and how long each receipt is kept.

mod acceptance;
mod conflict;
mod draft;
mod form;
mod keeping;
mod list;
mod reading;
mod receipt;
mod sheet;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use crate::app::App;

/// Where the register is.
const HERE: &str = "/receipts";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(
            HERE,
            // Files stream to the disk, each held to its own limit.
            get(list::show)
                .post(list::receive)
                .layer(DefaultBodyLimit::disable()),
        )
        .route("/receipts/past", get(keeping::show))
        .route("/receipts/new", get(form::blank).post(form::add))
        .route("/receipts/{id}", get(receipt::show))
        .route("/receipts/{id}/edit", get(form::edit).post(form::save))
        .route("/receipts/{id}/accept", post(acceptance::accept))
        .route("/receipts/{id}/remove", post(receipt::remove))
        .route("/receipts/{id}/restore", post(receipt::restore))
}
