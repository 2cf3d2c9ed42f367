//! A line of time: how long something holds, on a scale that it shares with others, and where today is.

use jiff::civil::Date;
use maud::{Markup, Render, html};

/// How wide a track is drawn, in units of its own.
const WIDTH: i32 = 1000;

/// The days that tracks one below the other share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    from: Date,
    to: Date,
    today: Date,
}

impl Scale {
    /// From the first of these days to the last, today among them.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = Date>, today: Date) -> Self {
        let mut scale = Self {
            from: today,
            to: today,
            today,
        };
        for day in days {
            scale.from = scale.from.min(day);
            scale.to = scale.to.max(day);
        }
        scale
    }

    /// Its first and its last day.
    #[must_use]
    pub const fn ends(self) -> (Date, Date) {
        (self.from, self.to)
    }

    /// Where a day is; what lies beyond an end is at that end.
    fn place(self, day: Date) -> i32 {
        let whole = days(self.from, self.to).max(1);
        let part = days(self.from, day).clamp(0, whole);
        i32::try_from(i64::from(part) * i64::from(WIDTH) / i64::from(whole)).unwrap_or(WIDTH)
    }
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// How sure a stretch of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It holds, and whoever has it need not prove that a fault was there from the beginning.
    Firm,
    /// It holds, but for that.
    Fair,
    /// Nobody knows whether it holds.
    Vague,
}

impl Hold {
    const fn class(self) -> &'static str {
        match self {
            Self::Firm => "is-firm",
            Self::Fair => "is-fair",
            Self::Vague => "is-vague",
        }
    }
}

/// One line of time.
#[derive(Clone, Debug)]
pub struct Track {
    scale: Scale,
    label: String,
    stretches: Vec<(Date, Date, Hold)>,
}

impl Track {
    /// A line on a scale; `label` says in words what it shows.
    pub fn new(scale: Scale, label: impl Into<String>) -> Self {
        Self {
            scale,
            label: label.into(),
            stretches: Vec::new(),
        }
    }

    /// From a day through another; where there is no last day, to the end of the scale.
    #[must_use]
    pub fn stretch(mut self, from: Date, to: Option<Date>, hold: Hold) -> Self {
        self.stretches
            .push((from, to.unwrap_or(self.scale.to), hold));
        self
    }
}

impl Render for Track {
    fn render(&self) -> Markup {
        let today = self.scale.place(self.scale.today).to_string();
        html! {
            svg.track viewBox={ "0 0 " (WIDTH) " 16" } preserveAspectRatio="none" role="img" aria-label=(self.label) {
                rect.track-ground x="0" y="5" width=(WIDTH) height="6" {}
                @for (from, to, hold) in &self.stretches {
                    @let begin = self.scale.place(*from);
                    // Even one day is seen.
                    @let width = (self.scale.place(*to) - begin).max(4);
                    rect.track-hold.(hold.class()) x=(begin.min(WIDTH - 4)) y="4" width=(width) height="8" {}
                }
                line.track-today x1=(today) x2=(today) y1="0" y2="16" vector-effect="non-scaling-stroke" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_lies_between_the_ends_as_far_as_it_is_from_them() {
        let scale = Scale::of([date(2024, 1, 1), date(2028, 1, 1)], date(2026, 1, 1));
        assert_eq!(scale.place(date(2024, 1, 1)), 0);
        assert_eq!(scale.place(date(2026, 1, 1)), 500);
        assert_eq!(scale.place(date(2028, 1, 1)), WIDTH);
        assert_eq!(scale.place(date(2030, 1, 1)), WIDTH);
        assert_eq!(scale.place(date(2020, 1, 1)), 0);
    }

    #[test]
    fn a_scale_of_one_day_is_drawn_all_the_same() {
        let day = date(2026, 1, 1);
        let scale = Scale::of([], day);
        let track = Track::new(scale, "i dag").stretch(day, None, Hold::Fair);
        let drawn = track.render().into_string();
        assert!(drawn.contains("aria-label=\"i dag\"") && drawn.contains("is-fair"));
    }
}
