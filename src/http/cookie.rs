//! The cookies: who is signed in, which share link is open, how pages look on this device, and what just happened.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::{
    access::{
        session::{STAY, Secret},
        share, share_key,
    },
    error::{Error, Result},
};

/// Cookies do not tell ports apart, and one machine may serve several households: each name carries its port.
#[derive(Clone, Debug)]
pub struct Jar {
    port: u16,
    cookies: CookieJar,
}

/// How long a look is remembered on a device.
const YEAR: i64 = 365 * 24 * 60 * 60;
/// How long a message waits for the page that shows it.
const MOMENT: i64 = 60;

const SESSION: &str = "session";
const TOAST: &str = "toast";
const SHARE: &str = "share";

impl Jar {
    pub(super) fn read(headers: &HeaderMap, port: u16) -> Self {
        Self {
            port,
            cookies: CookieJar::from_headers(headers),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.cookies.get(&named(name, self.port)).map(Cookie::value)
    }

    pub(super) fn session(&self) -> Option<&str> {
        self.get(SESSION)
    }

    /// The key to the share link beneath which the request is.
    pub(super) fn share(&self) -> Option<&str> {
        self.get(SHARE)
    }

    pub(super) fn toast(&self) -> Option<&str> {
        self.get(TOAST)
    }

    /// What this device remembers of the look: `view`, `theme` or `lang`.
    pub(super) fn look(&self, what: &str) -> Option<&str> {
        self.get(what)
    }
}

fn named(name: &str, port: u16) -> String {
    format!("smartinventory-{port}-{name}")
}

fn cookie(name: &str, port: u16, value: &str, seconds: Option<i64>) -> Result<HeaderValue> {
    cookie_beneath("/", name, port, value, seconds)
}

/// A cookie that goes with requests beneath a path alone.
fn cookie_beneath(
    path: &str,
    name: &str,
    port: u16,
    value: &str,
    seconds: Option<i64>,
) -> Result<HeaderValue> {
    let mut cookie = Cookie::new(named(name, port), value.to_owned());
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_path(path.to_owned());
    let lasting = seconds
        .map(|seconds| format!("; Max-Age={seconds}"))
        .unwrap_or_default();
    format!("{cookie}{lasting}")
        .parse()
        .map_err(Error::internal)
}

/// How pages go to a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// For everybody on the way to read.
    Plain,
    /// Through TLS, which a proxy before us ends.
    Tls,
}

/// The cookie that signs in; without a secret, the one that signs out. Of a page that came over TLS, it never goes
/// another way.
pub fn session_cookie(
    port: u16,
    transport: Transport,
    secret: Option<(&Secret, bool)>,
) -> Result<HeaderValue> {
    let (value, seconds) = match secret {
        Some((secret, stay)) => (secret.reveal(), stay.then_some(STAY.as_secs())),
        None => ("", Some(0)),
    };
    secured(cookie(SESSION, port, value, seconds)?, transport)
}

/// The cookie that opens the share link with this secret, and goes nowhere else.
pub fn share_cookie(
    port: u16,
    transport: Transport,
    secret: &str,
    key: &str,
) -> Result<HeaderValue> {
    let path = format!("{}/{secret}", share::ROOT);
    let seconds = share_key::VALID.as_secs();
    let cookie = cookie_beneath(&path, SHARE, port, key, Some(seconds))?;
    secured(cookie, transport)
}

fn secured(cookie: HeaderValue, transport: Transport) -> Result<HeaderValue> {
    if transport == Transport::Plain {
        return Ok(cookie);
    }
    let secure = [cookie.as_bytes(), b"; Secure"].concat();
    HeaderValue::from_bytes(&secure).map_err(Error::internal)
}

/// The cookie that remembers `view`, `theme` or `lang` on this device.
pub fn remember_look(port: u16, what: &str, value: &str) -> Result<HeaderValue> {
    cookie(what, port, value, Some(YEAR))
}

/// The cookie that carries what just happened to the page that shows it; without a message, the one that ends it.
pub(super) fn toast_cookie(port: u16, message: Option<&str>) -> Result<HeaderValue> {
    match message {
        Some(message) => cookie(TOAST, port, message, Some(MOMENT)),
        None => cookie(TOAST, port, "", Some(0)),
    }
}

/// Adds a cookie to a reply's headers.
pub(super) fn set(headers: &mut HeaderMap, cookie: HeaderValue) {
    headers.append(header::SET_COOKIE, cookie);
}
