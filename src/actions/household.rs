//! The household itself: claimed once, changed by its owners.

use super::{categories, people};
use crate::{
    access::{Head, Viewer, password},
    clock::Clock,
    domain::{
        country::Country,
        household::Household,
        lang::Lang,
        money::Currency,
        person::{Person, Role},
        text,
    },
    error::{Error, Result},
    store::{Expect, Noun, Row, Rows, Saved, Store, Writer},
};

/// What the first visitor says.
pub struct Claim<'a> {
    /// What the household is called.
    pub household: &'a str,
    /// The first owner's name.
    pub name: &'a str,
    /// Their password.
    pub password: &'a str,
    /// The household's language.
    pub lang: Lang,
}

/// Whether nobody has claimed the archive yet.
pub fn is_unclaimed(rows: &impl Rows) -> Result<bool> {
    Ok(rows.count(Noun::Person)? == 0)
}

/// Makes the first visitor the owner, and gives the household its name and the shipped categories.
///
/// # Errors
/// [`Error::Denied`] when somebody has claimed it already; [`Error::Invalid`] by field.
pub fn claim(store: &Store, claim: &Claim<'_>) -> Result<Saved<Viewer>> {
    let household = checked_name(claim.household)?;
    let hash = password::hash(claim.password, store.clock())?;
    let id = store.clock().id();
    store.write(None, "household-claim", |tx| {
        if !is_unclaimed(tx)? {
            return Err(Error::Denied);
        }
        let person = people::insert(tx, id, claim.name, Role::Owner, Some(hash))?;
        prepare(tx, store.clock(), &household, claim.lang)?;
        Ok(Viewer::of(person.body))
    })
}

/// Gives an archive that nobody has claimed its name and the shipped categories.
pub(super) fn prepare(tx: &mut Writer<'_>, clock: &Clock, name: &str, lang: Lang) -> Result<()> {
    let body = Household {
        name: name.to_owned(),
        lang,
        currency: Currency::SEK,
        country: Country::default(),
    };
    tx.put(body, Expect::Any)?;
    categories::put_shipped(tx, clock)
}

/// Changes the household's name, language, currency or country.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    head: &Head,
    seen: Expect,
    mut household: Household,
) -> Result<Saved<Row<Household>>> {
    household.name = checked_name(&household.name)?;
    store.write(Some(head.person()), "household-change", |tx| {
        tx.put(household, seen)
    })
}

/// The household; one with an empty name while nobody has claimed it.
pub fn current(rows: &impl Rows) -> Result<Household> {
    let row = rows.find(Household::ID)?;
    Ok(row.map_or_else(
        || Household {
            name: String::new(),
            lang: Lang::default(),
            currency: Currency::SEK,
            country: Country::default(),
        },
        |row: Row<Household>| row.body,
    ))
}

/// The people of the household who have not left, owners first, then by name.
pub fn people(rows: &impl Rows) -> Result<Vec<Row<Person>>> {
    let mut people = rows.all::<Person>()?;
    let rank = |role| Role::ALL.iter().position(|other| *other == role);
    people.sort_by_key(|person| (rank(person.role), person.name.to_lowercase()));
    Ok(people)
}

fn checked_name(name: &str) -> Result<String> {
    text::name(name, text::NAME).map_err(|why| Error::invalid("household", why))
}

#[cfg(test)]
mod tests;
