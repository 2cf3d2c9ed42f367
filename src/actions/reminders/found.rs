//! Finding what should not be forgotten, in what the archive says of things and receipts.

use jiff::{Timestamp, ToSpan as _, civil::Date};

use crate::{
    access::{OfThing, Viewer},
    actions::{
        belongings,
        plans::{self, Planned, Standing},
        policies, receipts, rights, rounds, warranties,
    },
    domain::{
        id::Id,
        item::{Item, ItemId},
        loan::{Loan, LoanId},
        plan::{Plan, PlanId},
        policy::{Policy, PolicyId},
        receipt::{Receipt, ReceiptId},
        reminder::{Cue, Occasion, Reminder},
        rhythm::Due,
        round::{Round, RoundId},
        rules::{Keep, Purpose},
        warranty::{Warranty, WarrantyId},
    },
    error::{Error, Result},
    store::{Row, Rows},
};

/// For how many years what somebody says a thing is worth is taken for true.
const VALUED: i16 = 2;

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A thing.
    Item(ItemId),
    /// A guarantee or an insurance.
    Warranty(WarrantyId),
    /// What is planned for a thing.
    Plan(PlanId),
    /// A loan.
    Loan(LoanId),
    /// A receipt.
    Receipt(ReceiptId),
    /// A policy.
    Policy(PolicyId),
    /// An inventory round.
    Round(RoundId),
}

/// Something that should not be forgotten, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is remembered, and its day.
    pub reminder: Reminder,
    /// What it is about.
    pub about: About,
    /// What that is called: the thing's name, the policy's insurer, the receipt's shop or the round's name, which may be empty.
    pub name: String,
    /// What else it says: who promised, what is to be done, to whom it was lent; may be empty.
    pub what: String,
    /// When what it is about was last changed.
    pub changed: Timestamp,
}

impl Found {
    fn of_item(occasion: Occasion, item: &Row<Item>, on: Date) -> Self {
        let cue = Cue::new(occasion, item.body.id);
        Self {
            reminder: Reminder { on, cue },
            about: About::Item(item.body.id),
            name: item.details.name.clone(),
            what: String::new(),
            changed: item.changed.at,
        }
    }
}

/// Everything that should not be forgotten by somebody up to a day, the earliest first. What has ended before today is
/// none of it; what waits to be done is, however long it has.
pub fn upcoming(rows: &impl Rows, viewer: &Viewer, today: Date, until: Date) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    if viewer.editor().is_err() {
        return Ok(found);
    }
    rows.each(None, |item: Row<Item>| {
        if is_owned(&item) && viewer.sees(rows, &item)? {
            found.extend(right(rows, viewer, &item, today)?);
            found.extend(value(&item));
        }
        Ok(true)
    })?;
    for (row, item) in belongings::all::<Warranty>(rows, viewer)? {
        found.extend(warranty(rows, viewer, &item, &row, today)?);
    }
    for (planned, item) in plans::all(rows, viewer, today)? {
        found.extend(upkeep(viewer, &item, &planned));
    }
    for (row, item) in belongings::all::<Loan>(rows, viewer)? {
        found.extend(loan(&item, &row));
    }
    for (receipt, kept) in receipts::past(rows, viewer, until.saturating_add(1.day()))? {
        found.extend(may_go(&receipt, kept.keep));
    }
    for policy in policies::all(rows)? {
        found.extend(renewal(&policy, today));
    }
    found.extend(round(rows, viewer)?);
    found.retain(|found| found.reminder.on <= until);
    found.sort_unstable_by_key(|found| found.reminder);
    Ok(found)
}

/// What somebody is reminded of by a cue, if there still is anything.
pub fn find(rows: &impl Rows, viewer: &Viewer, cue: Cue, today: Date) -> Result<Option<Found>> {
    if viewer.editor().is_err() {
        return Ok(None);
    }
    match cue.occasion {
        Occasion::RightEnds => {
            let item = item(rows, viewer, cue)?;
            item.map_or(Ok(None), |item| right(rows, viewer, &item, today))
        }
        Occasion::WarrantyEnds => match of_thing::<Warranty>(rows, viewer, cue)? {
            Some((row, item)) => warranty(rows, viewer, &item, &row, today),
            None => Ok(None),
        },
        Occasion::UpkeepDue => match of_thing::<Plan>(rows, viewer, cue)? {
            Some((row, item)) => {
                let planned = plans::planned(rows, row, today)?;
                Ok(upkeep(viewer, &item, &planned))
            }
            None => Ok(None),
        },
        Occasion::LoanDue => {
            let found = of_thing::<Loan>(rows, viewer, cue)?;
            Ok(found.and_then(|(row, item)| loan(&item, &row)))
        }
        Occasion::ValueOld => Ok(item(rows, viewer, cue)?.and_then(|item| value(&item))),
        Occasion::PolicyRenews => {
            let policy: Option<Row<Policy>> = rows.find(Id::from_uuid(cue.about.uuid()))?;
            Ok(policy.and_then(|policy| renewal(&policy, today)))
        }
        Occasion::RoundDue => {
            let due = round(rows, viewer)?;
            Ok(due.filter(|due| due.reminder.cue == cue))
        }
        Occasion::ReceiptMayGo => {
            let past = receipts::past(rows, viewer, Date::MAX)?;
            let id: ReceiptId = Id::from_uuid(cue.about.uuid());
            let past = past.into_iter().find(|(receipt, _)| receipt.id == id);
            Ok(past.and_then(|(receipt, kept)| may_go(&receipt, kept.keep)))
        }
    }
}

