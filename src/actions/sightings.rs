//! What people do with sightings: saying what a round found, and taking it back; what was moved is moved in the same change.

use super::{
    answers::{Answer, Answered, is_twice, of_both},
    belongings::{self, Actions, Belonging},
    items::in_use,
    places,
};
use crate::{
    access::{Editor, Viewer, audience::containers},
    clock::Clock,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId, Location},
        place::PlaceId,
        round::{Round, RoundId},
        sighting::{Finding, Moved, Sighting, SightingDetails, SightingId},
    },
    error::{Error, Result},
    store::{Expect, Relation, Revision, Row, Rows, Saved, Store, Writer},
};

impl Belonging for Sighting {
    type Details = SightingDetails;

    const ACTIONS: Actions = Actions {
        add: Self::MARK,
        change: Self::MARK,
        remove: "sighting-remove",
        restore: "sighting-restore",
    };

    fn new(id: SightingId, item: ItemId, details: SightingDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &SightingDetails {
        &self.details
    }

    fn tidy(details: &mut SightingDetails) {
        details.tidy();
    }

    fn check(
        _: &impl Rows,
        _: &Viewer,
        _: ItemId,
        details: &SightingDetails,
        _: Option<&SightingDetails>,
    ) -> Result<Invalid> {
        Ok(details.check())
    }

    /// Of one thing, a round has one sighting; what is taken back has moved nothing.
    fn follow(tx: &mut Writer<'_>, row: &Row<Self>) -> Result<()> {
        if row.binned.is_some() {
            return relocate(tx, row.item, Some(&row.details), None);
        }
        if is_twice::<Self>(tx, row)? {
            return Err(Error::invalid("round", "error-sighting-twice"));
        }
        relocate(tx, row.item, None, Some(&row.details))
    }
}

/// What somebody says of a thing on a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What they found.
    pub finding: Finding,
    /// Where it is, where it was moved.
    pub to: Option<PlaceId>,
    /// What else is to be said; none leaves what is said already.
    pub note: Option<String>,
}

impl Found {
    /// What one tap says.
    #[must_use]
    pub const fn of(finding: Finding) -> Self {
        Self {
            finding,
            to: None,
            note: None,
        }
    }
}

impl Answered for Sighting {
    type Walk = Round;
    type Said = Found;
    type Kind = Finding;

    const OF: Relation = Relation::SeenIn;
    const MARK: &'static str = "sighting-mark";

    fn walk(&self) -> RoundId {
        self.details.round
    }

    fn kind(&self) -> Finding {
        self.details.finding
    }

    /// What was moved here, or is new, is seen, too: to see it says no more.
    fn says(&self, said: &Found) -> bool {
        let present = &self.details;
        let is_said = match said.finding {
            Finding::Seen => present.is_seen(),
            Finding::Moved => {
                let to = present.moved.map(|moved| moved.to);
                present.finding == Finding::Moved && to == said.to
            }
            Finding::Gone | Finding::New => present.finding == said.finding,
        };
        is_said && said.note.as_ref().is_none_or(|note| *note == present.note)
    }

    fn check_walk(rows: &impl Rows, _: &Editor, round: RoundId) -> Result<()> {
        in_use(&rows.get(round)?)
    }

    fn answered(
        rows: &impl Rows,
        editor: &Editor,
        answer: Answer<Self>,
        item: &Item,
        present: Option<SightingDetails>,
    ) -> Result<SightingDetails> {
        let Found { finding, to, note } = answer.said;
        let here = item.details.location;
        let before = present.as_ref().and_then(|present| was(present, here));
        let from = before.unwrap_or(here);
        let note = note.or(present.map(|present| present.note));
        let mut details = SightingDetails {
            note: note.unwrap_or_default(),
            ..SightingDetails::of(answer.walk, finding)
        };
        if finding == Finding::Moved
            && let Some(to) = to
        {
            check_place(rows, editor.viewer(), to)?;
            if from == Location::Place(to) {
                details.finding = Finding::Seen;
            } else {
                details.moved = Some(Moved { from, to });
            }
        }
        details.tidy();
        details.check().or(details).map_err(Error::from)
    }

    fn follow_answer(tx: &mut Writer<'_>, before: Option<&Self>, row: &Row<Self>) -> Result<()> {
        let before = before.map(|before| &before.details);
        relocate(tx, row.item, before, Some(&row.details))
    }
}

