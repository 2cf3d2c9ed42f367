//! The rights that the law gives a buyer, and who has to prove what until when.

use jiff::civil::Date;

use super::{Deal, Open, Purchase, Purpose, Rule, Term, on};
use crate::domain::country::Country;

/// What the law of the country gives where something was bought, whatever anybody promised.
pub(super) const LEGAL: [Purpose; 2] = [Purpose::Complaint, Purpose::Withdrawal];

/// A right that the law gives whoever bought something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Right {
    /// By which rule.
    pub rule: &'static Rule,
    /// Its first day.
    pub from: Date,
    /// Its last day; none where the law names no end.
    pub until: Option<Date>,
    /// Until when the seller has to prove that a fault was not there from the beginning; not told where the rule does not.
    pub seller_proves_until: Option<Date>,
}

/// Who has to prove how a fault came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Burden {
    /// The seller, that it was not there from the beginning.
    Seller,
    /// The buyer, that it was.
    Buyer,
}

impl Right {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Who has the burden of proof on a day; not told where the rule does not, or when the right is over.
    #[must_use]
    pub fn burden_on(&self, day: Date) -> Option<Burden> {
        let until = self.seller_proves_until?;
        self.holds_on(day).then_some(if day <= until {
            Burden::Seller
        } else {
            Burden::Buyer
        })
    }

    /// Why it has no last day.
    #[must_use]
    pub const fn open(&self) -> Option<Open> {
        match self.rule.term {
            Term::Dated(..) => None,
            Term::Open(open, _) => Some(open),
        }
    }
}

/// The rights to complain and to withdraw that a purchase gives, as the law was on its day: the shortest first.
#[must_use]
pub fn rights(country: Country, deal: Deal, purchase: Purchase) -> Vec<Right> {
    let mut rights: Vec<Right> = LEGAL
        .into_iter()
        .flat_map(|purpose| on(country, purpose, purchase.on))
        .filter(|rule| holds_for(rule, deal))
        .map(|rule| right(rule, purchase))
        .collect();
    rights.sort_by_key(|right| right.until.unwrap_or(Date::MAX));
    rights
}

/// Whether a rule is for a deal: what is meant to last has the rule for other goods where a country tells no difference.
pub(super) fn holds_for(rule: &Rule, deal: Deal) -> bool {
    match rule.deal {
        None => true,
        Some(Deal::Goods) if deal == Deal::Durable => !tells_durable(rule),
        Some(own) => own == deal,
    }
}

/// Whether the country has a rule for the same purpose of its own for what is meant to last.
fn tells_durable(rule: &Rule) -> bool {
    super::all().any(|other| {
        other.deal == Some(Deal::Durable)
            && (other.country, other.purpose) == (rule.country, rule.purpose)
    })
}

fn right(rule: &'static Rule, purchase: Purchase) -> Right {
    let (from, until) = match rule.term {
        Term::Dated(trigger, length) => {
            let from = purchase.day_of(trigger);
            (from, Some(length.after(from)))
        }
        Term::Open(..) => (purchase.day_of(super::Trigger::Received), None),
    };
    Right {
        rule,
        from,
        until,
        seller_proves_until: rule.seller_proves.map(|length| length.after(from)),
    }
}
