//! What somebody means who names a thing in a field.

use super::wording::known;
use crate::{
    access::Viewer,
    domain::{
        item::{Item, ItemId},
        number::Number,
        text,
    },
    error::Result,
    store::{Key, Row, Rows},
};

/// The thing that somebody means by its number, its name, or both; else the key of the text that says why none is meant.
pub fn thing(
    rows: &impl Rows,
    viewer: &Viewer,
    named: &str,
) -> Result<Result<ItemId, &'static str>> {
    let named = text::line(named);
    let (first, rest) = named.split_once(' ').unwrap_or((&named, ""));
    if let Ok(number) = first.parse::<Number>()
        && let Some(id) = rows.numbered(number)?.and_then(Key::id::<Item>)
        && let Some(row) = known(viewer.item(rows, id))?
        && (rest.is_empty() || same(rest, &row.details.name))
    {
        return Ok(Ok(id));
    }
    let mut found = Vec::new();
    rows.each(None, |row: Row<Item>| {
        let meant = row.binned.is_none()
            && !row.is_template()
            && same(&named, &row.details.name)
            && viewer.sees(rows, &row)?;
        if meant {
            found.push(row.id);
        }
        Ok(found.len() < 2)
    })?;
    Ok(match found.as_slice() {
        [one] => Ok(*one),
        [] => Err("error-thing-unknown"),
        _ => Err("error-thing-several"),
    })
}

/// Whether two texts are the same but for capitals.
pub fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
