//! What a search answers: a page of things, the sums over all of them, and the counts for every filter.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::domain::query::{Cursor, Span, State};

/// The answer to a query.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The things of this page, in order.
    pub ids: Vec<Uuid>,
    /// Where the next page starts, when there is one.
    pub next: Option<Cursor>,
    /// How many things come before this page.
    pub skipped: u64,
    /// Where the page before starts; `None` when that is the beginning.
    pub previous: Option<Cursor>,
    /// How many things there are on all pages.
    pub total: u64,
    /// What they are worth together, in minor units of the household's currency.
    pub value: i64,
    /// How many pieces they are, each thing times its quantity.
    pub pieces: u64,
    /// How many things each filter would leave; `None` when not asked for.
    pub counts: Option<Counts>,
}

/// How many things each choice of a filter would leave.
///
/// The rule: each filter is counted as if it alone were not set, so that its other choices show what a switch would
/// give. Tags are the exception: they add up, so that each counts what adding it would leave. What is searched for, and
/// what the person sees, holds for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By place, everything beneath it included.
    pub places: HashMap<Uuid, u32>,
    /// By category, its children included.
    pub categories: HashMap<Uuid, u32>,
    /// By tag.
    pub tags: HashMap<Uuid, u32>,
    /// By owner.
    pub owners: HashMap<Uuid, u32>,
    /// With and without a photo.
    pub photo: YesNo,
    /// With and without a document.
    pub document: YesNo,
    /// Insured and not.
    pub insured: YesNo,
    /// By state.
    pub states: BTreeMap<State, u32>,
    /// By worth, in [`value_spans`]; empty ones left out.
    pub values: Vec<(Span<i64>, u32)>,
    /// Without a value.
    pub unvalued: u32,
    /// By the year in which they were acquired.
    pub years: BTreeMap<i16, u32>,
    /// Without a date.
    pub undated: u32,
}

/// How many have something and how many lack it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YesNo {
    /// How many have it.
    pub yes: u32,
    /// How many lack it.
    pub no: u32,
}

impl YesNo {
    pub(super) const fn add(&mut self, is: bool) {
        if is {
            self.yes += 1;
        } else {
            self.no += 1;
        }
    }
}

/// Where one span of worth ends and the next begins, in minor units: 100, 500, 1 000, 5 000, 10 000 and 50 000 of a
/// currency with hundredths.
pub(super) const VALUE_STEPS: [i64; 6] = [10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000];

/// The spans that values are counted in, from the lowest; each is a filter.
pub fn value_spans() -> impl Iterator<Item = Span<i64>> {
    (0..=VALUE_STEPS.len()).map(|at| Span {
        from: at.checked_sub(1).map(|before| VALUE_STEPS[before]),
        to: VALUE_STEPS.get(at).map(|step| step - 1),
    })
}
