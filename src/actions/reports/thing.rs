//! One thing as a report tells of it: every word as the archive has it on that day, in the report's language.

use std::collections::HashMap;

use jiff::civil::Date;

use super::papers::{self, Proof, exhibit};
use crate::{
    access::{Editor, Viewer},
    actions::{
        attachments, belongings, jobs, memories, places,
        valuation::{self, Terms},
        whereabouts::Whereabouts,
    },
    domain::{
        attachment::{AttachmentKind, Bearer},
        bequest::Bequest,
        category::{Category, CategoryId},
        dates::PartialDate,
        deduction::Deducted,
        item::Item,
        job::Job,
        lang::Lang,
        person::{Person, PersonId},
        place::PlaceId,
        report::{Deduction, Entry, Exhibit, Owner, Passage, Subject},
    },
    error::Result,
    i18n::labels,
    store::{Row, Rows},
};

/// Tells of things; what many of them share is looked up once.
pub(super) struct Teller<'a, R> {
    rows: &'a R,
    viewer: &'a Viewer,
    lang: Lang,
    on: Date,
    terms: Option<Terms>,
    categories: HashMap<CategoryId, Row<Category>>,
    people: HashMap<PersonId, String>,
    whereabouts: Whereabouts<'a, R>,
    paths: HashMap<PlaceId, Vec<String>>,
}

impl<'a, R: Rows> Teller<'a, R> {
    /// Tells this person, in a language, with what things are worth on a day.
    pub(super) fn new(rows: &'a R, editor: &'a Editor, lang: Lang, on: Date) -> Result<Self> {
        let categories = rows.all::<Category>()?.into_iter();
        let people = rows.all::<Person>()?.into_iter();
        Ok(Self {
            rows,
            viewer: editor.viewer(),
            lang,
            on,
            terms: Terms::of_household(rows, editor)?,
            categories: categories.map(|row| (row.id, row)).collect(),
            people: people.map(|row| (row.id, row.body.name)).collect(),
            whereabouts: Whereabouts::new(rows),
            paths: HashMap::new(),
        })
    }

    /// What the table of age deduction is called, with its source.
    pub(super) fn table_name(&self) -> Option<String> {
        let table = self.terms.as_ref()?.table()?;
        let key = if table.is_estimate {
            "reports-table-estimate"
        } else {
            "reports-table"
        };
        let source = match self.terms.as_ref()? {
            Terms::Typical(typical) => typical.source(self.lang),
            Terms::Policy(_) => table.source.as_str(),
        };
        let said = [table.insurer.as_str(), source];
        let said = said.into_iter().filter(|text| !text.is_empty());
        let said = said.collect::<Vec<_>>().join(", ");
        Some(self.lang.text_with(key, &[("source", said.into())]))
    }

    /// A thing as it is now, with what proves it.
    pub(super) fn entry(&mut self, item: &Row<Item>) -> Result<(Entry, Vec<Proof>)> {
        let details = &item.details;
        let mut owners = Vec::with_capacity(details.owners.len());
        for share in &details.owners {
            owners.push(Owner {
                name: self.people.get(&share.person).cloned().unwrap_or_default(),
                parts: share.parts,
            });
        }
        let category = match details.category {
            Some(category) => self.category(category),
            None => String::new(),
        };
        let place = match self.place_of(item)? {
            Some(place) => self.known_path(place)?,
            None => Vec::new(),
        };
        let proofs = papers::proofs(self.rows, self.viewer, self.lang, item)?;
        let entry = Entry {
            number: item.number,
            quantity: details.quantity,
            category,
            maker: details.maker.clone(),
            model: details.model.clone(),
            identifiers: details.identifiers.clone(),
            colour: details.colour.clone(),
            condition: details.condition,
            description: details.description.clone(),
            owners,
            separate: details
                .separate
                .as_ref()
                .map(|separate| labels::separate(self.lang, separate)),
            meant_for: self.meant_for(item)?,
            place,
            acquired: details.acquired.on,
            acquired_how: details.acquired.how,
            seller: details.acquired.from.clone(),
            price: details.acquired.price,
            proofs: proofs.iter().map(|proof| proof.words.clone()).collect(),
            value: details.value,
            valued_on: details.valued_on,
            new_price: details.new_price,
            deduction: self.deduction(item)?,
            photos: self.photos(Bearer::Item(item.id))?,
            notes: details.notes.clone(),
            ..Entry::named(item.id, item.revision.get(), &details.name)
        };
        Ok((entry, proofs))
    }

