//! Papers that come by themselves: out of the folder that a scanner writes into, and by mail.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod consuming;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../fixtures/mod.rs"]
mod fixtures;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../notify/household.rs"]
mod household;
mod mailing;
mod register;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../server/mod.rs"]
mod server;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../notify/servers.rs"]
mod servers;
