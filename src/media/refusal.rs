//! Refusal: why a file is not taken.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Why a file is not taken. Each has a sentence for the person who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// Its bytes are no picture, whatever it is called.
    #[error("the file is not a picture")]
    NotAPicture,
    /// It ends before the picture does, as after a broken transfer.
    #[error("the file ends too early")]
    Truncated,
    /// Its bytes contradict the format.
    #[error("the file is broken")]
    Broken,
    /// It follows a part of the format that nothing here can read.
    #[error("the file uses a part of its format that cannot be read")]
    Unsupported,
    /// The picture is larger than the settings, or the memory for it, allow.
    #[error("the picture has more than {limit} pixels")]
    TooManyPixels {
        /// The most pixels allowed for this kind of file.
        limit: u64,
    },
    /// Reading it took more memory than the settings allow.
    #[error("reading the file takes too much memory")]
    TooMuchMemory,
    /// Reading it took more time than the settings allow.
    #[error("reading the file takes too long")]
    TooSlow,
}

impl Refusal {
    /// The key of the sentence for a person. [`Refusal::megapixels`] is its `megapixels`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Empty => "media-refused-empty",
            Self::NotAPicture => "media-refused-not-a-picture",
            Self::Truncated => "media-refused-truncated",
            Self::Broken => "media-refused-broken",
            Self::Unsupported => "media-refused-unsupported",
            Self::TooManyPixels { .. } => "media-refused-too-many-pixels",
            Self::TooMuchMemory => "media-refused-too-much-memory",
            Self::TooSlow => "media-refused-too-slow",
        }
    }

    /// The limit that was passed, in whole millions of pixels.
    #[must_use]
    pub const fn megapixels(self) -> Option<u64> {
        match self {
            Self::TooManyPixels { limit } => Some(limit / 1_000_000),
            _ => None,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooManyPixels { limit } => Self::TooLarge {
                limit,
                unit: "pixels",
            },
            other => Self::invalid("file", other.text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    #[test]
    fn every_refusal_has_a_sentence_in_every_language() {
        let limit = 200_000_000;
        for refusal in [
            Refusal::Empty,
            Refusal::NotAPicture,
            Refusal::Truncated,
            Refusal::Broken,
            Refusal::Unsupported,
            Refusal::TooManyPixels { limit },
            Refusal::TooMuchMemory,
            Refusal::TooSlow,
        ] {
            for lang in Lang::ALL {
                let megapixels = refusal.megapixels().unwrap_or_default();
                let sentence = lang.text_with(refusal.text(), &[("megapixels", megapixels.into())]);
                assert!(sentence.ends_with('.'), "{sentence}");
                assert_eq!(refusal.megapixels().is_some(), sentence.contains("200"));
            }
        }
    }
}
