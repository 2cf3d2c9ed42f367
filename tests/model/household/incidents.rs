//! What happened to the household, what it did to things, and what left by it.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        attachment::Bearer,
        blob::BlobHash,
        dates::PartialDate,
        incident::{Incident, IncidentDetails, IncidentId, IncidentKind},
        item::{Archived, Departure, Item, ItemId},
        loss::{Fate, Loss, LossDetails, LossId, Settled, Settlement},
        moment::Moment,
        person::{Person, Role},
    },
    store::{Expect, Revision, Row},
};

use super::{Household, Refusal, bin::binned, expect, in_use, invalid, permit, upkeep::refused};
use crate::{
    cast::{self, Cast},
    deed::Happening,
};

impl Household {
    pub(super) fn happen(
        &mut self,
        by: &Person,
        deed: &Happening,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Happening::AddIncident(mishap, gone) => {
                let id = self.id();
                let details = cast::happened(mishap);
                check_incident(&details)?;
                self.put(Incident { id, details }, Expect::Any)?;
                let mut gone = cast.things(gone).into_iter();
                gone.try_for_each(|thing| self.take(by, id, thing))
            }
            Happening::ChangeIncident(incident, seen, mishap) => {
                let id = cast.incident(*incident);
                in_use(&self.own_incident(by, id)?)?;
                let details = cast::happened(mishap);
                check_incident(&details)?;
                self.put(Incident { id, details }, cast.seen(id, *seen))
                    .map(drop)
            }
            Happening::RemoveIncident(incident, seen) => {
                let id = cast.incident(*incident);
                expect(&self.own_incident(by, id)?, cast.seen(id, *seen))?;
                self.bin(id).map(drop)
            }
            Happening::RestoreIncident(incident) => {
                let id = cast.incident(*incident);
                self.own_incident(by, id)?;
                self.restore(id).map(drop)
            }
            Happening::Mark(incident, thing, fate, seen) => {
                let (incident, item) = (cast.incident(*incident), cast.thing(*thing));
                self.mark(by, incident, item, *fate, cast.known(incident, item, *seen))
            }
            Happening::AddLoss(thing, damage) => {
                let item = cast.thing(*thing);
                self.may_add(by, item)?;
                let details = cast.damage(damage);
                self.check_loss(&details, None)?;
                let id = self.id();
                let row = self.put(Loss { id, item, details }, Expect::Any)?;
                self.only_one(&row)
            }
            Happening::ChangeLoss(loss, seen, damage) => {
                let id = cast.loss(*loss);
                let present = self.own_of_thing(by, id)?;
                in_use(&present)?;
                in_use(&self.get::<Item>(present.item)?)?;
                let (item, details) = (present.item, cast.damage(damage));
                self.check_loss(&details, Some(&present.details))?;
                let row = self.put(Loss { id, item, details }, cast.seen(id, *seen))?;
                self.only_one(&row)
            }
            Happening::RemoveLoss(loss, seen) => {
                let id = cast.loss(*loss);
                self.put_away(by, id, cast.seen(id, *seen))
            }
            Happening::RestoreLoss(loss) => self.take_back_loss(by, cast.loss(*loss)),
        }
    }

    /// Says of a thing that a new incident took it.
    fn take(&mut self, by: &Person, incident: IncidentId, item: ItemId) -> Result<(), Refusal> {
        let thing = self.seen_thing(by, item);
        if !thing.is_ok_and(|thing| thing.binned.is_none() && thing.number.is_some()) {
            return Err(invalid("items"));
        }
        if self.said(incident, item).is_none() {
            self.answer(incident, item, Fate::Gone)?;
        }
        Ok(())
    }

    fn answer(&mut self, incident: IncidentId, item: ItemId, fate: Fate) -> Result<(), Refusal> {
        let (id, details) = (self.id(), LossDetails::of(incident, fate));
        self.put(Loss { id, item, details }, Expect::Any).map(drop)
    }

    /// Takes an answer of a walk; another than what is said already only from those who know what is said.
    fn mark(
        &mut self,
        by: &Person,
        incident: IncidentId,
        item: ItemId,
        fate: Fate,
        known: Option<Revision>,
    ) -> Result<(), Refusal> {
        in_use(&self.seen_incident(by, incident)?)?;
        self.may_add(by, item)?;
        let Some(said) = self.said(incident, item).cloned() else {
            return self.answer(incident, item, fate);
        };
        if said.details.fate == fate {
            return Ok(());
        }
        if known != Some(said.revision) {
            return Err(Refusal::Conflict);
        }
        self.own_of_thing(by, said.id)?;
        let mut loss = said.body;
        loss.details.fate = fate;
        if fate == Fate::Fine {
            loss.details.settled = None;
        }
        self.put(loss, Expect::Any).map(drop)
    }

    /// What an incident did to a thing, as far as anybody has said.
    pub fn said(&self, incident: IncidentId, item: ItemId) -> Option<&Row<Loss>> {
        let mut losses = self.all::<Loss>();
        losses.find(|loss| loss.item == item && loss.details.incident == incident)
    }

    /// An incident did one thing to a thing.
    fn only_one(&self, loss: &Row<Loss>) -> Result<(), Refusal> {
        let same = |other: &&Row<Loss>| {
            other.item == loss.item && other.details.incident == loss.details.incident
        };
        let is_another = self.all().filter(same).any(|other| other.id != loss.id);
        refused([("incident", is_another)])
    }

    /// Whether a loss may become again what it was: of an incident that is there, and that did nothing else to the thing.
    pub(super) fn may_stand(&self, loss: &Row<Loss>) -> Result<(), Refusal> {
        let is_there = self.find(loss.details.incident).is_some();
        if is_there && (loss.binned.is_some() || self.only_one(loss).is_ok()) {
            Ok(())
        } else {
            Err(Refusal::Conflict)
        }
    }

    fn check_loss(
        &self,
        details: &LossDetails,
        present: Option<&LossDetails>,
    ) -> Result<(), Refusal> {
        let stays = present.is_some_and(|present| present.incident == details.incident);
        let gone = !stays && !self.is_live(details.incident);
        let unsettled = details.fate == Fate::Fine && details.settled.is_some();
        refused([("incident", gone), ("settlement", unsettled)])
    }

    pub(super) fn take_back_loss(&mut self, by: &Person, id: LossId) -> Result<(), Refusal> {
        self.take_back(by, id)?;
        self.only_one(&self.get(id)?)
    }

    /// Whoever takes a thing out of the archive says that it was recovered, if it was gone.
    pub(super) fn come_back(&mut self, item: ItemId) -> Result<(), Refusal> {
        let today = self.today();
        let losses: Vec<_> = self.all::<Loss>().cloned().collect();
        for loss in losses {
            if loss.item == item && is_away(&loss) {
                let mut loss = loss.body;
                let before = loss.details.settled.take();
                loss.details.settled = Some(Settled {
                    how: Settlement::Recovered,
                    on: today,
                    amount: before.as_ref().and_then(|before| before.amount),
                    by: before.map_or_else(String::new, |before| before.by),
                });
                self.put(loss, Expect::Any)?;
            }
        }
        Ok(())
    }

    /// A thing that nobody chose to part with is away as long as something that happened took it, the latest that was said.
    pub(super) fn follow_incidents(&mut self) {
        for id in self.which(|_: &Item| true) {
            let thing = self.get(id).expect("it is there").body;
            let chosen = |archived: &Archived| !happened(archived.how);
            let taken = self.taken(id);
            if thing.archived != taken && !thing.archived.as_ref().is_some_and(chosen) {
                self.correct(id, |thing: &mut Item| thing.archived = taken);
            }
        }
    }

    fn taken(&self, item: ItemId) -> Option<Archived> {
        let losses = self.all::<Loss>().filter(|loss| loss.item == item);
        let away = losses.filter(|loss| is_away(loss) && self.is_live(loss.details.incident));
        let incident = &self.find(away.last()?.details.incident)?.details;
        let how = match incident.kind {
            IncidentKind::Burglary | IncidentKind::Theft => Departure::Stolen,
            IncidentKind::Loss => Departure::Lost,
            _ => Departure::Destroyed,
        };
        let on = incident.from.or(incident.to);
        Some(Archived {
            how,
            on: on.map(|moment| PartialDate::Day(moment.day)),
            to: String::new(),
            price: None,
        })
    }

    pub fn seen_incident(&self, person: &Person, id: IncidentId) -> Result<Row<Incident>, Refusal> {
        if person.role == Role::Guest {
            return Err(Refusal::NotFound);
        }
        self.get(id)
    }

    /// An incident that somebody may change: a child only what it entered itself.
    pub(super) fn own_incident(
        &self,
        person: &Person,
        id: IncidentId,
    ) -> Result<Row<Incident>, Refusal> {
        let row = self.seen_incident(person, id)?;
        permit(person.role != Role::Child || row.created.by == Some(person.id))?;
        Ok(row)
    }

    pub(super) fn incidents_lying(&self, by: &Person) -> Vec<Row<Incident>> {
        let rows = self.every::<Incident>();
        binned(rows.filter(|_| by.role != Role::Guest))
    }

    /// What an incident did lies in the bin by itself as long as neither it nor the thing does.
    pub(super) fn losses_lying(&self, by: &Person) -> Vec<Row<Loss>> {
        let mut losses = self.lying::<Loss>(by);
        losses.retain(|loss| self.is_live(loss.details.incident));
        losses
    }

    pub(super) fn purge_incident(&mut self, id: IncidentId, loose: &mut BTreeSet<BlobHash>) {
        for loss in self.which(|loss: &Loss| loss.details.incident == id) {
            self.purge(loss);
        }
        self.purge_attached(Bearer::Incident(id), loose);
        self.purge(id);
    }
}

