//! What listens as ntfy, Gotify and a webhook's program do: `listener.py`.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use serde_json::Value;
use smartinventory::notify::web_address::WebAddress;

/// The one token that it accepts.
pub const TOKEN: &str = "tk_0123456789abcdefghijklmnopqrs";

/// The one key that it knows a webhook by, and the time around which it believes one.
pub const KEY: &str = "whsec_bXlja2V0IGhlbWxpZ3QsIHRyZXR0aW90dsOlIGJ5dGU=";
pub const NOW: i64 = 1_795_799_109;

/// How long it may take to say something: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A listener; it ends with the test.
pub struct Listener {
    process: Child,
    says: Receiver<Value>,
    scheme: &'static str,
    port: u16,
}

impl Listener {
    /// One that is not encrypted.
    pub fn plain() -> Self {
        Self::start(None)
    }

    /// One with the certificate in this folder.
    pub fn encrypted(folder: &Path) -> Self {
        Self::start(Some(folder))
    }

    fn start(folder: Option<&Path>) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notify/listener.py");
        let mut process = Command::new("/usr/bin/python3")
            .arg(script)
            .args(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (said, says) = mpsc::channel();
        thread::spawn(move || {
            let lines = output.lines().map_while(Result::ok);
            lines
                .map_while(|line| serde_json::from_str(&line).ok())
                .try_for_each(|line| said.send(line))
        });
        let mut listener = Self {
            process,
            says,
            scheme: if folder.is_some() { "https" } else { "http" },
            port: 0,
        };
        listener.port = listener.next()["port"]
            .as_u64()
            .unwrap()
            .try_into()
            .unwrap();
        listener
    }

    /// An address of its own, by this name of the machine.
    pub fn address(&self, host: &str, path: &str) -> WebAddress {
        format!("{}://{host}:{}{path}", self.scheme, self.port)
            .parse()
            .unwrap()
    }

    /// What it says next.
    pub fn next(&self) -> Value {
        self.says
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("it says nothing"))
    }

    /// Whether it has said nothing since.
    pub fn is_silent(&self) -> bool {
        self.says.recv_timeout(Duration::from_millis(300)).is_err()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
