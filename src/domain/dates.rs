//! Dates that may be known only to their month or year.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// A day, a month or a year, as exactly as a person remembers it. Written as ISO 8601: `2024-05-03`, `2024-05`, `2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// The exact day.
    Day(Date),
    /// Only the year and the month (1–12).
    Month(i16, i8),
    /// Only the year.
    Year(i16),
}

/// A text that is no date, month or year between 1000 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date, a month or a year")]
pub struct DateError;

impl PartialDate {
    /// The first day that it can mean: what it is sorted and compared by.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
        }
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Year(_) => self.first_day().last_of_year(),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Self::Day(date) => date.year(),
            Self::Month(year, _) | Self::Year(year) => year,
        }
    }

    fn digits(text: &str, count: usize) -> Result<i16, DateError> {
        if text.len() == count && text.bytes().all(|b| b.is_ascii_digit()) {
            text.parse().map_err(|_| DateError)
        } else {
            Err(DateError)
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.trim().split('-');
        let year = Self::digits(parts.next().unwrap_or_default(), 4)?;
        if year < 1000 {
            return Err(DateError);
        }
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year));
        };
        let month = i8::try_from(Self::digits(month, 2)?).map_err(|_| DateError)?;
        let Some(day) = parts.next() else {
            return if (1..=12).contains(&month) {
                Ok(Self::Month(year, month))
            } else {
                Err(DateError)
            };
        };
        let day = i8::try_from(Self::digits(day, 2)?).map_err(|_| DateError)?;
        if parts.next().is_some() {
            return Err(DateError);
        }
        Date::new(year, month, day)
            .map(Self::Day)
            .map_err(|_| DateError)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl<C> Encode<C> for PartialDate {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for PartialDate {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.str()?.parse().map_err(decode::Error::message)
    }
}

/// How a moment is stored: milliseconds since 1970 in UTC.
pub mod millis {
    use jiff::Timestamp;
    use minicbor::{Decoder, Encoder};

    /// Writes a moment.
    pub fn encode<C, W: minicbor::encode::Write>(
        at: &Timestamp,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.i64(at.as_millisecond())?.ok()
    }

    /// Reads a moment.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Timestamp, minicbor::decode::Error> {
        Timestamp::from_millisecond(d.i64()?).map_err(minicbor::decode::Error::message)
    }
}

/// How a day that is always known is stored: its ISO 8601 text.
pub mod day {
    use jiff::civil::Date;
    use minicbor::{Decoder, Encoder};

    /// Writes a day.
    pub fn encode<C, W: minicbor::encode::Write>(
        day: &Date,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(&day.to_string())?.ok()
    }

    /// Reads a day.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Date, minicbor::decode::Error> {
        d.str()?.parse().map_err(minicbor::decode::Error::message)
    }
}

/// How a day, or a day and a time, is stored where it is known: its ISO 8601 text.
pub mod iso {
    use std::{fmt::Display, str::FromStr};

    use minicbor::{Decoder, Encoder, data::Type};

    /// Writes what is known.
    pub fn encode<C, T: Display, W: minicbor::encode::Write>(
        known: &Option<T>,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match known {
            Some(known) => e.str(&known.to_string())?.ok(),
            None => e.null()?.ok(),
        }
    }

    /// Reads what is known.
    pub fn decode<C, T: FromStr<Err: Display>>(
        d: &mut Decoder<'_>,
        _: &mut C,
    ) -> Result<Option<T>, minicbor::decode::Error> {
        if d.datatype()? == Type::Null {
            d.null()?;
            return Ok(None);
        }
        d.str()?
            .parse()
            .map(Some)
            .map_err(minicbor::decode::Error::message)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_date_is_kept_as_exactly_as_it_is_known() {
        for text in ["2024-02-29", "2024-05", "1887"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "24",
            "2023-02-29",
            "2024-13",
            "2024-00",
            "2024-1-1",
            "2024-01-01-01",
            "0999",
            "tio",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError), "{text}");
        }
    }

    #[test]
    fn a_month_spans_its_days() {
        let may: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(may.first_day().to_string(), "2024-02-01");
        assert_eq!(may.last_day().to_string(), "2024-02-29");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9-]{0,12}|\\PC*") {
            let _ = text.parse::<PartialDate>();
        }
    }
}
