//! Garbage: what is sent where something else belongs is refused in words, and never costs the server more than that.

use crate::{
    forms,
    household::Household,
    requests::{exchange, statuses},
    routes,
    server::{OWNER, Server},
};

#[test]
fn what_is_nested_without_end_is_refused_by_every_route() {
    let mut home = Household::new();
    let deep = ["{\"name\":", "["].map(|start| start.repeat(200_000));
    let closed = [
        format!(
            "{{\"name\": {}{}}}",
            "[".repeat(200_000),
            "]".repeat(200_000)
        ),
        format!(
            "{{\"operation\": {}1{}}}",
            "{\"do\":".repeat(200_000),
            "}".repeat(200_000)
        ),
    ];
    for route in routes::all(&home.server) {
        if route.looks() || !route.is_api() {
            continue;
        }
        let mut target = home.usual(&route, 0);
        let (kind, _) = forms::body(&route, &home, &home.people[0], &mut target);
        if kind.as_deref() != Some("application/json") {
            continue;
        }
        let address = forms::address(&route, &target);
        for body in deep.iter().chain(&closed) {
            let program = &home.people[0].program;
            let kind = [("content-type", "application/json")];
            let reply = program.send(&route.method, &address, &kind, body.clone().into_bytes());
            assert_eq!(reply.status, 422, "{route:?}: {reply}");
        }
    }
    home.server.stop();
}

#[test]
fn a_body_in_another_coding_is_not_unpacked() {
    let (server, owner) = Server::claimed();
    // {"name": "Eka"}, packed by gzip.
    let packed = [
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xab, 0x56, 0xca, 0x4b, 0xcc, 0x4d, 0x55, 0xb2, 0x52,
        0x50, 0x72, 0xcd, 0x4e, 0x54, 0xaa, 5, 0, 0xfe, 0x14, 0xe9, 0x49, 0x0f, 0, 0, 0,
    ];
    let program = server.program(OWNER.0);
    let headers = [
        ("content-type", "application/json"),
        ("content-encoding", "gzip"),
    ];
    let reply = program.send("POST", "/api/v1/items", &headers, packed.to_vec());
    assert!(matches!(reply.status.as_u16(), 415 | 422), "{reply}");
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-encoding", "gzip"),
    ];
    let reply = owner.send("POST", "/items", &headers, packed.to_vec());
    assert!(!reply.status.is_server_error(), "{reply}");
    let found = owner.get("/api/v1/items?q=eka").json();
    assert_eq!(found["total"], 0, "{found}");
    server.stop();
}

#[test]
fn a_header_that_makes_no_sense_is_as_if_it_were_not_there() {
    let (server, owner) = Server::claimed();
    let fields = [("name", OWNER.0), ("password", OWNER.1)];
    let signed_in = server.anonymous().post("/sign-in", &fields);
    let session = signed_in.header("set-cookie").split(';').next().unwrap();
    let long = "sv;q=0.1,".repeat(3_000);
    let many = "a=b; ".repeat(6_000);
    let quoted = format!("smartinventory-1-session=\"{}\"", "\\\"".repeat(1_000));
    for (name, value) in [
        ("accept-language", ",,;;q=q=,sv;q=NaN,en;q=inf,*;q=-1"),
        ("accept-language", &long),
        ("accept-language", "\u{e5}"),
        ("cookie", ";;;=;=a;a;\"\\\""),
        ("cookie", &many),
        ("cookie", &quoted),
        ("cookie", "\u{e5}=\u{e4}"),
        ("authorization", "Bearer"),
        ("authorization", "Bearer \u{e5}"),
        ("authorization", "Basic YTpi"),
        ("if-none-match", "\"\u{e5}\", W/"),
        ("if-modified-since", "i går"),
        ("if-match", "W/\"x\", *"),
        ("accept", "application/json;q=\u{e5}"),
        ("accept-encoding", "gzip;q=NaN, br;q=-1, \u{e5}"),
        ("hx-request", "\u{e5}"),
        ("hx-current-url", "://\u{e5}"),
        ("referer", "http://[::1"),
        ("user-agent", "\u{e5}\u{e4}"),
    ] {
        for path in [
            "/items",
            "/settings",
            "/api/v1/items",
            "/sign-in",
            "/healthz",
        ] {
            for cookie in ["", &format!("Cookie: {session}\r\n")] {
                let asked = format!(
                    "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{cookie}{name}: {value}\r\n\r\n"
                );
                let answers = exchange(&server, asked.as_bytes());
                let told = statuses(&answers);
                assert!(
                    told.len() == 1 && !told[0].starts_with('5'),
                    "{path} {name}: {answers}"
                );
            }
        }
    }
    assert_eq!(owner.get("/items").status, 200);
    server.stop();
}

#[test]
fn a_question_without_end_is_answered_or_refused() {
    let mut home = Household::new();
    let long = "q=".to_owned() + &"a".repeat(50_000);
    let words = "q=".to_owned() + &"a+".repeat(25_000);
    let many = "tag=01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21&".repeat(1_000);
    let wild =
        "%ff%fe%00=%c0%ae&[]=&q[a][b]=c&q=%&=&&&q=%2&q=\"(((((((((((((((((((((((((((*:*^9 AND NOT";
    for route in &routes::looking(&home.server) {
        let target = home.usual(route, 0);
        let address = forms::address(route, &target);
        let address = address.split('?').next().unwrap();
        for query in [
            &long,
            &words,
            &many,
            &wild.replace(['"', ' ', '^', '['], "%22"),
        ] {
            let asked = format!("{address}?{query}");
            let reply = home.people[0].session.get(&asked);
            assert!(!reply.status.is_server_error(), "{address}: {reply}");
        }
    }
    home.server.stop();
}
