//! Rotation: how far a person turned a picture from how its file shows it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// A turn clockwise, on top of what the file itself says is up.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize,
)]
#[cbor(index_only)]
#[serde(into = "u16", try_from = "u16")]
pub enum Rotation {
    /// As the file shows it.
    #[default]
    #[n(0)]
    None,
    /// A quarter turn clockwise.
    #[n(1)]
    Quarter,
    /// Upside down.
    #[n(2)]
    Half,
    /// A quarter turn anticlockwise.
    #[n(3)]
    ThreeQuarters,
}

impl Rotation {
    /// Every rotation, each a quarter turn on from the one before.
    pub const ALL: [Self; 4] = [Self::None, Self::Quarter, Self::Half, Self::ThreeQuarters];

    /// Degrees clockwise: 0, 90, 180 or 270.
    #[must_use]
    pub const fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Quarter => 90,
            Self::Half => 180,
            Self::ThreeQuarters => 270,
        }
    }

    /// The rotation of so many degrees clockwise, if it is a whole number of quarter turns within one turn.
    #[must_use]
    pub const fn from_degrees(degrees: u16) -> Option<Self> {
        match degrees {
            0 => Some(Self::None),
            90 => Some(Self::Quarter),
            180 => Some(Self::Half),
            270 => Some(Self::ThreeQuarters),
            _ => None,
        }
    }

    /// This rotation and then another.
    #[must_use]
    pub const fn then(self, further: Self) -> Self {
        match (self.degrees() + further.degrees()) % 360 {
            90 => Self::Quarter,
            180 => Self::Half,
            270 => Self::ThreeQuarters,
            _ => Self::None,
        }
    }
}

impl From<Rotation> for u16 {
    fn from(rotation: Rotation) -> Self {
        rotation.degrees()
    }
}

impl TryFrom<u16> for Rotation {
    type Error = &'static str;

    fn try_from(degrees: u16) -> Result<Self, Self::Error> {
        Self::from_degrees(degrees).ok_or("a rotation is 0, 90, 180 or 270 degrees")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_quarter_turns_are_none() {
        let turned = Rotation::ALL.map(|rotation| rotation.then(Rotation::Quarter));
        assert_eq!(
            turned,
            [
                Rotation::Quarter,
                Rotation::Half,
                Rotation::ThreeQuarters,
                Rotation::None
            ]
        );
    }

    #[test]
    fn only_whole_quarter_turns_are_read() {
        assert_eq!(
            serde_json::from_str::<Rotation>("270").unwrap(),
            Rotation::ThreeQuarters
        );
        assert!(serde_json::from_str::<Rotation>("45").is_err());
    }
}
