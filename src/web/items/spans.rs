//! From–to as people type and read it: worth in the household's currency, and when something was acquired.

use jiff::civil::Date;

use crate::{
    domain::{
        dates::PartialDate,
        invalid::Invalid,
        lang::Lang,
        money::{Currency, Money},
        query::{ItemQuery, Span},
    },
    ui::look::Look,
};

/// The fields that take an amount.
const WORTH: [&str; 2] = ["worth_from", "worth_to"];
/// The fields that take a day, a month or a year.
const WHEN: [&str; 2] = ["when_from", "when_to"];

/// What stands in the fields of both spans, right or wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// The least and the most worth.
    pub(super) worth: [String; 2],
    /// The first and the last time.
    pub(super) when: [String; 2],
    /// What could not be read.
    pub(super) invalid: Invalid,
}

impl Typed {
    /// What the fields show for a view.
    pub(super) fn of(query: &ItemQuery, currency: Currency, lang: Lang) -> Self {
        let worth = |minor: Option<i64>| {
            minor.map_or_else(String::new, |minor| {
                lang.money_field(Money::new(minor, currency))
            })
        };
        let when =
            |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.to_string());
        Self {
            worth: [worth(query.value.from), worth(query.value.to)],
            when: [
                when(query.acquired.from.map(beginning)),
                when(query.acquired.to.map(end)),
            ],
            invalid: Invalid::default(),
        }
    }

    /// Reads a list's query string with such fields in it: the view that they ask for, and what they hold when one of
    /// them cannot be read.
    pub(super) fn read(
        pairs: &[(String, String)],
        currency: Currency,
        lang: Lang,
    ) -> (ItemQuery, Result<(), Self>) {
        let mut link = form_urlencoded::Serializer::new(String::new());
        let is_typed = |name: &str| WORTH.contains(&name) || WHEN.contains(&name);
        link.extend_pairs(pairs.iter().filter(|(name, _)| !is_typed(name)));
        let (query, _) = ItemQuery::parse(&link.finish());
        let query = query.first_page();
        let mut typed = Self::of(&query, currency, lang);
        let (mut value, mut acquired) = (query.value, query.acquired);
        for (name, text) in pairs {
            let text = text.trim();
            if let Some(at) = WORTH.iter().position(|field| field == name) {
                text.clone_into(&mut typed.worth[at]);
                let read = read_worth(text, currency);
                let read = read.unwrap_or_else(|()| typed.refuse(WORTH[at], "items-span-worth"));
                *ends(&mut value)[at] = read;
            } else if let Some(at) = WHEN.iter().position(|field| field == name) {
                text.clone_into(&mut typed.when[at]);
                let read = read_when(text, at == 1);
                let read = read.unwrap_or_else(|()| typed.refuse(WHEN[at], "items-span-when"));
                *ends(&mut acquired)[at] = read;
            }
        }
        let query = query.with_value(value).with_acquired(acquired);
        if typed.invalid.is_empty() {
            (query, Ok(()))
        } else {
            (query, Err(typed))
        }
    }

    fn refuse<T>(&mut self, field: &str, why: &'static str) -> Option<T> {
        self.invalid.push(field, why);
        None
    }
}

fn ends<T>(span: &mut Span<T>) -> [&mut Option<T>; 2] {
    [&mut span.from, &mut span.to]
}

fn read_worth(text: &str, currency: Currency) -> Result<Option<i64>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let worth = Money::parse(text, currency).map_err(drop)?;
    (worth.minor >= 0).then_some(Some(worth.minor)).ok_or(())
}

fn read_when(text: &str, last: bool) -> Result<Option<Date>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let date: PartialDate = text.parse().map_err(drop)?;
    Ok(Some(if last {
        date.last_day()
    } else {
        date.first_day()
    }))
}

/// A first day as a person would write it: the first of January is the year.
fn beginning(day: Date) -> PartialDate {
    if day == day.first_of_year() {
        PartialDate::Year(day.year())
    } else if day == day.first_of_month() {
        PartialDate::Month(day.year(), day.month())
    } else {
        PartialDate::Day(day)
    }
}

/// A last day as a person would write it: the last of December is the year.
fn end(day: Date) -> PartialDate {
    if day == day.last_of_year() {
        PartialDate::Year(day.year())
    } else if day == day.last_of_month() {
        PartialDate::Month(day.year(), day.month())
    } else {
        PartialDate::Day(day)
    }
}

