//! What every reply says to keep strangers out, and whose requests may change anything.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::reply::Problem;
use crate::{access::share, error::Error};

/// Nothing from elsewhere, nothing inline, no frames around us, forms only to us.
const POLICY: &str = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ),
];

/// What every answer to a stranger with a link of their own says, whatever it is: the address is a key, which is told to nobody, and what
/// it opens is gone from everywhere once it is revoked.
const TO_STRANGERS: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("x-robots-tag"),
        "noindex, nofollow, noarchive",
    ),
];

/// Where a finder reads what an owner has answered: the registry's, which has no other secrets in addresses.
const THREADS: &str = "/thread";

/// The root of a path that is a share link or a finder's, or beneath one: what follows it is a secret.
pub(super) fn secret_root(path: &str) -> Option<&'static str> {
    [share::ROOT, THREADS].into_iter().find(|root| {
        let rest = path.strip_prefix(root);
        rest.is_some_and(|rest| rest.starts_with('/'))
    })
}

/// Whether a path is a share link, or beneath one.
pub(super) fn is_shared(path: &str) -> bool {
    secret_root(path) == Some(share::ROOT)
}

/// Adds the headers that a handler has not set itself, and keeps pages with somebody's belongings out of shared caches.
pub(super) async fn harden(request: Request, next: Next) -> Response {
    let is_secret = secret_root(request.uri().path()).is_some();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if is_secret {
        for (name, value) in TO_STRANGERS {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    for (name, value) in HEADERS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("private, no-cache"));
    headers.append(header::VARY, HeaderValue::from_static("Cookie, HX-Request"));
    response
}

/// Refuses what another site's page makes a browser send. A browser says where a changing request comes from by
/// `Sec-Fetch-Site` or, over plain HTTP, by `Origin`; what says neither is no browser, and carries its own token.
pub(super) async fn same_origin(request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    // A link in a message is its own proof, whoever follows it: a push program's button may be a page of another site.
    let proven = request.uri().path().starts_with("/answers/");
    if safe || proven || is_same_origin(request.headers(), request.uri()) {
        return next.run(request).await;
    }
    Problem::from(Error::Denied).into_response()
}

fn is_same_origin(headers: &HeaderMap, uri: &Uri) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| uri.authority().map(AsRef::as_ref));
    match headers.get(header::ORIGIN) {
        Some(origin) => {
            let origin = origin
                .to_str()
                .ok()
                .and_then(|origin| origin.split_once("://"))
                .map(|(_, origin)| origin);
            origin.is_some() && origin == host
        }
        None => !headers.contains_key(header::COOKIE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_same_origin(&headers, &Uri::from_static("/items"))
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        assert!(passes(&[
            ("sec-fetch-site", "same-origin"),
            ("cookie", "a=b")
        ]));
        assert!(passes(&[
            ("origin", "http://nas:8480"),
            ("host", "nas:8480"),
            ("cookie", "a=b")
        ]));
        assert!(
            passes(&[("host", "nas:8480")]),
            "a program with a token and no cookie"
        );
        assert!(!passes(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://nas:8480"),
            ("host", "nas:8480")
        ]));
        assert!(!passes(&[("sec-fetch-site", "same-site")]));
        assert!(!passes(&[
            ("origin", "http://evil.example"),
            ("host", "nas:8480")
        ]));
        assert!(!passes(&[("origin", "null"), ("host", "nas:8480")]));
        assert!(
            !passes(&[("cookie", "a=b"), ("host", "nas:8480")]),
            "a cookie and no word of where from"
        );
    }
}
