//! Requests that are too large, broken off or never end.

use std::{
    io::{Read, Write},
    net::TcpStream,
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
