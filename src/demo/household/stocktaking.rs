//! What the demo household looked over this autumn, and what is being divided.

use super::Text;

/// An inventory round that goes on: who saw which things in which place, and what was not there.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// What it is called.
    pub name: Text,
    /// Who walked, and which things they saw.
    pub seen: &'static [(&'static str, &'static [&'static str])],
    /// What was elsewhere, and where.
    pub moved: (&'static str, &'static str),
    /// What nobody found.
    pub gone: &'static str,
}

/// What somebody left, divided among those who inherit it.
#[derive(Clone, Copy, Debug)]
pub struct Heirs {
    /// What it is called.
    pub name: Text,
    /// Who inherits: who of the household they are, or what they are called.
    pub heirs: &'static [(Option<&'static str>, &'static str)],
    /// The things.
    pub things: &'static [&'static str],
    /// What was taken so far, in turn.
    pub taken: &'static [&'static str],
}

pub(super) const ROUND: Round = Round {
    name: Text("Höstens inventering", "The autumn round"),
    seen: &[
        (
            "anna",
            &[
                "tv",
                "soundbar",
                "turntable",
                "sofa",
                "armchair",
                "table",
                "lamp",
                "rug",
            ],
        ),
        ("erik", &["espresso", "mixer", "knives", "fridge", "pots"]),
    ],
    moved: ("headphones", "villa.living"),
    gone: "tablet",
};

pub(super) const HEIRS: Heirs = Heirs {
    name: Text("Efter farfar", "After grandfather"),
    heirs: &[(Some("erik"), "Erik"), (None, "Karin")],
    things: &[
        "clock",
        "pocket-watch",
        "coins",
        "china",
        "candlesticks",
        "glasses",
    ],
    taken: &["pocket-watch", "clock", "china"],
};
