//! The log: what was asked, and nothing of who or what the household is.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use crate::server::{self, Server, client::Part};

#[test]
fn the_log_holds_no_secret_and_nothing_of_the_household() {
    let server = Server::start_logging(&[], "debug");
    let owner = server.claim();
    let program = server.program(server::OWNER.0);
    let wrong = [("name", "Gunvor"), ("password", "gissat lösenord")];
    server.anonymous().post("/sign-in", &wrong);
    let thing = serde_json::json!({"name": "Släktklenoden", "notes": "bakom tavlan"});
    assert_eq!(program.json("POST", "/api/v1/items", &thing).status, 201);
    owner.get("/items?q=diamantring");
    let parts = [
        Part::Field("name", "Arvet"),
        Part::File("testamente.jpg", b"trasig"),
    ];
    owner.upload("/add", &parts);
    server.anonymous().send(
        "GET",
        "/api/v1/items",
        &[("authorization", "Bearer smi_0123456789")],
        Vec::new(),
    );
    owner.get("/nothing?secret=viskat");
    let address = server.address().to_owned();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET /oops hemlighet\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let log = server.log();
    assert!(
        log.contains("/api/v1/items"),
        "it says what was asked: {log}"
    );
    for private in [
        "Ekström",
        "Gunvor",
        "gissat",
        "Släktklenoden",
        "tavlan",
        "diamantring",
        "Arvet",
        "testamente",
        "viskat",
        "hemlighet",
    ] {
        assert!(!log.contains(private), "{private} is in the log:\n{log}");
    }
    holds_nothing_private(&log);
}

/// Holds a log to nothing of [`Household`](crate::household::Household), whatever was asked.
pub fn holds_nothing_private(log: &str) {
    assert!(log.contains("DEBUG"), "it says much: {log}");
    for private in [
        server::OWNER.0,
        server::OWNER.1,
        "smi_",
        "-session=",
        "lösenord",
        "Åke",
        "Gunnel",
        "Sven",
        "Familjen",
        "Klenod",
        "klenod",
        "Eka",
        "Vinden",
        "Stegen",
        "Lådan",
        "Skåpet",
        "Cyklar",
        "q=",
        "Kajaker",
        "Båtar",
        "Framifrån",
        "Kalle",
        ".jpg",
    ] {
        let line = log.lines().find(|line| line.contains(private));
        assert_eq!(line, None, "{private} is in the log");
    }
}
