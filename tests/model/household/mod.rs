//! A household in plain maps: what an archive has to be, said without a database.
//!
//! It takes rows, changes and ids as the program spells them, and nothing that the program does with them.

mod attachments;
mod bin;
mod categories;
mod deeds;
mod divisions;
mod incidents;
mod items;
mod memories;
mod people;
mod places;
mod policies;
mod promises;
mod purging;
mod receipts;
mod references;
mod refusal;
mod reports;
mod saved_searches;
mod shelf;
mod sight;
mod tags;
mod totals;
mod undoing;
mod upkeep;

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use jiff::{Timestamp, civil::Date};
use smartinventory::{
    domain::{
        attachment::Attachment,
        bequest::Bequest,
        blob::BlobHash,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household as Home,
        id::Id,
        incident::Incident,
        item::Item,
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        number::Number,
        person::{Person, PersonId},
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
    },
    store::{Change, Expect, Key, Noun, Revision, Row, Stamp, Touch},
};
use uuid::Uuid;

use self::refusal::{editor, expect, head, in_use, manager, permit, refuse};
pub use self::{
    bin::picked,
    deeds::currency,
    refusal::{Refusal, invalid},
    reports::sees_report,
    shelf::{Kept, Shelf},
    totals::Total,
};

/// What came of something that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The number of the newest change.
    pub change: u64,
    /// The change that undo takes back.
    pub undo: Option<u64>,
    /// The files that nothing holds any more.
    pub loose: Vec<BlobHash>,
}

/// What came of doing something.
pub type Outcome = Result<Done, Refusal>;

/// When something is done.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub now: Timestamp,
    pub today: Date,
    /// How long the clock has run.
    pub run: Duration,
}

/// Everything that an archive holds.
#[derive(Clone, Debug, Default)]
pub struct Household {
    home: Shelf<Home>,
    people: Shelf<Person>,
    places: Shelf<Place>,
    items: Shelf<Item>,
    attachments: Shelf<Attachment>,
    tags: Shelf<Tag>,
    categories: Shelf<Category>,
    searches: Shelf<SavedSearch>,
    receipts: Shelf<Receipt>,
    warranties: Shelf<Warranty>,
    claims: Shelf<Claim>,
    plans: Shelf<Plan>,
    jobs: Shelf<Job>,
    loans: Shelf<Loan>,
    memories: Shelf<Memory>,
    bequests: Shelf<Bequest>,
    incidents: Shelf<Incident>,
    losses: Shelf<Loss>,
    policies: Shelf<Policy>,
    divisions: Shelf<Division>,
    reports: Shelf<Report>,
    rounds: Shelf<Round>,
    sightings: Shelf<Sighting>,
    pub log: Vec<Change>,
    numbers: u32,
    /// The number of the last report.
    last_report: u32,
    /// The days that have been counted: when by the clock, and which change was the newest.
    days: Vec<(Timestamp, u64)>,
    /// How long the clock had run when a day was counted last since the archive was opened.
    counted: Option<Duration>,
    /// The ids of rows to come.
    ids: BTreeMap<Noun, VecDeque<Uuid>>,
    hand: Option<Hand>,
}

/// The change at hand.
#[derive(Clone, Debug)]
struct Hand {
    stamp: Stamp,
    today: Date,
    touched: BTreeMap<Key, Touch>,
    undoes: Option<u64>,
}

impl Household {
    /// One with its first people, as a change that nobody made.
    pub fn begin(home: Home, people: Vec<Person>, moment: Moment) -> Self {
        let mut household = Self::default();
        let begun = household.change(None, "household-claim", moment, |household| {
            household.put(home, Expect::Any)?;
            for person in people {
                household.put(person, Expect::Any)?;
            }
            Ok(Vec::new())
        });
        begun.unwrap();
        household
    }

    /// Hands over the ids of the rows that are to be made, by noun and in order: chance is not the household's to know.
    pub fn expect_ids(&mut self, ids: BTreeMap<Noun, VecDeque<Uuid>>) {
        self.ids = ids;
    }

    /// The ids that no row was made with.
    pub fn ids_left(&self) -> usize {
        self.ids.values().map(VecDeque::len).sum()
    }

    /// The archive is closed and opened again.
    pub fn reopen(&mut self) {
        self.counted = None;
    }

    /// The number of the newest change.
    pub fn newest(&self) -> u64 {
        self.log.len() as u64
    }

