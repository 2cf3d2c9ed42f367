//! Guessing: codes and passwords, one after another and many at once.

use crate::server::{self, Server};

#[test]
fn nobody_claims_a_server_without_its_code() {
    let server = Server::start(&[]);
    let stranger = server.anonymous();
    for path in ["/", "/items", "/sign-in", "/nothing"] {
        let reply = stranger.get(path);
        assert_eq!(
            (reply.status.as_u16(), reply.header("location")),
            (303, "/setup"),
            "{path}"
        );
    }
    assert_eq!(stranger.get("/api/v1/items").status, 401);
    let fields = [
        ("code", "AAAA-AAAA"),
        ("household", "Tjuv"),
        ("name", "Tjuv"),
        ("password", "hemligt123"),
    ];
    let refused = stranger.post("/setup", &fields);
    assert!(
        refused.text().contains("Tjuv"),
        "what was typed is still there"
    );
    assert!(
        !refused.text().contains("hemligt123"),
        "but for the password"
    );
    server.claim();
    let late = stranger.post("/setup", &fields);
    assert_eq!((late.status.as_u16(), late.header("location")), (303, "/"));
    server.stop();
}

#[test]
fn the_code_cannot_be_guessed_at_speed() {
    let server = Server::start(&[]);
    let stranger = server.anonymous();
    let fields = [
        ("code", "AAAA-AAAA"),
        ("household", "T"),
        ("name", "T"),
        ("password", "hemligt123"),
    ];
    let statuses: Vec<_> = (0..8)
        .map(|_| stranger.post("/setup", &fields).status.as_u16())
        .collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
}

#[test]
fn a_password_cannot_be_guessed_at_speed() {
    let (server, _) = Server::claimed();
    let stranger = server.anonymous();
    let guess = || {
        stranger.post(
            "/sign-in",
            &[("name", server::OWNER.0), ("password", "fel lösenord")],
        )
    };
    let mut last = guess();
    for _ in 0..7 {
        last = guess();
    }
    assert_eq!(last.status, 429);
    assert!(last.header("retry-after").parse::<u64>().unwrap() > 0);
    server.stop();
}

#[test]
fn many_guesses_at_once_are_no_way_around_the_wait() {
    let (server, _) = Server::claimed();
    let statuses: Vec<_> = std::thread::scope(|scope| {
        let guesses: Vec<_> = (0..24)
            .map(|_| {
                scope.spawn(|| {
                    let fields = [("name", server::OWNER.0), ("password", "fel lösenord")];
                    server.anonymous().post("/sign-in", &fields).status
                })
            })
            .collect();
        let statuses = guesses.into_iter().map(|guess| guess.join().unwrap());
        statuses.collect()
    });
    let slowed = statuses.iter().filter(|status| **status == 429).count();
    assert!(slowed >= 18, "{statuses:?}");
    server.stop();
}
