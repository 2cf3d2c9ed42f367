//! Who and what the numbers of a deed mean in a household as it is, and what is said in it as the domain has it.

mod incidents;
mod reports;

use jiff::civil::date;
use smartinventory::{
    domain::{
        attachment::{Attachment, AttachmentId, Bearer},
        bequest::{Bequest, BequestDetails, BequestId},
        category::{Category, CategoryId},
        claim::{Against, Claim, ClaimDetails, ClaimId},
        division::{Division, DivisionDetails, DivisionId, Move, Party},
        household::Household as Home,
        id::Id,
        identifier::{Identifier, IdentifierKind},
        item::{
            Acquired, Archived, Departure, Details, Item, ItemId, ItemLink, LinkKind, Location,
            Quantity, Share,
        },
        job::{Job, JobDetails, JobId},
        loan::{Loan, LoanDetails, LoanId},
        memory::{Memory, MemoryId},
        money::{Currency, Money},
        number::Number,
        person::{Person, PersonId},
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
        plan::{Plan, PlanDetails, PlanId},
        policy::{Policy, PolicyDetails, PolicyId},
        receipt::{Line, Receipt, ReceiptDetails, ReceiptId},
        rhythm::Rhythm,
        saved_search::{SavedSearch, SavedSearchId},
        tag::{Tag, TagId},
        warranty::{Warranty, WarrantyDetails, WarrantyId},
    },
    store::{Expect, Revision},
};
use uuid::Uuid;

pub use self::{
    incidents::happened,
    reports::{asked, written},
};

use crate::{
    deed::{Edit, Facts, Fault, Ground, Holder, Nth, Play, Promise, Seen, Sketch, Slip, Spot},
    household::{Household, Kept},
};

/// The household before a deed, asked for who is meant.
pub struct Cast<'a>(pub &'a Household);

/// What is said of a loan.
pub fn loan_told(to: &str) -> LoanDetails {
    LoanDetails::since(date(2024, 2, 29), to.to_owned())
}

/// What is said of a policy.
pub fn insured(insurer: &str) -> PolicyDetails {
    PolicyDetails {
        insurer: insurer.to_owned(),
        ..PolicyDetails::of_sum(kronor(1_000_000))
    }
}

/// What is said of a division.
pub fn shared(name: &str) -> DivisionDetails {
    DivisionDetails {
        name: name.to_owned(),
        parties: vec![Party::named("Anna"), Party::named("Bo")],
        ..DivisionDetails::default()
    }
}

/// What is said of a bequest.
pub fn meant_for(to: &str, open: bool) -> BequestDetails {
    BequestDetails {
        to: to.to_owned(),
        note: String::new(),
        open,
    }
}

