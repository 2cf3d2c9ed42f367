//! Rules on how long a right lasts and a paper is kept, read from one file for each country.

mod keeping;
mod rights;

use std::sync::LazyLock;

use jiff::civil::Date;
use minicbor::{Decode, Encode};
use serde::Deserialize;

pub use self::{
    keeping::{Keep, Kept, Law, keep},
    rights::{Burden, Right, rights},
};
use super::{country::Country, lang::Lang, length::Length, words::Words};

/// What a receipt is kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To complain about what was bought.
    #[n(0)]
    Complaint,
    /// To withdraw from a purchase at a distance.
    #[n(1)]
    Withdrawal,
    /// A guarantee.
    #[n(2)]
    Guarantee,
    /// A tax return.
    #[n(3)]
    Tax,
    /// A tax reduction for work at home.
    #[n(4)]
    TaxReduction,
    /// The books of a business of one's own.
    #[n(5)]
    Business,
    /// An improvement of the home, for the tax on its sale.
    #[n(6)]
    Improvement,
    /// A repair that improves the home, likewise.
    #[n(7)]
    Repair,
    /// The purchase of the home.
    #[n(8)]
    Deed,
    /// Rent.
    #[n(9)]
    Rent,
    /// A loan.
    #[n(10)]
    Loan,
    /// A bill, paid.
    #[n(11)]
    Bill,
    /// A valuable, to prove whose it is.
    #[n(12)]
    Valuable,
    /// A claim on an insurance.
    #[n(13)]
    Insurance,
}

super::keyed::keyed!(Purpose {
    Complaint => "complaint",
    Withdrawal => "withdrawal",
    Guarantee => "guarantee",
    Tax => "tax",
    TaxReduction => "tax_reduction",
    Business => "business",
    Improvement => "improvement",
    Repair => "repair",
    Deed => "deed",
    Rent => "rent",
    Loan => "loan",
    Bill => "bill",
    Valuable => "valuable",
    Insurance => "insurance",
});

/// What was agreed on with whom: which of a country's rules on complaints holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Deal {
    /// Goods from a shop.
    #[default]
    #[n(0)]
    Goods,
    /// Goods from a shop that are meant to last much longer than others.
    #[n(1)]
    Durable,
    /// Goods from a private person.
    #[n(2)]
    Private,
    /// Work on things.
    #[n(3)]
    Service,
    /// Work on a house or on land.
    #[n(4)]
    Building,
}

super::keyed::keyed!(Deal {
    Goods => "goods",
    Durable => "durable",
    Private => "private",
    Service => "service",
    Building => "building",
});

/// From which day a term is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trigger {
    /// The day of the purchase or payment.
    Purchase,
    /// The day on which the goods came or the work was done; the day of the purchase where nobody says otherwise.
    Received,
    /// The last day of the year of the purchase.
    YearEnd,
    /// The last ordinary day for the tax return on the year of the purchase, the 2nd of May after it
    /// (skatteförfarandelagen 32 kap. 2 §).
    Filing,
}

/// Until when there is no saying, for nobody knows the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Open {
    /// As long as it is owned.
    Owned,
    /// As long as a guarantee lasts.
    Guarantee,
    /// As long as there may be a claim.
    Claim,
    /// As long as such a thing may be expected to last.
    Lifespan,
}

super::keyed::keyed!(Open {
    Owned => "owned",
    Guarantee => "guarantee",
    Claim => "claim",
    Lifespan => "lifespan",
});

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// So long from a day that is known.
    Dated(Trigger, Length),
    /// Until something that has no day yet, and so long after it. Never shown as a date.
    Open(Open, Option<Length>),
}

/// When something was bought, and when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The day of the purchase or payment.
    pub on: Date,
    /// The day on which the goods came or the work was done, where it was another.
    pub received: Option<Date>,
}

impl Purchase {
    /// The day from which a term is counted.
    #[must_use]
    pub fn day_of(self, trigger: Trigger) -> Date {
        match trigger {
            Trigger::Purchase => self.on,
            Trigger::Received => self.received.unwrap_or(self.on),
            Trigger::YearEnd => self.on.last_of_year(),
            Trigger::Filing => {
                // Two days after the first of May there is always a calendar, but for its very last year.
                Date::new(self.on.year().saturating_add(1), 5, 2).unwrap_or(Date::MAX)
            }
        }
    }
}

