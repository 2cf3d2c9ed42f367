//! The registry as it is started: a client that knows nothing but its document, what is left on the disk, and a sudden end.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use serde_json::{Value, json};
use smartinventory::clock::Clock;

use crate::household::{Household, send, theft};

/// The program, serving until it is let go.
struct Program {
    child: Child,
    address: String,
}

impl Program {
    /// One that keeps everything in a folder, and writes all that it can into a log.
    fn start(data: &Path, log: &Path) -> Self {
        Self::start_with(data, log, &[])
    }

    fn start_with(data: &Path, log: &Path, arguments: &[&str]) -> Self {
        let log = File::options().create(true).append(true).open(log).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_smartinventory"))
            .args(["registry", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(["--checks-of-one-per-hour", "20"])
            .args(arguments)
            .env("SMARTINVENTORY_LOG", "trace")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = said.next().unwrap().unwrap();
        let address = line.rsplit(' ').next().unwrap().to_owned();
        Self { child, address }
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        let address = format!("{}{path}", self.address);
        let body = body.to_string();
        let reply = send(
            "POST",
            &address,
            Some(("application/json", body.as_bytes())),
            &[],
        );
        assert!(reply.status < 300, "{path} {reply:?}");
        reply.json
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_client_that_knows_nothing_but_the_document_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&folder.path().join("data"), &folder.path().join("log"));
    let client = Command::new("/usr/bin/python3")
        .args(["tests/registry/client.py", &program.address])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&client.stderr).into_owned();
    assert!(client.status.success(), "{told}");
}

#[test]
fn behind_a_proxy_each_client_is_counted_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    let arguments = ["--proxies", "127.0.0.1,::1", "--checks-per-hour", "1"];
    let program = Program::start_with(&data, &log, &arguments);
    let check = |client: &str| {
        let asked = json!({ "kind": "serial", "value": "WTU 1" }).to_string();
        let told = [("x-forwarded-for", client.to_owned())];
        let body = Some(("application/json", asked.as_bytes()));
        send(
            "POST",
            &format!("{}/v1/check", program.address),
            body,
            &told,
        )
        .status
    };
    assert_eq!(check("192.0.2.1"), 200);
    assert_eq!(check("192.0.2.2"), 200);
    assert_eq!(check("192.0.2.1"), 429);
    assert_eq!(
        check("203.0.113.9, 192.0.2.1"),
        429,
        "what a stranger adds in front says nothing"
    );
}

#[test]
fn what_was_asked_and_written_is_in_no_file_and_no_log() {
    let folder = tempfile::tempdir().unwrap();
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    let program = Program::start(&data, &log);
    let home = Household::today(&program.address, 1);
    assert_eq!(home.register().status, 201);
    let entry = theft(&program.address, today(), 1, "WTU 123456 X");
    assert_eq!(home.publish(&entry).status, 201);
    let id = entry["entry_id"].as_str().unwrap();
    let asked = json!({ "kind": "serial", "value": "KANARIE-4711" });
    program.ask("/v1/check", &asked);
    let tip = json!({ "kind": "found", "text": "Kanariefågeln sitter på Storgatan" });
    let told = program.ask(&format!("/v1/entries/{id}/tips"), &tip);
    let token = told["token"].as_str().unwrap();
    for path in ["/v1/thread".to_owned(), format!("/thread/{token}")] {
        let bearer = [("authorization", format!("Bearer {token}"))];
        let read = send("GET", &format!("{}{path}", program.address), None, &bearer);
        assert!(
            read.json.to_string().contains("Kanariefågeln"),
            "{path} {read:?}"
        );
    }
    drop(program);

    let log = fs::read(&log).unwrap();
    let files = fs::read_dir(&data).unwrap();
    let files: Vec<u8> = files
        .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect();
    let holds = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(holds(&log, "/v1/check"), "the log tells of requests");
    assert!(holds(&files, "keyid"), "the store has envelopes");
    for canary in ["Kanariefågeln", "Storgatan", "KANARIE", "4711", token] {
        assert!(!holds(&log, canary) && !holds(&files, canary), "{canary}");
    }
}

#[test]
fn what_was_acknowledged_survives_a_sudden_end() {
    let folder = tempfile::tempdir().unwrap();
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    let mut all = 0;
    for round in 0..3_u8 {
        let program = Program::start(&data, &log);
        let address = &program.address.clone();
        let taken: Vec<String> = thread::scope(|scope| {
            let homes = (0..4_u8).map(|home| 1 + round * 4 + home);
            let writers: Vec<_> = homes
                .map(|secret| scope.spawn(move || publish_until(address, secret)))
                .collect();
            thread::sleep(Duration::from_millis(20 + 40 * u64::from(round)));
            drop(program);
            let taken = writers.into_iter().map(|writer| writer.join().unwrap());
            taken.flatten().collect()
        });
        let program = Program::start(&data, &log);
        all += taken.len();
        for serial in taken {
            let asked = json!({ "kind": "frame_number", "value": serial });
            assert_eq!(
                program.ask("/v1/check", &asked)["result"],
                "reported",
                "{serial}"
            );
        }
    }
    assert!(all > 0, "something was taken");
}

/// Publishes one thing after the other until nobody answers; what the registry has said that it took.
fn publish_until(address: &str, secret: u8) -> Vec<String> {
    let home = Household::today(address, secret);
    let mut taken = Vec::new();
    if home.try_register().is_none_or(|reply| reply.status != 201) {
        return taken;
    }
    for number in 0..5 {
        let serial = format!("CR{secret:03}{number:03}KILL");
        let entry = theft(address, today(), u16::from(secret) * 8 + number, &serial);
        match home.try_publish(&entry) {
            Some(reply) if reply.status == 201 => taken.push(serial),
            _ => break,
        }
    }
    taken
}

fn today() -> Timestamp {
    Clock::system().now()
}
