//! Goods: the lines of a receipt or an invoice, each a thing that was bought.

use super::{
    Found,
    amount::Amount,
    label::Label,
    paper::{Entry, Paper},
    row::GAP,
    serial::{Announced, announced, is_serial},
    total::money,
    word::{Phrases, folded},
};
use crate::domain::money::{Currency, Money};

/// A line of a receipt or an invoice.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedLine {
    /// What was bought.
    pub name: Found<String>,
    /// How many, where the line says so.
    pub quantity: Option<Found<u32>>,
    /// What one costs.
    pub unit_price: Option<Found<Money>>,
    /// What all of them cost.
    pub amount: Option<Found<Money>>,
    /// The serial numbers that stand beneath it.
    pub serials: Vec<Found<String>>,
}

/// The most lines that are proposed.
const MOST: usize = 200;

/// Words that head the columns of goods.
const HEADS: Phrases = Phrases(
    "artikel, artikelnr, artnr, art, artikelnummer, benamning, beskrivning, antal, apris, a, pris, belopp, \
     description, item, items, qty, quantity, price, unit, amount, omschrijving, aantal, prijs, bedrag, \
     bezeichnung, menge, einzelpreis, preis, betrag, designation, quantite, prix, montant, beskrivelse, antall, \
     varenr, enhedspris, produkt, product, produit, total, summa, moms, btw, tax, vat, gst, rm, sek, eur, kr, \
     pos, nr, no, code, uom, disc, s, u, styckpris, enhet, kod, totaal, gesamt, eenheid, nummer, stuksprijs, ean, \
     ht, ttc, incl, excl, inkl, exkl, st, prijsperstuk, per, stuk, rabatt, rate",
);

/// Words that begin what is a part of the thing above.
const PARTS: Phrases = Phrases(
    "incl, inkl, inclusief, inklusive, including, includes, varav, heraf, herav, davon, dont, waarvan",
);

/// The goods of a paper, in its currency.
pub(super) fn goods(paper: &Paper, currency: Currency) -> Vec<ProposedLine> {
    let mut list = List {
        currency,
        lines: Vec::new(),
        names: Vec::new(),
        unnamed: None,
        serial_follows: false,
    };
    for (number, entry) in paper.entries.iter().enumerate().skip(first(paper)) {
        if paper.is_apart(number) {
            list.names.clear();
        }
        if list.lines.len() >= MOST || list.has_begun() && is_end(entry) {
            break;
        }
        list.take(entry);
    }
    list.lines
}

/// Where the goods may begin: beneath the heads of their columns, if there are any.
fn first(paper: &Paper) -> usize {
    let above_sums = paper.entries.iter().take_while(|entry| !is_end(entry));
    let heads = above_sums.enumerate().filter(|(_, entry)| is_head(entry));
    heads.last().map_or(0, |(head, _)| head + 1)
}

/// Whether a row is nothing but heads of columns.
fn is_head(entry: &Entry) -> bool {
    let words = entry.row.folded.split(' ').filter(|word| !word.is_empty());
    let (heads, others): (Vec<&str>, Vec<&str>) = words.partition(|word| HEADS.contains(word));
    heads.len() >= 2 && others.len() <= heads.len() / 2 && entry.money().next().is_none()
}

/// Whether a row tells of a part of the thing above, such as a fee in its price.
fn is_part(entry: &Entry) -> bool {
    let first = entry.row.folded.split(' ').next();
    first.is_some_and(|word| PARTS.contains(word))
}

/// Whether a row ends the goods: a sum of them.
fn is_end(entry: &Entry) -> bool {
    matches!(
        entry.label,
        Some(Label::Subtotal | Label::Due | Label::Total | Label::Tendered | Label::Card)
    ) && (entry.money().next().is_some() || !entry.amounts.is_empty())
}

/// The goods found so far.
struct List<'a> {
    currency: Currency,
    lines: Vec<ProposedLine>,
    /// Rows that may name what comes next.
    names: Vec<&'a Entry>,
    /// A price that came before any name.
    unnamed: Option<&'a Entry>,
    /// Whether the last row ended with the word for a serial number.
    serial_follows: bool,
}

impl<'a> List<'a> {
    fn has_begun(&self) -> bool {
        !self.lines.is_empty()
    }

    /// Takes the next row.
    fn take(&mut self, entry: &'a Entry) {
        if self.take_serials(entry) {
            return;
        }
        if entry.label.is_some() || is_head(entry) {
            self.names.clear();
            return;
        }
        if is_part(entry) {
            return;
        }
        let own = name(entry);
        if entry
            .money()
            .next_back()
            .is_some_and(|last| last.hundredths >= 0)
        {
            if let Some(name) = own.or_else(|| self.names.iter().find_map(|above| name(above))) {
                self.lines.push(line(entry, name, self.currency));
            } else {
                self.unnamed = Some(entry);
            }
            self.names.clear();
        } else if let (Some(priced), Some(name)) = (self.unnamed.take(), own) {
            self.lines.push(line(priced, name, self.currency));
        } else {
            self.names.push(entry);
        }
    }

