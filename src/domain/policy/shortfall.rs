//! Where a household owns more than its policy pays for.

use super::PolicyDetails;
use crate::domain::{
    item::Quantity,
    money::{Money, Sums},
};

/// What has to be known of a thing to hold it against a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belonging<I> {
    /// Which thing it is, for whoever asks.
    pub id: I,
    /// What the same costs new, each; for a valuable, what it is worth.
    pub each: Money,
    /// How many of them. A limit for one thing is held against each of several.
    pub quantity: Quantity,
    /// Whether it counts among the valuables.
    pub is_valuable: bool,
}

/// So much is there, and no more than so much is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excess {
    /// What is there, in money.
    pub worth: Money,
    /// The most that is paid.
    pub limit: Money,
}

impl Excess {
    /// How much is not paid for.
    #[must_use]
    pub const fn over(self) -> Money {
        let over = self.worth.minor.saturating_sub(self.limit.minor);
        Money::new(over, self.worth.currency)
    }

    /// Where an amount is over a limit. None where there is no limit, or one in another currency.
    fn of(worth: Money, limit: Option<Money>) -> Option<Self> {
        let limit = limit.filter(|limit| limit.currency == worth.currency)?;
        (worth.minor > limit.minor).then_some(Self { worth, limit })
    }
}

/// Where a policy pays for less than there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfalls<I> {
    /// Everything together, where it is over the sum insured.
    pub all: Option<Excess>,
    /// Each thing that by itself is over the limit for one, in the order in which they were told. One of several.
    pub single: Vec<(I, Excess)>,
    /// All valuables together, where they are over theirs.
    pub valuables: Option<Excess>,
    /// What is in other currencies than the policy, by currency: it is in none of the above, for nobody said at which rate.
    pub apart: Sums,
}

impl<I> Shortfalls<I> {
    /// Whether the policy pays for everything, as far as its currency tells.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_none() && self.single.is_empty() && self.valuables.is_none()
    }
}

/// Holds what a household owns against its policy. Valuables count towards the sum insured, too; what is exactly at a limit is
/// paid for.
pub fn shortfalls<I>(
    policy: &PolicyDetails,
    belongings: impl IntoIterator<Item = Belonging<I>>,
) -> Shortfalls<I> {
    let currency = policy.sum_insured.currency;
    let (mut all, mut valuables, mut apart) = (Sums::default(), Sums::default(), Sums::default());
    let mut single = Vec::new();
    for belonging in belongings {
        let (each, times) = (belonging.each, belonging.quantity.get());
        if each.currency != currency {
            apart.add(each, times);
            continue;
        }
        all.add(each, times);
        if belonging.is_valuable {
            valuables.add(each, times);
        }
        if let Some(excess) = Excess::of(each, policy.single_limit) {
            single.push((belonging.id, excess));
        }
    }
    // Both hold one currency.
    let over = |sums: &Sums, limit| sums.iter().find_map(|worth| Excess::of(worth, limit));
    Shortfalls {
        all: over(&all, Some(policy.sum_insured)),
        single,
        valuables: over(&valuables, policy.valuables_limit),
        apart,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::money::Currency;

    fn kr(kronor: i64) -> Money {
        Money::new(kronor * 100, Currency::SEK)
    }

    fn eur(euros: i64) -> Money {
        Money::new(euros * 100, "EUR".parse().unwrap())
    }

    fn owned<I>(id: I, each: Money, quantity: u32, is_valuable: bool) -> Belonging<I> {
        Belonging {
            id,
            each,
            quantity: Quantity::new(quantity).unwrap(),
            is_valuable,
        }
    }

    fn policy() -> PolicyDetails {
        PolicyDetails {
            single_limit: Some(kr(30_000)),
            valuables_limit: Some(kr(40_000)),
            ..PolicyDetails::of_sum(kr(100_000))
        }
    }

    #[test]
    fn what_is_worth_more_than_is_insured_is_pointed_out() {
        let found = shortfalls(
            &policy(),
            [
                owned("ring", kr(25_000), 2, true),
                owned("cykel", kr(45_000), 1, false),
                owned("stolar", kr(5_000), 8, false),
            ],
        );
        let all = found.all.unwrap();
        assert_eq!((all.worth, all.over()), (kr(135_000), kr(35_000)));
        let valuables = found.valuables.unwrap();
        assert_eq!(valuables.over(), kr(10_000));
        let single: Vec<_> = found
            .single
            .iter()
            .map(|(id, excess)| (*id, excess.over()))
            .collect();
        assert_eq!(
            single,
            [("cykel", kr(15_000))],
            "eight chairs are no one thing"
        );
    }

    #[test]
    fn what_is_exactly_insured_is_not() {
        let found = shortfalls(
            &policy(),
            [
                owned(1, kr(20_000), 2, true),
                owned(2, kr(30_000), 2, false),
            ],
        );
        assert!(found.is_empty() && found.apart.is_empty());
    }

    #[test]
    fn what_is_in_another_currency_is_told_apart_and_never_converted() {
        let found = shortfalls(&policy(), [owned(1, eur(90_000), 2, true)]);
        assert!(found.is_empty());
        assert_eq!(found.apart.iter().collect::<Vec<_>>(), [eur(180_000)]);
    }

    #[test]
    fn a_policy_without_limits_has_only_its_sum() {
        let policy = PolicyDetails::of_sum(kr(10));
        let found = shortfalls(&policy, [owned(1, kr(11), 1, true)]);
        assert!(found.all.is_some() && found.single.is_empty() && found.valuables.is_none());
    }

    proptest! {
        #[test]
        fn more_things_never_mend_a_shortfall(
            things in prop::collection::vec((0..50_000_i64, 1..4_u32, any::<bool>()), 0..12), more in 0..50_000_i64,
        ) {
            let things = things.into_iter().map(|(each, quantity, valuable)| owned((), kr(each), quantity, valuable));
            let one = shortfalls(&policy(), things.clone());
            let other = shortfalls(&policy(), things.chain([owned((), kr(more), 1, true)]));
            let over = |excess: Option<Excess>| excess.map_or(0, |excess| excess.over().minor);
            prop_assert!(over(one.all) <= over(other.all));
            prop_assert!(over(one.valuables) <= over(other.valuables));
            prop_assert!(one.single.len() <= other.single.len());
        }
    }
}
