//! The doors: who gets in, what every answer says to keep strangers out, and what is refused.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]

mod answers;
mod cookies;
mod guessing;
mod log;
mod origins;
mod paths;
mod requests;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../server/mod.rs"]
mod server;
mod sharing;

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
