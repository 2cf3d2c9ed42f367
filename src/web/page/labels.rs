//! The texts for what a thing's form offers: the key for each aspect, kind and way.

use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, Departure, LinkKind, aspect::Aspect},
};

/// What an aspect of a thing is called.
pub const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "thing-name",
        Aspect::Location => "thing-location",
        Aspect::Category => "thing-category",
        Aspect::Tags => "thing-tags",
        Aspect::Quantity => "thing-quantity",
        Aspect::Owners => "thing-owners",
        Aspect::Private => "thing-private",
        Aspect::Guests => "thing-guests",
        Aspect::Maker => "thing-maker",
        Aspect::Model => "thing-model",
        Aspect::Identifiers => "thing-identifiers",
        Aspect::Colour => "thing-colour",
        Aspect::Condition => "thing-condition",
        Aspect::AcquiredHow => "thing-acquired-how",
        Aspect::AcquiredOn => "thing-acquired-on",
        Aspect::AcquiredFrom => "thing-acquired-from",
        Aspect::Price => "thing-price",
        Aspect::Value => "thing-value",
        Aspect::ValuedOn => "thing-valued-on",
        Aspect::Insured => "thing-insured",
        Aspect::Description => "thing-description",
        Aspect::Notes => "thing-notes",
        Aspect::Fields => "thing-fields",
        Aspect::Links => "thing-links",
    }
}

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

/// How a thing left the household.
pub const fn departure(how: Departure) -> &'static str {
    match how {
        Departure::Sold => "thing-left-sold",
        Departure::GivenAway => "thing-left-given-away",
        Departure::ThrownOut => "thing-left-thrown-out",
    }
}

/// What a thing is to the one that it names.
pub const fn link(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Set => "thing-link-set",
        LinkKind::Accessory => "thing-link-accessory",
        LinkKind::Replaces => "thing-link-replaces",
    }
}

/// What the one that names a thing is to it.
pub const fn linked(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Set => "thing-link-set",
        LinkKind::Accessory => "thing-linked-accessory",
        LinkKind::Replaces => "thing-linked-replaces",
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

/// What a kind of own field ([`crate::domain::field::FieldValue::KINDS`]) is called.
pub fn field_kind(kind: &str) -> &'static str {
    match kind {
        "number" => "thing-kind-number",
        "money" => "thing-kind-money",
        "date" => "thing-kind-date",
        "yes_no" => "thing-kind-yes-no",
        "choice" => "thing-kind-choice",
        "link" => "thing-kind-link",
        _ => "thing-kind-text",
    }
}
