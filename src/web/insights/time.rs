//! What time gives: what holds how long, and how long what was repaired has served.

use jiff::{ToSpan as _, civil::Date};
use maud::{Markup, html};

use super::shown::{BARS, Shown, line, link};
use crate::{
    actions::{insights::Insights, warranties::Protection},
    ui::{
        button::Button,
        chart::{Bar, Bars},
        look::Section,
    },
    web::page::{self, promises},
};

/// How many lines a table has of what there may be thousands of.
const LINES: usize = 50;

impl Shown<'_> {
    /// What ends when, on a line of time from today.
    pub(super) fn guarantees(&self, insights: &Insights) -> Markup {
        const TITLE: &str = "insights-guarantees";
        let all = &insights.guarantees;
        if all.is_empty() {
            return html! {};
        }
        let days = |day: Date| {
            let span = self.today.until(day).ok();
            f64::from(span.map_or(0, |span| span.get_days()).max(0))
        };
        let bars: Vec<_> = all
            .iter()
            .take(BARS)
            .map(|(item, one, day)| Bar {
                name: page::name(self.look, item),
                from: one.span().from.map_or(0.0, days).min(days(*day)),
                to: days(*day),
                said: self.look.lang.day(*day),
            })
            .collect();
        let last = all.iter().take(BARS).map(|one| one.2).max();
        let mut marks = vec![(0.0, self.look.text("insights-today"))];
        let named = months(self.today, last.unwrap_or(self.today)).into_iter();
        marks.extend(named.map(|first| (days(first), self.month(first))));
        let label = self.label(TITLE);
        let chart = Bars { label, bars, marks };
        let lines = all.iter().take(LINES).map(|(item, one, day)| {
            let name = page::name(self.look, item);
            let what = match one {
                Protection::Right(right) => right.rule.name(self.look.lang).to_owned(),
                Protection::Warranty(row, _) => promises::warranty(self.look, row),
            };
            let name = link(&name, Some(&format!("/items/{}", item.id)));
            line(name, [what, self.look.lang.day(*day)])
        });
        let columns = ["insights-thing", "insights-what", "insights-until"];
        let table = self.table(TITLE, columns, 1, lines.collect());
        let rest = html! {
            (table)
            @if all.len() > BARS { div.row { (Button::link(self.look.text("insights-all-guarantees"), Section::Warranties.href())) } }
        };
        self.insight(TITLE, None, &chart, rest)
    }

    /// The name of a month on a line of time: of a January its year.
    fn month(&self, first: Date) -> String {
        if first.month() == 1 {
            first.year().to_string()
        } else {
            self.look.lang.month(first.month().unsigned_abs())
        }
    }

    pub(super) fn repaired(&self, insights: &Insights) -> Markup {
        const TITLE: &str = "insights-repaired";
        let all = &insights.repaired;
        if all.is_empty() {
            return html! {};
        }
        let sum: u32 = all.iter().map(|one| one.days).sum();
        let lead = self
            .look
            .text_with("insights-repaired-lead", "time", &self.served(sum));
        let bars = all.iter().take(BARS).map(|one| Bar {
            name: page::name(self.look, &one.item),
            from: 0.0,
            to: f64::from(one.days),
            said: self.served(one.days),
        });
        let chart = Bars {
            label: self.label(TITLE),
            bars: bars.collect(),
            marks: Vec::new(),
        };
        let lines = all.iter().take(LINES).map(|one| {
            let name = page::name(self.look, &one.item);
            let name = link(&name, Some(&format!("/items/{}", one.item.id)));
            line(name, [self.look.lang.day(one.since), self.served(one.days)])
        });
        let columns = ["insights-thing", "insights-since", "insights-served"];
        let table = self.table(TITLE, columns, 2, lines.collect());
        self.insight(TITLE, Some(lead), &chart, table)
    }

    /// How long something has served: in days until it is half a year, then in years with a tenth.
    fn served(&self, days: u32) -> String {
        if days < 183 {
            return self
                .look
                .count("insights-days", usize::try_from(days).unwrap_or_default());
        }
        let years = f64::from(days) / 365.2425;
        let years = self.look.lang.decimal(&format!("{years:.1}"));
        self.look
            .text_with("insights-served-years", "years", &years)
    }
}

/// The first days of the months that are named on a line of time between two days: five at most, not too near to its beginning,
/// where today stands, and as far apart as quarters, halves or whole years are.
fn months(from: Date, to: Date) -> Vec<Date> {
    const NAMED: i32 = 5;
    let past = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let all = past(to) - past(from);
    let steps = [1, 2, 3, 6].into_iter().chain((12..).step_by(12));
    let step = steps
        .into_iter()
        .find(|step| all / step <= NAMED)
        .unwrap_or(12);
    let near = from.until(to).map_or(0, |span| span.get_days()) / 6;
    let first = from.saturating_add(near.days());
    (past(from) + 1..=past(to))
        .filter(|month| month % step == 0)
        .filter_map(|month| {
            let year = i16::try_from(month / 12).ok()?;
            Date::new(year, i8::try_from(month % 12 + 1).ok()?, 1).ok()
        })
        .filter(|day| (first..=to).contains(day))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_line_of_time_names_months_or_years_but_never_many() {
        let days = |to| months(date(2026, 11, 28), to);
        assert_eq!(days(date(2026, 12, 24)), []);
        assert_eq!(
            days(date(2027, 4, 1)),
            [1, 2, 3, 4].map(|month| date(2027, month, 1))
        );
        assert_eq!(
            days(date(2027, 7, 1)),
            [3, 5, 7].map(|month| date(2027, month, 1))
        );
        assert_eq!(
            days(date(2029, 11, 1)),
            [date(2028, 1, 1), date(2029, 1, 1)]
        );
        assert!(days(date(2051, 1, 1)).iter().all(|day| day.month() == 1));
        for weeks in 0..3000 {
            let to = date(2026, 11, 28).checked_add(weeks.weeks()).unwrap();
            assert!(days(to).len() <= 5, "{to}");
        }
    }
}
