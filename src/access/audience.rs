//! Who sees a thing or a place: decided here, for pages, the API and the index alike.

use std::{collections::BTreeSet, iter};

use crate::{
    domain::{
        item::{Item, ItemId, Location},
        person::{Person, PersonId, Role},
        place::{Place, PlaceId},
        receipt::Receipt,
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
        return alone(rows, item.details.owners.iter().map(|share| share.person));
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
    Ok(shared(guests))
}

/// Those who see a place: the household, and the guests whom it or a place around it is shared with.
pub fn of_place(rows: &impl Rows, place: PlaceId) -> Result<Vec<Audience>> {
    Ok(shared(guests_of_place(rows, place)?))
}

/// Those who see one version of a place: the household, and the guests whom it was shared with then, or whom a place
/// around it is shared with.
pub fn of_place_version(rows: &impl Rows, version: &Place) -> Result<Vec<Audience>> {
    let mut guests = version.details.guests.clone();
    if let Some(around) = version.details.parent {
        guests.extend(guests_of_place(rows, around)?);
    }
    Ok(shared(guests))
}

/// The household and these guests.
fn shared(guests: Vec<PersonId>) -> Vec<Audience> {
    let guests: BTreeSet<_> = guests.into_iter().collect();
    let guests = guests
        .into_iter()
        .map(|guest| Audience::Guest(guest.uuid()));
    iter::once(Audience::Household).chain(guests).collect()
}

/// Those who see a receipt, as long as they see what it proves: the household, or the people whose own it is. No guest
/// does: what was paid is the household's business.
pub fn of_receipt(rows: &impl Rows, receipt: &Receipt) -> Result<Vec<Audience>> {
    if receipt.details.only.is_empty() {
        return Ok(vec![Audience::Household]);
    }
    let mut audience = alone(rows, receipt.details.only.iter().copied())?;
    audience.retain(|one| !matches!(one, Audience::Guest(_)));
    Ok(audience)
}

/// Who sees what somebody keeps to themselves: they alone, or the household's owners once they have left.
pub fn of_secret(rows: &impl Rows, writer: Option<PersonId>) -> Result<Vec<Audience>> {
    alone(rows, writer)
}

/// These people, or the household's owners when all of them have left.
fn alone(rows: &impl Rows, own: impl IntoIterator<Item = PersonId>) -> Result<Vec<Audience>> {
    let mut people = Vec::new();
    for person in own {
        let person: Option<Row<Person>> = rows.find(person)?;
        people.extend(person.filter(|person| person.binned.is_none()));
    }
    if people.is_empty() {
        people = rows.all()?;
        people.retain(|person| person.role == Role::Owner);
    }
    let audience = people.iter().map(|person| match person.role {
        Role::Guest => Audience::Guest(person.id.uuid()),
        Role::Owner | Role::Adult | Role::Child => Audience::Person(person.id.uuid()),
    });
    Ok(audience.collect())
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
