//! Methods: those that only look do only that, and those that nobody asked for are refused.

use std::collections::BTreeMap;

use crate::{
    forms,
    household::Household,
    requests::exchange,
    routes::{self, Route},
    server::{Server, client::Reply},
};

/// The headers of a reply but for what differs from one to the next.
fn headers(reply: &Reply) -> BTreeMap<String, Vec<u8>> {
    let headers = reply.headers.iter();
    headers
        .filter(|(name, _)| !["date", "last-modified"].contains(&name.as_str()))
        .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
        .collect()
}

#[test]
fn a_head_is_the_get_without_its_body_and_neither_changes_anything() {
    let mut home = Household::new();
    for route in &routes::looking(&home.server) {
        let target = home.usual(route, 0);
        let address = forms::address(route, &target);
        let before = home.newest(Some(0));
        let owner = &home.people[0].session;
        let get = owner.get(&address);
        let head = owner.send("HEAD", &address, &[], Vec::new());
        assert_eq!(head.status, get.status, "{address}");
        assert!(head.body.is_empty(), "{address}: {head}");
        assert_eq!(headers(&head), headers(&get), "{address}");
        assert_eq!(home.newest(Some(0)), before, "{address}");
    }
    home.server.stop();
}

#[test]
fn what_no_route_takes_is_refused_with_what_it_does_take() {
    let mut home = Household::new();
    let mut taken: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Route { path, method } in routes::all(&home.server) {
        taken.entry(path).or_default().push(method);
    }
    for (path, methods) in taken {
        let route = Route {
            path,
            method: "GET".to_owned(),
        };
        let target = home.usual(&route, 0);
        let address = forms::address(&route, &target);
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            if methods.iter().any(|taken| taken == method) {
                continue;
            }
            let owner = &home.people[0].session;
            let refused = owner.send(method, &address, &[], Vec::new());
            assert_eq!(refused.status, 405, "{method} {address}: {refused}");
            let allowed: Vec<_> = refused.header("allow").split(',').collect();
            let mut allowed: Vec<_> = allowed.into_iter().filter(|one| *one != "HEAD").collect();
            allowed.sort_unstable();
            assert_eq!(allowed, methods, "{address}");
        }
    }
    home.server.stop();
}

#[test]
fn nothing_is_echoed_and_nothing_is_passed_on() {
    let (server, _) = Server::claimed();
    let secret = "Cookie: viskat=hemligt";
    for line in [
        "TRACE / HTTP/1.1",
        "TRACK /items HTTP/1.1",
        "CONNECT evil.example:80 HTTP/1.1",
    ] {
        let asked = format!("{line}\r\nHost: x\r\n{secret}\r\nConnection: close\r\n\r\n");
        let answer = exchange(&server, asked.as_bytes());
        let status: u16 = answer[9..12].parse().unwrap();
        assert!((400..500).contains(&status), "{line}: {answer}");
        assert!(!answer.contains("viskat"), "{line}: {answer}");
    }
    server.stop();
}
