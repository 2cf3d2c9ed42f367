//! The server as a whole: claimed once, closed to strangers, stopped in order.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use server::{OWNER, Server};

#[test]
fn a_server_is_claimed_once_and_by_who_holds_its_code() {
    let server = Server::start(&[]);
    let stranger = server.anonymous();
    assert_eq!(stranger.get("/").header("location"), "/setup");
    let owner = server.claim();
    assert!(owner.get("/").text().contains("Familjen Ekström"));
    assert_eq!(stranger.get("/setup").header("location"), "/");
    assert!(stranger.get("/").header("location").starts_with("/sign-in"));
    server.stop();
}

#[test]
fn people_and_programs_come_in_beside_a_running_server() {
    let (server, _) = Server::claimed();
    let guest = server.person("Gunnel", "guest");
    assert_eq!(guest.get("/").status, 200);
    let program = server.program(OWNER.0);
    assert_eq!(program.get("/healthz").text(), "ok\n");
    server.stop();
}
