//! What was picked in the bin, as the form and links name it.

use serde::Deserialize;

use crate::{
    access::Editor,
    actions::bin::{Binned, Contents},
    error::Result,
    store::Rows,
};

/// The form of the bin: the picked ones, or all of them, and what to do.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Picked {
    id: Vec<String>,
    all: Option<String>,
    count: usize,
    #[serde(rename = "do")]
    act: String,
}

impl Picked {
    /// Whether they are to go for good.
    pub(super) fn purges(&self) -> bool {
        self.act == "purge"
    }

    /// Whether all are meant.
    pub(super) const fn is_all(&self) -> bool {
        self.all.is_some()
    }

    /// How many there were when the person was asked.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Those picked that are still in the bin; of all, those that the person may take out.
    pub(super) fn of(
        &self,
        contents: Contents,
        rows: &impl Rows,
        editor: &Editor,
    ) -> Result<Contents> {
        if self.is_all() {
            return contents.only_restorable(rows, editor);
        }
        let ids: Vec<_> = self.id.iter().filter_map(|id| parse(id)).collect();
        Ok(contents.only(&ids))
    }
}

/// The name of one in forms and links: `item.<id>`.
pub(super) fn name(binned: Binned) -> String {
    match binned {
        Binned::Item(id) => format!("item.{id}"),
        Binned::Place(id) => format!("place.{id}"),
        Binned::Attachment(id) => format!("attachment.{id}"),
        Binned::Receipt(id) => format!("receipt.{id}"),
        Binned::Warranty(id) => format!("warranty.{id}"),
        Binned::Claim(id) => format!("claim.{id}"),
        Binned::Plan(id) => format!("plan.{id}"),
        Binned::Job(id) => format!("job.{id}"),
        Binned::Loan(id) => format!("loan.{id}"),
        Binned::Memory(id) => format!("memory.{id}"),
        Binned::Bequest(id) => format!("bequest.{id}"),
        Binned::Incident(id) => format!("incident.{id}"),
        Binned::Loss(id) => format!("loss.{id}"),
        Binned::Report(id) => format!("report.{id}"),
        Binned::Round(id) => format!("round.{id}"),
        Binned::Sighting(id) => format!("sighting.{id}"),
        Binned::Policy(id) => format!("policy.{id}"),
        Binned::Division(id) => format!("division.{id}"),
    }
}

fn parse(name: &str) -> Option<Binned> {
    match name.split_once('.')? {
        ("item", id) => id.parse().ok().map(Binned::Item),
        ("place", id) => id.parse().ok().map(Binned::Place),
        ("attachment", id) => id.parse().ok().map(Binned::Attachment),
        ("receipt", id) => id.parse().ok().map(Binned::Receipt),
        ("warranty", id) => id.parse().ok().map(Binned::Warranty),
        ("claim", id) => id.parse().ok().map(Binned::Claim),
        ("plan", id) => id.parse().ok().map(Binned::Plan),
        ("job", id) => id.parse().ok().map(Binned::Job),
        ("loan", id) => id.parse().ok().map(Binned::Loan),
        ("memory", id) => id.parse().ok().map(Binned::Memory),
        ("bequest", id) => id.parse().ok().map(Binned::Bequest),
        ("incident", id) => id.parse().ok().map(Binned::Incident),
        ("loss", id) => id.parse().ok().map(Binned::Loss),
        ("report", id) => id.parse().ok().map(Binned::Report),
        ("round", id) => id.parse().ok().map(Binned::Round),
        ("sighting", id) => id.parse().ok().map(Binned::Sighting),
        ("policy", id) => id.parse().ok().map(Binned::Policy),
        ("division", id) => id.parse().ok().map(Binned::Division),
        _ => None,
    }
}

/// Everything that lies there.
pub(super) fn all(contents: &Contents) -> Vec<Binned> {
    let items = contents.items.iter().map(|row| Binned::Item(row.id));
    let places = contents.places.iter().map(|row| Binned::Place(row.id));
    let attachments = contents
        .attachments
        .iter()
        .map(|row| Binned::Attachment(row.id));
    let receipts = contents.receipts.iter().map(|row| Binned::Receipt(row.id));
    let policies = contents.policies.iter().map(|row| Binned::Policy(row.id));
    let divisions = contents
        .divisions
        .iter()
        .map(|row| Binned::Division(row.id));
    let warranties = contents
        .warranties
        .iter()
        .map(|row| Binned::Warranty(row.id));
    let claims = contents.claims.iter().map(|row| Binned::Claim(row.id));
    let plans = contents.plans.iter().map(|row| Binned::Plan(row.id));
    let jobs = contents.jobs.iter().map(|row| Binned::Job(row.id));
    let loans = contents.loans.iter().map(|row| Binned::Loan(row.id));
    let memories = contents.memories.iter().map(|row| Binned::Memory(row.id));
    let bequests = contents.bequests.iter().map(|row| Binned::Bequest(row.id));
    let incidents = contents
        .incidents
        .iter()
        .map(|row| Binned::Incident(row.id));
    let losses = contents.losses.iter().map(|row| Binned::Loss(row.id));
    let reports = contents.reports.iter().map(|row| Binned::Report(row.id));
    let rounds = contents.rounds.iter().map(|row| Binned::Round(row.id));
    let sightings = contents.sightings.iter();
    let sightings = sightings.map(|row| Binned::Sighting(row.id));
    items
        .chain(places)
        .chain(receipts)
        .chain(policies)
        .chain(divisions)
        .chain(warranties)
        .chain(claims)
        .chain(plans)
        .chain(jobs)
        .chain(loans)
        .chain(memories)
        .chain(bequests)
        .chain(incidents)
        .chain(losses)
        .chain(reports)
        .chain(rounds)
        .chain(sightings)
        .chain(attachments)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_name_reads_back_and_anything_else_names_nothing() {
        let clock = Clock::system();
        for binned in [
            Binned::Item(clock.id()),
            Binned::Place(clock.id()),
            Binned::Attachment(clock.id()),
            Binned::Receipt(clock.id()),
            Binned::Warranty(clock.id()),
            Binned::Claim(clock.id()),
            Binned::Plan(clock.id()),
            Binned::Job(clock.id()),
            Binned::Loan(clock.id()),
            Binned::Memory(clock.id()),
            Binned::Bequest(clock.id()),
            Binned::Incident(clock.id()),
            Binned::Loss(clock.id()),
            Binned::Report(clock.id()),
            Binned::Round(clock.id()),
            Binned::Sighting(clock.id()),
            Binned::Policy(clock.id()),
            Binned::Division(clock.id()),
        ] {
            assert_eq!(parse(&name(binned)), Some(binned));
        }
        for text in [
            "",
            "item",
            "item.",
            "item.1",
            "person.00000000-0000-7000-8000-000000000000",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
