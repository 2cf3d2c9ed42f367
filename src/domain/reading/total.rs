//! Totals: which amount of a paper is what was paid for it.

use super::{Found, amount::Amount, below, currency::Mark, label::Label, paper::Paper};
use crate::domain::money::{Currency, Money};

/// The most figures that are looked at: a long invoice has some hundreds, and each is held against the others.
const MOST: usize = 4000;

/// How many totals are offered.
const OFFERED: usize = 3;

/// An amount of a paper with what its words say of it.
#[derive(Clone, Copy, Debug)]
struct Figure {
    amount: Amount,
    entry: usize,
    label: Option<Label>,
    /// Whether the label stands above it rather than beside it.
    is_heading: bool,
}

/// What speaks for a sum, all in all.
#[derive(Clone, Debug)]
struct Sum {
    hundredths: i64,
    score: f32,
    /// The figure that is shown for it.
    figure: Figure,
}

/// The likeliest totals of a paper, best first, in the currency of home where it tells of none.
pub(super) fn totals(paper: &Paper, home: Currency) -> Vec<Found<Money>> {
    let figures = figures(paper);
    let evidence = Evidence::gather(paper, &figures);
    let mut sums = sums(paper, &figures);
    let largest = sums
        .iter()
        .filter(|sum| sum.score >= 0.0)
        .map(|sum| sum.hundredths)
        .max();
    for sum in &mut sums {
        sum.score += evidence.of(sum.hundredths);
        if Some(sum.hundredths) == largest {
            sum.score += 0.5;
        }
    }
    sums.retain(|sum| sum.score > 0.0);
    sums.sort_by(|a, b| b.score.total_cmp(&a.score));
    let priced = sums.into_iter().map(|sum| {
        let told = currency(paper, &figures, &sum);
        let value = money(sum.hundredths, told.unwrap_or(home));
        (sum, told, value)
    });
    // Some hundredths are nothing in a currency that has no decimals. One more than is offered tells how sure the last is.
    let likely = priced.filter(|(.., value)| value.minor > 0);
    let sums: Vec<_> = likely.take(OFFERED + 1).collect();
    let mut found = Vec::new();
    for (rank, (sum, told, value)) in sums.iter().take(OFFERED).enumerate() {
        let entry = &paper.entries[sum.figure.entry];
        let next = sums.get(rank + 1).map_or(0.0, |(next, ..)| next.score);
        let margin = (sum.score - next).clamp(0.0, 4.0) / 4.0;
        let strength = (sum.score / 8.0).clamp(0.0, 1.0);
        let told_currency = if told.is_some() { 1.0 } else { 0.8 };
        let confidence = (0.3 + 0.4 * strength + 0.3 * margin)
            * told_currency
            * entry.confidence(sum.figure.amount.from);
        found.push(Found {
            value: *value,
            page: entry.row.page,
            place: entry.place(sum.figure.amount.from),
            confidence: below(found.last(), confidence),
        });
    }
    found
}

/// Hundredths as the minor units of a currency.
pub(super) fn money(hundredths: i64, currency: Currency) -> Money {
    let minor = match currency.decimals() {
        0 => hundredths / 100,
        1 => hundredths / 10,
        2 => hundredths,
        more => hundredths.saturating_mul(10_i64.saturating_pow(more - 2)),
    };
    Money::new(minor, currency)
}

/// The currency of a sum: by the mark that stands beside it anywhere, else the paper's.
fn currency(paper: &Paper, figures: &[Figure], sum: &Sum) -> Option<Currency> {
    let same = figures
        .iter()
        .filter(|figure| figure.amount.hundredths == sum.hundredths);
    let marks: Vec<Mark> = same.filter_map(|figure| figure.amount.mark).collect();
    // A dollar sign on the paper of a country that has none is the till's, not the country's.
    let own = paper.votes.currency(None);
    let mark = sum.figure.amount.mark.or(marks.first().copied());
    match (mark, own) {
        (Some(Mark::Dollar), Some(own)) => Some(own),
        (mark, _) => paper.votes.currency(mark).or(own),
    }
}

fn figures(paper: &Paper) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (number, entry) in paper.entries.iter().enumerate() {
        // A whole number is a sum only where one is announced and there is no other.
        let bare = matches!(entry.label, Some(Label::Due | Label::Total))
            && entry.money().next().is_none();
        let wanted = |amount: &&Amount| amount.is_money() || bare;
        for amount in entry.amounts.iter().filter(wanted) {
            let heading = || paper.heading(number, amount.from);
            figures.push(Figure {
                amount: *amount,
                entry: number,
                label: entry.label.or_else(heading),
                is_heading: entry.label.is_none(),
            });
        }
    }
    figures.truncate(MOST);
    figures
}

/// How much the words beside or above a figure speak for its being the total.
fn weight(figure: &Figure) -> f32 {
    let weight = match figure.label {
        Some(Label::Due) => 5.0,
        Some(Label::Total) => 3.5,
        Some(Label::Card) => 2.0,
        Some(Label::Tendered) => 1.0,
        Some(Label::Subtotal) => 0.6,
        None => 0.3,
        Some(Label::Quantity) => -3.0,
        Some(Label::Saving | Label::Change | Label::Rounding | Label::Tax) => -4.0,
    };
    let bare = if figure.amount.is_money() { 0.0 } else { 1.5 };
    // A heading's column has the prices of things above its sum.
    if figure.is_heading && weight > 0.0 {
        weight * 0.35 - bare
    } else {
        weight - bare
    }
}

