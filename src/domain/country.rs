//! The countries whose rules the product knows.

use minicbor::{Decode, Encode};

/// A country whose law says how long one may complain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Country {
    /// Sweden.
    #[default]
    #[n(0)]
    Se,
    /// Norway.
    #[n(1)]
    No,
    /// Denmark.
    #[n(2)]
    Dk,
    /// Finland.
    #[n(3)]
    Fi,
    /// Iceland.
    #[n(4)]
    Is,
    /// Germany.
    #[n(5)]
    De,
    /// Poland.
    #[n(6)]
    Pl,
    /// The Netherlands.
    #[n(7)]
    Nl,
    /// Belgium.
    #[n(8)]
    Be,
    /// France.
    #[n(9)]
    Fr,
    /// Spain.
    #[n(10)]
    Es,
    /// Portugal.
    #[n(11)]
    Pt,
    /// Italy.
    #[n(12)]
    It,
    /// Austria.
    #[n(13)]
    At,
    /// Ireland.
    #[n(14)]
    Ie,
    /// The United Kingdom.
    #[n(15)]
    Gb,
    /// Another country of the European Union.
    #[n(16)]
    Eu,
}

// The code of ISO 3166-1 in small letters, and `eu`, which is reserved there for the union.
super::keyed::keyed!(Country {
    Se => "se",
    No => "no",
    Dk => "dk",
    Fi => "fi",
    Is => "is",
    De => "de",
    Pl => "pl",
    Nl => "nl",
    Be => "be",
    Fr => "fr",
    Es => "es",
    Pt => "pt",
    It => "it",
    At => "at",
    Ie => "ie",
    Gb => "gb",
    Eu => "eu",
});

impl Country {
    /// The language that its laws are written in, as a BCP 47 tag; of the union's the Swedish version is named.
    #[must_use]
    pub const fn lang(self) -> &'static str {
        match self {
            Self::Se | Self::Eu => "sv",
            Self::No => "no",
            Self::Dk => "da",
            Self::Fi => "fi",
            Self::Is => "is",
            Self::De | Self::At => "de",
            Self::Pl => "pl",
            Self::Nl | Self::Be => "nl",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Ie | Self::Gb => "en",
        }
    }
}
