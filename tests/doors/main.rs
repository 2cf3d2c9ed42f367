//! The doors: who gets in, what every answer says to keep strangers out, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod answers;
mod cookies;
#[expect(dead_code, reason = "what other tests need of them")]
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod forms;
mod garbage;
mod guessing;
mod hidden;
mod hosts;
mod household;
mod log;
mod markup;
mod matrix;
mod methods;
mod names;
mod origins;
#[path = "../source/routes.rs"]
mod pages;
mod paths;
mod requests;
mod routes;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../server/mod.rs"]
mod server;
mod sharing;
#[path = "../source/mod.rs"]
mod source;
mod strangers;
mod uploads;
mod watch;

#[test]
fn a_setting_that_cannot_be_taken_is_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_smartinventory"))
        .env_clear()
        .env("SMARTINVENTORY_MAX_UPLOAD", "mycket")
        .arg("--data")
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.to_lowercase().contains("max_upload"), "{said}");
}
