//! A town around a registry: the server itself, over a socket, households that publish, and strangers who ask.

use std::{
    cell::Cell,
    net::SocketAddr,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
};

use jiff::Timestamp;
use serde_json::{Value, json};
use smartinventory::{
    clock::Clock,
    http::{listeners::Listeners, server},
    protocol::{
        contact::ContactSecret,
        envelope::Envelope,
        key::SigningKey,
        signature::{self, Content, Headers, Parts},
    },
    registry::{
        self,
        limits::{Allowance, Limits},
        service::Registry,
    },
};
use tokio::runtime::{Handle, Runtime};
use tokio_util::sync::CancellationToken;
use ureq::http::{Request, Response};

use crate::place::Place;

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
                let clock = Clock::set_to(now());
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

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub json: Value,
    pub retry_after: Option<u64>,
}

/// A home that publishes.
pub struct Household {
    pub key: SigningKey,
    pub address: String,
    requests: Cell<u32>,
    secret: u8,
}

impl Household {
    pub fn of(address: &str, secret: u8) -> Self {
        Self {
            key: SigningKey::from_bytes(&[secret; 32]),
            address: address.to_owned(),
            requests: Cell::new(0),
            secret,
        }
    }

    /// Leaves out nonces that another program of the same home uses.
    pub fn skip(&self, requests: u32) {
        self.requests.set(self.requests.get() + requests);
    }

    pub fn register(&self) -> Reply {
        self.send(
            "POST",
            "/v1/publishers",
            Some(&json!({ "key": self.key.id() })),
        )
    }

    /// Publishes an entry, as its fields say.
    pub fn publish(&self, entry: &Value) -> Reply {
        let envelope = self.seal(entry);
        self.put(entry["entry_id"].as_str().unwrap(), envelope.as_bytes())
    }

    /// An entry in its envelope.
    pub fn seal(&self, entry: &Value) -> String {
        let payload = serde_json::to_vec(entry).unwrap();
        Envelope::sign(payload, &self.key).unwrap().to_json()
    }

    pub fn put(&self, id: &str, envelope: &[u8]) -> Reply {
        self.send_bytes("PUT", &format!("/v1/entries/{id}"), Some(envelope))
    }

    pub fn withdraw(&self, id: &str) -> Reply {
        self.send("DELETE", &format!("/v1/entries/{id}"), None)
    }

    pub fn own(&self) -> Vec<Value> {
        let reply = self.send("GET", "/v1/entries/self", None);
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json["entries"].as_array().unwrap().clone()
    }

    /// Puts another key in the place of this one.
    pub fn rotate(&self, new: &SigningKey) -> Reply {
        let body = json!({ "key": new.id() }).to_string();
        let path = "/v1/publishers/self/keys";
        let target = format!("{}{path}", self.address);
        let parts = parts("POST", &target, Some(body.as_bytes()));
        let signed =
            signature::sign_by_both(&parts, [&self.key, new], now(), &self.nonce()).unwrap();
        let headers = headers(&signed);
        send(
            "POST",
            &target,
            Some(("application/json", body.as_bytes())),
            &headers,
        )
    }

    pub fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Reply {
        let body = body.map(Value::to_string);
        self.send_bytes(method, path, body.as_deref().map(str::as_bytes))
    }

    fn send_bytes(&self, method: &str, path: &str, body: Option<&[u8]>) -> Reply {
        let headers = self.sign(method, path, body);
        send(
            method,
            &format!("{}{path}", self.address),
            body.map(|body| ("application/json", body)),
            &headers,
        )
    }

    /// What a request of ours bears.
    pub fn sign(
        &self,
        method: &str,
        path: &str,
        body: Option<&[u8]>,
    ) -> Vec<(&'static str, String)> {
        let target = format!("{}{path}", self.address);
        let signed = signature::sign(
            &parts(method, &target, body),
            &self.key,
            now(),
            &self.nonce(),
        );
        headers(&signed.unwrap())
    }

    fn nonce(&self) -> String {
        self.requests.set(self.requests.get() + 1);
        format!("nonce-{:03}-{:010}", self.secret, self.requests.get())
    }
}

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn parts<'a>(method: &'a str, target: &'a str, body: Option<&'a [u8]>) -> Parts<'a> {
    let kind = "application/json";
    let content = body.map(|body| Content { kind, body });
    Parts {
        method,
        target,
        content,
    }
}

fn headers(signed: &Headers) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("signature-input", signed.signature_input.clone()),
        ("signature", signed.signature.clone()),
    ];
    headers.extend(
        signed
            .content_digest
            .iter()
            .map(|digest| ("content-digest", digest.clone())),
    );
    headers
}

/// Sends a request as it is.
pub fn send(
    method: &str,
    address: &str,
    body: Option<(&str, &[u8])>,
    headers: &[(&str, String)],
) -> Reply {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let response = match body {
        Some((kind, body)) => agent.run(request.header("content-type", kind).body(body).unwrap()),
        None => agent.run(request.body(()).unwrap()),
    };
    read(response.unwrap())
}

fn read(mut response: Response<ureq::Body>) -> Reply {
    let retry_after = response.headers().get("retry-after");
    let retry_after = retry_after.map(|after| after.to_str().unwrap().parse().unwrap());
    let text = response.body_mut().read_to_string().unwrap();
    Reply {
        status: response.status().as_u16(),
        json: serde_json::from_str(&text).unwrap_or(Value::String(text)),
        retry_after,
    }
}

/// A stolen bicycle, as a household publishes it.
pub fn bicycle(town: &Town, number: u8, serial: &str) -> Value {
    json!({
        "version": 1,
        "registry": town.address,
        "entry_id": format!("6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5d{number:02x}"),
        "revision": 1,
        "state": "stolen",
        "visibility": "browse",
        "category": "vehicles.bicycles",
        "title": "Röd damcykel med korg",
        "make": "Crescent",
        "model": "Elda 7",
        "colours": ["red"],
        "identifiers": [{ "kind": "frame_number", "value": serial }],
        "incident": {
            "from": "2026-11-20", "to": "2026-11-21", "country": "SE", "county": "SE-C", "municipality": "Östhammar",
        },
        "police": { "authority": "Polisen", "reference": "5000-K123456-26" },
        "contact": ContactSecret::derive(&[9; 32]).key().to_string(),
        "accept_tips": true,
        "expires": "2027-11-28",
        "issued": NOW,
    })
}
