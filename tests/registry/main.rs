//! The registry's store: what it promises, held to on every kind of it.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod cluster;
mod contract;
mod embedded;
mod model;
mod place;
mod postgres;
mod speed;
mod steps;
