//! Quiet hours: when nobody wants to hear anything, by the clock on the wall.

use jiff::{
    Timestamp, ToSpan,
    civil::{DateTime, Time},
    tz::TimeZone,
};

/// A stretch of every day, over midnight if need be, in which nothing is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: Time,
    until: Time,
}

impl QuietHours {
    /// Quiet from one time of the day until another; none when the two are the same.
    #[must_use]
    pub fn new(from: Time, until: Time) -> Option<Self> {
        (from != until).then_some(Self { from, until })
    }

    /// When it gets quiet.
    #[must_use]
    pub const fn from(self) -> Time {
        self.from
    }

    /// When it ends: from then on messages may be sent.
    #[must_use]
    pub const fn until(self) -> Time {
        self.until
    }

    /// Whether it is quiet at this time of the day.
    fn holds(self, time: Time) -> bool {
        if self.from < self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }

    /// The first moment, now or later, at which something may be sent in this time zone.
    ///
    /// Whatever the clocks are put to meanwhile: an end that the clock leaps over is when it leaps, and of one that comes
    /// twice it is the first.
    #[must_use]
    pub fn earliest(self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        let is_free = |moment: &Timestamp| !self.holds(zone.to_datetime(*moment).time());
        if is_free(&now) {
            return now;
        }
        let today = zone.to_datetime(now).date();
        let days = (0..3).filter_map(|days| today.checked_add(days.days()).ok());
        let ends = days.flat_map(|day| moments(day.to_datetime(self.until), zone));
        // Where the clock is put on or back, the time of day leaps.
        let leaps = zone.following(now).take(2).map(|leap| leap.timestamp());
        ends.chain(leaps)
            .filter(|moment| *moment > now && is_free(moment))
            .min()
            .unwrap_or(now)
    }
}

/// The moments at which clocks in a zone show this: usually one, two where they are put back.
fn moments(time: DateTime, zone: &TimeZone) -> impl Iterator<Item = Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(time);
    let moments = [ambiguous.earlier(), ambiguous.later()];
    moments.into_iter().filter_map(Result::ok)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn quiet(from: &str, until: &str) -> QuietHours {
        QuietHours::new(from.parse().unwrap(), until.parse().unwrap()).unwrap()
    }

    fn stockholm() -> TimeZone {
        TimeZone::get("Europe/Stockholm").unwrap()
    }

    /// When something may be sent that is ready at this time in Stockholm.
    fn sent(quiet: QuietHours, ready: &str) -> String {
        let ready: Timestamp = ready.parse().unwrap();
        quiet
            .earliest(ready, &stockholm())
            .to_zoned(stockholm())
            .strftime("%F %H:%M:%S %:z")
            .to_string()
    }

    #[test]
    fn by_day_a_message_goes_at_once() {
        let night = quiet("22:00", "07:00");
        assert_eq!(
            sent(night, "2026-11-27T12:30:05+01:00"),
            "2026-11-27 12:30:05 +01:00"
        );
        assert_eq!(
            sent(night, "2026-11-27T07:00+01:00"),
            "2026-11-27 07:00:00 +01:00"
        );
        assert_eq!(
            sent(night, "2026-11-27T21:59:59+01:00"),
            "2026-11-27 21:59:59 +01:00"
        );
    }

    #[test]
    fn by_night_it_waits_for_the_morning() {
        let night = quiet("22:00", "07:00");
        assert_eq!(
            sent(night, "2026-11-27T22:00+01:00"),
            "2026-11-28 07:00:00 +01:00"
        );
        assert_eq!(
            sent(night, "2026-11-28T00:00+01:00"),
            "2026-11-28 07:00:00 +01:00"
        );
        assert_eq!(
            sent(night, "2026-11-28T06:59:59+01:00"),
            "2026-11-28 07:00:00 +01:00"
        );
    }

    #[test]
    fn a_rest_at_noon_ends_the_same_day() {
        let rest = quiet("12:00", "14:00");
        assert_eq!(
            sent(rest, "2026-11-27T13:00+01:00"),
            "2026-11-27 14:00:00 +01:00"
        );
        assert_eq!(
            sent(rest, "2026-11-27T23:00+01:00"),
            "2026-11-27 23:00:00 +01:00"
        );
    }

    #[test]
    fn the_morning_comes_when_the_clock_says_so_also_after_a_short_or_a_long_night() {
        let night = quiet("22:00", "07:00");
        assert_eq!(
            sent(night, "2026-03-28T23:00+01:00"),
            "2026-03-29 07:00:00 +02:00"
        );
        assert_eq!(
            sent(night, "2026-10-24T23:00+02:00"),
            "2026-10-25 07:00:00 +01:00"
        );
    }

    #[test]
    fn an_end_that_the_clock_leaps_over_is_when_it_leaps() {
        let short = quiet("22:00", "02:30");
        assert_eq!(
            sent(short, "2026-03-29T01:30+01:00"),
            "2026-03-29 03:00:00 +02:00"
        );
    }

    #[test]
    fn of_an_end_that_comes_twice_it_is_the_first() {
        let short = quiet("22:00", "02:30");
        assert_eq!(
            sent(short, "2026-10-25T01:00+02:00"),
            "2026-10-25 02:30:00 +02:00"
        );
        // Quiet once more from three, which is two again, until half past.
        assert_eq!(
            sent(short, "2026-10-25T02:10+01:00"),
            "2026-10-25 02:30:00 +01:00"
        );
    }

    #[test]
    fn hours_that_never_begin_are_none() {
        let noon: Time = "12:00".parse().unwrap();
        assert_eq!(QuietHours::new(noon, noon), None);
    }

    fn time() -> impl Strategy<Value = Time> {
        (0i8..24, 0i8..60).prop_map(|(hour, minute)| Time::constant(hour, minute, 0, 0))
    }

    fn zone() -> impl Strategy<Value = TimeZone> {
        // Lord Howe puts its clocks on by half an hour, Apia once left out a day, Casablanca knows a summer within winter.
        let names = vec![
            "Europe/Stockholm",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Casablanca",
            "UTC",
        ];
        prop::sample::select(names).prop_map(|name| TimeZone::get(name).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn it_is_sent_as_soon_as_it_is_not_quiet(
            from in time(),
            until in time(),
            zone in zone(),
            // 2010 to 2037, in minutes.
            minute in 21_038_400i64..35_764_320,
        ) {
            let Some(quiet) = QuietHours::new(from, until) else { return Ok(()) };
            let now = Timestamp::from_second(minute * 60).unwrap();
            let earliest = quiet.earliest(now, &zone);
            let holds = |moment: Timestamp| quiet.holds(zone.to_datetime(moment).time());
            prop_assert!(earliest >= now && !holds(earliest));
            let mut before = now;
            while before < earliest {
                prop_assert!(holds(before), "{before} was free already");
                before += 1.minute();
            }
        }
    }
}
