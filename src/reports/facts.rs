//! What stands around a report's table: its title, the facts at its head, and what everything comes to.

use super::table::Cell;
use crate::domain::{
    dates::PartialDate,
    lang::Lang,
    money::Sums,
    report::{Content, FactValue, Part, Report, ReportKind, Subject},
};

/// A line with what it tells before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it tells, in the report's language.
    pub label: String,
    /// What it says.
    pub value: Cell,
}

impl Line {
    fn new(label: impl Into<String>, value: Cell) -> Self {
        let label = label.into();
        Self { label, value }
    }
}

/// What a kind of report is called.
#[must_use]
pub fn title(kind: ReportKind, lang: Lang) -> String {
    lang.text(&format!("reports-kind-{}", kind.key()))
}

/// What a part of a report that can be left out is called.
#[must_use]
pub fn part(part: Part, lang: Lang) -> String {
    lang.text(&format!("reports-part-{}", part.key()))
}

/// What stands above what is told of a subject.
#[must_use]
pub fn subject(subject: Subject, lang: Lang) -> String {
    lang.text(&format!("reports-subject-{}", subject.key()))
}

/// What stands at the head of a report: its number and day, whose it is, and what is known beside the things.
#[must_use]
pub fn head(report: &Report, content: &Content) -> Vec<Line> {
    let lang = report.details.language;
    let own = [
        ("reports-number", Cell::Number(u64::from(report.number))),
        ("reports-made", Cell::Date(PartialDate::Day(report.day))),
        ("reports-household", Cell::text(content.household.as_str())),
    ];
    let own = own.map(|(key, value)| Line::new(lang.text(key), value));
    let facts = content.head.iter().map(|fact| {
        let label = lang.text(&format!("reports-fact-{}", fact.label.key()));
        let value = match &fact.value {
            FactValue::Text(text) => Cell::text(text.as_str()),
            FactValue::Date(date) => Cell::Date(*date),
            FactValue::Time(time) => Cell::Time(*time),
            FactValue::Money(money) => Cell::Money(*money),
        };
        Line::new(label, value)
    });
    let rates = content.rates.iter();
    let rates =
        rates.map(|rate| Line::new(lang.text("reports-rate"), Cell::text(lang.rate(*rate))));
    let mut lines: Vec<Line> = own.into_iter().chain(facts).chain(rates).collect();
    lines.retain(|line| line.value != Cell::Empty);
    lines
}

/// What everything in a report comes to, as far as its kind asks for that.
#[must_use]
pub fn summary(report: &Report, content: &Content) -> Vec<Line> {
    let details = &report.details;
    let lang = details.language;
    if details.kind.needs_item() {
        return Vec::new();
    }
    let pieces = content.entries.iter();
    let pieces = pieces.map(|entry| u64::from(entry.quantity.get())).sum();
    let entries = u64::try_from(content.entries.len()).unwrap_or(u64::MAX);
    let mut lines = vec![
        Line::new(lang.text("reports-entries"), Cell::Number(entries)),
        Line::new(lang.text("reports-pieces"), Cell::Number(pieces)),
    ];
    if details.shows(Part::Prices) {
        amounts(lang, details.kind, content, &mut lines);
    }
    lines
}

fn amounts(lang: Lang, kind: ReportKind, content: &Content, lines: &mut Vec<Line>) {
    let totals = content.totals();
    match kind {
        ReportKind::InsuranceClaim => {
            add(lines, &lang.text("reports-sum-price"), &totals.paid);
            add(
                lines,
                &lang.text("reports-sum-new-price"),
                &totals.new_price,
            );
            add(lines, &lang.text("reports-sum-claimed"), &totals.claimed);
            if let Some(deductible) = content.deductible
                && !totals.claimed.is_empty()
            {
                let label = lang.text("reports-deductible");
                lines.push(Line::new(label, Cell::Money(deductible)));
                let after = &totals.after_deductible;
                add(lines, &lang.text("reports-after-deductible"), &after.paid);
                let untaken = Cell::money(after.untaken);
                lines.push(Line::new(lang.text("reports-untaken"), untaken));
            }
            add(lines, &lang.text("reports-sum-settled"), &totals.settled);
        }
        ReportKind::Inventory => {
            add(lines, &lang.text("reports-sum-price"), &totals.paid);
            add(lines, &lang.text("reports-sum-value"), &totals.value);
        }
        ReportKind::PoliceList => add(lines, &lang.text("reports-sum-value"), &totals.value),
        ReportKind::Estate => {
            let owners = content.values_by_owner();
            // What was converted for each owner is what it comes to.
            let mut all = Sums::default();
            for sum in owners.iter().flat_map(|(_, sums)| sums.iter()) {
                all.add(sum, 1);
            }
            add(lines, &lang.text("reports-sum-value"), &all);
            for (owner, sums) in owners {
                let label = if owner.is_empty() {
                    lang.text("reports-value-shared")
                } else {
                    lang.text_with("reports-value-of", &[("name", owner.into())])
                };
                add(lines, &label, &sums);
            }
        }
        ReportKind::Division => {
            for lot in content.lots() {
                let of = |key| lang.text_with(key, &[("name", lot.name.clone().into())]);
                add(lines, &of("reports-lot-got"), &lot.got);
                add(lines, &of("reports-lot-due"), &lot.due);
            }
            for (from, to, amount) in content.payments() {
                let arguments = [("from", from.into()), ("to", to.into())];
                let label = lang.text_with("reports-lot-pays", &arguments);
                lines.push(Line::new(label, Cell::Money(amount)));
            }
        }
        ReportKind::Moving | ReportKind::Item | ReportKind::Sale => {}
    }
    lines.retain(|line| line.value != Cell::Empty);
}

/// What each party of a division has got and has a right to, and who pays whom.
#[must_use]
pub fn evening(lang: Lang, content: &Content) -> Vec<Line> {
    let mut lines = Vec::new();
    amounts(lang, ReportKind::Division, content, &mut lines);
    lines
}

/// What somebody's amounts come to, a line for each currency.
#[must_use]
pub fn amounts_of(lang: Lang, key: &str, name: &str, sums: &Sums) -> Vec<Line> {
    let mut lines = Vec::new();
    let label = lang.text_with(key, &[("name", name.to_owned().into())]);
    add(&mut lines, &label, sums);
    lines
}

/// A line for each currency.
fn add(lines: &mut Vec<Line>, label: &str, sums: &Sums) {
    lines.extend(sums.iter().map(|sum| Line::new(label, Cell::Money(sum))));
}
