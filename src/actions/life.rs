//! The life of a thing, told from its beginning: how it came, what happened to it, and how it left.

use jiff::civil::Date;

use super::{attachments, belongings, claims, jobs, memories};
use crate::{
    access::Viewer,
    clock::Clock,
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        claim::Claim,
        dates::PartialDate,
        item::{Acquired, Archived, Item, Location},
        job::Job,
        loan::Loan,
        memory::Memory,
    },
    error::Result,
    store::{Row, Rows},
};

/// Something that happened in the life of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, as exactly as it is known.
    pub on: Option<PartialDate>,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It came into the household.
    Came(Acquired),
    /// It was entered here.
    Entered,
    /// Photos were taken of it on one day, in their order.
    Photos(Vec<Row<Attachment>>),
    /// Something that is remembered.
    Memory(Row<Memory>),
    /// It was moved there.
    Moved(Location),
    /// Something was done for it.
    Job(Row<Job>),
    /// Something was wrong with it.
    Claim(Row<Claim>),
    /// It was lent.
    Lent(Row<Loan>),
    /// It came back from a loan.
    Back(Row<Loan>),
    /// It left the household.
    Left(Archived),
}

impl What {
    /// Its place among what happened on the same day.
    const fn rank(&self) -> u8 {
        match self {
            Self::Came(_) => 0,
            Self::Entered => 1,
            Self::Left(_) => 3,
            _ => 2,
        }
    }
}

/// The life of a thing as somebody who sees it knows it, the earliest first. That it came stands first where nobody knows when,
/// and anything else without a day last. Guests are told of the thing, and not of what the household did with it.
pub fn of_item(
    rows: &impl Rows,
    viewer: &Viewer,
    clock: &Clock,
    item: &Row<Item>,
) -> Result<Vec<Event>> {
    let mut life = Vec::new();
    let acquired = &item.details.acquired;
    if *acquired != Acquired::default() {
        life.push(Event {
            on: acquired.on,
            what: What::Came(acquired.clone()),
        });
    }
    for memory in memories::of_item(rows, item.id)? {
        life.push(Event {
            on: memory.details.on,
            what: What::Memory(memory),
        });
    }
    photos(rows, item, &mut life)?;
    if viewer.editor().is_ok() {
        kept(rows, viewer, item, &mut life)?;
        moves(rows, viewer, clock, item, &mut life)?;
    }
    if let Some(archived) = &item.archived {
        life.push(Event {
            on: archived.on,
            what: What::Left(archived.clone()),
        });
    }
    life.sort_by_key(|event| {
        let when = match (event.on, &event.what) {
            (Some(on), _) => (1, on.first_day()),
            (None, What::Came(_)) => (0, Date::MIN),
            (None, _) => (2, Date::MAX),
        };
        (when, event.what.rank())
    });
    Ok(life)
}

/// The photos of it by the days on which they were taken: the camera knows, or nobody does.
fn photos(rows: &impl Rows, item: &Item, life: &mut Vec<Event>) -> Result<()> {
    let mut days = std::collections::BTreeMap::new();
    for photo in attachments::list(rows, Bearer::Item(item.id))? {
        if photo.kind == AttachmentKind::Photo
            && let Some(taken) = photo.taken
        {
            days.entry(taken.date())
                .or_insert_with(Vec::new)
                .push(photo);
        }
    }
    life.extend(days.into_iter().map(|(day, photos)| Event {
        on: Some(PartialDate::Day(day)),
        what: What::Photos(photos),
    }));
    Ok(())
}

/// What the household did for it, and with it.
fn kept(rows: &impl Rows, viewer: &Viewer, item: &Item, life: &mut Vec<Event>) -> Result<()> {
    let mut push = |on: Date, what: What| {
        life.push(Event {
            on: Some(PartialDate::Day(on)),
            what,
        });
    };
    for job in jobs::of_item(rows, item.id)? {
        push(job.details.on, What::Job(job));
    }
    for claim in claims::of_item(rows, viewer, item.id)? {
        push(claim.details.opened, What::Claim(claim));
    }
    for loan in belongings::of_item::<Loan>(rows, item.id)? {
        if let Some(back) = loan.details.back {
            push(back, What::Back(loan.clone()));
        }
        push(loan.details.since, What::Lent(loan));
    }
    Ok(())
}

/// That it was entered, and where it has been since, by its versions.
fn moves(
    rows: &impl Rows,
    viewer: &Viewer,
    clock: &Clock,
    item: &Row<Item>,
    life: &mut Vec<Event>,
) -> Result<()> {
    let on = |at| Some(PartialDate::Day(clock.day_of(at)));
    life.push(Event {
        on: on(item.created.at),
        what: What::Entered,
    });
    let mut versions = viewer.versions(rows, item.id)?;
    versions.reverse();
    for pair in versions.windows(2) {
        let [before, after] = pair else { continue };
        let (from, to) = (before.details.location, after.details.location);
        if from != to && to != Location::Unknown {
            life.push(Event {
                on: on(after.changed.at),
                what: What::Moved(to),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
