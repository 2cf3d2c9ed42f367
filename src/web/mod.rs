//! Pages, one file or folder per feature.

mod files;
mod home;
pub mod page;
mod start;

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Every page's routes.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(files::routes())
        .merge(home::routes())
        .merge(start::routes())
}
