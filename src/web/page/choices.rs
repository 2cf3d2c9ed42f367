//! What forms let a person choose from: places, people and categories.

use std::collections::HashMap;

use crate::{
    access::Viewer,
    actions::{
        categories, household,
        places::{self, Branch},
    },
    domain::{category::CategoryId, lang::Lang, person::Role, place::PlaceId},
    error::Result,
    store::Rows,
    ui::form::Choice,
};

/// How a place is set in beneath the one that it is in: a list that opens has no other means than a space it keeps.
const INDENT: &str = "\u{2003}";

/// Every place that a person sees, each set in beneath the one that it is in; never `without` and what is in that.
pub fn places(
    rows: &impl Rows,
    viewer: &Viewer,
    lang: Lang,
    without: Option<PlaceId>,
) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    offer(&places::tree(rows, viewer, lang)?, 0, without, &mut choices);
    Ok(choices)
}

fn offer(branches: &[Branch], depth: usize, without: Option<PlaceId>, choices: &mut Vec<Choice>) {
    for branch in branches {
        let place = &branch.place;
        if Some(place.id) != without {
            let label = format!("{}{}", INDENT.repeat(depth), place.details.name);
            choices.push(Choice::new(place.id.to_string(), label));
            offer(&branch.inner, depth + 1, without, choices);
        }
    }
}

/// Everybody who may own something: guests own nothing here.
pub fn owners(rows: &impl Rows) -> Result<Vec<Choice>> {
    let people = household::people(rows)?;
    let members = people.iter().filter(|person| person.role != Role::Guest);
    Ok(members
        .map(|person| Choice::new(person.id.to_string(), person.name.as_str()))
        .collect())
}

/// Every category under its top category.
pub fn categories(rows: &impl Rows, lang: Lang) -> Result<Vec<Choice>> {
    let ordered = categories::ordered(rows)?;
    let tops: HashMap<CategoryId, &str> = ordered
        .iter()
        .filter(|category| category.parent.is_none())
        .map(|top| (top.id, top.body.name(lang)))
        .collect();
    let choices = ordered.iter().map(|category| {
        let top = category.parent.unwrap_or(category.id);
        let group = tops.get(&top).copied().unwrap_or_default();
        Choice::new(category.id.to_string(), category.name(lang)).under(group)
    });
    Ok(choices.collect())
}
