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

use server::{
    Server,
    client::{Part, SignedIn},
};

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
fn over_tls_the_session_cookie_goes_no_other_way() {
    let (server, _) = Server::claimed();
    let stranger = server.anonymous();
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("name", server::OWNER.0)
        .append_pair("password", server::OWNER.1)
        .finish();
    let host = server.address();
    let origin = format!("https://{host}");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for said in [("origin", origin.as_str()), ("x-forwarded-proto", "https")] {
        let reply = stranger.send("POST", "/sign-in", &[kind, said], form.clone().into_bytes());
        assert_eq!(reply.status, 303, "{reply}");
        let cookie = reply.header("set-cookie");
        assert!(cookie.contains("; Secure"), "{said:?}: {cookie}");
    }
    let plain = stranger.send("POST", "/sign-in", &[kind], form.into_bytes());
    assert!(!plain.header("set-cookie").contains("Secure"), "{plain}");
    server.stop();
}

#[test]
fn a_session_is_never_one_that_somebody_else_has_chosen() {
    let (server, _) = Server::claimed();
    let sign_in = |cookie: &str| {
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("name", server::OWNER.0)
            .append_pair("password", server::OWNER.1)
            .finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("cookie", cookie),
        ];
        let reply = server
            .anonymous()
            .send("POST", "/sign-in", &headers, body.into_bytes());
        assert_eq!(reply.status, 303, "{reply}");
        let cookie = reply.header("set-cookie").split(';').next().unwrap();
        cookie.to_owned()
    };
    let opens = |cookie: &str| {
        let headers = [("cookie", cookie)];
        let page = server.anonymous().send("GET", "/", &headers, Vec::new());
        page.status == 200
    };
    let own = sign_in("");
    let (name, _) = own.split_once('=').unwrap();
    let planted = format!("{name}={}", "a".repeat(64));
    let given = sign_in(&planted);
    assert_ne!(given, planted);
    assert!(opens(&given) && !opens(&planted));
    let again = sign_in(&own);
    assert_ne!(again, own, "each sign-in is a session of its own");
    server.stop();
}

#[test]
fn signing_out_everywhere_leaves_no_session_but_the_one_that_asks() {
    let (server, owner) = Server::claimed();
    let fields = [("name", server::OWNER.0), ("password", server::OWNER.1)];
    let elsewhere = || SignedIn::by(&server.anonymous(), "/sign-in", &fields);
    let opens = |who: &SignedIn| who.get("/items").status == 200;

    let (phone, tablet) = (elsewhere(), elsewhere());
    assert!(opens(&phone) && opens(&tablet));
    assert_eq!(owner.post("/settings/devices/end", &[]).status, 303);
    assert!(opens(&owner) && !opens(&phone) && !opens(&tablet));

    let phone = elsewhere();
    let program = server.program(server::OWNER.0);
    let all = program.send("DELETE", "/api/v1/me/sessions", &[], Vec::new());
    assert_eq!(all.status, 204, "{all}");
    assert!(!opens(&owner) && !opens(&phone));

    let (here, phone) = (elsewhere(), elsewhere());
    let passwords = [("old", server::OWNER.1), ("password", "ett nytt lösenord")];
    assert_eq!(here.post("/settings/password", &passwords).status, 303);
    assert!(
        opens(&here) && !opens(&phone),
        "whoever knew the old one is out"
    );
    server.stop();
}

#[test]
fn many_guesses_at_once_are_no_way_around_the_wait() {
    let (server, _) = Server::claimed();
    let statuses: Vec<_> = std::thread::scope(|scope| {
        let guesses: Vec<_> = (0..24)
            .map(|_| {
                scope.spawn(|| {
                    let fields = [("name", server::OWNER.0), ("password", "fel lösenord")];
                    server.anonymous().post("/sign-in", &fields).status
                })
            })
            .collect();
        let statuses = guesses.into_iter().map(|guess| guess.join().unwrap());
        statuses.collect()
    });
    let slowed = statuses.iter().filter(|status| **status == 429).count();
    assert!(slowed >= 18, "{statuses:?}");
    server.stop();
}

#[test]
fn the_log_holds_no_secret_and_nothing_of_the_household() {
    let server = Server::start_logging(&[], "debug");
    let owner = server.claim();
    let program = server.program(server::OWNER.0);
    let wrong = [("name", "Gunvor"), ("password", "gissat lösenord")];
    server.anonymous().post("/sign-in", &wrong);
    let thing = serde_json::json!({"name": "Släktklenoden", "notes": "bakom tavlan"});
    assert_eq!(program.json("POST", "/api/v1/items", &thing).status, 201);
    owner.get("/items?q=diamantring");
    let parts = [
        Part::Field("name", "Arvet"),
        Part::File("testamente.jpg", b"trasig"),
    ];
    owner.upload("/add", &parts);
    server.anonymous().send(
        "GET",
        "/api/v1/items",
        &[("authorization", "Bearer smi_0123456789")],
        Vec::new(),
    );
    owner.get("/nothing?secret=viskat");
    let address = server.address().to_owned();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET /oops hemlighet\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let log = server.log();
    assert!(
        log.contains("/api/v1/items"),
        "it says what was asked: {log}"
    );
    for private in [
        server::OWNER.0,
        server::OWNER.1,
        "Ekström",
        "Gunvor",
        "gissat",
        "smi_",
        "-session=",
        "Släktklenoden",
        "tavlan",
        "diamantring",
        "Arvet",
        "testamente",
        "viskat",
        "hemlighet",
    ] {
        assert!(!log.contains(private), "{private} is in the log:\n{log}");
    }
}

#[test]
fn a_connection_that_cannot_go_on_says_so() {
    let (server, _) = Server::claimed();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = "POST /api/v1/items HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
    server.stop();
}

#[test]
fn a_form_that_is_too_large_is_told_in_words_to_whoever_is_still_sending() {
    let (server, owner) = Server::claimed();
    let form = [b"name=".as_slice(), &vec![b'a'; 40 << 20]].concat();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let page = owner.send("POST", "/items", &[kind], form.clone());
    assert_eq!(page.status, 413);
    assert!(page.text().contains("4\u{a0}MB"), "{page}");
    // Who may not even ask is told so, and not hung up on.
    let stranger = server.anonymous().send("POST", "/items", &[kind], form);
    assert_eq!(stranger.status, 303, "{stranger}");
    let parts = [Part::File("stor.jpg", &vec![0; 40 << 20])];
    let upload = server.anonymous().upload_for_json("/add", &parts);
    assert_eq!(upload.status, 401, "{upload}");
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
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 431"));
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
