//! How the demo household is insured, and what some of its things cost new today.

use super::Text;

/// A policy in the family's drawer, its amounts in kronor.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// With whom.
    pub insurer: Text,
    /// Its number.
    pub number: &'static str,
    /// The most for everything together.
    pub sum_insured: i64,
    /// The most for one thing.
    pub single_limit: i64,
    /// The most for all valuables together.
    pub valuables_limit: i64,
    /// What the family bears itself.
    pub deductible: i64,
    /// Whom to turn to.
    pub contact: Text,
    /// In how many days it is renewed.
    pub renewed_in: i32,
}

/// What the same as a thing costs new.
#[derive(Clone, Copy, Debug)]
pub struct NewPrice {
    /// The key of the thing.
    pub thing: &'static str,
    /// How much, each, in kronor.
    pub kronor: i64,
    /// How many days ago somebody looked.
    pub days: i32,
    /// Where.
    pub seen: Text,
}

const fn price(thing: &'static str, kronor: i64, days: i32, seen: Text) -> NewPrice {
    NewPrice {
        thing,
        kronor,
        days,
        seen,
    }
}

const ELECTRIC: Text = Text("Elcentralens webbplats", "Elcentralen, online");
const PHOTO: Text = Text("Fotohörnans webbplats", "Fotohörnan, online");
const WHITE: Text = Text("Vitvaruhallens reklamblad", "Vitvaruhallen's leaflet");

pub(super) const POLICY: Policy = Policy {
    insurer: Text("Lyktan", "Lyktan"),
    number: "H 4471 902",
    sum_insured: 800_000,
    single_limit: 40_000,
    valuables_limit: 150_000,
    deductible: 1_500,
    contact: Text(
        "Skadeanmälan dygnet runt: **020-555 01 44**. Ha försäkringsnumret till hands.",
        "Claims, day and night: **020-555 01 44**. Have the policy number ready.",
    ),
    renewed_in: 75,
};

pub(super) const NEW_PRICES: &[NewPrice] = &[
    price("tv", 15_990, 40, ELECTRIC),
    price("laptop", 18_490, 40, Text("Datorbutiken", "Datorbutiken")),
    price("phone-anna", 9_990, 40, Text("Telebutiken", "Telebutiken")),
    price("sofa", 27_900, 33, Text("Tärna Möbler", "Tärna Möbler")),
    price("washer", 8_490, 33, WHITE),
    price("fridge", 12_990, 33, WHITE),
    price("camera", 26_900, 40, PHOTO),
    price("lens", 17_400, 40, PHOTO),
    price("mtb", 16_900, 33, Text("Cykelverkstan", "Cykelverkstan")),
    price("ebike", 31_900, 33, Text("Cykelverkstan", "Cykelverkstan")),
    price("chairs", 1_495, 33, Text("Tärna Möbler", "Tärna Möbler")),
];
