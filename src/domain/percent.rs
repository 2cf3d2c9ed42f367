//! Percent: whole hundredths, from none to all.

use std::str::FromStr;

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// A whole number of hundredths of something, from 0 to 100. Written as people do: `85`, `85 %`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(try_from = "u8")]
pub struct Percent(u8);

/// What is no whole number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a whole number from 0 to 100")]
pub struct PercentError;

impl Percent {
    /// Nothing of it.
    pub const NONE: Self = Self(0);

    /// All of it.
    pub const ALL: Self = Self(100);

    /// So many hundredths, at most a hundred.
    #[must_use]
    pub const fn new(hundredths: u8) -> Option<Self> {
        if hundredths <= Self::ALL.0 {
            Some(Self(hundredths))
        } else {
            None
        }
    }

    /// How many hundredths.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = PercentError;

    fn try_from(hundredths: u8) -> Result<Self, PercentError> {
        Self::new(hundredths).ok_or(PercentError)
    }
}

impl FromStr for Percent {
    type Err = PercentError;

    fn from_str(text: &str) -> Result<Self, PercentError> {
        let digits = text.trim().trim_end_matches('%').trim_end();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PercentError);
        }
        let hundredths: u8 = digits.parse().map_err(|_| PercentError)?;
        hundredths.try_into()
    }
}

impl<C> Encode<C> for Percent {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.u8(self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Percent {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.u8()?.try_into().map_err(decode::Error::message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_read_as_people_write_them() {
        for (text, hundredths) in [("0", 0), (" 85 ", 85), ("85%", 85), ("100 %", 100)] {
            assert_eq!(text.parse().ok(), Percent::new(hundredths), "{text}");
        }
        for text in ["", "%", "-1", "+1", "101", "256", "12,5", "half"] {
            assert_eq!(text.parse::<Percent>(), Err(PercentError), "{text}");
        }
    }

    #[test]
    fn more_than_all_is_not_read_back() {
        let stored = |hundredths: u8| minicbor::to_vec(hundredths).unwrap();
        assert_eq!(decode(&stored(100)).ok(), Some(Percent::ALL));
        assert!(decode::<Percent>(&stored(101)).is_err());
    }
}
