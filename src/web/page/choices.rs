//! What forms let a person choose from: places and people.

use std::collections::HashMap;

use crate::{
    access::Viewer,
    actions::household,
    domain::{
        person::Role,
        place::{Place, PlaceId},
    },
    error::Result,
    store::{Row, Rows},
    ui::form::Choice,
};

/// How a place stands below another in a list.
const INNER: &str = " › ";

/// Every place that a person sees, each by its whole path, in the order of the tree.
pub fn places(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Choice>> {
    let mut seen = HashMap::new();
    for place in rows.all::<Place>()? {
        if viewer.place(rows, place.id).is_ok() {
            seen.insert(place.id, place);
        }
    }
    let mut choices: Vec<_> = seen
        .values()
        .map(|place| Choice::new(place.id.to_string(), path(&seen, place)))
        .collect();
    choices.sort_by_cached_key(|choice| choice.label.to_lowercase());
    Ok(choices)
}

fn path(places: &HashMap<PlaceId, Row<Place>>, place: &Row<Place>) -> String {
    let mut names = vec![place.details.name.as_str()];
    let mut next = place.details.parent;
    // A place is never in itself; the bound only keeps a broken archive from hanging the page.
    while let Some(around) = next.and_then(|id| places.get(&id))
        && names.len() <= places.len()
    {
        names.push(&around.details.name);
        next = around.details.parent;
    }
    names.reverse();
    names.join(INNER)
}

/// Everybody who may own something: guests own nothing here.
pub fn owners(rows: &impl Rows) -> Result<Vec<Choice>> {
    let people = household::people(rows)?;
    let members = people.iter().filter(|person| person.role != Role::Guest);
    Ok(members
        .map(|person| Choice::new(person.id.to_string(), person.name.as_str()))
        .collect())
}
