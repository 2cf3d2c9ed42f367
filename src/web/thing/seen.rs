//! When a thing was seen last on an inventory round, and by whom.

use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::around::Around;
use crate::{actions::sightings, error::Result, store::Rows as _, web::page::rounds as words};

/// "12 november 2026 av Anna, Inventering 2026"; none where nobody has on any round that the reader sees.
pub(super) fn last_seen(around: &Around<'_>) -> Result<Option<Markup>> {
    let Around {
        rows,
        viewer,
        look,
        item,
    } = *around;
    let Some((sighting, round)) = sightings::last_seen(rows, viewer, item.id)? else {
        return Ok(None);
    };
    let who = match sighting.changed.by {
        Some(person) => rows.find(person)?.map(|row| row.body.name),
        None => None,
    };
    let day = sighting.changed.at.to_zoned(TimeZone::system()).date();
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let arguments = [("day", look.lang.day(day).into()), ("who", who.into())];
    let said = look.lang.text_with("rounds-last-seen-by", &arguments);
    let name = words::name(look, &round);
    Ok(Some(
        html! { (said) ", " a href={ "/rounds/" (round.id) } { (name) } },
    ))
}
