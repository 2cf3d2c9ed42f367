//! Guarantees and insurances: what ends next, and each with its form.

mod draft;
mod form;
mod list;
mod said;
mod warranty;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, domain::warranty::Warranty, web::page::belonging};

/// Where they are listed.
const HERE: &str = "/warranties";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route(
            "/items/{id}/warranties/new",
            get(belonging::blank::<Warranty>).post(belonging::add::<Warranty>),
        )
        .route("/warranties/{id}", get(warranty::show))
        .route(
            "/warranties/{id}/edit",
            get(belonging::edit::<Warranty>).post(belonging::save::<Warranty>),
        )
        .route(
            "/warranties/{id}/remove",
            post(belonging::remove::<Warranty>),
        )
        .route(
            "/warranties/{id}/restore",
            post(belonging::restore::<Warranty>),
        )
}
