//! The nouns of the archive and their rules: pure, no I/O.

pub mod account;
pub mod aspect;
pub mod attachment;
pub mod blob;
pub mod category;
pub mod category_list;
pub mod dates;
pub mod field;
pub mod household;
pub mod id;
pub mod identifier;
pub mod invalid;
pub mod item;
mod keyed;
pub mod lang;
pub mod money;
pub mod number;
pub mod person;
pub mod place;
pub mod query;
pub mod rotation;
pub mod saved_search;
pub mod sight;
pub mod tag;
pub mod text;
