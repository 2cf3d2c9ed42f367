//! Numbers: what a shop files a receipt or an invoice under.

use jiff::civil::Date;

use super::{
    Found,
    day::days,
    paper::{Entry, Paper},
    serial::Code,
    word::{Phrases, folded, words},
};

/// What stands before the number, best first: an invoice's own says more than an order's.
const LABELS: [Phrases; 3] = [
    Phrases(
        "fakturanummer, fakturanr, faktura nr, invoice number, invoice no, invoice nr, inv no, invoice, tax \
         invoice, rechnungsnummer, rechnungsnr, rechnungs nr, rechnung nr, factuurnummer, factuurnr, factuur nr, \
         numero de facture, facture no, facture n, facture, laskun numero, bill no, doc no, document no, taxinv, \
         faktura, factuur, rechnung, inv",
    ),
    Phrases(
        "kvittonr, kvitto nr, kvittonummer, kvitto, receipt no, receipt number, receipt nr, receipt, rcpt no, \
         bonnr, bonnummer, bon nr, belegnr, beleg nr, ticket no, ticket n, kvitteringsnr, bilagsnr, kuittinro, \
         trans no, transnr, transaction no",
    ),
    Phrases(
        "ordernummer, ordernr, order no, order number, order nr, bestellnummer, bestelnummer, no de commande, \
         numero de commande",
    ),
];

/// The number of a paper, if it has one.
pub(super) fn number(paper: &Paper) -> Option<Found<String>> {
    LABELS
        .iter()
        .zip([0.8, 0.7, 0.5])
        .find_map(|(labels, confidence)| {
            paper
                .entries
                .iter()
                .enumerate()
                .find_map(|(number, entry)| {
                    beside(entry, *labels)
                        .map(|at| (entry, at))
                        .or_else(|| beneath(paper, number, *labels))
                        .map(|(entry, code)| Found {
                            page: entry.row.page,
                            place: entry.place(code.from),
                            confidence: confidence * entry.confidence(code.from),
                            value: code.text,
                        })
                })
        })
}

/// The code that stands after one of some labels in a row.
fn beside(entry: &Entry, labels: Phrases) -> Option<Code> {
    let text = &entry.row.text;
    let words: Vec<(usize, &str)> = words(text, &[' ']).collect();
    for (at, _) in words.iter().enumerate() {
        for (length, rest) in (1..=3).filter_map(|length| Some((length, words.get(at + length)?))) {
            let (from, to) = (words[at].0, rest.0);
            let label = folded(&text[from..to]);
            if !labels.contains(&label) {
                continue;
            }
            // "Nr", "#" and the like may stand between.
            let rest = words[at + length..].iter().take(3);
            let mut codes = rest.filter(|(_, word)| is_code(word));
            if let Some((from, word)) = codes.next() {
                return Some(Code {
                    text: trimmed(word).to_owned(),
                    from: *from,
                });
            }
        }
    }
    // "TAXINV:002-1550040", "No:12345": nothing between label and number but a sign.
    words.iter().find_map(|(from, word)| {
        let (label, code) = word.split_once([':', '#'])?;
        let known = labels.contains(&folded(label)) && is_code(code);
        known.then(|| Code {
            text: trimmed(code).to_owned(),
            from: *from + label.len() + 1,
        })
    })
}

/// The code that stands beneath a piece that is nothing but one of some labels.
fn beneath(paper: &Paper, number: usize, labels: Phrases) -> Option<(&Entry, Code)> {
    let above = &paper.entries[number].row;
    let label = above
        .cells
        .iter()
        .find(|cell| labels.contains(&folded(&cell.text)))?;
    let below = paper.entries.get(number + 1)?;
    if below.row.page != above.page {
        return None;
    }
    let mut from = 0;
    for cell in &below.row.cells {
        let under = cell.place.left < label.place.right && label.place.left < cell.place.right;
        if under && is_code(&cell.text) {
            let text = trimmed(&cell.text).to_owned();
            return Some((below, Code { text, from }));
        }
        from += cell.text.len() + 2;
    }
    None
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word can be a number that things are filed under: mostly digits, and neither a date nor a sum.
fn is_code(word: &str) -> bool {
    let word = trimmed(word);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let separate =
        word.contains(['.', ',', '/']) && word.split(['.', ',', '/']).all(|part| part.len() <= 4);
    let hour = word.contains(':');
    let dated = days(word, Date::MAX).iter().any(|day| !day.bare);
    digits >= 3
        && !dated
        && word.len() <= 30
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '_'))
        && !separate
        && !hour
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::specimen::page;

    fn of(rows: &[&str]) -> Option<String> {
        number(&Paper::new(&[page(rows)])).map(|found| found.value)
    }

    #[test]
    fn a_number_stands_beside_its_label() {
        for row in [
            "Kvitto nr: 1234-56789",
            "Fakturanummer|1234-56789",
            "Invoice No. : 1234-56789",
            "TAX INVOICE #1234-56789",
            "TAXINV:1234-56789",
            "Factuurnummer 1234-56789 Datum 3 mei 2024",
        ] {
            assert_eq!(
                of(&["Handel AB", row]).as_deref(),
                Some("1234-56789"),
                "{row}"
            );
        }
    }

    #[test]
    fn a_number_stands_beneath_its_label() {
        let rows = ["Fakturadatum|Fakturanummer", "2024-05-03|88012345"];
        assert_eq!(of(&rows).as_deref(), Some("88012345"));
    }

    #[test]
    fn an_invoice_has_its_own_number_before_its_order() {
        let rows = ["Ordernummer: 1111111", "Factuurnummer: 2222222"];
        assert_eq!(of(&rows).as_deref(), Some("2222222"));
    }

    #[test]
    fn dates_and_sums_are_no_numbers() {
        assert_eq!(of(&["Invoice 18/03/2018", "Kvitto 249.00"]), None);
    }
}
