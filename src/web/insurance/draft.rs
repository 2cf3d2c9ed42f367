//! What the form of a policy holds: as it was typed, and read into details.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    domain::{
        country::Country,
        deduction::{Basis, Kind, Row, Step, Table, typical},
        invalid::Invalid,
        lang::Lang,
        money::Currency,
        percent::Percent,
        policy::{Aspect, PolicyDetails, TableChoice},
    },
    error::{Error, Result},
    web::page::typed::Typed,
};

/// What the choice of a table sends.
pub(super) const TYPICAL: &str = "typical";
/// What the choice of an own table sends.
pub(super) const OWN: &str = "own";

/// The name of a field of the row for a kind, as errors call it.
pub(super) fn field(kind: Kind, column: &str) -> String {
    format!("table.rows.{}.{column}", kind.key())
}

/// The name of a part of a step.
pub(super) fn step(kind: Kind, number: usize, part: &str) -> String {
    field(kind, &format!("steps.{number}.{part}"))
}

/// How many steps of a row have fields in a form.
pub(super) fn steps(typed: &Typed, kind: Kind) -> usize {
    let has = |number: &usize| typed.has(&step(kind, *number, "months"));
    (0..Row::STEPS).take_while(has).count()
}

/// The form of a new policy.
pub(super) fn blank(home: Country, today: Date) -> Typed {
    let mut typed = Typed::default();
    typed.add("table", TYPICAL);
    prefill(&mut typed, home, today);
    typed
}

/// The form of a policy as it is.
pub(super) fn typed(details: &PolicyDetails, lang: Lang, home: Country, today: Date) -> Typed {
    let mut typed = Typed::default();
    typed.add("insurer", details.insurer.as_str());
    typed.add("number", details.number.as_str());
    typed.add_money("sum_insured", Some(details.sum_insured), lang);
    for (name, money) in [
        ("single_limit", details.single_limit),
        ("valuables_limit", details.valuables_limit),
        ("deductible", details.deductible),
    ] {
        typed.add_known(name, money.map(|money| lang.money_field(money)));
    }
    typed.add("contact", details.contact.as_str());
    typed.add_known("renews_on", details.renews_on);
    match &details.table {
        TableChoice::Typical => {
            typed.add("table", TYPICAL);
            prefill(&mut typed, home, today);
        }
        TableChoice::Own(table) => {
            typed.add("table", OWN);
            typed.add("table.version", table.version.to_string());
            typed.add("table.source", table.source.as_str());
            fill_in(&mut typed, table, lang);
        }
    }
    typed
}

/// An own table begins as what is usual: whoever reads their terms changes what those say otherwise.
fn prefill(typed: &mut Typed, home: Country, today: Date) {
    typed.add("table.version", today.to_string());
    if let Some(usual) = typical(home) {
        fill_in(typed, &usual.table, Lang::Sv);
    }
}

fn fill_in(typed: &mut Typed, table: &Table, lang: Lang) {
    for (kind, row) in &table.rows {
        typed.add(&field(*kind, "basis"), row.basis.key());
        for (number, told) in row.steps.iter().enumerate() {
            typed.add(&step(*kind, number, "months"), told.months.to_string());
            typed.add(
                &step(*kind, number, "percent"),
                told.percent.get().to_string(),
            );
        }
        typed.add(&field(*kind, "then"), row.then.get().to_string());
        typed.add(&field(*kind, "floor"), row.floor.get().to_string());
        typed.add_known(
            &field(*kind, "cap"),
            row.cap.map(|cap| lang.money_field(cap)),
        );
    }
}

/// Reads the form.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed, household: Currency) -> Result<PolicyDetails> {
    let mut invalid = Invalid::default();
    let sum_insured = typed.money("sum_insured", household, &mut invalid);
    if sum_insured.is_none() && invalid.get("sum_insured").is_none() {
        invalid.push("sum_insured", "error-sum-insured");
    }
    // All its amounts are in the currency of this one.
    let currency = sum_insured.map_or(household, |sum| sum.currency);
    let mut money = |name: &str| typed.money(name, currency, &mut invalid);
    let (single_limit, valuables_limit) = (money("single_limit"), money("valuables_limit"));
    let deductible = money("deductible");
    let renews_on = typed.day(Aspect::RenewsOn.key(), &mut invalid);
    let table = match typed.get("table") {
        OWN => TableChoice::Own(table(typed, currency, &mut invalid)),
        _ => TableChoice::Typical,
    };
    let sum = sum_insured.unwrap_or(crate::domain::money::Money::new(0, currency));
    let details = PolicyDetails {
        insurer: typed.get("insurer").to_owned(),
        number: typed.get("number").to_owned(),
        single_limit,
        valuables_limit,
        deductible,
        contact: typed.get("contact").to_owned(),
        renews_on,
        table,
        ..PolicyDetails::of_sum(sum)
    };
    for (field, why) in details.check().iter() {
        if invalid.get(field).is_none() {
            invalid.push(field, why);
        }
    }
    invalid.or(details).map_err(Error::from)
}

