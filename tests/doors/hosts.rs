//! Hosts: whatever a request says that the server is called, nobody is sent there, and no page or cookie names it.

use crate::{
    forms,
    household::Household,
    requests::exchange,
    routes,
    server::{OWNER, Server},
};

/// Where nobody is to be sent.
const EVIL: &str = "evil.example";

#[test]
fn no_answer_names_the_host_that_a_request_made_up() {
    let mut home = Household::new();
    for route in &routes::looking(&home.server) {
        let target = home.usual(route, 0);
        let address = forms::address(route, &target);
        let made_up = [
            ("host", EVIL),
            ("x-forwarded-host", EVIL),
            ("forwarded", "host=evil.example;proto=https"),
            ("x-original-url", "/evil.example"),
        ];
        let person = &home.people[0];
        for client in [
            &*person.session,
            &*person.program,
            &*home.server.anonymous(),
        ] {
            let reply = client.send("GET", &address, &made_up, Vec::new());
            assert!(!reply.text().contains(EVIL), "{address}: {reply}");
            for (name, value) in &reply.headers {
                let value = String::from_utf8_lossy(value.as_bytes());
                assert!(!value.contains(EVIL), "{address}: {name}: {value}");
            }
        }
    }
    home.server.stop();
}

#[test]
fn no_cookie_is_for_a_host_that_a_request_made_up() {
    let (server, _) = Server::claimed();
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("name", OWNER.0)
        .append_pair("password", OWNER.1)
        .append_pair("next", "/items")
        .finish();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("host", EVIL),
        ("origin", "http://evil.example"),
        ("x-forwarded-host", EVIL),
    ];
    let reply = server
        .anonymous()
        .send("POST", "/sign-in", &headers, form.into_bytes());
    assert_eq!(
        (reply.status.as_u16(), reply.header("location")),
        (303, "/items")
    );
    let cookie = reply.header("set-cookie");
    assert!(
        !cookie.contains("Domain") && !cookie.contains(EVIL),
        "{cookie}"
    );
    server.stop();
}

#[test]
fn an_address_with_a_host_in_it_is_read_as_its_path() {
    let (server, _) = Server::claimed();
    let ask = |line: &str| {
        let asked = format!("GET {line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        exchange(&server, asked.as_bytes())
    };
    assert!(ask("http://evil.example/healthz").starts_with("HTTP/1.1 200 "));
    let page = ask("http://evil.example/items");
    assert!(page.starts_with("HTTP/1.1 303 "), "{page}");
    assert!(
        page.contains("location: /sign-in?next=%2Fitems\r\n"),
        "{page}"
    );
    server.stop();
}

#[test]
fn nobody_is_sent_to_another_site() {
    let (server, owner) = Server::claimed();
    let elsewhere = [
        "//evil.example",
        "///evil.example",
        "http://evil.example/",
        "https:evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/\r\nX-Evil: 1",
        "/\r\n/evil.example",
        "javascript:prov()",
        "data:text/html,prov",
        "@evil.example",
        ".evil.example",
    ];
    let coded = |name: &str, value: &str| {
        form_urlencoded::Serializer::new(String::new())
            .append_pair(name, value)
            .finish()
    };
    for to in elsewhere {
        let sign_in = [("name", OWNER.0), ("password", OWNER.1), ("next", to)];
        let asked = format!("/sign-in?{}", coded("next", to));
        for reply in [
            server.anonymous().post("/sign-in", &sign_in),
            owner.get(&asked),
            owner.post("/look", &[("view", "full"), ("back", to)]),
        ] {
            assert_eq!(
                (reply.status.as_u16(), reply.header("location")),
                (303, "/"),
                "{to:?}"
            );
            assert!(!reply.headers.contains_key("x-evil"), "{reply}");
        }
        // The form for whoever has yet to sign in does not carry it on.
        let form = server.anonymous().get(&asked).text();
        assert!(form.contains("name=\"next\" value=\"/\""), "{to:?}: {form}");
    }
    let removed = owner.post("/items", &[("name", "Eka")]);
    let path = format!("{}/remove", removed.header("location"));
    owner.post(&path, &[]);
    for referer in [
        "http://evil.example/items",
        "//evil.example/",
        "/\\evil.example",
    ] {
        let headers = [
            ("referer", referer),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let number =
            owner.get("/api/v1/changes?limit=1").json()["changes"][0]["number"].to_string();
        let undone = owner.send("POST", &format!("/undo/{number}"), &headers, Vec::new());
        assert_eq!(undone.header("location"), "/history", "{referer}");
    }
    let headers = [
        ("hx-request", "true"),
        ("hx-current-url", "http://evil.example/items"),
    ];
    let list = owner.send("GET", "/items?q=eka", &headers, Vec::new());
    assert_eq!(list.header("hx-replace-url"), "/items?q=eka");
    server.stop();
}
