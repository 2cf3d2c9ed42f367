//! The list of things, which is also the search: filters, sorting, many at once.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
}
