//! Trades: the words by which the name of a shop is told from what stands around it.

use super::word::{Phrases, folded, has};

/// The forms of companies, as the last words of a name.
const FORMS: Phrases = Phrases(
    "ab, hb, kb, ek for, aktiebolag, handelsbolag, ltd, limited, plc, llc, inc, corp, gmbh, mbh, ag, kg, ohg, ug, \
     e k, co kg, b v, bv, n v, nv, vof, v o f, as, asa, a s, aps, i s, oy, oyj, ky, tmi, sarl, s a r l, sas, s a \
     s, sa, s a, eurl, srl, s r l, spa, s p a, sl, s l, lda, sp z o o, s r o, sdn bhd, sdn, bhd, s b, sb, pte \
     ltd, pty ltd, pvt ltd, ou, uab, sia, kft",
);

/// What shops call themselves.
const TRADES: Phrases = Phrases(
    "restaurant, restaurants, restoran, restaurang, cafe, kafe, bakery, bakeries, bageri, bakeri, backerei, \
     boulangerie, shop, store, stores, market, mart, supermarket, butik, handel, livs, kiosk, pharmacy, apotek, \
     apotheke, pharmacie, farmasi, hardware, bygg, jarn, elektro, electronics, optik, bokhandel, bookstore, \
     buchhandlung, librairie, kedai, pasar, perniagaan, syarikat, emporium, boutique, hotel, hotell, kitchen, \
     bistro, grill, pizzeria, sushi, trading, enterprise, company, group, international, motor, tailoring, \
     handicraft, centre, center, mobler, sport, varuhus, stormarknad, cykel, ur och guld, blommor, foto, verktyg, \
     leksaker",
);

/// What stands on top of papers and is no name.
const HEADINGS: Phrases = Phrases(
    "invoice, tax invoice, simplified tax invoice, receipt, official receipt, cash receipt, sales receipt, cash \
     bill, cash sales, cash, tax, bill, kvitto, kassakvitto, faktura, rechnung, quittung, kassenbon, beleg, \
     factuur, bon, kassabon, facture, ticket, recu, kvittering, salgskvittering, kuitti, lasku, copy, kopia, \
     kopie, duplicate, original, reprint, order confirmation, orderbekraftelse, bestallning, welcome, valkommen, \
     thank you, tack, customer copy, kundens ex, kundexemplar, merchant copy, page, sida, seite, pagina, delivery \
     note, foljesedel, guest check, table, order, dine in, take away, terms, statement, customer, kund, \
     quotation, proforma, credit note, duplikat, sales invoice, self service, adjustment note, nederland, \
     deutschland, france, danmark, norge, suomi, hong kong",
);

/// What only a company has, and stands near its name.
const REGISTERED: Phrases = Phrases(
    "org nr, orgnr, organisationsnummer, org no, foretaksregisteret, vat, vat no, vat reg, gst, gst id, gst no, \
     gst reg, co no, reg no, co reg, company no, company reg, co no, roc, cvr, kvk, btw, siret, siren, tva, ust \
     id, ustid, ust idnr, steuernummer, steuernr, hrb, amtsgericht, registergericht, y tunnus, momsreg, vat nr, \
     mva",
);

/// What companies of some countries print beside their name.
const CAPITAL: Phrases = Phrases(
    "capital de, siege social, registered in, registered office, sate, sitz der gesellschaft",
);

/// What stands before the name on an account.
const PAYEES: Phrases = Phrases(
    "titulaire du compte, kontoinhaber, account holder, account name, betalningsmottagare, ten name van, tnv, \
     beneficiaire, beneficiary",
);

/// Forms of companies that are no words and no other abbreviations.
const CLEAR: Phrases =
    Phrases("gmbh, b v, bv, sdn bhd, ltd, ab, aps, oy, oyj, sarl, s a r l, inc, llc, n v, plc");

/// How a shop is reached.
const REACHED: Phrases = Phrases(
    "tel, telefon, telephone, phone, fax, tlf, puh, email, e mail, www, http, https, kundtjanst",
);

