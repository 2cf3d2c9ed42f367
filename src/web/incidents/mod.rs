//! What happened: burglaries, fires, water; the walk through the rooms, what became of each thing, and who else may look.

mod conflict;
mod draft;
mod form;
mod incident;
mod list;
mod loss;
mod shares;
mod sheet;
mod stop;
mod walk;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, domain::loss::Loss, web::page::belonging};

/// Where incidents are.
const HERE: &str = "/incidents";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/incidents/new", get(form::blank).post(form::add))
        .route("/incidents/{id}", get(incident::show))
        .route("/incidents/{id}/edit", get(form::edit).post(form::save))
        .route("/incidents/{id}/remove", post(incident::remove))
        .route("/incidents/{id}/restore", post(incident::restore))
        .route("/incidents/{id}/walk", get(walk::rooms))
        .route("/incidents/{id}/walk/{room}", get(walk::room))
        .route("/incidents/{id}/losses", post(stop::answer))
        .route(
            "/incidents/{id}/shares",
            get(shares::show).post(shares::make),
        )
        .route(
            "/incidents/{id}/shares/{share}/revoke",
            post(shares::revoke),
        )
        .route(
            "/items/{id}/losses/new",
            get(belonging::blank::<Loss>).post(belonging::add::<Loss>),
        )
        .route("/losses/{id}", get(loss::show))
        .route(
            "/losses/{id}/edit",
            get(belonging::edit::<Loss>).post(belonging::save::<Loss>),
        )
        .route("/losses/{id}/remove", post(belonging::remove::<Loss>))
        .route("/losses/{id}/restore", post(belonging::restore::<Loss>))
}
