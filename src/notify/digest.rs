//! Digests: one message at a set time for all that has gathered, however long the server was off.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

/// When a digest is made: at a time of the day, on every day or one of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// The time of the day, by the clock on the wall.
    pub at: Time,
    /// On this day of the week alone.
    pub on: Option<Weekday>,
}

/// Where a digest stands. The day in it is what the caller keeps, and hands in the next time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The digest of this day is to be made: the last one whose time has come, for all that were missed.
    Due(Date),
    /// The digest of this day was made, and the next one's time has not come.
    Made(Date),
}

impl Rhythm {
    /// Where things stand now, when the digest of the day `last` was the last one to be made.
    ///
    /// A last day beyond tomorrow was written by a clock that was wrong: it is forgotten, or there would be none until
    /// that day comes. One that is ahead by a day or less stands, so that no digest is made twice when a clock is put back
    /// a little, or a household moves to another zone.
    #[must_use]
    pub fn standing(self, last: Option<Date>, now: Timestamp, zone: &TimeZone) -> Standing {
        let today = zone.to_datetime(now).date();
        let latest = self.latest(now, zone);
        match last {
            Some(last) if last > today.saturating_add(1.day()) => Standing::Made(latest),
            Some(last) if last >= latest => Standing::Made(last),
            _ => Standing::Due(latest),
        }
    }

    /// The moment at which the next digest is due, later than now.
    #[must_use]
    pub fn next(self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        let today = zone.to_datetime(now).date();
        // A day that a zone leaves out has no moment; the week after has one.
        (0..=15)
            .filter_map(|days| today.checked_add(days.days()).ok())
            .filter(|day| self.has(*day))
            .filter_map(|day| self.moment(day, zone))
            .find(|moment| *moment > now)
            .unwrap_or(Timestamp::MAX)
    }

    /// The last day whose digest's time has come.
    fn latest(self, now: Timestamp, zone: &TimeZone) -> Date {
        let today = zone.to_datetime(now).date();
        (0..=8)
            .filter_map(|days| today.checked_sub(days.days()).ok())
            .filter(|day| self.has(*day))
            .find(|day| self.moment(*day, zone).is_some_and(|moment| moment <= now))
            .unwrap_or(Date::MIN)
    }

    fn has(self, day: Date) -> bool {
        self.on.is_none_or(|on| on == day.weekday())
    }

