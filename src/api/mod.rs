//! The JSON API, with wire types of its own.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Every route of the API.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
}
