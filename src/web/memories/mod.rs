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
    web::page::belongings,
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items/{id}/life", get(life::show))
        .route("/items/{id}/affection", post(affection::feel))
        .route(
            "/items/{id}/memories/new",
            get(belongings::blank::<Memory>).post(belongings::add::<Memory>),
        )
        .route("/memories/{id}", get(memory::show))
        .route(
            "/memories/{id}/edit",
            get(belongings::edit::<Memory>).post(belongings::save::<Memory>),
        )
        .route("/memories/{id}/remove", post(belongings::remove::<Memory>))
        .route(
            "/memories/{id}/restore",
            post(belongings::restore::<Memory>),
        )
        .route(
            "/items/{id}/bequests/new",
            get(belongings::blank::<Bequest>).post(belongings::add::<Bequest>),
        )
        .route("/bequests/{id}", get(bequest::show))
        .route(
            "/bequests/{id}/edit",
            get(belongings::edit::<Bequest>).post(belongings::save::<Bequest>),
        )
        .route("/bequests/{id}/open", post(bequest::open))
        .route("/bequests/{id}/remove", post(belongings::remove::<Bequest>))
        .route(
            "/bequests/{id}/restore",
            post(belongings::restore::<Bequest>),
        )
}
