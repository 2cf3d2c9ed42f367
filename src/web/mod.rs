//! Pages, one file or folder per feature.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Every page's routes.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
}