    /// Takes a row for what it says of the last thing's serial numbers, if it does.
    fn take_serials(&mut self, entry: &Entry) -> bool {
        let Some(line) = self.lines.last_mut() else {
            return false;
        };
        let serial = |text: &str, from: usize| Found {
            value: text.to_owned(),
            page: entry.row.page,
            place: entry.place(from),
            confidence: entry.confidence(from),
        };
        let follows = std::mem::take(&mut self.serial_follows);
        match announced(&entry.row.text) {
            Announced::Here(codes) => {
                let each = codes.iter().map(|code| serial(&code.text, code.from));
                line.serials.extend(each);
                true
            }
            Announced::Elsewhere => {
                self.serial_follows = true;
                true
            }
            Announced::Nothing if follows && is_serial(&entry.row.text) => {
                line.serials.push(serial(&entry.row.text, 0));
                true
            }
            Announced::Nothing => false,
        }
    }
}

/// The line of a row that has the price.
fn line(entry: &Entry, name: Found<String>, currency: Currency) -> ProposedLine {
    let found = |amount: &Amount| Found {
        value: money(amount.hundredths, currency),
        page: entry.row.page,
        place: entry.place(amount.from),
        confidence: entry.confidence(amount.from),
    };
    let last = entry.money().next_back();
    let (quantity, unit) = last
        .and_then(|last| factors(entry, last))
        .unwrap_or_default();
    ProposedLine {
        quantity: quantity.and_then(|amount| {
            let value = u32::try_from(amount.hundredths / 100).ok()?;
            Some(Found {
                value,
                page: entry.row.page,
                place: entry.place(amount.from),
                confidence: entry.confidence(amount.from),
            })
        }),
        unit_price: unit.map(|unit| found(&unit)),
        amount: last.map(found),
        name,
        serials: Vec::new(),
    }
}

/// Which two numbers of a row make its last: how many, and what one costs.
fn factors(entry: &Entry, last: &Amount) -> Option<(Option<Amount>, Option<Amount>)> {
    let before: Vec<&Amount> = entry
        .amounts
        .iter()
        .filter(|amount| amount.from < last.from)
        .collect();
    let count = |amount: &&&Amount| {
        amount.hundredths % 100 == 0 && (100..=99_900).contains(&amount.hundredths)
    };
    let prices = before.iter().filter(|amount| amount.is_money());
    for price in prices.rev() {
        for count in before.iter().filter(count) {
            let product = count.hundredths / 100 * price.hundredths;
            if count.from != price.from && product == last.hundredths {
                return Some((Some(**count), Some(**price)));
            }
        }
    }
    // One of it: the price comes twice.
    let same = before
        .iter()
        .find(|amount| amount.is_money() && amount.hundredths == last.hundredths);
    if let Some(price) = same {
        return Some((None, Some(**price)));
    }
    let few = |amount: &&&Amount| {
        !amount.is_money() && amount.from <= 2 && (100..10_000).contains(&amount.hundredths)
    };
    let first = before.iter().find(few)?;
    Some((Some(**first), None))
}

/// What a row calls a thing: its first piece with words, without numbers before them. A price may stand before it.
fn name(entry: &Entry) -> Option<Found<String>> {
    let sums: Vec<&Amount> = entry.money().collect();
    let (Some(first), Some(last)) = (sums.first(), sums.last()) else {
        return named(entry, 0, entry.row.text.len());
    };
    named(entry, 0, first.from).or_else(|| {
        let between = first.to < last.from;
        between.then(|| named(entry, first.to, last.from))?
    })
}

/// The first piece with words between two offsets of a row.
fn named(entry: &Entry, mut from: usize, to: usize) -> Option<Found<String>> {
    for piece in entry.row.text[from..to].split(GAP) {
        let name = words_of(piece);
        if name.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            let from = from + piece.find(name).unwrap_or_default();
            return Some(Found {
                value: name.to_owned(),
                page: entry.row.page,
                place: entry.place(from),
                confidence: entry.confidence(from),
            });
        }
        from += piece.len() + GAP.len();
    }
    None
}

