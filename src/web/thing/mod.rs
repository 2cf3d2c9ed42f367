//! A thing's pages: show, add, change, copy, template, archive, move, remove.

mod acts;
mod archive;
mod around;
mod choices;
mod conflict;
mod draft;
mod edit;
mod facts;
mod files;
mod losses;
mod memories;
mod past;
mod reading;
mod relocation;
mod rights;
mod seen;
mod sheet;
mod show;
mod suggest;
mod template;
mod upkeep;
mod worth;

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(acts::routes())
        .merge(archive::routes())
        .merge(edit::routes())
        .merge(past::routes())
        .merge(relocation::routes())
        .merge(show::routes())
        .merge(suggest::routes())
        .merge(template::routes())
}
