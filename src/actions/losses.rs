//! What people do with losses; and how what an incident took leaves the household, and comes back to it.

use super::{
    answers::{Answer, Answered, is_twice, of_both},
    belongings::{self, Actions, Belonging},
    items::in_use,
    places,
};
use crate::{
    access::{Editor, Viewer},
    clock::Clock,
    domain::{
        dates::PartialDate,
        incident::{Incident, IncidentDetails, IncidentId},
        invalid::Invalid,
        item::{Archived, Item, ItemId},
        loss::{Fate, Loss, LossDetails, LossId, Settled, Settlement},
        money::Sums,
    },
    error::{Error, Result},
    store::{Expect, Relation, Row, Rows, Writer},
};

impl Belonging for Loss {
    type Details = LossDetails;

    const ACTIONS: Actions = Actions {
        add: "loss-add",
        change: "loss-change",
        remove: "loss-remove",
        restore: "loss-restore",
    };

    fn new(id: LossId, item: ItemId, details: LossDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &LossDetails {
        &self.details
    }

    fn tidy(details: &mut LossDetails) {
        details.tidy();
    }

    fn check(
        rows: &impl Rows,
        viewer: &Viewer,
        _: ItemId,
        details: &LossDetails,
        present: Option<&LossDetails>,
    ) -> Result<Invalid> {
        let mut invalid = details.check();
        let stays = present.is_some_and(|present| present.incident == details.incident);
        if !stays && !is_open(rows, viewer, details.incident)? {
            invalid.push("incident", "error-gone");
        }
        Ok(invalid)
    }

    /// Of one thing, an incident has one loss; and a thing is away as long as one of its losses says so.
    fn follow(tx: &mut Writer<'_>, row: &Row<Self>) -> Result<()> {
        if row.binned.is_none() && is_twice::<Self>(tx, row)? {
            return Err(Error::invalid("incident", "error-loss-twice"));
        }
        settle(tx, row.item)
    }
}

fn is_open(rows: &impl Rows, viewer: &Viewer, incident: IncidentId) -> Result<bool> {
    match viewer.incident(rows, incident) {
        Ok(row) => Ok(row.binned.is_none()),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

impl Answered for Loss {
    type Walk = Incident;
    type Said = Fate;
    type Kind = Fate;

    const OF: Relation = Relation::CameOf;
    const MARK: &'static str = "loss-mark";

    fn walk(&self) -> IncidentId {
        self.details.incident
    }

    fn kind(&self) -> Fate {
        self.details.fate
    }

    fn says(&self, said: &Fate) -> bool {
        self.details.fate == *said
    }

    fn check_walk(rows: &impl Rows, editor: &Editor, incident: IncidentId) -> Result<()> {
        in_use(&editor.viewer().incident(rows, incident)?)
    }

    fn answered(
        _: &impl Rows,
        _: &Editor,
        answer: Answer<Self>,
        _: &Item,
        present: Option<LossDetails>,
    ) -> Result<LossDetails> {
        let mut details = present.unwrap_or(LossDetails::of(answer.walk, answer.said));
        details.fate = answer.said;
        if !details.is_harm() {
            details.settled = None;
        }
        Ok(details)
    }

    fn follow_answer(tx: &mut Writer<'_>, _: Option<&Self>, row: &Row<Self>) -> Result<()> {
        settle(tx, row.item)
    }
}

/// Says of a thing that a new incident took it.
pub(super) fn take(
    tx: &mut Writer<'_>,
    editor: &Editor,
    clock: &Clock,
    incident: IncidentId,
    item: ItemId,
) -> Result<()> {
    let row = match editor.item_for::<Loss>(tx, item) {
        Ok(row) if row.binned.is_none() && !row.is_template() => row,
        Ok(_) | Err(Error::NotFound) => return Err(Error::invalid("items", "error-link-gone")),
        Err(error) => return Err(error),
    };
    if of_both::<Loss>(tx, incident, row.id)?.is_none() {
        let details = LossDetails::of(incident, Fate::Gone);
        tx.put(Loss::new(clock.id(), item, details), Expect::Any)?;
    }
    settle(tx, item)
}

/// The losses of a thing that somebody sees, with their incidents, the latest first, without those that only say that
/// somebody has looked.
pub fn of_item(
    rows: &impl Rows,
    viewer: &Viewer,
    item: ItemId,
) -> Result<Vec<(Row<Loss>, Row<Incident>)>> {
    let mut seen = Vec::new();
    for loss in belongings::seen_of_item::<Loss>(rows, viewer, item)? {
        if loss.details.is_harm()
            && let Some(incident) = rows.find(loss.details.incident)?
            && incident.binned.is_none()
        {
            seen.push((loss, incident));
        }
    }
    seen.reverse();
    Ok(seen)
}

/// What some losses come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toll {
    /// How many things are gone.
    pub gone: usize,
    /// How many are damaged.
    pub damaged: usize,
    /// How many were looked at and are as they were.
    pub fine: usize,
    /// How many of what is gone or damaged are settled.
    pub settled: usize,
    /// What the things that are gone or damaged were worth.
    pub value: Sums,
    /// What was paid for them.
    pub paid: Sums,
}

impl Toll {
    /// Of these losses and their things.
    #[must_use]
    pub fn of(losses: &[(Row<Loss>, Row<Item>)]) -> Self {
        let mut toll = Self::default();
        for (loss, item) in losses {
            match loss.details.fate {
                Fate::Gone => toll.gone += 1,
                Fate::Damaged => toll.damaged += 1,
                Fate::Fine => toll.fine += 1,
            }
            if !loss.details.is_harm() {
                continue;
            }
            if let Some(each) = item.details.value {
                toll.value.add(each, item.details.quantity.get());
            }
            if let Some(settled) = &loss.details.settled {
                toll.settled += 1;
                if let Some(amount) = settled.amount {
                    toll.paid.add(amount, 1);
                }
            }
        }
        toll
    }

    /// How many things were harmed.
    #[must_use]
    pub const fn harmed(&self) -> usize {
        self.gone + self.damaged
    }
}

/// Has the things of an incident follow what it says now, also those that nobody here sees.
pub(super) fn follow_incident(tx: &mut Writer<'_>, incident: IncidentId) -> Result<()> {
    for id in tx.referring_to::<Loss, _>(Relation::CameOf, incident)? {
        let item = tx.get(id)?.item;
        settle(tx, item)?;
    }
    Ok(())
}

/// Says that a thing is back: whoever takes a stolen thing out of the archive means that it was recovered.
pub(super) fn come_back(tx: &mut Writer<'_>, item: ItemId) -> Result<()> {
    let today = tx.today();
    for loss in belongings::of_item::<Loss>(tx, item)? {
        if !loss.details.is_away() {
            continue;
        }
        let mut body = loss.body;
        let (amount, by) = match body.details.settled.take() {
            Some(settled) => (settled.amount, settled.by),
            None => (None, String::new()),
        };
        body.details.settled = Some(Settled {
            how: Settlement::Recovered,
            on: today,
            amount,
            by,
        });
        tx.put(body, Expect::Any)?;
    }
    Ok(())
}

/// Archives a thing that an incident took, and takes it back once none has. What left by somebody's choice stays so.
pub(super) fn settle(tx: &mut Writer<'_>, item: ItemId) -> Result<()> {
    let Some(row) = tx.find::<Item>(item)? else {
        return Ok(());
    };
    let chosen = |archived: &Archived| !archived.how.is_of_incident();
    if row.archived.as_ref().is_some_and(chosen) {
        return Ok(());
    }
    let archived = taken_by(tx, item)?.map(|incident| Archived {
        how: incident.kind.departure(),
        on: incident.when().map(|moment| PartialDate::Day(moment.day)),
        to: String::new(),
        price: None,
    });
    if archived != row.archived {
        let body = Item {
            archived,
            ..row.body
        };
        places::move_row(tx, body)?;
    }
    Ok(())
}

/// The incident, the latest entered, that a thing is away by.
fn taken_by(rows: &impl Rows, item: ItemId) -> Result<Option<IncidentDetails>> {
    for loss in belongings::of_item::<Loss>(rows, item)?.into_iter().rev() {
        if loss.details.is_away()
            && let Some(incident) = rows.find::<Incident>(loss.details.incident)?
            && incident.binned.is_none()
        {
            return Ok(Some(incident.body.details));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
