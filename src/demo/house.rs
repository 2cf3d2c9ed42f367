//! The demo household moving in: its people, places and things become rows, by the actions that everybody uses.

use std::collections::HashMap;

use jiff::{
    Span,
    civil::{Date, Time},
    tz::TimeZone,
};

use super::{
    Wish,
    album::Album,
    household::{self, At, Document, Gone, Photo, Place, Template, Text, Thing},
    press,
};
use crate::{
    access::{Editor, Manager, Viewer},
    actions::{
        attachments::{self, NewAttachment},
        categories,
        household::{Claim, claim},
        items, people, places, saved_searches, tags,
    },
    domain::{
        attachment::{AttachmentId, AttachmentKind, Bearer},
        category::CategoryId,
        item::{Archived, Details, ItemId, ItemLink, Location},
        lang::Lang,
        money::{Currency, Money},
        person::PersonId,
        place::{PlaceDetails, PlaceId},
        query::{ItemQuery, Span as Range},
        tag::TagId,
    },
    error::{Error, Result},
    media::{Kind, Media},
    store::{Expect, Store},
};

/// The day, counted back from today, on which the family measured up its rooms.
const FIRST: i32 = 110;
/// The day on which the last of the things was in.
const LAST: i32 = 14;
/// Six in the evening, in minutes from midnight.
const EIGHTEEN: i32 = 18 * 60;
/// How many things the family adds in an evening.
const EVENING: i32 = 4;

/// What has moved in so far: what the plain data's keys stand for.
pub(super) struct House<'a> {
    pub(super) store: &'a Store,
    pub(super) media: &'a Media,
    album: &'a Album,
    pub(super) lang: Lang,
    pub(super) today: Date,
    people: HashMap<&'static str, Viewer>,
    places: HashMap<&'static str, PlaceId>,
    things: HashMap<&'static str, ItemId>,
    pub(super) categories: HashMap<String, CategoryId>,
    photos: usize,
}

impl<'a> House<'a> {
    /// The first of the family claims the archive, and lets in the others.
    pub(super) fn claim(
        store: &'a Store,
        media: &'a Media,
        album: &'a Album,
        wish: Wish<'_>,
    ) -> Result<Self> {
        let mut house = Self {
            store,
            media,
            album,
            lang: wish.lang,
            today: wish.today,
            people: HashMap::new(),
            places: HashMap::new(),
            things: HashMap::new(),
            categories: HashMap::new(),
            photos: 400,
        };
        house.wait_until(FIRST, 9 * 60 + 12);
        let (first, others) = household::people().split_first().ok_or(Error::NotFound)?;
        let owner = claim(
            store,
            &Claim {
                household: household::NAME.get(wish.lang),
                name: first.name,
                password: wish.password,
                lang: wish.lang,
            },
        )?
        .value;
        let head = owner.head()?;
        house.people.insert(first.key, owner);
        for person in others {
            house.pause();
            let row = people::add(store, &head, person.name, person.role, Some(wish.password))?;
            house.people.insert(person.key, Viewer::of(row.value.body));
        }
        for category in categories::ordered(&store.read()?)? {
            if let Some(key) = &category.key {
                house.categories.insert(key.clone(), category.id);
            }
        }
        Ok(house)
    }

    /// Everything moves in: places first, then the things, a few every evening.
    pub(super) fn settle(&mut self) -> Result<()> {
        for place in household::places() {
            self.add_place(place)?;
        }
        let count = i32::try_from(household::things().count()).map_err(Error::internal)?;
        for (number, thing) in (0..).zip(household::things()) {
            let evening = number / EVENING;
            let evenings = count / EVENING;
            self.wait_until(
                FIRST - 1 - evening * (FIRST - 1 - LAST) / evenings.max(1),
                EIGHTEEN + evening * 37 % 150,
            );
            self.add_thing(thing)?;
        }
        for thing in household::things().filter(|thing| !thing.ties.is_empty()) {
            self.tie(thing)?;
        }
        for template in household::templates() {
            self.add_template(template)?;
        }
        let anna = self.viewer(household::people().first().map_or("", |person| person.key))?;
        let dear = Range {
            from: Some(kronor(10_000).minor),
            to: None,
        };
        for (name, query) in [
            (
                household::INSURED,
                ItemQuery::default().with_insured(Some(true)),
            ),
            (household::DEAR, ItemQuery::default().with_value(dear)),
        ] {
            let name = name.get(self.lang);
            saved_searches::save(self.store, anna, name, &query.to_query_string(), true)?;
        }
        Ok(())
    }

    fn add_place(&mut self, place: &'static Place) -> Result<()> {
        self.pause();
        let owner = self.editor("anna")?;
        let parent = place.parent.map(|parent| self.place(parent)).transpose()?;
        let details = PlaceDetails {
            note: place.note.get(self.lang).to_owned(),
            guests: self.persons(place.guests)?,
            ..PlaceDetails::named(place.name.get(self.lang), place.kind, parent)
        };
        let id = places::add(self.store, &owner, details)?.value.id;
        self.places.insert(place.key, id);
        if let Some(photo) = &place.photo {
            let print = self.print(photo)?;
            let added = attachments::add(self.store, &owner, Bearer::Place(id), print)?;
            self.write_beneath(&owner, added.value.id, photo)?;
        }
        Ok(())
    }

