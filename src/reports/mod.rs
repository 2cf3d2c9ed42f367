//! The forms of reports: of what a report's content says, tables for people and machines, and packages to hand over.

pub mod columns;
pub mod csv;
pub mod facts;
pub mod package;
pub mod page;
pub mod paper;
pub mod printer;
mod prose;
pub mod table;
pub mod xlsx;

mod words;

#[cfg(test)]
mod tests;
