//! What a thing's form holds: as it was typed, so that nothing is lost, and read into details.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::reading::Reading;
use crate::{
    access::Viewer,
    actions::items::Wish,
    domain::{
        field::FieldValue,
        invalid::Invalid,
        item::{Acquisition, Condition, Details, Location},
        lang::Lang,
        money::{Currency, Money},
    },
    error::{Error, Result},
    store::{Revision, Rows},
    web::page::wording::Wording,
};

/// The rows that one may add to: what their fields begin with, and what each row has.
pub(super) const IDENTIFIERS: Series = Series {
    name: "identifier",
    columns: &["kind", "text"],
};
/// The household's own fields.
pub(super) const FIELDS: Series = Series {
    name: "field",
    columns: &["name", "kind", "value"],
};
/// What other things it has to do with.
pub(super) const LINKS: Series = Series {
    name: "link",
    columns: &["kind", "to"],
};

/// The most rows of a series that are read: more than a thing may have of anything.
const MOST_ROWS: usize = 200;

/// What the choice of a place says when a thing lies in one that the reader does not see, and is to stay there.
pub(super) const UNSEEN: &str = "unseen";

/// Rows of fields, as many as one likes: `<name>.<row>.<column>`.
#[derive(Clone, Copy)]
pub(super) struct Series {
    /// What their names begin with.
    pub(super) name: &'static str,
    /// What each row has.
    columns: &'static [&'static str],
}

impl Series {
    /// The name of a field.
    pub(super) fn field(self, row: usize, column: &str) -> String {
        format!("{}.{row}.{column}", self.name)
    }
}

/// A form as it was typed: the text of every field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Draft(BTreeMap<String, String>);

impl Draft {
    /// The form of a thing as it is.
    pub(super) fn of(
        details: &Details,
        rows: &impl Rows,
        viewer: &Viewer,
        lang: Lang,
    ) -> Result<Self> {
        let words = Wording::new(rows, viewer, lang);
        let mut draft = Self::default();
        for (name, text) in [
            ("name", &details.name),
            ("description", &details.description),
            ("maker", &details.maker),
            ("model", &details.model),
            ("colour", &details.colour),
            ("acquired_from", &details.acquired.from),
            ("priced_at", &details.priced_at),
            ("notes", &details.notes),
        ] {
            draft.set(name, text);
        }
        match details.location {
            Location::Unknown => {}
            Location::Place(place) => draft.set("place", &place.to_string()),
            Location::Inside(item) => match words.thing(item)? {
                Some(thing) => draft.set("inside", &thing),
                None => draft.set("place", UNSEEN),
            },
        }
        draft.set("quantity", &details.quantity.get().to_string());
        draft.set_known("category", details.category);
        draft.set("tags", &words.tags(&details.tags)?.join(", "));
        for share in &details.owners {
            draft.set(format!("parts.{}", share.person), &share.parts.to_string());
        }
        for guest in &details.guests {
            draft.set(format!("guest.{guest}"), "1");
        }
        for (name, yes) in [("private", details.private), ("insured", details.insured)] {
            draft.set(name, if yes { "1" } else { "" });
        }
        draft.set(
            "condition",
            details.condition.map(Condition::key).unwrap_or_default(),
        );
        let acquired = &details.acquired;
        draft.set(
            "acquired_how",
            acquired.how.map(Acquisition::key).unwrap_or_default(),
        );
        draft.set_known("acquired_on", acquired.on);
        draft.set_known("valued_on", details.valued_on);
        draft.set_known("priced_on", details.priced_on);
        for (name, money) in [
            ("price", acquired.price),
            ("value", details.value),
            ("new_price", details.new_price),
        ] {
            if let Some(money) = money {
                draft.set(name, &lang.money_field(money));
                draft.set(format!("{name}_currency"), money.currency.code());
            }
        }
        if let Some(separate) = &details.separate {
            draft.set("separate", separate.why.key());
            draft.set("separate_note", &separate.note);
        }
        for (row, identifier) in details.identifiers.iter().enumerate() {
            draft.set_row(
                IDENTIFIERS,
                row,
                &[identifier.kind().key(), identifier.text()],
            );
        }
        for (row, field) in details.fields.iter().enumerate() {
            let value = own_value(&field.value, lang);
            draft.set_row(FIELDS, row, &[&field.name, field.value.kind(), &value]);
        }
        let mut row = 0;
        for link in &details.links {
            if let Some(thing) = words.thing(link.to)? {
                draft.set_row(LINKS, row, &[link.kind.key(), &thing]);
                row += 1;
            }
        }
        Ok(draft)
    }

