//! How long something lasts: so many days, weeks, months or years.

use std::{fmt, str::FromStr};

use jiff::{Span, civil::Date};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// How long something lasts, as it is agreed on: two years are not 730 days. Written as an ISO 8601 duration of one
/// unit: `P2Y`, `P6M`, `P2W`, `P14D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    count: u16,
    unit: Unit,
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months of the calendar.
    Month,
    /// Years of the calendar.
    Year,
}

super::keyed::keyed!(Unit {
    Day => "day",
    Week => "week",
    Month => "month",
    Year => "year",
});

impl Unit {
    const fn letter(self) -> char {
        match self {
            Self::Day => 'D',
            Self::Week => 'W',
            Self::Month => 'M',
            Self::Year => 'Y',
        }
    }
}

/// A text that is no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a length of days, weeks, months or years")]
pub struct LengthError;

impl Length {
    /// The most that are counted: more than any guarantee's days.
    pub const MOST: u16 = 10_000;

    /// So many of a unit, between one and ten thousand.
    #[must_use]
    pub const fn new(count: u16, unit: Unit) -> Option<Self> {
        if count >= 1 && count <= Self::MOST {
            Some(Self { count, unit })
        } else {
            None
        }
    }

    /// How many.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.count
    }

    /// Of what.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The day on which a term of this length ends that is counted from a day: the one that answers to it by number or
    /// name, or the last of a month that has no such day (1 § of the Swedish act 1930:173; likewise Regulation (EEC,
    /// Euratom) 1182/71, article 3.2 c). The end of the calendar where it lies beyond.
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        day.saturating_add(self.span())
    }

    /// The day this long before another; the first of the calendar where it lies before that.
    #[must_use]
    pub fn before(self, day: Date) -> Date {
        day.saturating_sub(self.span())
    }

    /// The day on which so many terms of this length end that follow each other from a day. Counted at once: two months
    /// after the 31st of January is the 31st of March. The end of the calendar where it lies beyond.
    #[must_use]
    pub fn times_after(self, times: u32, day: Date) -> Date {
        let span = self.span_of(i64::from(self.count) * i64::from(times));
        span.map_or(Date::MAX, |span| day.saturating_add(span))
    }

    /// How many terms of this length lie within so many days at least; never too many.
    #[must_use]
    pub fn times_within(self, days: i32) -> u32 {
        let longest: u32 = match self.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 31,
            Unit::Year => 366,
        };
        u32::try_from(days).unwrap_or(0) / (longest * u32::from(self.count))
    }

    fn span(self) -> Span {
        // The longest of all lengths is ten thousand years, which a span holds.
        self.span_of(i64::from(self.count)).unwrap_or_default()
    }

    /// So much of its unit; none where it is longer than the calendar.
    fn span_of(self, count: i64) -> Option<Span> {
        let span = match self.unit {
            Unit::Day => Span::new().try_days(count),
            Unit::Week => Span::new().try_weeks(count),
            Unit::Month => Span::new().try_months(count),
            Unit::Year => Span::new().try_years(count),
        };
        span.ok()
    }
}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        let rest = text.trim().strip_prefix('P').ok_or(LengthError)?;
        let unit = Unit::ALL
            .into_iter()
            .find(|unit| rest.ends_with(unit.letter()))
            .ok_or(LengthError)?;
        let count = &rest[..rest.len() - 1];
        if !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(LengthError);
        }
        let count = count.parse().map_err(|_| LengthError)?;
        Self::new(count, unit).ok_or(LengthError)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{}{}", self.count, self.unit.letter())
    }
}

impl<C> Encode<C> for Length {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Length {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.str()?.parse().map_err(decode::Error::message)
    }
}

impl<'de> serde::Deserialize<'de> for Length {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn length(text: &str) -> Length {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_on_the_day_that_answers_to_its_first() {
        assert_eq!(length("P3Y").after(date(2026, 11, 27)), date(2029, 11, 27));
        assert_eq!(length("P14D").after(date(2026, 12, 24)), date(2027, 1, 7));
        assert_eq!(length("P2W").after(date(2024, 2, 20)), date(2024, 3, 5));
    }

    #[test]
    fn where_a_month_has_no_such_day_it_ends_on_the_last() {
        assert_eq!(length("P1Y").after(date(2024, 2, 29)), date(2025, 2, 28));
        assert_eq!(length("P4Y").after(date(2024, 2, 29)), date(2028, 2, 29));
        assert_eq!(length("P1M").after(date(2025, 1, 31)), date(2025, 2, 28));
        assert_eq!(length("P6M").after(date(2025, 8, 31)), date(2026, 2, 28));
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in [
            "", "P", "2Y", "PY", "P0Y", "P10001D", "P-1Y", "P1.5Y", "P1H", "P1Y2M", "P+1Y",
        ] {
            assert_eq!(text.parse::<Length>(), Err(LengthError), "{text}");
        }
    }

    #[test]
    fn terms_that_follow_each_other_are_counted_from_the_first_day() {
        let from = date(2026, 1, 31);
        assert_eq!(length("P1M").times_after(1, from), date(2026, 2, 28));
        assert_eq!(length("P1M").times_after(2, from), date(2026, 3, 31));
        assert_eq!(length("P10000Y").times_after(u32::MAX, from), Date::MAX);
        assert_eq!(length("P1M").times_within(65), 2);
        assert_eq!(length("P2W").times_within(-3), 0);
    }

    proptest! {
        #[test]
        fn a_length_reads_back(count in 1..=Length::MOST, unit in prop::sample::select(Unit::ALL.to_vec())) {
            let length = Length::new(count, unit).unwrap();
            prop_assert_eq!(length.to_string().parse(), Ok(length));
        }

        #[test]
        fn who_begins_later_never_ends_earlier(
            count in 1..=Length::MOST,
            unit in prop::sample::select(Unit::ALL.to_vec()),
            day in -700_000_i32..700_000,
            later in 0..1_000_i32,
        ) {
            let length = Length::new(count, unit).unwrap();
            let day = date(1970, 1, 1).saturating_add(Span::new().days(day));
            let next = day.saturating_add(Span::new().days(later));
            prop_assert!(length.after(day) <= length.after(next));
            prop_assert!(length.before(day) <= length.before(next));
            prop_assert!(length.after(day) >= day);
        }

        #[test]
        fn no_text_makes_it_panic(text in "P?[0-9]{0,6}[DWMYÅ]?|\\PC*") {
            let _ = text.parse::<Length>();
        }
    }
}
