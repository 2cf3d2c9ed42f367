//! Reports: made for the police, the insurer, an estate, a move; looked at, fetched in each form, and removed.

mod draft;
mod file;
mod form;
mod list;
mod report;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, domain::report::Report};

/// Where reports are.
const HERE: &str = "/reports";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/reports/new", get(form::blank).post(form::make))
        .route("/reports/{id}", get(report::show))
        .route("/reports/{id}/file", get(file::fetch))
        .route("/reports/{id}/print", get(file::print))
        .route("/reports/{id}/pictures/{key}", get(file::picture))
        .route("/reports/{id}/again", post(report::again))
        .route("/reports/{id}/stop", post(report::stop))
        .route("/reports/{id}/remove", post(report::remove))
        .route("/reports/{id}/restore", post(report::restore))
}

/// Where the pictures of a report are for those of the household.
fn at_home(report: &Report) -> impl Fn(&str) -> String + Sync + use<> {
    let id = report.id;
    move |key| format!("{HERE}/{id}/pictures/{key}")
}
