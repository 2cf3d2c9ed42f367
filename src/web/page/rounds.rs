//! Inventory rounds, as every page calls them.

use crate::{
    access::Viewer,
    domain::{item::Location, place::Place, round::Round, sighting::Finding},
    error::Result,
    store::Rows,
    ui::{icon::Icon, look::Look},
};

/// What a round is called: what the household calls it, else its year.
pub fn name(look: &Look, round: &Round) -> String {
    if round.details.name.is_empty() {
        look.text_with("rounds-of-year", "year", &round.since.year().to_string())
    } else {
        round.details.name.clone()
    }
}

/// The drawing of a finding.
pub const fn drawing(finding: Finding) -> Icon {
    match finding {
        Finding::Seen => Icon::Check,
        Finding::Moved => Icon::Place,
        Finding::Gone => Icon::Missing,
        Finding::New => Icon::Plus,
    }
}

/// Where a thing was, as far as somebody sees that: the name of the place or the thing around it.
pub fn place_name(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &Look,
    location: Location,
) -> Result<String> {
    let known = match location {
        Location::Unknown => return Ok(look.text("walk-nowhere")),
        Location::Place(place) => match rows.find::<Place>(place)? {
            Some(row) if viewer.sees_place(rows, place)? => Some(row.body.details.name),
            _ => None,
        },
        Location::Inside(thing) => match rows.find(thing)? {
            Some(row) if viewer.sees(rows, &row)? => Some(super::name(look, &row)),
            _ => None,
        },
    };
    Ok(known.unwrap_or_else(|| look.text("rounds-elsewhere")))
}

/// When a round was walked: "12 november 2026 – 14 november 2026", or since when it goes on.
pub fn when(look: &Look, round: &Round) -> String {
    let since = look.lang.day(round.since);
    match round.ended {
        None => look.text_with("rounds-since", "day", &since),
        Some(ended) if ended.on == round.since => since,
        Some(ended) => format!("{since} – {}", look.lang.day(ended.on)),
    }
}
