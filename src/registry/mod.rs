//! The public theft registry: what households publish of stolen things, and what strangers may ask.
//!
//! | what | where |
//! | --- | --- |
//! | where it is kept | [`store`] |
//! | what is kept of entries, publishers and conversations | [`listing`] [`publisher`] [`thread`] `record` |
//! | what is done | [`operations`], and why not: [`refusal`] |
//! | what a stranger does, and is told | `strangers` [`shown`] |
//! | how programs and people ask | `api` `pages` |
//! | what it does by itself, and how much it takes from one client | [`housekeeping`] [`limits`] |

mod api;
mod client;
pub mod housekeeping;
pub mod limits;
pub mod listing;
pub mod operations;
mod pages;
mod problem;
pub mod publisher;
mod record;
pub mod refusal;
pub mod service;
pub mod shown;
pub mod store;
mod strangers;
pub mod thread;

use std::sync::Arc;

use axum::{Router, middleware};

use self::service::Registry;
use crate::http::server;

/// Every route of the registry with the layers around it.
pub fn routes(registry: &Arc<Registry>) -> Router {
    let routes = server::inner(api::routes().merge(pages::routes()))
        .layer(middleware::from_fn(problem::tell));
    server::outer(routes.with_state(Arc::clone(registry)))
}
