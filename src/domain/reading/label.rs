//! Labels: the words beside a figure that say what it is.

use super::word::{Phrases, has, squeezed};

/// What the words of a row say that its figure is. Where several fit, the first of them here is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    /// How many things, not how much money.
    Quantity,
    /// What was saved, given off, or earned for another time.
    Saving,
    /// The change that was given back.
    Change,
    /// The few hundredths by which a sum was rounded.
    Rounding,
    /// The sum before tax, before rounding, or of a part.
    Subtotal,
    /// What is due, for certain.
    Due,
    /// Tax.
    Tax,
    /// The sum.
    Total,
    /// Money handed over, which may be more than the sum.
    Tendered,
    /// Paid by card, which is the sum.
    Card,
}

const QUANTITY: Phrases = Phrases(
    "totalt varor, totalt artiklar, total articles, totaal artikelen, total qty, total quantity, total item, total no of item, no of item, item count, items sold, qty total, \
     total pcs, total unit, antal varor, antal artiklar, varor totalt, antal poster, aantal artikelen, anzahl \
     artikel, anzahl positionen, nombre d articles, nb articles, antall varer, antal enheder, kpl yhteensa",
);
const SAVING: Phrases = Phrases(
    "saving, savings, you saved, you save, discount, rabatt, rabatter, du sparade, du har sparat, sparat, \
     korting, ersparnis, gespart, remise, besparelse, du sparer, bonus, points, poang, member price, alennus, \
     voucher, kupong, coupon, avdrag, pant retur",
);
const CHANGE: Phrases = Phrases(
    "change, change due, vaxel, tillbaka, ater, kontant tillbaka, wisselgeld, terug, ruckgeld, zuruck, rendu, \
     monnaie, monnaie rendue, byttepenge, retur, tilbage, vaihtoraha, takaisin, baki, veksel, change amount, \
     balance due customer",
);
const ROUNDING: Phrases = Phrases(
    "rounding, rounding adj, rounding adjustment, round off, round adj, rnd adj, rounded, oresavrundning, \
     oresutj, oresutjamning, avrundning, avrunding, afrunding, afronding, rundung, pyoristys, arrondi, pelarasan",
);
const SUBTOTAL: Phrases = Phrases(
    "sub total, subtotal, sub ttl, delsumma, delsum, subtotaal, sous total, zwischensumme, summe netto, \
     valisumma, total excl, total exclud, total excluding, total sales excluding, total before, total exkl, summa \
     exkl, belopp exkl, exkl moms, excl moms, exklusive moms, excl gst, excluding gst, exclude gst, excl tax, \
     excluding tax, excl vat, excluding vat, ex vat, exc gst, total ht, montant ht, total hors, totaal excl, excl \
     btw, exclusief btw, ex btw, nettobetrag, netto betrag, nettosumme, summe ohne, taxable, taxable amount, \
     amount excl, total w o, total uten, eks mva, ekskl mva, ekskl moms, ex moms, uten mva, netto summa, \
     nettosumma, netto, totaal netto, without tax, without gst, momsgrundlag, veroton, underlag, goods value, \
     total supplies, before tax, amount before",
);
const DUE: Phrases = Phrases(
    "grand total, att betala, totalt inkl, totalpris, ordersumma, summa sek, kopesumma, totalt belopp, summa att betala, amount due, total due, balance due, total payable, amount \
     payable, net payable, total to pay, to pay, net total, nett total, nett amount, net amount payable, te \
     betalen, te voldoen, totaal te betalen, totaalbedrag, gesamtbetrag, rechnungsbetrag, endbetrag, zu zahlen, \
     zahlbetrag, zahlungsbetrag, bruttobetrag, gesamtsumme, montant ttc, total ttc, net a payer, a payer, at \
     betale, a betale, til betaling, maksettava, maksettavaa, yhteensa, slutsumma, totalsumma, fakturabelopp, \
     belopp att betala, total incl, total inclusive, total sales inclusive, totaal incl, totaal inclusief, total \
     inkl, summa inkl, total round, total rounded, rounded total, total after round, total amount rounded, total \
     amt payable, jumlah besar, total after adj, total rm, total with gst, total amount due, incl gst, inclusive \
     of gst, inclusive gst, including gst, incl tax, total amt incl, totalt sek, total sek, totalt att betala, \
     kop sek, amount incl, bill total, order total, total general, somme a payer, montant a payer, totalbelopp, \
     totaal eur, total eur, summe eur",
);
const TAX: Phrases = Phrases(
    "moms, varav moms, moms sek, total moms, total gst, total tax, total vat, gst, vat, tax, btw, mwst, ust, \
     mehrwertsteuer, umsatzsteuer, tva, mva, merverdiavgift, alv, heraf moms, tax amount, gst amount, service \
     tax, sst, service charge, svc chg, iva",
);
const TOTAL: Phrases = Phrases(
    "total, totalt, totaal, totale, summa, summe, gesamt, sum, i alt, ialt, jumlah, ttl, amount, belopp, montant, \
     betrag, bedrag, belob, belop, yht, tot, somme, total amount, total amt, total sales, samtidig, net amt, \
     nett, importe, kop",
);
const TENDERED: Phrases = Phrases(
    "cash, kontant, kontanter, kontanten, contant, bar, bargeld, gegeben, especes, tendered, tender, cash \
     tendered, amount tendered, erhallet, mottaget, mottagit, betalt, betald, betalat, paid, amount paid, \
     received, kateinen, tunai, bayaran, payment, ontvangen, betaald, recu, erhalten, kontantbelopp, cash \
     received, paid amount, total paid",
);
const CARD: Phrases = Phrases(
    "visa, mastercard, master card, maestro, amex, american express, kontokort, bankkort, kreditkort, kort, card, \
     credit card, debit card, debit, pin, pinnen, swish, dankort, kortbetaling, girocard, ec karte, karte, \
     kreditkarte, carte, carte bancaire, cb, pankkikortti, kortti, klarna, paypal, ideal, vipps, mobilepay, \
     contactless, kontaktlos",
);

