//! The program, serving a folder of its own, and clients whose type says who they are.
//!
//! A test crate that does not use all of it says so: `#[expect(dead_code, reason = "…")] mod server;`.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

pub mod client;
pub mod paper;
pub mod weight;

use std::{
    env,
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread::{self, JoinHandle},
    time::Duration,
};

use client::{Anonymous, Program, SignedIn};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// Who claims a server, and what with.
pub const OWNER: (&str, &str) = ("Astrid", "tolv sorters kakor");

/// How long a server may take to answer, and to end: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program, serving until it is stopped or dropped.
pub struct Server {
    process: Child,
    complaints: Option<JoinHandle<String>>,
    folder: Folder,
    origin: String,
    code: Option<String>,
}

/// A data folder.
enum Folder {
    /// Of the server's own: it goes with the server.
    Own(TempDir),
    /// The test's.
    Lent(PathBuf),
}

/// How much memory a process holds, in MiB.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Now.
    pub now: u64,
    /// At most so far.
    pub peak: u64,
}

impl Server {
    /// Starts a server that nobody has claimed, on a port of its own, with these flags.
    pub fn start(flags: &[&str]) -> Self {
        Self::start_logging(flags, "warn")
    }

    /// Starts a server that says as much as this in its log, which [`Self::log`] gives.
    pub fn start_logging(flags: &[&str], log: &str) -> Self {
        let folder = Folder::Own(tempfile::tempdir().unwrap());
        let variables = [("SMARTINVENTORY_LOG", OsStr::new(log))];
        let (mut server, says) = Self::launch(folder, flags, &variables);
        server.hear(&says, |server| server.code.is_some());
        server
    }

    /// Starts a server on a folder that outlives it, with these variables set beside those that it always has.
    pub fn open(folder: &Path, variables: &[(&str, &OsStr)]) -> Self {
        let (mut server, says) = Self::launch(Folder::Lent(folder.to_owned()), &[], variables);
        server.hear(&says, |server| !server.origin.is_empty());
        server
    }

    fn launch(
        folder: Folder,
        flags: &[&str],
        variables: &[(&str, &OsStr)],
    ) -> (Self, mpsc::Receiver<String>) {
        let mut process = program(folder.path())
            .args(["--listen", "127.0.0.1:0", "serve"])
            .args(flags)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let complaints = process.stderr.take().map(read_beside);
        let (said, says) = mpsc::channel();
        let output = BufReader::new(process.stdout.take().unwrap());
        thread::spawn(move || {
            output
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| said.send(line))
        });
        let server = Self {
            process,
            complaints,
            folder,
            origin: String::new(),
            code: None,
        };
        (server, says)
    }

    /// Takes in what the server says about itself until it is enough.
    fn hear(&mut self, says: &mpsc::Receiver<String>, enough: impl Fn(&Self) -> bool) {
        while !enough(self) {
            let line = says.recv_timeout(PATIENCE).expect("the server starts");
            let after = |words: &str| Some(line.split_once(words)?.1.split(' ').next()?.to_owned());
            if let Some(origin) = after("Open ") {
                self.origin = origin;
            }
            if let Some(code) = after("Setup code: ") {
                self.code = Some(code);
            }
        }
    }

    /// Starts a server and claims it.
    pub fn claimed() -> (Self, SignedIn) {
        let server = Self::start(&[]);
        let owner = server.claim();
        (server, owner)
    }

    /// Claims the server with the code that it has printed, in Swedish.
    pub fn claim(&self) -> SignedIn {
        let (name, password) = OWNER;
        let fields = [
            ("code", self.code.as_deref().unwrap_or_default()),
            ("household", "Familjen Ekström"),
            ("name", name),
            ("password", password),
        ];
        SignedIn::by(&self.anonymous(), "/setup", &fields)
    }

    /// Adds a person by the command line, and signs them in.
    pub fn person(&self, name: &str, role: &str) -> SignedIn {
        let password = "ett gott lösenord";
        self.command(
            &["person", "add", name, "--role", role, "--password-stdin"],
            password,
        );
        let fields = [("name", name), ("password", password)];
        SignedIn::by(&self.anonymous(), "/sign-in", &fields)
    }

    /// A program that speaks for a person, with a token that the command line makes.
    pub fn program(&self, person: &str) -> Program {
        let token = self.command(&["token", "create", "--person", person], "");
        Program::with(&self.origin, token.trim())
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Anonymous {
        Anonymous::at(&self.origin)
    }

    /// Runs a command beside the server, and gives what it prints.
    pub fn command(&self, arguments: &[&str], input: &str) -> String {
        let mut command = program(self.folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = command.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        let output = command.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A program with a token that was made earlier.
    pub fn program_with(&self, token: &str) -> Program {
        Program::with(&self.origin, token)
    }

    /// The address and port that it listens on.
    pub fn address(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The folder that holds everything.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// How much memory the server holds; what its workers hold is not in it.
    pub fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let mebibytes = |key: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(key));
            let kibibytes = line.and_then(|line| line.split_whitespace().next());
            kibibytes.unwrap().parse::<u64>().unwrap() / 1024
        };
        Memory {
            now: mebibytes("VmRSS:"),
            peak: mebibytes("VmHWM:"),
        }
    }

    /// Asks the server to stop, and holds it to stopping well and without a complaint.
    pub fn stop(self) {
        self.log();
    }

    /// Asks the server to stop, as [`Self::stop`], and gives what it has said in its log.
    pub fn log(mut self) -> String {
        let status = self.end();
        let complaints = self
            .complaints
            .take()
            .map(|reader| reader.join().unwrap())
            .unwrap_or_default();
        assert!(status.success(), "{status}\n{complaints}");
        assert!(!complaints.contains("ERROR"), "{complaints}");
        complaints
    }

    /// Ends the server at once, as the kernel does when memory is short.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn end(&mut self) -> ExitStatus {
        if self.process.try_wait().unwrap().is_none() {
            kill_process(Pid::from_child(&self.process), Signal::TERM).unwrap();
        }
        for _ in 0..PATIENCE.as_millis() / 10 {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.process.kill().unwrap();
        self.process.wait().unwrap()
    }
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Lent(folder) => folder,
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// The program: the one that cargo has built for the test, or what the variable names where it is no test of ours.
fn binary() -> PathBuf {
    let built = option_env!("CARGO_BIN_EXE_smartinventory").map(PathBuf::from);
    built.unwrap_or_else(|| env::var_os("SMARTINVENTORY_BINARY").unwrap().into())
}

/// The program on a data folder, with nothing of the developer's own settings.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(binary());
    command
        .env_clear()
        .env("TZ", "Europe/Stockholm")
        .current_dir(folder)
        .arg("--data")
        .arg(folder);
    command
}

fn read_beside(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut all = String::new();
        pipe.read_to_string(&mut all)
            .map(|_| all)
            .unwrap_or_default()
    })
}