impl Cast<'_> {
    /// The one that so many of its noun came after, gone for good or not. Where there are none, one that never was.
    fn nth<T: Kept>(&self, nth: Nth) -> Id<T> {
        let known = &T::shelf(self.0).known;
        match known.len() {
            0 => Id::from_uuid(Uuid::max()),
            count => known[count - 1 - usize::from(nth) % count],
        }
    }

    /// The last of a noun that was made.
    pub fn last<T: Kept>(&self) -> Option<Id<T>> {
        T::shelf(self.0).known.last().copied()
    }

    /// A person who has not left, by the order in which they came.
    pub fn actor(&self, by: u8) -> Person {
        let people: Vec<_> = self.0.all::<Person>().collect();
        people[usize::from(by) % people.len()].body.clone()
    }

    pub fn thing(&self, nth: Nth) -> ItemId {
        self.nth::<Item>(nth)
    }

    /// The number on a thing's label; 0 for one that has none.
    pub fn number(&self, nth: Nth) -> u32 {
        let thing = self.0.find::<Item>(self.thing(nth));
        let number = thing.and_then(|row| row.number);
        number.map_or(0, Number::get)
    }

    pub fn things(&self, nths: &[Nth]) -> Vec<ItemId> {
        nths.iter().map(|nth| self.thing(*nth)).collect()
    }

    pub fn place(&self, nth: Nth) -> PlaceId {
        self.nth::<Place>(nth)
    }

    pub fn person(&self, nth: Nth) -> PersonId {
        self.nth::<Person>(nth)
    }

    pub fn people(&self, nths: &[Nth]) -> Vec<PersonId> {
        nths.iter().map(|nth| self.person(*nth)).collect()
    }

    pub fn tag(&self, nth: Nth) -> TagId {
        self.nth::<Tag>(nth)
    }

    pub fn tags(&self, nths: &[Nth]) -> Vec<TagId> {
        nths.iter().map(|nth| self.tag(*nth)).collect()
    }

    pub fn category(&self, nth: Nth) -> CategoryId {
        self.nth::<Category>(nth)
    }

    pub fn attachment(&self, nth: Nth) -> AttachmentId {
        self.nth::<Attachment>(nth)
    }

    pub fn attachments(&self, nths: &[Nth]) -> Vec<AttachmentId> {
        nths.iter().map(|nth| self.attachment(*nth)).collect()
    }

    pub fn receipt(&self, nth: Nth) -> ReceiptId {
        self.nth::<Receipt>(nth)
    }

    pub fn slip(&self, slip: &Slip) -> ReceiptDetails {
        let lines = slip.lines.iter().map(|thing| Line {
            text: "Vara".to_owned(),
            price: None,
            item: thing.map(|nth| self.thing(nth)),
        });
        let mut only = Vec::new();
        for person in self.people(&slip.only) {
            if !only.contains(&person) {
                only.push(person);
            }
        }
        ReceiptDetails {
            shop: slip.shop.to_owned(),
            lines: lines.collect(),
            only,
            ..ReceiptDetails::default()
        }
    }

    pub fn warranty(&self, nth: Nth) -> WarrantyId {
        self.nth::<Warranty>(nth)
    }

    pub fn promise(&self, promise: &Promise) -> WarrantyDetails {
        WarrantyDetails {
            provider: promise.provider.to_owned(),
            proof: promise.proof.map(|nth| self.receipt(nth)),
            ..WarrantyDetails::default()
        }
    }

    pub fn claim(&self, nth: Nth) -> ClaimId {
        self.nth::<Claim>(nth)
    }

    pub fn fault(&self, fault: &Fault) -> ClaimDetails {
        let by = fault.by.map(|nth| Against::Warranty(self.warranty(nth)));
        ClaimDetails {
            problem: fault.problem.to_owned(),
            against: by.unwrap_or_default(),
            ..ClaimDetails::opened_on(date(2024, 5, 3))
        }
    }

    pub fn plan(&self, nth: Nth) -> PlanId {
        self.nth::<Plan>(nth)
    }

    pub fn job(&self, nth: Nth) -> JobId {
        self.nth::<Job>(nth)
    }

    pub fn loan(&self, nth: Nth) -> LoanId {
        self.nth::<Loan>(nth)
    }

    pub fn memory(&self, nth: Nth) -> MemoryId {
        self.nth::<Memory>(nth)
    }

    pub fn bequest(&self, nth: Nth) -> BequestId {
        self.nth::<Bequest>(nth)
    }

    pub fn division(&self, nth: Nth) -> DivisionId {
        self.nth::<Division>(nth)
    }

    /// A move, upon the lot as it is.
    pub fn made(&self, id: DivisionId, play: &Play) -> Move {
        let division = self.0.find::<Division>(id);
        let known = |lot| {
            let lot = division.and_then(|division| division.lot(lot));
            lot.map_or(0, |lot| lot.changed)
        };
        match *play {
            Play::Take(thing, turn) => Move::Take {
                lot: self.thing(thing),
                turn,
            },
            Play::Pass(turn) => Move::Pass { turn },
            Play::Give(thing, to) => {
                let lot = self.thing(thing);
                let known = known(lot);
                Move::Give { lot, to, known }
            }
            Play::Drop(thing) => {
                let lot = self.thing(thing);
                let known = known(lot);
                Move::Drop { lot, known }
            }
            Play::Settle => Move::Settle,
            Play::Reopen => Move::Reopen,
        }
    }

    pub fn policy(&self, nth: Nth) -> PolicyId {
        self.nth::<Policy>(nth)
    }

    pub fn intention(&self, what: &str, who: Option<Nth>) -> PlanDetails {
        PlanDetails {
            what: what.to_owned(),
            note: String::new(),
            rhythm: Rhythm::AfterDone("P1M".parse().unwrap()),
            first: date(2024, 2, 29),
            season: None,
            who: who.map(|nth| self.person(nth)),
        }
    }

    pub fn job_told(&self, what: &str, plan: Option<Nth>) -> JobDetails {
        JobDetails {
            plan: plan.map(|nth| self.plan(nth)),
            ..JobDetails::on(date(2024, 2, 29), what.to_owned())
        }
    }

    pub fn search(&self, nth: Nth) -> SavedSearchId {
        self.nth::<SavedSearch>(nth)
    }

    pub fn bearer(&self, holder: Holder) -> Bearer {
        match holder {
            Holder::Thing(nth) => Bearer::Item(self.thing(nth)),
            Holder::Place(nth) => Bearer::Place(self.place(nth)),
            Holder::Receipt(nth) => Bearer::Receipt(self.receipt(nth)),
            Holder::Claim(nth) => Bearer::Claim(self.claim(nth)),
            Holder::Job(nth) => Bearer::Job(self.job(nth)),
            Holder::Memory(nth) => Bearer::Memory(self.memory(nth)),
            Holder::Incident(nth) => Bearer::Incident(self.incident(nth)),
        }
    }

    pub fn location(&self, spot: Spot) -> Location {
        match spot {
            Spot::Nowhere => Location::Unknown,
            Spot::Place(nth) => Location::Place(self.place(nth)),
            Spot::Thing(nth) => Location::Inside(self.thing(nth)),
        }
    }

    pub fn shares(&self, nths: &[Nth]) -> Vec<Share> {
        let shares = nths.iter().map(|nth| Share {
            person: self.person(*nth),
            parts: u32::from(*nth) + 1,
        });
        shares.collect()
    }

    /// The version of a row that a save says it has seen.
    pub fn seen<T: Kept>(&self, id: Id<T>, seen: Seen) -> Expect {
        let present = self.0.find(id).map_or(0, |row| row.revision.get());
        match seen {
            Seen::Any => Expect::Any,
            Seen::Now => Expect::Revision(Revision::new(present)),
            Seen::Before => Expect::Revision(Revision::new(present.saturating_sub(1))),
        }
    }

    /// The version of the household that a save says it has seen.
    pub fn home_seen(&self, seen: Seen) -> Expect {
        self.seen(Home::ID, seen)
    }

    /// The version of a thing that so many came after.
    pub fn version(&self, id: ItemId, nth: Nth) -> Revision {
        let versions = self.0.versions(id);
        let back = usize::from(nth) % versions.len().max(1);
        let version = versions.iter().rev().nth(back);
        version.map_or(Revision::new(0), |row| row.revision)
    }

    /// The change that so many came after.
    pub fn change(&self, nth: Nth) -> u64 {
        self.0.newest().saturating_sub(nth.into())
    }

    pub fn details(&self, sketch: &Sketch) -> Details {
        let mut details = Details {
            name: sketch.name.to_owned(),
            location: self.location(sketch.at),
            category: sketch.category.map(|nth| self.category(nth)),
            tags: self.tags(&sketch.tags),
            owners: self.shares(&sketch.owners),
            private: sketch.private,
            guests: self.people(&sketch.guests),
            links: self.links(&sketch.links),
            value: sketch.value.map(kronor),
            ..Details::default()
        };
        say(&sketch.facts, &mut details);
        details
    }

    fn links(&self, links: &[(LinkKind, Nth)]) -> Vec<ItemLink> {
        let links = links.iter().map(|(kind, nth)| ItemLink {
            kind: *kind,
            to: self.thing(*nth),
        });
        links.collect()
    }

    /// Says one thing anew.
    pub fn edit(&self, edit: &Edit, details: &mut Details) {
        match edit {
            Edit::Name(name) => (*name).clone_into(&mut details.name),
            Edit::Move(spot) => details.location = self.location(*spot),
            Edit::Category(nth) => details.category = nth.map(|nth| self.category(nth)),
            Edit::Tags(tags) => details.tags = self.tags(tags),
            Edit::Owners(owners) => details.owners = self.shares(owners),
            Edit::Private(private) => details.private = *private,
            Edit::Guests(guests) => details.guests = self.people(guests),
            Edit::Links(links) => details.links = self.links(links),
            Edit::Value(value) => details.value = value.map(kronor),
            Edit::Facts(facts) => say(facts, details),
        }
    }

    pub fn ground(&self, ground: &Ground) -> PlaceDetails {
        PlaceDetails {
            name: ground.name.to_owned(),
            kind: PlaceKind::Room,
            parent: ground.parent.map(|nth| self.place(nth)),
            note: String::new(),
            guests: self.people(&ground.guests),
        }
    }
}

fn say(facts: &Facts, details: &mut Details) {
    let serial = |text| Identifier::parse(IdentifierKind::Serial, text).unwrap();
    facts.maker.clone_into(&mut details.maker);
    details.identifiers = facts.serial.map(serial).into_iter().collect();
    facts.notes.clone_into(&mut details.notes);
    details.condition = facts.condition;
    details.acquired = Acquired {
        on: facts.acquired.map(|day| day.parse().unwrap()),
        ..Acquired::default()
    };
    details.insured = facts.insured;
    details.quantity = Quantity::new(facts.quantity.max(1)).unwrap();
}

fn kronor(minor: i64) -> Money {
    Money::new(minor, Currency::SEK)
}

/// How a thing left, with nothing more said about it.
pub fn departed(how: Departure) -> Archived {
    Archived {
        how,
        on: None,
        to: "Blocket".to_owned(),
        price: None,
    }
}
