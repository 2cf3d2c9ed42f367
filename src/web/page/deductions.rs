//! How age deduction is told: of which kind a thing is, of which price so much is paid, at what age, and why.

use crate::{
    domain::{
        deduction::{Age, Basis, Kind, Payout, Reason, Row, Unknown},
        length::{Length, Unit},
        percent::Percent,
    },
    ui::look::Look,
};

const YEAR: u16 = 12;

/// What a kind of thing is called, where it begins a line.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Bikes => "deduction-kind-bikes",
        Kind::Glasses => "deduction-kind-glasses",
        Kind::Sport => "deduction-kind-sport",
        Kind::Discs => "deduction-kind-discs",
        Kind::Phones => "deduction-kind-phones",
        Kind::Computers => "deduction-kind-computers",
        Kind::Screens => "deduction-kind-screens",
        Kind::Cameras => "deduction-kind-cameras",
        Kind::Clothes => "deduction-kind-clothes",
        Kind::Valuables => "deduction-kind-valuables",
        Kind::Electronics => "deduction-kind-electronics",
        Kind::Appliances => "deduction-kind-appliances",
        Kind::Furniture => "deduction-kind-furniture",
        Kind::Tools => "deduction-kind-tools",
        Kind::Instruments => "deduction-kind-instruments",
        Kind::Other => "deduction-kind-other",
    }
}

/// What a price that percentages are of is called.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::New => "deduction-basis-new",
        Basis::Purchase => "deduction-basis-purchase",
        Basis::Market => "deduction-basis-market",
    }
}

/// `85 %`.
pub fn percent(percent: Percent) -> String {
    format!("{}\u{a0}%", percent.get())
}

/// So many months, in years where they are whole.
pub fn months(look: &Look, months: u16) -> String {
    let (count, unit) = if months.is_multiple_of(YEAR) {
        (months / YEAR, Unit::Year)
    } else {
        (months, Unit::Month)
    };
    Length::new(count, unit).map_or_else(String::new, |length| look.lang.length(length))
}

/// How old a thing is, in whole years and months.
fn age(look: &Look, age: Age) -> String {
    let whole = u16::try_from(age.months).unwrap_or(Length::MOST);
    let (years, rest) = (whole / YEAR, whole % YEAR);
    let told = match (years, rest) {
        (0, 0) => look.text("deduction-age-none"),
        (0, rest) => months(look, rest),
        // Months are told of what is young; later, years are near enough.
        (years, 0) => months(look, years.saturating_mul(YEAR)),
        (years, rest) => {
            let arguments = [
                ("years", months(look, years.saturating_mul(YEAR)).into()),
                ("months", months(look, rest).into()),
            ];
            look.lang.text_with("deduction-age-both", &arguments)
        }
    };
    if age.is_exact {
        told
    } else {
        look.text_with("deduction-age-most", "age", &told)
    }
}

/// What a row pays, from the youngest to the oldest: "100 % upp till 6 månader · 95 % upp till 1 år · sedan 20 %".
pub fn row(look: &Look, row: &Row) -> String {
    let told = |key: &str, share: Percent, length: String| {
        let arguments = [
            ("percent", percent(share).into()),
            ("length", length.into()),
        ];
        look.lang.text_with(key, &arguments)
    };
    if row.steps.is_empty() {
        return told("deduction-any-age", row.then, String::new());
    }
    let steps = row.steps.iter();
    let mut said: Vec<_> = steps
        .map(|step| told("deduction-within", step.percent, months(look, step.months)))
        .collect();
    said.push(told("deduction-then", row.then, String::new()));
    said.join(" · ")
}

/// Why so much is paid: of which price, and by which part of a row.
pub fn reasons(look: &Look, payout: &Payout) -> Vec<String> {
    let lang = look.lang;
    let of = match payout.basis {
        Basis::New => "deduction-of-new",
        Basis::Purchase => "deduction-of-purchase",
        Basis::Market => "deduction-of-market",
    };
    let share = percent(payout.percent);
    let arguments = [
        ("percent", share.clone().into()),
        ("price", lang.money(payout.price).into()),
    ];
    let mut said = vec![lang.text_with(of, &arguments)];
    let (why, length) = match payout.reason {
        Reason::UpTo(limit) => ("deduction-why-within", months(look, limit)),
        Reason::Over(limit) => ("deduction-why-over", months(look, limit)),
        Reason::AnyAge => ("deduction-why-any-age", String::new()),
        Reason::Floor => ("deduction-why-floor", String::new()),
    };
    let old = payout.age.map(|told| age(look, told)).unwrap_or_default();
    let arguments = [
        ("kind", look.text(kind(payout.kind)).into()),
        ("length", length.into()),
        ("age", old.into()),
        ("percent", share.into()),
    ];
    said.push(lang.text_with(why, &arguments));
    if let Some(cap) = payout.capped {
        said.push(look.text_with("deduction-capped", "cap", &lang.money(cap)));
    }
    if let Some(best) = payout.at_best {
        said.push(look.text_with("deduction-at-best", "percent", &percent(best)));
    }
    said
}

/// Why there is no saying what is paid.
pub fn unknown(look: &Look, unknown: Unknown) -> String {
    let key = match unknown {
        Unknown::NoKind => "deduction-no-kind",
        Unknown::NoRow(told) => {
            return look.text_with("deduction-no-row", "kind", &look.text(kind(told)));
        }
        Unknown::NoDate => "deduction-no-date",
        Unknown::NoPrice(Basis::New) => "deduction-no-new",
        Unknown::NoPrice(Basis::Purchase) => "deduction-no-purchase",
        Unknown::NoPrice(Basis::Market) => "deduction-no-market",
        Unknown::NoDateNorPrice(Basis::New) => "deduction-no-date-nor-new",
        Unknown::NoDateNorPrice(Basis::Purchase) => "deduction-no-date-nor-purchase",
        Unknown::NoDateNorPrice(Basis::Market) => "deduction-no-date-nor-market",
        Unknown::NotYet => "deduction-not-yet",
        Unknown::CapCurrency => "deduction-cap-currency",
    };
    look.text(key)
}
