//! A thing's details in the reader's words, and what two versions of them say differently.

use super::labels;
use crate::{
    access::Viewer,
    actions::places,
    domain::{
        category::{Category, CategoryId},
        dates::PartialDate,
        field::FieldValue,
        item::{Archived, Details, Item, ItemId, Location, Share, aspect::Aspect},
        lang::Lang,
        person::{Person, PersonId},
        place::{Place, PlaceId},
        tag::{Tag, TagId},
    },
    error::{Error, Result},
    store::{Row, Rows},
};

/// What stands between the places of a path.
const INWARDS: &str = " › ";

/// An aspect that two versions say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub aspect: Aspect,
    /// What it is called.
    pub label: String,
    /// What it said; empty where nothing was said.
    pub before: String,
    /// What it says; empty where nothing is said.
    pub after: String,
}

/// Says what details hold, in a language, with only the names that the reader may know.
#[derive(Clone, Copy)]
pub struct Wording<'a, R> {
    rows: &'a R,
    viewer: &'a Viewer,
    lang: Lang,
}

impl<'a, R: Rows> Wording<'a, R> {
    /// Words for this reader, from this snapshot.
    pub const fn new(rows: &'a R, viewer: &'a Viewer, lang: Lang) -> Self {
        Self { rows, viewer, lang }
    }

    /// What two versions say differently.
    pub fn differences(&self, before: &Details, after: &Details) -> Result<Vec<Difference>> {
        before
            .differences(after)
            .map(|aspect| {
                Ok(Difference {
                    aspect,
                    label: self.lang.text(labels::aspect(aspect)),
                    before: self.said(aspect, before)?,
                    after: self.said(aspect, after)?,
                })
            })
            .collect()
    }

    /// What is said about one aspect; empty where nothing is.
    pub fn said(&self, aspect: Aspect, details: &Details) -> Result<String> {
        let lang = self.lang;
        let yes_no = |yes: bool| self.yes_no(yes);
        Ok(match aspect {
            Aspect::Name => details.name.clone(),
            Aspect::Location => self.location(details.location)?,
            Aspect::Category => match details.category {
                Some(category) => self.category(category)?,
                None => String::new(),
            },
            Aspect::Tags => self.tags(&details.tags)?.join(", "),
            Aspect::Quantity => lang.number(details.quantity.get().into()),
            Aspect::Owners => self.owners(&details.owners)?,
            Aspect::Private => yes_no(details.private),
            Aspect::Guests => each(&details.guests, |guest| self.person(*guest))?,
            Aspect::Maker => details.maker.clone(),
            Aspect::Model => details.model.clone(),
            Aspect::Identifiers => each(&details.identifiers, |identifier| {
                let kind = lang.text(labels::identifier(identifier.kind()));
                Ok(format!("{kind} {}", identifier.text()))
            })?,
            Aspect::Colour => details.colour.clone(),
            Aspect::Affection => details
                .affection
                .map(|affection| lang.text(labels::affection(affection)))
                .unwrap_or_default(),
            Aspect::Condition => details
                .condition
                .map(|condition| lang.text(labels::condition(condition)))
                .unwrap_or_default(),
            Aspect::AcquiredHow => details
                .acquired
                .how
                .map(|how| lang.text(labels::acquisition(how)))
                .unwrap_or_default(),
            Aspect::AcquiredOn => details
                .acquired
                .on
                .map(|on| lang.date(on))
                .unwrap_or_default(),
            Aspect::AcquiredFrom => details.acquired.from.clone(),
            Aspect::Price => details
                .acquired
                .price
                .map(|price| lang.money(price))
                .unwrap_or_default(),
            Aspect::Value => details
                .value
                .map(|value| lang.money(value))
                .unwrap_or_default(),
            Aspect::ValuedOn => details
                .valued_on
                .map(|on| lang.date(PartialDate::Day(on)))
                .unwrap_or_default(),
            Aspect::NewPrice => details
                .new_price
                .map(|price| lang.money(price))
                .unwrap_or_default(),
            Aspect::PricedOn => details
                .priced_on
                .map(|on| lang.date(PartialDate::Day(on)))
                .unwrap_or_default(),
            Aspect::Separate => details
                .separate
                .as_ref()
                .map(|separate| labels::separate(lang, separate))
                .unwrap_or_default(),
            Aspect::PricedAt => details.priced_at.clone(),
            Aspect::Insured => yes_no(details.insured),
            Aspect::Description => details.description.clone(),
            Aspect::Notes => details.notes.clone(),
            Aspect::Fields => each(&details.fields, |field| {
                Ok(format!("{}: {}", field.name, self.value(&field.value)))
            })?,
            Aspect::Links => each(&details.links, |link| {
                let kind = lang.text(labels::link(link.kind));
                Ok(format!("{kind} {}", self.thing_or_hidden(link.to)?))
            })?,
        })
    }

    /// Yes or no.
    pub fn yes_no(&self, yes: bool) -> String {
        self.lang.text(if yes { "thing-yes" } else { "thing-no" })
    }

    /// The value of an own field.
    pub fn value(&self, value: &FieldValue) -> String {
        match value {
            FieldValue::Number(number) => self.lang.decimal(number.as_str()),
            FieldValue::Money(money) => self.lang.money(*money),
            FieldValue::Date(date) => self.lang.date(*date),
            FieldValue::YesNo(yes) => self.yes_no(*yes),
            FieldValue::Text(_) | FieldValue::Choice(_) | FieldValue::Link(_) => value.plain(),
        }
    }

