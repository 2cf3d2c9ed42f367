//! What people do: one file per noun, each change one transaction.
//!
//! An action takes the store and a typed permission, applies a rule of the domain, and puts rows. Web, API, command
//! line and import call the same ones.

pub mod answers;
pub mod attachments;
pub mod belongings;
pub mod bequests;
pub mod bin;
pub mod bulk;
pub mod categories;
pub mod claims;
pub mod divisions;
pub mod history;
pub mod household;
pub mod incidents;
pub mod insights;
pub mod items;
pub mod jobs;
pub mod life;
pub mod loans;
pub mod losses;
pub mod memories;
pub mod narrowing;
pub mod people;
pub mod places;
pub mod plans;
pub mod policies;
pub mod ready;
pub mod receipts;
mod references;
pub mod reminders;
pub mod reports;
pub mod rights;
pub mod rounds;
pub mod saved_searches;
pub mod sightings;
pub mod tags;
pub mod totals;
pub mod tray;
pub mod valuation;
pub mod walk;
pub mod warranties;
mod whereabouts;

#[cfg(test)]
mod tests;
