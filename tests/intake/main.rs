//! Papers that come by themselves: out of the folder that a scanner writes into.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod consuming;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod register;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../server/mod.rs"]
mod server;
