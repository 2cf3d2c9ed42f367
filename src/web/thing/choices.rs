//! What a thing's form offers to choose from: places, categories, people, kinds.

use super::draft::UNSEEN;
use crate::{
    access::Viewer,
    actions::household,
    domain::{
        field::FieldValue,
        identifier::IdentifierKind,
        item::{Acquisition, Condition, Departure, Ground, LinkKind},
        lang::Lang,
        money::Currency,
        person::{Person, Role},
    },
    error::Result,
    store::{Row, Rows},
    ui::form::{Choice, Control},
    web::page::{self, labels},
};

/// Every place as a tree; first, nowhere. `unseen` adds the choice to stay in a place that the reader does not see.
pub(super) fn places(
    rows: &impl Rows,
    viewer: &Viewer,
    lang: Lang,
    unseen: bool,
) -> Result<Vec<Choice>> {
    let mut choices = vec![Choice::new("", lang.text("thing-nowhere"))];
    if unseen {
        choices.push(Choice::new(UNSEEN, lang.text("thing-hidden")));
    }
    choices.extend(page::choices::places(rows, viewer, lang, None)?);
    Ok(choices)
}

/// Every category under its top category; first, none.
pub(super) fn categories(rows: &impl Rows, lang: Lang) -> Result<Vec<Choice>> {
    let mut choices = vec![Choice::new("", lang.text("thing-no-category"))];
    choices.extend(page::choices::categories(rows, lang)?);
    Ok(choices)
}

/// Those who may own things: the household without its guests, and whoever owns the thing already.
pub(super) fn owners(rows: &impl Rows, present: &[String]) -> Result<Vec<Row<Person>>> {
    let mut people = household::people(rows)?;
    people.retain(|person| person.role != Role::Guest);
    for owner in present {
        let Ok(owner) = owner.parse() else { continue };
        if !people.iter().any(|person| person.id == owner) {
            people.extend(rows.find::<Person>(owner)?);
        }
    }
    Ok(people)
}

/// Those with whom a thing may be shared by name.
pub(super) fn guests(rows: &impl Rows) -> Result<Vec<Row<Person>>> {
    let mut people = household::people(rows)?;
    people.retain(|person| person.role == Role::Guest);
    Ok(people)
}

/// Why a thing is separate property; first, that it is not.
pub(super) fn grounds(lang: Lang) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", lang.text("thing-no"))];
    let grounds = Ground::ALL.map(|why| Choice::new(why.key(), lang.text(labels::ground(why))));
    choices.extend(grounds);
    choices
}

/// How worn a thing is; first, unsaid.
pub(super) fn conditions(lang: Lang) -> Vec<Choice> {
    unsaid_or(lang, &Condition::ALL, |condition| {
        (condition.key(), labels::condition(condition))
    })
}

/// How a thing came into the household; first, unsaid.
pub(super) fn acquisitions(lang: Lang) -> Vec<Choice> {
    unsaid_or(lang, &Acquisition::ALL, |how| {
        (how.key(), labels::acquisition(how))
    })
}

/// How somebody let go of a thing.
pub(super) fn departures(lang: Lang) -> Vec<Choice> {
    each(lang, &Departure::CHOSEN, |how| {
        (how.key(), labels::departure(how))
    })
}

/// The kinds of identifiers.
pub(super) fn identifiers(lang: Lang) -> Vec<Choice> {
    each(lang, &IdentifierKind::ALL, |kind| {
        (kind.key(), labels::identifier(kind))
    })
}

/// The kinds of own fields.
pub(super) fn field_kinds(lang: Lang) -> Vec<Choice> {
    each(lang, &FieldValue::KINDS, |kind| {
        (kind, labels::field_kind(kind))
    })
}

/// What a thing can be to another.
pub(super) fn links(lang: Lang) -> Vec<Choice> {
    each(lang, &LinkKind::ALL, |kind| {
        (kind.key(), labels::link(kind))
    })
}

/// An amount: in this currency, else in the household's own.
pub(super) fn money(chosen: &str, household: Currency) -> Control {
    let currency = chosen.parse().unwrap_or(household);
    let mut currencies = vec![household.code().to_owned()];
    for other in Currency::common().chain([currency]) {
        if !currencies.iter().any(|code| code == other.code()) {
            currencies.push(other.code().to_owned());
        }
    }
    Control::Money {
        currency: currency.code().to_owned(),
        currencies,
    }
}

fn each<T: Copy>(
    lang: Lang,
    all: &[T],
    say: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<Choice> {
    all.iter()
        .map(|value| {
            let (key, text) = say(*value);
            Choice::new(key, lang.text(text))
        })
        .collect()
}

fn unsaid_or<T: Copy>(
    lang: Lang,
    all: &[T],
    say: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", lang.text("thing-unsaid"))];
    choices.extend(each(lang, all, say));
    choices
}