/// One version of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name among all countries' rules, the same in every version: `se.goods.complaint`.
    pub id: String,
    /// The country whose rule it is.
    pub country: Country,
    /// The edition of the country's file, a day.
    pub edition: Date,
    /// What it is about.
    pub purpose: Purpose,
    /// For which purchases it holds, where that matters.
    pub deal: Option<Deal>,
    /// The first day of purchase that it holds for.
    pub valid_from: Option<Date>,
    /// The last day of purchase that it holds for.
    pub valid_to: Option<Date>,
    /// How long.
    pub term: Term,
    /// For how long the seller has to prove that a fault was not there from the beginning; then the buyer that it was.
    pub seller_proves: Option<Length>,
    /// How soon after finding a fault it is always in time to complain.
    pub notice: Option<Length>,
    /// Where it is found: a law and its section.
    pub source: String,
    name: Words,
    note: Option<Words>,
}

impl Rule {
    /// What it is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.name.of(lang)
    }

    /// What else there is to say.
    #[must_use]
    pub fn note(&self, lang: Lang) -> Option<&str> {
        self.note.as_ref().map(|note| note.of(lang))
    }

    /// Whether it holds for what was bought on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// The rules of a country for a purpose that hold for what is bought on a day: those of all countries where it has none of
/// its own for that purpose.
pub fn on(country: Country, purpose: Purpose, day: Date) -> impl Iterator<Item = &'static Rule> {
    let of = move |country| move |rule: &&Rule| rule.country == country && rule.purpose == purpose;
    let country = all().find(of(country)).map_or(Country::Eu, |_| country);
    all()
        .filter(of(country))
        .filter(move |rule| rule.holds_on(day))
}

/// Every version of every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter()
}

/// A file, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    country: String,
    version: Date,
    rule: Vec<WrittenRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenRule {
    id: String,
    purpose: Purpose,
    deal: Option<Deal>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    from: Option<Trigger>,
    length: Option<Length>,
    open: Option<Open>,
    then: Option<Length>,
    seller_proves: Option<Length>,
    notice: Option<Length>,
    source: String,
    sv: String,
    en: String,
    sv_note: Option<String>,
    en_note: Option<String>,
}

impl WrittenRule {
    fn read(self, country: Country, edition: Date) -> Option<Rule> {
        let term = match (self.from, self.length, self.open, self.then) {
            (Some(trigger), Some(length), None, None) => Term::Dated(trigger, length),
            (None, None, Some(open), then) => Term::Open(open, then),
            _ => return None,
        };
        let note = match (self.sv_note, self.en_note) {
            (Some(sv), Some(en)) => Some(Words { sv, en }),
            (None, None) => None,
            _ => return None,
        };
        Some(Rule {
            id: self.id,
            country,
            edition,
            purpose: self.purpose,
            deal: self.deal,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            term,
            seller_proves: self.seller_proves,
            notice: self.notice,
            source: self.source,
            name: Words {
                sv: self.sv,
                en: self.en,
            },
            note,
        })
    }
}

/// The rules that a file holds; none where it is not written as it should be, which a test rules out for ours.
fn read(file: &str) -> Option<Vec<Rule>> {
    let written: Written = toml::from_str(file).ok()?;
    let country = Country::from_key(&written.country)?;
    let rules = written.rule.into_iter();
    rules
        .map(|rule| rule.read(country, written.version))
        .collect()
}

macro_rules! files {
    ($($country:literal)+) => {
        [$(include_str!(concat!("../../../assets/rules/", $country, ".toml"))),+]
    };
}

/// The countries' files, as they are built in.
static FILES: [&str; Country::ALL.len()] =
    files!("se" "no" "dk" "fi" "is" "de" "pl" "nl" "be" "fr" "es" "pt" "it" "at" "ie" "gb" "eu");

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| FILES.into_iter().filter_map(read).flatten().collect());

#[cfg(test)]
mod tests;
