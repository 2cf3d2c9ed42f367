//! The household's policies: what they pay for, what they do not cover, and each with its form.

mod conflict;
mod draft;
mod form;
mod list;
mod missing;
mod policy;
mod said;
mod sheet;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, ui::breadcrumb::Breadcrumb, ui::look::Look};

/// Where they are listed.
const HERE: &str = "/insurance";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/insurance/new", get(form::blank).post(form::add))
        .route("/insurance/{id}", get(policy::show))
        .route("/insurance/{id}/edit", get(form::edit).post(form::save))
        .route("/insurance/{id}/remove", post(policy::remove))
        .route("/insurance/{id}/restore", post(policy::restore))
}

fn way(look: &Look) -> Breadcrumb {
    let title = look.text("ui-insurance");
    Breadcrumb::new(title.as_str()).step(title, HERE)
}
