//! The nouns of the archive and their rules: pure, no I/O.

pub mod id;
pub mod lang;
pub mod query;
pub mod sight;
