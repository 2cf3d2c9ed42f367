//! How the parties of a division stand: what each has got, what is theirs by right, and who pays whom to even that out.

use crate::domain::{
    apportionment::divide_by,
    money::{Currency, Money, Sums},
};

/// How one party stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many lots they have got.
    pub count: usize,
    /// What those come to.
    pub got: Sums,
    /// Their part of all that is divided so far.
    pub due: Sums,
    /// What they are to be paid by the others, or, below nothing, to pay them.
    pub evened: Sums,
}

/// What somebody pays somebody to even out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The position of who pays.
    pub from: usize,
    /// The position of who is paid.
    pub to: usize,
    /// How much.
    pub amount: Money,
}

/// How parties stand who have so many parts each, and have got so many lots of such sums.
#[must_use]
pub fn standings(parts: &[u32], got: Vec<(usize, Sums)>) -> Vec<Standing> {
    let mut whole = Sums::default();
    for (_, sums) in &got {
        whole.merge(sums);
    }
    let mut standings: Vec<Standing> = got
        .into_iter()
        .map(|(count, got)| Standing {
            count,
            got,
            ..Standing::default()
        })
        .collect();
    for money in whole.iter() {
        for (standing, part) in standings.iter_mut().zip(divide_by(money, parts)) {
            standing.due.add(part, 1);
            let got = in_currency(&standing.got, money.currency);
            let evened = Money::new(part.minor.saturating_sub(got), money.currency);
            standing.evened.add(evened, 1);
        }
    }
    standings
}

/// Who pays whom: those who have got most above what is theirs first, to those who have got least.
#[must_use]
pub fn payments(standings: &[Standing]) -> Vec<Payment> {
    let mut payments = Vec::new();
    let currencies = standings.first().map(|standing| standing.due.iter());
    for currency in currencies.into_iter().flatten().map(|money| money.currency) {
        let owed = standings.iter().map(|it| in_currency(&it.evened, currency));
        let mut owed: Vec<i64> = owed.collect();
        loop {
            let most = |sign: i64| {
                let all = owed
                    .iter()
                    .enumerate()
                    .filter(|(_, it)| it.signum() == sign);
                // Of equals the first.
                all.rev().max_by_key(|(_, it)| it.unsigned_abs())
            };
            let (Some((from, debt)), Some((to, claim))) = (most(-1), most(1)) else {
                break;
            };
            let minor = claim.unsigned_abs().min(debt.unsigned_abs());
            let minor = i64::try_from(minor).unwrap_or(i64::MAX);
            payments.push(Payment {
                from,
                to,
                amount: Money::new(minor, currency),
            });
            owed[from] += minor;
            owed[to] -= minor;
        }
    }
    payments
}

fn in_currency(sums: &Sums, currency: Currency) -> i64 {
    let mut of = sums.iter().filter(|money| money.currency == currency);
    of.next().map_or(0, |money| money.minor)
}