fn item(rows: &impl Rows, viewer: &Viewer, cue: Cue) -> Result<Option<Row<Item>>> {
    match viewer.item(rows, Id::from_uuid(cue.about.uuid())) {
        Ok(item) => Ok(Some(item).filter(is_owned)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What belongs to a thing, and the thing, as long as both are in use.
fn of_thing<T: OfThing>(
    rows: &impl Rows,
    viewer: &Viewer,
    cue: Cue,
) -> Result<Option<(Row<T>, Row<Item>)>> {
    let row = match viewer.of_thing(rows, Id::<T>::from_uuid(cue.about.uuid())) {
        Ok(row) if row.binned.is_none() => row,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let item = rows.find(row.item())?;
    Ok(item.filter(is_owned).map(|item| (row, item)))
}

/// Whether a thing is in the household: not in the bin, parted with, or a template.
fn is_owned(item: &Row<Item>) -> bool {
    item.binned.is_none() && item.archived.is_none() && item.number.is_some()
}

fn right(
    rows: &impl Rows,
    viewer: &Viewer,
    item: &Row<Item>,
    today: Date,
) -> Result<Option<Found>> {
    let Some(bought) = rights::bought(rows, viewer, item)? else {
        return Ok(None);
    };
    let rights = bought.rights();
    let complaints = rights
        .iter()
        .filter(|right| right.rule.purpose == Purpose::Complaint);
    let ends = complaints.filter_map(|right| right.until).max();
    let ends = ends.filter(|ends| *ends >= today);
    Ok(ends.map(|ends| Found::of_item(Occasion::RightEnds, item, ends)))
}

fn warranty(
    rows: &impl Rows,
    viewer: &Viewer,
    item: &Row<Item>,
    row: &Row<Warranty>,
    today: Date,
) -> Result<Option<Found>> {
    let ends = warranties::span(rows, viewer, item, row)?.end.day();
    let ends = ends.filter(|ends| *ends >= today && is_owned(item));
    Ok(ends.map(|on| Found {
        reminder: Reminder {
            on,
            cue: Cue::new(Occasion::WarrantyEnds, row.body.id),
        },
        about: About::Warranty(row.body.id),
        name: item.details.name.clone(),
        what: row.details.provider.clone(),
        changed: row.changed.at,
    }))
}

/// What is planned, for whoever is to do it, or for all. What is counted by a meter is due once the meter says so, since it
/// was last done.
fn upkeep(viewer: &Viewer, item: &Row<Item>, planned: &Planned) -> Option<Found> {
    let plan = &planned.plan;
    let is_theirs = plan.details.who.is_none_or(|who| who == viewer.person());
    let on = match planned.due {
        Due::On(day) => day,
        Due::At(_) if planned.standing == Standing::Coming => return None,
        Due::At(_) => planned.last.on.unwrap_or(plan.details.first),
    };
    (is_theirs && is_owned(item)).then(|| Found {
        reminder: Reminder {
            on,
            cue: Cue::new(Occasion::UpkeepDue, plan.body.id),
        },
        about: About::Plan(plan.body.id),
        name: item.details.name.clone(),
        what: plan.details.what.clone(),
        changed: plan.changed.at,
    })
}

fn loan(item: &Row<Item>, row: &Row<Loan>) -> Option<Found> {
    let due = row.details.due.filter(|_| row.details.is_out());
    due.filter(|_| is_owned(item)).map(|on| Found {
        reminder: Reminder {
            on,
            cue: Cue::new(Occasion::LoanDue, row.body.id),
        },
        about: About::Loan(row.body.id),
        name: item.details.name.clone(),
        what: row.details.to.clone(),
        changed: row.changed.at,
    })
}

fn value(item: &Row<Item>) -> Option<Found> {
    valued_until(item).map(|on| Found::of_item(Occasion::ValueOld, item, on))
}

/// The day from which what somebody said a thing is worth is no longer taken for true; none where nobody has said anything.
pub(in crate::actions) fn valued_until(item: &Item) -> Option<Date> {
    item.details.value?;
    Some(item.details.valued_on?.saturating_add(VALUED.years()))
}

fn may_go(receipt: &Row<Receipt>, keep: Keep) -> Option<Found> {
    let Keep::Until(until) = keep else {
        return None;
    };
    let cue = Cue::new(Occasion::ReceiptMayGo, receipt.body.id);
    Some(Found {
        reminder: Reminder {
            on: until.saturating_add(1.day()),
            cue,
        },
        about: About::Receipt(receipt.body.id),
        name: receipt.details.shop.clone(),
        what: String::new(),
        changed: receipt.changed.at,
    })
}

/// That the rooms are to be walked again, a year after they were, for those who look after the household; unless somebody does.
fn round(rows: &impl Rows, viewer: &Viewer) -> Result<Option<Found>> {
    if viewer.head().is_err() {
        return Ok(None);
    }
    let found = |last: Row<Round>| {
        Some(Found {
            reminder: Reminder {
                on: last.next()?,
                cue: Cue::new(Occasion::RoundDue, last.body.id),
            },
            about: About::Round(last.body.id),
            name: last.details.name.clone(),
            what: String::new(),
            changed: last.changed.at,
        })
    };
    Ok(rounds::last(rows)?.and_then(found))
}

/// The day on which a policy is renewed: until then its terms can be looked over, and another be chosen.
fn renewal(policy: &Row<Policy>, today: Date) -> Option<Found> {
    let on = policy.details.renews_on.filter(|on| *on >= today)?;
    policy.binned.is_none().then(|| Found {
        reminder: Reminder {
            on,
            cue: Cue::new(Occasion::PolicyRenews, policy.body.id),
        },
        about: About::Policy(policy.body.id),
        name: policy.details.insurer.clone(),
        what: policy.details.number.clone(),
        changed: policy.changed.at,
    })
}