    /// What a category is called.
    pub(super) fn category(&self, id: CategoryId) -> String {
        let category = self.categories.get(&id);
        category.map_or_else(String::new, |row| row.name(self.lang).to_owned())
    }

    /// The place that a thing is in, through the things it lies in.
    pub(super) fn place_of(&mut self, item: &Item) -> Result<Option<PlaceId>> {
        self.whereabouts.place_of(item.details.location)
    }

    /// The names from the home down to a place.
    pub(super) fn path(&self, place: PlaceId) -> Result<Vec<String>> {
        let path = places::path(self.rows, place)?.into_iter();
        Ok(path.map(|row| row.body.details.name).collect())
    }

    fn known_path(&mut self, place: PlaceId) -> Result<Vec<String>> {
        if let Some(path) = self.paths.get(&place) {
            return Ok(path.clone());
        }
        let path = self.path(place)?;
        self.paths.insert(place, path.clone());
        Ok(path)
    }

    /// Whom it is meant for, by the wishes that whoever makes the report knows of.
    fn meant_for(&self, item: &Item) -> Result<String> {
        let wishes = belongings::seen_of_item::<Bequest>(self.rows, self.viewer, item.id)?;
        let names = wishes.into_iter().map(|wish| wish.body.details.to);
        Ok(names.collect::<Vec<_>>().join(", "))
    }

    /// What the table pays for it by its age, where that can be said.
    fn deduction(&self, item: &Item) -> Result<Option<Deduction>> {
        let Some(terms) = &self.terms else {
            return Ok(None);
        };
        Ok(
            match valuation::deducted(self.rows, terms, item, self.on)? {
                Some(Deducted::Pays(payout)) => Some(payout.into()),
                Some(Deducted::Unknown(_)) | None => None,
            },
        )
    }

    fn photos(&self, of: Bearer) -> Result<Vec<Exhibit>> {
        let all = attachments::list(self.rows, of)?;
        let photos = all
            .iter()
            .filter(|file| file.kind == AttachmentKind::Photo && file.pixels.is_some());
        Ok(photos.map(|photo| exhibit(photo)).collect())
    }

    /// What was done for a thing and what is remembered of it.
    pub(super) fn tell_life(&self, item: &Row<Item>, passages: &mut Vec<Passage>) -> Result<()> {
        for job in jobs::of_item(self.rows, item.id)? {
            passages.push(self.work(&job)?);
        }
        for memory in memories::of_item(self.rows, item.id)? {
            passages.push(Passage {
                subject: Subject::Memory,
                on: memory.details.on,
                title: memory.details.title.clone(),
                text: memory.details.text.clone(),
                photos: self.photos(Bearer::Memory(memory.id))?,
            });
        }
        Ok(())
    }

    fn work(&self, job: &Row<Job>) -> Result<Passage> {
        let details = &job.details;
        let mut said = Vec::new();
        if !details.by.is_empty() {
            said.push(details.by.clone());
        }
        said.extend(details.cost.map(|cost| self.lang.money(cost)));
        let said = said.join(", ");
        let text = [said.as_str(), details.note.as_str()];
        let text = text.into_iter().filter(|text| !text.is_empty());
        Ok(Passage {
            subject: Subject::Upkeep,
            on: Some(PartialDate::Day(details.on)),
            title: details.what.clone(),
            text: text.collect::<Vec<_>>().join("\n\n"),
            photos: self.photos(Bearer::Job(job.id))?,
        })
    }
}