/// Each label with its phrases, in the order of the labels.
const ALL: &[(Label, Phrases)] = &[
    (Label::Quantity, QUANTITY),
    (Label::Saving, SAVING),
    (Label::Change, CHANGE),
    (Label::Rounding, ROUNDING),
    (Label::Subtotal, SUBTOTAL),
    (Label::Due, DUE),
    (Label::Tax, TAX),
    (Label::Total, TOTAL),
    (Label::Tendered, TENDERED),
    (Label::Card, CARD),
];

/// Words that are also of things and people: they are labels only where little else stands beside them.
const AMBIGUOUS: Phrases = Phrases(
    "bar, kort, karte, carte, pin, cb, card, tot, sum, kop, ater, retur, paid, tender, ideal, terug, bonus, \
     points, change, discount",
);

/// A sum, where it speaks of rounding.
const ROUNDED: Phrases = Phrases(
    "total round, total rounded, rounded total, after round, total after, total incl, total amount rounded, total \
     amt rounded, total sales, total payable, amount payable",
);

impl Label {
    /// What folded words say; nothing when they are no label.
    pub(super) fn of(folded: &str) -> Option<Self> {
        let letters = squeezed(folded).len();
        let meant = |phrase: &str| {
            has(folded, phrase) && (!AMBIGUOUS.contains(phrase) || letters <= phrase.len() + 8)
        };
        let mut each = ALL.iter();
        let (label, _) = each.find(|(_, phrases)| phrases.iter().any(meant))?;
        Some(match label {
            // "Total after rounding" is a sum; "rounding" alone is what it was rounded by.
            Self::Rounding if is_rounded_sum(folded) => Self::Due,
            // "Total incl. GST" is the sum, "total includes GST" is the tax.
            Self::Due if is_tax_alone(folded) => Self::Tax,
            other => *other,
        })
    }
}

/// Whether words name a sum and say that it has been rounded.
fn is_rounded_sum(folded: &str) -> bool {
    let by_how_much = Phrases("adj, adjustment").are_in(folded);
    ROUNDED.are_in(folded) && (!by_how_much || Phrases("after, payable").are_in(folded))
}

/// Whether words that speak of a sum with tax mean the tax in it.
fn is_tax_alone(folded: &str) -> bool {
    let letters = squeezed(folded);
    letters.contains("includes") || letters.starts_with("gst") && !letters.contains("total")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::word::folded;

    fn of(text: &str) -> Option<Label> {
        Label::of(&folded(text))
    }

    #[test]
    fn what_is_due_is_told_from_what_is_only_a_sum() {
        for text in [
            "Att betala",
            "ATTBETALA",
            "Grand Total",
            "Total Rounded",
            "Rounded Total (RM)",
            "Total after rounding",
            "Total incl. GST",
            "Total TTC",
            "Te betalen",
            "Gesamtbetrag",
            "À payer",
            "Å betale",
            "YHTEENSÄ",
        ] {
            assert_eq!(of(text), Some(Label::Due), "{text}");
        }
        for text in [
            "Totalt", "TOTAL", "T0TAL", "Summa", "Totaal", "I alt", "Summe",
        ] {
            assert_eq!(of(text), Some(Label::Total), "{text}");
        }
    }

    #[test]
    fn what_only_sounds_like_a_total_is_none() {
        for (text, label) in [
            ("Subtotal", Label::Subtotal),
            ("Sub Total Incl. GST", Label::Subtotal),
            ("Delsumma", Label::Subtotal),
            ("Total HT", Label::Subtotal),
            ("Summa exkl. moms", Label::Subtotal),
            ("Total Qty", Label::Quantity),
            ("Total item(s)", Label::Quantity),
            ("Totalt 7 varor", Label::Quantity),
            ("Du sparade totalt", Label::Saving),
            ("Total GST", Label::Tax),
            ("TOTAL INCLUDES 6% GST", Label::Tax),
            ("Varav moms 25%", Label::Tax),
            ("Rounding adjustment", Label::Rounding),
            ("Öresavrundning", Label::Rounding),
            ("Växel", Label::Change),
            ("Cash change", Label::Change),
            ("Kontant", Label::Tendered),
            ("Cash tendered", Label::Tendered),
            ("Kontokort", Label::Card),
        ] {
            assert_eq!(of(text), Some(label), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_label() {
        for text in [
            "Kaffe mörkrost",
            "EXCHANGE WITHIN 7 DAYS",
            "CASHIER 2",
            "CHOKLAD BAR MED NÖTTER",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
