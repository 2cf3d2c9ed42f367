//! A thing on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Money, OwnField, Stamp, named,
    possession::{Acquired, Archived, Share},
    read_money,
};
use crate::{
    domain::{
        id::Id,
        identifier::{self, IdentifierKind},
        invalid::Invalid,
        item::{self, Affection, Condition, Details, Ground, LinkKind, Location, Quantity},
    },
    error::{Error, Result},
    store::Row,
};

/// A thing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Item {
    /// Which.
    pub id: Uuid,
    /// Its label's number; templates have none.
    pub number: Option<u32>,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// Where it stands.
    pub state: ItemState,
    /// When it was entered, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// How it left the household, once it has.
    pub archived: Option<Archived>,
    /// What a person says about it.
    #[serde(flatten)]
    pub fields: ItemFields,
}

/// Where a thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum ItemState {
    /// Owned and in use.
    Active,
    /// Sold, given away or thrown out.
    Archived,
    /// In the bin.
    Binned,
    /// Photographed and not yet named: in the tray.
    Nameless,
    /// A pattern that new things are made from.
    Template,
}

/// What a person says about a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ItemFields {
    /// What it is called; empty while it waits in the tray.
    pub name: String,
    /// More about it, in Markdown.
    pub description: String,
    /// How many of them.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: u32,
    /// Its category.
    pub category: Option<Uuid>,
    /// Its tags.
    pub tags: Vec<Uuid>,
    /// The place that it is in. Of `place` and `inside`, at most one is set; to give one clears the other.
    pub place: Option<Uuid>,
    /// The thing that it lies in.
    pub inside: Option<Uuid>,
    /// Whose it is; nobody's means everybody's.
    pub owners: Vec<Share>,
    /// That it is their separate property (enskild egendom), which a division of property leaves alone; `null` where it is not.
    pub separate: Option<Separate>,
    /// Who made it.
    pub maker: String,
    /// Which of the maker's models.
    pub model: String,
    /// What is written on it to tell it from all others.
    pub identifiers: Vec<Identifier>,
    /// Its colour, in words.
    pub colour: String,
    /// How worn it is.
    pub condition: Option<Condition>,
    /// How dear it is to the household, whatever it is worth; `null` where nobody says.
    pub affection: Option<Affection>,
    /// How and when it came into the household.
    pub acquired: Acquired,
    /// What it is worth today, each.
    pub value: Option<Money>,
    /// When somebody last said what it is worth; today when a value is given without it.
    pub valued_on: Option<Date>,
    /// What the same or its like costs new today, each.
    pub new_price: Option<Money>,
    /// When somebody last looked that price up; today when a new price is given without it.
    pub priced_on: Option<Date>,
    /// Where they saw it: a shop, an address.
    pub priced_at: String,
    /// Whether it is insured.
    pub insured: bool,
    /// Notes, in Markdown.
    pub notes: String,
    /// The household's own fields.
    pub fields: Vec<OwnField>,
    /// What other things it has to do with.
    pub links: Vec<ItemLink>,
    /// Whether only its owners see it.
    pub private: bool,
    /// The guests who see it.
    pub guests: Vec<Uuid>,
}

/// What is written on a thing to tell it from all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Identifier {
    /// What kind of identifier it is.
    pub kind: IdentifierKind,
    /// The identifier. An IMEI and a VIN are checked, and kept without spaces and dashes.
    pub text: String,
}

/// That a thing is its owners' separate property, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Separate {
    /// Why: a marriage settlement, a condition of who gave or left it, what it came in the place of.
    pub why: Ground,
    /// More about that.
    #[serde(default)]
    pub note: String,
}

/// What one thing has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ItemLink {
    /// In what way.
    pub kind: LinkKind,
    /// With which.
    pub to: Uuid,
}

impl Item {
    /// An error about a thing, with its fields called as they are here.
    pub(in crate::api) fn told(error: Error) -> Error {
        named(error, |field, text| match (field, text) {
            ("acquired_from", _) => Some("acquired.from"),
            ("price", _) => Some("acquired.price"),
            ("location", "error-place-gone") => Some("place"),
            ("location", _) => Some("inside"),
            _ => None,
        })
    }
}

impl From<&Row<item::Item>> for Item {
    fn from(row: &Row<item::Item>) -> Self {
        let state = if row.binned.is_some() {
            ItemState::Binned
        } else if row.is_template() {
            ItemState::Template
        } else if row.archived.is_some() {
            ItemState::Archived
        } else if row.is_nameless() {
            ItemState::Nameless
        } else {
            ItemState::Active
        };
        Self {
            id: row.id.uuid(),
            number: row.number.map(crate::domain::number::Number::get),
            revision: row.revision.get(),
            state,
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            archived: row.archived.as_ref().map(Into::into),
            fields: (&row.details).into(),
        }
    }
}

impl Default for ItemFields {
    fn default() -> Self {
        (&Details::default()).into()
    }
}

