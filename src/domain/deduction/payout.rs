//! What a table pays for one thing, why, and what is missing where that cannot be said.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{Age, Basis, Kind, Row, Table};
use crate::domain::{dates::PartialDate, exact::Exact, money::Money, percent::Percent};

/// What is known of what a thing costs, each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// What was paid for it.
    pub paid: Option<Money>,
    /// What the same or its like costs new today.
    pub new_price: Option<Money>,
    /// What it would bring on the market today.
    pub market: Option<Money>,
}

impl Prices {
    /// The price that a percentage is of. One below nothing is none.
    #[must_use]
    pub fn of(self, basis: Basis) -> Option<Money> {
        let price = match basis {
            Basis::New => self.new_price,
            Basis::Purchase => self.paid,
            Basis::Market => self.market,
        };
        price.filter(|price| price.minor >= 0)
    }
}

/// What comes of asking a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deducted {
    /// So much, and why.
    Pays(Payout),
    /// There is no saying.
    Unknown(Unknown),
}

/// Why there is no saying what is paid for a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// It has no category, or one of things that such tables are not for.
    NoKind,
    /// The table tells nothing of its kind.
    NoRow(Kind),
    /// Nobody has said when it came.
    NoDate,
    /// Nobody has said what it costs in this sense.
    NoPrice(Basis),
    /// Nobody has said either.
    NoDateNorPrice(Basis),
    /// It came after the day that is asked about.
    NotYet,
    /// The most that is paid is told in another currency than the price.
    CapCurrency,
}

/// What is paid for one thing, before the deductible, and why. In words: so many percent of which price, for it is so old and
/// of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The kind whose row it is by: the thing's own, or `Kind::Other`.
    pub kind: Kind,
    /// Which price it is of.
    pub basis: Basis,
    /// That price.
    pub price: Money,
    /// How old the thing is at most; none where the row does not ask. Where its date is no day it may be younger, and what
    /// is paid is what is paid at the least.
    pub age: Option<Age>,
    /// How much of the price.
    pub percent: Percent,
    /// Why so much.
    pub reason: Reason,
    /// How much it would be were the thing as young as its date allows, where that is more.
    pub at_best: Option<Percent>,
    /// The most that is paid for one thing, where that is what is paid.
    pub capped: Option<Money>,
    exact: Exact,
}

/// Which part of a row a percentage comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Reason {
    /// The thing is at most so many months old.
    #[n(0)]
    UpTo(#[n(0)] u16),
    /// It is older than so many months, where the steps end.
    #[n(1)]
    Over(#[n(0)] u16),
    /// It is the same at every age.
    #[n(2)]
    AnyAge,
    /// The steps would give less, and it is never less than this.
    #[n(3)]
    Floor,
}

impl Payout {
    /// What is paid, rounded to minor units. To add up several, take `exact`.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.exact.rounded()
    }

    /// What is paid, not rounded, for sums.
    #[must_use]
    pub const fn exact(&self) -> Exact {
        self.exact
    }
}

/// What a table pays on a day for one thing of a kind that came, and was new, on a date. A date that is no day is taken for the
/// first that it can mean, so that no more is promised than is paid.
#[must_use]
pub fn deduct(
    table: &Table,
    kind: Option<Kind>,
    prices: Prices,
    acquired: Option<PartialDate>,
    on: Date,
) -> Deducted {
    payout(table, kind, prices, acquired, on).map_or_else(Deducted::Unknown, Deducted::Pays)
}

fn payout(
    table: &Table,
    kind: Option<Kind>,
    prices: Prices,
    acquired: Option<PartialDate>,
    on: Date,
) -> Result<Payout, Unknown> {
    let kind = kind.ok_or(Unknown::NoKind)?;
    let (kind, row) = table.row(kind).ok_or(Unknown::NoRow(kind))?;
    let acquired = acquired.filter(|_| row.asks_age());
    let lacks_date = row.asks_age() && acquired.is_none();
    let price = match (prices.of(row.basis), lacks_date) {
        (Some(price), false) => price,
        (Some(_), true) => return Err(Unknown::NoDate),
        (None, false) => return Err(Unknown::NoPrice(row.basis)),
        (None, true) => return Err(Unknown::NoDateNorPrice(row.basis)),
    };
    let age = |count: fn(PartialDate, Date) -> Option<Age>| {
        let age = acquired.map(|date| count(date, on).ok_or(Unknown::NotYet));
        age.transpose()
    };
    let oldest = age(Age::oldest)?;
    let (percent, reason) = row.at(oldest);
    let (best, _) = row.at(age(Age::youngest)?);
    let (exact, capped) = limited(row, Exact::part(percent, price))?;
    Ok(Payout {
        kind,
        basis: row.basis,
        price,
        age: oldest,
        percent,
        reason,
        at_best: (best > percent).then_some(best),
        capped,
        exact,
    })
}

/// An amount that is no more than a row's cap, and the cap where it would have been.
fn limited(row: &Row, amount: Exact) -> Result<(Exact, Option<Money>), Unknown> {
    let Some(cap) = row.cap else {
        return Ok((amount, None));
    };
    if cap.currency != amount.currency() {
        return Err(Unknown::CapCurrency);
    }
    let most = Exact::from(cap);
    if amount.hundredths() > most.hundredths() {
        Ok((most, Some(cap)))
    } else {
        Ok((amount, None))
    }
}
