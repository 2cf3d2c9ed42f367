//! That nothing is lost: when the power goes, the program is killed, the disk is full, the clock jumps, or years pass.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod broken_disk;
mod dice;
mod disk;
#[expect(dead_code, reason = "what other tests need of them")]
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod killed;
mod power_cut;
mod preload;
mod recording;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../server/mod.rs"]
mod server;
mod upgrade;
mod whole;
mod workload;
