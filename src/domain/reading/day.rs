//! Days: dates as they are printed in any usual form, found in a row of text.

use jiff::civil::Date;

use super::word::{Phrases, folded};

/// Which number of a date comes first, where more than one can be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// 18/03/2018
    Day,
    /// 03/18/2018
    Month,
    /// 18-03-18 of a country that writes 2018-03-18
    Year,
}

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    /// The orders in which its numbers make a date; all of them where they cannot be mistaken.
    pub(super) order: Option<Order>,
    /// Whether it is no more than digits in a row, which may be anything.
    pub(super) bare: bool,
    /// The offsets in bytes where it begins and ends.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The names of months in folded letters, from January: what three or more letters of any of them begin.
const MONTHS: [Phrases; 12] = [
    Phrases(
        "januari, january, januar, janvier, jaenner, janner, tammikuu, tammikuuta, enero, gennaio",
    ),
    Phrases(
        "februari, february, februar, fevrier, feb, fevr, helmikuu, helmikuuta, febrero, febbraio",
    ),
    Phrases("mars, march, marz, maerz, maart, mrt, marts, maaliskuu, maaliskuuta, marzo"),
    Phrases("april, avril, avr, huhtikuu, huhtikuuta, abril, aprile"),
    Phrases("maj, may, mai, mei, toukokuu, toukokuuta, mayo, maggio"),
    Phrases("juni, june, juin, kesakuu, kesakuuta, junio, giugno"),
    Phrases("juli, july, juillet, juil, heinakuu, heinakuuta, julio, luglio"),
    Phrases("augusti, august, augustus, aout, elokuu, elokuuta, agosto"),
    Phrases("september, septembre, sept, syyskuu, syyskuuta, septiembre, settembre"),
    Phrases("oktober, october, octobre, okt, lokakuu, lokakuuta, octubre, ottobre"),
    Phrases("november, novembre, marraskuu, marraskuuta, noviembre"),
    Phrases("december, desember, dezember, decembre, joulukuu, joulukuuta, diciembre, dicembre"),
];

/// The month, counted from 1, that a word names in full or by its first letters.
fn month(word: &str) -> Option<i8> {
    let word = folded(word);
    let letters = word.chars().count();
    let named = |names: &Phrases| {
        names
            .iter()
            .any(|name| name == word || (3..=4).contains(&letters) && name.starts_with(&word))
    };
    // "mar" begins marraskuu too: the first month in the year has it.
    let at = MONTHS.iter().position(named)?;
    i8::try_from(at + 1).ok()
}

/// A piece of a text that may be part of a date.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    from: usize,
    digits: bool,
}

impl Token<'_> {
    const fn to(&self) -> usize {
        self.from + self.text.len()
    }

    fn number(&self) -> Option<i16> {
        (self.digits && self.text.len() <= 4).then(|| self.text.parse().ok())?
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |c: char| match c {
        _ if c.is_ascii_digit() => 1,
        _ if c.is_alphabetic() => 2,
        _ => 0,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut before = 0;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        match tokens.last_mut() {
            Some(token) if now == before && now != 0 => {
                token.text = &text[token.from..at + c.len_utf8()];
            }
            _ if now != 0 => tokens.push(Token {
                text: &text[at..at + c.len_utf8()],
                from: at,
                digits: now == 1,
            }),
            _ => {}
        }
        before = now;
    }
    tokens
}

/// The dates of a text, from left to right, none after today or before 1990. Where the order of its numbers can be
/// mistaken a date comes once for each order.
pub(super) fn days(text: &str, today: Date) -> Vec<Day> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = &tokens[at..];
        let days = numbered(text, here)
            .or_else(|| named(text, here))
            .or_else(|| bare(text, here));
        let Some((days, used)) = days else {
            at += 1;
            continue;
        };
        found.extend(
            days.into_iter()
                .filter(|day| is_believable(day.date, today)),
        );
        at += used;
    }
    found
}

fn is_believable(date: Date, today: Date) -> bool {
    date <= today && date.year() >= 1990
}

/// Days, and how many tokens they are made of.
type Found = Option<(Vec<Day>, usize)>;

