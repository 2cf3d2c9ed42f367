//! Homes that publish, requests as they are sent, and what is stolen.

use std::cell::Cell;

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use serde_json::{Value, json};
use smartinventory::{
    clock::Clock,
    protocol::{
        contact::ContactSecret,
        envelope::Envelope,
        key::SigningKey,
        signature::{self, Content, Headers, Parts},
    },
};
use ureq::http::{Request, Response};

use crate::town::{NOW, Town};

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
    address: String,
    at: Timestamp,
    requests: Cell<i64>,
}

impl Household {
    /// One in a town, by what its key is made of.
    pub fn of(address: &str, secret: u8) -> Self {
        Self {
            key: SigningKey::from_bytes(&[secret; 32]),
            address: address.to_owned(),
            at: NOW.parse().unwrap(),
            requests: Cell::new(0),
        }
    }

    /// One that lives today, with nonces that no earlier one of the same key has used.
    pub fn today(address: &str, secret: u8) -> Self {
        let at = Clock::system().now();
        Self {
            at,
            requests: Cell::new(at.as_millisecond() * 1000),
            ..Self::of(address, secret)
        }
    }

    /// Leaves out nonces that another program of the same home uses.
    pub fn skip(&self, requests: i64) {
        self.requests.set(self.requests.get() + requests);
    }

    /// Makes itself known; none where nobody answers any more.
    pub fn try_register(&self) -> Option<Reply> {
        let body = json!({ "key": self.key.id() }).to_string();
        let path = "/v1/publishers";
        let headers = self.sign("POST", path, Some(body.as_bytes()));
        let sent = Some(("application/json", body.as_bytes()));
        try_send("POST", &format!("{}{path}", self.address), sent, &headers)
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

    /// The same; none where nobody answers any more.
    pub fn try_publish(&self, entry: &Value) -> Option<Reply> {
        let path = format!("/v1/entries/{}", entry["entry_id"].as_str().unwrap());
        let envelope = self.seal(entry);
        let headers = self.sign("PUT", &path, Some(envelope.as_bytes()));
        let body = Some(("application/json", envelope.as_bytes()));
        try_send("PUT", &format!("{}{path}", self.address), body, &headers)
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
            signature::sign_by_both(&parts, [&self.key, new], self.at, &self.nonce()).unwrap();
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
            self.at,
            &self.nonce(),
        );
        headers(&signed.unwrap())
    }

    fn nonce(&self) -> String {
        self.requests.set(self.requests.get() + 1);
        format!("nonce-{:020}", self.requests.get())
    }
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
    try_send(method, address, body, headers).unwrap()
}

/// The same; none where nobody answers.
fn try_send(
    method: &str,
    address: &str,
    body: Option<(&str, &[u8])>,
    headers: &[(&str, String)],
) -> Option<Reply> {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let response = match body {
        Some((kind, body)) => agent.run(request.header("content-type", kind).body(body).unwrap()),
        None => agent.run(request.body(()).unwrap()),
    };
    read(response.ok()?)
}

fn read(mut response: Response<ureq::Body>) -> Option<Reply> {
    let retry_after = response.headers().get("retry-after");
    let retry_after = retry_after.map(|after| after.to_str().unwrap().parse().unwrap());
    let text = response.body_mut().read_to_string().ok()?;
    Some(Reply {
        status: response.status().as_u16(),
        json: serde_json::from_str(&text).unwrap_or(Value::String(text)),
        retry_after,
    })
}

/// A stolen bicycle, as a household publishes it to the registry at an address, a week after it was gone.
pub fn theft(address: &str, at: Timestamp, number: u16, serial: &str) -> Value {
    let today = at.to_zoned(TimeZone::UTC).date();
    json!({
        "version": 1,
        "registry": address,
        "entry_id": format!("6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f{number:04x}"),
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
            "from": today - 8.days(), "to": today - 7.days(),
            "country": "SE", "county": "SE-C", "municipality": "Östhammar",
        },
        "police": { "authority": "Polisen", "reference": "5000-K123456-26" },
        "contact": ContactSecret::derive(&[9; 32]).key().to_string(),
        "accept_tips": true,
        "expires": today + 1.year(),
        "issued": at,
    })
}

/// The same in a town.
pub fn bicycle(town: &Town, number: u16, serial: &str) -> Value {
    theft(&town.address, NOW.parse().unwrap(), number, serial)
}
