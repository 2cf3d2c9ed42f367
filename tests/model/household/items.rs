//! What is done with things.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        category::{Category, CategoryId},
        item::{Archived, Details, Item, ItemId, Location, Share},
        person::Person,
        place::PlaceId,
        tag::{Tag, TagId},
    },
    store::{Expect, Revision, Row},
};

use super::{Household, Refusal, expect, in_use, incidents::happened, invalid, refuse};

/// What is done to each of many things.
#[derive(Clone, Debug)]
pub enum Each {
    Say(Saying),
    Archive(Option<Archived>),
    Remove,
    Restore,
}

/// What is said about each of many things.
#[derive(Clone, Debug)]
pub enum Saying {
    At(Location),
    Tags { add: Vec<TagId>, remove: Vec<TagId> },
    Category(Option<CategoryId>),
    Owners(Vec<Share>),
}

impl Household {
    pub(super) fn insert_thing(
        &mut self,
        by: &Person,
        mut details: Details,
    ) -> Result<Row<Item>, Refusal> {
        let id = self.id();
        tidy(&mut details, by);
        if details.value.is_some() && details.valued_on.is_none() {
            details.valued_on = Some(self.today());
        }
        self.check_thing(by, id, &details, &Details::default())?;
        let number = Some(self.number());
        let thing = Item {
            id,
            number,
            details,
            archived: None,
        };
        self.put(thing, Expect::Any)
    }

    /// Adds things, or tells of each what stands in its way.
    pub(super) fn insert_things(
        &mut self,
        by: &Person,
        things: impl Iterator<Item = Details>,
    ) -> Result<(), Refusal> {
        let mut wrong = BTreeSet::new();
        for (at, details) in things.enumerate() {
            match self.insert_thing(by, details) {
                Err(Refusal::Invalid(fields)) => {
                    wrong.extend(fields.iter().map(|field| format!("items[{at}].{field}")));
                }
                outcome => drop(outcome?),
            }
        }
        refuse(wrong)
    }

    /// Says something else about a thing. Without another day, its value is of today once it is another.
    pub(super) fn say(
        &mut self,
        by: &Person,
        present: &Row<Item>,
        seen: Expect,
        mut details: Details,
    ) -> Result<(), Refusal> {
        tidy(&mut details, by);
        let before = &present.details;
        if details.value != before.value && details.valued_on == before.valued_on {
            details.valued_on = details.value.map(|_| self.today());
        }
        if details.new_price != before.new_price && details.priced_on == before.priced_on {
            details.priced_on = details.new_price.map(|_| self.today());
        }
        self.check_thing(by, present.id, &details, before)?;
        let thing = Item {
            details,
            ..present.body.clone()
        };
        self.put(thing, seen).map(drop)
    }

    /// A thing that somebody may change and that is not in the bin.
    pub(super) fn thing_in_use(&self, by: &Person, id: ItemId) -> Result<Row<Item>, Refusal> {
        let present = self.own_thing(by, id)?;
        in_use(&present)?;
        Ok(present)
    }

    /// That what is newly referred to is there, and for this person's eyes.
    fn check_thing(
        &self,
        by: &Person,
        id: ItemId,
        details: &Details,
        before: &Details,
    ) -> Result<(), Refusal> {
        let mut wrong = BTreeSet::new();
        let mut need = |holds: bool, field: &str| {
            if !holds {
                wrong.insert(field.to_owned());
            }
        };
        need(details.value.is_none_or(|value| value.minor >= 0), "value");
        if details.location != before.location {
            need(self.may_lie(by, id, details.location), "location");
        }
        let category = details
            .category
            .filter(|_| details.category != before.category);
        need(
            category.is_none_or(|category| self.is_live::<Category>(category)),
            "category",
        );
        let mut tags = details.tags.iter().filter(|tag| !before.tags.contains(tag));
        need(tags.all(|tag| self.is_live::<Tag>(*tag)), "tags");
        let mut owners = details
            .owners
            .iter()
            .filter(|share| !before.owners.contains(share));
        need(
            owners.all(|share| self.is_live::<Person>(share.person)),
            "owners",
        );
        let mut guests = details
            .guests
            .iter()
            .filter(|guest| !before.guests.contains(guest));
        need(guests.all(|guest| self.is_live::<Person>(*guest)), "guests");
        let mut links = details
            .links
            .iter()
            .filter(|link| !before.links.contains(link));
        need(
            links.all(|link| link.to != id && self.is_at_hand(by, link.to)),
            "links",
        );
        let hides = details.private && !before.private;
        let is_own = details.owners.iter().any(|share| share.person == by.id);
        need(!hides || is_own, "private");
        refuse(wrong)
    }

