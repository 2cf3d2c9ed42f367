//! The bare handler: a process whose whole work is to answer the same bytes, by axum.

use std::{
    env, fs,
    io::{self, BufRead, BufReader},
    net::Ipv4Addr,
    path::Path,
    process::{self, Child, Command, Stdio},
    thread,
};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue},
};

use tower_http::{CompressionLevel, compression::CompressionLayer};

use crate::{process::Process, wire::Answer};

/// The argument that makes this program a bare handler.
pub const COMMAND: &str = "answer";

/// The argument after the file that makes it compress the answer anew for each request, as the program does.
const PACKING: &str = "packing";
/// The level at which the program compresses.
const LEVEL: i32 = 3;

/// The headers that are about the connection, which each server writes itself.
const OF_CONNECTION: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

/// A bare handler that runs; it ends when it is dropped.
pub struct Bare {
    process: Child,
    address: String,
}

impl Bare {
    /// Starts a handler that answers everything with this answer; it is left in `room` for it.
    pub fn start(answer: &Answer, room: &Path) -> Self {
        Self::start_with(&[], answer, room)
    }

    /// Starts one that compresses this answer for each request.
    pub fn start_packing(answer: &Answer, room: &Path) -> Self {
        Self::start_with(&[PACKING], answer, room)
    }

    fn start_with(arguments: &[&str], answer: &Answer, room: &Path) -> Self {
        let file = room.join(["answer", arguments.first().unwrap_or(&"")].concat());
        fs::write(&file, [answer.head.as_bytes(), &answer.body].concat()).expect("there is room");
        let mut process = Command::new(env::current_exe().expect("a program has a path"))
            .arg(COMMAND)
            .arg(&file)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program starts");
        let mut said = String::new();
        let output = process.stdout.take().expect("it is piped");
        BufReader::new(output)
            .read_line(&mut said)
            .expect("it says its address");
        Self {
            process,
            address: said.trim().to_owned(),
        }
    }

    /// Its address and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its process.
    pub fn process(&self) -> Process {
        Process(self.process.id())
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // Where it has ended already, there is nothing to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Is a bare handler until its standard input ends; one that compresses what it answers where `packs`.
pub fn answer(file: &Path, packs: bool) {
    let whole = fs::read(file).expect("the answer is there");
    let end = whole
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .expect("it has a head");
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let body = Bytes::from(whole[end + 4..].to_vec());
    let headers: HeaderMap = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| !OF_CONNECTION.contains(name))
        .map(|(name, value)| {
            let name: HeaderName = name.parse().expect("a name");
            let value: HeaderValue = value.parse().expect("a value");
            (name, value)
        })
        .collect();
    let mut router = Router::new().fallback(move || {
        let answer = (headers.clone(), body.clone());
        async move { answer }
    });
    if packs {
        router = router.layer(CompressionLayer::new().quality(CompressionLevel::Precise(LEVEL)));
    }
    thread::spawn(|| {
        // Whoever has started it is gone.
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0);
    });
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("a port is free");
        println!("{}", listener.local_addr().expect("it has an address"));
        axum::serve(listener, router).await.expect("it serves");
    });
}
