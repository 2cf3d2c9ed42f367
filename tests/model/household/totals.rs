//! How much lies in each place and belongs to each person.

use std::{cmp::Reverse, collections::BTreeMap};

use smartinventory::domain::{
    item::{Item, Share},
    money::Money,
    person::{Person, PersonId},
    place::PlaceId,
};

use super::Household;

/// How many things, and what they are worth together, by currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub things: usize,
    pub value: BTreeMap<String, i64>,
}

impl Total {
    fn count(&mut self, worth: Option<Money>) {
        self.things += 1;
        if let Some(worth) = worth {
            *self.value.entry(worth.currency.to_string()).or_default() += worth.minor;
        }
    }
}

impl Household {
    /// The things that lists show when nobody asks for others, as far as somebody sees them.
    fn counted(&self, by: &Person) -> impl Iterator<Item = &Item> {
        let all = self.all::<Item>().map(|row| &row.body);
        all.filter(|thing| {
            thing.number.is_some() && thing.archived.is_none() && !thing.details.name.is_empty()
        })
        .filter(move |thing| self.sees(by, thing))
    }

    /// What lies in each place and everything beneath it, also in other things.
    pub fn total_of_places(&self, by: &Person) -> BTreeMap<PlaceId, Total> {
        let mut totals: BTreeMap<_, Total> = BTreeMap::new();
        for thing in self.counted(by) {
            for place in self.around(thing.details.location).places {
                totals.entry(place).or_default().count(worth(thing));
            }
        }
        totals
    }

    /// What belongs to each person, of a shared thing by their share.
    pub fn total_of_people(&self, by: &Person) -> BTreeMap<PersonId, Total> {
        let mut totals: BTreeMap<_, Total> = BTreeMap::new();
        for thing in self.counted(by) {
            let owners = &thing.details.owners;
            let parts = worth(thing).map(|whole| (whole, divided(whole.minor, owners)));
            for (at, share) in owners.iter().enumerate() {
                let part = parts.as_ref().map(|(whole, parts)| Money {
                    minor: parts[at],
                    ..*whole
                });
                totals.entry(share.person).or_default().count(part);
            }
        }
        totals
    }
}

/// What all pieces of a thing are worth.
fn worth(thing: &Item) -> Option<Money> {
    let pieces = i64::from(thing.details.quantity.get());
    thing.details.value.map(|each| Money {
        minor: each.minor * pieces,
        ..each
    })
}

/// What each has of an amount: what is theirs rounded down, and one more for those who lost most by that, the first of equals
/// first, until nothing is left.
fn divided(whole: i64, shares: &[Share]) -> Vec<i64> {
    let all: i64 = shares.iter().map(|share| i64::from(share.parts)).sum();
    let exact: Vec<_> = shares
        .iter()
        .map(|share| whole * i64::from(share.parts))
        .collect();
    let mut parts: Vec<_> = exact.iter().map(|exact| exact / all).collect();
    let mut losers: Vec<_> = (0..shares.len()).collect();
    losers.sort_by_key(|at| Reverse(exact[*at] % all));
    let left = whole - parts.iter().sum::<i64>();
    for at in losers.into_iter().take(left.try_into().unwrap()) {
        parts[at] += 1;
    }
    parts
}
