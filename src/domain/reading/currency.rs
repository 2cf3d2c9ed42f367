//! Currencies: what an amount is counted in, by the sign beside it, else by what the page tells of its country.

use super::{
    row::Row,
    word::{Phrases, has},
};
use crate::domain::money::Currency;

/// What stands beside an amount and names a currency, or one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// One currency's own sign or code.
    Of(Currency),
    /// A crown of some country: `kr`.
    Crown,
    /// A dollar of some country: `$`.
    Dollar,
}

/// Signs, and words in small letters, that stand beside an amount.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("ft", "HUF"),
    ("rm", "MYR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("fr", "CHF"),
    ("sfr", "CHF"),
    ("skr", "SEK"),
    ("nkr", "NOK"),
    ("dkr", "DKK"),
    ("us$", "USD"),
    ("s$", "SGD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("hk$", "HKD"),
    ("nz$", "NZD"),
];

/// The codes that are believed in beside an amount: those of countries that a receipt may come from, none of which is
/// also a word.
const CODES: Phrases = Phrases(
    "SEK, EUR, NOK, DKK, ISK, GBP, USD, CHF, PLN, CZK, HUF, RON, BGN, JPY, CNY, MYR, SGD, THB, AUD, NZD, CAD, \
     HKD, INR, IDR, PHP, TRY, ZAR, AED, BRL, MXN, KRW, UAH",
);

fn mark(word: &str) -> Option<Mark> {
    let small = word.to_lowercase();
    match small.as_str() {
        "kr" | "kr." | "kronor" | "kroner" => return Some(Mark::Crown),
        "$" => return Some(Mark::Dollar),
        _ => {}
    }
    let signs = SIGNS.iter().filter(|(sign, _)| *sign == small);
    let codes = CODES.iter().filter(|code| code.eq_ignore_ascii_case(word));
    let code = signs.map(|(_, code)| *code).chain(codes).next()?;
    code.parse().ok().map(Mark::Of)
}

/// A letter of a mark; what else stands beside an amount ends the mark.
fn belongs(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '€' | '£' | '¥' | '$')
}

/// The mark that a text ends with, and its length in bytes.
pub(super) fn mark_at_end(text: &str) -> Option<(Mark, usize)> {
    let inner = text.trim_end_matches([':', '.', '-', '\u{2212}', ' ']);
    let start = inner.rfind(|c: char| !belongs(c)).map_or(0, |at| {
        at + inner[at..].chars().next().map_or(1, char::len_utf8)
    });
    let word = &inner[start..];
    // A word that has lost its space: "Total€", "TotalRM".
    let sign = word.rfind(['€', '£', '¥', '$']);
    let capitals = word.rfind(|c: char| c.is_lowercase());
    let glued = sign
        .or_else(|| capitals.map(|at| at + word[at..].chars().next().map_or(1, char::len_utf8)));
    let whole = mark(word).map(|mark| (mark, text.len() - start));
    whole.or_else(|| Some((mark(&word[glued?..])?, text.len() - start - glued?)))
}

/// The mark that a text begins with.
pub(super) fn mark_at_start(text: &str) -> Option<Mark> {
    let end = text.find(|c: char| !belongs(c)).unwrap_or(text.len());
    mark(&text[..end])
}

