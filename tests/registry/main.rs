//! The public theft registry: what it promises to households and strangers, held to on every kind of store.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod api;
mod cluster;
mod contract;
mod embedded;
mod household;
mod model;
mod pages;
mod place;
mod postgres;
mod program;
mod speed;
mod steps;
mod town;
mod writing;
