//! The table: what was seen, beside what it should be.

use std::{
    fmt::{self, Display},
    time::Duration,
};

/// What was seen of one piece of work.
pub struct Row {
    /// The work.
    work: String,
    /// On how much.
    size: String,
    /// What was seen.
    seen: String,
    /// What it should be, each with what became of it.
    targets: Vec<(String, String)>,
}

impl Row {
    /// What was seen, in words.
    pub fn new(work: impl Display, size: impl Display, seen: impl Display) -> Self {
        Self {
            work: work.to_string(),
            size: size.to_string(),
            seen: seen.to_string(),
            targets: Vec::new(),
        }
    }

    /// Holds what was seen to be at most so much; `what` says what of it, and in which unit.
    #[must_use]
    pub fn most(self, what: &str, seen: f64, most: f64) -> Self {
        self.held(
            format!("{} ≤ {}", what, short(most)),
            seen <= most,
            seen / most,
        )
    }

    /// Holds what was seen to be at least so much.
    #[must_use]
    pub fn least(self, what: &str, seen: f64, least: f64) -> Self {
        self.held(
            format!("{} ≥ {}", what, short(least)),
            seen >= least,
            seen / least,
        )
    }

    fn held(mut self, target: String, is_met: bool, share: f64) -> Self {
        let verdict = if is_met { "met" } else { "**missed**" };
        self.targets
            .push((target, format!("{verdict}: {} × the target", short(share))));
        self
    }
}

impl Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (targets, verdicts): (Vec<_>, Vec<_>) = self.targets.iter().cloned().unzip();
        let (targets, verdicts) = (targets.join("; "), verdicts.join("; "));
        for cell in [&self.work, &self.size, &self.seen, &targets, &verdicts] {
            write!(f, "| {cell} ")?;
        }
        writeln!(f, "|")
    }
}

/// The rows as a table in Markdown, those of the same work below each other, so that its growth is seen. A verdict tells
/// how many times the target was seen.
pub fn markdown(rows: &[Row]) -> String {
    let mut table =
        String::from("| work | things | seen | target | |\n| --- | --- | --- | --- | --- |\n");
    let mut works: Vec<&str> = Vec::new();
    for row in rows {
        if !works.contains(&row.work.as_str()) {
            works.push(&row.work);
        }
    }
    for work in works {
        for row in rows.iter().filter(|row| row.work == work) {
            table += &row.to_string();
        }
    }
    table
}

/// A number with three digits that count.
pub fn short(number: f64) -> String {
    let decimals = match number.abs() {
        size if size >= 100.0 || size == 0.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{number:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A duration in milliseconds.
pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// A count of things as people write it: `10 000`.
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Many measurements of the same.
#[derive(Default)]
pub struct Sample(Vec<Duration>);

impl Sample {
    /// Adds one.
    pub fn add(&mut self, one: Duration) {
        self.0.push(one);
    }

    /// Adds those of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle, in milliseconds.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// The one that only a hundredth exceeds, in milliseconds.
    pub fn p99(&self) -> f64 {
        self.at(0.99)
    }

    /// The largest, in milliseconds.
    pub fn worst(&self) -> f64 {
        self.at(1.0)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "few"
    )]
    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let last = sorted.len().checked_sub(1).expect("something was measured");
        milliseconds(sorted[(last as f64 * share).ceil() as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_met_or_missed_by_how_much() {
        let row = Row::new("list", count(10_000), "8 ms")
            .most("ms", 8.0, 5.0)
            .least("× bare", 0.6, 0.5);
        let told = row.to_string();
        let expected = "| list | 10 000 | 8 ms | ms ≤ 5; × bare ≥ 0.5 | **missed**: 1.6 × the target; met: 1.2 × the target |\n";
        assert_eq!(told, expected);
    }

    #[test]
    fn rows_of_the_same_work_stand_together() {
        let rows = [("list", 1_000), ("thing", 1_000), ("list", 100_000)];
        let rows = rows.map(|(work, size)| Row::new(work, count(size), ""));
        let table = markdown(&rows);
        let works: Vec<_> = table
            .lines()
            .skip(2)
            .filter_map(|line| line.split(" | ").next())
            .collect();
        assert_eq!(works, ["| list", "| list", "| thing"]);
    }

    #[test]
    fn a_sample_knows_its_middle_and_its_ends() {
        let mut sample = Sample::default();
        for one in 1..=200 {
            sample.add(Duration::from_millis(one));
        }
        let seen = [sample.median(), sample.p99(), sample.worst()].map(short);
        assert_eq!(seen, ["101", "199", "200"]);
    }
}
