//! What one incident comes to: what is paid for every thing together, less the deductible (självrisk), taken once.

use crate::domain::{
    exact::{Exact, ExactSums},
    money::{Money, Sums},
};

/// What is paid in all for what one incident took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// What is paid, each currency rounded at the end; never below nothing.
    pub paid: Sums,
    /// How much of the deductible is not taken yet, for nothing is left to take it from in its currency. Where something is
    /// paid in another, the insurer takes it from there, at a rate that only they know.
    pub untaken: Option<Money>,
}

/// Takes a deductible once from the sums of what is paid for each thing.
#[must_use]
pub fn settle(payouts: &ExactSums, deductible: Option<Money>) -> Settled {
    let mut left = deductible.map(Exact::from);
    let mut paid = Sums::default();
    for sum in payouts.iter() {
        let (after, untaken) = match left {
            Some(left) => {
                let (after, untaken) = sum.less(left);
                (after, Some(untaken))
            }
            None => (sum, None),
        };
        left = untaken;
        paid.add(after.rounded(), 1);
    }
    let untaken = left.map(Exact::rounded).filter(|left| left.minor > 0);
    Settled { paid, untaken }
}
