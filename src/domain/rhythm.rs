//! How often something is done, and when it is due next.

use jiff::{Span, Unit as Calendar, civil::Date};
use minicbor::{Decode, Encode};

use super::{keyed::keyed, length::Length};

/// How often something is done.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Rhythm {
    /// So long after it was done last.
    #[n(0)]
    AfterDone(#[n(0)] Length),
    /// On days so far apart, counted from the first, whenever it is done.
    #[n(1)]
    Fixed(#[n(0)] Length),
    /// In these months of each year.
    #[n(2)]
    Months(#[n(0)] Months),
    /// After so much more on a meter.
    #[n(3)]
    Metered(#[n(0)] Meter),
}

/// The kinds of rhythm, as forms and the API name them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Beat {
    /// [`Rhythm::AfterDone`].
    AfterDone,
    /// [`Rhythm::Fixed`].
    Fixed,
    /// [`Rhythm::Months`].
    Months,
    /// [`Rhythm::Metered`].
    Metered,
}

keyed!(Beat {
    AfterDone => "after_done",
    Fixed => "fixed",
    Months => "months",
    Metered => "metered",
});

impl Rhythm {
    /// Which kind it is.
    #[must_use]
    pub const fn beat(&self) -> Beat {
        match self {
            Self::AfterDone(_) => Beat::AfterDone,
            Self::Fixed(_) => Beat::Fixed,
            Self::Months(_) => Beat::Months,
            Self::Metered(_) => Beat::Metered,
        }
    }
}

/// How much more a meter says from one time to the next.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Meter {
    /// How much more, at least 1.
    #[n(0)]
    every: u32,
    /// What it said when one began to count.
    #[n(1)]
    from: u32,
    /// What it counts: `km`, `h`; empty where nobody says.
    #[n(2)]
    unit: String,
}

impl Meter {
    /// A meter that is looked at every so much, counted from a reading; none for every nothing.
    #[must_use]
    pub fn new(every: u32, from: u32, unit: String) -> Option<Self> {
        (every > 0).then_some(Self { every, from, unit })
    }

    /// How much more.
    #[must_use]
    pub const fn every(&self) -> u32 {
        self.every
    }

    /// What it said when one began to count.
    #[must_use]
    pub const fn from(&self) -> u32 {
        self.from
    }

    /// What it counts.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }
}

/// Some months of the year, 1 to 12, each once and in order; at least one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Months(#[n(0)] Vec<u8>);

impl Months {
    /// These months; none when there are none, or when one is no month.
    #[must_use]
    pub fn new(months: impl IntoIterator<Item = u8>) -> Option<Self> {
        let mut months: Vec<u8> = months.into_iter().collect();
        months.sort_unstable();
        months.dedup();
        let are_months = months.iter().all(|month| (1..=12).contains(month));
        (are_months && !months.is_empty()).then_some(Self(months))
    }

    /// The months.
    pub fn iter(&self) -> impl Iterator<Item = u8> {
        self.0.iter().copied()
    }

    fn has(&self, day: Date) -> bool {
        self.iter()
            .any(|month| i8::try_from(month) == Ok(day.month()))
    }

    /// The first day of the first of these months that begins on a day or after it.
    fn first_from(&self, day: Date) -> Date {
        let mut month = day.first_of_month();
        if month < day {
            month = next_month(month);
        }
        // One of twelve is among them.
        for _ in 0..12 {
            if self.has(month) {
                break;
            }
            month = next_month(month);
        }
        month
    }
}

fn next_month(month: Date) -> Date {
    month.saturating_add(Span::new().months(1))
}

/// The part of a year in which something can be done: from one month through another, over the new year or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Season {
    /// The first month, 1 to 12.
    #[n(0)]
    from: u8,
    /// The last month, 1 to 12.
    #[n(1)]
    to: u8,
}

impl Season {
    /// From one month through another; none when a year has no such month.
    #[must_use]
    pub fn new(from: u8, to: u8) -> Option<Self> {
        let is_month = |month| (1..=12).contains(&month);
        (is_month(from) && is_month(to)).then_some(Self { from, to })
    }

    /// The first month, 1 to 12.
    #[must_use]
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The last month, 1 to 12.
    #[must_use]
    pub const fn to(self) -> u8 {
        self.to
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        let month = u8::try_from(day.month()).unwrap_or_default();
        if self.from <= self.to {
            (self.from..=self.to).contains(&month)
        } else {
            month >= self.from || month <= self.to
        }
    }

    /// A day, or the first day of the season after it.
    fn within(self, day: Date) -> Date {
        let mut day = day;
        for _ in 0..12 {
            if self.has(day) {
                break;
            }
            day = next_month(day.first_of_month());
        }
        day
    }
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On a day.
    On(Date),
    /// When the meter says so much.
    At(u32),
}

/// What is known of the last time that something was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// When.
    pub on: Option<Date>,
    /// The most that the meter said.
    pub meter: Option<u32>,
}

