//! What the registry does by itself, every minute: what is over is erased, and what protects nothing is forgotten.

use std::{sync::Arc, time::Duration};

use super::{
    operations::expiry::{Expire, Forget, Passing},
    service::Registry,
};
use crate::error::Result;

/// How long it rests between two rounds.
const REST: Duration = Duration::from_mins(1);

/// Keeps house for as long as it is let. Several nodes may do so at once: each transaction does only what is left.
pub async fn run(registry: Arc<Registry>) {
    loop {
        if let Err(error) = once(&registry).await {
            tracing::warn!(%error, "the registry's house is not kept");
        }
        tokio::time::sleep(REST).await;
    }
}

/// One round.
///
/// # Errors
/// What the store fails with; the next round does what is left.
pub async fn once(registry: &Registry) -> Result<()> {
    let now = registry.clock.now();
    while registry.store.write(Expire { now }).await? {}
    for what in [Passing::Nonces, Passing::Counts] {
        let mut after = None;
        loop {
            after = registry.store.write(Forget { what, now, after }).await?;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(())
}
