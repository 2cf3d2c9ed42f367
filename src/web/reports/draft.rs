//! What the form of a new report holds, and what that asks for.

use std::collections::BTreeSet;

use crate::{
    domain::{
        invalid::Invalid,
        lang::Lang,
        money::Currency,
        rate::Rate,
        report::{Part, ReportDetails, ReportKind},
    },
    error::{Error, Result},
    web::page::typed::Typed,
};

/// What the fields of rates begin with; the currency that each is of follows.
const RATE: &str = "rate-";

/// The form for a kind of report, filled in with what is asked for.
pub(super) fn typed(details: &ReportDetails) -> Typed {
    let mut typed = Typed::default();
    typed.add("kind", details.kind.key());
    typed.add("language", details.language.tag());
    typed.add_known("incident", details.incident);
    typed.add_known("division", details.division);
    typed.add_known("item", details.item);
    typed.add_known("place", details.place);
    typed.add_known("person", details.person);
    typed.add_known("category", details.category);
    typed.add_known("on", details.on);
    typed.add("search", details.search.as_str());
    // A box that is ticked says what is in it.
    for part in Part::ALL {
        if details.shows(part) {
            typed.add("with", part.key());
        }
    }
    if details.include_private {
        typed.add("private", "1");
    }
    for rate in &details.rates {
        typed.add(&rate_field(rate.from()), rate.each());
    }
    typed
}

/// The field for what one of a currency is worth in the household's.
pub(super) fn rate_field(from: Currency) -> String {
    format!("{RATE}{from}")
}

/// Reads the form. Rates are into the household's currency.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub(super) fn read(typed: &Typed, reader: Lang, household: Currency) -> Result<ReportDetails> {
    let mut invalid = Invalid::default();
    let Some(kind) = ReportKind::from_key(typed.get("kind")) else {
        return Err(Error::invalid("kind", "error-choice"));
    };
    let language = typed.known("language", &mut invalid, |tag| {
        Lang::from_tag(tag).ok_or("error-choice")
    });
    // One tap asks for a report of a kind as it is; a form says what is in it.
    let leave_out: BTreeSet<Part> = if typed.has("chosen") {
        let with = typed.all("with");
        let is_out = |part: &Part| kind.has(*part) && !with.iter().any(|key| key == part.key());
        Part::ALL.into_iter().filter(is_out).collect()
    } else {
        BTreeSet::new()
    };
    let details = ReportDetails {
        incident: id(typed, "incident", &mut invalid),
        division: id(typed, "division", &mut invalid),
        item: id(typed, "item", &mut invalid),
        place: id(typed, "place", &mut invalid),
        person: id(typed, "person", &mut invalid),
        category: id(typed, "category", &mut invalid),
        search: typed.get("search").to_owned(),
        on: typed.day("on", &mut invalid),
        leave_out,
        include_private: typed.get("private") == "1",
        rates: rates(typed, household, &mut invalid),
        ..ReportDetails::of(kind, language.unwrap_or(reader))
    };
    invalid.merge(details.check());
    invalid.or(details).map_err(Error::from)
}

fn id<T: std::str::FromStr>(typed: &Typed, field: &str, invalid: &mut Invalid) -> Option<T> {
    typed.known(field, invalid, |id| id.parse().map_err(|_| "error-gone"))
}

fn rates(typed: &Typed, household: Currency, invalid: &mut Invalid) -> Vec<Rate> {
    let given = typed.iter().filter(|(_, text)| !text.trim().is_empty());
    let mut rates = Vec::new();
    for (field, text) in given {
        let Some(code) = field.strip_prefix(RATE) else {
            continue;
        };
        let rate = code.parse().ok();
        match rate.and_then(|from| Rate::parse(from, household, text).ok()) {
            Some(rate) => rates.push(rate),
            None => invalid.push(field, "error-rate"),
        }
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_back_what_it_was_filled_with() {
        let mut details = ReportDetails::of(ReportKind::Inventory, Lang::En);
        details.leave_out.insert(Part::Prices);
        details.include_private = true;
        let euro = "EUR".parse().unwrap();
        details.rates = vec![Rate::parse(euro, Currency::SEK, "11,43").unwrap()];
        let mut form = typed(&details);
        form.add("chosen", "1");
        assert_eq!(read(&form, Lang::Sv, Currency::SEK).unwrap(), details);
    }

    #[test]
    fn one_tap_asks_for_all_of_it_in_the_readers_language() {
        let mut tap = Typed::default();
        tap.add("kind", "inventory");
        let asked = read(&tap, Lang::Sv, Currency::SEK).unwrap();
        assert_eq!(asked, ReportDetails::of(ReportKind::Inventory, Lang::Sv));
        tap = Typed::default();
        tap.add("kind", "police_list");
        let Err(Error::Invalid(invalid)) = read(&tap, Lang::Sv, Currency::SEK) else {
            panic!("it was taken");
        };
        assert_eq!(invalid.get("incident"), Some("error-report-incident"));
    }

    #[test]
    fn what_is_no_rate_is_told_beside_its_field() {
        for (field, text) in [("rate-EUR", "elva"), ("rate-EUR", "0"), ("rate-SEK", "1")] {
            let mut form = typed(&ReportDetails::of(ReportKind::Inventory, Lang::Sv));
            form.add(field, text);
            let Err(Error::Invalid(invalid)) = read(&form, Lang::Sv, Currency::SEK) else {
                panic!("{field} {text} was taken");
            };
            assert_eq!(invalid.get(field), Some("error-rate"));
        }
    }
}
