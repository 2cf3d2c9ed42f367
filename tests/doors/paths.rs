//! Paths that lead out of where they should.

use crate::server::Server;

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
