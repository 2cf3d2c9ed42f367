//! The registry's JSON API: what publishers ask with a signature, and strangers without an account.

mod checks;
mod entries;
mod publishers;
mod signed;
mod threads;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::IntoResponse,
    routing::{get, post, put},
};

use super::{
    problem::Reply,
    service::Registry,
    store::{Operation, Tx},
};
use crate::error::Result;

/// Every route of the API, and of whoever looks after the server.
pub fn routes() -> Router<Arc<Registry>> {
    Router::new()
        .route("/healthz", get(health))
        .route("/v1/publishers", post(publishers::register))
        .route("/v1/publishers/self/keys", post(publishers::rotate))
        .route("/v1/entries/self", get(entries::own))
        .route(
            "/v1/entries/{id}",
            put(entries::publish)
                .delete(entries::withdraw)
                .get(entries::show),
        )
        .route("/v1/entries/{id}/tips", post(threads::tip))
        .route("/v1/thread", get(threads::show).post(threads::reply))
        .route("/v1/threads/{id}/messages", post(threads::answered))
        .route("/v1/inbox", get(threads::inbox))
        .route("/v1/inbox/ack", post(threads::acknowledge))
        .route("/v1/check", post(checks::check))
}

/// `GET /healthz`: the store can be read.
async fn health(State(registry): State<Arc<Registry>>) -> Reply<impl IntoResponse> {
    registry.store.read(Look).await?;
    Ok("ok\n")
}

/// Reads something that is not there.
struct Look;

impl Operation for Look {
    type Output = ();

    async fn run(&self, tx: &mut Tx<'_>) -> Result<()> {
        tx.get(super::store::Table::Publishers, &[]).await.map(drop)
    }
}
