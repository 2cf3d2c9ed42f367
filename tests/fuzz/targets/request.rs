//! Requests as they come over the wire, to a household that is always the same: a head, an empty line, a body.
#![no_main]

use std::cell::RefCell;

use axum::{
    body::Body,
    extract::Request,
    http::{header, response::Parts},
};
use harness::household::Household;
use httparse::Status;
use libfuzzer_sys::{Corpus, fuzz_target};

thread_local! {
    static HOUSEHOLD: RefCell<Household> = RefCell::default();
}

fuzz_target!(|typed: &[u8]| -> Corpus {
    HOUSEHOLD.with_borrow_mut(|household| {
        let Some(request) = request(&household.named(typed), household) else {
            return Corpus::Reject;
        };
        let (head, body) = household.ask(request);
        answered(&head, &body);
        Corpus::Keep
    })
});

/// The request; one that does not say who asks, nor where from, is the owner's, from a page of ours.
fn request(bytes: &[u8], household: &Household) -> Option<Request> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut parsed = httparse::Request::new(&mut headers);
    let Ok(Status::Complete(end)) = parsed.parse(bytes) else {
        return None;
    };
    let path = parsed.path?;
    let mut request = Request::builder().method(parsed.method?).uri(path);
    for header in parsed.headers.iter() {
        request = request.header(header.name, header.value);
    }
    let mut request = request.body(Body::from(bytes[end..].to_vec())).ok()?;
    let is_api = path.starts_with("/api/");
    let headers = request.headers_mut();
    if !headers.contains_key(header::AUTHORIZATION) && !headers.contains_key(header::COOKIE) {
        let (name, value): (_, &[u8]) = if is_api {
            (header::AUTHORIZATION, b"Bearer {token}")
        } else {
            (header::COOKIE, b"{session}")
        };
        let value = household.named(value).try_into().ok()?;
        headers.insert(name, value);
    }
    if !headers.contains_key(header::ORIGIN) && !headers.contains_key("sec-fetch-site") {
        headers.insert("sec-fetch-site", "same-origin".parse().ok()?);
    }
    Some(request)
}

/// Whatever was asked, nothing broke, and nobody is sent elsewhere.
fn answered(head: &Parts, body: &[u8]) {
    let says = |name| {
        let value = head.headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()))
    };
    let told = String::from_utf8_lossy(body);
    assert!(!head.status.is_server_error(), "{}: {told}", head.status);
    if let Some(to) = says(header::LOCATION) {
        assert!(
            to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\"),
            "{to}"
        );
    }
    let kind = says(header::CONTENT_TYPE).unwrap_or_default();
    let whole = !body.is_empty() && !head.headers.contains_key(header::CONTENT_ENCODING);
    if whole && kind.ends_with("json") {
        serde_json::from_slice::<serde_json::Value>(body).expect("JSON");
    }
    if whole && kind.starts_with("text/html") {
        std::str::from_utf8(body).expect("a page is text");
    }
    assert!(head.headers.contains_key(header::CONTENT_SECURITY_POLICY));
}
