//! The keys of the texts for what pages and reports both name.

use crate::domain::{
    division::Occasion,
    identifier::IdentifierKind,
    incident::IncidentKind,
    item::{Acquisition, Condition, Departure, Ground, Separate},
    lang::Lang,
    loss::{Fate, Settlement},
    warranty::WarrantyKind,
};

/// How worn a thing is.
pub const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::New => "thing-condition-new",
        Condition::Good => "thing-condition-good",
        Condition::Worn => "thing-condition-worn",
        Condition::Broken => "thing-condition-broken",
    }
}

/// How a thing came into the household.
pub const fn acquisition(how: Acquisition) -> &'static str {
    match how {
        Acquisition::Bought => "thing-acquired-bought",
        Acquisition::Gift => "thing-acquired-gift",
        Acquisition::Inherited => "thing-acquired-inherited",
        Acquisition::Made => "thing-acquired-made",
        Acquisition::Found => "thing-acquired-found",
    }
}

/// What makes a thing separate property.
pub const fn ground(why: Ground) -> &'static str {
    match why {
        Ground::Settlement => "thing-separate-settlement",
        Ground::Gift => "thing-separate-gift",
        Ground::Will => "thing-separate-will",
        Ground::Replaces => "thing-separate-replaces",
        Ground::Other => "thing-separate-other",
    }
}

/// Why a thing is separate property, with what somebody added to that; what they added alone where that is all.
pub fn separate(lang: Lang, separate: &Separate) -> String {
    let note = separate.note.as_str();
    match (separate.why, note) {
        (why, "") => lang.text(ground(why)),
        (Ground::Other, note) => note.to_owned(),
        (why, note) => format!("{}: {note}", lang.text(ground(why))),
    }
}

/// Why property is divided.
pub const fn occasion(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Spouses => "divisions-occasion-spouses",
        Occasion::Cohabitants => "divisions-occasion-cohabitants",
        Occasion::Heirs => "divisions-occasion-heirs",
    }
}

/// What an identifier is called.
pub const fn identifier(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Serial => "thing-identifier-serial",
        IdentifierKind::Imei => "thing-identifier-imei",
        IdentifierKind::Frame => "thing-identifier-frame",
        IdentifierKind::Vin => "thing-identifier-vin",
        IdentifierKind::Registration => "thing-identifier-registration",
        IdentifierKind::Engraving => "thing-identifier-engraving",
        IdentifierKind::Marking => "thing-identifier-marking",
    }
}

/// How a thing left the household.
pub const fn departure(how: Departure) -> &'static str {
    match how {
        Departure::Sold => "thing-left-sold",
        Departure::GivenAway => "thing-left-given-away",
        Departure::ThrownOut => "thing-left-thrown-out",
        Departure::Stolen => "thing-left-stolen",
        Departure::Lost => "thing-left-lost",
        Departure::Destroyed => "thing-left-destroyed",
    }
}

/// A kind of incident.
pub const fn incident_kind(kind: IncidentKind) -> &'static str {
    match kind {
        IncidentKind::Burglary => "incidents-kind-burglary",
        IncidentKind::Theft => "incidents-kind-theft",
        IncidentKind::Fire => "incidents-kind-fire",
        IncidentKind::Water => "incidents-kind-water",
        IncidentKind::Breakage => "incidents-kind-breakage",
        IncidentKind::Loss => "incidents-kind-loss",
        IncidentKind::Other => "incidents-kind-other",
    }
}

/// What became of a thing.
pub const fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Gone => "losses-gone",
        Fate::Damaged => "losses-damaged",
        Fate::Fine => "losses-fine",
    }
}

/// How a loss was settled.
pub const fn settlement(how: Settlement) -> &'static str {
    match how {
        Settlement::Recovered => "losses-recovered",
        Settlement::Repaired => "losses-repaired",
        Settlement::Replaced => "losses-replaced",
        Settlement::Paid => "losses-paid",
        Settlement::Refused => "losses-refused",
    }
}

/// Whose kind of promise a warranty is.
pub const fn warranty_kind(kind: WarrantyKind) -> &'static str {
    match kind {
        WarrantyKind::Maker => "warranties-kind-maker",
        WarrantyKind::Extended => "warranties-kind-extended",
        WarrantyKind::Insurance => "warranties-kind-insurance",
    }
}
