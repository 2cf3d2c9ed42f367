//! Payment: how a paper says that it was paid.

use super::{Found, paper::Paper, word::Phrases};
use crate::domain::receipt::Payment;

/// Each way with its words, the one that says most first: a paper that names a card and "cash back" was paid by card.
const WAYS: &[(Payment, Phrases)] = &[
    (
        Payment::Mobile,
        Phrases("swish, vipps, mobilepay, mobile pay"),
    ),
    (
        Payment::Online,
        Phrases("ideal, paypal, klarna, sofort, giropay, bancontact"),
    ),
    (
        Payment::Card,
        Phrases(
            "visa, mastercard, master card, maestro, amex, american express, kontokort, bankkort, kreditkort, \
             kortkop, kortbetalning, betalsatt kort, betalningssatt kort, korttransaktion, kortbetaling, credit card, creditcard, debit card, dankort, girocard, ec \
             karte, kreditkarte, carte bancaire, pankkikortti, kontaktlos, contactless, pinpas, debit mastercard, \
             apple pay, google pay, betalkort, med kort, by card, card payment, mit karte, par carte",
        ),
    ),
    (
        Payment::Cash,
        Phrases(
            "cash, kontant, kontanter, contant, bargeld, bar, especes, kateinen, tunai, cash tendered",
        ),
    ),
    (
        Payment::Invoice,
        Phrases(
            "bankgiro, plusgiro, iban, betalningsvillkor, payment terms, zahlungsbedingungen, \
             betalingsvoorwaarden, betalingsbetingelser",
        ),
    ),
];

/// Words that say card where nothing stands beside them but a sum: a shop sells cards, too.
const CARD: Phrases = Phrases("kort, card, karte, carte, kaart");

/// Words that name money and say nothing of how a paper was paid.
const ASIDE: Phrases = Phrases("no cash, cash refund, cash on, cash sales");

/// How a paper was paid, if it says so.
pub(super) fn payment(paper: &Paper) -> Option<Found<Payment>> {
    WAYS.iter().find_map(|(way, words)| {
        let named = |folded: &str| {
            let is_told = words.are_in(folded) && !ASIDE.are_in(folded);
            is_told || *way == Payment::Card && is_card(folded)
        };
        let entry = paper
            .entries
            .iter()
            .find(|entry| named(&entry.row.folded))?;
        Some(Found {
            value: *way,
            page: entry.row.page,
            place: entry.row.place(),
            confidence: 0.8 * entry.row.confidence(),
        })
    })
}

fn is_card(folded: &str) -> bool {
    let mut words = folded
        .split(' ')
        .filter(|word| word.contains(char::is_alphabetic));
    words.next().is_some_and(|word| CARD.contains(word))
        && words.all(|word| matches!(word, "kr" | "sek" | "eur"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::specimen::page;

    fn of(rows: &[&str]) -> Option<Payment> {
        payment(&Paper::new(&[page(rows)])).map(|found| found.value)
    }

    #[test]
    fn each_way_is_known_by_its_words() {
        assert_eq!(of(&["Kontant|100,00", "Växel|51,00"]), Some(Payment::Cash));
        assert_eq!(of(&["Kontokort|49,00"]), Some(Payment::Card));
        assert_eq!(of(&["Kort|49,00 kr"]), Some(Payment::Card));
        assert_eq!(of(&["Betalt med kort"]), Some(Payment::Card));
        assert_eq!(of(&["Kort och kuvert|49,00"]), None);
        assert_eq!(of(&["VISA ************1234"]), Some(Payment::Card));
        assert_eq!(of(&["Swish|49,00"]), Some(Payment::Mobile));
        assert_eq!(of(&["Betaalwijze: iDEAL"]), Some(Payment::Online));
        assert_eq!(of(&["Bankgiro 123-4567"]), Some(Payment::Invoice));
    }

    #[test]
    fn what_is_said_of_cash_in_passing_does_not_count() {
        assert_eq!(of(&["STRICTLY NO CASH REFUND"]), None);
        assert_eq!(of(&["CASHIER 2"]), None);
    }
}