    /// A change: all that `work` does, with an entry in the log, or nothing.
    fn change(
        &mut self,
        by: Option<PersonId>,
        action: &str,
        moment: Moment,
        work: impl FnOnce(&mut Self) -> Result<Vec<BlobHash>, Refusal>,
    ) -> Outcome {
        let before = self.clone();
        let at = moment.now;
        self.hand = Some(Hand {
            stamp: Stamp { at, by },
            today: moment.today,
            touched: BTreeMap::new(),
            undoes: None,
        });
        let outcome = work(self);
        if outcome.is_ok() {
            self.follow_incidents();
        }
        let Hand {
            touched, undoes, ..
        } = self.hand.take().expect("a change is at hand");
        let loose = match outcome {
            Ok(loose) if !touched.is_empty() => loose,
            outcome => {
                *self = before;
                let change = self.newest();
                let undo = None;
                return outcome.map(|loose| Done {
                    change,
                    undo,
                    loose,
                });
            }
        };
        let number = self.newest() + 1;
        let action = action.to_owned();
        let touched = touched.into_values().collect();
        self.log.push(Change {
            number,
            at,
            by,
            action,
            touched,
            undoes,
        });
        Ok(Done {
            change: number,
            undo: Some(number),
            loose,
        })
    }

    fn hand(&mut self) -> &mut Hand {
        self.hand.as_mut().expect("a change is at hand")
    }

    fn today(&mut self) -> Date {
        self.hand().today
    }

    /// The id of a row to be made; one that never was when none is expected, which shows as a difference.
    fn id<T: Kept>(&mut self) -> Id<T> {
        let next = self.ids.entry(T::NOUN).or_default().pop_front();
        Id::from_uuid(next.unwrap_or(Uuid::nil()))
    }

    fn number(&mut self) -> Number {
        self.numbers += 1;
        Number::new(self.numbers)
    }

    /// Makes a row, or says something else in it. What says nothing new changes nothing.
    fn put<T: Kept>(&mut self, body: T, seen: Expect) -> Result<Row<T>, Refusal> {
        let present = self.find(body.id()).cloned();
        if let Some(row) = &present {
            if row.binned.is_some() {
                return Err(Refusal::Conflict);
            }
            expect(row, seen)?;
            if row.body == body {
                return Ok(row.clone());
            }
        } else if seen != Expect::Any {
            return Err(Refusal::Conflict);
        }
        let stamp = self.hand().stamp;
        let created = present.map_or(stamp, |row| row.created);
        Ok(self.write(body, created, None))
    }

    /// Puts a row into the bin.
    fn bin<T: Kept>(&mut self, id: Id<T>) -> Result<Row<T>, Refusal> {
        let row = self.get(id)?;
        if row.binned.is_some() {
            return Ok(row);
        }
        let stamp = self.hand().stamp;
        Ok(self.write(row.body, row.created, Some(stamp)))
    }

    /// Takes a row out of the bin.
    fn restore<T: Kept>(&mut self, id: Id<T>) -> Result<Row<T>, Refusal> {
        let row = self.get(id)?;
        if row.binned.is_none() {
            return Ok(row);
        }
        Ok(self.write(row.body, row.created, None))
    }

    /// Says something else in a row, in the bin or not, where it stays.
    fn correct<T: Kept>(&mut self, id: Id<T>, with: impl FnOnce(&mut T)) {
        let mut row = self.get(id).expect("what is corrected is there");
        with(&mut row.body);
        self.write(row.body, row.created, row.binned);
    }

    /// Removes a row and every version of it.
    fn purge<T: Kept>(&mut self, id: Id<T>) {
        let versions = T::shelf_mut(self).rows.remove(&id).expect("it is there");
        let number = self.newest() + 1;
        let earlier = versions.iter().rfind(|row| row.revision.get() < number);
        let key = Key::of(id);
        let before = earlier.map(|row| row.revision);
        let touch = Touch {
            key,
            before,
            purged: true,
        };
        self.hand().touched.insert(key, touch);
    }

    fn write<T: Kept>(&mut self, body: T, created: Stamp, binned: Option<Stamp>) -> Row<T> {
        let (id, key) = (body.id(), Key::of(body.id()));
        let row = Row {
            revision: Revision::new(self.newest() + 1),
            created,
            changed: self.hand().stamp,
            binned,
            body,
        };
        let all = T::shelf_mut(self);
        if !all.rows.contains_key(&id) {
            all.known.push(id);
        }
        let versions = all.rows.entry(id).or_default();
        let before = versions.last().map(|row| row.revision);
        if before == Some(row.revision) {
            versions.pop();
        }
        versions.push(row.clone());
        let touch = Touch {
            key,
            before,
            purged: false,
        };
        self.hand().touched.entry(key).or_insert(touch);
        row
    }
}
