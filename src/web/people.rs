//! People of the household.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
}
