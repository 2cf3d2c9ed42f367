//! A believable household, for a newcomer to look at.

pub mod drawings;
pub mod household;