/// A piece of text without what says how many, which article or what currency on either side.
fn words_of(piece: &str) -> &str {
    let mut rest = piece.trim();
    while let Some((first, after)) = rest.split_once(' ')
        && (is_count(first) || is_article(first))
    {
        rest = after.trim_start();
    }
    while let Some((before, last)) = rest.rsplit_once(' ')
        && (is_sign(last) || is_times(before, last))
    {
        rest = before.trim_end();
    }
    rest
}

/// Whether the last word of a text says how many times: the `x` of `2 x`, or its `2`.
fn is_times(before: &str, last: &str) -> bool {
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    matches!(last, "x" | "X" | "*") && before.ends_with(|c: char| c.is_ascii_digit())
        || last.strip_suffix(['x', 'X', '*']).is_some_and(number)
}

/// Whether a word says how many: `2`, `2x`, `x`, `1,000`, `st`.
fn is_count(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let unit = folded(rest);
    (rest.len() < word.len() && word.len() <= 6 && rest.is_empty())
        || matches!(
            unit.as_str(),
            "x" | "st" | "pcs" | "pc" | "stk" | "ea" | "stuks" | "pce"
        ) && rest.len() + 4 >= word.len()
}

/// Whether a word is the number of an article or the code of its tax.
fn is_article(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let all = word.chars().count();
    digits >= 4 && digits * 2 > all || matches!(word, "SR" | "ZR" | "ZRL" | "S" | "Z")
}

/// Whether a word is only a sign, a currency or the code of a tax.
fn is_sign(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
        || matches!(
            folded(word).as_str(),
            "rm" | "sek" | "eur" | "kr" | "x" | "a" | "sr" | "zrl"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::specimen::page;

    /// Each line: name, how many, price of one, all, serial numbers.
    type Told = (String, Option<u32>, Option<i64>, Option<i64>, Vec<String>);

    fn told(rows: &[&str]) -> Vec<Told> {
        let lines = goods(&Paper::new(&[page(rows)]), Currency::SEK);
        let tell = |line: ProposedLine| {
            (
                line.name.value,
                line.quantity.map(|found| found.value),
                line.unit_price.map(|found| found.value.minor),
                line.amount.map(|found| found.value.minor),
                line.serials.into_iter().map(|found| found.value).collect(),
            )
        };
        lines.into_iter().map(tell).collect()
    }

    fn plain(name: &str, amount: i64) -> Told {
        (name.to_owned(), None, None, Some(amount), Vec::new())
    }

    #[test]
    fn each_row_with_a_price_is_a_line_until_the_sum() {
        let rows = [
            "Kaffe mörkrost|64,90",
            "Mjölk 1,5%|17,50",
            "Summa|82,40",
            "Kontokort|82,40",
        ];
        assert_eq!(
            told(&rows),
            [plain("Kaffe mörkrost", 6_490), plain("Mjölk 1,5%", 1_750)]
        );
    }

    #[test]
    fn how_many_and_what_one_costs_is_reckoned() {
        let rows = [
            "Artikel|Antal|Pris|Belopp",
            "Skruv 4x40|3|12,50|37,50",
            "Summa|37,50",
        ];
        let line = (
            "Skruv 4x40".to_owned(),
            Some(3),
            Some(1_250),
            Some(3_750),
            Vec::new(),
        );
        assert_eq!(told(&rows), [line]);
    }

    #[test]
    fn a_price_may_stand_beneath_the_name() {
        let rows = [
            "Batteri AA 4-pack",
            "735000123456",
            "2 st x 39,90|79,80",
            "Summa|79,80",
        ];
        let line = (
            "Batteri AA 4-pack".to_owned(),
            Some(2),
            Some(3_990),
            Some(7_980),
            Vec::new(),
        );
        assert_eq!(told(&rows), [line]);
    }

    #[test]
    fn a_price_may_stand_before_the_name() {
        let rows = ["2st*12,50 Gurka|25,00", "Summa|25,00"];
        let line = (
            "Gurka".to_owned(),
            Some(2),
            Some(1_250),
            Some(2_500),
            Vec::new(),
        );
        assert_eq!(told(&rows), [line]);
    }

    #[test]
    fn serial_numbers_belong_to_the_line_above() {
        let rows = [
            "Symaskin Nål 300|2 995,00",
            "Serienummer: NL300-12345",
            "Trådset|99,00",
            "Att betala|3 094,00",
        ];
        let mut machine = plain("Symaskin Nål 300", 299_500);
        machine.4 = vec!["NL300-12345".to_owned()];
        assert_eq!(told(&rows), [machine, plain("Trådset", 9_900)]);
    }

    #[test]
    fn what_is_given_off_is_no_thing() {
        let rows = ["Kaffe|64,90", "Rabatt|-10,00", "Pant|-2,00", "Summa|52,90"];
        assert_eq!(told(&rows), [plain("Kaffe", 6_490)]);
    }
}
