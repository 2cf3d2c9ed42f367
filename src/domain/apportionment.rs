//! An amount divided among those who own a thing: each has their part, and the parts are the whole.

use std::cmp::Reverse;

use super::{item::Share, money::Money, person::PersonId};

/// Divides an amount by its owners' shares, in their order, as `divide_by` does. Nothing where nobody has a part.
#[must_use]
pub fn divide(whole: Money, shares: &[Share]) -> Vec<(PersonId, Money)> {
    let parts: Vec<u32> = shares.iter().map(|share| share.parts).collect();
    let amounts = divide_by(whole, &parts).into_iter();
    shares
        .iter()
        .zip(amounts)
        .map(|(share, amount)| (share.person, amount))
        .collect()
}

/// Divides an amount by parts, in their order, to the last minor unit: each has what is theirs rounded down, and what is left
/// goes, a unit each, to those who lost most by that, and to the first of equals (the method of the largest remainder). Nothing
/// where there is no part.
#[must_use]
pub fn divide_by(whole: Money, parts: &[u32]) -> Vec<Money> {
    let all: u128 = parts.iter().map(|part| u128::from(*part)).sum();
    if all == 0 {
        return Vec::new();
    }
    let amount = u128::from(whole.minor.unsigned_abs());
    // At most 2⁶³ × 2³².
    let exact = parts.iter().map(|part| amount * u128::from(*part));
    let mut minor: Vec<u128> = exact.clone().map(|part| part / all).collect();
    let mut by_loss: Vec<(Reverse<u128>, usize)> = exact
        .enumerate()
        .map(|(at, part)| (Reverse(part % all), at))
        .collect();
    by_loss.sort_unstable();
    let mut left = amount - minor.iter().sum::<u128>();
    for (_, at) in by_loss {
        if left > 0 {
            minor[at] += 1;
            left -= 1;
        }
    }
    let sign = i128::from(whole.minor.signum());
    minor
        .into_iter()
        .map(|part| {
            // No part is more than the whole.
            let part = i128::try_from(part).unwrap_or_default() * sign;
            Money::new(i64::try_from(part).unwrap_or(whole.minor), whole.currency)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::money::Currency;

    fn shares(parts: &[u32]) -> Vec<Share> {
        let numbered = parts.iter().zip(1..);
        numbered
            .map(|(parts, number)| Share {
                person: PersonId::from_uuid(Uuid::from_u128(number)),
                parts: *parts,
            })
            .collect()
    }

    fn divided(minor: i64, parts: &[u32]) -> Vec<i64> {
        let whole = Money::new(minor, Currency::SEK);
        let divided = divide(whole, &shares(parts)).into_iter();
        divided.map(|(_, money)| money.minor).collect()
    }

    #[test]
    fn what_does_not_divide_goes_to_those_who_would_lose_most() {
        assert_eq!(divided(300, &[2, 1]), [200, 100]);
        assert_eq!(divided(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(divided(200, &[1, 1, 1]), [67, 67, 66]);
        assert_eq!(divided(10, &[1, 5]), [2, 8]);
        assert_eq!(divided(-100, &[1, 1, 1]), [-34, -33, -33]);
        assert_eq!(divided(1, &[1, 0]), [1, 0]);
    }

    #[test]
    fn what_is_nobodys_is_not_divided() {
        assert!(divided(100, &[]).is_empty());
        assert!(divided(100, &[0, 0]).is_empty());
    }

    proptest! {
        #[test]
        fn the_parts_are_the_whole(
            minor in prop_oneof![any::<i64>(), -1000..1000_i64],
            parts in prop::collection::vec(prop_oneof![1..=10_000_u32, Just(u32::MAX)], 1..12),
        ) {
            let divided = divided(minor, &parts);
            let sum: i128 = divided.iter().map(|part| i128::from(*part)).sum();
            prop_assert_eq!(sum, i128::from(minor));
            let all: i128 = parts.iter().map(|part| i128::from(*part)).sum();
            for (part, parts) in divided.iter().zip(&parts) {
                let off = i128::from(*part) * all - i128::from(minor) * i128::from(*parts);
                prop_assert!(off.abs() < all, "less than a minor unit from what is theirs");
            }
        }

        #[test]
        fn who_has_the_larger_share_never_has_the_smaller_part(
            minor in 0..1_000_000_i64,
            parts in prop::collection::vec(1..100_u32, 1..12),
        ) {
            let divided = divided(minor, &parts);
            for (part, share) in divided.iter().zip(&parts) {
                for (other, smaller) in divided.iter().zip(&parts).filter(|(_, other)| *other < share) {
                    prop_assert!(part >= other, "{share} of {part}, {smaller} of {other}");
                }
            }
        }
    }
}