/// Three numbers with the same sign between them: `18/03/2018`, `2018-03-18`, `18. 03. 18`.
fn numbered(text: &str, tokens: &[Token<'_>]) -> Found {
    let [first, second, third, ..] = tokens else {
        return None;
    };
    let between = |one: &Token<'_>, other: &Token<'_>| text[one.to()..other.from].trim();
    let sign = between(first, second);
    if !matches!(sign, "/" | "-" | "." | "–") || between(second, third) != sign {
        return None;
    }
    let before = text[..first.from].chars().next_back();
    if before.is_some_and(|c| {
        matches!(c, '/' | '.' | '-')
            && text[..first.from - 1].ends_with(|c: char| c.is_ascii_digit())
    }) {
        return None;
    }
    if is_code(&text[..first.from]) {
        return None;
    }
    if second.digits && (second.text.len() > 2 || first.text.len() > 4) {
        return None;
    }
    let (last, to) = year_of(text, third)?;
    let day = |date: Date, order| Day {
        date,
        order,
        bare: false,
        from: first.from,
        to,
    };
    if !second.digits {
        // 10-Mar-18
        let month = month(second.text)?;
        let date = date(long(last)?, month, first.number()?)?;
        return Some((vec![day(date, None)], 3));
    }
    let (one, two) = (first.number()?, second.number()?);
    if first.text.len() == 4 {
        let date = date(one, i8::try_from(two).ok()?, last.number)?;
        return Some((vec![day(date, None)], 3));
    }
    let year = long(last);
    let orders = [
        (Order::Day, year, two, one),
        (Order::Month, year, one, two),
        (Order::Year, short(one, first.text.len()), two, last.number),
    ];
    let mut days: Vec<Day> = Vec::new();
    for (order, year, month, number) in orders {
        if order == Order::Year && last.length != 2 {
            continue;
        }
        let dated = year.zip(i8::try_from(month).ok());
        if let Some(date) = dated.and_then(|(year, month)| date(year, month, number)) {
            days.push(day(date, Some(order)));
        }
    }
    Some((days, 3))
}

/// Whether what a number touches is the beginning of a code, as in `HC03`, and not a word that has lost its space.
fn is_code(before: &str) -> bool {
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic());
    let (small, large): (Vec<char>, Vec<char>) = letters.partition(|c| c.is_lowercase());
    small.is_empty() && (1..=3).contains(&large.len())
}

/// The last number of a date, which may have lost the space before the time that follows.
#[derive(Clone, Copy)]
struct Last {
    number: i16,
    length: usize,
}

fn year_of(text: &str, token: &Token<'_>) -> Option<(Last, usize)> {
    if !token.digits {
        return None;
    }
    let rest = &text[token.to()..];
    let time_follows = rest.starts_with(':') && token.text.len() > 2;
    let length = match token.text.len() {
        2 | 4 if !time_follows => token.text.len(),
        3 | 4 if time_follows => 2,
        5 | 6 if time_follows => 4,
        1 => 1,
        _ => return None,
    };
    let number = token.text[..length].parse().ok()?;
    Some((Last { number, length }, token.from + length))
}

/// The year of a last number.
fn long(last: Last) -> Option<i16> {
    match last.length {
        4 => Some(last.number),
        length => short(last.number, length),
    }
}

/// The year that two digits mean.
const fn short(number: i16, length: usize) -> Option<i16> {
    match (length, number) {
        (2, 90..) => Some(1900 + number),
        (2, _) => Some(2000 + number),
        _ => None,
    }
}

