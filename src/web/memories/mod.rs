//! Memories: the stories that go with things, how dear these are, whom they are meant for, and the life of each.

mod affection;
mod bequest;
mod life;
mod memory;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::App,
    domain::{bequest::Bequest, memory::Memory},
    web::page::belonging,
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items/{id}/life", get(life::show))
        .route("/items/{id}/affection", post(affection::feel))
        .route(
            "/items/{id}/memories/new",
            get(belonging::blank::<Memory>).post(belonging::add::<Memory>),
        )
        .route("/memories/{id}", get(memory::show))
        .route(
            "/memories/{id}/edit",
            get(belonging::edit::<Memory>).post(belonging::save::<Memory>),
        )
        .route("/memories/{id}/remove", post(belonging::remove::<Memory>))
        .route("/memories/{id}/restore", post(belonging::restore::<Memory>))
        .route(
            "/items/{id}/bequests/new",
            get(belonging::blank::<Bequest>).post(belonging::add::<Bequest>),
        )
        .route("/bequests/{id}", get(bequest::show))
        .route(
            "/bequests/{id}/edit",
            get(belonging::edit::<Bequest>).post(belonging::save::<Bequest>),
        )
        .route("/bequests/{id}/open", post(bequest::open))
        .route("/bequests/{id}/remove", post(belonging::remove::<Bequest>))
        .route(
            "/bequests/{id}/restore",
            post(belonging::restore::<Bequest>),
        )
}
