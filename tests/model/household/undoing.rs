//! Taking changes back.

use smartinventory::{
    domain::{
        attachment::Attachment,
        bequest::Bequest,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household as Home,
        incident::Incident,
        item::{Item, ItemId, Location},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Person,
        place::{Place, PlaceId},
        plan::{Plan, PlanId},
        policy::Policy,
        receipt::{Line, Receipt},
        report::Report,
        round::Round,
        saved_search::SavedSearch,
        sighting::Sighting,
        tag::{Tag, TagId},
        warranty::Warranty,
    },
    store::{Change, Key, Noun, Revision, Row, Touch},
};

use super::{Household, Kept, Refusal, editor};

impl Household {
    /// Makes every row what it was before a change.
    pub(super) fn undo(&mut self, by: &Person, number: u64) -> Result<(), Refusal> {
        let change = self.logged(number).ok_or(Refusal::NotFound)?;
        let touched = self.taken_back(&change);
        for touch in &touched {
            self.check_undo(by, &change, touch)?;
        }
        for touch in &touched {
            self.step_back(touch)?;
        }
        for touch in &touched {
            self.settle(touch.key);
        }
        self.hand().undoes = Some(number);
        let has_people = touched.iter().any(|touch| touch.key.noun == Noun::Person);
        if has_people && !self.is_in_order() {
            return Err(Refusal::Conflict);
        }
        Ok(())
    }

    fn logged(&self, number: u64) -> Option<Change> {
        self.log
            .iter()
            .find(|change| change.number == number)
            .cloned()
    }

    /// Everything that a change touched, but for tags that came with it and that others have put to use since.
    fn taken_back(&self, change: &Change) -> Vec<Touch> {
        let stays = |touch: &Touch| {
            self.came_along(change, touch.key)
                && !self.was_in_use(touch)
                && !(self.is_as_left(touch, change) && self.leaning(touch, change).is_empty())
        };
        let mut touched = change.touched.clone();
        touched.retain(|touch| !stays(touch));
        touched
    }

    /// Whether a row is a tag that somebody made by putting it on a thing, in this change or in the first of those that
    /// take each other back.
    fn came_along(&self, change: &Change, key: Key) -> bool {
        let mut first = change.clone();
        while let Some(undone) = first.undoes {
            first = self.logged(undone).expect("what is undone is in the log");
        }
        let made = |touch: &Touch| touch.key == key && touch.before.is_none();
        key.noun == Noun::Tag
            && first.touched.iter().any(made)
            && first
                .touched
                .iter()
                .any(|touch| touch.key.noun == Noun::Item)
    }

    /// Whether what was touched was there before, out of the bin.
    fn was_in_use(&self, touch: &Touch) -> bool {
        fn version<T: Kept>(household: &Household, key: Key, before: Revision) -> bool {
            let mut versions = household.versions::<T>(key.id().unwrap()).iter();
            versions.any(|row| row.revision == before && row.binned.is_none())
        }
        let Some(before) = touch.before else {
            return false;
        };
        match touch.key.noun {
            Noun::Place => version::<Place>(self, touch.key, before),
            Noun::Tag => version::<Tag>(self, touch.key, before),
            Noun::Category => version::<Category>(self, touch.key, before),
            _ => true,
        }
    }

    /// Whether a row is still what a change made of it.
    fn is_as_left(&self, touch: &Touch, change: &Change) -> bool {
        self.revision(touch.key) == Some(Revision::new(change.number))
    }

    fn revision(&self, key: Key) -> Option<Revision> {
        fn of<T: Kept>(household: &Household, key: Key) -> Option<Revision> {
            let row = household.find::<T>(key.id()?)?;
            Some(row.revision)
        }
        match key.noun {
            Noun::Household => of::<Home>(self, key),
            Noun::Person => of::<Person>(self, key),
            Noun::Place => of::<Place>(self, key),
            Noun::Item => of::<Item>(self, key),
            Noun::Attachment => of::<Attachment>(self, key),
            Noun::Tag => of::<Tag>(self, key),
            Noun::Category => of::<Category>(self, key),
            Noun::SavedSearch => of::<SavedSearch>(self, key),
            Noun::Receipt => of::<Receipt>(self, key),
            Noun::Warranty => of::<Warranty>(self, key),
            Noun::Claim => of::<Claim>(self, key),
            Noun::Plan => of::<Plan>(self, key),
            Noun::Job => of::<Job>(self, key),
            Noun::Loan => of::<Loan>(self, key),
            Noun::Memory => of::<Memory>(self, key),
            Noun::Bequest => of::<Bequest>(self, key),
            Noun::Incident => of::<Incident>(self, key),
            Noun::Loss => of::<Loss>(self, key),
            Noun::Policy => of::<Policy>(self, key),
            Noun::Division => of::<Division>(self, key),
            Noun::Report => of::<Report>(self, key),
            Noun::Round => of::<Round>(self, key),
            Noun::Sighting => of::<Sighting>(self, key),
        }
    }

