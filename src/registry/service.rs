//! The running registry: its store, what it is called, and how much it takes from one client.

use std::net::IpAddr;

use axum::http::{HeaderMap, header};

use super::{
    limits::{Limits, What},
    operations::Answer,
    problem::Problem,
    store::{Operation, Store},
};
use crate::{clock::Clock, error::Result, notify::guard::Network};

/// What every request needs.
pub struct Registry {
    /// Where everything is kept.
    pub store: Store,
    /// Time and chance.
    pub clock: Clock,
    /// How often a client may ask.
    pub limits: Limits,
    /// The address that the world knows it by; none where it is what each request says.
    address: Option<String>,
    /// The proxies that are believed when they tell whom they ask for.
    pub(super) proxies: Vec<Network>,
}

impl Registry {
    /// A registry over a store.
    #[must_use]
    pub fn new(store: Store, clock: Clock, limits: Limits, address: Option<String>) -> Self {
        let address = address.map(|address| address.trim_end_matches('/').to_owned());
        Self {
            store,
            clock,
            limits,
            address,
            proxies: Vec::new(),
        }
    }

    /// Behind these proxies.
    #[must_use]
    pub fn behind(mut self, proxies: Vec<Network>) -> Self {
        self.proxies = proxies;
        self
    }

    /// The address that it has, without a slash at its end: what requests are signed for, and entries meant for. Where nobody
    /// has told it, it is what whoever asks calls it, and a proxy before it has to pass that on.
    #[must_use]
    pub fn address(&self, headers: &HeaderMap) -> String {
        if let Some(address) = &self.address {
            return address.clone();
        }
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        format!("http://{}", host.unwrap_or_default())
    }

    /// Counts what a client does, before it is done.
    pub(super) async fn count(&self, client: IpAddr, whats: &[What]) -> Result<(), Problem> {
        let now = self.clock.now();
        let counted = self.limits.count(&self.store, client, whats, now);
        Ok(counted.await??)
    }

    /// Does something, and takes a refusal for what it is: an answer that is told.
    pub(super) async fn answer<T, O>(&self, operation: O) -> Result<T, Problem>
    where
        O: Operation<Output = Answer<T>>,
        T: Send + 'static,
    {
        Ok(self.store.write(operation).await??)
    }
}
