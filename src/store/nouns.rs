//! The nouns that the store keeps, and what a row of each refers to.

use super::record::{Noun, Record, Reference, Relation};
use crate::domain::{
    attachment::{Attachment, Bearer},
    bequest::Bequest,
    category::Category,
    claim::{Against, Claim},
    division::Division,
    household::Household,
    id::Id,
    incident::Incident,
    item::{Item, Location},
    job::Job,
    loan::Loan,
    loss::Loss,
    memory::Memory,
    person::Person,
    place::Place,
    plan::Plan,
    policy::Policy,
    receipt::Receipt,
    report::Report,
    round::Round,
    saved_search::SavedSearch,
    sighting::Sighting,
    tag::Tag,
    warranty::Warranty,
};

fn to<T>(relation: Relation, id: Id<T>) -> Reference {
    (relation, id.bytes().to_vec())
}

impl Record for Household {
    const NOUN: Noun = Noun::Household;

    fn id(&self) -> Id<Self> {
        Self::ID
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Person {
    const NOUN: Noun = Noun::Person;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Place {
    const NOUN: Noun = Noun::Place;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let mut all = vec![(Relation::Numbered, self.number.get().to_be_bytes().to_vec())];
        all.extend(self.details.parent.map(|parent| to(Relation::In, parent)));
        all.extend(
            self.details
                .guests
                .iter()
                .map(|guest| to(Relation::SharedWith, *guest)),
        );
        all
    }
}

impl Record for Item {
    const NOUN: Noun = Noun::Item;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let details = &self.details;
        let mut all = Vec::new();
        all.extend(
            self.number
                .map(|number| (Relation::Numbered, number.get().to_be_bytes().to_vec())),
        );
        match details.location {
            Location::Unknown => {}
            Location::Place(place) => all.push(to(Relation::In, place)),
            Location::Inside(item) => all.push(to(Relation::In, item)),
        }
        all.extend(details.category.map(|category| to(Relation::Of, category)));
        all.extend(details.tags.iter().map(|tag| to(Relation::Tagged, *tag)));
        all.extend(
            details
                .owners
                .iter()
                .map(|share| to(Relation::Owned, share.person)),
        );
        all.extend(
            details
                .links
                .iter()
                .map(|link| to(Relation::LinkedTo, link.to)),
        );
        all.extend(
            details
                .guests
                .iter()
                .map(|guest| to(Relation::SharedWith, *guest)),
        );
        all
    }
}

impl Record for Attachment {
    const NOUN: Noun = Noun::Attachment;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let bearer = |relation, bearer: Bearer| (relation, bearer.uuid().as_bytes().to_vec());
        let mut all = vec![
            bearer(Relation::AttachedTo, self.of),
            (Relation::Holds, self.blob.bytes().to_vec()),
        ];
        let left = self.left.iter();
        all.extend(left.map(|left| bearer(Relation::HasLeft, *left)));
        all
    }
}

impl Record for Tag {
    const NOUN: Noun = Noun::Tag;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Category {
    const NOUN: Noun = Noun::Category;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        self.parent
            .map(|parent| to(Relation::Of, parent))
            .into_iter()
            .collect()
    }
}

impl Record for SavedSearch {
    const NOUN: Noun = Noun::SavedSearch;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![to(Relation::Owned, self.person)]
    }
}

impl Record for Receipt {
    const NOUN: Noun = Noun::Receipt;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let proved = self.details.items().into_iter();
        let people = self.details.only.iter();
        proved
            .map(|item| to(Relation::Proves, item))
            .chain(people.map(|person| to(Relation::Owned, *person)))
            .collect()
    }
}

impl Record for Warranty {
    const NOUN: Noun = Noun::Warranty;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let proof = self.details.proof.into_iter();
        std::iter::once(to(Relation::Covers, self.item))
            .chain(proof.map(|receipt| to(Relation::ProvedBy, receipt)))
            .collect()
    }
}

impl Record for Claim {
    const NOUN: Noun = Noun::Claim;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let mut all = vec![to(Relation::ClaimOf, self.item)];
        if let Against::Warranty(warranty) = self.details.against {
            all.push(to(Relation::ClaimBy, warranty));
        }
        all
    }
}

impl Record for Plan {
    const NOUN: Noun = Noun::Plan;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let mut all = vec![to(Relation::Plans, self.item)];
        all.extend(self.details.who.map(|person| to(Relation::Falls, person)));
        all
    }
}

impl Record for Job {
    const NOUN: Noun = Noun::Job;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let mut all = vec![to(Relation::DoneFor, self.item)];
        all.extend(self.details.plan.map(|plan| to(Relation::Fulfils, plan)));
        all
    }
}

impl Record for Loan {
    const NOUN: Noun = Noun::Loan;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![to(Relation::Lends, self.item)]
    }
}

impl Record for Memory {
    const NOUN: Noun = Noun::Memory;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![to(Relation::Remembers, self.item)]
    }
}

impl Record for Bequest {
    const NOUN: Noun = Noun::Bequest;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![to(Relation::Bequeaths, self.item)]
    }
}

impl Record for Policy {
    const NOUN: Noun = Noun::Policy;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Division {
    const NOUN: Noun = Noun::Division;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        let items = self.lots.iter().map(|lot| lot.item);
        items.map(|item| to(Relation::Divides, item)).collect()
    }
}

impl Record for Incident {
    const NOUN: Noun = Noun::Incident;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Loss {
    const NOUN: Noun = Noun::Loss;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self) -> Vec<Reference> {
        vec![
            to(Relation::Loses, self.item),
            to(Relation::CameOf, self.details.incident),
        ]
    }
}

impl Record for Round {
    const NOUN: Noun = Noun::Round;

    fn id(&self) -> Id<Self> {
        self.id
    }

    /// The place that it goes through may go: what was found there is still what was found.
    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

impl Record for Sighting {
    const NOUN: Noun = Noun::Sighting;

    fn id(&self) -> Id<Self> {
        self.id
    }

    /// The places between which it was moved may go.
    fn references(&self) -> Vec<Reference> {
        vec![
            to(Relation::Sees, self.item),
            to(Relation::SeenIn, self.details.round),
        ]
    }
}

impl Record for Report {
    const NOUN: Noun = Noun::Report;

    fn id(&self) -> Id<Self> {
        self.id
    }

    /// What it tells of may go; what it shows may not.
    fn references(&self) -> Vec<Reference> {
        std::iter::once(&self.content)
            .chain(&self.files)
            .map(|blob| (Relation::Holds, blob.bytes().to_vec()))
            .collect()
    }
}
