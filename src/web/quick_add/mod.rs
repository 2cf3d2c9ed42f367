//! Quick add, and the tray of things that wait for a name.

mod arrival;
mod page;
mod sticky;
mod tray;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use crate::app::App;

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    // Photos stream to the disk, each held to its own limit.
    let add = get(page::show).post(arrival::add);
    Router::new()
        .route("/add", add.layer(DefaultBodyLimit::disable()))
        .route(
            "/add/tray",
            post(arrival::add_nameless).layer(DefaultBodyLimit::disable()),
        )
        .route("/tray", get(tray::show).post(tray::sort))
}