impl From<&Details> for ItemFields {
    fn from(details: &Details) -> Self {
        let (place, inside) = match details.location {
            Location::Unknown => (None, None),
            Location::Place(place) => (Some(place.uuid()), None),
            Location::Inside(item) => (None, Some(item.uuid())),
        };
        Self {
            name: details.name.clone(),
            description: details.description.clone(),
            quantity: details.quantity.get(),
            category: details.category.map(Id::uuid),
            tags: details.tags.iter().map(|tag| tag.uuid()).collect(),
            place,
            inside,
            owners: details.owners.iter().map(Into::into).collect(),
            separate: details.separate.as_ref().map(Into::into),
            maker: details.maker.clone(),
            model: details.model.clone(),
            identifiers: details.identifiers.iter().map(Into::into).collect(),
            colour: details.colour.clone(),
            condition: details.condition,
            affection: details.affection,
            acquired: (&details.acquired).into(),
            value: details.value.map(Into::into),
            valued_on: details.valued_on,
            new_price: details.new_price.map(Into::into),
            priced_on: details.priced_on,
            priced_at: details.priced_at.clone(),
            insured: details.insured,
            notes: details.notes.clone(),
            fields: details.fields.iter().map(Into::into).collect(),
            links: details.links.iter().map(Into::into).collect(),
            private: details.private,
            guests: details.guests.iter().map(|guest| guest.uuid()).collect(),
        }
    }
}

impl ItemFields {
    /// What they say, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that cannot be so.
    pub(in crate::api) fn read(self) -> Result<Details> {
        let mut invalid = Invalid::default();
        let quantity = Quantity::new(self.quantity);
        if quantity.is_none() {
            invalid.push("quantity", "api-quantity");
        }
        let identifiers = self.identifiers.into_iter().enumerate();
        let identifiers = identifiers
            .filter_map(|(at, identifier)| identifier.read(at, &mut invalid))
            .collect();
        let fields = self.fields.into_iter().enumerate();
        let fields = fields
            .filter_map(|(at, field)| field.read(&format!("fields[{at}]"), &mut invalid))
            .collect();
        let details = Details {
            name: self.name,
            description: self.description,
            quantity: quantity.unwrap_or_default(),
            category: self.category.map(Id::from_uuid),
            tags: ids(self.tags),
            location: location(self.place, self.inside, &mut invalid),
            owners: self.owners.into_iter().map(Into::into).collect(),
            separate: self.separate.map(Into::into),
            maker: self.maker,
            model: self.model,
            identifiers,
            colour: self.colour,
            condition: self.condition,
            acquired: self.acquired.read(&mut invalid),
            value: read_money(self.value.as_ref(), "value", &mut invalid),
            valued_on: self.valued_on,
            new_price: read_money(self.new_price.as_ref(), "new_price", &mut invalid),
            priced_on: self.priced_on,
            priced_at: self.priced_at,
            insured: self.insured,
            notes: self.notes,
            fields,
            links: self.links.into_iter().map(Into::into).collect(),
            private: self.private,
            guests: ids(self.guests),
            affection: self.affection,
        };
        invalid.or(details).map_err(Error::from)
    }
}

fn ids<T>(uuids: Vec<Uuid>) -> Vec<Id<T>> {
    uuids.into_iter().map(Id::from_uuid).collect()
}

/// Where something is: in a place, or inside a thing, and not in both.
pub(super) fn location(
    place: Option<Uuid>,
    inside: Option<Uuid>,
    invalid: &mut Invalid,
) -> Location {
    match (place, inside) {
        (None, None) => Location::Unknown,
        (Some(place), None) => Location::Place(Id::from_uuid(place)),
        (None, Some(item)) => Location::Inside(Id::from_uuid(item)),
        (Some(_), Some(_)) => {
            invalid.push("inside", "api-two-locations");
            Location::Unknown
        }
    }
}

impl From<&item::Separate> for Separate {
    fn from(separate: &item::Separate) -> Self {
        Self {
            why: separate.why,
            note: separate.note.clone(),
        }
    }
}

impl From<Separate> for item::Separate {
    fn from(separate: Separate) -> Self {
        Self {
            why: separate.why,
            note: separate.note,
        }
    }
}

impl From<&identifier::Identifier> for Identifier {
    fn from(identifier: &identifier::Identifier) -> Self {
        Self {
            kind: identifier.kind(),
            text: identifier.text().to_owned(),
        }
    }
}

impl Identifier {
    fn read(self, at: usize, invalid: &mut Invalid) -> Option<identifier::Identifier> {
        identifier::Identifier::parse(self.kind, &self.text)
            .inspect_err(|error| invalid.push(format!("identifiers[{at}].text"), error.text()))
            .ok()
    }
}

impl From<&item::ItemLink> for ItemLink {
    fn from(link: &item::ItemLink) -> Self {
        Self {
            kind: link.kind,
            to: link.to.uuid(),
        }
    }
}

impl From<ItemLink> for item::ItemLink {
    fn from(link: ItemLink) -> Self {
        Self {
            kind: link.kind,
            to: Id::from_uuid(link.to),
        }
    }
}

#[cfg(test)]
mod tests;
