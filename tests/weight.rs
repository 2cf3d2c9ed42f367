//! How heavy a page is without its photos.

#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use server::{Server, weight::with_assets};

/// The most that a page weighs with all it needs, in bytes.
const MOST: usize = 60_000;

#[test]
fn a_page_without_its_photos_is_light() {
    let (server, anna) = Server::claimed();
    for number in 0..120 {
        let name = format!("Sak nummer {number}");
        anna.post("/items", &[("name", &name), ("tags", "sommar, stuga")]);
    }
    for path in ["/", "/items", "/items?view=table", "/places", "/categories"] {
        let sum = with_assets(&anna, path);
        assert!(sum <= MOST, "{path}: {sum} bytes");
    }
    server.stop();
}
