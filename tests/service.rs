//! As a service: what a service manager hears, what it hands over, how it ends, and how little it may do.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what clients do beside signing in")]
mod server;

use std::{
    fs,
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::net::UnixDatagram,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};
use server::{OWNER, Server};

/// How long anything may take that should happen: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How soon a server has ended whatever its clients do: five seconds for the requests at hand, and what a busy machine takes.
const SOON: Duration = Duration::from_secs(15);

const UNITS: [&str; 4] = [
    "smartinventory.service",
    "smartinventory.socket",
    "smartinventory@.service",
    "smartinventory@.socket",
];

fn serve(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smartinventory"));
    command
        .env_clear()
        .current_dir(folder)
        .arg("--data")
        .arg(folder);
    command
}

/// A process that is ended with the test.
struct Running(Child);

impl Running {
    fn terminate(&mut self) -> (ExitStatus, Duration) {
        kill_process(Pid::from_child(&self.0), Signal::TERM).unwrap();
        let told = Instant::now();
        while told.elapsed() < PATIENCE {
            if let Some(status) = self.0.try_wait().unwrap() {
                return (status, told.elapsed());
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("still there after {PATIENCE:?}");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_service_manager_hears_when_it_is_ready_that_it_lives_and_that_it_stops() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let manager = UnixDatagram::bind(&path).unwrap();
    manager.set_read_timeout(Some(PATIENCE)).unwrap();
    let hear = |what: &str| {
        let mut all = String::new();
        loop {
            let mut word = [0; 1024];
            let length = manager
                .recv(&mut word)
                .unwrap_or_else(|_| panic!("no {what}:\n{all}"));
            let word = String::from_utf8_lossy(&word[..length]).into_owned();
            all.push_str(&word);
            if word.lines().any(|line| line == what) {
                return word;
            }
        }
    };
    // A port that is free now; it is taken again at once.
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .to_string();
    let process = serve(folder.path())
        .args(["--listen", &address])
        .env("NOTIFY_SOCKET", &path)
        .env("WATCHDOG_USEC", "300000")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut server = Running(process);
    hear("READY=1");
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200"));
    for _ in 0..3 {
        hear("WATCHDOG=1");
    }
    kill_process(Pid::from_child(&server.0), Signal::TERM).unwrap();
    hear("STOPPING=1");
    assert!(server.0.wait().unwrap().success());
}

#[test]
fn a_socket_is_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let free = || {
        TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .to_string()
    };
    let (one, two) = (free(), free());
    let process = Command::new("systemd-socket-activate")
        .args(["--listen", &one, "--listen", &two])
        .arg(env!("CARGO_BIN_EXE_smartinventory"))
        .args(["--listen", "127.0.0.1:1", "--data"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut server = Running(process);
    let mut words = BufReader::new(server.0.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains(&two) {
        line.clear();
        assert!(
            words.read_line(&mut line).unwrap() > 0,
            "it does not listen"
        );
    }
    thread::spawn(move || std::io::copy(&mut words, &mut std::io::sink()));
    for address in [&one, &two] {
        assert!(
            get(address, "/healthz").starts_with("HTTP/1.1 200"),
            "{address}"
        );
    }
    let (status, _) = server.terminate();
    assert!(status.success(), "{status}");
}

#[test]
fn it_ends_soon_though_clients_hold_it_up() {
    let (server, _) = Server::claimed();
    let token = server.command(&["token", "create", "--person", OWNER.0], "");
    let item = server.program(OWNER.0).json(
        "POST",
        "/api/v1/items",
        &serde_json::json!({ "name": "Cykel" }),
    );
    let item = item.json()["id"].as_str().unwrap().to_owned();
    let address = server.address().to_owned();
    // One that has asked, and keeps its connection; one that has not; one in the middle of its request; and a slow upload.
    let mut idle = TcpStream::connect(&address).unwrap();
    write!(idle, "GET /healthz HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    let _silent = TcpStream::connect(&address).unwrap();
    let mut half = TcpStream::connect(&address).unwrap();
    write!(half, "GET /healthz HTTP/1.1\r\nHo").unwrap();
    let mut upload = TcpStream::connect(&address).unwrap();
    write!(
        upload,
        "POST /api/v1/items/{item}/photos HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nslow",
        token.trim()
    )
    .unwrap();
    thread::sleep(Duration::from_millis(300));
    upload.set_nonblocking(true).unwrap();
    let answer = upload.read(&mut [0; 1]).map_err(|cause| cause.kind());
    assert_eq!(
        answer,
        Err(ErrorKind::WouldBlock),
        "the upload is refused at once"
    );
    let told = Instant::now();
    server.stop();
    assert!(told.elapsed() < SOON, "{:?}", told.elapsed());
}

/// The units, with the program where it is built.
fn units() -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("systemd");
    let paths = UNITS.map(|name| {
        let unit = fs::read_to_string(here.join(name)).unwrap();
        let unit = unit.replace(
            "/usr/bin/smartinventory",
            env!("CARGO_BIN_EXE_smartinventory"),
        );
        let path = folder.path().join(name.replace('@', "@summer"));
        fs::write(&path, unit).unwrap();
        path
    });
    (folder, paths.into())
}

#[test]
fn the_units_are_ones_that_systemd_takes() {
    let (folder, paths) = units();
    let verified = Command::new("systemd-analyze")
        .args(["verify", "--man=no", "--recursive-errors=no"])
        .args(&paths)
        .env("SYSTEMD_UNIT_PATH", format!("{}:", folder.path().display()))
        .output()
        .unwrap();
    let complaints = String::from_utf8_lossy(&verified.stderr);
    let about_ours: Vec<&str> = complaints
        .lines()
        .filter(|line| line.contains("smartinventory"))
        .collect();
    assert!(
        verified.status.success() && about_ours.is_empty(),
        "{complaints}"
    );
}

#[test]
fn a_service_may_do_little() {
    let (_folder, paths) = units();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "service"))
    {
        let judged = Command::new("systemd-analyze")
            .args(["security", "--offline=yes", "--threshold=20", "--no-pager"])
            .arg(path)
            .output()
            .unwrap();
        assert!(
            judged.status.success(),
            "{}",
            String::from_utf8_lossy(&judged.stdout)
        );
    }
}