/// Words of addresses, and of other facts that are no names.
const PLACES: Phrases = Phrases(
    "street, st, road, rd, avenue, ave, lane, floor, level, lot, no, jalan, jln, jl, taman, lorong, lrg, bandar, \
     kampung, kg, persiaran, lebuh, kawasan, perindustrian, industrial, selangor, johor, kuala lumpur, malaysia, \
     pulau, box, postbox, strasse, str, platz, weg, postbus, rue, boulevard, bd, cedex, sverige, sweden",
);

/// Other facts.
const FACTS: Phrases = Phrases(
    "iban, bic, swift, bankgiro, plusgiro, date, datum, time, cashier, kassa, kassor, operator, opening, oppet, \
     oppettider, table, pax, terminal, butik nr, store no, saljare, personal, served by, licensee, vorstand, \
     geschaftsfuhrer, aufsichtsrat, kunde nr",
);

/// The ends of the names of streets.
const STREETS: Phrases = Phrases(
    "gatan, vagen, gata, strasse, straat, gade, laan, katu, allen, torget, weg, plein, vej, veien, gaten, stigen, \
     platsen, grand",
);

/// What stands above the name of the buyer.
const BUYERS: Phrases = Phrases(
    "bill to, billed to, invoice to, sold to, ship to, deliver to, delivery address, customer, kund, \
     leveransadress, fakturaadress, faktureringsadress, mottagare, factuuradres, afleveradres, klant, kunde, \
     rechnungsadresse, lieferadresse, rechnungsempfanger, client, livre a, adresse de facturation, facture a, \
     leveringsadresse, asiakas, attn, to, kopare, koper, till",
);

/// Whether a name ends with the form of a company.
pub(super) fn has_form(words: &str) -> bool {
    let Some((_, rest)) = words.split_once(' ') else {
        return false;
    };
    FORMS.iter().any(|form| {
        let before = rest.strip_suffix(form);
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
    })
}

/// Whether a name has a word that only shops have.
pub(super) fn has_trade(words: &str) -> bool {
    TRADES.are_in(words)
}

/// Whether words stand on top of papers and name nobody.
pub(super) fn is_heading(words: &str) -> bool {
    let meant = |word: &&str| {
        let fills = matches!(
            *word,
            "no" | "nr"
                | "the"
                | "your"
                | "and"
                | "to"
                | "of"
                | "for"
                | "din"
                | "ert"
                | "uw"
                | "ihre"
                | "votre"
                | "till"
        );
        !fills && !word.chars().all(|c| c.is_ascii_digit())
    };
    let rest: Vec<&str> = words.split(' ').filter(meant).collect();
    let long = |heading: &str| {
        heading.len() > 8 && has(words, heading) && words.len() < heading.len() + 12
    };
    rest.iter().all(|word| HEADINGS.contains(word))
        || HEADINGS.contains(&rest.join(" "))
        || HEADINGS.iter().any(long)
}

/// Whether a text tells of what only a company has: a number of one, or its capital.
pub(super) fn is_registered(words: &str, text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    CAPITAL.are_in(words) || digits >= 7 && REGISTERED.are_in(words)
}

/// Whether words say that the name of a company follows, because its account is named.
pub(super) fn is_payee(words: &str) -> bool {
    PAYEES.are_in(words)
}

/// Where the form of a company ends that is followed by something else: the last of them, and none that is also a word.
pub(super) fn form_end(name: &str) -> Option<usize> {
    let mut ends = name
        .char_indices()
        .filter(|(at, c)| *c == ' ' && *at > 0)
        .map(|(at, _)| at);
    let formed = |end: &usize| {
        let words = folded(&name[..*end]);
        let is_last = |form: &str| {
            words
                .strip_suffix(form)
                .is_some_and(|before| before.ends_with(' '))
        };
        // In small letters most forms are words after all.
        let written =
            !name[..*end].ends_with(char::is_lowercase) || is_last("gmbh") || is_last("bhd");
        written && CLEAR.iter().any(is_last)
    };
    ends.rfind(formed)
}

