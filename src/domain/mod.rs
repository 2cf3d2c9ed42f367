//! The nouns of the archive and their rules: pure, no I/O.

pub mod category_list;
pub mod id;
pub mod lang;