    /// A time that the clock leaps over is as much later, of one that comes twice it is the first.
    fn moment(self, day: Date, zone: &TimeZone) -> Option<Timestamp> {
        let moment = zone.to_ambiguous_timestamp(day.to_datetime(self.at));
        moment.compatible().ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MORNING: Rhythm = Rhythm {
        at: Time::constant(7, 0, 0, 0),
        on: None,
    };

    fn stockholm() -> TimeZone {
        TimeZone::get("Europe/Stockholm").unwrap()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn standing(rhythm: Rhythm, last: Option<&str>, now: &str) -> Standing {
        rhythm.standing(last.map(day), now.parse().unwrap(), &stockholm())
    }

    #[test]
    fn a_digest_is_made_once_a_day() {
        let before = standing(MORNING, Some("2026-11-26"), "2026-11-27T06:59+01:00");
        assert_eq!(before, Standing::Made(day("2026-11-26")));
        let at = standing(MORNING, Some("2026-11-26"), "2026-11-27T07:00+01:00");
        assert_eq!(at, Standing::Due(day("2026-11-27")));
        let after = standing(MORNING, Some("2026-11-27"), "2026-11-27T07:01+01:00");
        assert_eq!(after, Standing::Made(day("2026-11-27")));
    }

    #[test]
    fn after_a_month_without_power_there_is_one() {
        let now = "2026-11-27T16:00+01:00";
        let due = standing(MORNING, Some("2026-10-27"), now);
        assert_eq!(due, Standing::Due(day("2026-11-27")));
        let then = standing(MORNING, Some("2026-11-27"), now);
        assert_eq!(then, Standing::Made(day("2026-11-27")));
    }

    #[test]
    fn a_week_has_one_day_for_it() {
        let sundays = Rhythm {
            on: Some(Weekday::Sunday),
            ..MORNING
        };
        let now = "2026-11-27T16:00+01:00";
        assert_eq!(
            standing(sundays, None, now),
            Standing::Due(day("2026-11-22"))
        );
        let next = sundays.next(now.parse().unwrap(), &stockholm());
        assert_eq!(next, "2026-11-29T07:00+01:00".parse().unwrap());
    }

    #[test]
    fn a_clock_that_was_years_ahead_does_not_silence_it() {
        let mended = standing(MORNING, Some("2036-01-01"), "2026-11-27T16:00+01:00");
        assert_eq!(mended, Standing::Made(day("2026-11-27")));
        let next = standing(MORNING, Some("2026-11-27"), "2026-11-28T07:00+01:00");
        assert_eq!(next, Standing::Due(day("2026-11-28")));
    }

    #[test]
    fn a_clock_that_is_put_back_a_little_makes_none_twice() {
        let back = standing(MORNING, Some("2026-11-27"), "2026-11-26T23:00+01:00");
        assert_eq!(back, Standing::Made(day("2026-11-27")));
    }

    #[test]
    fn summer_time_neither_skips_nor_doubles_one() {
        let night = Rhythm {
            at: Time::constant(2, 30, 0, 0),
            on: None,
        };
        let leapt = standing(night, Some("2026-03-28"), "2026-03-29T03:30+02:00");
        assert_eq!(leapt, Standing::Due(day("2026-03-29")));
        let first = standing(night, Some("2026-10-24"), "2026-10-25T02:30+02:00");
        assert_eq!(first, Standing::Due(day("2026-10-25")));
        let second = standing(night, Some("2026-10-25"), "2026-10-25T02:30+01:00");
        assert_eq!(second, Standing::Made(day("2026-10-25")));
    }

    proptest! {
        #[test]
        fn a_household_that_wakes_at_odd_times_gets_at_most_one_a_day(
            start in 1_700_000_000i64..1_900_000_000,
            naps in prop::collection::vec(1i64..200_000, 1..60),
            hour in 0i8..24,
        ) {
            let rhythm = Rhythm { at: Time::constant(hour, 30, 0, 0), on: None };
            let (mut now, mut last, mut made) = (start, None, Vec::new());
            for nap in naps {
                now += nap;
                let moment = Timestamp::from_second(now).unwrap();
                match rhythm.standing(last, moment, &stockholm()) {
                    Standing::Due(day) => {
                        made.push(day);
                        last = Some(day);
                    }
                    Standing::Made(day) => last = Some(day),
                }
                prop_assert_eq!(rhythm.standing(last, moment, &stockholm()), Standing::Made(last.unwrap()));
                prop_assert!(rhythm.next(moment, &stockholm()) > moment);
            }
            prop_assert!(made.is_sorted_by(|one, next| one < next), "{made:?}");
        }

        #[test]
        fn when_the_next_one_is_due_it_is_due(now in 1_700_000_000i64..1_900_000_000, hour in 0i8..24) {
            let rhythm = Rhythm { at: Time::constant(hour, 30, 0, 0), on: None };
            let now = Timestamp::from_second(now).unwrap();
            let Standing::Due(last) = rhythm.standing(None, now, &stockholm()) else { panic!() };
            let next = rhythm.next(now, &stockholm());
            prop_assert!(matches!(rhythm.standing(Some(last), next, &stockholm()), Standing::Due(_)));
            let just_before = Timestamp::from_second(next.as_second() - 1).unwrap();
            prop_assert_eq!(rhythm.standing(Some(last), just_before, &stockholm()), Standing::Made(last));
        }
    }
}
