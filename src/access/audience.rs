//! Who sees a thing or a place: decided here, for pages, the API and the index alike.

use std::collections::BTreeSet;

use crate::{
    domain::{
        item::{Item, ItemId, Location},
        person::{Person, PersonId, Role},
        place::{Place, PlaceId},
        sight::Audience,
    },
    error::Result,
    store::{Row, Rows},
};

/// How deep a chain of containers and places is followed: deeper than anybody packs.
pub const DEPTH: usize = 100;

/// Those who see a thing: its owners alone when it is private, else the household, and the guests whom it, what it lies
/// in, or a place around it is shared with.
///
/// What is private to people who have all left is seen by the household's owners: nothing is ever lost from sight.
pub fn of_item(rows: &impl Rows, item: &Item) -> Result<Vec<Audience>> {
    if item.details.private {
        return Ok(named(private(rows, item)?));
    }
    let mut guests = item.details.guests.clone();
    let mut location = item.details.location;
    for _ in 0..DEPTH {
        match location {
            Location::Unknown => break,
            Location::Place(place) => {
                guests.extend(guests_of_place(rows, place)?);
                break;
            }
            Location::Inside(around) => {
                let Some(around) = rows.find::<Item>(around)? else {
                    break;
                };
                if !around.details.private {
                    guests.extend(&around.details.guests);
                }
                location = around.details.location;
            }
        }
    }
    let mut audience = named(guests);
    audience.insert(0, Audience::Household);
    Ok(audience)
}

/// Those who see a place: the household, and the guests whom it or a place around it is shared with.
pub fn of_place(rows: &impl Rows, place: PlaceId) -> Result<Vec<Audience>> {
    let mut audience = named(guests_of_place(rows, place)?);
    audience.insert(0, Audience::Household);
    Ok(audience)
}

fn named(people: Vec<PersonId>) -> Vec<Audience> {
    let people: BTreeSet<_> = people.into_iter().collect();
    people
        .into_iter()
        .map(|person| Audience::Person(person.uuid()))
        .collect()
}

fn private(rows: &impl Rows, item: &Item) -> Result<Vec<PersonId>> {
    let mut people = Vec::new();
    for share in &item.details.owners {
        let person: Option<Row<Person>> = rows.find(share.person)?;
        if person.is_some_and(|person| person.binned.is_none()) {
            people.push(share.person);
        }
    }
    if people.is_empty() {
        let all = rows.all::<Person>()?;
        people.extend(
            all.iter()
                .filter(|person| person.role == Role::Owner)
                .map(|person| person.id),
        );
    }
    Ok(people)
}

fn guests_of_place(rows: &impl Rows, place: PlaceId) -> Result<Vec<PersonId>> {
    let mut guests = Vec::new();
    let mut next = Some(place);
    for _ in 0..DEPTH {
        let Some(place) = next else { break };
        let Some(place) = rows.find::<Place>(place)? else {
            break;
        };
        guests.extend(&place.details.guests);
        next = place.details.parent;
    }
    Ok(guests)
}

/// The thing that a thing lies in, and so on outwards, the nearest first.
pub fn containers(rows: &impl Rows, item: &Item) -> Result<Vec<ItemId>> {
    let mut around = Vec::new();
    let mut location = item.details.location;
    while let Location::Inside(id) = location {
        if around.contains(&id) || around.len() >= DEPTH {
            break;
        }
        around.push(id);
        location = rows
            .find::<Item>(id)?
            .map_or(Location::Unknown, |row| row.body.details.location);
    }
    Ok(around)
}
