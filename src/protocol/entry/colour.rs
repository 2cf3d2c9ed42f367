//! The colours that a stranger may search by.

use serde::{Deserialize, Serialize};

use crate::domain::keyed::keyed;

/// A colour, as a stranger would call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// Black.
    Black,
    /// White.
    White,
    /// Grey.
    Grey,
    /// Silver, and bare steel or aluminium.
    Silver,
    /// Gold and brass.
    Gold,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Purple.
    Purple,
    /// Pink.
    Pink,
    /// Brown, and wood.
    Brown,
    /// Beige.
    Beige,
    /// Many.
    Multicoloured,
    /// None: glass.
    Transparent,
}

keyed!(Colour {
    Black => "black",
    White => "white",
    Grey => "grey",
    Silver => "silver",
    Gold => "gold",
    Red => "red",
    Orange => "orange",
    Yellow => "yellow",
    Green => "green",
    Blue => "blue",
    Purple => "purple",
    Pink => "pink",
    Brown => "brown",
    Beige => "beige",
    Multicoloured => "multicoloured",
    Transparent => "transparent",
});
