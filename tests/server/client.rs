//! Clients: each sends requests as a browser or a program does, and its type says who it is.

use std::ops::Deref;

use ureq::{
    Agent,
    http::{HeaderMap, Request, StatusCode},
};

/// How much of an answer is read, in bytes.
const MOST: u64 = 64 << 20;
/// What stands between the parts of a form with files; no test sends a file that holds it.
const BOUNDARY: &str = "----part-7f3a9c";

/// Sends requests to one server.
pub struct Client {
    agent: Agent,
    origin: String,
    headers: Vec<(&'static str, String)>,
}

/// A browser that nobody is signed in on.
pub struct Anonymous(Client);

/// A browser that somebody is signed in on.
pub struct SignedIn(Client);

/// A program with a token.
pub struct Program(Client);

/// A part of a form with files.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// A field: its name and value.
    Field(&'a str, &'a str),
    /// A file under `file`: its name and bytes.
    File(&'a str, &'a [u8]),
}

/// What a server answers. Nothing is followed: a redirect is an answer too.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Anonymous {
    pub(super) fn at(origin: &str) -> Self {
        Self(Client::new(origin, Vec::new()))
    }
}

impl SignedIn {
    /// Who has sent this form, which answers with a session.
    pub fn by(stranger: &Anonymous, path: &str, fields: &[(&str, &str)]) -> Self {
        let reply = stranger.post(path, fields);
        let cookie = reply
            .headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .find(|cookie| cookie.contains("-session="));
        let cookie = cookie.unwrap_or_else(|| panic!("{path}: {}", reply.text()));
        Self(Client::new(
            &stranger.origin,
            vec![("cookie", cookie.to_owned())],
        ))
    }
}

impl Program {
    pub(super) fn with(origin: &str, token: &str) -> Self {
        let bearer = ("authorization", format!("Bearer {token}"));
        Self(Client::new(origin, vec![bearer]))
    }
}

impl Client {
    fn new(origin: &str, mut headers: Vec<(&'static str, String)>) -> Self {
        headers.push(("origin", origin.to_owned()));
        headers.push(("accept-language", "sv".to_owned()));
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A server that refuses a form before it has read it may hang up.
            .max_idle_connections(0)
            .build();
        Self {
            agent: config.into(),
            origin: origin.to_owned(),
            headers,
        }
    }

    /// The headers that it sends with every request.
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// Looks at a page.
    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], Vec::new())
    }

    /// Sends a form without files.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.send("POST", path, &[kind], body.into_bytes())
    }

    /// Sends a form with files, as a browser without a script does.
    pub fn upload(&self, path: &str, parts: &[Part<'_>]) -> Reply {
        self.send_parts(path, parts, &[])
    }

    /// Sends a form with files, as our script does: the answer is JSON.
    pub fn upload_for_json(&self, path: &str, parts: &[Part<'_>]) -> Reply {
        self.send_parts(path, parts, &[("accept", "application/json")])
    }

    /// Sends JSON with any method.
    pub fn json(&self, method: &str, path: &str, body: &serde_json::Value) -> Reply {
        let kind = ("content-type", "application/json");
        self.send(method, path, &[kind], body.to_string().into_bytes())
    }

    /// Sends any request; these headers stand in for the client's own.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        self.attempt(method, path, headers, body).unwrap()
    }

    /// Sends any request to a server that may go away meanwhile.
    pub fn attempt(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Reply, ureq::Error> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin));
        for (name, value) in &self.headers {
            if !headers.iter().any(|(given, _)| given == name) {
                request = request.header(*name, value);
            }
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        let (head, mut body) = self.agent.run(request)?.into_parts();
        Ok(Reply {
            status: head.status,
            headers: head.headers,
            body: body.with_config().limit(MOST).read_to_vec()?,
        })
    }

    fn send_parts(&self, path: &str, parts: &[Part<'_>], headers: &[(&str, &str)]) -> Reply {
        let (kind, body) = form(parts);
        let headers = [&[("content-type", kind.as_str())], headers].concat();
        self.send("POST", path, &headers, body)
    }
}

/// A form with files: its content type, and its bytes.
pub fn form(parts: &[Part<'_>]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for part in parts {
        let (head, content) = match part {
            Part::Field(name, value) => (format!("name=\"{name}\""), value.as_bytes()),
            Part::File(name, bytes) => (
                format!(
                    "name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream"
                ),
                *bytes,
            ),
        };
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        body.extend([head.as_bytes(), content, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{self}"))
    }

    /// A header.
    pub fn header(&self, name: &str) -> &str {
        let header = self.headers.get(name).and_then(|value| value.to_str().ok());
        header.unwrap_or_else(|| panic!("no {name}: {self}"))
    }
}

impl std::fmt::Display for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text: String = self.text().chars().take(2000).collect();
        write!(f, "{} {:?}\n{text}", self.status, self.headers)
    }
}

impl Deref for Anonymous {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Deref for SignedIn {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Deref for Program {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}
