//! The texts for what forms offer: the key for each aspect, kind and way.

pub use crate::i18n::labels::{
    acquisition, condition, departure, fate, ground, identifier, incident_kind, separate,
    settlement, warranty_kind,
};

use crate::domain::{
    claim::{self, Outcome},
    country::Country,
    incident,
    item::{Affection, LinkKind, aspect::Aspect},
    length::Unit,
    receipt::{self, Payment},
    rules::{Deal, Open, Purpose},
    sighting::Finding,
    warranty,
};

/// What lengths of time are counted in.
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "page-unit-day",
        Unit::Week => "page-unit-week",
        Unit::Month => "page-unit-month",
        Unit::Year => "page-unit-year",
    }
}

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
        Aspect::Separate => "thing-separate",
        Aspect::Maker => "thing-maker",
        Aspect::Model => "thing-model",
        Aspect::Identifiers => "thing-identifiers",
        Aspect::Colour => "thing-colour",
        Aspect::Condition => "thing-condition",
        Aspect::Affection => "memories-affection",
        Aspect::AcquiredHow => "thing-acquired-how",
        Aspect::AcquiredOn => "thing-acquired-on",
        Aspect::AcquiredFrom => "thing-acquired-from",
        Aspect::Price => "thing-price",
        Aspect::Value => "thing-value",
        Aspect::ValuedOn => "thing-valued-on",
        Aspect::NewPrice => "thing-new-price",
        Aspect::PricedOn => "thing-priced-on",
        Aspect::PricedAt => "thing-priced-at",
        Aspect::Insured => "thing-insured",
        Aspect::Description => "thing-description",
        Aspect::Notes => "thing-notes",
        Aspect::Fields => "thing-fields",
        Aspect::Links => "thing-links",
    }
}

/// How dear a thing is.
pub const fn affection(affection: Affection) -> &'static str {
    match affection {
        Affection::Liked => "memories-affection-liked",
        Affection::Dear => "memories-affection-dear",
        Affection::Irreplaceable => "memories-affection-irreplaceable",
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

/// What a country is called.
pub const fn country(country: Country) -> &'static str {
    match country {
        Country::Se => "country-se",
        Country::No => "country-no",
        Country::Dk => "country-dk",
        Country::Fi => "country-fi",
        Country::Is => "country-is",
        Country::De => "country-de",
        Country::Pl => "country-pl",
        Country::Nl => "country-nl",
        Country::Be => "country-be",
        Country::Fr => "country-fr",
        Country::Es => "country-es",
        Country::Pt => "country-pt",
        Country::It => "country-it",
        Country::At => "country-at",
        Country::Ie => "country-ie",
        Country::Gb => "country-gb",
        Country::Eu => "country-eu",
    }
}

/// What a receipt is kept for.
pub const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Complaint => "receipts-purpose-complaint",
        Purpose::Withdrawal => "receipts-purpose-withdrawal",
        Purpose::Guarantee => "receipts-purpose-guarantee",
        Purpose::Tax => "receipts-purpose-tax",
        Purpose::TaxReduction => "receipts-purpose-tax-reduction",
        Purpose::Business => "receipts-purpose-business",
        Purpose::Improvement => "receipts-purpose-improvement",
        Purpose::Repair => "receipts-purpose-repair",
        Purpose::Deed => "receipts-purpose-deed",
        Purpose::Rent => "receipts-purpose-rent",
        Purpose::Loan => "receipts-purpose-loan",
        Purpose::Bill => "receipts-purpose-bill",
        Purpose::Valuable => "receipts-purpose-valuable",
        Purpose::Insurance => "receipts-purpose-insurance",
    }
}

/// What was agreed on with whom.
pub const fn deal(deal: Deal) -> &'static str {
    match deal {
        Deal::Goods => "receipts-deal-goods",
        Deal::Durable => "receipts-deal-durable",
        Deal::Private => "receipts-deal-private",
        Deal::Service => "receipts-deal-service",
        Deal::Building => "receipts-deal-building",
    }
}

/// How something was paid.
pub const fn payment(payment: Payment) -> &'static str {
    match payment {
        Payment::Card => "receipts-payment-card",
        Payment::Cash => "receipts-payment-cash",
        Payment::Mobile => "receipts-payment-mobile",
        Payment::Online => "receipts-payment-online",
        Payment::Invoice => "receipts-payment-invoice",
        Payment::Transfer => "receipts-payment-transfer",
        Payment::Instalments => "receipts-payment-instalments",
        Payment::Voucher => "receipts-payment-voucher",
        Payment::Other => "receipts-payment-other",
    }
}

/// Until when there is no saying.
pub const fn open(open: Open) -> &'static str {
    match open {
        Open::Owned => "receipts-open-owned",
        Open::Guarantee => "receipts-open-guarantee",
        Open::Claim => "receipts-open-claim",
        Open::Lifespan => "receipts-open-lifespan",
    }
}

