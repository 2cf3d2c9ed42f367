//! Upkeep and loans: what is to be done for things, what was done and what it cost, and what is with somebody else.

mod job;
mod loan;
mod overview;
mod plan;
mod plan_form;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::App,
    domain::{job::Job, loan::Loan, plan::Plan},
    web::page::belonging,
};

/// Where what is due is listed.
const HERE: &str = "/upkeep";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(overview::show))
        .route(
            "/items/{id}/upkeep/new",
            get(belonging::blank::<Plan>).post(belonging::add::<Plan>),
        )
        .route("/upkeep/{id}", get(plan::show))
        .route(
            "/upkeep/{id}/edit",
            get(belonging::edit::<Plan>).post(belonging::save::<Plan>),
        )
        .route("/upkeep/{id}/done", post(plan::done))
        .route("/upkeep/{id}/remove", post(belonging::remove::<Plan>))
        .route("/upkeep/{id}/restore", post(belonging::restore::<Plan>))
        .route(
            "/items/{id}/jobs/new",
            get(belonging::blank::<Job>).post(belonging::add::<Job>),
        )
        .route("/jobs/{id}", get(job::show))
        .route(
            "/jobs/{id}/edit",
            get(belonging::edit::<Job>).post(belonging::save::<Job>),
        )
        .route("/jobs/{id}/remove", post(belonging::remove::<Job>))
        .route("/jobs/{id}/restore", post(belonging::restore::<Job>))
        .route(
            "/items/{id}/lend",
            get(belonging::blank::<Loan>).post(belonging::add::<Loan>),
        )
        .route("/loans/{id}", get(loan::show))
        .route(
            "/loans/{id}/edit",
            get(belonging::edit::<Loan>).post(belonging::save::<Loan>),
        )
        .route("/loans/{id}/back", post(loan::give_back))
        .route("/loans/{id}/remove", post(belonging::remove::<Loan>))
        .route("/loans/{id}/restore", post(belonging::restore::<Loan>))
}
