//! What the demo household says about a thing, in the words of the archive.

use super::{
    house::{House, kronor},
    household::{Acquired, Field, Text, Thing},
};
use crate::{
    access::Editor,
    domain::{
        field::{Decimal, FieldValue, OwnField, WebAddress},
        identifier::Identifier,
        item::{self, Details, Quantity, Share},
    },
    error::{Error, Result},
};

impl House<'_> {
    pub(super) fn details(&self, thing: &Thing, editor: &Editor) -> Result<Details> {
        let text = |text: Text| text.get(self.lang).to_owned();
        let identifiers = thing
            .identifiers
            .iter()
            .map(|(kind, text)| Identifier::parse(*kind, text).map_err(Error::internal));
        let shares = thing.owners.iter().map(|(person, parts)| {
            Ok(Share {
                person: self.viewer(person)?.person(),
                parts: u32::from(*parts),
            })
        });
        let acquired = thing
            .acquired
            .map_or_else(item::Acquired::default, |acquired| {
                let Acquired(how, when, from, price) = acquired;
                item::Acquired {
                    on: Some(when.seen_from(self.today)),
                    how: Some(how),
                    from: text(from),
                    price: price.map(kronor),
                }
            });
        Ok(Details {
            description: text(thing.about),
            quantity: Quantity::new(thing.quantity).unwrap_or_default(),
            category: thing
                .category
                .and_then(|key| self.categories.get(key).copied()),
            tags: self.tags(editor, thing.tags)?,
            location: self.location(thing.at)?,
            owners: shares.collect::<Result<_>>()?,
            maker: thing.made.0.to_owned(),
            model: thing.made.1.to_owned(),
            identifiers: identifiers.collect::<Result<_>>()?,
            colour: text(thing.colour),
            condition: thing.condition,
            acquired,
            value: thing.value.map(kronor),
            insured: thing.insured,
            notes: text(thing.notes),
            fields: self.fields(thing.fields)?,
            private: thing.private,
            ..Details::named(thing.name.map_or("", |name| name.get(self.lang)))
        })
    }

    pub(super) fn fields(&self, fields: &[(Text, Field)]) -> Result<Vec<OwnField>> {
        fields
            .iter()
            .map(|(name, field)| {
                Ok(OwnField {
                    name: name.get(self.lang).to_owned(),
                    value: self.value(*field)?,
                })
            })
            .collect()
    }

    fn value(&self, field: Field) -> Result<FieldValue> {
        let malformed = || Error::internal("a demo field that cannot be read");
        Ok(match field {
            Field::Text(text) => FieldValue::Text(text.get(self.lang).to_owned()),
            Field::Number(number) => {
                FieldValue::Number(Decimal::parse(&number.to_string()).ok_or_else(malformed)?)
            }
            Field::Money(amount) => FieldValue::Money(kronor(amount)),
            Field::Date(when) => FieldValue::Date(when.seen_from(self.today)),
            Field::Flag(yes) => FieldValue::YesNo(yes),
            Field::Choice(text) => FieldValue::Choice(text.get(self.lang).to_owned()),
            Field::Link(link) => FieldValue::Link(WebAddress::parse(link).ok_or_else(malformed)?),
        })
    }
}
