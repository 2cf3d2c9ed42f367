//! Paths that lead out of where they should.

use crate::{household::Household, routes, server::Server};

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
fn no_part_of_a_path_leads_out_of_its_place() {
    let home = Household::new();
    let parts = [
        "..",
        "%2e%2e",
        "%252e%252e%252farchive.redb",
        "..%2f..%2farchive.redb",
        "..%5c..%5carchive.redb",
        "%2fetc%2fpasswd",
        "....%2f%2farchive.redb",
        "%c0%ae%c0%ae%c0%afarchive.redb",
        "%e0%80%ae%e0%80%ae%2farchive.redb",
        "%uff0e%uff0e%2farchive.redb",
        "archive.redb%00.jpg",
        "%00",
        "%",
        "%zz",
        "%ff%fe",
        "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21%00",
        "%7b01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21%7d",
        "-1",
        "18446744073709551616",
        "1e9",
        "NaN",
        "'%20OR%201=1--",
        ";ls",
        "$(ls)",
        "*",
    ];
    for route in &routes::looking(&home.server) {
        let Some((start, rest)) = route.path.split_once('{') else {
            continue;
        };
        let rest = rest.split_once('}').unwrap().1.replace("{size}", "small");
        let rest = rest.replace("{*path}", "script/app.js");
        for part in parts {
            // Whatever stands for the version, the file is the same.
            let path = if route.path.starts_with("/assets/") {
                format!("/assets/x/{part}{rest}")
            } else {
                format!("{start}{part}{rest}")
            };
            let reply = home.people[0].session.get(&path);
            let status = reply.status.as_u16();
            assert!(matches!(status, 404 | 422), "{path}: {reply}");
        }
    }
    home.server.stop();
}
