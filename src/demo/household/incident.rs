//! What happened to the demo household: somebody broke into the boathouse.

use super::{NONE, Photo, Subject, Text, Tint, View};
use crate::domain::loss::Fate;

/// Something that happened, and what the family did about it.
#[derive(Clone, Copy, Debug)]
pub struct Incident {
    /// What the family calls it.
    pub title: Text,
    /// How many days ago all was well for the last time, and it was found out.
    pub between: (i32, i32),
    /// Where.
    pub place: Text,
    /// What happened.
    pub story: Text,
    /// How they got in.
    pub entry: Text,
    /// The number of the police report.
    pub police: &'static str,
    /// To whom it was reported.
    pub authority: Text,
    /// The number that the insurer gave the claim.
    pub claim: &'static str,
    /// Who can be asked about it.
    pub people: Text,
    /// Calls and letters: how many days ago, with whom, and what was said.
    pub contacts: &'static [(i32, Text, Text)],
    /// What became of which things.
    pub losses: &'static [(&'static str, Fate, Text)],
    /// What it did, to be seen.
    pub photo: Photo,
}

pub(super) const INCIDENT: Incident = Incident {
    title: Text("Inbrottet i båthuset", "The break-in at the boathouse"),
    between: (11, 7),
    place: Text("Båthuset i Öregrund", "The boathouse in Öregrund"),
    story: Text(
        "När vi kom ut stod luckan mot sjön öppen. **Utombordaren** och **kastspöet** var borta. Kajaken hade dragits ner och fått en lång repa.",
        "When we came out the hatch towards the sea stood open. The **outboard motor** and the **spinning rod** were gone. The kayak had been pulled down and has a long scratch.",
    ),
    entry: Text(
        "Haspen på luckan var avbruten, från sjösidan.",
        "The hasp of the hatch was broken off, from the water.",
    ),
    police: "5000-K1187402-26",
    authority: Text("Polisen, region Mitt", "The police, region Mitt"),
    claim: "S 26-118807",
    people: Text(
        "Lars, grannen, såg en främmande båt vid bryggan dagen innan.",
        "Lars next door saw a strange boat at the jetty the day before.",
    ),
    contacts: &[
        (
            7,
            Text("Polisen, 114 14", "The police, 114 14"),
            Text(
                "Anmält. Godsförteckningen skickas i efterhand.",
                "Reported. The list of stolen goods is to follow.",
            ),
        ),
        (
            6,
            Text("Lyktan, Eva på skador", "Lyktan, Eva at claims"),
            Text(
                "Ärendet är öppnat. De vill ha kvitton, foton och polisens nummer.",
                "The claim is open. They want receipts, photos and the number of the police report.",
            ),
        ),
    ],
    losses: &[
        (
            "outboard",
            Fate::Gone,
            Text("Satt låst vid väggen.", "It was locked to the wall."),
        ),
        ("fishing", Fate::Gone, NONE),
        (
            "kayak",
            Fate::Damaged,
            Text(
                "Repa längs hela skrovet.",
                "A scratch along the whole hull.",
            ),
        ),
        ("rowing-boat", Fate::Fine, NONE),
    ],
    photo: Photo(
        Subject::Boathouse,
        Tint::Falun,
        View::Whole,
        Text(
            "Luckan mot sjön stod öppen",
            "The hatch towards the sea stood open",
        ),
    ),
};
