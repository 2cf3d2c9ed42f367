//! A policy on the wire, and what it does not cover.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Stamp, read_money};
use crate::{
    actions::valuation::Holdings,
    domain::{
        deduction::{self, Basis, Kind},
        invalid::Invalid,
        percent::Percent,
        policy::{self, PolicyDetails, TableChoice},
    },
    error::{Error, Result},
    store::Row,
};

/// An insurance of what the household owns.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Policy {
    /// Which.
    pub id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: PolicyFields,
}

impl From<&Row<policy::Policy>> for Policy {
    fn from(row: &Row<policy::Policy>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

/// What a person says about a policy. All its amounts are in the currency of the sum insured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct PolicyFields {
    /// With whom.
    pub insurer: String,
    /// Its number with them.
    pub number: String,
    /// The most that is paid for everything together. Every policy has one.
    pub sum_insured: Option<Money>,
    /// The most that is paid for one thing.
    pub single_limit: Option<Money>,
    /// The most that is paid for all valuables together.
    pub valuables_limit: Option<Money>,
    /// What the household bears itself, once for each incident.
    pub deductible: Option<Money>,
    /// Whom to turn to.
    pub contact: String,
    /// The day on which it is next renewed.
    #[schema(value_type = Option<String>, format = Date, examples("2027-03-01"))]
    pub renews_on: Option<Date>,
    /// What it pays by age; `null` for what is usual in the country, an estimate.
    pub table: Option<DeductionTable>,
}

/// What a policy pays by the age of a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DeductionTable {
    /// The day of the version of the terms.
    #[schema(value_type = String, format = Date, examples("2026-01-01"))]
    pub version: Date,
    /// Where it is found: the terms and their page.
    #[serde(default)]
    pub source: String,
    /// What it says of each kind of thing, each kind once.
    pub rows: Vec<DeductionRow>,
}

/// What a table says of one kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DeductionRow {
    /// Of which kind.
    pub kind: Kind,
    /// Which price the percentages are of.
    pub basis: Basis,
    /// What is paid up to which age, the lowest age first. Empty: the same at every age.
    #[serde(default)]
    pub steps: Vec<DeductionStep>,
    /// What is paid for what is older than the last step, in percent.
    #[schema(maximum = 100)]
    pub then: u8,
    /// The least that is paid, in percent.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub floor: u8,
    /// The most that is paid for one thing.
    #[serde(default)]
    pub cap: Option<Money>,
}

/// What is paid up to an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DeductionStep {
    /// Up to how many months.
    #[schema(minimum = 1)]
    pub months: u16,
    /// How much of the price, in percent.
    #[schema(maximum = 100)]
    pub percent: u8,
}

impl From<&PolicyDetails> for PolicyFields {
    fn from(details: &PolicyDetails) -> Self {
        Self {
            insurer: details.insurer.clone(),
            number: details.number.clone(),
            sum_insured: Some(details.sum_insured.into()),
            single_limit: details.single_limit.map(Into::into),
            valuables_limit: details.valuables_limit.map(Into::into),
            deductible: details.deductible.map(Into::into),
            contact: details.contact.clone(),
            renews_on: details.renews_on,
            table: match &details.table {
                TableChoice::Typical => None,
                TableChoice::Own(table) => Some(table.into()),
            },
        }
    }
}

impl From<&deduction::Table> for DeductionTable {
    fn from(table: &deduction::Table) -> Self {
        let rows = table.rows.iter().map(|(kind, row)| DeductionRow {
            kind: *kind,
            basis: row.basis,
            steps: row
                .steps
                .iter()
                .map(|step| DeductionStep {
                    months: step.months,
                    percent: step.percent.get(),
                })
                .collect(),
            then: row.then.get(),
            floor: row.floor.get(),
            cap: row.cap.map(Into::into),
        });
        Self {
            version: table.version,
            source: table.source.clone(),
            rows: rows.collect(),
        }
    }
}

