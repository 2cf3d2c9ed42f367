//! How old a thing is, in whole months, where the day it came may not be known.

use jiff::{Span, civil::Date};

use crate::domain::dates::PartialDate;

/// How old a thing is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// The whole months that are over, as people tell an age.
    pub months: u32,
    /// Whether days have gone by since those.
    pub is_past: bool,
    /// Whether it is counted from a day that is known, and not from the first or last of a month or year.
    pub is_exact: bool,
}

impl Age {
    /// The highest age that a thing can have on a day: counted from the first day that its date can mean. None where that
    /// is yet to come.
    #[must_use]
    pub fn oldest(acquired: PartialDate, on: Date) -> Option<Self> {
        Self::between(acquired.first_day(), on, acquired)
    }

    /// The lowest age that a thing can have on a day: counted from the last day that its date can mean and that is not yet
    /// to come. None where all of them are.
    #[must_use]
    pub fn youngest(acquired: PartialDate, on: Date) -> Option<Self> {
        let last = acquired.last_day().min(on).max(acquired.first_day());
        Self::between(last, on, acquired)
    }

    /// Whether a thing of this age is no more than so many months old, the day on which it becomes so included.
    #[must_use]
    pub const fn is_within(self, months: u16) -> bool {
        let most = months as u32;
        self.months < most || (self.months == most && !self.is_past)
    }

    fn between(from: Date, on: Date, acquired: PartialDate) -> Option<Self> {
        if from > on {
            return None;
        }
        let years = i32::from(on.year()) - i32::from(from.year());
        let apart = 12 * years + i32::from(on.month()) - i32::from(from.month());
        let begun = after(from, apart) > on;
        let months = if begun { apart - 1 } else { apart };
        Some(Self {
            months: u32::try_from(months).unwrap_or_default(),
            is_past: after(from, months) < on,
            is_exact: matches!(acquired, PartialDate::Day(_)),
        })
    }
}

/// The day so many months after another: the last of a month that has no such day, as `Length::after` counts.
fn after(day: Date, months: i32) -> Date {
    let span = Span::new().try_months(months);
    span.map_or(Date::MAX, |span| day.saturating_add(span))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::length::{Length, Unit};

    fn acquired(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn told(age: Option<Age>) -> Option<(u32, bool, bool)> {
        age.map(|age| (age.months, age.is_past, age.is_exact))
    }

    #[test]
    fn an_age_is_told_in_whole_months() {
        let age = |from: &str, on| told(Age::oldest(acquired(from), on));
        let day = date(2026, 11, 28);
        assert_eq!(age("2026-11-28", day), Some((0, false, true)));
        assert_eq!(age("2026-11-27", day), Some((0, true, true)));
        assert_eq!(age("2025-11-28", day), Some((12, false, true)));
        assert_eq!(age("2025-11-29", day), Some((11, true, true)));
        assert_eq!(age("2026-11-29", day), None, "yet to come");
        let last = date(2026, 2, 28);
        assert_eq!(age("2026-01-31", last), Some((1, false, true)));
    }

    #[test]
    fn a_month_is_over_on_its_day_and_not_after_it() {
        let age = Age::oldest(acquired("2026-01-15"), date(2026, 7, 15)).unwrap();
        assert!(age.is_within(6));
        let next = Age::oldest(acquired("2026-01-15"), date(2026, 7, 16)).unwrap();
        assert!(!next.is_within(6) && next.is_within(7));
        assert_eq!(next.months, 6, "as people tell it");
    }

    #[test]
    fn of_a_month_or_a_year_the_first_day_is_the_oldest_and_the_last_the_youngest() {
        let day = date(2026, 11, 28);
        let ages = |text: &str| {
            let from = acquired(text);
            let (oldest, youngest) = (Age::oldest(from, day), Age::youngest(from, day));
            (told(oldest), told(youngest))
        };
        assert_eq!(
            ages("2024"),
            (Some((34, true, false)), Some((22, true, false)))
        );
        assert_eq!(
            ages("2026-11"),
            (Some((0, true, false)), Some((0, false, false)))
        );
        assert_eq!(ages("2026-12"), (None, None));
    }

    proptest! {
        #[test]
        fn ages_grow_with_the_days(
            from in -700_000_i32..700_000, days in 0..20_000_i32, later in 0..500_i32, months in 1..2_000_u16,
        ) {
            let from = date(1970, 1, 1).saturating_add(Span::new().days(from));
            let on = from.saturating_add(Span::new().days(days));
            let next = on.saturating_add(Span::new().days(later));
            let age = |on| Age::oldest(PartialDate::Day(from), on).unwrap();
            prop_assert!(age(on).months <= age(next).months);
            prop_assert!(age(on).is_within(months) || !age(next).is_within(months));
            let end = Length::new(months, Unit::Month).unwrap().after(from);
            prop_assert_eq!(age(on).is_within(months), on <= end, "as terms are counted");
        }

        #[test]
        fn the_youngest_is_never_older_than_the_oldest(
            year in 1000_i16..9999, month in 1..=12_i8, whole in any::<bool>(), on in -300_000_i32..2_900_000,
        ) {
            let from = if whole { PartialDate::Year(year) } else { PartialDate::Month(year, month) };
            let on = date(1970, 1, 1).saturating_add(Span::new().days(on));
            match (Age::youngest(from, on), Age::oldest(from, on)) {
                (Some(youngest), Some(oldest)) => {
                    prop_assert!((youngest.months, youngest.is_past) <= (oldest.months, oldest.is_past));
                }
                (youngest, oldest) => prop_assert_eq!(youngest, oldest),
            }
        }
    }
}
