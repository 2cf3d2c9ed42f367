//! What the demo family has done since everything was in: moved, valued, tidied, and thrown a few things into the bin.

use super::{At, Text};

/// Something that somebody did.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// How many days ago.
    pub days: i32,
    /// Who did it.
    pub by: &'static str,
    /// What they did.
    pub deed: Deed,
}

/// What somebody did.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Put things somewhere.
    Move(&'static [&'static str], At),
    /// Put a tag on things.
    Tag(&'static [&'static str], Text),
    /// Said what one of a thing is worth, in kronor.
    Value(&'static str, i64),
    /// Noted something about a thing.
    Note(&'static str, Text),
    /// Added a thing twice, and put the second into the bin.
    Double(&'static str),
    /// Put the last photo of a thing into the bin.
    DropPhoto(&'static str),
    /// Put a place into the bin.
    Unpack(&'static str),
}

const fn did(days: i32, by: &'static str, deed: Deed) -> Event {
    Event { days, by, deed }
}

#[rustfmt::skip] // a table: one event a row
pub(super) const EVENTS: &[Event] = &[
    did(13, "anna", Deed::Value("painting", 44_000)),
    did(11, "erik", Deed::Move(&["trailer", "grill", "mower"], At::Place("villa.garage"))),
    did(9, "anna", Deed::Tag(&["chest-quilt", "cottage-coffee", "fishing", "chainsaw"], Text("stugan", "cottage"))),
    did(8, "erik", Deed::Double("chainsaw")),
    did(6, "anna", Deed::Unpack("villa.garage.corner")),
    did(5, "maja", Deed::Note("violin", Text("Ny e-sträng, stämd med mobilen.", "New E string, tuned by phone."))),
    did(4, "anna", Deed::DropPhoto("sofa")),
    did(3, "erik", Deed::Move(&["saw", "ladder"], At::Place("villa.garage.bench"))),
    did(2, "anna", Deed::Value("ebike", 18_500)),
];
