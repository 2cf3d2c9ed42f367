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
    web::page::belongings,
};

/// Where what is due is listed.
const HERE: &str = "/upkeep";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(overview::show))
        .route(
            "/items/{id}/upkeep/new",
            get(belongings::blank::<Plan>).post(belongings::add::<Plan>),
        )
        .route("/upkeep/{id}", get(plan::show))
        .route(
            "/upkeep/{id}/edit",
            get(belongings::edit::<Plan>).post(belongings::save::<Plan>),
        )
        .route("/upkeep/{id}/done", post(plan::done))
        .route("/upkeep/{id}/remove", post(belongings::remove::<Plan>))
        .route("/upkeep/{id}/restore", post(belongings::restore::<Plan>))
        .route(
            "/items/{id}/jobs/new",
            get(belongings::blank::<Job>).post(belongings::add::<Job>),
        )
        .route("/jobs/{id}", get(job::show))
        .route(
            "/jobs/{id}/edit",
            get(belongings::edit::<Job>).post(belongings::save::<Job>),
        )
        .route("/jobs/{id}/remove", post(belongings::remove::<Job>))
        .route("/jobs/{id}/restore", post(belongings::restore::<Job>))
        .route(
            "/items/{id}/lend",
            get(belongings::blank::<Loan>).post(belongings::add::<Loan>),
        )
        .route("/loans/{id}", get(loan::show))
        .route(
            "/loans/{id}/edit",
            get(belongings::edit::<Loan>).post(belongings::save::<Loan>),
        )
        .route("/loans/{id}/back", post(loan::give_back))
        .route("/loans/{id}/remove", post(belongings::remove::<Loan>))
        .route("/loans/{id}/restore", post(belongings::restore::<Loan>))
}
