//! The keys of the texts for what pages and reports both name.

use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition},
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