    /// Reads the form. `present` is the thing as it is: what the reader does not see of it stays.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub(super) fn read(
        &self,
        rows: &impl Rows,
        viewer: &Viewer,
        present: &Details,
    ) -> Result<Wish> {
        let mut reading = Reading::new(self, rows, viewer);
        let details = Details {
            name: reading.line("name"),
            description: reading.prose("description"),
            quantity: reading.quantity(),
            category: reading.category(),
            tags: Vec::new(),
            location: reading.location(present.location)?,
            owners: reading.owners(&present.owners),
            separate: reading.separate(),
            maker: reading.line("maker"),
            model: reading.line("model"),
            identifiers: reading.identifiers(),
            colour: reading.line("colour"),
            condition: reading.condition(),
            acquired: reading.acquired()?,
            value: reading.money("value")?,
            valued_on: reading.day("valued_on"),
            new_price: reading.money("new_price")?,
            priced_on: reading.day("priced_on"),
            priced_at: reading.line("priced_at"),
            insured: self.has("insured"),
            notes: reading.prose("notes"),
            fields: reading.fields()?,
            links: reading.links(&present.links)?,
            private: self.has("private"),
            guests: reading.guests(&present.guests),
            // Said on the page of the thing, beside its stories.
            affection: present.affection,
        };
        let tags = reading.tags();
        reading.invalid.merge(details.check());
        reading
            .invalid
            .or(Wish { details, tags })
            .map_err(Error::from)
    }

    /// The text of a field; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Whether something stands in a field.
    pub(super) fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Puts a text into a field.
    pub(super) fn set(&mut self, name: impl Into<String>, text: &str) {
        self.0.insert(name.into(), text.to_owned());
    }

    /// The fields whose names begin so, with what follows and their texts.
    pub(super) fn beginning<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .range(prefix.to_owned()..)
            .map_while(move |(name, text)| Some((name.strip_prefix(prefix)?, text.trim())))
    }

    /// Every field and its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// How many rows of a series there are, empty ones counted.
    pub(super) fn rows(&self, series: Series) -> usize {
        (0..MOST_ROWS)
            .take_while(|row| {
                series
                    .columns
                    .iter()
                    .any(|column| self.0.contains_key(&series.field(*row, column)))
            })
            .count()
    }

    /// The revision of the thing that the form was filled in from.
    pub(super) fn revision(&self, name: &str) -> Option<Revision> {
        self.get(name).parse().ok().map(Revision::new)
    }

    fn set_row(&mut self, series: Series, row: usize, texts: &[&str]) {
        for (column, text) in series.columns.iter().zip(texts) {
            self.set(series.field(row, column), text);
        }
    }

    fn set_known(&mut self, name: &str, known: Option<impl ToString>) {
        if let Some(known) = known {
            self.set(name, &known.to_string());
        }
    }
}

/// The value of an own field as one would type it.
fn own_value(value: &FieldValue, lang: Lang) -> String {
    match value {
        FieldValue::Money(money) => {
            format!("{} {}", lang.money_field(*money), money.currency.code())
        }
        FieldValue::YesNo(yes) => lang.text(if *yes { "thing-yes" } else { "thing-no" }),
        value => value.plain(),
    }
}

/// Reads an amount with its currency behind it, or in the household's own.
pub(super) fn own_money(text: &str, household: Currency) -> Option<Money> {
    let text = text.trim();
    let (amount, currency) = text
        .rsplit_once(char::is_whitespace)
        .and_then(|(amount, code)| Some((amount, code.parse::<Currency>().ok()?)))
        .unwrap_or((text, household));
    Money::parse(amount, currency).ok()
}

/// Reads a day as a form's field holds it.
pub(super) fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// What could not be taken of a form, and everything else as an error of its own.
pub(super) fn refused<T>(result: Result<T>) -> Result<Result<T, Invalid>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Invalid(invalid)) => Ok(Err(invalid)),
        Err(error) => Err(error),
    }
}
