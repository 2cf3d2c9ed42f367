//! What is said of incidents, and of what they did.

use jiff::civil::date;
use smartinventory::{
    domain::{
        incident::{Incident, IncidentDetails, IncidentId},
        item::ItemId,
        loss::{Loss, LossDetails, LossId, Settled},
    },
    store::{Expect, Revision},
};

use super::{Cast, kronor};
use crate::deed::{Damage, Mishap, Nth, Seen};

impl Cast<'_> {
    pub fn incident(&self, nth: Nth) -> IncidentId {
        self.nth::<Incident>(nth)
    }

    pub fn loss(&self, nth: Nth) -> LossId {
        self.nth::<Loss>(nth)
    }

    /// The answer of a walk that somebody says they have seen.
    pub fn known(&self, incident: IncidentId, item: ItemId, seen: Seen) -> Option<Revision> {
        let said = self.0.said(incident, item)?;
        match self.seen(said.id, seen) {
            Expect::Any => None,
            Expect::Revision(known) => Some(known),
        }
    }

    pub fn damage(&self, damage: &Damage) -> LossDetails {
        let settled = damage.settled.map(|how| Settled {
            how,
            on: date(2026, 12, 24),
            amount: Some(kronor(500_000)),
            by: "Bolaget".to_owned(),
        });
        LossDetails {
            settled,
            ..LossDetails::of(self.incident(damage.incident), damage.fate)
        }
    }
}

/// What is said of an incident.
pub fn happened(mishap: &Mishap) -> IncidentDetails {
    let moment = |text: &str| text.parse().unwrap();
    IncidentDetails {
        title: mishap.title.to_owned(),
        from: mishap.from.map(moment),
        to: mishap.to.map(moment),
        ..IncidentDetails::of(mishap.kind)
    }
}
