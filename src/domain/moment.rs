//! A moment as a person knows it: a day, and perhaps a time of day, by the clock on the wall.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, DateTime, Time};

/// A day, and the time of day as far as anybody knows. Written as ISO 8601: `2026-11-27`, `2026-11-27T18:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time, to the minute.
    pub time: Option<Time>,
}

/// A text that is no day, and no day with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day, or a day and a time")]
pub struct MomentError;

impl Moment {
    /// A day, without a time.
    #[must_use]
    pub const fn on(day: Date) -> Self {
        Self { day, time: None }
    }

    /// A day and a time, to the minute.
    #[must_use]
    pub fn at(day: Date, time: Time) -> Self {
        let time = Time::new(time.hour(), time.minute(), 0, 0).ok();
        Self { day, time }
    }

    /// Whether it can be after another: a day without a time may be any time of it.
    #[must_use]
    pub fn may_follow(self, other: Self) -> bool {
        match (self.time, other.time) {
            (Some(mine), Some(theirs)) => (self.day, mine) >= (other.day, theirs),
            _ => self.day >= other.day,
        }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let text = text.trim();
        // A date alone would be read as its midnight, a time zone would be passed over.
        if text.len() == "2026-11-27".len() {
            return text.parse().map(Self::on).map_err(|_| MomentError);
        }
        let is_local = !text.contains(['Z', 'z', '+', '[']) && text.contains(['T', ' ']);
        if !is_local || !text.is_ascii() || text.len() > "2026-11-27T18:30:00".len() {
            return Err(MomentError);
        }
        let at: DateTime = text.parse().map_err(|_| MomentError)?;
        Ok(Self::at(at.date(), at.time()))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        match self.time {
            Some(time) => write!(f, "T{:02}:{:02}", time.hour(), time.minute()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_moment_is_kept_as_exactly_as_it_is_known() {
        for text in ["2026-11-27", "2026-11-27T18:30", "2024-02-29T00:00"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        let to_the_minute: Moment = " 2026-11-27 18:30:59".parse().unwrap();
        assert_eq!(to_the_minute.to_string(), "2026-11-27T18:30");
    }

    #[test]
    fn what_is_no_day_and_what_has_a_time_zone_is_refused() {
        for text in [
            "",
            "i går",
            "2026-11",
            "2026-02-29",
            "2026-11-27T25:00",
            "2026-11-27T18:30Z",
            "2026-11-27T18:30+01:00",
            "18:30",
            "2026-11-27Tåtta",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(MomentError), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_time_may_be_any_time_of_it() {
        let day = date(2026, 11, 27);
        let evening = Moment::at(day, time(18, 0, 0, 0));
        let morning = Moment::at(day, time(7, 0, 0, 0));
        assert!(evening.may_follow(morning) && !morning.may_follow(evening));
        assert!(Moment::on(day).may_follow(evening) && evening.may_follow(Moment::on(day)));
        assert!(!Moment::on(date(2026, 11, 26)).may_follow(morning));
    }
}
