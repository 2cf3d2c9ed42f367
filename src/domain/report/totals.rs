//! The sums of a report: exact, one for each currency, rounded once, and what is whose of them.

use super::{Content, Entry, Party};
use crate::domain::{
    apportionment::divide_by,
    deduction::{Settled, settle},
    division::{Standing, payments, standings},
    exact::ExactSums,
    money::{Money, Sums},
};

/// What a report's things come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What was paid for them.
    pub paid: Sums,
    /// What they cost new.
    pub new_price: Sums,
    /// What they are worth on the market.
    pub value: Sums,
    /// What is claimed for them, before the deductible.
    pub claimed: Sums,
    /// What is left of that when the deductible is taken from it.
    pub after_deductible: Settled,
    /// What was paid out for them.
    pub settled: Sums,
}

/// What one party of a division gets, and what they have a right to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Whose.
    pub name: String,
    /// What the things come to that fall to them.
    pub got: Sums,
    /// Their part of all that is divided.
    pub due: Sums,
    /// What they are to be paid by the others, or, below nothing, to pay them.
    pub evened: Sums,
}

impl Content {
    /// What the things come to. Sums are converted by the rates that the report has, each as a whole.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let claimed = self.exact(Entry::add_claim);
        Totals {
            paid: self.sum(|entry| entry.price),
            new_price: self.sum(|entry| entry.new_price),
            value: self.sum(|entry| entry.value),
            after_deductible: settle(&claimed, self.deductible),
            claimed: claimed.rounded(),
            settled: self
                .exact(|entry, sums| {
                    if let Some(settled) = entry.settled {
                        sums.add(settled, 1);
                    }
                })
                .rounded(),
        }
    }

    /// What the market value of all things comes to for each owner, in order of first appearance; what is everybody's goes to
    /// an empty name. The parts of a thing that several own add up to it.
    #[must_use]
    pub fn values_by_owner(&self) -> Vec<(String, Sums)> {
        let mut owners: Vec<(String, ExactSums)> = Vec::new();
        for entry in &self.entries {
            let Some(value) = entry.value.map(|each| entry.all(each)) else {
                continue;
            };
            let parts: Vec<u32> = entry.owners.iter().map(|owner| owner.parts).collect();
            let amounts = divide_by(value, &parts);
            let names = entry.owners.iter().map(|owner| owner.name.as_str());
            if amounts.is_empty() {
                add_to(&mut owners, "", value);
            }
            for (name, amount) in names.zip(amounts) {
                add_to(&mut owners, name, amount);
            }
        }
        let owners = owners.into_iter();
        owners
            .map(|(name, sums)| (name, self.converted(&sums).rounded()))
            .collect()
    }

    /// What each party of a division gets, in their order. What is personal, or somebody's separate property, or falls to
    /// nobody yet, is not counted.
    #[must_use]
    pub fn lots(&self) -> Vec<Lot> {
        let names = self.parties.iter().map(|party| party.name.clone());
        let standings = self.standings().into_iter();
        names
            .zip(standings)
            .map(|(name, standing)| Lot {
                name,
                got: standing.got,
                due: standing.due,
                evened: standing.evened,
            })
            .collect()
    }

    /// Who pays whom how much to even a division out.
    #[must_use]
    pub fn payments(&self) -> Vec<(String, String, Money)> {
        let name = |at: usize| self.parties.get(at).map(|party| party.name.clone());
        let paid = payments(&self.standings()).into_iter();
        paid.filter_map(|it| Some((name(it.from)?, name(it.to)?, it.amount)))
            .collect()
    }

    fn standings(&self) -> Vec<Standing> {
        let got = |party: &Party| {
            let (mut count, mut sums) = (0, Sums::default());
            for entry in &self.entries {
                if entry.is_divided() && entry.meant_for == party.name {
                    count += 1;
                    if let Some(each) = entry.value {
                        sums.add(entry.all(each), 1);
                    }
                }
            }
            (count, sums)
        };
        let parts: Vec<u32> = self.parties.iter().map(|party| party.parts).collect();
        standings(&parts, self.parties.iter().map(got).collect())
    }

    /// The exact sum of what each thing adds.
    fn exact(&self, add: impl Fn(&Entry, &mut ExactSums)) -> ExactSums {
        let mut sums = ExactSums::default();
        for entry in &self.entries {
            add(entry, &mut sums);
        }
        self.converted(&sums)
    }

    /// Sums in the currency of the rates, as far as there are rates.
    fn converted(&self, sums: &ExactSums) -> ExactSums {
        let mut converted = ExactSums::default();
        for sum in sums.iter() {
            let rate = self.rates.iter().find(|rate| rate.from() == sum.currency());
            match rate.and_then(|rate| rate.convert(sum).ok()) {
                Some(amount) => converted.add(amount, 1),
                None => converted.add(sum, 1),
            }
        }
        converted
    }

    /// The sum of an amount that is told for each of several.
    fn sum(&self, each: impl Fn(&Entry) -> Option<Money>) -> Sums {
        self.exact(|entry, sums| {
            if let Some(each) = each(entry) {
                sums.add(each, entry.quantity.get());
            }
        })
        .rounded()
    }
}

fn add_to(owners: &mut Vec<(String, ExactSums)>, name: &str, amount: Money) {
    let known = owners.iter_mut().find(|(owner, _)| owner == name);
    if let Some((_, sums)) = known {
        sums.add(amount, 1);
    } else {
        let mut sums = ExactSums::default();
        sums.add(amount, 1);
        owners.push((name.to_owned(), sums));
    }
}