/// What tells of a country: phrases as they stand in folded text, the country's currency, and how much that says.
const TRAITS: &[(&str, &str, u8)] = &[
    ("moms", "SEK", 1),
    ("kvitto", "SEK", 3),
    ("vaxel", "SEK", 2),
    ("att betala", "SEK", 3),
    ("orgnr", "SEK", 1),
    ("org nr", "SEK", 1),
    ("organisationsnummer", "SEK", 2),
    ("bankgiro", "SEK", 3),
    ("kontokort", "SEK", 2),
    ("bankkort", "SEK", 1),
    ("oresavrundning", "SEK", 3),
    ("swish", "SEK", 3),
    ("fakturadatum", "SEK", 1),
    ("kronor", "SEK", 3),
    ("mva", "NOK", 3),
    ("a betale", "NOK", 3),
    ("kvittering", "NOK", 1),
    ("foretaksregisteret", "NOK", 4),
    ("cvr", "DKK", 4),
    ("at betale", "DKK", 3),
    ("dankort", "DKK", 4),
    ("belob", "DKK", 2),
    ("heraf moms", "DKK", 2),
    ("y tunnus", "EUR", 4),
    ("yhteensa", "EUR", 4),
    ("alv", "EUR", 3),
    ("mwst", "EUR", 2),
    ("ust", "EUR", 2),
    ("mehrwertsteuer", "EUR", 2),
    ("finanzamt", "EUR", 3),
    ("gmbh", "EUR", 2),
    ("btw", "EUR", 3),
    ("kvk", "EUR", 4),
    ("tva", "EUR", 2),
    ("siret", "EUR", 4),
    ("siren", "EUR", 3),
    ("partita iva", "EUR", 4),
    ("p iva", "EUR", 4),
    ("rappen", "CHF", 4),
    ("schweiz", "CHF", 2),
    ("sdn bhd", "MYR", 4),
    ("sdn", "MYR", 2),
    ("jalan", "MYR", 2),
    ("ringgit", "MYR", 5),
    ("malaysia", "MYR", 3),
    ("selangor", "MYR", 3),
    ("kuala lumpur", "MYR", 3),
    ("pte ltd", "SGD", 4),
    ("gst 6", "MYR", 3),
    ("6 gst", "MYR", 3),
    ("singapore", "SGD", 3),
    ("paragon", "PLN", 2),
    ("nip", "PLN", 2),
    ("vat reg", "GBP", 2),
    ("companies house", "GBP", 3),
    ("united kingdom", "GBP", 3),
    ("great britain", "GBP", 3),
    ("sales tax", "USD", 3),
    ("abn", "AUD", 4),
    ("hst", "CAD", 2),
];

/// What VAT and bank account numbers begin with, and the currency of that country.
const PREFIXES: &[(&str, &str)] = &[
    ("SE", "SEK"),
    ("NO", "NOK"),
    ("DK", "DKK"),
    ("FI", "EUR"),
    ("DE", "EUR"),
    ("AT", "EUR"),
    ("NL", "EUR"),
    ("BE", "EUR"),
    ("FR", "EUR"),
    ("IE", "EUR"),
    ("ES", "EUR"),
    ("IT", "EUR"),
    ("PT", "EUR"),
    ("EE", "EUR"),
    ("GB", "GBP"),
    ("PL", "PLN"),
    ("CHE", "CHF"),
    ("CH", "CHF"),
];

/// What phone numbers and addresses of sites say of a country.
const REACH: &[(&str, &str)] = &[
    ("+46", "SEK"),
    ("+47", "NOK"),
    ("+45", "DKK"),
    ("+358", "EUR"),
    ("+49", "EUR"),
    ("+43", "EUR"),
    ("+31", "EUR"),
    ("+32", "EUR"),
    ("+33", "EUR"),
    ("+44", "GBP"),
    ("+60", "MYR"),
    (".se", "SEK"),
    (".no", "NOK"),
    (".dk", "DKK"),
    (".fi", "EUR"),
    (".de", "EUR"),
    (".nl", "EUR"),
    (".fr", "EUR"),
    (".co.uk", "GBP"),
    (".my", "MYR"),
];

/// How likely each currency is the page's.
#[derive(Clone, Debug, Default)]
pub(super) struct Votes {
    each: Vec<(Currency, u32)>,
    /// Whether amounts are in crowns of some country.
    crowns: bool,
    /// Whether amounts are in dollars of some country.
    dollars: bool,
}

impl Votes {
    /// Counts what all rows say.
    pub(super) fn count(rows: &[Row]) -> Self {
        let mut votes = Self::default();
        for (phrase, code, weight) in TRAITS {
            if rows.iter().any(|row| has(&row.folded, phrase)) {
                votes.add(code, u32::from(*weight));
            }
        }
        for row in rows {
            votes.count_marks(&row.text);
            votes.count_numbers(&row.text);
        }
        // A sign that several countries have says less than a country's own words.
        if votes.crowns {
            votes.add("SEK", 2);
            votes.add("NOK", 1);
            votes.add("DKK", 1);
        }
        if votes.dollars {
            votes.add("USD", 2);
        }
        votes
    }

    fn count_marks(&mut self, text: &str) {
        for word in text
            .split(|c: char| !belongs(c))
            .filter(|word| !word.is_empty())
        {
            // Signs that are also words count only beside an amount.
            let own = CODES.contains(word) || word == "RM" || word == "€";
            if own && let Some(Mark::Of(currency)) = mark(word) {
                self.add(currency.code(), 2);
            }
        }
        for amount in super::amount::amounts(text) {
            match amount.mark {
                Some(Mark::Of(currency)) => self.add(currency.code(), 4),
                Some(Mark::Crown) => self.crowns = true,
                Some(Mark::Dollar) => self.dollars = true,
                None => {}
            }
        }
    }