fn check_place(rows: &impl Rows, viewer: &Viewer, place: PlaceId) -> Result<()> {
    match viewer.place(rows, place) {
        Ok(row) if row.binned.is_none() => Ok(()),
        Ok(_) | Err(Error::NotFound) => Err(Error::invalid("to", "error-place-gone")),
        Err(error) => Err(error),
    }
}

/// Where a thing was before a sighting moved it, as long as it is where that put it.
fn was(sighting: &SightingDetails, here: Location) -> Option<Location> {
    let moved = sighting.moved?;
    (here == Location::Place(moved.to)).then_some(moved.from)
}

/// Puts a thing where a sighting says, or back where it was before one that says so no more.
fn relocate(
    tx: &mut Writer<'_>,
    item: ItemId,
    before: Option<&SightingDetails>,
    now: Option<&SightingDetails>,
) -> Result<()> {
    let Some(row) = tx.find::<Item>(item)? else {
        return Ok(());
    };
    let here = row.details.location;
    let there = match now.and_then(|now| now.moved) {
        Some(moved) => Location::Place(moved.to),
        None => match before.and_then(|before| was(before, here)) {
            Some(from) => from,
            None => return Ok(()),
        },
    };
    let there = standing(tx, item, there)?;
    if there != here {
        let mut body = row.body;
        body.details.location = there;
        places::move_row(tx, body)?;
    }
    Ok(())
}

/// Where a thing can lie that lay there: nothing lies in what has gone, or in what lies in it.
fn standing(rows: &impl Rows, item: ItemId, there: Location) -> Result<Location> {
    Ok(match there {
        Location::Unknown => Location::Unknown,
        Location::Place(place) => {
            places::remaining(rows, place)?.map_or(Location::Unknown, Location::Place)
        }
        Location::Inside(around) => match rows.find::<Item>(around)? {
            Some(row) if around != item && !containers(rows, &row)?.contains(&item) => there,
            _ => Location::Unknown,
        },
    })
}

/// Takes back what was said of a thing, however often it is sent; where nothing is said, nothing changes.
///
/// # Errors
/// [`Error::Conflict`] when somebody else has answered since; [`Error::Denied`] for a child, of what somebody else answered.
pub fn take_back(
    store: &Store,
    editor: &Editor,
    round: RoundId,
    item: ItemId,
    known: Option<Revision>,
) -> Result<Saved<()>> {
    store.write(Some(editor.person()), "sighting-remove", |tx| {
        Sighting::check_walk(tx, editor, round)?;
        in_use(&editor.item_for::<Sighting>(tx, item)?)?;
        let Some(said) = of_both::<Sighting>(tx, round, item)? else {
            return Ok(());
        };
        if known != Some(said.revision) {
            return Err(Error::Conflict);
        }
        editor.of_thing(tx, said.id)?;
        let row = tx.bin(said.id)?;
        Sighting::follow(tx, &row)
    })
}

/// Says of a thing that was just entered that it is new, as a part of that change.
///
/// # Errors
/// [`Error::NotFound`] when there is no such round.
pub(super) fn enter(
    tx: &mut Writer<'_>,
    clock: &Clock,
    editor: &Editor,
    round: RoundId,
    item: ItemId,
) -> Result<()> {
    Sighting::check_walk(tx, editor, round)?;
    let details = SightingDetails::of(round, Finding::New);
    tx.put(Sighting::new(clock.id(), item, details), Expect::Any)?;
    Ok(())
}

/// When somebody saw a thing last on a round, with the round, as far as the reader sees it.
pub fn last_seen(
    rows: &impl Rows,
    viewer: &Viewer,
    item: ItemId,
) -> Result<Option<(Row<Sighting>, Row<Round>)>> {
    let mut last: Option<(Row<Sighting>, Row<Round>)> = None;
    for sighting in belongings::seen_of_item::<Sighting>(rows, viewer, item)? {
        let is_later = last
            .as_ref()
            .is_none_or(|(last, _)| last.changed.at <= sighting.changed.at);
        if sighting.details.is_seen()
            && is_later
            && let Some(round) = rows.find(sighting.details.round)?
            && round.binned.is_none()
        {
            last = Some((sighting, round));
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests;
