//! What a thing may refer to: rows that are there, and that the person sees.

use crate::{
    access::{Editor, audience::containers},
    domain::{
        category::Category,
        id::Id,
        invalid::Invalid,
        item::{Details, Item, ItemId, Location},
        person::Person,
        place::{Place, PlaceId},
        tag::Tag,
    },
    error::{Error, Result},
    store::{Record, Row, Rows},
};

/// Every place around a place, the nearest first; the place itself is not among them.
pub(super) fn places_around(rows: &impl Rows, place: PlaceId) -> Result<Vec<PlaceId>> {
    let mut around = Vec::new();
    let mut next = rows
        .find::<Place>(place)?
        .and_then(|row| row.body.details.parent);
    while let Some(place) = next {
        if around.contains(&place) {
            break;
        }
        around.push(place);
        next = rows
            .find::<Place>(place)?
            .and_then(|row| row.body.details.parent);
    }
    Ok(around)
}

/// That a thing's details refer only to what is there and what the person sees. `present` is the thing as it is: what
/// it refers to already may stay, though it has gone into the bin since.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn check(
    rows: &impl Rows,
    editor: &Editor,
    item: ItemId,
    details: &Details,
    present: Option<&Details>,
) -> Result<()> {
    let mut invalid = details.check();
    let empty = Details::default();
    let present = present.unwrap_or(&empty);
    if details.location != present.location {
        check_location(rows, editor, item, details.location, &mut invalid)?;
    }
    if let Some(category) = details
        .category
        .filter(|category| present.category != Some(*category))
    {
        check_live::<Category>(rows, category, "category", &mut invalid)?;
    }
    for tag in details
        .tags
        .iter()
        .filter(|tag| !present.tags.contains(tag))
    {
        check_live::<Tag>(rows, *tag, "tags", &mut invalid)?;
    }
    for share in details
        .owners
        .iter()
        .filter(|share| !present.owners.contains(share))
    {
        check_live::<Person>(rows, share.person, "owners", &mut invalid)?;
    }
    for guest in details
        .guests
        .iter()
        .filter(|guest| !present.guests.contains(guest))
    {
        check_live::<Person>(rows, *guest, "guests", &mut invalid)?;
    }
    for link in details
        .links
        .iter()
        .filter(|link| !present.links.contains(link))
    {
        let there = sees(rows, editor, link.to)?;
        if !there || link.to == item {
            invalid.push("links", "error-link-gone");
        }
    }
    let hides = details.private && !present.private;
    if hides
        && !details
            .owners
            .iter()
            .any(|share| share.person == editor.person())
    {
        invalid.push("private", "error-private-not-owner");
    }
    invalid.or(()).map_err(Error::from)
}

fn check_location(
    rows: &impl Rows,
    editor: &Editor,
    item: ItemId,
    location: Location,
    invalid: &mut Invalid,
) -> Result<()> {
    match location {
        Location::Unknown => {}
        Location::Place(place) => {
            let there = match editor.viewer().place(rows, place) {
                Ok(place) => place.binned.is_none(),
                Err(Error::NotFound) => false,
                Err(error) => return Err(error),
            };
            if !there {
                invalid.push("location", "error-place-gone");
            }
        }
        Location::Inside(around) => {
            if around == item || !sees(rows, editor, around)? {
                invalid.push("location", "error-container-gone");
            } else if containers(rows, &rows.get::<Item>(around)?.body)?.contains(&item) {
                invalid.push("location", "error-inside-itself");
            }
        }
    }
    Ok(())
}

fn sees(rows: &impl Rows, editor: &Editor, item: ItemId) -> Result<bool> {
    match editor.viewer().item(rows, item) {
        Ok(row) => Ok(row.binned.is_none()),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

fn check_live<T: Record>(
    rows: &impl Rows,
    id: Id<T>,
    field: &'static str,
    invalid: &mut Invalid,
) -> Result<()> {
    let row: Option<Row<T>> = rows.find(id)?;
    if row.is_none_or(|row| row.binned.is_some()) {
        invalid.push(field, "error-gone");
    }
    Ok(())
}
