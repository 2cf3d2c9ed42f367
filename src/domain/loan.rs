//! A loan: a thing that is with somebody else for a while.

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{aspect::aspects, id::Id, invalid::Invalid, item::ItemId, text};

/// The id of a loan.
pub type LoanId = Id<Loan>;

/// A thing that is lent to somebody, or was.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Loan {
    /// Which.
    #[n(0)]
    pub id: LoanId,
    /// Which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said about it.
    #[n(2)]
    pub details: LoanDetails,
}

/// What a person says about a loan: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct LoanDetails {
    /// To whom: most often somebody who is not of the household.
    #[n(0)]
    pub to: String,
    /// Since when.
    #[cbor(n(1), with = "super::dates::day")]
    pub since: Date,
    /// When it is to be back, where that was agreed on.
    #[cbor(n(2), with = "super::dates::iso")]
    pub due: Option<Date>,
    /// When it came back.
    #[cbor(n(3), with = "super::dates::iso")]
    pub back: Option<Date>,
    /// What else there is to say, in Markdown.
    #[n(4)]
    pub note: String,
}

aspects!(LoanDetails {
    /// To whom.
    To = "to" at to;
    /// Since when.
    Since = "since" at since;
    /// When it is to be back.
    Due = "due" at due;
    /// When it came back.
    Back = "back" at back;
    /// What else there is to say.
    Note = "note" at note;
});

impl LoanDetails {
    /// A loan that begins on a day.
    #[must_use]
    pub const fn since(day: Date, to: String) -> Self {
        Self {
            to,
            since: day,
            due: None,
            back: None,
            note: String::new(),
        }
    }

    /// Whether the thing has yet to come back.
    #[must_use]
    pub const fn is_out(&self) -> bool {
        self.back.is_none()
    }

    /// Whether it should have been back before a day.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.is_out() && self.due.is_some_and(|due| due < today)
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.to, text::LINE) {
            invalid.push("to", why);
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        for (field, day) in [("due", self.due), ("back", self.back)] {
            if day.is_some_and(|day| day < self.since) {
                invalid.push(field, "error-before-lent");
            }
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_loan_is_late_from_the_day_after_it_was_due_until_it_is_back() {
        let mut loan = LoanDetails::since(date(2026, 11, 1), "Kalle".into());
        assert!(!loan.is_late(date(2036, 1, 1)), "nobody said when");
        loan.due = Some(date(2026, 11, 14));
        assert!(!loan.is_late(date(2026, 11, 14)) && loan.is_late(date(2026, 11, 15)));
        loan.back = Some(date(2026, 11, 20));
        assert!(!loan.is_out() && !loan.is_late(date(2026, 11, 27)));
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let mut loan = LoanDetails::since(date(2026, 11, 2), String::new());
        loan.due = Some(date(2026, 11, 1));
        loan.back = loan.due;
        loan.note = "x".repeat(text::PROSE + 1);
        let invalid = loan.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["to", "note", "due", "back"]);
    }
}
