//! VAT: how much of what was paid is tax.

use super::{
    Found,
    amount::Amount,
    label::Label,
    paper::{Entry, Paper},
    total::{is_tax_in, money},
};
use crate::domain::money::Money;

/// The tax of a paper, given its total: the largest amount that the words beside or above it call tax, and that is less
/// than half of it.
pub(super) fn vat(paper: &Paper, total: Option<Money>) -> Option<Found<Money>> {
    let total = total?;
    let each = paper.entries.iter().enumerate();
    let amounts = each.flat_map(|(number, entry)| {
        let is_tax = move |amount: &&Amount| match entry.label {
            Some(label) => label == Label::Tax,
            // What a heading calls tax may be a price without it: it must be the tax of the sum, too.
            None => {
                paper.heading(number, amount.from) == Some(Label::Tax)
                    && is_tax_in(amount.hundredths, total.minor)
            }
        };
        entry
            .money()
            .filter(is_tax)
            .map(move |amount| (entry, amount))
    });
    let sums =
        amounts.map(|(entry, amount)| (entry, amount, money(amount.hundredths, total.currency)));
    let fitting: Vec<(&Entry, &Amount, Money)> = sums
        .filter(|(_, _, tax)| tax.minor > 0 && tax.minor < total.minor / 2)
        .collect();
    // In a row of rate, tax, sum without it and sum with it, the tax is what the sum without it lacks; else the least.
    let parts = fitting.iter().map(|(entry, amount, tax)| {
        let rest = entry
            .money()
            .any(|other| money(other.hundredths, total.currency).minor == total.minor - tax.minor);
        let least = entry
            .money()
            .all(|other| other.hundredths >= amount.hundredths);
        (rest, least, (entry, amount, tax))
    });
    let likely = parts.filter(|(rest, least, _)| *rest || *least);
    let (_, _, (entry, amount, value)) =
        likely.max_by_key(|(rest, _, (_, _, tax))| (*rest, tax.minor))?;
    Some(Found {
        value: *value,
        page: entry.row.page,
        place: entry.place(amount.from),
        confidence: 0.75 * entry.confidence(amount.from),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{money::Currency, reading::specimen::page};

    fn of(rows: &[&str], total: i64) -> Option<i64> {
        let total = Money::new(total, Currency::SEK);
        vat(&Paper::new(&[page(rows)]), Some(total)).map(|found| found.value.minor)
    }

    #[test]
    fn the_tax_is_what_is_called_so() {
        let rows = ["Att betala|249,00", "Varav moms 25%|49,80"];
        assert_eq!(of(&rows, 24_900), Some(4_980));
    }

    #[test]
    fn in_a_table_it_is_the_smallest() {
        let rows = ["Totalt|249,00", "Moms 25%|49,80|199,20|249,00"];
        assert_eq!(of(&rows, 24_900), Some(4_980));
    }

    #[test]
    fn a_rate_in_the_table_is_no_tax() {
        let rows = [
            "Att betala|132,05",
            "Moms%|Moms|Netto|Brutto",
            "12,00|14,15|117,90|132,05",
        ];
        assert_eq!(of(&rows, 13_205), Some(1_415));
    }

    #[test]
    fn without_a_word_of_it_there_is_none() {
        assert_eq!(of(&["Totalt|249,00", "49,80"], 24_900), None);
    }
}