/// Each sum once, with the best that any of its figures says.
fn sums(paper: &Paper, figures: &[Figure]) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for figure in figures {
        let entry = &paper.entries[figure.entry];
        let large = entry.row.height > paper.letters * 1.35;
        let last = entry
            .money()
            .next_back()
            .is_none_or(|amount| amount.from == figure.amount.from);
        let mut score = weight(figure);
        if large && score > 0.0 {
            score += 1.0;
        }
        if !last && score > 0.0 {
            score *= 0.6;
        }
        let hundredths = figure.amount.hundredths;
        match sums.iter_mut().find(|sum| sum.hundredths == hundredths) {
            Some(sum) => {
                let further = if score > 0.0 { 0.4 } else { 0.0 };
                if score > sum.score {
                    sum.figure = *figure;
                }
                sum.score = sum.score.max(score) + further;
            }
            None => sums.push(Sum {
                hundredths,
                score,
                figure: *figure,
            }),
        }
    }
    sums
}

/// What figures say of each other.
#[derive(Debug, Default)]
struct Evidence {
    /// Cash that was handed over less the change.
    settled: Vec<i64>,
    /// A sum before tax and the tax.
    taxed: Vec<i64>,
    /// A total and what it was rounded by.
    rounded: Vec<i64>,
    /// The sum of everything that was bought.
    added: Vec<i64>,
    /// Amounts of tax.
    taxes: Vec<i64>,
}

impl Evidence {
    fn gather(paper: &Paper, figures: &[Figure]) -> Self {
        let labelled = |label: Label| -> Vec<i64> {
            let with = figures
                .iter()
                .filter(|figure| figure.label == Some(label) && figure.amount.is_money());
            with.map(|figure| figure.amount.hundredths.abs())
                .filter(|hundredths| *hundredths > 0)
                .collect()
        };
        let taxes = labelled(Label::Tax);
        let totals = [
            labelled(Label::Total),
            labelled(Label::Due),
            labelled(Label::Subtotal),
        ]
        .concat();
        let roundings: Vec<i64> = figures
            .iter()
            .filter(|figure| figure.label == Some(Label::Rounding) && !figure.is_heading)
            .map(|figure| figure.amount.hundredths)
            .filter(|hundredths| (1..100).contains(&hundredths.abs()))
            .collect();
        let by = |one: &[i64], other: &[i64], join: fn(i64, i64) -> i64| -> Vec<i64> {
            let pairs = one.iter().flat_map(|a| other.iter().map(|b| join(*a, *b)));
            pairs.take(400).collect()
        };
        let mut rounded = by(&totals, &roundings, |a, b| a + b);
        // A till may leave out the minus.
        rounded.extend(by(&totals, &roundings, |a, b| a - b));
        Self {
            settled: by(
                &labelled(Label::Tendered),
                &labelled(Label::Change),
                |a, b| a - b,
            ),
            taxed: by(&labelled(Label::Subtotal), &taxes, |a, b| a + b),
            rounded,
            added: added(paper),
            taxes,
        }
    }

    /// How much they speak for a sum.
    fn of(&self, hundredths: i64) -> f32 {
        let mut score = 0.0;
        if self.settled.contains(&hundredths) {
            score += 4.0;
        }
        if self.taxed.contains(&hundredths) {
            score += 1.5;
        }
        if self.rounded.contains(&hundredths) {
            score += 1.5;
        }
        if self.added.contains(&hundredths) {
            score += 1.5;
        }
        if self.taxes.iter().any(|tax| is_tax_in(*tax, hundredths)) {
            score += 1.0;
        }
        score
    }
}

/// Rates of tax on goods in the countries around, in tenths of a percent.
const RATES: [i64; 17] = [
    250, 240, 255, 220, 210, 200, 190, 170, 150, 140, 120, 100, 90, 81, 70, 60, 55,
];

/// Whether an amount is the tax in a sum at a usual rate.
pub(super) fn is_tax_in(tax: i64, sum: i64) -> bool {
    RATES.iter().any(|rate| {
        let exact = sum.saturating_mul(*rate) / (1000 + rate);
        (exact - tax).abs() <= 1
    })
}

/// What the last amounts of rows come to, from the first thing down to each row that could be a sum.
fn added(paper: &Paper) -> Vec<i64> {
    let mut sum: i64 = 0;
    let mut count = 0;
    let mut sums = Vec::new();
    for entry in &paper.entries {
        let Some(last) = entry.money().next_back() else {
            continue;
        };
        match entry.label {
            None | Some(Label::Saving) => {
                sum = sum.saturating_add(last.hundredths);
                count += 1;
                if count > 1 {
                    sums.push(sum);
                }
            }
            Some(_) if count > 0 => break,
            Some(_) => {}
        }
    }
    sums
}
