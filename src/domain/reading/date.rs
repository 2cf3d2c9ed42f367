//! Dates: which day of a paper is the one on which it was bought.

use jiff::civil::Date;

use super::{
    Found, below,
    day::{Day, Order, days},
    paper::Paper,
    row::GAP,
    word::{Phrases, folded},
};

/// Words of the day of the purchase.
const BOUGHT: Phrases = Phrases(
    "date, datum, dato, pvm, paivays, invoice date, fakturadatum, rechnungsdatum, factuurdatum, date de facture, \
     date facture, date de la facture, fakturadato, bill date, trans date, transaction date, receipt date, \
     kvittodatum, kopdatum, inkopsdatum, purchase date, date of purchase, aankoopdatum, kaufdatum, belegdatum, \
     bondatum, date d achat, kjopsdato, laskun paivays, tarikh, date time, datum tid, tid, time, invoice, \
     facture, factuur, rechnung, tax date",
);
/// Words of the day of the invoice, which says more than that of the order.
const INVOICED: Phrases = Phrases(
    "invoice date, fakturadatum, rechnungsdatum, factuurdatum, date de facture, date facture, date de la facture, \
     fakturadato, laskun paivays, belegdatum",
);
/// Words of the day of the order.
const ORDERED: Phrases = Phrases(
    "order date, bestallningsdatum, orderdatum, bestelldatum, besteldatum, date de commande, date commande, ordredato, tilauspaiva, \
     ordered",
);
/// Words of days before which, or until which, something holds.
const OTHER: Phrases = Phrases(
    "due, due date, forfallodatum, forfallodag, forfall, forfaller, fallig, fallig am, faelligkeit, zahlbar bis, \
     vervaldatum, verval, uiterlijk, echeance, date d echeance, forfaldsdato, forfaldsdag, forfallsdato, \
     erapaiva, best before, exp, expiry, expires, expire, valid until, valid till, giltig, giltigt till, galler \
     till, galler t o m, bast fore, utgar, oppet kop, oppet kop till, byte senast, retur senast, return by, pay \
     by, betalas senast, oss tillhanda, senast, birth, fodd, member since, since, wef, effective, payable before, \
     before, a payer avant, garanti till, gueltig bis, gultig bis, until, till, periode, period, \
     leistungszeitraum, printed on, warranty",
);
/// Words of the day on which it came.
const DELIVERED: Phrases = Phrases(
    "delivery, delivery date, leverans, leveransdatum, lieferdatum, leverdatum, date de livraison, leveringsdato, \
     toimituspaiva, liefer, expected",
);

/// A day of a paper with what speaks for it.
struct Candidate {
    day: Day,
    entry: usize,
    score: f32,
}

/// The likeliest days of purchase, best first.
pub(super) fn dates(paper: &Paper, today: Date) -> Vec<Found<Date>> {
    let read: Vec<Vec<Day>> = paper
        .entries
        .iter()
        .map(|entry| days(&entry.row.text, today))
        .collect();
    let order = order(paper, &read);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (number, days) in read.iter().enumerate() {
        for day in days {
            let further = if day.order.is_none_or(|own| own == order) {
                0.0
            } else {
                3.0
            };
            // Where only one order makes a date, that one is meant.
            let alone = !days
                .iter()
                .any(|other| other.from == day.from && other.order == Some(order));
            let score =
                score(paper, number, day, days) - if alone { 0.5 * further } else { further };
            candidates.push(Candidate {
                day: *day,
                entry: number,
                score,
            });
        }
    }
    found(paper, candidates)
}

fn found(paper: &Paper, mut candidates: Vec<Candidate>) -> Vec<Found<Date>> {
    let count =
        |date: Date, all: &[Candidate]| all.iter().filter(|other| other.day.date == date).count();
    let counts: Vec<usize> = candidates
        .iter()
        .map(|candidate| count(candidate.day.date, &candidates))
        .collect();
    for (candidate, count) in candidates.iter_mut().zip(counts) {
        candidate.score += 0.5 * super::word::float(count.min(3) - 1);
    }
    candidates.retain(|candidate| candidate.score > 0.0);
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
    let mut found: Vec<Found<Date>> = Vec::new();
    for candidate in &candidates {
        if found.iter().any(|other| other.value == candidate.day.date) {
            continue;
        }
        let entry = &paper.entries[candidate.entry];
        let strength = (candidate.score / 5.0).clamp(0.0, 1.0);
        let confidence = (0.4 + 0.6 * strength) * entry.confidence(candidate.day.from);
        found.push(Found {
            value: candidate.day.date,
            page: entry.row.page,
            place: entry.place(candidate.day.from),
            confidence: below(found.last(), confidence),
        });
        if found.len() == 3 {
            break;
        }
    }
    found
}