fn date(year: i16, month: i8, day: i16) -> Option<Date> {
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// A month by its name: `10 MAR 2018`, `3 maj 2024`, `OCT 3, 2016`, `2018 Mar 10`, `3rd of May 2024`.
fn named(text: &str, tokens: &[Token<'_>]) -> Found {
    let filler = |token: &&Token<'_>| {
        token.digits
            || !matches!(
                folded(token.text).as_str(),
                "st" | "nd" | "rd" | "th" | "of" | "de" | "er" | "den"
            )
    };
    let near: Vec<&Token<'_>> = tokens.iter().take(6).filter(filler).take(3).collect();
    let [first, second, third] = near[..] else {
        return None;
    };
    let close = |one: &Token<'_>, other: &Token<'_>| {
        let gap = &text[one.to()..other.from];
        gap.chars().all(|c| {
            c.is_alphabetic() || matches!(c, ' ' | '.' | ',' | '-' | '/' | '\'' | '’' | '\u{a0}')
        })
    };
    if !close(first, second) || !close(second, third) || !(first.digits || second.digits) {
        return None;
    }
    let used = tokens.iter().position(|token| token.from == third.from)? + 1;
    let (last, to) = year_of(text, third)?;
    let (month, day, year) = if first.digits {
        let month = month(second.text)?;
        if first.text.len() == 4 {
            (month, last.number, first.number()?)
        } else {
            (month, first.number()?, long(last)?)
        }
    } else {
        (month(first.text)?, second.number()?, long(last)?)
    };
    let day = Day {
        date: date(year, month, day)?,
        order: None,
        bare: false,
        from: first.from,
        to,
    };
    Some((vec![day], used))
}

/// Eight or six digits: `20180318`, `180318`.
fn bare(text: &str, tokens: &[Token<'_>]) -> Found {
    let token = tokens.first().filter(|token| token.digits)?;
    let part = |from: usize, to: usize| token.text.get(from..to)?.parse::<i16>().ok();
    let stands_alone = !text[..token.from].ends_with(['-', '.', ',', '/', ':', '+'])
        && !text[token.to()..].starts_with(['-', '.', ',', '/', ':']);
    let (year, month, day) = match token.text.len() {
        8 if stands_alone => (part(0, 4)?, part(4, 6)?, part(6, 8)?),
        6 if stands_alone => (short(part(0, 2)?, 2)?, part(2, 4)?, part(4, 6)?),
        _ => return None,
    };
    let day = Day {
        date: date(year, i8::try_from(month).ok()?, day)?,
        order: None,
        bare: true,
        from: token.from,
        to: token.to(),
    };
    Some((vec![day], 1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 27);

    fn found(text: &str) -> Vec<String> {
        let days = days(text, TODAY).into_iter();
        days.map(|day| day.date.to_string()).collect()
    }

    #[test]
    fn every_usual_form_is_read() {
        for text in [
            "18/03/2018",
            "18-03-2018",
            "18.03.2018",
            "18. 3. 2018",
            "2018-03-18",
            "2018/03/18 17:37",
            "18/03/201817:37",
            "Date:18/03/2018",
            "18 MAR 2018",
            "18MAR2018",
            "18-Mar-18",
            "MAR 18, 2018",
            "March 18th, 2018",
            "18 mars 2018",
            "den 18 mars 2018",
            "18. März 2018",
            "18 maart 2018",
            "18. marts 2018",
            "le 18 mars 2018",
            "18. maaliskuuta 2018",
            "2018 Mar 18",
            "20180318",
            "180318",
        ] {
            assert_eq!(found(text), ["2018-03-18"], "{text}");
        }
    }

    #[test]
    fn months_are_known_in_eight_languages() {
        for (text, month) in [
            ("1 januari 2020", 1),
            ("1. helmikuuta 2020", 2),
            ("1 mrt 2020", 3),
            ("1 avril 2020", 4),
            ("1 maj 2020", 5),
            ("1 mei 2020", 5),
            ("1. Juni 2020", 6),
            ("1 juillet 2020", 7),
            ("1 août 2020", 8),
            ("1 sept. 2020", 9),
            ("1. okt 2020", 10),
            ("1 November 2020", 11),
            ("1. desember 2020", 12),
            ("1. Dezember 2020", 12),
        ] {
            let days = days(text, TODAY);
            assert_eq!(days.len(), 1, "{text}");
            assert_eq!(days[0].date, date(2020, month, 1), "{text}");
        }
    }

    #[test]
    fn an_order_that_can_be_mistaken_is_left_open() {
        assert_eq!(
            found("12-01-19"),
            ["2019-01-12", "2019-12-01", "2012-01-19"]
        );
        assert_eq!(found("05/01/2018"), ["2018-01-05", "2018-05-01"]);
        assert_eq!(
            found("03/18/2018"),
            ["2018-03-18"],
            "there is no eighteenth month"
        );
    }

    #[test]
    fn days_to_come_and_days_long_past_are_left_out() {
        assert_eq!(found("28/11/2026"), [""; 0]);
        assert_eq!(found("27/11/2026"), ["2026-11-27"]);
        assert_eq!(found("31.12.1989"), [""; 0]);
    }

    #[test]
    fn what_is_no_date_is_left_out() {
        for text in [
            "12:30:15",
            "556677-8899",
            "31/02/2018",
            "1.234.567",
            "25.00",
            "kl 18.03",
            "HC03-7 - 15",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_date_says_where_it_stands() {
        let text = "Datum: 18 mars 2018 kl 12";
        let day = days(text, TODAY)[0];
        assert_eq!(&text[day.from..day.to], "18 mars 2018");
    }

    proptest! {
        #[test]
        fn no_date_to_come_is_found(text in "[0-9]{1,4}[/. -][0-9a-z]{1,4}[/. -][0-9]{1,6}(:[0-9]{2})?|[0-9]{6,8}|\\PC*") {
            for day in days(&text, TODAY) {
                prop_assert!(day.date <= TODAY && day.date.year() >= 1990);
                prop_assert!(text.get(day.from..day.to).is_some());
            }
        }

        #[test]
        fn every_date_is_read_back(days_ago in 0_i32..13_000) {
            let day = TODAY.checked_sub(jiff::Span::new().days(days_ago)).unwrap();
            let iso = day.to_string();
            prop_assert_eq!(found(&iso), [iso.clone()]);
            let swiss = day.strftime("%d.%m.%Y").to_string();
            prop_assert!(found(&swiss).contains(&iso));
        }
    }
}