impl Rhythm {
    /// When it is due, first on a day and then after it was done last, within its season.
    #[must_use]
    pub fn due(&self, first: Date, season: Option<Season>, last: Last) -> Due {
        let day = match (self, last.on) {
            (Self::Metered(meter), _) => {
                let from = last.meter.unwrap_or(meter.from).max(meter.from);
                return Due::At(from.saturating_add(meter.every));
            }
            (Self::Months(months), None) => months.first_from(first),
            (Self::Months(months), Some(done)) => {
                months.first_from(after_month(months, done).max(first))
            }
            (Self::AfterDone(_) | Self::Fixed(_), None) => first,
            (Self::AfterDone(length), Some(done)) => length.after(done),
            (Self::Fixed(length), Some(done)) => fixed_after(first, *length, done),
        };
        Due::On(season.map_or(day, |season| season.within(day)))
    }
}

/// How many days before its month something may be done and count for that month.
const AHEAD: i64 = 14;

/// The day from which the next month is looked for, when something was done in some of them last.
fn after_month(months: &Months, done: Date) -> Date {
    let month = done.first_of_month();
    let next = next_month(month);
    let is_ahead = !months.has(month) && done.saturating_add(Span::new().days(AHEAD)) >= next;
    // What is done at the end of March is done for April.
    if is_ahead {
        next.saturating_add(Span::new().days(1))
    } else {
        next
    }
}

/// The first of the days that lie so far apart, counted from the first of them, that comes after a day; the one after it
/// where that day lies in the last quarter before it, for what is done a little early is done.
fn fixed_after(first: Date, length: Length, done: Date) -> Date {
    // Counted from the first each time: a month after the 31st of January is the 28th of February, two are the 31st of March.
    let day = |times: u32| length.times_after(times, first);
    let mut times = length.times_within(days(first, done).unwrap_or(0));
    while day(times) <= done && day(times) < Date::MAX {
        times += 1;
    }
    let next = day(times);
    let before = times
        .checked_sub(1)
        .map_or_else(|| length.before(first), day);
    let is_early = match (days(done, next), days(before, next)) {
        (Some(left), Some(whole)) => left.saturating_mul(4) <= whole,
        _ => false,
    };
    if is_early { day(times + 1) } else { next }
}