/// The order in which a paper writes its dates: as one says that can be read in no other way, else as its country does.
fn order(paper: &Paper, read: &[Vec<Day>]) -> Order {
    let alone = |order: Order| {
        read.iter().any(|days| {
            let fits = days.iter().filter(|day| day.order == Some(order));
            let other = |day: &Day| {
                days.iter()
                    .any(|other| other.from == day.from && other.order != day.order)
            };
            fits.into_iter().any(|day| !other(day))
        })
    };
    let iso = read
        .iter()
        .flatten()
        .any(|day| day.order.is_none() && !day.bare);
    if alone(Order::Day) {
        Order::Day
    } else if alone(Order::Month) || paper.votes.writes_month_first() {
        Order::Month
    } else if alone(Order::Year) || paper.votes.writes_year_first() && !iso {
        Order::Year
    } else {
        Order::Day
    }
}

/// What the words around a day speak for its being the one.
fn score(paper: &Paper, number: usize, day: &Day, days: &[Day]) -> f32 {
    let text = &paper.entries[number].row.text;
    let mut score = if day.bare { -1.0 } else { 1.5 };
    score += said(paper, number, day);
    if has_time(&text[day.to..]) || has_time(&text[..day.from]) {
        score += 1.5;
    }
    if is_period(text, day, days) {
        score -= 2.0;
    }
    if day.date.year() < 2000 {
        score -= 1.0;
    }
    score
}

/// What the words say that a day stands beside or, when those say nothing, beneath.
fn said(paper: &Paper, number: usize, day: &Day) -> f32 {
    let entry = &paper.entries[number];
    let place = entry.place(day.from);
    // From the nearest on: in its own piece, in the piece before, in the pieces above.
    let beside = entry.row.text[..day.from].rsplit(GAP).take(2).map(folded);
    let above = paper.entries[..number].iter().rev().take(2);
    let above = above.filter(|other| other.row.page == entry.row.page);
    let cells = above.flat_map(|other| &other.row.cells);
    let over = cells.filter(|cell| cell.place.left < place.right && place.left < cell.place.right);
    let above = over.map(|cell| folded(&cell.text));
    let mut says = beside.chain(above).map(|said| words(&said));
    says.find(|score| *score != 0.0).unwrap_or_default()
}

fn words(words: &str) -> f32 {
    // What stands last before a day is what it is.
    let near: Vec<&str> = words.split(' ').rev().take(5).collect();
    let near: Vec<&str> = near.into_iter().rev().collect();
    let near = near.join(" ");
    if OTHER.are_in(&near) {
        -4.0
    } else if DELIVERED.are_in(&near) {
        -0.1
    } else if ORDERED.are_in(&near) {
        2.0
    } else if INVOICED.are_in(&near) {
        3.5
    } else if BOUGHT.are_in(&near) {
        3.0
    } else {
        0.0
    }
}

/// Whether a text has a time of day: `17:37`, `17:37:05`, `5:37 PM`.
fn has_time(text: &str) -> bool {
    text.char_indices()
        .filter(|(_, c)| *c == ':')
        .any(|(at, _)| {
            let before = text[..at]
                .chars()
                .rev()
                .take_while(char::is_ascii_digit)
                .count();
            let after = text[at + 1..]
                .chars()
                .take_while(char::is_ascii_digit)
                .count();
            (1..=2).contains(&before) && after == 2
        })
}

/// Whether a day is the beginning or the end of a time between two days.
fn is_period(text: &str, day: &Day, days: &[Day]) -> bool {
    let dash = |from: usize, to: usize| {
        text.get(from..to)
            .is_some_and(|gap| matches!(gap.trim(), "-" | "–" | "—"))
    };
    days.iter()
        .any(|other| dash(day.to, other.from) || dash(other.to, day.from))
}