/// Whether a thing is gone and not back.
fn is_away(loss: &Loss) -> bool {
    let how = loss.details.settled.as_ref().map(|settled| settled.how);
    let is_back = matches!(how, Some(Settlement::Recovered | Settlement::Repaired));
    loss.details.fate == Fate::Gone && !is_back
}

/// Whether nobody chose to part with a thing in this way.
pub(super) fn happened(how: Departure) -> bool {
    matches!(
        how,
        Departure::Stolen | Departure::Lost | Departure::Destroyed
    )
}

/// Nothing ends before it begins; without a time, a moment is some time of its day.
fn check_incident(details: &IncidentDetails) -> Result<(), Refusal> {
    let precedes = |to: Moment, from: Moment| match (to.time, from.time) {
        (Some(end), Some(begin)) => to.day.to_datetime(end) < from.day.to_datetime(begin),
        _ => to.day < from.day,
    };
    let both = details.to.zip(details.from);
    refused([("to", both.is_some_and(|(to, from)| precedes(to, from)))])
}

/// What it is called in the log.
pub(super) const fn called(deed: &Happening) -> &'static str {
    match deed {
        Happening::AddIncident(..) => "incident-add",
        Happening::ChangeIncident(..) => "incident-change",
        Happening::RemoveIncident(..) => "incident-remove",
        Happening::RestoreIncident(..) => "incident-restore",
        Happening::Mark(..) => "loss-mark",
        Happening::AddLoss(..) => "loss-add",
        Happening::ChangeLoss(..) => "loss-change",
        Happening::RemoveLoss(..) => "loss-remove",
        Happening::RestoreLoss(..) => "loss-restore",
    }
}