fn days(from: Date, to: Date) -> Option<i32> {
    from.until((Calendar::Day, to))
        .ok()
        .map(|span| span.get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn every(text: &str) -> Length {
        text.parse().unwrap()
    }

    fn done(on: Date) -> Last {
        Last {
            on: Some(on),
            meter: None,
        }
    }

    fn day(due: Due) -> Date {
        match due {
            Due::On(day) => day,
            Due::At(reading) => panic!("no day, but {reading}"),
        }
    }

    fn after(rhythm: &Rhythm, first: Date, on: Date) -> Date {
        day(rhythm.due(first, None, done(on)))
    }

    #[test]
    fn what_was_never_done_is_due_on_its_first_day() {
        let first = date(2026, 12, 1);
        for rhythm in [Rhythm::AfterDone(every("P3M")), Rhythm::Fixed(every("P1Y"))] {
            assert_eq!(rhythm.due(first, None, Last::default()), Due::On(first));
        }
    }

    #[test]
    fn one_rhythm_counts_from_the_last_time_and_another_from_the_first() {
        let (first, late) = (date(2026, 1, 15), date(2026, 2, 20));
        assert_eq!(
            after(&Rhythm::AfterDone(every("P1M")), first, late),
            date(2026, 3, 20)
        );
        assert_eq!(
            after(&Rhythm::Fixed(every("P1M")), first, late),
            date(2026, 3, 15)
        );
    }

    #[test]
    fn what_is_done_a_little_early_is_done() {
        let yearly = Rhythm::Fixed(every("P1Y"));
        let first = date(2026, 3, 15);
        assert_eq!(after(&yearly, first, date(2026, 2, 20)), date(2027, 3, 15));
        assert_eq!(
            after(&yearly, first, date(2025, 10, 1)),
            first,
            "half a year is not a little"
        );
        assert_eq!(after(&yearly, first, date(2027, 3, 1)), date(2028, 3, 15));
        assert_eq!(
            after(&yearly, first, date(2026, 11, 1)),
            date(2027, 3, 15),
            "late is not early for the next"
        );
    }

    #[test]
    fn the_end_of_the_month_stays_the_end_of_the_month() {
        let monthly = Rhythm::Fixed(every("P1M"));
        let first = date(2026, 1, 31);
        let mut days = vec![first];
        while days.len() < 5 {
            days.push(after(&monthly, first, days[days.len() - 1]));
        }
        let expected = [
            date(2026, 2, 28),
            date(2026, 3, 31),
            date(2026, 4, 30),
            date(2026, 5, 31),
        ];
        assert_eq!(days[1..], expected);
        let yearly = Rhythm::Fixed(every("P1Y"));
        assert_eq!(
            after(&yearly, date(2024, 2, 29), date(2027, 2, 28)),
            date(2028, 2, 29)
        );
        assert_eq!(
            after(&Rhythm::AfterDone(every("P1Y")), first, date(2024, 2, 29)),
            date(2025, 2, 28)
        );
    }

    #[test]
    fn what_is_done_in_certain_months_is_due_on_their_first_day() {
        let twice = Rhythm::Months(Months::new([10, 4]).unwrap());
        let first = date(2026, 2, 10);
        assert_eq!(
            twice.due(first, None, Last::default()),
            Due::On(date(2026, 4, 1))
        );
        assert_eq!(after(&twice, first, date(2026, 4, 20)), date(2026, 10, 1));
        assert_eq!(
            after(&twice, first, date(2026, 3, 30)),
            date(2026, 10, 1),
            "done for April"
        );
        assert_eq!(after(&twice, first, date(2026, 3, 2)), date(2026, 4, 1));
        assert_eq!(after(&twice, first, date(2026, 12, 1)), date(2027, 4, 1));
        let spring = Rhythm::Months(Months::new([4, 5]).unwrap());
        assert_eq!(after(&spring, first, date(2026, 4, 25)), date(2026, 5, 1));
        assert!(
            Months::new([0]).is_none()
                && Months::new([4, 13]).is_none()
                && Months::new([]).is_none()
        );
    }

    #[test]
    fn what_has_a_season_waits_for_it() {
        let mowing = Rhythm::AfterDone(every("P2W"));
        let due = |season, on| day(mowing.due(date(2026, 5, 1), season, done(on)));
        let summer = Season::new(5, 9);
        assert_eq!(due(summer, date(2026, 7, 1)), date(2026, 7, 15));
        assert_eq!(due(summer, date(2026, 9, 25)), date(2027, 5, 1));
        let winter = Season::new(11, 2);
        assert_eq!(due(winter, date(2026, 12, 24)), date(2027, 1, 7));
        assert_eq!(due(winter, date(2026, 2, 20)), date(2026, 11, 1));
        assert!(Season::new(0, 3).is_none() && Season::new(3, 13).is_none());
    }

    #[test]
    fn a_meter_is_due_at_a_reading_and_not_on_a_day() {
        let service = Rhythm::Metered(Meter::new(15_000, 27_500, "km".into()).unwrap());
        let due = |last| service.due(date(2026, 1, 1), None, last);
        assert_eq!(due(Last::default()), Due::At(42_500));
        let last = Last {
            on: Some(date(2026, 5, 1)),
            meter: Some(42_310),
        };
        assert_eq!(due(last), Due::At(57_310));
        assert_eq!(Meter::new(0, 5, String::new()), None);
    }

    #[test]
    fn a_rhythm_as_old_as_the_calendar_is_answered_at_once() {
        for length in ["P1D", "P1W", "P1M", "P1Y", "P10000Y"] {
            let rhythm = Rhythm::Fixed(every(length));
            let next = after(&rhythm, Date::MIN, date(2026, 11, 27));
            assert!(next > date(2026, 11, 27), "{length}");
            assert!(
                after(&rhythm, Date::MIN, Date::MAX) == Date::MAX,
                "{length}"
            );
        }
    }

    fn rhythms() -> impl Strategy<Value = Rhythm> {
        let unit = prop::sample::select(crate::domain::length::Unit::ALL.to_vec());
        let length = (1u16..400, unit).prop_map(|(count, unit)| Length::new(count, unit).unwrap());
        let months =
            prop::collection::vec(1u8..=12, 1..5).prop_map(|all| Months::new(all).unwrap());
        prop_oneof![
            length.clone().prop_map(Rhythm::AfterDone),
            length.prop_map(Rhythm::Fixed),
            months.prop_map(Rhythm::Months),
        ]
    }

    fn at(days: i32) -> Date {
        date(1990, 1, 1).saturating_add(Span::new().days(days))
    }

    proptest! {
        #[test]
        fn the_next_time_is_after_the_last_in_season_and_never_earlier_for_who_did_it_later(
            rhythm in rhythms(),
            season in prop::option::of((1u8..=12, 1u8..=12)),
            first in 0..20_000_i32,
            on in 0..20_000_i32,
            later in 0..500_i32,
        ) {
            let season = season.and_then(|(from, to)| Season::new(from, to));
            let due = |on| day(rhythm.due(at(first), season, done(at(on))));
            prop_assert!(due(on) > at(on));
            prop_assert!(due(on) <= due(on + later));
            prop_assert!(season.is_none_or(|season| season.has(due(on))));
        }

        #[test]
        fn a_fixed_rhythm_never_drifts(
            count in 1u16..40,
            unit in prop::sample::select(crate::domain::length::Unit::ALL.to_vec()),
            first in 0..20_000_i32,
            delays in prop::collection::vec(0..40_i32, 1..8),
        ) {
            let length = Length::new(count, unit).unwrap();
            let rhythm = Rhythm::Fixed(length);
            let mut due = at(first);
            for delay in delays {
                let on = due.saturating_add(Span::new().days(delay));
                due = after(&rhythm, at(first), on);
                let is_counted = (1..10_000).map(|times| length.times_after(times, at(first))).any(|day| day == due);
                prop_assert!(is_counted, "{due} is no multiple");
            }
        }
    }
}
