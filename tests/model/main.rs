//! That the archive is what people made of it: stories told to a real store and to a household in plain maps end alike.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod archive;
mod cast;
mod chance;
mod comparison;
mod deed;
mod files;
mod household;
mod search;
mod story;
