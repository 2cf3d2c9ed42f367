//! Upkeep and loans: what is to be done for things, what was done and what it cost, and what is with somebody else.

mod conflict;
mod form;
mod job;
mod loan;
mod overview;
mod plan;
mod plan_form;
mod sheet;
mod typed;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::App,
    domain::{job::Job, loan::Loan, plan::Plan},
};

/// Where what is due is listed.
const HERE: &str = "/upkeep";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(overview::show))
        .route(
            "/items/{id}/upkeep/new",
            get(form::blank::<Plan>).post(form::add::<Plan>),
        )
        .route("/upkeep/{id}", get(plan::show))
        .route(
            "/upkeep/{id}/edit",
            get(form::edit::<Plan>).post(form::save::<Plan>),
        )
        .route("/upkeep/{id}/done", post(plan::done))
        .route("/upkeep/{id}/remove", post(form::remove::<Plan>))
        .route("/upkeep/{id}/restore", post(form::restore::<Plan>))
        .route(
            "/items/{id}/jobs/new",
            get(form::blank::<Job>).post(form::add::<Job>),
        )
        .route("/jobs/{id}", get(job::show))
        .route(
            "/jobs/{id}/edit",
            get(form::edit::<Job>).post(form::save::<Job>),
        )
        .route("/jobs/{id}/remove", post(form::remove::<Job>))
        .route("/jobs/{id}/restore", post(form::restore::<Job>))
        .route(
            "/items/{id}/lend",
            get(form::blank::<Loan>).post(form::add::<Loan>),
        )
        .route("/loans/{id}", get(loan::show))
        .route(
            "/loans/{id}/edit",
            get(form::edit::<Loan>).post(form::save::<Loan>),
        )
        .route("/loans/{id}/back", post(loan::give_back))
        .route("/loans/{id}/remove", post(form::remove::<Loan>))
        .route("/loans/{id}/restore", post(form::restore::<Loan>))
}