/// What an aspect of a receipt is called.
pub const fn receipt(aspect: receipt::Aspect) -> &'static str {
    match aspect {
        receipt::Aspect::Shop => "receipts-shop",
        receipt::Aspect::On => "receipts-on",
        receipt::Aspect::Received => "receipts-received",
        receipt::Aspect::Total => "receipts-total",
        receipt::Aspect::Vat => "receipts-vat",
        receipt::Aspect::Payment => "receipts-payment",
        receipt::Aspect::Number => "receipts-number",
        receipt::Aspect::Lines => "receipts-lines",
        receipt::Aspect::Purposes => "receipts-purposes",
        receipt::Aspect::Country => "receipts-country",
        receipt::Aspect::Deal => "receipts-deal",
        receipt::Aspect::Only => "receipts-only",
        receipt::Aspect::Note => "receipts-note",
    }
}

/// What an aspect of a warranty is called.
pub const fn warranty(aspect: warranty::Aspect) -> &'static str {
    match aspect {
        warranty::Aspect::Kind => "warranties-kind",
        warranty::Aspect::Provider => "warranties-provider",
        warranty::Aspect::Start => "warranties-start",
        warranty::Aspect::Term => "warranties-term",
        warranty::Aspect::Proof => "warranties-proof",
        warranty::Aspect::Contact => "warranties-contact",
        warranty::Aspect::Terms => "warranties-terms",
    }
}

/// What came of a claim.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Repaired => "claims-outcome-repaired",
        Outcome::Replaced => "claims-outcome-replaced",
        Outcome::Refunded => "claims-outcome-refunded",
        Outcome::Reduced => "claims-outcome-reduced",
        Outcome::Refused => "claims-outcome-refused",
        Outcome::Withdrawn => "claims-outcome-withdrawn",
    }
}

/// What an aspect of a claim is called.
pub const fn claim(aspect: claim::Aspect) -> &'static str {
    match aspect {
        claim::Aspect::Problem => "claims-problem",
        claim::Aspect::Against => "claims-against",
        claim::Aspect::Opened => "claims-opened",
        claim::Aspect::Contacts => "contacts-title",
        claim::Aspect::Ended => "claims-outcome",
    }
}

/// One of what is said about an incident.
pub const fn incident(aspect: incident::Aspect) -> &'static str {
    match aspect {
        incident::Aspect::Kind => "incidents-kind",
        incident::Aspect::Title => "incidents-name",
        incident::Aspect::From => "incidents-from",
        incident::Aspect::To => "incidents-to",
        incident::Aspect::Place => "incidents-place",
        incident::Aspect::Story => "incidents-story",
        incident::Aspect::Entry => "incidents-entry",
        incident::Aspect::PoliceNumber => "incidents-police-number",
        incident::Aspect::Authority => "incidents-authority",
        incident::Aspect::Insurer => "incidents-insurer",
        incident::Aspect::Policy => "incidents-policy",
        incident::Aspect::ClaimNumber => "incidents-claim-number",
        incident::Aspect::People => "incidents-people",
        incident::Aspect::Contacts => "contacts-title",
    }
}

/// What somebody found who looked for a thing.
pub const fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Seen => "rounds-seen",
        Finding::Moved => "rounds-moved",
        Finding::Gone => "rounds-gone",
        Finding::New => "rounds-is-new",
    }
}

/// The answer that says so, on a button.
pub const fn finding_answer(finding: Finding) -> &'static str {
    match finding {
        Finding::Seen => "rounds-answer-seen",
        Finding::Moved => "rounds-answer-moved",
        Finding::Gone => "rounds-answer-gone",
        Finding::New => "rounds-is-new",
    }
}

/// How many were found so.
pub const fn finding_count(finding: Finding) -> &'static str {
    match finding {
        Finding::Seen => "rounds-count-seen",
        Finding::Moved => "rounds-count-moved",
        Finding::Gone => "rounds-count-gone",
        Finding::New => "rounds-count-new",
    }
}

/// What a number of them is called, beneath it.
pub const fn finding_tile(finding: Finding) -> &'static str {
    match finding {
        Finding::Seen => "rounds-tile-seen",
        Finding::Moved => "rounds-tile-moved",
        Finding::Gone => "rounds-tile-gone",
        Finding::New => "rounds-tile-new",
    }
}

/// The heading over them.
pub const fn finding_title(finding: Finding) -> &'static str {
    match finding {
        Finding::Seen => "rounds-tile-seen",
        Finding::Moved => "rounds-title-moved",
        Finding::Gone => "rounds-title-gone",
        Finding::New => "rounds-title-new",
    }
}