fn table(typed: &Typed, currency: Currency, invalid: &mut Invalid) -> Table {
    let version = typed.day("table.version", invalid);
    if version.is_none() && invalid.get("table.version").is_none() {
        invalid.push("table.version", "error-day");
    }
    let mut rows = BTreeMap::new();
    for kind in Kind::ALL {
        if let Some(basis) = Basis::from_key(typed.get(&field(kind, "basis"))) {
            rows.insert(kind, row(typed, kind, basis, currency, invalid));
        }
    }
    Table {
        insurer: String::new(),
        version: version.unwrap_or(Date::ZERO),
        source: typed.get("table.source").to_owned(),
        is_estimate: false,
        rows,
    }
}

fn row(typed: &Typed, kind: Kind, basis: Basis, currency: Currency, invalid: &mut Invalid) -> Row {
    let mut told = Vec::new();
    for number in 0..steps(typed, kind) {
        let months = typed.get(&step(kind, number, "months"));
        let share = typed.get(&step(kind, number, "percent"));
        if months.is_empty() && share.is_empty() {
            continue;
        }
        match (months.parse(), share.parse()) {
            (Ok(months), Ok(percent)) => told.push(Step { months, percent }),
            _ => invalid.push(field(kind, "steps"), "error-step"),
        }
    }
    let mut percent = |column: &str, otherwise: Option<Percent>| {
        let name = field(kind, column);
        let read = typed.known(&name, invalid, |text| {
            text.parse().map_err(|_| "error-percent")
        });
        read.or(otherwise).unwrap_or_else(|| {
            if invalid.get(&name).is_none() {
                invalid.push(name, "error-percent");
            }
            Percent::NONE
        })
    };
    let then = percent("then", None);
    let floor = percent("floor", Some(Percent::NONE));
    Row {
        basis,
        steps: told,
        then,
        floor,
        cap: typed.money(&field(kind, "cap"), currency, invalid),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::money::Money;

    fn kr(kronor: i64) -> Money {
        Money::new(kronor * 100, Currency::SEK)
    }

    const TODAY: Date = date(2026, 11, 22);

    /// A form with these texts in the place of others.
    fn with(typed: &Typed, changes: &[(&str, &str)]) -> Typed {
        let mut other_form = Typed::default();
        for (name, text) in typed.iter() {
            if !changes.iter().any(|(field, _)| *field == name) {
                other_form.add(name, text);
            }
        }
        for (name, text) in changes {
            other_form.add(name, *text);
        }
        other_form
    }

    fn refused(typed: &Typed) -> Vec<(String, &'static str)> {
        match read(typed, Currency::SEK) {
            Err(Error::Invalid(invalid)) => {
                let told = invalid.iter();
                told.map(|(field, why)| (field.to_owned(), why)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_own_table_begins_as_what_is_usual_and_reads_back() {
        let blank = blank(Country::Se, TODAY);
        let filled = with(
            &blank,
            &[
                ("insurer", "Svalan"),
                ("sum_insured", "1 000 000"),
                ("deductible", "1 500"),
                ("table", "own"),
                ("table.rows.bikes.cap", "30 000"),
            ],
        );
        let details = read(&filled, Currency::SEK).unwrap();
        assert_eq!(details.sum_insured, kr(1_000_000));
        let TableChoice::Own(table) = &details.table else {
            panic!("it is their own");
        };
        let usual = &typical(Country::Se).unwrap().table;
        assert!(!table.is_estimate && table.rows.len() == usual.rows.len());
        let bikes = &table.rows[&Kind::Bikes];
        assert_eq!(bikes.steps, usual.rows[&Kind::Bikes].steps);
        assert_eq!(bikes.cap, Some(kr(30_000)));
        let again = typed(&details, Lang::Sv, Country::Se, TODAY);
        assert_eq!(read(&again, Currency::SEK).unwrap(), details);
    }

    #[test]
    fn a_form_for_what_is_usual_reads_no_rows() {
        let typed = with(
            &blank(Country::Se, TODAY),
            &[
                ("insurer", "Svalan"),
                ("sum_insured", "500"),
                ("sum_insured_currency", "EUR"),
                ("deductible", "10"),
                ("table.rows.bikes.then", "mycket"),
            ],
        );
        let details = read(&typed, Currency::SEK).unwrap();
        assert_eq!(details.table, TableChoice::Typical);
        let euro = details.sum_insured.currency;
        assert_eq!(euro.code(), "EUR");
        assert_eq!(details.deductible, Some(Money::new(1_000, euro)));
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let told = refused(&blank(Country::Se, TODAY));
        let expected = [
            ("sum_insured".to_owned(), "error-sum-insured"),
            ("insurer".to_owned(), "error-name-empty"),
        ];
        assert_eq!(told, expected);
        let typed = with(
            &blank(Country::Se, TODAY),
            &[
                ("insurer", "Svalan"),
                ("sum_insured", "1"),
                ("table", "own"),
                ("table.version", ""),
                ("table.rows.bikes.steps.0.months", ""),
                ("table.rows.glasses.then", "101"),
                ("table.rows.phones.steps.0.months", "600"),
                ("table.rows.discs.cap", "-1"),
            ],
        );
        let expected = [
            ("table.version".to_owned(), "error-day"),
            ("table.rows.bikes.steps".to_owned(), "error-step"),
            ("table.rows.glasses.then".to_owned(), "error-percent"),
            ("table.rows.discs.cap".to_owned(), "error-negative"),
            ("table.rows.phones.steps".to_owned(), "error-steps-order"),
        ];
        let mut told = refused(&typed);
        told.sort();
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(told, expected);
    }
}
