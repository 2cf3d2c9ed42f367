//! A place of the demo household.

use super::{Photo, Text};
use crate::domain::place::PlaceKind;

/// A place; those inside it name it as their `parent`, and come later in the list.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// What things call it: `villa.kitchen`.
    pub key: &'static str,
    /// The place around it; `None` for a home.
    pub parent: Option<&'static str>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// What the family calls it.
    pub name: Text,
    /// What one should know about it.
    pub note: Text,
    /// Its picture.
    pub photo: Option<Photo>,
    /// The guests who see it and everything in it.
    pub guests: &'static [&'static str],
}
