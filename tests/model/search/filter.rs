//! Filters, orders and counts, by looking at every thing there is.

use std::{cmp::Ordering, collections::BTreeMap};

use jiff::civil::Date;
use smartinventory::{
    domain::{
        id::Id,
        lang::Lang,
        query::{ItemQuery, Sort, SortBy, Span},
    },
    index::{Counts, YesNo},
};
use uuid::Uuid;

use super::shown::Shown;
use crate::deed::{ENGLISH, NAMES};

/// A filter that counts as if it alone were not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Place,
    Category,
    Owner,
    Value,
    Acquired,
    Photo,
    Document,
    Insured,
    State,
}

/// Whether a thing passes every filter but one.
pub fn passes(query: &ItemQuery, shown: &Shown, but: Option<Side>) -> bool {
    let holds = |side, holds: bool| holds || but == Some(side);
    let tags: Vec<_> = shown.tags.iter().map(|tag| tag.uuid()).collect();
    query.tags.iter().all(|tag| tags.contains(tag))
        && holds(Side::Place, is_among(&shown.places, query.place))
        && holds(Side::Category, is_among(&shown.categories, query.category))
        && holds(Side::Owner, is_among(&shown.owners, query.owner))
        && holds(Side::Value, is_in(query.value, shown.value))
        && holds(
            Side::Acquired,
            is_in::<Date>(query.acquired, shown.acquired),
        )
        && holds(Side::Photo, query.photo.is_none_or(|is| is == shown.photo))
        && holds(
            Side::Document,
            query.document.is_none_or(|is| is == shown.document),
        )
        && holds(
            Side::Insured,
            query.insured.is_none_or(|is| is == shown.insured),
        )
        && holds(Side::State, query.state == shown.state)
}

fn is_among<T>(ids: &[Id<T>], asked: Option<Uuid>) -> bool {
    asked.is_none_or(|asked| ids.iter().any(|id| id.uuid() == asked))
}

fn is_in<T: PartialOrd>(span: Span<T>, value: Option<T>) -> bool {
    match (span.from, span.to, value) {
        (None, None, _) => true,
        (_, _, None) => false,
        (from, to, Some(value)) => {
            from.is_none_or(|from| value >= from) && to.is_none_or(|to| value <= to)
        }
    }
}

/// Puts things in the order of a list. What lacks the key comes last either way.
pub fn sort(things: &mut [&Shown], by: Sort, lang: Lang) {
    things.sort_by(|a, b| {
        let (one, other) = (key(a, by.by, lang), key(b, by.by, lang));
        let keys = match (one, other) {
            (Some(one), Some(other)) if by.descending => other.cmp(&one),
            (Some(one), Some(other)) => one.cmp(&other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        let ids = a.id.cmp(&b.id);
        keys.then(if by.descending { ids.reverse() } else { ids })
    });
}

fn key(shown: &Shown, by: SortBy, lang: Lang) -> Option<i64> {
    match by {
        SortBy::Added => Some(shown.added.as_millisecond()),
        SortBy::Changed => Some(shown.changed.as_millisecond()),
        SortBy::Name => Some(alphabetic(&shown.name, lang)),
        SortBy::Value => shown.value,
        SortBy::Acquired => {
            let acquired = shown.acquired?;
            Some(i64::from(acquired.year()) * 366 + i64::from(acquired.day_of_year()))
        }
        SortBy::Number => Some(shown.number.into()),
    }
}

/// A name's place among all names.
fn alphabetic(name: &str, lang: Lang) -> i64 {
    let swedish = NAMES.iter().position(|other| *other == name).unwrap();
    let place = match lang {
        Lang::Sv => swedish,
        Lang::En => ENGLISH.iter().position(|at| *at == swedish).unwrap(),
    };
    i64::try_from(place).unwrap()
}

/// What each choice of a filter would leave.
pub fn counts(query: &ItemQuery, things: &[&Shown]) -> Counts {
    let but = |side| {
        let things = things.iter();
        things.filter(move |shown| passes(query, shown, Some(side)))
    };
    let mut counts = Counts::default();
    for shown in but(Side::Place) {
        for place in &shown.places {
            *counts.places.entry(place.uuid()).or_default() += 1;
        }
    }
    for shown in but(Side::Category) {
        for category in &shown.categories {
            *counts.categories.entry(category.uuid()).or_default() += 1;
        }
    }
    for shown in but(Side::Owner) {
        for owner in &shown.owners {
            *counts.owners.entry(owner.uuid()).or_default() += 1;
        }
    }
    for shown in things.iter().filter(|shown| passes(query, shown, None)) {
        for tag in &shown.tags {
            *counts.tags.entry(tag.uuid()).or_default() += 1;
        }
    }
    counts.photo = yes_and_no(but(Side::Photo).map(|shown| shown.photo));
    counts.document = yes_and_no(but(Side::Document).map(|shown| shown.document));
    counts.insured = yes_and_no(but(Side::Insured).map(|shown| shown.insured));
    for shown in but(Side::State) {
        *counts.states.entry(shown.state).or_default() += 1;
    }
    let values: Vec<_> = but(Side::Value).map(|shown| shown.value).collect();
    counts.values = by_worth(&values);
    counts.unvalued = many(values.iter().filter(|value| value.is_none()));
    for shown in but(Side::Acquired) {
        match shown.acquired {
            Some(date) => *counts.years.entry(date.year()).or_default() += 1,
            None => counts.undated += 1,
        }
    }
    counts
}

fn yes_and_no(all: impl Iterator<Item = bool>) -> YesNo {
    let (yes, no): (Vec<_>, Vec<_>) = all.partition(|is| *is);
    YesNo {
        yes: many(yes.iter()),
        no: many(no.iter()),
    }
}

fn many(all: impl Iterator) -> u32 {
    u32::try_from(all.count()).unwrap()
}

/// How many are worth less than 100 kronor, from there to less than 500, and so on.
fn by_worth(values: &[Option<i64>]) -> Vec<(Span<i64>, u32)> {
    let steps = [10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000];
    let mut spans: BTreeMap<usize, u32> = BTreeMap::new();
    for value in values.iter().flatten() {
        let below = steps.iter().filter(|step| *step <= value).count();
        *spans.entry(below).or_default() += 1;
    }
    let span = |at: usize| Span {
        from: at.checked_sub(1).map(|before| steps[before]),
        to: steps.get(at).map(|step| step - 1),
    };
    spans
        .into_iter()
        .map(|(at, count)| (span(at), count))
        .collect()
}
