//! What the demo household was promised about its things, and what it has complained about.

use super::{NONE, Text};
use crate::domain::{claim::Outcome, warranty::WarrantyKind};

/// A guarantee or an insurance in the family's drawer.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    /// The key of the thing.
    pub thing: &'static str,
    /// Whose kind of promise it is.
    pub kind: WarrantyKind,
    /// Who made it.
    pub provider: Text,
    /// For how long.
    pub lasting: Lasting,
    /// What it covers.
    pub terms: Text,
    /// Whom to turn to.
    pub contact: Text,
    /// The number of the receipt that proves it; empty where there is none.
    pub proof: &'static str,
}

/// For how long something was promised.
#[derive(Clone, Copy, Debug)]
pub enum Lasting {
    /// So many years from the purchase.
    Years(u16),
    /// So many days from today.
    Days(i32),
    /// As long as the thing lasts.
    Life,
}

/// What was wrong with a thing, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Complaint {
    /// The key of the thing.
    pub thing: &'static str,
    /// What was wrong.
    pub problem: Text,
    /// How many days ago it was made.
    pub days: i32,
    /// Who was spoken with: how many days ago, whom, and what they said.
    pub contacts: &'static [(i32, Text, Text)],
    /// What came of it, and how many days ago.
    pub ended: Option<(Outcome, i32)>,
}

const PROMISE: Promise = Promise {
    thing: "",
    kind: WarrantyKind::Maker,
    provider: NONE,
    lasting: Lasting::Years(2),
    terms: NONE,
    contact: NONE,
    proof: "",
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const PROMISES: &[Promise] = &[
    Promise {
        thing: "laptop", kind: WarrantyKind::Extended, provider: Text("Datorbutiken", "Datorbutiken"), lasting: Lasting::Years(4), proof: "20418",
        terms: Text("Delar och arbete. Inte batteriet efter två år, och inte det man spiller i.", "Parts and work. Not the battery after two years, and nothing that was spilt on."),
        contact: Text("Servicedisken, Stora gatan 18. Ta med kvittot.", "The service desk, Stora gatan 18. Bring the receipt."),
    },
    Promise {
        thing: "vacuum", provider: Text("Skarvik", "Skarvik"), lasting: Lasting::Years(5), proof: "88-12907",
        terms: Text("Motorn i fem år, resten i två.", "The motor for five years, the rest for two."),
        ..PROMISE
    },
    Promise {
        thing: "phone-anna", kind: WarrantyKind::Insurance, provider: Text("Svalan Försäkring", "Svalan Insurance"), lasting: Lasting::Days(155),
        terms: Text("Sprucken skärm och vätska, självrisk 700 kr.", "A cracked screen and liquids, excess SEK 700."),
        contact: Text("Skadeanmälan dygnet runt på deras sida. Avtal 7718-20.", "Report damage at any hour on their site. Policy 7718-20."),
        ..PROMISE
    },
    Promise {
        thing: "tv", lasting: Lasting::Days(34), contact: Text("Hämtas hemma, ring först.", "Fetched at home, call first."),
        ..PROMISE
    },
    Promise {
        thing: "pots", lasting: Lasting::Life, terms: Text("Byts om botten slår sig. Inte om den torrkokat.", "Replaced if the bottom warps. Not if it boiled dry."),
        ..PROMISE
    },
];

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const COMPLAINTS: &[Complaint] = &[
    Complaint {
        thing: "vacuum", days: 74,
        problem: Text("Sladdvindan drar inte in sladden\nFastnar efter en halv meter.", "The cord does not wind in\nStops after half a metre."),
        contacts: &[
            (74, Text("Elcentralen, Jonas", "Elcentralen, Jonas"), Text("Lämna in den, så skickar de den till verkstaden.", "Hand it in, and they send it to the workshop.")),
            (52, Text("Elcentralen", "Elcentralen"), Text("Klar att hämta. Ny fjäder, ingen kostnad.", "Ready to be fetched. A new spring, at no cost.")),
        ],
        ended: Some((Outcome::Repaired, 52)),
    },
    Complaint {
        thing: "laptop", days: 19,
        problem: Text("Laddar bara när sladden hålls snett", "Charges only while the cord is held at an angle"),
        contacts: &[(19, Text("Servicedisken", "The service desk"), Text("De har beställt en ny kontakt, den kommer om tre veckor.", "They have ordered a new socket, which comes in three weeks."))],
        ended: None,
    },
];
