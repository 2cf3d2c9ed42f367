//! Receipts that the program reads by itself, and the networks that it takes.

use std::{
    env,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::client::Program;

/// A receipt is read within a second or three; a busy machine without optimisation takes its time.
const PATIENCE: Duration = Duration::from_mins(5);

/// The folder of the networks: where `SMARTINVENTORY_MODELS` says, or where `tests/run` puts them.
pub fn models() -> String {
    let folder = env::var("SMARTINVENTORY_MODELS").unwrap_or_else(|_| {
        let cache = env::var("XDG_CACHE_HOME")
            .unwrap_or_else(|_| format!("{}/.cache", env::var("HOME").unwrap()));
        format!("{cache}/smartinventory-tests/models")
    });
    assert!(
        Path::new(&folder).join("PP-OCRv6_rec_small.onnx").is_file(),
        "the networks are not in {folder}: packaging/models.sh {folder}"
    );
    folder
}

/// The receipt once it has been read.
pub fn read(program: &Program, receipt: &str) -> Value {
    let started = Instant::now();
    loop {
        let told = program.get(receipt).json();
        match told["reading"].as_str().unwrap() {
            "waiting" | "running" => assert!(started.elapsed() < PATIENCE, "{told}"),
            _ => return told,
        }
        thread::sleep(Duration::from_millis(100));
    }
}
