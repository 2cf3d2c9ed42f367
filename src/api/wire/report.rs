//! A report on the wire.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Lang, Stamp};
use crate::{
    app::printing::Stand,
    domain::{
        id::Id,
        invalid::Invalid,
        lang, rate,
        report::{self, Part, ReportDetails, ReportKind},
    },
    error::{Error, Result},
    store::Row,
};

/// A snapshot of the archive, for somebody outside the household, with how its printing stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Report {
    /// The report.
    #[serde(flatten)]
    pub kept: ReportKept,
    /// The things in it that have been changed since, or are in the bin; told of one report at a time.
    pub changed: Vec<Uuid>,
    /// How its printing stands.
    #[serde(flatten)]
    pub state: ReportState,
}

/// A snapshot of the archive, for somebody outside the household.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct ReportKept {
    /// Which.
    pub id: Uuid,
    /// The number of the change that made it: its `ETag`.
    pub revision: u64,
    /// Its number among the household's reports.
    pub number: u32,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub made: Timestamp,
    /// Who made it.
    pub by: Option<Uuid>,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What was asked for.
    #[serde(flatten)]
    pub fields: ReportFields,
}

/// How the printing of a report stands.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct ReportState {
    /// Whether it is in hand, there, or has come to no good.
    pub state: State,
    /// How much of it is printed, in thousandths.
    #[schema(maximum = 1000)]
    pub progress: u16,
}

/// Whether a report can be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum State {
    /// It is being printed.
    Working,
    /// It can be fetched.
    Ready,
    /// It was stopped, or could not be printed.
    Failed,
}

impl From<Stand> for ReportState {
    fn from(stand: Stand) -> Self {
        let (state, progress) = match stand {
            Stand::Working(done) => (State::Working, done),
            Stand::Ready => (State::Ready, 1000),
            Stand::Stopped | Stand::Failed => (State::Failed, 0),
        };
        Self { state, progress }
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ReportFields {
    /// What it is for. It has to be said.
    #[schema(value_type = ReportKind, examples("inventory"))]
    pub kind: Option<ReportKind>,
    /// The language that it is written in; yours when nobody says.
    pub language: Option<Lang>,
    /// The incident that it is about: of `police_list` and `insurance_claim`.
    pub incident: Option<Uuid>,
    /// The division of property that it is about: of `division`.
    pub division: Option<Uuid>,
    /// The thing that it is about: of `item` and `sale`.
    pub item: Option<Uuid>,
    /// Only what is in this place or anywhere beneath it.
    pub place: Option<Uuid>,
    /// Only what this person owns.
    pub person: Option<Uuid>,
    /// Only what is of this category or one of its children.
    pub category: Option<Uuid>,
    /// Only what this view shows: the query of a list, as saved searches have it.
    pub search: String,
    /// The day whose values it tells.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// What is left out.
    pub leave_out: BTreeSet<Part>,
    /// Whether what only its owners see is in it, as far as you see it; nobody else sees the report then.
    pub include_private: bool,
    /// What sums in other currencies are converted by, into one. Without a rate each currency is added up by itself.
    pub rates: Vec<Rate>,
}

/// What one of a currency is worth in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Rate {
    /// The ISO 4217 code of the one.
    #[schema(pattern = "^[A-Z]{3}$", examples("EUR"))]
    pub from: String,
    /// The ISO 4217 code of the other.
    #[schema(pattern = "^[A-Z]{3}$", examples("SEK"))]
    pub to: String,
    /// How much of the other one whole unit of the one is.
    #[schema(pattern = r"^\d+(\.\d+)?$", examples("11.4325"))]
    pub each: String,
}

impl Report {
    /// A report, how it stands, and what has been changed since.
    pub(in crate::api) fn new(
        row: &Row<report::Report>,
        state: ReportState,
        changed: Vec<Uuid>,
    ) -> Self {
        Self {
            kept: row.into(),
            changed,
            state,
        }
    }
}

impl From<&Row<report::Report>> for ReportKept {
    fn from(row: &Row<report::Report>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            number: row.number,
            made: row.made,
            by: row.by.map(Id::uuid),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl From<&ReportDetails> for ReportFields {
    fn from(details: &ReportDetails) -> Self {
        Self {
            kind: Some(details.kind),
            language: Some(details.language.into()),
            incident: details.incident.map(Id::uuid),
            division: details.division.map(Id::uuid),
            item: details.item.map(Id::uuid),
            place: details.place.map(Id::uuid),
            person: details.person.map(Id::uuid),
            category: details.category.map(Id::uuid),
            search: details.search.clone(),
            on: details.on,
            leave_out: details.leave_out.clone(),
            include_private: details.include_private,
            rates: details.rates.iter().map(|rate| (*rate).into()).collect(),
        }
    }
}

impl From<rate::Rate> for Rate {
    fn from(rate: rate::Rate) -> Self {
        Self {
            from: rate.from().code().to_owned(),
            to: rate.to().code().to_owned(),
            each: rate.each(),
        }
    }
}

impl Rate {
    fn read(&self) -> Result<rate::Rate, Invalid> {
        let mut invalid = Invalid::default();
        let mut currency = |field: &str, code: &str| {
            let read = code.parse().ok();
            if read.is_none() {
                invalid.push(field, "api-currency");
            }
            read
        };
        let between = (currency("from", &self.from), currency("to", &self.to));
        let (Some(from), Some(to)) = between else {
            return Err(invalid);
        };
        rate::Rate::parse(from, to, &self.each).map_err(|_| {
            invalid.push("each", "error-rate");
            invalid
        })
    }
}

impl ReportFields {
    /// What they ask for; in the reader's language when none is said.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self, reader: lang::Lang) -> Result<ReportDetails> {
        let Some(kind) = self.kind else {
            return Err(Error::invalid("kind", "error-choice"));
        };
        let language = self.language.map_or(reader, Into::into);
        let mut rates = Vec::with_capacity(self.rates.len());
        let mut invalid = Invalid::default();
        for (at, rate) in self.rates.iter().enumerate() {
            match rate.read() {
                Ok(rate) => rates.push(rate),
                Err(refused) => invalid.merge(refused.within("rates", at)),
            }
        }
        invalid.or(())?;
        Ok(ReportDetails {
            incident: self.incident.map(Id::from_uuid),
            division: self.division.map(Id::from_uuid),
            item: self.item.map(Id::from_uuid),
            place: self.place.map(Id::from_uuid),
            person: self.person.map(Id::from_uuid),
            category: self.category.map(Id::from_uuid),
            search: self.search,
            on: self.on,
            leave_out: self.leave_out,
            include_private: self.include_private,
            rates,
            ..ReportDetails::of(kind, language)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_reads_back_as_it_was_written() {
        let mut details = ReportDetails::of(ReportKind::Sale, lang::Lang::En);
        details.item = Some(Id::from_uuid(Uuid::from_u128(7)));
        details.leave_out.insert(Part::Pictures);
        let (euro, krona) = ("EUR".parse().unwrap(), "SEK".parse().unwrap());
        details.rates = vec![rate::Rate::parse(euro, krona, "11.4325").unwrap()];
        let json = serde_json::to_value(ReportFields::from(&details)).unwrap();
        let read: ReportFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read(lang::Lang::Sv).unwrap(), details);
    }

    #[test]
    fn a_kind_has_to_be_said() {
        let Err(Error::Invalid(invalid)) = ReportFields::default().read(lang::Lang::Sv) else {
            panic!("it was taken");
        };
        assert!(invalid.get("kind").is_some());
    }
}
