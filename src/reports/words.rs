//! What reports say of a thing in words: its numbers and marks, its owners, and why so much is paid for it.

use crate::{
    domain::{
        deduction::{Basis, Reason},
        identifier::{Identifier, IdentifierKind},
        lang::Lang,
        length::{Length, Unit},
        report::{Carton, Deduction, Entry, Owner},
    },
    i18n::labels,
};

/// What stands between several of a kind.
const BETWEEN: &str = "; ";

/// Whether an identifier is a mark on a thing rather than its number.
fn is_mark(identifier: &Identifier) -> bool {
    let kind = identifier.kind();
    matches!(kind, IdentifierKind::Engraving | IdentifierKind::Marking)
}

/// The numbers by which a thing is told from all others: `Serienummer: A1; IMEI-nummer: 49…`.
pub(super) fn numbers(lang: Lang, entry: &Entry) -> String {
    let numbers = entry.identifiers.iter().filter(|one| !is_mark(one));
    let numbers: Vec<String> = numbers.map(|one| named(lang, one)).collect();
    numbers.join(BETWEEN)
}

/// The marks that it is known by; what is written on it only where that is not left out.
pub(super) fn marks(lang: Lang, entry: &Entry, with_written: bool) -> String {
    let said = Some(entry.marks.clone()).filter(|marks| !marks.is_empty());
    let marks = entry.identifiers.iter().filter(|one| is_mark(one));
    let marks = marks.filter(|_| with_written);
    let marks = said.into_iter().chain(marks.map(|one| named(lang, one)));
    marks.collect::<Vec<_>>().join(BETWEEN)
}

fn named(lang: Lang, identifier: &Identifier) -> String {
    let kind = lang.text(labels::identifier(identifier.kind()));
    format!("{kind}: {}", identifier.text())
}

/// Whose it is: `Anna, Johan`, or with their parts where these differ: `Anna 2/3, Johan 1/3`.
pub(super) fn owners(owners: &[Owner]) -> String {
    let all: u64 = owners.iter().map(|owner| u64::from(owner.parts)).sum();
    let is_even = owners.windows(2).all(|two| two[0].parts == two[1].parts);
    let owners = owners.iter().map(|owner| {
        if is_even {
            owner.name.clone()
        } else {
            format!("{} {}/{all}", owner.name, owner.parts)
        }
    });
    owners.collect::<Vec<_>>().join(", ")
}

/// Why a thing is separate property, or just that it is.
pub(super) fn separate(lang: Lang, entry: &Entry) -> String {
    match entry.separate.as_deref() {
        None => String::new(),
        Some("") => lang.text("reports-separate"),
        Some(why) => lang.text_with("reports-separate-why", &[("why", why.to_owned().into())]),
    }
}

/// Whether it is divided among the household's, or is somebody's own to use.
pub(super) fn use_of(lang: Lang, entry: &Entry) -> String {
    let said = lang.text(if entry.personal {
        "reports-use-personal"
    } else {
        "reports-use-shared"
    });
    if entry.fate.is_empty() {
        said
    } else {
        format!("{said}, {}", entry.fate)
    }
}

/// Why so much is claimed: what a table deducts, or that it is the market value.
pub(super) fn claimed_by(lang: Lang, entry: &Entry) -> String {
    match &entry.deduction {
        Some(paid) => deduction(lang, paid),
        None if entry.is_claimed_at_value() => lang.text("reports-by-market"),
        None => String::new(),
    }
}

/// What was deducted: `55 % av nypriset (högst 4 år)`.
fn deduction(lang: Lang, deduction: &Deduction) -> String {
    let percent = deduction.percent.get();
    let basis = lang.text(match deduction.basis {
        Basis::New => "reports-basis-new",
        Basis::Purchase => "reports-basis-purchase",
        Basis::Market => "reports-basis-market",
    });
    let reason = match deduction.reason {
        Reason::UpTo(months) => {
            lang.text_with("reports-age-up-to", &[("age", age(lang, months).into())])
        }
        Reason::Over(months) => {
            lang.text_with("reports-age-over", &[("age", age(lang, months).into())])
        }
        Reason::AnyAge => lang.text("reports-age-any"),
        Reason::Floor => lang.text("reports-age-floor"),
    };
    let part = lang.text_with(
        "reports-deduction",
        &[
            ("percent", percent.into()),
            ("basis", basis.into()),
            ("reason", reason.into()),
        ],
    );
    let Some(cap) = deduction.capped else {
        return part;
    };
    let cap = lang.text_with("reports-capped", &[("most", lang.money(cap).into())]);
    format!("{part}{BETWEEN}{cap}")
}

/// An age in years where it is whole ones, else in months.
fn age(lang: Lang, months: u16) -> String {
    let (count, unit) = match months {
        12.. if months.is_multiple_of(12) => (months / 12, Unit::Year),
        _ => (months, Unit::Month),
    };
    let length = Length::new(count, unit);
    length.map_or_else(|| months.to_string(), |length| lang.length(length))
}

/// What stands on a box: its number and its name.
pub(super) fn carton(carton: &Carton) -> String {
    let number = carton.number.map(|number| number.to_string());
    let name = Some(carton.name.clone()).filter(|name| !name.is_empty());
    let both: Vec<String> = number.into_iter().chain(name).collect();
    both.join(" ")
}
