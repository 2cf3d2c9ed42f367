//! What refers to what: the ways that must lead back.

use std::collections::{BTreeMap, BTreeSet};

use smartinventory::{
    domain::{
        attachment::{Attachment, Bearer},
        bequest::Bequest,
        blob::BlobHash,
        category::Category,
        claim::{Against, Claim},
        division::Division,
        item::{Item, Location},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        place::Place,
        plan::Plan,
        receipt::Receipt,
        report::Report,
        saved_search::SavedSearch,
        warranty::Warranty,
    },
    store::{Key, Relation},
};

use super::{Household, reports::held_by};
use crate::files::FILES;

/// What is referred to, in bytes, and the relation's number.
pub type Target = (u8, Vec<u8>);

impl Household {
    /// Everything that a row may refer to or ever could, in every way.
    pub fn targets(&self) -> Vec<(Relation, Vec<u8>)> {
        let mut ids = Vec::new();
        ids.extend(self.people.known.iter().map(|id| id.bytes()));
        ids.extend(self.places.known.iter().map(|id| id.bytes()));
        ids.extend(self.items.known.iter().map(|id| id.bytes()));
        ids.extend(self.tags.known.iter().map(|id| id.bytes()));
        ids.extend(self.categories.known.iter().map(|id| id.bytes()));
        ids.extend(self.receipts.known.iter().map(|id| id.bytes()));
        ids.extend(self.warranties.known.iter().map(|id| id.bytes()));
        ids.extend(self.claims.known.iter().map(|id| id.bytes()));
        ids.extend(self.plans.known.iter().map(|id| id.bytes()));
        ids.extend(self.incidents.known.iter().map(|id| id.bytes()));
        let to_rows = [
            Relation::In,
            Relation::AttachedTo,
            Relation::Tagged,
            Relation::Of,
            Relation::Owned,
            Relation::LinkedTo,
            Relation::SharedWith,
            Relation::HasLeft,
            Relation::Proves,
            Relation::Covers,
            Relation::ProvedBy,
            Relation::ClaimOf,
            Relation::ClaimBy,
            Relation::Plans,
            Relation::Falls,
            Relation::DoneFor,
            Relation::Fulfils,
            Relation::Lends,
            Relation::Remembers,
            Relation::Bequeaths,
            Relation::Loses,
            Relation::CameOf,
            Relation::Divides,
        ];
        let mut targets = Vec::new();
        for relation in to_rows {
            targets.extend(ids.iter().map(|id| (relation, id.to_vec())));
        }
        for number in 1..=self.numbers + 1 {
            targets.push((Relation::Numbered, number.to_be_bytes().to_vec()));
        }
        let mut files: BTreeSet<_> = FILES.iter().map(|file| BlobHash::of(file.bytes)).collect();
        files.extend(self.every::<Report>().map(|row| row.content));
        for hash in files {
            targets.push((Relation::Holds, hash.bytes().to_vec()));
        }
        targets
    }