    fn count_numbers(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            for (prefix, code) in PREFIXES {
                if digits >= 8 && word.starts_with(prefix) {
                    self.add(code, 3);
                }
            }
            for (sign, code) in REACH {
                let phone = sign.starts_with('+') && word.trim_start_matches('(').starts_with(sign);
                let site = sign.starts_with('.')
                    && word.to_lowercase().trim_end_matches('/').ends_with(sign);
                if phone || site {
                    self.add(code, 2);
                }
            }
        }
    }

    fn add(&mut self, code: &str, weight: u32) {
        let Ok(currency) = code.parse::<Currency>() else {
            return;
        };
        match self.each.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, votes)) => *votes += weight,
            None => self.each.push((currency, weight)),
        }
    }

    /// The likeliest of some currencies, all of them when none are named.
    fn likeliest(&self, among: &[&str]) -> Option<Currency> {
        let named = |currency: Currency| among.is_empty() || among.contains(&currency.code());
        let mut best: Option<(Currency, u32)> = None;
        for (currency, votes) in &self.each {
            if named(*currency) && best.is_none_or(|(_, most)| *votes > most) {
                best = Some((*currency, *votes));
            }
        }
        best.map(|(currency, _)| currency)
    }

    /// The currency of an amount with this mark; none when nothing tells.
    pub(super) fn currency(&self, mark: Option<Mark>) -> Option<Currency> {
        match mark {
            Some(Mark::Of(currency)) => Some(currency),
            Some(Mark::Crown) => self.likeliest(&["SEK", "NOK", "DKK", "ISK"]),
            Some(Mark::Dollar) => self.likeliest(&["USD", "AUD", "CAD", "SGD", "NZD", "HKD"]),
            None => self.likeliest(&[]),
        }
    }

    /// Whether the page is of a country that writes the year first.
    pub(super) fn writes_year_first(&self) -> bool {
        self.currency(None) == Some(Currency::SEK)
    }

    /// Whether the page is of the country that writes the month first.
    pub(super) fn writes_month_first(&self) -> bool {
        self.currency(None)
            .is_some_and(|currency| currency.code() == "USD")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::specimen::page;

    fn of(lines: &[&str]) -> Option<&'static str> {
        let rows = super::super::row::rows(&[page(lines)]);
        Votes::count(&rows).currency(None).map(Currency::code)
    }

    #[test]
    fn a_mark_is_read_on_either_side() {
        let sek = "SEK".parse().unwrap();
        assert_eq!(mark_at_end("Total SEK"), Some((Mark::Of(sek), 3)));
        assert_eq!(mark_at_start("SEK varav moms"), Some(Mark::Of(sek)));
        assert_eq!(mark_at_start("kr"), Some(Mark::Crown));
        assert_eq!(mark_at_end("Total $"), Some((Mark::Dollar, 1)));
        assert_eq!(mark_at_end("TotalSEK"), Some((Mark::Of(sek), 3)));
        assert_eq!(mark_at_end("Total"), None);
    }

    #[test]
    fn a_page_without_a_mark_tells_its_country() {
        assert_eq!(
            of(&["KVITTO", "Org.nr 559999-0001", "Moms 25% 10,00"]),
            Some("SEK")
        );
        assert_eq!(of(&["KVITTERING", "MVA 25% 10,00"]), Some("NOK"));
        assert_eq!(of(&["CVR 12345678", "Heraf moms 10,00"]), Some("DKK"));
        assert_eq!(of(&["Nordisk Handel", "VAT SE559999000101"]), Some("SEK"));
        assert_eq!(of(&["Handel GmbH", "inkl. 19% MwSt."]), Some("EUR"));
        assert_eq!(of(&["PERNIAGAAN CONTOH SDN BHD", "GST 6%"]), Some("MYR"));
        assert_eq!(of(&["Tel +44 20 7946 0000"]), Some("GBP"));
        assert_eq!(of(&["Kaffe"]), None);
    }

    #[test]
    fn a_mark_says_more_than_a_country() {
        assert_eq!(
            of(&["KVITTO", "Hotell 100,00 EUR", "Totalt 100,00 EUR"]),
            Some("EUR")
        );
    }

    #[test]
    fn a_crown_is_that_of_the_country() {
        let rows = super::super::row::rows(&[page(&["CVR 12345678", "I alt 10,00 kr"])]);
        let crown = Votes::count(&rows).currency(Some(Mark::Crown));
        assert_eq!(crown.map(Currency::code), Some("DKK"));
    }
}
