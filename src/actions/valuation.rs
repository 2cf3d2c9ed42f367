//! What things are worth: what was paid, what they cost new today, and what an insurer would pay; and what no policy covers.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{household, policies, totals::is_in_use};
use crate::{
    access::Editor,
    domain::{
        category::{Category, CategoryId},
        country::Country,
        deduction::{
            Deducted, Kind, Prices, Table, Typical, deduct, is_elsewhere, kind_of, typical,
        },
        item::{Details, Item, ItemId},
        money::{Money, Sums},
        policy::{Belonging, Policy, PolicyDetails, Shortfalls, TableChoice, shortfalls},
    },
    error::Result,
    store::{Row, Rows},
};

/// By whose table a thing's value after age deduction is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Terms {
    /// That of a policy of the household, as they entered it.
    Policy(Box<Row<Policy>>),
    /// What is usual in the country, an estimate.
    Typical(&'static Typical),
}

impl Terms {
    /// Those that hold in the household: its own, where a policy has a table, else what is usual where it is at home; none
    /// where nothing is known of that. Of several policies the one that was entered first.
    pub fn of_household(rows: &impl Rows, _: &Editor) -> Result<Option<Self>> {
        let mut policies = policies::all(rows)?;
        policies.retain(|row| matches!(row.details.table, TableChoice::Own(_)));
        let first = policies.into_iter().min_by_key(|row| row.id);
        Ok(match first {
            Some(policy) => Some(Self::Policy(Box::new(policy))),
            None => typical(country(rows)?).map(Self::Typical),
        })
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Policy(policy) => match &policy.details.table {
                TableChoice::Own(table) => Some(table),
                TableChoice::Typical => None,
            },
            Self::Typical(typical) => Some(&typical.table),
        }
    }
}

fn country(rows: &impl Rows) -> Result<Country> {
    Ok(household::current(rows)?.country)
}

/// What a thing costs in each sense, each.
#[must_use]
pub const fn prices(details: &Details) -> Prices {
    Prices {
        paid: details.acquired.price,
        new_price: details.new_price,
        market: details.value,
    }
}

/// What terms pay for a thing on a day, each; none where they have no table.
pub fn deducted(
    rows: &impl Rows,
    terms: &Terms,
    item: &Item,
    today: Date,
) -> Result<Option<Deducted>> {
    let Some(table) = terms.table() else {
        return Ok(None);
    };
    let details = &item.details;
    let kind = kind(rows, details.category)?;
    let acquired = details.acquired.on;
    Ok(Some(deduct(table, kind, prices(details), acquired, today)))
}

/// Of which kind things of a category are, to an insurer. A household's own category counts as the one above it.
pub fn kind(rows: &impl Rows, category: Option<CategoryId>) -> Result<Option<Kind>> {
    let keys = keys(rows, category)?;
    Ok(kind_of(keys.iter().map(String::as_str)))
}

/// The keys of a category and of the one above it, the nearest first.
fn keys(rows: &impl Rows, category: Option<CategoryId>) -> Result<Vec<String>> {
    let mut keys = Vec::new();
    let mut next = category;
    // There are two levels.
    for _ in 0..2 {
        let Some(id) = next else { break };
        let Some(category) = rows.find::<Category>(id)? else {
            break;
        };
        next = category.parent;
        keys.extend(category.body.key);
    }
    Ok(keys)
}

/// What a household owns, as far as somebody sees it, with what has to be known to hold it against a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
    /// The things of which it is known what they cost or are worth.
    pub priced: Vec<Belonging<ItemId>>,
    /// How many others there are: nobody has said what they cost or are worth, and they count for nothing.
    pub unpriced: usize,
    /// How many are of those that have insurances of their own, as vehicles and boats do: they count for nothing here.
    pub elsewhere: usize,
}

impl Holdings {
    /// Everything that somebody sees and that is in use.
    pub fn of(rows: &impl Rows, editor: &Editor) -> Result<Self> {
        let mut holdings = Self {
            priced: Vec::new(),
            unpriced: 0,
            elsewhere: 0,
        };
        let mut sorts = HashMap::new();
        rows.each(None, |item: Row<Item>| {
            if is_in_use(&item) && editor.viewer().sees(rows, &item)? {
                let category = item.details.category;
                let sort = match sorts.get(&category) {
                    Some(known) => *known,
                    None => *sorts.entry(category).or_insert(Sort::of(rows, category)?),
                };
                match (sort, belonging(&item, sort)) {
                    (Sort::Elsewhere, _) => holdings.elsewhere += 1,
                    (_, Some(belonging)) => holdings.priced.push(belonging),
                    (_, None) => holdings.unpriced += 1,
                }
            }
            Ok(true)
        })?;
        Ok(holdings)
    }

    /// What all of it comes to.
    #[must_use]
    pub fn total(&self) -> Sums {
        let mut total = Sums::default();
        for belonging in &self.priced {
            total.add(belonging.each, belonging.quantity.get());
        }
        total
    }

    /// The valuables, those that are worth most first.
    #[must_use]
    pub fn valuables(&self) -> Vec<&Belonging<ItemId>> {
        let mut valuables: Vec<_> = self
            .priced
            .iter()
            .filter(|belonging| belonging.is_valuable)
            .collect();
        valuables.sort_by_key(|belonging| {
            let pieces = i64::from(belonging.quantity.get());
            std::cmp::Reverse(belonging.each.minor.saturating_mul(pieces))
        });
        valuables
    }

    /// Where it is more than a policy pays for, the dearest things first.
    #[must_use]
    pub fn against(&self, policy: &PolicyDetails) -> Shortfalls<ItemId> {
        let mut told = shortfalls(policy, self.priced.iter().copied());
        told.single
            .sort_by_key(|(_, excess)| std::cmp::Reverse(excess.worth.minor));
        told
    }
}

/// What a thing is to the insurance of a home.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Usual,
    Valuable,
    Elsewhere,
}

impl Sort {
    fn of(rows: &impl Rows, category: Option<CategoryId>) -> Result<Self> {
        let keys = keys(rows, category)?;
        let keys = || keys.iter().map(String::as_str);
        Ok(match kind_of(keys()) {
            Some(Kind::Valuables) => Self::Valuable,
            None if is_elsewhere(keys()) => Self::Elsewhere,
            _ => Self::Usual,
        })
    }
}

/// A thing as it is held against a policy: at what it costs new, a valuable at what it is worth; where nobody has said, at the
/// next best that is known.
fn belonging(item: &Item, sort: Sort) -> Option<Belonging<ItemId>> {
    let Prices {
        paid,
        new_price,
        market,
    } = prices(&item.details);
    let is_valuable = sort == Sort::Valuable;
    let told: [Option<Money>; 3] = if is_valuable {
        [market, new_price, paid]
    } else {
        [new_price, paid, market]
    };
    Some(Belonging {
        id: item.id,
        each: told.into_iter().flatten().next()?,
        quantity: item.details.quantity,
        is_valuable,
    })
}

#[cfg(test)]
mod tests;