    /// Whether a thing is out of the bin and for somebody's eyes.
    fn is_at_hand(&self, by: &Person, id: ItemId) -> bool {
        self.seen_thing(by, id)
            .is_ok_and(|row| row.binned.is_none())
    }

    fn may_lie(&self, by: &Person, id: ItemId, location: Location) -> bool {
        match location {
            Location::Unknown => true,
            Location::Place(place) => self
                .seen_place(by, place)
                .is_ok_and(|row| row.binned.is_none()),
            Location::Inside(thing) => {
                thing != id
                    && self.is_at_hand(by, thing)
                    && !self.around(location).things.contains(&id)
            }
        }
    }

    pub(super) fn remove_thing(
        &mut self,
        by: &Person,
        id: ItemId,
        seen: Expect,
    ) -> Result<(), Refusal> {
        expect(&self.own_thing(by, id)?, seen)?;
        self.bin(id).map(drop)
    }

    pub(super) fn depart(
        &mut self,
        present: &Row<Item>,
        seen: Expect,
        archived: Option<Archived>,
    ) -> Result<(), Refusal> {
        if present.number.is_none() {
            return Err(invalid("archived"));
        }
        match &archived {
            Some(archived) if happened(archived.how) => return Err(invalid("how")),
            Some(_) => {}
            None => self.come_back(present.id)?,
        }
        let thing = Item {
            archived,
            ..present.body.clone()
        };
        self.put(thing, seen).map(drop)
    }

    /// Copies a thing with its photos, without what tells one specimen from another.
    pub(super) fn copy_thing(&mut self, by: &Person, id: ItemId) -> Result<(), Refusal> {
        let original = self.seen_thing(by, id)?;
        let details = Details {
            identifiers: Vec::new(),
            ..original.body.details
        };
        let copy = self.insert_thing(by, details)?.id;
        let of = Bearer::Item(id);
        for photo in self.which(|photo: &Attachment| photo.of == of) {
            let photo = self.get(photo)?;
            if photo.binned.is_some() || photo.kind != AttachmentKind::Photo {
                continue;
            }
            let photo = Attachment {
                id: self.id(),
                of: Bearer::Item(copy),
                left: Vec::new(),
                ..photo.body
            };
            self.put(photo, Expect::Any)?;
        }
        Ok(())
    }

    /// Keeps what is said about a thing for new ones, without what belongs to one specimen or one purchase.
    pub(super) fn save_template(
        &mut self,
        by: &Person,
        id: ItemId,
        name: &str,
    ) -> Result<(), Refusal> {
        let original = self.seen_thing(by, id)?.body.details;
        if name.is_empty() {
            return Err(invalid("name"));
        }
        let mut details = Details {
            name: name.to_owned(),
            identifiers: Vec::new(),
            links: Vec::new(),
            ..original.clone()
        };
        details.acquired.on = None;
        let id = self.id();
        self.check_thing(by, id, &details, &original)?;
        let template = Item {
            id,
            number: None,
            details,
            archived: None,
        };
        self.put(template, Expect::Any).map(drop)
    }