    fn add_thing(&mut self, thing: &'static Thing) -> Result<()> {
        self.pause();
        let editor = self.adder(thing)?;
        let details = self.details(thing, &editor)?;
        let photos = thing
            .photos
            .iter()
            .map(|photo| self.print(photo))
            .collect::<Result<_>>()?;
        let added = items::add_with_photos(self.store, &editor, vec![(details, photos)])?;
        let id = added.value.first().ok_or(Error::NotFound)?.id;
        self.things.insert(thing.key, id);
        let photos = attachments::list(&self.store.read()?, Bearer::Item(id))?;
        for (row, photo) in photos.iter().zip(thing.photos) {
            self.write_beneath(&editor, row.id, photo)?;
        }
        for document in household::documents()
            .iter()
            .filter(|document| thing.documents.contains(&document.key))
        {
            let new = self.copy(document)?;
            attachments::add(self.store, &editor, Bearer::Item(id), new)?;
        }
        if let Some(Gone(how, when, to, price)) = thing.gone {
            let archived = Archived {
                how,
                on: Some(when.seen_from(self.today)),
                to: to.get(self.lang).to_owned(),
                price: price.map(kronor),
            };
            items::archive(self.store, &editor, id, Expect::Any, Some(archived))?;
        }
        Ok(())
    }

    pub(super) fn print(&mut self, photo: &Photo) -> Result<NewAttachment> {
        self.photos += 1;
        self.album.photo(photo.shot(), self.photos)
    }

    fn copy(&self, document: &Document) -> Result<NewAttachment> {
        let text = document.text.get(self.lang);
        let (kind, ending, file) = match document.paper {
            Some(paper) => (Kind::Pdf, "pdf", press::print(paper, text)),
            None => (Kind::Text, "txt", text.as_bytes().to_vec()),
        };
        Ok(NewAttachment {
            kind: AttachmentKind::Document,
            blob: self.media.blobs().store_bytes(&file)?,
            size: file.len() as u64,
            media_type: kind.media_type(None).to_owned(),
            file_name: format!("{}.{ending}", document.name.get(self.lang)),
            pixels: None,
            taken: None,
        })
    }

    pub(super) fn write_beneath(
        &self,
        editor: &Editor,
        id: AttachmentId,
        photo: &Photo,
    ) -> Result<()> {
        let caption = photo.caption();
        if !caption.is_empty() {
            let caption = caption.get(self.lang);
            attachments::caption(self.store, editor, id, Expect::Any, caption)?;
        }
        Ok(())
    }

    fn tie(&mut self, thing: &'static Thing) -> Result<()> {
        self.pause();
        let editor = self.adder(thing)?;
        let links = thing
            .ties
            .iter()
            .map(|(kind, to)| {
                Ok(ItemLink {
                    kind: *kind,
                    to: self.thing(to)?,
                })
            })
            .collect::<Result<_>>()?;
        let id = self.thing(thing.key)?;
        items::adjust(self.store, &editor, id, Expect::Any, |details| {
            details.links = links;
            Ok(())
        })?;
        Ok(())
    }

    fn add_template(&mut self, template: &Template) -> Result<()> {
        self.pause();
        let editor = self.editor("anna")?;
        let name = template.name.get(self.lang);
        let of = self.thing(template.of)?;
        let id = items::save_as_template(self.store, &editor, of, name)?
            .value
            .id;
        let details = Details {
            category: self.categories.get(template.category).copied(),
            tags: self.tags(&editor, template.tags)?,
            location: self.location(template.at)?,
            fields: self.fields(template.fields)?,
            ..Details::named(name)
        };
        items::change(self.store, &editor, id, Expect::Any, details)?;
        Ok(())
    }

    /// The tags with these names, made where there are none.
    pub(super) fn tags(&self, editor: &Editor, names: &[Text]) -> Result<Vec<TagId>> {
        let ids = names.iter().map(|name| {
            let tag = tags::add(self.store, editor, name.get(self.lang))?;
            Ok(tag.value.id)
        });
        ids.collect()
    }

    pub(super) fn location(&self, at: At) -> Result<Location> {
        Ok(match at {
            At::Place(key) => Location::Place(self.place(key)?),
            At::Inside(key) => Location::Inside(self.thing(key)?),
        })
    }

    pub(super) fn place(&self, key: &str) -> Result<PlaceId> {
        self.places.get(key).copied().ok_or(Error::NotFound)
    }

    pub(super) fn thing(&self, key: &str) -> Result<ItemId> {
        self.things.get(key).copied().ok_or(Error::NotFound)
    }

    pub(super) fn viewer(&self, key: &str) -> Result<&Viewer> {
        self.people.get(key).ok_or(Error::NotFound)
    }

    fn persons(&self, keys: &[&str]) -> Result<Vec<PersonId>> {
        keys.iter()
            .map(|key| Ok(self.viewer(key)?.person()))
            .collect()
    }

    pub(super) fn editor(&self, key: &str) -> Result<Editor> {
        self.viewer(key)?.editor()
    }

    pub(super) fn manager(&self, key: &str) -> Result<Manager> {
        self.viewer(key)?.manager()
    }

    /// Who added a thing: the first of its owners.
    fn adder(&self, thing: &Thing) -> Result<Editor> {
        self.editor(thing.owners.first().map_or("anna", |(person, _)| *person))
    }

    /// Lets the time pass until a minute of a day, counted back from today; not backwards.
    pub(super) fn wait_until(&self, days: i32, minute: i32) {
        let clock = self.store.clock();
        let day = self.today.saturating_sub(Span::new().days(days));
        let then = day
            .to_datetime(Time::midnight())
            .saturating_add(Span::new().minutes(minute))
            .to_zoned(TimeZone::system());
        if let Ok(then) = then {
            clock.advance(
                then.timestamp()
                    .duration_since(clock.now())
                    .as_secs()
                    .max(0),
            );
        }
    }

    /// Lets a while pass: as long as it takes to find the next thing and hold a phone over it.
    pub(super) fn pause(&self) {
        self.store.clock().advance(97);
    }
}

pub(super) fn kronor(amount: i64) -> Money {
    Money::new(amount * 100, Currency::SEK)
}
