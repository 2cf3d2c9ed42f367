//! The demo household as plain data: the Lindqvist family, their villa, their cottage, their boat and their things.

mod cottage;
mod document;
mod gone;
mod homes;
mod incident;
mod insurance;
mod memories;
mod papers;
mod person;
mod photo;
mod place;
mod promises;
mod receipts;
mod since;
mod stocktaking;
mod thing;
mod upkeep;
mod valuables;
mod villa;
mod when;
mod workshop;

use super::drawings::{Shot, Subject, Tint, View};
use crate::domain::{item::Affection, lang::Lang};

use self::thing::THING;
pub use self::{
    document::{Document, Paper, Template},
    incident::Incident,
    insurance::{NewPrice, Policy},
    memories::{Bequest, Memory},
    person::Person,
    photo::Photo,
    place::Place,
    promises::{Complaint, Lasting, Promise},
    receipts::{Bought, Receipt},
    since::{Deed, Event},
    stocktaking::{Heirs, Round},
    thing::{Acquired, At, Field, Gone, Thing},
    upkeep::{Beat, Job, Loan, Plan},
    when::When,
};

/// A text in each language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static str, &'static str);

impl Text {
    /// The text as a reader of `lang` sees it; empty when there is nothing to say.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.0,
            Lang::En => self.1,
        }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

const NONE: Text = Text("", "");

/// What the household is called.
pub const NAME: Text = Text("Familjen Lindqvist", "The Lindqvist family");

/// What the family calls its view of what the insurance knows of.
pub const INSURED: Text = Text("Försäkrat", "Insured");

/// What the family calls its view of what is worth ten thousand kronor or more.
pub const DEAR: Text = Text("Värt 10 000 eller mer", "Worth 10,000 or more");

/// Everybody in the household, its owner first.
#[must_use]
pub const fn people() -> &'static [Person] {
    homes::PEOPLE
}

/// Every place, each after the one around it.
#[must_use]
pub const fn places() -> &'static [Place] {
    homes::PLACES
}

/// Every thing, those that hold others before what they hold, in the order in which the family added them.
pub fn things() -> impl Iterator<Item = &'static Thing> {
    [
        villa::THINGS,
        workshop::THINGS,
        gone::THINGS,
        valuables::THINGS,
        cottage::THINGS,
        workshop::NAMELESS,
    ]
    .into_iter()
    .flatten()
}

/// The things to copy from.
#[must_use]
pub const fn templates() -> &'static [Template] {
    papers::TEMPLATES
}

/// The documents that things name.
#[must_use]
pub const fn documents() -> &'static [Document] {
    papers::DOCUMENTS
}

/// The receipts that the family has kept.
#[must_use]
pub const fn receipts() -> &'static [Receipt] {
    receipts::RECEIPTS
}

/// What the family was promised about its things.
#[must_use]
pub const fn promises() -> &'static [Promise] {
    promises::PROMISES
}

/// What the family has complained about.
#[must_use]
pub const fn complaints() -> &'static [Complaint] {
    promises::COMPLAINTS
}

/// How the family is insured.
#[must_use]
pub const fn policy() -> &'static Policy {
    &insurance::POLICY
}

/// What happened to it.
#[must_use]
pub const fn incident() -> &'static Incident {
    &incident::INCIDENT
}

/// What it looked over this autumn.
#[must_use]
pub const fn round() -> &'static Round {
    &stocktaking::ROUND
}

/// What is being divided.
#[must_use]
pub const fn heirs() -> &'static Heirs {
    &stocktaking::HEIRS
}

/// What some of its things cost new today.
#[must_use]
pub const fn new_prices() -> &'static [NewPrice] {
    insurance::NEW_PRICES
}

/// What the family does again and again.
#[must_use]
pub const fn plans() -> &'static [Plan] {
    upkeep::PLANS
}

/// What was done once, each with the key of its thing.
#[must_use]
pub const fn jobs() -> &'static [(&'static str, Job)] {
    upkeep::JOBS
}

/// What is with others, or was.
#[must_use]
pub const fn loans() -> &'static [Loan] {
    upkeep::LOANS
}

/// What happened once everything was there, the earliest first.
#[must_use]
pub const fn events() -> &'static [Event] {
    since::EVENTS
}

/// What the family remembers.
#[must_use]
pub const fn memories() -> &'static [Memory] {
    memories::MEMORIES
}

/// How dear things are to it, each by its key.
#[must_use]
pub const fn affection() -> &'static [(&'static str, Affection)] {
    memories::AFFECTION
}

/// Whom things are meant for.
#[must_use]
pub const fn bequests() -> &'static [Bequest] {
    memories::BEQUESTS
}

#[cfg(test)]
mod tests;