    /// Says about a thing what was said in an earlier version.
    pub(super) fn bring_version_back(
        &mut self,
        by: &Person,
        id: ItemId,
        revision: Revision,
    ) -> Result<(), Refusal> {
        let present = self.own_thing(by, id)?;
        let version = self
            .versions(id)
            .iter()
            .find(|row| row.revision == revision);
        let version = version.cloned().ok_or(Refusal::NotFound)?;
        if !self.sees(by, &version) {
            return Err(Refusal::NotFound);
        }
        self.say(by, &present, Expect::Any, version.body.details)
    }

    pub(super) fn do_to_each(
        &mut self,
        by: &Person,
        things: &[ItemId],
        what: &Each,
    ) -> Result<(), Refusal> {
        for id in things {
            let present = self.own_thing(by, *id)?;
            match what {
                Each::Remove => drop(self.bin(*id)?),
                Each::Restore => drop(self.restore(*id)?),
                Each::Archive(archived) => self.depart(&present, Expect::Any, archived.clone())?,
                Each::Say(saying) => {
                    let mut details = present.details.clone();
                    match saying {
                        Saying::At(location) => details.location = *location,
                        Saying::Tags { add, remove } => {
                            details.tags.retain(|tag| !remove.contains(tag));
                            details.tags.extend(add);
                        }
                        Saying::Category(category) => details.category = *category,
                        Saying::Owners(owners) => details.owners.clone_from(owners),
                    }
                    self.say(by, &present, Expect::Any, details)?;
                }
            }
        }
        Ok(())
    }

    /// Names what waits in the tray, puts together what is the same, and removes.
    pub(super) fn sort_tray(
        &mut self,
        by: &Person,
        names: &[(ItemId, &str)],
        place: Option<PlaceId>,
        same: &[ItemId],
        remove: &[ItemId],
    ) -> Result<(), Refusal> {
        let mut names: Vec<_> = names.to_vec();
        names.retain(|(id, name)| !name.is_empty() && !remove.contains(id));
        if let Some((kept, others)) = same.split_first() {
            self.waiting(by, *kept)?;
            for other in others.iter().filter(|other| *other != kept) {
                self.waiting(by, *other)?;
                for file in self.attached(Bearer::Item(*other)) {
                    self.hand_over(file, Bearer::Item(*kept))?;
                }
                self.bin(*other)?;
            }
            let first = names.iter().find(|(id, _)| same.contains(id)).copied();
            names.retain(|(id, _)| !same.contains(id));
            names.extend(first.map(|(_, name)| (*kept, name)));
        }
        let mut wrong = BTreeSet::new();
        for (id, name) in names {
            let present = self.waiting(by, id)?;
            let details = Details {
                name: name.to_owned(),
                location: place.map_or(present.details.location, Location::Place),
                ..present.details.clone()
            };
            match self.say(by, &present, Expect::Any, details) {
                Err(Refusal::Invalid(fields)) => wrong.extend(fields.into_iter().map(|field| {
                    if field == "location" {
                        "place".to_owned()
                    } else {
                        format!("name.{id}")
                    }
                })),
                outcome => outcome?,
            }
        }
        for id in remove {
            self.own_thing(by, *id)?;
            self.bin(*id)?;
        }
        refuse(wrong)
    }

    /// A thing that still waits for its name.
    fn waiting(&self, by: &Person, id: ItemId) -> Result<Row<Item>, Refusal> {
        let present = self.own_thing(by, id)?;
        if present.details.name.is_empty() && present.binned.is_none() {
            Ok(present)
        } else {
            Err(Refusal::Conflict)
        }
    }
}

/// Lists without repeats, and a private thing that is somebody's.
fn tidy(details: &mut Details, by: &Person) {
    let mut seen = BTreeSet::new();
    details.tags.retain(|tag| seen.insert(*tag));
    let mut seen = BTreeSet::new();
    details.guests.retain(|guest| seen.insert(*guest));
    let mut seen = BTreeSet::new();
    details.owners.retain(|share| seen.insert(share.person));
    let mut seen = BTreeSet::new();
    details
        .links
        .retain(|link| seen.insert((link.to, link.kind.key())));
    if details.private && details.owners.is_empty() {
        details.owners.push(Share {
            person: by.id,
            parts: 1,
        });
    }
}
