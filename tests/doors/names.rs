//! Names that would break out of a header: what things, searches and files are called goes into addresses and downloads.

use serde_json::json;

use crate::{
    fixtures,
    household::Household,
    server::client::{Part, Reply},
};

/// What is in a name that would begin a header of its own, or end the one that it is in.
const HOSTILE: [&str; 8] = [
    "Eka\r\nX-Evil: 1",
    "Eka\nSet-Cookie: evil=1",
    "Eka\r\n\r\n<script>prov()</script>",
    "Eka\u{2028}X-Evil: 1",
    "Eka\"; filename=evil.html; a=\"",
    "Eka%0d%0aX-Evil: 1",
    "../../../etc/passwd",
    "Eka\u{202e}gpj.exe",
];

/// Holds an answer to no header but the server's own.
fn is_whole(reply: &Reply, asked: &str) {
    assert!(!reply.status.is_server_error(), "{asked}: {reply}");
    for (name, value) in &reply.headers {
        let value = value.as_bytes();
        assert_ne!(name, "x-evil", "{asked}: {reply}");
        assert!(
            value.iter().all(|byte| (32..127).contains(byte)),
            "{asked}: {name}: {value:?}"
        );
    }
    for cookie in reply.headers.get_all("set-cookie") {
        assert!(
            cookie.as_bytes().starts_with(b"smartinventory-"),
            "{asked}: {cookie:?}"
        );
    }
}

#[test]
fn a_name_stays_in_its_header() {
    let home = Household::new();
    let (owner, program) = (&home.people[0].session, &home.people[0].program);
    for name in HOSTILE {
        for (path, body) in [
            ("items", json!({"name": name})),
            ("places", json!({"name": name})),
            ("tags", json!({"name": name})),
            ("categories", json!({"sv": name})),
            ("searches", json!({"name": name, "query": name})),
            ("people", json!({"name": name})),
        ] {
            let reply = program.json("POST", &format!("/api/v1/{path}"), &body);
            is_whole(&reply, name);
            if reply.status == 201 {
                let path = reply.header("location").to_owned();
                is_whole(&program.get(&path), name);
                is_whole(&owner.get(&path.replace("/api/v1", "")), name);
            }
        }
        for (path, fields) in [
            ("/items", [("name", name), ("tags", name)]),
            ("/searches", [("name", name), ("query", name)]),
            ("/sign-in", [("name", name), ("next", name)]),
            ("/look", [("theme", name), ("back", name)]),
            ("/places/new", [("name", name), ("kind", "box")]),
            ("/items/bulk", [("query", name), ("do", "remove")]),
        ] {
            is_whole(&owner.post(path, &fields), name);
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", name)
            .finish();
        for path in [
            "/items",
            "/items/filter",
            "/searches/new",
            "/api/v1/items",
            "/sign-in",
        ] {
            let headers = [("hx-request", "true")];
            let reply = owner.send("GET", &format!("{path}?{query}"), &headers, Vec::new());
            is_whole(&reply, name);
        }
    }
    home.server.stop();
}

#[test]
fn a_file_s_name_stays_in_its_header() {
    let home = Household::new();
    let (owner, program) = (&home.people[0].session, &home.people[0].program);
    let path = format!("/api/v1/items/{}/documents", home.thing);
    let photo = fixtures::photo(1);
    let names = [
        "a;b=c.jpg",
        "a%0d%0aX-Evil: 1.jpg",
        "a\tb.jpg",
        "a\u{2028}X-Evil: 1.jpg",
        "a\u{202e}gpj.exe",
        "../../../etc/passwd",
        "..\\..\\a.jpg",
        "a\\\"; filename=evil.html.jpg",
        "a'b<script>.jpg",
        "CON",
        ".",
        "å\u{301}ä€.jpg",
    ];
    for name in names {
        let kept = program.upload(&path, &[Part::File(name, &photo)]);
        assert_eq!(kept.status, 201, "{name}: {kept}");
        let id = kept.json()["attachments"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        for reply in [
            owner.get(&format!("/files/{id}/download")),
            program.get(&format!("/api/v1/documents/{id}/content")),
        ] {
            is_whole(&reply, name);
            assert_eq!(reply.body, photo);
            let said = reply.header("content-disposition");
            let plain = said.strip_prefix("attachment; filename=\"").unwrap();
            let (plain, coded) = plain.split_once("\"; filename*=UTF-8''").unwrap();
            assert!(!coded.contains("%2F") && !coded.contains("%5C"), "{said}");
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "._- ".contains(c);
            assert!(plain.chars().all(is_plain), "{said}");
            assert!(
                coded.chars().all(|c| c == '%' || is_plain(c) && c != ' '),
                "{said}"
            );
        }
    }
    home.server.stop();
}
