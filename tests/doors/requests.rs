//! Requests that are too large, broken off or never end.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::server::{Server, client::Part};

#[test]
fn a_connection_that_cannot_go_on_says_so() {
    let (server, _) = Server::claimed();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = "POST /api/v1/items HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
    server.stop();
}

#[test]
fn a_form_that_is_too_large_is_told_in_words_to_whoever_is_still_sending() {
    let (server, owner) = Server::claimed();
    let form = [b"name=".as_slice(), &vec![b'a'; 40 << 20]].concat();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let page = owner.send("POST", "/items", &[kind], form.clone());
    assert_eq!(page.status, 413);
    assert!(page.text().contains("4\u{a0}MB"), "{page}");
    // Who may not even ask is told so, and not hung up on.
    let stranger = server.anonymous().send("POST", "/items", &[kind], form);
    assert_eq!(stranger.status, 303, "{stranger}");
    let parts = [Part::File("stor.jpg", &vec![0; 40 << 20])];
    let upload = server.anonymous().upload_for_json("/add", &parts);
    assert_eq!(upload.status, 401, "{upload}");
    server.stop();
}

#[test]
fn oversized_headers_are_refused_and_the_server_goes_on() {
    let (server, owner) = Server::claimed();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let head = format!(
        "GET / HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n",
        "a".repeat(1 << 20)
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 431"));
    assert_eq!(owner.get("/healthz").status, 200);
    server.stop();
}

/// Sends these bytes as they are, and gives all that comes until the server hangs up.
pub fn exchange(server: &Server, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    // Longer than the server needs; one that waits for more is no answer.
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    stream.write_all(bytes).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The statuses of the answers in what came.
pub fn statuses(answers: &str) -> Vec<&str> {
    let starts = answers.match_indices("HTTP/1.1 ");
    starts
        .map(|(at, start)| &answers[at + start.len()..][..3])
        .collect()
}

/// A form that is taken from anybody, with these headers and this body, and another request right behind it.
fn followed(headers: &str, body: &str) -> String {
    format!(
        "POST /look HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n\r\n{body}\
         GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
}

#[test]
fn of_two_lengths_none_is_believed() {
    let (server, _) = Server::claimed();
    let taken = exchange(
        &server,
        followed("Content-Length: 5", "0\r\n\r\n").as_bytes(),
    );
    assert_eq!(statuses(&taken), ["303", "200"], "{taken}");
    let both = ["Content-Length: 4", "Transfer-Encoding: chunked"];
    for head in [both, [both[1], both[0]]] {
        let answers = exchange(
            &server,
            followed(&head.join("\r\n"), "0\r\n\r\n").as_bytes(),
        );
        assert_eq!(
            statuses(&answers),
            ["303"],
            "nothing follows {head:?}: {answers}"
        );
    }
    for head in [
        "Content-Length: 4\r\nContent-Length: 0",
        "Content-Length: 0, 4",
        "Content-Length: +4",
        "Content-Length: 0x4",
        "Content-Length: -1",
        "Content-Length: 18446744073709551616",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: gzip, chunked\r\nTransfer-Encoding: identity",
        "Content-Length: 4\r\n Transfer-Encoding: chunked",
        "X: a\r\n\tb\r\nContent-Length: 0",
    ] {
        let answers = exchange(&server, followed(head, "0\r\n\r\n").as_bytes());
        assert_eq!(statuses(&answers), ["400"], "{head:?}: {answers}");
    }
    server.stop();
}

#[test]
fn what_is_no_request_is_refused() {
    let (server, _) = Server::claimed();
    for broken in [
        "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX\r: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
        "G\u{e5} / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "POST /look HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "\u{16}\u{3}\u{1}\0\u{a5}\u{1}\0",
    ] {
        let answers = exchange(&server, broken.as_bytes());
        assert_eq!(statuses(&answers), ["400"], "{broken:?}: {answers}");
    }
    server.stop();
}

#[test]
fn chunks_that_are_none_end_the_connection() {
    let (server, _) = Server::claimed();
    let chunked = |chunks| {
        exchange(
            &server,
            followed("Transfer-Encoding: chunked", chunks).as_bytes(),
        )
    };
    assert_eq!(
        statuses(&chunked("6\r\nview=a\r\n0\r\n\r\n")),
        ["303", "200"]
    );
    for chunks in [
        "zz\r\nview=a\r\n0\r\n\r\n",
        "-6\r\nview=a\r\n0\r\n\r\n",
        "6\r\nview=aX\r\n0\r\n\r\n",
        "6\nview=a\n0\n\n",
        "ffffffffffffffff1\r\nview=a\r\n0\r\n\r\n",
        "6;\n\r\nview=a\r\n0\r\n\r\n",
    ] {
        let answers = chunked(chunks);
        assert_eq!(statuses(&answers), ["422"], "{chunks:?}: {answers}");
    }
    server.stop();
}

#[test]
fn a_head_may_be_long_and_not_longer() {
    let (server, _) = Server::claimed();
    let ask = |line: &str, headers: &str| {
        let asked = format!("GET {line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
        let answer = exchange(&server, asked.as_bytes());
        statuses(&answer).first().map(ToString::to_string)
    };
    let long = |length: usize| "a".repeat(length);
    let many = |count: usize| "X-Many: a\r\n".repeat(count);
    let taken = Some("200".to_owned());
    assert_eq!(ask(&format!("/healthz?q={}", long(30_000)), ""), taken);
    assert_eq!(
        ask(&format!("/healthz?{}", "q=a&".repeat(10_000)), ""),
        taken
    );
    assert_eq!(
        ask("/healthz", &format!("Cookie: {}\r\n", long(30_000))),
        taken
    );
    assert_eq!(ask("/healthz", &many(50)), taken);
    for refused in [
        ask(&format!("/healthz?q={}", long(70_000)), ""),
        ask("/healthz", &format!("Cookie: {}\r\n", long(70_000))),
        ask("/healthz", &format!("{}: a\r\n", long(70_000))),
        ask("/healthz", &many(1_000)),
        ask("/healthz", &many(10_000)),
    ] {
        let refused = refused.unwrap();
        assert!(matches!(refused.as_str(), "414" | "431"), "{refused}");
    }
    assert_eq!(ask("/healthz", ""), taken, "it goes on");
    server.stop();
}
