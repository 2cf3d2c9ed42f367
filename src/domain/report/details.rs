//! What is asked for when a report is made.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{Part, ReportKind};
use crate::domain::{
    category::CategoryId, division::DivisionId, incident::IncidentId, invalid::Invalid,
    item::ItemId, lang::Lang, person::PersonId, place::PlaceId, rate::Rate, text,
};

/// What a person asks for: what the form of a new report holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReportDetails {
    /// What it is for.
    #[n(0)]
    pub kind: ReportKind,
    /// The language that it is written in.
    #[n(1)]
    pub language: Lang,
    /// The incident that it is about.
    #[n(2)]
    pub incident: Option<IncidentId>,
    /// The thing that it is about.
    #[n(3)]
    pub item: Option<ItemId>,
    /// Only what is in this place or anywhere beneath it.
    #[n(4)]
    pub place: Option<PlaceId>,
    /// Only what this person owns, alone or with others.
    #[n(5)]
    pub person: Option<PersonId>,
    /// Only what is of this category or one of its children.
    #[n(6)]
    pub category: Option<CategoryId>,
    /// Only what this view shows: the canonical query string of a list, as saved searches have it. Empty: all.
    #[n(7)]
    pub search: String,
    /// The day whose values it tells; that on which it is made where nobody says.
    #[cbor(n(8), with = "crate::domain::dates::iso")]
    pub on: Option<Date>,
    /// What is left out.
    #[n(9)]
    pub leave_out: BTreeSet<Part>,
    /// Whether what only its owners see is in it, as far as whoever makes it sees it.
    #[n(10)]
    pub include_private: bool,
    /// The division of property that it is about.
    #[n(11)]
    pub division: Option<DivisionId>,
    /// What sums in other currencies are converted by, into one: nothing is converted but by a rate that somebody gave.
    #[n(12)]
    #[cbor(default)]
    pub rates: Vec<Rate>,
}

impl ReportDetails {
    /// The longest search, in characters.
    pub const SEARCH: usize = 2_000;

    /// A report of a kind about everything, with everything in it but what is private.
    #[must_use]
    pub const fn of(kind: ReportKind, language: Lang) -> Self {
        Self {
            kind,
            language,
            incident: None,
            item: None,
            place: None,
            person: None,
            category: None,
            search: String::new(),
            on: None,
            leave_out: BTreeSet::new(),
            include_private: false,
            division: None,
            rates: Vec::new(),
        }
    }

    /// Whether a part is in it: its kind has it, and nobody leaves it out.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        self.kind.has(part) && !self.leave_out.contains(&part)
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if self.kind.needs_incident() && self.incident.is_none() {
            invalid.push("incident", "error-report-incident");
        }
        if self.kind.needs_item() && self.item.is_none() {
            invalid.push("item", "error-report-item");
        }
        if self.kind == ReportKind::Division && self.division.is_none() {
            invalid.push("division", "error-report-division");
        }
        let from: HashSet<_> = self.rates.iter().map(|rate| rate.from()).collect();
        let into: HashSet<_> = self.rates.iter().map(|rate| rate.to()).collect();
        if from.len() < self.rates.len() || into.len() > 1 || !from.is_disjoint(&into) {
            invalid.push("rates", "error-rates");
        }
        if !text::fits(&self.search, Self::SEARCH) {
            invalid.push("search", "error-too-long");
        }
        invalid
    }
}
