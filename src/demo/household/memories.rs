//! What the demo family remembers of its things, how dear these are, and whom one is meant for.

use super::{NONE, Text};
use crate::domain::item::Affection;

/// A story that goes with a thing.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Of which thing.
    pub thing: &'static str,
    /// What it is about.
    pub title: Text,
    /// The story.
    pub text: Text,
    /// When: a year, a month or a day.
    pub on: Option<&'static str>,
    /// Who was there.
    pub people: &'static [&'static str],
    /// Where.
    pub place: Text,
    /// Who wrote it down.
    pub by: &'static str,
}

/// Whom somebody would like a thing to go to.
#[derive(Clone, Copy, Debug)]
pub struct Bequest {
    /// Which thing.
    pub thing: &'static str,
    /// To whom.
    pub to: &'static str,
    /// Why.
    pub note: Text,
    /// Whose wish it is.
    pub by: &'static str,
    /// Whether the family may know.
    pub open: bool,
}

pub(super) const MEMORIES: &[Memory] = &[
    Memory {
        thing: "clock",
        title: Text(
            "Slaget som väckte hela huset",
            "The strike that woke the house",
        ),
        text: Text(
            "Den första natten hos oss slog klockan **tretton**. Farmor ringde morgonen därpå och frågade om den hade skött sig. Vi sa ja.",
            "On its first night with us the clock struck **thirteen**. Grandmother rang the next morning to ask whether it had behaved. We said it had.",
        ),
        on: Some("2013-11"),
        people: &["Ingrid", "Erik"],
        place: Text("Hallen", "The hall"),
        by: "erik",
    },
    Memory {
        thing: "clock",
        title: Text("På kärra från Mora", "On a cart from Mora"),
        text: Text(
            "Karl-Johans mormor fick den i bröllopsgåva och körde hem den på kärra, insvept i två fällar. Urtavlan är nagelskadad nertill: där satt repet.",
            "Karl-Johan's grandmother was given it for her wedding and took it home on a cart, wrapped in two hides. The dial is scratched at the bottom: that was the rope.",
        ),
        on: Some("1887"),
        people: &["Kerstin"],
        place: Text("Mora", "Mora"),
        by: "erik",
    },
    Memory {
        thing: "pocket-watch",
        title: Text("Sista tåget till Bollnäs", "The last train to Bollnäs"),
        text: Text(
            "Han såg på klockan varje gång ett tåg gick förbi, också som pensionär, också mitt i en middag. *Tre minuter sent*, sa han, och åt vidare.",
            "He looked at the watch whenever a train went by, also when he had retired, also in the middle of dinner. *Three minutes late*, he would say, and eat on.",
        ),
        on: Some("1983"),
        people: &["Karl-Johan"],
        place: NONE,
        by: "erik",
    },
    Memory {
        thing: "brooch",
        title: Text("Midsommardansen", "The midsummer dance"),
        text: Text(
            "Mormor sa att man hörde var i dansen hon var. Morfar, som hade dåliga ögon och god hörsel, hittade henne så.",
            "Grandmother said that one could hear where in the dance she was. Grandfather, who saw badly and heard well, found her that way.",
        ),
        on: Some("1951-06"),
        people: &["Signe", "Olav"],
        place: Text("Trysil", "Trysil"),
        by: "anna",
    },
    Memory {
        thing: "rowing-boat",
        title: Text("Majas första gädda", "Maja's first pike"),
        text: Text(
            "Den var fyrtio centimeter och hon släppte tillbaka den, *för att den såg så förvånad ut*.",
            "It was forty centimetres long and she let it go again, *because it looked so surprised*.",
        ),
        on: Some("2022-07-19"),
        people: &["Maja", "Erik"],
        place: Text("Sundet", "The sound"),
        by: "erik",
    },
];

pub(super) const AFFECTION: &[(&str, Affection)] = &[
    ("clock", Affection::Irreplaceable),
    ("pocket-watch", Affection::Irreplaceable),
    ("brooch", Affection::Dear),
    ("rowing-boat", Affection::Liked),
];

pub(super) const BEQUESTS: &[Bequest] = &[
    Bequest {
        thing: "clock",
        to: "Maja",
        note: Text(
            "Hon är den enda som minns att dra upp den på söndagar.",
            "She is the only one who remembers to wind it on Sundays.",
        ),
        by: "erik",
        open: true,
    },
    Bequest {
        thing: "brooch",
        to: "Maja",
        note: Text(
            "När hon fyller arton. Säg inget än.",
            "When she turns eighteen. Not a word yet.",
        ),
        by: "anna",
        open: false,
    },
];