    /// Where a thing is.
    pub fn location(&self, location: Location) -> Result<String> {
        match location {
            Location::Unknown => Ok(String::new()),
            Location::Place(place) => {
                let path = self.path(place)?;
                let names: Vec<_> = path.iter().map(|row| row.details.name.as_str()).collect();
                Ok(names.join(INWARDS))
            }
            Location::Inside(item) => self.thing_or_hidden(item),
        }
    }

    /// The places from a home down to a place, those left out that the reader does not see.
    pub fn path(&self, place: PlaceId) -> Result<Vec<Row<Place>>> {
        let mut path = places::path(self.rows, place)?;
        let mut seen = Vec::with_capacity(path.len());
        for place in &path {
            seen.push(known(self.viewer.place(self.rows, place.id))?.is_some());
        }
        let mut seen = seen.into_iter();
        path.retain(|_| seen.next().unwrap_or_default());
        Ok(path)
    }

    /// What a category is called, beneath its top category.
    pub fn category(&self, id: CategoryId) -> Result<String> {
        let Some(category) = self.rows.find::<Category>(id)? else {
            return Ok(String::new());
        };
        let name = category.name(self.lang);
        let top = category.parent.map(|top| self.rows.find::<Category>(top));
        Ok(match top.transpose()?.flatten() {
            Some(top) => format!("{}{INWARDS}{name}", top.name(self.lang)),
            None => name.to_owned(),
        })
    }

    /// What tags say.
    pub fn tags(&self, tags: &[TagId]) -> Result<Vec<String>> {
        let mut names = Vec::with_capacity(tags.len());
        for tag in tags {
            names.extend(self.rows.find::<Tag>(*tag)?.map(|tag| tag.body.name));
        }
        Ok(names)
    }

    /// What a person is called.
    pub fn person(&self, id: PersonId) -> Result<String> {
        let person = self.rows.find::<Person>(id)?;
        Ok(person.map(|person| person.body.name).unwrap_or_default())
    }

    /// Whose a thing is, each with their part where there are several.
    pub fn owners(&self, owners: &[Share]) -> Result<String> {
        let whole: u32 = owners.iter().map(|share| share.parts).sum();
        each(owners, |share| {
            let name = self.person(share.person)?;
            Ok(if owners.len() == 1 {
                name
            } else {
                format!("{name} {}", part(share.parts, whole, self.lang))
            })
        })
    }

    /// How a thing left: "Såld, 3 maj 2024, till Erik, 500 kr".
    pub fn departure(&self, archived: &Archived) -> String {
        let lang = self.lang;
        let mut said = vec![lang.text(labels::departure(archived.how))];
        said.extend(archived.on.map(|on| lang.date(on)));
        if !archived.to.is_empty() {
            let whom = archived.to.clone();
            said.push(lang.text_with("thing-left-to", &[("whom", whom.into())]));
        }
        said.extend(archived.price.map(|price| lang.money(price)));
        said.join(", ")
    }

    /// A thing as a form names it, by number and name; none where the reader does not see it.
    pub fn thing(&self, id: ItemId) -> Result<Option<String>> {
        Ok(known(self.viewer.item(self.rows, id))?.map(|row| labelled(&row)))
    }

    fn thing_or_hidden(&self, id: ItemId) -> Result<String> {
        Ok(match self.thing(id)? {
            Some(thing) => thing,
            None => self.lang.text("thing-hidden"),
        })
    }
}

/// A thing by its label's number and its name: `0042 Kajak`.
pub fn labelled(item: &Item) -> String {
    let name = &item.details.name;
    match item.number {
        Some(number) if name.is_empty() => number.to_string(),
        Some(number) => format!("{number} {name}"),
        None => name.clone(),
    }
}

/// What the reader sees, or nothing: what is hidden and what is not there are the same.
pub fn known<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn each<T>(list: &[T], say: impl Fn(&T) -> Result<String>) -> Result<String> {
    let said = list.iter().map(say).collect::<Result<Vec<_>>>()?;
    Ok(said.join(", "))
}

/// A part of a whole: a fraction where that is simple, else a percentage.
fn part(parts: u32, whole: u32, lang: Lang) -> String {
    let divisor = greatest_common_divisor(parts, whole).max(1);
    let (parts, whole) = (parts / divisor, whole / divisor);
    match (parts, whole) {
        (1, 2) => "½".to_owned(),
        (1, 3) => "⅓".to_owned(),
        (2, 3) => "⅔".to_owned(),
        (1, 4) => "¼".to_owned(),
        (3, 4) => "¾".to_owned(),
        (_, 0..=10) => format!("{parts}/{whole}"),
        _ => {
            let tenths = (u64::from(parts) * 1000 + u64::from(whole) / 2) / u64::from(whole);
            let percent = lang.decimal(&format!("{}.{}", tenths / 10, tenths % 10));
            format!("{percent}\u{a0}%")
        }
    }
}

const fn greatest_common_divisor(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_said_as_people_say_it() {
        let said = |parts, whole| part(parts, whole, Lang::Sv);
        assert_eq!(said(1, 2), "½");
        assert_eq!(said(50, 100), "½");
        assert_eq!(said(2, 5), "2/5");
        assert_eq!(said(1, 16), "6,3\u{a0}%");
        assert_eq!(said(60, 100), "3/5");
        assert_eq!(said(37, 100), "37\u{a0}%");
        assert_eq!(said(0, 0), "0/0");
    }
}
