//! Signed requests to the theft registry: a head, an empty line, a body.
#![no_main]

use httparse::Status;
use jiff::Timestamp;
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::protocol::{
    Flaw,
    key::SigningKey,
    signature::{AHEAD, Content, LIFETIME, NONCE, Parts, Request, sign, verify},
};

/// When the requests of the corpus were signed: 2026-11-28 18:00 UTC.
const NOW: i64 = 1_795_888_800;
/// The key that signed some of them.
const SECRET: [u8; 32] = [7; 32];

fuzz_target!(|typed: &[u8]| -> Corpus {
    let now = Timestamp::from_second(NOW).expect("a second");
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut parsed = httparse::Request::new(&mut headers);
    let Ok(Status::Complete(end)) = parsed.parse(typed) else {
        return Corpus::Reject;
    };
    let (Some(method), Some(target)) = (parsed.method, parsed.path) else {
        return Corpus::Reject;
    };
    let header = |name: &str| {
        let lines = parsed.headers.iter();
        let lines = lines.filter(|header| header.name.eq_ignore_ascii_case(name));
        let lines: Vec<_> = lines
            .map(|header| String::from_utf8_lossy(header.value))
            .collect();
        (!lines.is_empty()).then(|| lines.join(", "))
    };
    let (content_type, content_digest) = (header("content-type"), header("content-digest"));
    let signature_input = header("signature-input").unwrap_or_default();
    let signature = header("signature").unwrap_or_default();
    let request = Request {
        method,
        target,
        content_type: content_type.as_deref(),
        content_digest: content_digest.as_deref(),
        signature_input: &signature_input,
        signature: &signature,
        body: &typed[end..],
    };
    taken(&request, now);
    sent(&request, now);
    Corpus::Keep
});

/// What is taken is whole and in time, and is taken for nothing else.
fn taken(request: &Request<'_>, now: Timestamp) {
    let Ok(signed) = verify(request, now) else {
        return;
    };
    assert!((1..=2).contains(&signed.len()));
    for signed in &signed {
        assert!(NONCE.contains(&signed.nonce.len()));
        assert!(signed.created.duration_since(now) <= AHEAD);
        assert!(signed.created < signed.expires && signed.expires >= now);
        assert!(signed.expires.duration_since(signed.created) <= LIFETIME);
    }
    let longer = [request.body, b"x"].concat();
    let other = Request {
        body: &longer,
        ..*request
    };
    let without_body = request.content_digest.is_none();
    let flaw = if without_body {
        Flaw::MissingComponent
    } else {
        Flaw::WrongDigest
    };
    assert_eq!(verify(&other, now), Err(flaw));
    let method = format!("{}X", request.method);
    let other = Request {
        method: &method,
        ..*request
    };
    assert_eq!(verify(&other, now), Err(Flaw::BadSignature));
    assert_eq!(verify(request, now + LIFETIME + LIFETIME), Err(Flaw::Stale));
}

/// Whatever can be sent is taken when it was signed, and in nobody else's name.
fn sent(request: &Request<'_>, now: Timestamp) {
    let parts = Parts {
        method: request.method,
        target: request.target,
        content: request.content_type.map(|kind| Content {
            kind,
            body: request.body,
        }),
    };
    let key = SigningKey::from_bytes(&SECRET);
    let Ok(headers) = sign(&parts, &key, now, "a nonce of our own") else {
        return;
    };
    let ours = Request {
        content_digest: headers.content_digest.as_deref(),
        signature_input: &headers.signature_input,
        signature: &headers.signature,
        body: parts.content.map_or(b"", |content| content.body),
        ..*request
    };
    let signed = verify(&ours, now).expect("our own");
    assert_eq!(signed.first().map(|signed| signed.key), Some(key.id()));
}