    /// The rows that need a place, tag or category which a change brought, and that it did not touch.
    fn leaning(&self, touch: &Touch, change: &Change) -> Vec<Key> {
        if self.was_in_use(touch) {
            return Vec::new();
        }
        let keys = |things: Vec<_>| things.into_iter().map(Key::of::<Item>);
        let mut leaning: Vec<Key> = Vec::new();
        match touch.key.noun {
            Noun::Place => {
                let id: PlaceId = touch.key.id().unwrap();
                let inner = self.which(|place: &Place| place.details.parent == Some(id));
                leaning.extend(inner.into_iter().map(Key::of));
                let here = Location::Place(id);
                leaning.extend(keys(
                    self.which(|thing: &Item| thing.details.location == here),
                ));
            }
            Noun::Tag => {
                let id: TagId = touch.key.id().unwrap();
                leaning.extend(keys(
                    self.which(|thing: &Item| thing.details.tags.contains(&id)),
                ));
            }
            Noun::Category => {
                let id = touch.key.id::<Category>();
                let inner = self.which(|category: &Category| category.parent == id);
                leaning.extend(inner.into_iter().map(Key::of));
                leaning.extend(keys(
                    self.which(|thing: &Item| thing.details.category == id),
                ));
            }
            _ => {}
        }
        leaning.retain(|key| change.touched.iter().all(|touch| touch.key != *key));
        leaning
    }

    fn check_undo(&self, by: &Person, change: &Change, touch: &Touch) -> Result<(), Refusal> {
        if self.came_along(change, touch.key) {
            editor(by)?;
        } else {
            self.may_change(by, touch.key)?;
        }
        if touch.purged
            || !self.is_as_left(touch, change)
            || !self.leaning(touch, change).is_empty()
        {
            return Err(Refusal::Conflict);
        }
        match (touch.key.noun, touch.before) {
            (Noun::Household, None) => Err(Refusal::Denied),
            // Nobody hides a thing from themselves.
            (Noun::Item, Some(before)) => {
                let version = self.version::<Item>(touch.key, before);
                super::permit(self.sees(by, &version))
            }
            (Noun::Receipt, Some(before)) => {
                let version = self.version::<Receipt>(touch.key, before);
                super::permit(self.sees_receipt(by, &version))
            }
            // A photo goes back only to what they may change.
            (Noun::Attachment, Some(before)) => {
                let version = self.version::<Attachment>(touch.key, before);
                self.own_bearer(by, version.of).map_err(|_| Refusal::Denied)
            }
            (Noun::Loss, Some(before)) => {
                let version = self.version::<Loss>(touch.key, before);
                self.may_stand(&version)
            }
            _ => Ok(()),
        }
    }

    fn version<T: Kept>(&self, key: Key, revision: Revision) -> Row<T> {
        let mut versions = self.versions::<T>(key.id().unwrap()).iter();
        let version = versions.find(|row| row.revision == revision);
        version.expect("a version is there").clone()
    }