/// A year's first to its last day.
pub(super) fn year(year: i16) -> Option<Span<Date>> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(Span {
        from: Some(first),
        to: Some(first.last_of_year()),
    })
}

/// A span of worth in words: `500–1 000 kr`.
pub(super) fn worth_in_words(span: Span<i64>, currency: Currency, look: &Look) -> String {
    let money = |minor| look.lang.money(Money::new(minor, currency));
    // A span that ends right before the next round amount is read as ending there: nobody says 499,99.
    let round = |to: i64| to.checked_add(1).filter(|next| next % 100 == 0);
    match (span.from, span.to) {
        (Some(from), Some(to)) => look.lang.money_span(
            Money::new(from, currency),
            Money::new(round(to).unwrap_or(to), currency),
        ),
        (Some(from), None) => look.text_with("items-span-from", "from", &money(from)),
        (None, Some(to)) => match round(to) {
            Some(next) => look.text_with("items-span-under", "to", &money(next)),
            None => look.text_with("items-span-to", "to", &money(to)),
        },
        (None, None) => String::new(),
    }
}

/// A span of time in words: `2019`, `maj 2019–2021`.
pub(super) fn when_in_words(span: Span<Date>, look: &Look) -> String {
    let from = span.from.map(beginning);
    let to = span.to.map(end);
    match (from, to) {
        (Some(from), Some(to)) if from == to => look.lang.date(from),
        (Some(from), Some(to)) => format!("{}–{}", look.lang.date(from), look.lang.date(to)),
        (Some(from), None) => look.text_with("items-span-since", "from", &look.lang.date(from)),
        (None, Some(to)) => look.text_with("items-span-until", "to", &look.lang.date(to)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (ItemQuery, Result<(), Typed>) {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Typed::read(&pairs, Currency::SEK, Lang::Sv)
    }

    #[test]
    fn kronor_become_minor_units_and_years_their_days() {
        let (query, typed) = read(&[
            ("q", "cykel"),
            ("worth_from", "1 500 kr"),
            ("worth_to", ""),
            ("when_from", "2019"),
            ("when_to", "2020-05"),
        ]);
        assert_eq!(typed, Ok(()));
        assert_eq!(
            query.to_query_string(),
            "q=cykel&value_from=150000&acquired_from=2019-01-01&acquired_to=2020-05-31"
        );
    }

    #[test]
    fn an_emptied_field_opens_its_end_of_the_span() {
        let (query, _) = read(&[
            ("value_from", "100"),
            ("value_to", "200"),
            ("worth_from", "1"),
            ("worth_to", " "),
        ]);
        assert_eq!(query.to_query_string(), "value_from=100");
    }

    #[test]
    fn what_cannot_be_read_is_kept_and_said() {
        let (query, typed) = read(&[("worth_from", "tolv"), ("when_to", "snart")]);
        let typed = typed.unwrap_err();
        assert!(!query.is_filtered());
        assert_eq!(
            (typed.worth[0].as_str(), typed.when[1].as_str()),
            ("tolv", "snart")
        );
        assert!(typed.invalid.get("worth_from").is_some());
        assert!(typed.invalid.get("when_to").is_some());
    }

    #[test]
    fn the_fields_show_what_was_typed_in_them() {
        let (query, _) = read(&[
            ("worth_to", "99,50"),
            ("when_from", "2019-05"),
            ("when_to", "2019"),
        ]);
        let shown = Typed::of(&query, Currency::SEK, Lang::Sv);
        assert_eq!(shown.worth, ["", "99,50"]);
        assert_eq!(shown.when, ["2019-05", "2019"]);
    }

    #[test]
    fn spans_are_read_as_people_say_them() {
        let look = Look::default();
        let worth = |from, to| {
            worth_in_words(Span { from, to }, Currency::SEK, &look).replace('\u{a0}', " ")
        };
        assert_eq!(worth(Some(10_000), Some(49_999)), "100–500 kr");
        assert_eq!(worth(None, Some(9_999)), "under 100 kr");
        assert_eq!(worth(None, Some(10_000)), "högst 100 kr");
        assert_eq!(worth(Some(5_000_000), None), "minst 50 000 kr");
        assert_eq!(when_in_words(year(2019).unwrap(), &look), "2019");
    }
}