impl PolicyFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(in crate::api) fn read(self) -> Result<PolicyDetails> {
        let mut invalid = Invalid::default();
        let mut money = |money: Option<&Money>, field| read_money(money, field, &mut invalid);
        let sum_insured = money(self.sum_insured.as_ref(), "sum_insured");
        let single_limit = money(self.single_limit.as_ref(), "single_limit");
        let valuables_limit = money(self.valuables_limit.as_ref(), "valuables_limit");
        let deductible = money(self.deductible.as_ref(), "deductible");
        if self.sum_insured.is_none() {
            invalid.push("sum_insured", "api-missing");
        }
        let table = self.table.map(|table| table.read(&mut invalid));
        invalid.or(())?;
        let sum_insured =
            sum_insured.ok_or_else(|| Error::invalid("sum_insured", "api-missing"))?;
        Ok(PolicyDetails {
            insurer: self.insurer,
            number: self.number,
            single_limit,
            valuables_limit,
            deductible,
            contact: self.contact,
            renews_on: self.renews_on,
            table: table.map_or(TableChoice::Typical, TableChoice::Own),
            ..PolicyDetails::of_sum(sum_insured)
        })
    }
}

impl DeductionTable {
    fn read(self, invalid: &mut Invalid) -> deduction::Table {
        let mut rows = BTreeMap::new();
        for (at, row) in self.rows.into_iter().enumerate() {
            let field = format!("table.rows[{at}]");
            let kind = row.kind;
            if rows.insert(kind, row.read(&field, invalid)).is_some() {
                invalid.push(format!("{field}.kind"), "api-twice");
            }
        }
        deduction::Table {
            insurer: String::new(),
            version: self.version,
            source: self.source,
            is_estimate: false,
            rows,
        }
    }
}

impl DeductionRow {
    fn read(self, field: &str, invalid: &mut Invalid) -> deduction::Row {
        let mut percent = |hundredths, name: &str| {
            Percent::new(hundredths).unwrap_or_else(|| {
                invalid.push(format!("{field}.{name}"), "api-percent");
                Percent::NONE
            })
        };
        let steps = self.steps.iter().enumerate();
        let steps = steps.map(|(at, step)| deduction::Step {
            months: step.months,
            percent: percent(step.percent, &format!("steps[{at}].percent")),
        });
        let steps = steps.collect();
        let then = percent(self.then, "then");
        let floor = percent(self.floor, "floor");
        deduction::Row {
            basis: self.basis,
            steps,
            then,
            floor,
            cap: read_money(self.cap.as_ref(), &format!("{field}.cap"), invalid),
        }
    }
}

/// What a policy was at a revision.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct PolicyVersion {
    /// What was done to make it so.
    #[schema(examples("policy-change"))]
    pub action: String,
    /// What it was then.
    #[serde(flatten)]
    pub policy: Policy,
}

/// So much is there, and no more than so much is paid for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Excess {
    /// What is there.
    pub worth: Money,
    /// The most that is paid.
    pub limit: Money,
    /// How much of it is not paid for.
    pub over: Money,
}

impl From<policy::Excess> for Excess {
    fn from(excess: policy::Excess) -> Self {
        Self {
            worth: excess.worth.into(),
            limit: excess.limit.into(),
            over: excess.over().into(),
        }
    }
}

/// A thing that by itself is over the limit for one.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct SingleExcess {
    /// The thing.
    pub item: Uuid,
    /// By how much, each.
    #[serde(flatten)]
    pub excess: Excess,
}

/// Where a policy pays for less than there is, of what you see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct CoverRead {
    /// How many things are counted: at what they cost new, valuables at what they are worth, and where nobody has said that, at
    /// the next best that is known.
    pub counted: usize,
    /// How many are not, for nobody has said what they cost or are worth.
    pub unpriced: usize,
    /// How many are of those that have insurances of their own, as vehicles and boats do, and are not counted either.
    pub elsewhere: usize,
    /// What they come to: a sum for each currency.
    pub total: Vec<Money>,
    /// Everything together, where it is over the sum insured.
    pub all: Option<Excess>,
    /// Each thing that is over the limit for one.
    pub single: Vec<SingleExcess>,
    /// All valuables together, where they are over theirs.
    pub valuables: Option<Excess>,
    /// What is in other currencies than the policy, and in none of the above.
    pub apart: Vec<Money>,
}

impl CoverRead {
    /// Where a policy pays for less than these holdings.
    pub(in crate::api) fn new(holdings: &Holdings, policy: &PolicyDetails) -> Self {
        let told = holdings.against(policy);
        let single = told.single.into_iter();
        Self {
            counted: holdings.priced.len(),
            unpriced: holdings.unpriced,
            elsewhere: holdings.elsewhere,
            total: holdings.total().iter().map(Into::into).collect(),
            all: told.all.map(Into::into),
            single: single
                .map(|(item, excess)| SingleExcess {
                    item: item.uuid(),
                    excess: excess.into(),
                })
                .collect(),
            valuables: told.valuables.map(Into::into),
            apart: told.apart.iter().map(Into::into).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