    fn step_back(&mut self, touch: &Touch) -> Result<(), Refusal> {
        match touch.key.noun {
            Noun::Household => self.step_back_as::<Home>(touch),
            Noun::Person => self.step_back_as::<Person>(touch),
            Noun::Place => self.step_back_as::<Place>(touch),
            Noun::Item => self.step_back_as::<Item>(touch),
            Noun::Attachment => self.step_back_as::<Attachment>(touch),
            Noun::Tag => self.step_back_as::<Tag>(touch),
            Noun::Category => self.step_back_as::<Category>(touch),
            Noun::SavedSearch => self.step_back_as::<SavedSearch>(touch),
            Noun::Receipt => self.step_back_as::<Receipt>(touch),
            Noun::Warranty => self.step_back_as::<Warranty>(touch),
            Noun::Claim => self.step_back_as::<Claim>(touch),
            Noun::Plan => self.step_back_as::<Plan>(touch),
            Noun::Job => self.step_back_as::<Job>(touch),
            Noun::Loan => self.step_back_as::<Loan>(touch),
            Noun::Memory => self.step_back_as::<Memory>(touch),
            Noun::Bequest => self.step_back_as::<Bequest>(touch),
            Noun::Incident => self.step_back_as::<Incident>(touch),
            Noun::Loss => self.step_back_as::<Loss>(touch),
            Noun::Policy => self.step_back_as::<Policy>(touch),
            Noun::Division => self.step_back_as::<Division>(touch),
            Noun::Report => self.step_back_as::<Report>(touch),
            Noun::Round => self.step_back_as::<Round>(touch),
            Noun::Sighting => self.step_back_as::<Sighting>(touch),
        }
    }

    fn step_back_as<T: Kept>(&mut self, touch: &Touch) -> Result<(), Refusal> {
        match touch.before {
            Some(before) => {
                let version = self.version::<T>(touch.key, before);
                self.write(version.body, version.created, version.binned);
            }
            None => {
                self.bin::<T>(touch.key.id().unwrap())?;
            }
        }
        Ok(())
    }

    /// Leaves nothing in a place that has gone: it is put where that place's removal would have moved it. Of a thing that
    /// is gone for good nothing speaks any more.
    fn settle(&mut self, key: Key) {
        self.let_go(key);
        if let Some(row) = key.id().and_then(|id| self.find::<Item>(id)) {
            let (id, location) = (row.id, row.details.location);
            if let Location::Place(place) = location {
                let there = self.remaining(place);
                self.move_thing(id, there.map_or(Location::Unknown, Location::Place));
            }
        } else if let Some(row) = key.id().and_then(|id| self.find::<Place>(id)) {
            let (id, parent) = (row.id, row.details.parent);
            if let Some(parent) = parent {
                let there = self.remaining(parent).filter(|there| *there != id);
                self.move_place(id, there);
            }
        }
    }

    fn let_go(&mut self, key: Key) {
        let there = self.clone();
        self.let_go_of_promises(&there, key);
        let is_there = |id: ItemId| there.find::<Item>(id).is_some();
        if let Some(row) = key.id().and_then(|id| there.find::<Item>(id)) {
            let lost = row.details.links.iter().any(|link| !is_there(link.to));
            let outside = matches!(row.details.location, Location::Inside(id) if !is_there(id));
            if lost || outside {
                self.correct(row.id, |thing: &mut Item| {
                    thing.details.links.retain(|link| is_there(link.to));
                    if outside {
                        thing.details.location = Location::Unknown;
                    }
                });
            }
        } else if let Some(row) = key.id().and_then(|id| there.find::<Receipt>(id)) {
            let lost = |line: &Line| line.item.is_some_and(|id| !is_there(id));
            if row.details.lines.iter().any(lost) {
                self.correct(row.id, |receipt: &mut Receipt| {
                    for line in receipt.details.lines.iter_mut().filter(|line| lost(line)) {
                        line.item = None;
                    }
                });
            }
        } else if let Some(row) = key.id().and_then(|id| there.find::<Division>(id)) {
            if row.lots.iter().any(|lot| !is_there(lot.item)) {
                self.correct(row.id, |division: &mut Division| {
                    division.lots.retain(|lot| is_there(lot.item));
                });
            }
        } else if let Some(row) = key.id().and_then(|id| there.find::<Job>(id)) {
            let lost = |plan: PlanId| there.find::<Plan>(plan).is_none();
            if row.details.plan.is_some_and(lost) {
                self.correct(row.id, |job: &mut Job| job.details.plan = None);
            }
        }
    }

    /// A place, or the nearest around it that is in use.
    fn remaining(&self, place: PlaceId) -> Option<PlaceId> {
        let around = self.with_places_around(place);
        around.into_iter().find(|place| self.is_live(*place))
    }
}