    /// The rows that refer to something, by what and in which way.
    pub fn references(&self) -> BTreeMap<Target, BTreeSet<Key>> {
        let mut all: BTreeMap<Target, BTreeSet<Key>> = BTreeMap::new();
        let mut add = |source, relation: Relation, target: &[u8]| {
            let target = (relation as u8, target.to_vec());
            all.entry(target).or_default().insert(source);
        };
        for row in self.every::<Place>() {
            let key = Key::of(row.id);
            add(key, Relation::Numbered, &row.number.get().to_be_bytes());
            if let Some(parent) = row.details.parent {
                add(key, Relation::In, &parent.bytes());
            }
            for guest in &row.details.guests {
                add(key, Relation::SharedWith, &guest.bytes());
            }
        }
        for row in self.every::<Item>() {
            let key = Key::of(row.id);
            let details = &row.details;
            if let Some(number) = row.number {
                add(key, Relation::Numbered, &number.get().to_be_bytes());
            }
            match details.location {
                Location::Unknown => {}
                Location::Place(place) => add(key, Relation::In, &place.bytes()),
                Location::Inside(item) => add(key, Relation::In, &item.bytes()),
            }
            if let Some(category) = details.category {
                add(key, Relation::Of, &category.bytes());
            }
            for tag in &details.tags {
                add(key, Relation::Tagged, &tag.bytes());
            }
            for share in &details.owners {
                add(key, Relation::Owned, &share.person.bytes());
            }
            for link in &details.links {
                add(key, Relation::LinkedTo, &link.to.bytes());
            }
            for guest in &details.guests {
                add(key, Relation::SharedWith, &guest.bytes());
            }
        }
        for row in self.every::<Attachment>() {
            let key = Key::of(row.id);
            add(key, Relation::AttachedTo, &bytes_of(row.of));
            add(key, Relation::Holds, &row.blob.bytes());
            for left in &row.left {
                add(key, Relation::HasLeft, &bytes_of(*left));
            }
        }
        for row in self.every::<Category>() {
            if let Some(parent) = row.parent {
                add(Key::of(row.id), Relation::Of, &parent.bytes());
            }
        }
        for row in self.every::<SavedSearch>() {
            add(Key::of(row.id), Relation::Owned, &row.person.bytes());
        }
        for row in self.every::<Receipt>() {
            let key = Key::of(row.id);
            for line in &row.details.lines {
                if let Some(item) = line.item {
                    add(key, Relation::Proves, &item.bytes());
                }
            }
            for person in &row.details.only {
                add(key, Relation::Owned, &person.bytes());
            }
        }
        for row in self.every::<Report>() {
            for file in held_by(row) {
                add(Key::of(row.id), Relation::Holds, &file.bytes());
            }
        }
        self.references_to_things(&mut add);
        all
    }

    /// What belongs to one thing refers to it, and to what it was done or claimed by.
    fn references_to_things(&self, add: &mut impl FnMut(Key, Relation, &[u8])) {
        for row in self.every::<Warranty>() {
            let key = Key::of(row.id);
            add(key, Relation::Covers, &row.item.bytes());
            if let Some(proof) = row.details.proof {
                add(key, Relation::ProvedBy, &proof.bytes());
            }
        }
        for row in self.every::<Claim>() {
            let key = Key::of(row.id);
            add(key, Relation::ClaimOf, &row.item.bytes());
            if let Against::Warranty(warranty) = row.details.against {
                add(key, Relation::ClaimBy, &warranty.bytes());
            }
        }
        for row in self.every::<Plan>() {
            let key = Key::of(row.id);
            add(key, Relation::Plans, &row.item.bytes());
            if let Some(person) = row.details.who {
                add(key, Relation::Falls, &person.bytes());
            }
        }
        for row in self.every::<Job>() {
            let key = Key::of(row.id);
            add(key, Relation::DoneFor, &row.item.bytes());
            if let Some(plan) = row.details.plan {
                add(key, Relation::Fulfils, &plan.bytes());
            }
        }
        for row in self.every::<Loan>() {
            add(Key::of(row.id), Relation::Lends, &row.item.bytes());
        }
        for row in self.every::<Memory>() {
            add(Key::of(row.id), Relation::Remembers, &row.item.bytes());
        }
        for row in self.every::<Bequest>() {
            add(Key::of(row.id), Relation::Bequeaths, &row.item.bytes());
        }
        for row in self.every::<Division>() {
            let key = Key::of(row.id);
            for lot in &row.lots {
                add(key, Relation::Divides, &lot.item.bytes());
            }
        }
        for row in self.every::<Loss>() {
            let key = Key::of(row.id);
            add(key, Relation::Loses, &row.item.bytes());
            add(key, Relation::CameOf, &row.details.incident.bytes());
        }
    }
}

fn bytes_of(bearer: Bearer) -> [u8; 16] {
    match bearer {
        Bearer::Item(item) => item.bytes(),
        Bearer::Place(place) => place.bytes(),
        Bearer::Receipt(receipt) => receipt.bytes(),
        Bearer::Claim(claim) => claim.bytes(),
        Bearer::Job(job) => job.bytes(),
        Bearer::Memory(memory) => memory.bytes(),
        Bearer::Incident(incident) => incident.bytes(),
    }
}
