//! Dividing property: who takes what, on each of several phones, with the sums as they go and a list to sign.

mod board;
mod conflict;
mod draft;
mod form;
mod list;
mod lot;
mod lots;
mod moves;
mod sheet;
mod things;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, ui::breadcrumb::Breadcrumb, ui::look::Look};

/// Where they are listed.
const HERE: &str = "/divisions";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/divisions/new", get(form::blank).post(form::add))
        .route("/divisions/{id}", get(board::show))
        .route("/divisions/{id}/edit", get(form::edit).post(form::save))
        .route(
            "/divisions/{id}/things",
            get(things::blank).post(things::fill),
        )
        .route("/divisions/{id}/lots/{item}", get(lot::show))
        .route("/divisions/{id}/moves", post(moves::play))
        .route("/divisions/{id}/remove", post(list::remove))
        .route("/divisions/{id}/restore", post(list::restore))
}

/// From reports over the divisions.
fn way(look: &Look) -> Breadcrumb {
    let title = look.text("divisions-title");
    Breadcrumb::new(title.as_str())
        .step(look.text("reports-title"), "/reports")
        .step(title, HERE)
}
