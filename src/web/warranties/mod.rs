//! Guarantees and insurances: what ends next, and each with its form.

mod conflict;
mod draft;
mod form;
mod list;
mod said;
mod sheet;
mod warranty;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::App;

/// Where they are listed.
const HERE: &str = "/warranties";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route(
            "/items/{id}/warranties/new",
            get(form::blank).post(form::add),
        )
        .route("/warranties/{id}", get(warranty::show))
        .route("/warranties/{id}/edit", get(form::edit).post(form::save))
        .route("/warranties/{id}/remove", post(warranty::remove))
        .route("/warranties/{id}/restore", post(warranty::restore))
}
