//! The registry as it is started, and a client that knows nothing of this program but its document.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// The program, serving until it is let go.
struct Program {
    child: Child,
    address: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_smartinventory"))
            .args([
                "registry",
                "--listen",
                "127.0.0.1:0",
                "--checks-of-one-per-hour",
                "20",
            ])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = said.next().unwrap().unwrap();
        let address = line.rsplit(' ').next().unwrap().to_owned();
        Self { child, address }
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
    let data = folder.path().join("registry");
    let program = Program::start(&["--data", data.to_str().unwrap()]);
    let client = Command::new("/usr/bin/python3")
        .args(["tests/registry/client.py", &program.address])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&client.stderr).into_owned();
    assert!(client.status.success(), "{told}");
}
