//! A report: what the archive said on one day, written down for somebody outside the household.

mod content;
mod details;
mod entry;
mod exhibit;
mod kind;
mod leaving_out;
mod totals;

use jiff::{Timestamp, civil::Date};
use minicbor::{Decode, Encode};

pub use self::{
    content::{Carton, Content, Fact, FactValue, Label, Party},
    details::ReportDetails,
    entry::{Deduction, Entry, Owner},
    exhibit::{Exhibit, Paper, Passage, Subject},
    kind::{Part, ReportKind},
    totals::{Lot, Totals},
};
use super::{blob::BlobHash, dates, id::Id, person::PersonId};

/// The id of a report.
pub type ReportId = Id<Report>;

/// A report that was made: a snapshot, which nothing changes any more. What it says is its [`Content`], kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Report {
    /// Which.
    #[n(0)]
    pub id: ReportId,
    /// Its number: counted up through all reports of the household, each given once.
    #[n(1)]
    pub number: u32,
    /// When it was made.
    #[cbor(n(2), with = "dates::millis")]
    pub made: Timestamp,
    /// The day that was there then, which is the same wherever it is read.
    #[cbor(n(3), with = "dates::day")]
    pub day: Date,
    /// Who made it.
    #[n(4)]
    pub by: Option<PersonId>,
    /// What was asked for.
    #[n(5)]
    pub details: ReportDetails,
    /// The file with what it says ([`Content`]).
    #[n(6)]
    pub content: BlobHash,
    /// The files of the archive that it shows, each once: it keeps them, whatever becomes of what they belonged to.
    #[n(7)]
    pub files: Vec<BlobHash>,
}

#[cfg(test)]
pub(crate) mod specimen;
#[cfg(test)]
mod tests;
