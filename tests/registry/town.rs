//! A town around a registry: the server itself, over a socket, and strangers who ask.

use std::{
    net::SocketAddr,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
};

use serde_json::{Value, json};
use smartinventory::{
    clock::Clock,
    http::{listeners::Listeners, server},
    registry::{
        self,
        limits::{Allowance, Limits},
        service::Registry,
    },
};
use tokio::runtime::{Handle, Runtime};
use tokio_util::sync::CancellationToken;

use crate::{
    household::{Household, Reply, send},
    place::Place,
};

/// When everything here happens, until the clock is put on.
pub const NOW: &str = "2026-11-28T10:00:00Z";

/// A registry that serves until it is let go.
pub struct Town {
    pub address: String,
    pub registry: Arc<Registry>,
    stop: CancellationToken,
    runtime: Handle,
    server: Option<JoinHandle<()>>,
}

impl Town {
    /// A registry in a place, which takes as much as one likes.
    pub fn at(place: Place) -> Self {
        let often = 1_000_000;
        let allowance = Allowance {
            checks: often,
            checks_of_one: often,
            publishers: often,
            messages: often,
        };
        Self::with(place, allowance)
    }

    /// A registry in a place, which takes so much from one client.
    pub fn with(place: Place, allowance: Allowance) -> Self {
        let stop = CancellationToken::new();
        let (ending, (tell, told)) = (stop.clone(), mpsc::channel());
        let server = thread::spawn(move || {
            let runtime = Runtime::new().unwrap();
            runtime.block_on(async {
                let clock = Clock::set_to(NOW.parse().unwrap());
                let store = place.open().await;
                let limits = Limits::of(&store, allowance, &clock).await.unwrap();
                let registry = Arc::new(Registry::new(store, clock, limits, None));
                let listeners = Listeners::open(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
                let router = registry::routes(&registry);
                let address = listeners.addresses()[0];
                tell.send((registry, address, Handle::current())).unwrap();
                let stop = async move { ending.cancelled().await };
                server::serve(listeners, router, stop).await.unwrap();
            });
        });
        let (registry, address, runtime) = told.recv().unwrap();
        Self {
            address: format!("http://{address}"),
            registry,
            stop,
            runtime,
            server: Some(server),
        }
    }

    /// One on each kind of store.
    pub fn each() -> Vec<Self> {
        Place::each().into_iter().map(Self::at).collect()
    }

    /// A household that is known to the registry.
    pub fn household(&self, secret: u8) -> Household {
        let household = Household::of(&self.address, secret);
        let reply = household.register();
        assert_eq!(reply.status, 201, "{reply:?}");
        household
    }

    /// What a stranger is told of an identifier.
    pub fn check(&self, kind: &str, value: &str) -> Value {
        let reply = self.ask(
            "POST",
            "/v1/check",
            &json!({ "kind": kind, "value": value }),
        );
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json
    }

    /// What a stranger is answered.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Reply {
        send(
            method,
            &format!("{}{path}", self.address),
            Some(("application/json", body.to_string().as_bytes())),
            &[],
        )
    }

    /// What a stranger sees.
    pub fn look(&self, path: &str) -> Reply {
        send("GET", &format!("{}{path}", self.address), None, &[])
    }

    /// Does what the registry does every minute.
    pub fn keep_house(&self) {
        let round = registry::housekeeping::once(&self.registry);
        self.runtime.block_on(round).unwrap();
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.stop.cancel();
        if let Some(server) = self.server.take() {
            let _ = server.join();
        }
    }
}
