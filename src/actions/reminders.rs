//! What people do about reminders: see what is due, answer it, say how they want to hear of it.

mod channels;
mod found;
mod rounds;

use jiff::civil::Date;

pub(super) use self::found::valued_until;
pub use self::{
    channels::{NewWay, add, remove, settle},
    found::{About, Found, find, upcoming},
    rounds::hold_round,
};
use super::{jobs, loans};
use crate::{
    access::{Editor, Viewer},
    domain::{
        id::Id,
        person::PersonId,
        reminder::{Answer, Cue, Lead, Memo, Occasion},
        reminding::{Minute, Quiet, Reminding},
    },
    error::{Error, Result},
    store::{Expect, Remindings, Rows, Store, Writer},
};

/// The word that changes of how people are reminded have; they are in no history.
const ACTION: &str = "reminders";

/// What somebody should see today, the earliest day first: what it is time for, and what they have not answered.
pub fn due(rows: &(impl Rows + Remindings), viewer: &Viewer, today: Date) -> Result<Vec<Found>> {
    let mut all = due_or_answered(rows, viewer, today)?;
    all.retain(|(_, memo)| memo.stands(today));
    Ok(all.into_iter().map(|(found, _)| found).collect())
}

/// What it is time for, with what somebody has said to it: they may want that back.
pub fn due_or_answered(
    rows: &(impl Rows + Remindings),
    viewer: &Viewer,
    today: Date,
) -> Result<Vec<(Found, Memo)>> {
    let reminding = rows.reminding(viewer.person())?;
    let found = in_time(rows, viewer, &reminding, today)?.into_iter();
    let with_memo = |found: Found| {
        let memo = memo(rows, viewer.person(), &found)?;
        Ok((found, memo))
    };
    found.map(with_memo).collect()
}

/// What it is time for by somebody's lead times.
fn in_time(
    rows: &impl Rows,
    viewer: &Viewer,
    reminding: &Reminding,
    today: Date,
) -> Result<Vec<Found>> {
    let leads = Occasion::ALL.map(|occasion| reminding.lead(occasion).days());
    let longest = leads.into_iter().flatten().max().unwrap_or_default();
    let until = today.saturating_add(jiff::Span::new().days(longest));
    let mut found = upcoming(rows, viewer, today, until)?;
    found.retain(|found| reminding.is_time_for(&found.reminder, today));
    Ok(found)
}

fn memo(rows: &impl Remindings, person: PersonId, found: &Found) -> Result<Memo> {
    let kept = rows.memo(person, found.reminder.cue)?;
    Ok(Memo::of(kept, found.reminder.on))
}

/// Answers a reminder. That upkeep is done is entered as a job of today, and that a loan is, as its coming back.
///
/// # Errors
/// [`Error::NotFound`] when there is nothing to be reminded of, or it is not for their eyes; [`Error::Denied`] when it is
/// done by changing what they only may look at; [`Error::Invalid`] at `meter` for upkeep that is counted by one.
pub fn answer(store: &Store, viewer: &Viewer, cue: Cue, answer: Answer) -> Result<()> {
    let today = store.clock().today();
    let person = viewer.person();
    if answer == Answer::Done {
        find(&store.read()?, viewer, cue, today)?.ok_or(Error::NotFound)?;
        let editor = viewer.editor()?;
        let about = cue.about.uuid();
        match cue.occasion {
            Occasion::UpkeepDue => {
                return jobs::done(store, &editor, Id::from_uuid(about)).map(drop);
            }
            Occasion::LoanDue => {
                let loan = Id::from_uuid(about);
                return loans::give_back(store, &editor, loan, Expect::Any).map(drop);
            }
            Occasion::RightEnds
            | Occasion::WarrantyEnds
            | Occasion::ReceiptMayGo
            | Occasion::ValueOld
            | Occasion::PolicyRenews
            | Occasion::RoundDue => {}
        }
    }
    let written = store.write(Some(person), ACTION, |tx| {
        let found = find(tx, viewer, cue, today)?.ok_or(Error::NotFound)?;
        let memo = memo(tx, person, &found)?.answered(answer, today);
        tx.put_memo(person, cue, &memo)
    });
    written.map(|_| ())
}

/// How somebody wants to hear of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// How long ahead, by occasion.
    pub leads: Vec<(Occasion, Lead)>,
    /// At what time messages are written.
    pub at: Minute,
    /// On which day of the week alone, from 0 for Monday.
    pub weekday: Option<u8>,
    /// When no message goes out.
    pub quiet: Option<Quiet>,
}

impl Wishes {
    /// What somebody has said, or what is usual.
    #[must_use]
    pub fn of(reminding: &Reminding) -> Self {
        Self {
            leads: Occasion::ALL
                .map(|occasion| (occasion, reminding.lead(occasion)))
                .to_vec(),
            at: reminding.at,
            weekday: reminding.weekday,
            quiet: reminding.quiet,
        }
    }
}

/// Keeps how somebody wants to hear of things.
///
/// # Errors
/// [`Error::Invalid`] with `weekday` for a day that no week has, and with `quiet` for hours that never begin.
pub fn wish(store: &Store, editor: &Editor, wishes: Wishes) -> Result<()> {
    if wishes.weekday.is_some_and(|day| day > 6) {
        return Err(Error::invalid("weekday", "error-form"));
    }
    if wishes.quiet.is_some_and(|quiet| quiet.from == quiet.until) {
        return Err(Error::invalid("quiet", "error-quiet-hours"));
    }
    adjust(store, editor.person(), |_, reminding| {
        reminding.leads = wishes.leads;
        reminding
            .leads
            .retain(|(occasion, lead)| *lead != occasion.usual_lead());
        reminding.at = wishes.at;
        reminding.weekday = wishes.weekday;
        reminding.quiet = wishes.quiet;
        Ok(())
    })
}

/// Gives somebody an address for their calendar that nobody can guess; one that they had leads nowhere from then on.
pub fn open_calendar(store: &Store, editor: &Editor) -> Result<String> {
    let secret = crate::access::session::Secret::new(store.clock())?;
    let secret = secret.reveal().to_owned();
    adjust(store, editor.person(), |_, reminding| {
        reminding.calendar = Some(secret.clone());
        Ok(())
    })?;
    Ok(secret)
}

/// Lets the address of somebody's calendar lead nowhere.
pub fn close_calendar(store: &Store, editor: &Editor) -> Result<()> {
    adjust(store, editor.person(), |_, reminding| {
        reminding.calendar = None;
        Ok(())
    })
}

/// Changes how a person is reminded by a function of how they are.
fn adjust<T>(
    store: &Store,
    person: PersonId,
    with: impl FnOnce(&Writer<'_>, &mut Reminding) -> Result<T>,
) -> Result<T> {
    let saved = store.write(Some(person), ACTION, |tx| {
        let mut reminding = tx.reminding(person)?;
        let before = reminding.clone();
        let given = with(tx, &mut reminding)?;
        if reminding != before {
            tx.put_reminding(&reminding)?;
        }
        Ok(given)
    })?;
    Ok(saved.value)
}

#[cfg(test)]
mod speed;
#[cfg(test)]
mod tests;
