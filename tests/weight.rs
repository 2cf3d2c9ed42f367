//! How heavy a page is without its photos: everything that a first visit fetches, as it goes over the wire.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use server::{Server, client::SignedIn};

/// The most that a page weighs with all it needs, in bytes.
const MOST: usize = 60_000;

/// The scripts that the first one imports, which only a browser would find.
const IMPORTED: [&str; 7] = [
    "gallery",
    "keys",
    "quick-add",
    "reorder",
    "select",
    "send",
    "upload",
];

fn weight(who: &SignedIn, path: &str) -> usize {
    let packed = [("accept-encoding", "gzip")];
    let reply = who.send("GET", path, &packed, Vec::new());
    assert_eq!(reply.status, 200, "{path}");
    assert_eq!(reply.header("content-encoding"), "gzip", "{path}");
    reply.body.len()
}

/// The stylesheet and scripts that a page names, and the scripts that these import.
fn assets(page: &str) -> BTreeSet<String> {
    let links = page.split('"').filter(|text| {
        let is_part = matches!(text.rsplit_once('.'), Some((_, "css" | "js")));
        text.starts_with("/assets/") && is_part
    });
    let mut assets: BTreeSet<_> = links.map(str::to_owned).collect();
    let first = assets.iter().find(|path| path.ends_with("/script/app.js"));
    let folder = first.unwrap().trim_end_matches("app.js").to_owned();
    assets.extend(IMPORTED.map(|name| format!("{folder}{name}.js")));
    assets
}

#[test]
fn a_page_without_its_photos_is_light() {
    let (server, anna) = Server::claimed();
    for number in 0..120 {
        let name = format!("Sak nummer {number}");
        anna.post("/items", &[("name", &name), ("tags", "sommar, stuga")]);
    }
    let assets: usize = assets(&anna.get("/").text())
        .iter()
        .map(|path| weight(&anna, path))
        .sum();
    for path in ["/", "/items", "/items?view=table", "/places", "/categories"] {
        let sum = weight(&anna, path) + assets;
        assert!(sum <= MOST, "{path}: {sum} bytes");
    }
    server.stop();
}
