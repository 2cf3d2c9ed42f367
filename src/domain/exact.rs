//! Amounts in the middle of a calculation: hundredths of minor units, rounded once, at the end.

use super::{
    money::{Currency, Money, Sums},
    percent::Percent,
};

/// An amount that is not rounded yet: so many hundredths of a minor unit, which percents of money are exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    hundredths: i128,
    currency: Currency,
}

impl Exact {
    /// So many percent of an amount.
    #[must_use]
    pub fn part(percent: Percent, of: Money) -> Self {
        Self {
            // At most 2⁶³ × 100.
            hundredths: i128::from(of.minor) * i128::from(percent.get()),
            currency: of.currency,
        }
    }

    /// How many hundredths of a minor unit.
    #[must_use]
    pub const fn hundredths(self) -> i128 {
        self.hundredths
    }

    /// What it is counted in.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// What is left of it when another of the same currency is taken from it, at least nothing; and what is then left of the
    /// other. One of another currency takes nothing.
    #[must_use]
    pub fn less(self, other: Self) -> (Self, Self) {
        let most = self.hundredths.min(other.hundredths).max(0);
        let taken = if self.currency == other.currency {
            most
        } else {
            0
        };
        let left = |amount: Self| Self {
            hundredths: amount.hundredths - taken,
            ..amount
        };
        (left(self), left(other))
    }

    /// The amount in whole minor units. Half a unit is rounded away from zero, as people do by hand: the other ways spread
    /// the error of many roundings, and here is only one. What is too large to count is the most that can be.
    #[must_use]
    pub fn rounded(self) -> Money {
        Money::new(counted(divided(self.hundredths, 100)), self.currency)
    }
}

impl From<Money> for Exact {
    fn from(money: Money) -> Self {
        Self::part(Percent::ALL, money)
    }
}

/// A quotient as a whole number, halves away from zero. The divisor is above zero.
pub(super) fn divided(number: i128, by: i128) -> i128 {
    let rest = (number % by).unsigned_abs();
    let up = rest >= by.unsigned_abs() - rest;
    number / by + if up { number.signum() } else { 0 }
}

/// A number as amounts are counted: the nearest that there is.
fn counted(number: i128) -> i64 {
    let most = if number < 0 { i64::MIN } else { i64::MAX };
    number.try_into().unwrap_or(most)
}

/// Exact sums, one for each currency, in order of first appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExactSums(Vec<Exact>);

impl ExactSums {
    /// Adds an amount, so many times.
    pub fn add(&mut self, amount: impl Into<Exact>, times: u32) {
        let mut amount = amount.into();
        amount.hundredths = amount.hundredths.saturating_mul(i128::from(times));
        let of_currency = |sum: &&mut Exact| sum.currency == amount.currency;
        match self.0.iter_mut().find(of_currency) {
            Some(sum) => sum.hundredths = sum.hundredths.saturating_add(amount.hundredths),
            None => self.0.push(amount),
        }
    }

    /// The sums as they are.
    pub fn iter(&self) -> impl Iterator<Item = Exact> {
        self.0.iter().copied()
    }

    /// The sums in whole minor units, each rounded as a whole.
    #[must_use]
    pub fn rounded(&self) -> Sums {
        let mut sums = Sums::default();
        for sum in &self.0 {
            sums.add(sum.rounded(), 1);
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn percent(hundredths: u8) -> Percent {
        Percent::new(hundredths).unwrap()
    }

    fn ore(minor: i64) -> Money {
        Money::new(minor, Currency::SEK)
    }

    #[test]
    fn half_a_minor_unit_is_rounded_away_from_zero() {
        let half = |minor| Exact::part(percent(50), ore(minor)).rounded().minor;
        assert_eq!([half(1), half(3), half(5)], [1, 2, 3]);
        assert_eq!([half(-1), half(-3), half(0)], [-1, -2, 0]);
        let third = Exact::part(percent(33), ore(100)).rounded();
        assert_eq!(third, ore(33));
    }

    #[test]
    fn a_sum_is_rounded_once_and_not_in_its_parts() {
        let mut sums = ExactSums::default();
        let half = Exact::part(percent(50), ore(1));
        sums.add(half, 3);
        sums.add(half, 1);
        sums.add(Money::new(7, "EUR".parse().unwrap()), 1);
        let rounded: Vec<_> = sums
            .rounded()
            .iter()
            .map(|sum| (sum.minor, sum.currency.code()))
            .collect();
        assert_eq!(rounded, [(2, "SEK"), (7, "EUR")], "not four times one öre");
    }

    #[test]
    fn what_is_too_large_to_count_is_the_most_that_can_be() {
        let mut sums = ExactSums::default();
        sums.add(ore(i64::MIN), u32::MAX);
        assert_eq!(sums.rounded().iter().next(), Some(ore(i64::MIN)));
    }

    proptest! {
        #[test]
        fn a_sum_is_less_than_one_minor_unit_from_its_hundredths(
            parts in prop::collection::vec((-1_000_000_i64..1_000_000, 0..=100_u8, 0..50_u32), 0..20),
        ) {
            let mut sums = ExactSums::default();
            let mut hundredths = 0;
            for (minor, share, times) in parts {
                sums.add(Exact::part(percent(share), ore(minor)), times);
                hundredths += i128::from(minor) * i128::from(share) * i128::from(times);
            }
            let sum = sums.rounded().iter().next().map_or(0, |sum| i128::from(sum.minor));
            prop_assert!((sum * 100 - hundredths).abs() <= 50);
        }

        #[test]
        fn the_order_of_the_parts_does_not_matter(
            parts in prop::collection::vec((0..1_000_000_i64, 0..=100_u8), 0..20),
        ) {
            let sum = |parts: &mut dyn Iterator<Item = &(i64, u8)>| {
                let mut sums = ExactSums::default();
                for (minor, share) in parts {
                    sums.add(Exact::part(percent(*share), ore(*minor)), 1);
                }
                sums
            };
            prop_assert_eq!(sum(&mut parts.iter()), sum(&mut parts.iter().rev()));
        }
    }
}
