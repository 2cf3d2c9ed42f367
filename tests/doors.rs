//! The doors: who gets in, what every answer says to keep strangers out, and what is refused.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod server;

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use server::Server;

const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
];

#[test]
fn nobody_claims_a_server_without_its_code() {
    let server = Server::start(&[]);
    let stranger = server.anonymous();
    for path in ["/", "/items", "/sign-in", "/nothing"] {
        let reply = stranger.get(path);
        assert_eq!(
            (reply.status.as_u16(), reply.header("location")),
            (303, "/setup"),
            "{path}"
        );
    }
    assert_eq!(stranger.get("/api/v1/items").status, 401);
    let fields = [
        ("code", "AAAA-AAAA"),
        ("household", "Tjuv"),
        ("name", "Tjuv"),
        ("password", "hemligt123"),
    ];
    let refused = stranger.post("/setup", &fields);
    assert!(
        refused.text().contains("Tjuv"),
        "what was typed is still there"
    );
    assert!(
        !refused.text().contains("hemligt123"),
        "but for the password"
    );
    server.claim();
    let late = stranger.post("/setup", &fields);
    assert_eq!((late.status.as_u16(), late.header("location")), (303, "/"));
    server.stop();
}

#[test]
fn the_code_cannot_be_guessed_at_speed() {
    let server = Server::start(&[]);
    let stranger = server.anonymous();
    let fields = [
        ("code", "AAAA-AAAA"),
        ("household", "T"),
        ("name", "T"),
        ("password", "hemligt123"),
    ];
    let statuses: Vec<_> = (0..8)
        .map(|_| stranger.post("/setup", &fields).status.as_u16())
        .collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
}

#[test]
fn a_password_cannot_be_guessed_at_speed() {
    let (server, _) = Server::claimed();
    let stranger = server.anonymous();
    let guess = || {
        stranger.post(
            "/sign-in",
            &[("name", server::OWNER.0), ("password", "fel lösenord")],
        )
    };
    let mut last = guess();
    for _ in 0..7 {
        last = guess();
    }
    assert_eq!(last.status, 429);
    assert!(last.header("retry-after").parse::<u64>().unwrap() > 0);
    server.stop();
}

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
fn another_site_changes_nothing() {
    let (server, owner) = Server::claimed();
    let form = b"view=full&back=/".to_vec();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for (header, value) in [
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let reply = owner.send("POST", "/look", &[kind, (header, value)], form.clone());
        assert_eq!(reply.status, 403, "{header}: {value}");
    }
    server.stop();
}

#[test]
fn the_session_cookie_is_for_the_server_alone() {
    let server = Server::start(&[]);
    let owner = server.claim();
    let reply = server.anonymous().post(
        "/sign-in",
        &[("name", server::OWNER.0), ("password", server::OWNER.1)],
    );
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert!(
        !cookie.contains("Max-Age"),
        "not a private device: {cookie}"
    );
    assert_eq!(owner.post("/sign-out", &[]).status, 303);
    assert_eq!(owner.get("/").header("location"), "/sign-in?next=%2F");
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

#[test]
fn a_hostile_path_finds_nothing() {
    let (server, owner) = Server::claimed();
    let paths = [
        "/assets/x/../../archive.redb",
        "/assets/x/%2e%2e/%2e%2e/archive.redb",
        "/assets/x/texts/sv/error.ftl",
        "/files/00000000-0000-0000-0000-000000000000",
        "/files/..%2f..%2farchive.redb",
        "/photos/not-an-id/small",
        "/items/not-an-id",
    ];
    for path in paths {
        let reply = owner.get(path);
        assert_eq!(reply.status, 404, "{path}: {reply}");
    }
    server.stop();
}

#[test]
fn a_setting_that_cannot_be_taken_is_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_smartinventory"))
        .env_clear()
        .env("SMARTINVENTORY_MAX_UPLOAD", "mycket")
        .arg("--data")
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.to_lowercase().contains("max_upload"), "{said}");
}

#[test]
fn oversized_headers_are_refused_and_the_server_goes_on() {
    let (server, owner) = Server::claimed();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = format!(
        "GET / HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n",
        "a".repeat(1 << 20)
    );
    // The server may hang up before it has read all of it.
    let _ = stream.write_all(head.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP/1.1 200"));
    assert_eq!(owner.get("/healthz").status, 200);
    server.stop();
}

#[test]
fn a_guest_is_not_told_the_place_of_what_is_shared_with_them() {
    let (server, owner) = Server::claimed();
    let guest = server.person("Ingrid", "guest");
    let program = server.program(server::OWNER.0);
    let made = |path: &str, body: serde_json::Value| {
        let reply = program.json("POST", path, &body);
        assert_eq!(reply.status, 201, "{reply}");
        reply.json()["id"].as_str().unwrap().to_owned()
    };
    let ingrid = owner.get("/people").text();
    let ingrid = ingrid
        .split("/people/")
        .find(|rest| rest.contains("Ingrid"))
        .unwrap()[..36]
        .to_owned();
    let safe = made(
        "/api/v1/places",
        serde_json::json!({"name": "Kassaskåpet", "kind": "cupboard"}),
    );
    made(
        "/api/v1/items",
        serde_json::json!({"name": "Matsilver", "place": safe, "guests": [ingrid]}),
    );
    for path in ["/", "/items", "/items?view=table", "/items/suggest?q=mat"] {
        let page = guest.get(path).text();
        assert!(page.contains("Matsilver"), "{path}");
        assert!(!page.contains("Kassaskåpet"), "{path}");
        assert!(owner.get(path).text().contains("Matsilver"), "{path}");
    }
    assert!(owner.get("/items").text().contains("Kassaskåpet"));
    server.stop();
}
