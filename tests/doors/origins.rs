//! Origins: what another site makes a browser send changes nothing.

use crate::server::Server;

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