/// Whether a text tells how to reach somebody.
pub(super) fn is_reach(words: &str, text: &str) -> bool {
    text.contains('@') || REACHED.are_in(words)
}

/// Whether a text is of an address.
pub(super) fn is_place(words: &str, text: &str) -> bool {
    let street = |word: &str| {
        STREETS
            .iter()
            .any(|end| word.len() > end.len() && word.ends_with(end))
    };
    PLACES.are_in(words) || words.split(' ').any(street) || has_postcode(text)
}

/// Whether words tell of anything else that is no name.
pub(super) fn is_fact(words: &str) -> bool {
    FACTS.are_in(words)
}

/// Whether a text says that the name and address of the buyer follow.
pub(super) fn is_buyer(words: &str, text: &str) -> bool {
    let count = words.split(' ').count();
    count <= 3 && BUYERS.are_in(words) && (text.trim_end().ends_with(':') || BUYERS.contains(words))
}

/// Whether a text has a postcode: five digits, `123 45`, or `1234 AB`, beside a word.
fn has_postcode(text: &str) -> bool {
    let words: Vec<&str> = text
        .split([' ', ',', '.', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let digits =
        |word: &str, count: usize| word.len() == count && word.bytes().all(|b| b.is_ascii_digit());
    let capitals = |word: &str| word.len() == 2 && word.chars().all(char::is_uppercase);
    let two = |two: &[&str]| {
        digits(two[0], 3) && digits(two[1], 2)
            || digits(two[0], 4) && (capitals(two[1]) || two[1].starts_with(char::is_uppercase))
    };
    words.len() > 1 && words.iter().any(|word| digits(word, 5)) || words.windows(2).any(two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_stands_last() {
        assert!(has_form("nordisk handel ab"));
        assert!(has_form("exempel b v"));
        assert!(has_form("contoh maju sdn bhd"));
        assert!(!has_form("ab kliniken"), "not first");
        assert!(!has_form("ab"), "not alone");
        assert!(!has_form("kvasab"), "not within a word");
    }

    #[test]
    fn what_follows_a_form_is_none_of_the_name() {
        let cut = |name: &'static str| form_end(name).map(|end| &name[..end]);
        assert_eq!(cut("Exempel B.V. iov Butik.com"), Some("Exempel B.V."));
        assert_eq!(
            cut("CONTOH MAJU SDN BHD (12345-X)"),
            Some("CONTOH MAJU SDN BHD")
        );
        assert_eq!(cut("Nordisk Handel AB"), None);
        assert_eq!(cut("Bättre än ab i magen"), None);
    }

    #[test]
    fn headings_name_nobody() {
        for words in [
            "kvitto",
            "tax invoice",
            "kopie factuur",
            "invoice no 123",
            "invoice",
        ] {
            assert!(is_heading(words), "{words}");
        }
        assert!(!is_heading("kvittobutiken ab"));
    }

    #[test]
    fn addresses_are_known_by_street_and_postcode() {
        for (words, text) in [
            ("storgatan 12", "Storgatan 12"),
            ("123 45 mellanstad", "123 45 Mellanstad"),
            ("10115 berlin", "10115 Berlin"),
            ("1234 ab utrecht", "1234 AB Utrecht"),
            ("8000 aarhus", "8000 Aarhus"),
            ("12 rue des lilas", "12 rue des Lilas"),
        ] {
            assert!(is_place(words, text), "{text}");
        }
        assert!(!is_place("nordisk handel ab", "Nordisk Handel AB"));
    }

    #[test]
    fn a_buyer_is_announced() {
        assert!(is_buyer("kund", "Kund:"));
        assert!(is_buyer("bill to", "Bill To"));
        assert!(!is_buyer("kundtjanst", "Kundtjänst:"));
    }
}
