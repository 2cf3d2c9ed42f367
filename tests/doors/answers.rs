//! Answers: what every one of them says to keep strangers out.

use crate::server::Server;

const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
];

#[test]
fn every_answer_keeps_strangers_out() {
    let (server, owner) = Server::claimed();
    let strange = [
        owner.get("/"),
        owner.get("/nothing"),
        server.anonymous().get("/sign-in"),
        owner.get("/api/v1/nothing"),
    ];
    for reply in strange {
        for (name, value) in HEADERS {
            assert_eq!(reply.header(name), value, "{reply}");
        }
        let policy = reply.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'self'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert!(reply.header("cache-control").contains("private"), "{reply}");
    }
    server.stop();
}

#[test]
fn a_wrong_address_is_told_in_the_readers_way() {
    let (server, owner) = Server::claimed();
    let page = owner.get("/nothing");
    assert_eq!(page.status, 404);
    assert!(page.header("content-type").starts_with("text/html"));
    let problem = owner.get("/api/v1/nothing");
    assert_eq!(problem.status, 404);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(problem.json()["status"], 404);
    let method = owner.send(
        "DELETE",
        "/sign-in",
        &[("sec-fetch-site", "same-origin")],
        Vec::new(),
    );
    assert_eq!(method.status, 405);
    server.stop();
}
