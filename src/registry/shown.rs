//! What a stranger is told of an entry: the only way from what was signed to what everybody reads.

use jiff::{civil::Date, tz::TimeZone};

use super::{
    listing::{EntryId, Listing, State, Verdict},
    publisher::Level,
};
use crate::protocol::entry::{Colour, Entry, ObjectDetails};

/// An entry as everybody may see it: no identifier, no number of the police, no key, no publisher, and no place closer than
/// a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which.
    pub id: EntryId,
    /// How it stands.
    pub state: State,
    /// How far its publisher is trusted.
    pub level: Level,
    /// The key of its category.
    pub category: String,
    /// The first and the last day on which it may have been taken.
    pub taken: (Date, Date),
    /// The country.
    pub country: String,
    /// The county.
    pub county: Option<String>,
    /// The day on which it was first listed.
    pub since: Date,
    /// Whether its owner can be written to.
    pub accepts_tips: bool,
    /// What was written of it; none as long as nobody has looked at that, or where its publisher did not want it shown.
    pub words: Option<ShownWords>,
}

/// What a publisher wrote of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownWords {
    /// What it is.
    pub title: String,
    /// Who made it.
    pub make: String,
    /// What its maker calls it.
    pub model: String,
    /// Its colours.
    pub colours: Vec<Colour>,
    /// What it is made of.
    pub materials: Vec<String>,
    /// What describes art and antiques.
    pub object: Option<ObjectDetails>,
    /// The municipality where it was taken.
    pub municipality: Option<String>,
}

impl Shown {
    /// What is told of an entry that stands so.
    #[must_use]
    pub fn of(id: EntryId, listing: &Listing, entry: &Entry, level: Level, state: State) -> Self {
        let is_match_only = listing.told.as_ref().is_none_or(|told| told.is_match_only);
        let is_open = listing.verdict == Verdict::Approved && level.is_shown() && !is_match_only;
        Self {
            id,
            state,
            level,
            category: entry.category.clone(),
            taken: (entry.incident.from, entry.incident.to),
            country: entry.incident.country.clone(),
            county: entry.incident.county.clone(),
            since: listing.since.to_zoned(TimeZone::UTC).date(),
            accepts_tips: entry.accept_tips && state.is_reported(),
            words: is_open.then(|| ShownWords {
                title: entry.title.clone(),
                make: entry.make.clone(),
                model: entry.model.clone(),
                colours: entry.colours.clone(),
                materials: entry.materials.clone(),
                object: entry.object.clone(),
                municipality: entry.incident.municipality.clone(),
            }),
        }
    }
}
