//! What is lent to whom, and comes back.

use jiff::civil::Date;

use super::belongings::{self, Actions, Belonging};
use crate::{
    access::{Editor, Viewer},
    domain::{
        invalid::Invalid,
        item::{Item, ItemId},
        loan::{Loan, LoanDetails, LoanId},
        text,
    },
    error::Result,
    store::{Expect, Row, Rows, Saved, Store},
};

impl Belonging for Loan {
    type Details = LoanDetails;

    const ACTIONS: Actions = Actions {
        add: "loan-add",
        change: "loan-change",
        remove: "loan-remove",
        restore: "loan-restore",
    };

    fn new(id: LoanId, item: ItemId, details: LoanDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &LoanDetails {
        &self.details
    }

    fn tidy(details: &mut LoanDetails) {
        details.to = text::line(&details.to);
        details.note = text::prose(&details.note);
    }

    fn check(
        _: &impl Rows,
        _: &Viewer,
        _: ItemId,
        details: &LoanDetails,
        _: Option<&LoanDetails>,
    ) -> Result<Invalid> {
        Ok(details.check())
    }
}

/// Enters that a thing came back today; one that is back already stays so.
///
/// # Errors
/// [`crate::error::Error::Conflict`] when somebody saved first.
pub fn give_back(
    store: &Store,
    editor: &Editor,
    id: LoanId,
    seen: Expect,
) -> Result<Saved<Row<Loan>>> {
    let today = store.clock().today();
    belongings::adjust(store, editor, id, seen, |loan: &mut LoanDetails| {
        // A loan that was entered ahead of its day came back on that day at the earliest.
        loan.back = loan.back.or(Some(today.max(loan.since)));
        Ok(())
    })
}

/// The loans of a thing, those that are out first, then the latest. Whoever asks sees the thing, and is no guest.
pub fn of_item(rows: &impl Rows, item: ItemId) -> Result<Vec<Row<Loan>>> {
    let mut loans: Vec<Row<Loan>> = belongings::of_item(rows, item)?;
    loans.sort_by_key(|loan| {
        let details = &loan.details;
        (
            !details.is_out(),
            std::cmp::Reverse((details.since, loan.id)),
        )
    });
    Ok(loans)
}

/// All loans that somebody sees, each with its thing: those that are out by the day they are due, then those that are
/// back, the latest first.
pub fn all(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<(Row<Loan>, Row<Item>)>> {
    let loans = belongings::all::<Loan>(rows, viewer)?.into_iter();
    let (mut out, mut back): (Vec<_>, Vec<_>) = loans.partition(|(loan, _)| loan.details.is_out());
    out.sort_by_key(|(loan, _)| {
        (
            loan.details.due.unwrap_or(Date::MAX),
            loan.details.since,
            loan.id,
        )
    });
    back.sort_by_key(|(loan, _)| std::cmp::Reverse((loan.details.back, loan.id)));
    out.append(&mut back);
    Ok(out)
}

/// To whom things were lent before, as far as somebody sees, each once, in the order of their names.
pub fn borrowers(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<String>> {
    let loans = belongings::all::<Loan>(rows, viewer)?.into_iter();
    let mut borrowers: Vec<String> = loans.map(|(loan, _)| loan.body.details.to).collect();
    borrowers.sort_by_key(|to| to.to_lowercase());
    borrowers.dedup();
    Ok(borrowers)
}
