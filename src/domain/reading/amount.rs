//! Amounts: sums of money as they are printed, found in a row of text.

use super::currency::{self, Mark};

/// An amount in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Hundredths of the currency's unit, whichever it is; below 0 when a minus stands by it.
    pub(super) hundredths: i64,
    /// Whether it is written with two decimals.
    pub(super) decimals: bool,
    /// What stands by it that names a currency.
    pub(super) mark: Option<Mark>,
    /// The offsets in bytes where it begins and ends, sign and currency not counted.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Amount {
    /// Whether it is money for certain: a bare whole number may be anything.
    pub(super) const fn is_money(&self) -> bool {
        self.decimals || self.mark.is_some()
    }
}

/// The largest amount believed in, in hundredths: far above any household's receipts.
const MOST: i64 = 100_000_000_000;

/// The amounts of a text, from left to right: whole numbers too, where nothing says that they are something else.
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + start;
        let number = Number::read(&text[start..]);
        let end = start + number.length;
        if let Some(amount) = amount(text, start, &number) {
            found.push(amount);
        }
        from = end;
    }
    found
}

/// Digits with what stands among them.
#[derive(Debug, Default)]
struct Number {
    /// The digits before the decimal sign.
    whole: String,
    /// The digits after it.
    decimals: Option<String>,
    /// How many bytes all of it is.
    length: usize,
    /// Whether it is put together as no amount is: a date, a version, a code.
    odd: bool,
}

impl Number {
    /// Reads what begins with a digit.
    fn read(text: &str) -> Self {
        let mut groups = vec![digits(text)];
        let mut signs = Vec::new();
        let mut at = groups[0].len();
        while let Some((sign, length)) = sign(&text[at..]) {
            let group = digits(&text[at + length..]);
            // A space groups thousands, or follows a decimal sign that it was read into; else it ends the number.
            let grouped = group.len() == 3 && groups[0].len() <= 3;
            if group.is_empty() || sign == ' ' && !(grouped && thousands_follow(&signs, &groups)) {
                break;
            }
            if length > 1 && sign != ' ' && group.len() != 2 {
                break;
            }
            at += length + group.len();
            signs.push(sign);
            groups.push(group);
        }
        Self::put_together(&groups, &signs, at)
    }

    fn put_together(groups: &[&str], signs: &[char], length: usize) -> Self {
        let last = groups.last().map_or(0, |group| group.len());
        let has_decimals = matches!(signs.last(), Some('.' | ',')) && last <= 2;
        let wholes = if has_decimals {
            &groups[..groups.len() - 1]
        } else {
            groups
        };
        let between = &signs[..wholes.len() - 1];
        let alike = between.windows(2).all(|two| two[0] == two[1]);
        let grouped = wholes[1..].iter().all(|group| group.len() == 3);
        let first = wholes.len() == 1 || wholes[0].len() <= 3;
        let repeated = has_decimals && between.last().is_some() && between.last() == signs.last();
        Self {
            whole: wholes.concat(),
            decimals: has_decimals.then(|| groups[groups.len() - 1].to_owned()),
            length,
            odd: !(alike && grouped && first) || repeated,
        }
    }

    /// What it comes to in hundredths.
    fn hundredths(&self) -> Option<i64> {
        let whole: i64 = self.whole.parse().ok()?;
        let decimals: i64 = match self.decimals.as_deref() {
            None => 0,
            Some(one) if one.len() == 1 => one.parse::<i64>().ok()? * 10,
            Some(two) => two.parse().ok()?,
        };
        let hundredths = whole.checked_mul(100)?.checked_add(decimals)?;
        (hundredths <= MOST).then_some(hundredths)
    }
}

/// Whether a group of three after a space can go on the number so far: only while it has had nothing but such groups.
fn thousands_follow(signs: &[char], groups: &[&str]) -> bool {
    signs.iter().all(|sign| *sign == ' ') && groups[1..].iter().all(|group| group.len() == 3)
}

/// The digits that a text begins with.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// The sign within a number that a text begins with, and its length in bytes: a point, a comma, or any one space; an
/// apostrophe counts as a space. A space that stands beside a point or a comma is part of it.
fn sign(text: &str) -> Option<(char, usize)> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let second = letters.next()?;
    match first {
        '.' | ',' if second.is_ascii_digit() => Some((first, 1)),
        '.' | ',' if second == ' ' && letters.next()?.is_ascii_digit() => Some((first, 2)),
        ' ' if matches!(second, '.' | ',') && letters.next()?.is_ascii_digit() => Some((second, 2)),
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' if second.is_ascii_digit() => {
            Some((' ', first.len_utf8()))
        }
        _ => None,
    }
}

fn amount(text: &str, start: usize, number: &Number) -> Option<Amount> {
    let (before, after) = (&text[..start], &text[start + number.length..]);
    let two = number.decimals.as_ref().is_some_and(|d| d.len() == 2);
    if number.odd || is_something_else(before, after, two) {
        return None;
    }
    // "500:-" and "500,-" are whole, and as good as decimals.
    let dash = after.starts_with(":-") || after.starts_with(",-") || after.starts_with(".-");
    let decimals = two || dash;
    if number.decimals.as_ref().is_some_and(|d| d.len() == 1) && number.whole.len() > 6 {
        return None;
    }
    let before_sign = before.trim_end();
    let (mark, rest) = match currency::mark_at_end(before_sign) {
        Some((mark, length)) => (
            Some(mark),
            before_sign[..before_sign.len() - length].trim_end(),
        ),
        None => (currency::mark_at_start(beside(after)), before_sign),
    };
    let minus = |c: char| matches!(c, '-' | '\u{2212}' | '–');
    let joined = |text: &str| text.ends_with(|c: char| c.is_alphanumeric());
    let negative = before_sign
        .strip_suffix(minus)
        .is_some_and(|rest| !joined(rest))
        || mark.is_some() && rest.strip_suffix(minus).is_some_and(|rest| !joined(rest))
        || !dash && ends_with_minus(after);
    let hundredths = number.hundredths()?;
    Some(Amount {
        hundredths: if negative { -hundredths } else { hundredths },
        decimals,
        mark,
        from: start,
        to: start + number.length,
    })
}

/// A text without the one space that may part a number from its currency; more space parts it from something else.
fn beside(after: &str) -> &str {
    let rest = after.strip_prefix([' ', '\u{a0}', '\u{202f}']);
    rest.filter(|rest| !rest.starts_with(' ')).unwrap_or(after)
}

/// Whether a text begins with a minus that belongs to the number before it.
fn ends_with_minus(after: &str) -> bool {
    let rest = after.strip_prefix(['-', '\u{2212}']);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ' '))
}

/// Whether what stands around a number makes it a share, a time, a date, or part of a code.
fn is_something_else(before: &str, after: &str, two_decimals: bool) -> bool {
    let within = |c: char| c.is_ascii_digit() || matches!(c, '/' | '_');
    let colon = |text: &str| {
        text.strip_suffix(':')
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
    };
    let joined = |text: &str| {
        text.strip_suffix('-')
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    let code_before = before.ends_with(within)
        || colon(before)
        || joined(before)
        || is_glued(before, two_decimals);
    let share = after.trim_start().starts_with('%');
    let digit_follows = |text: &str, sign: char| {
        text.strip_prefix(sign)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let word_after = after.starts_with(char::is_alphabetic)
        && currency::mark_at_start(after).is_none()
        && !is_unit(after);
    let code_after = after.starts_with(within)
        || after.starts_with('#')
        || digit_follows(after, ':')
        || digit_follows(after, '-')
        || word_after;
    share || code_before || code_after
}

/// Whether the letters that a number touches make it part of a code. Those of a currency do not, nor an `x`; and a word
/// before two decimals has only lost its space.
fn is_glued(before: &str, two_decimals: bool) -> bool {
    let letters = before
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic())
        .count();
    let is_word = two_decimals && letters > 2;
    let is_times = letters == 1 && before.ends_with(['x', 'X']);
    letters > 0 && !is_word && !is_times && currency::mark_at_end(before).is_none()
}

/// Whether a text begins with what says how a number is taxed or counted: `12.00 S`, `2x`, `49,90A`.
fn is_unit(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    word.chars().count() == 1
        || matches!(
            word.to_lowercase().as_str(),
            "sr" | "zr" | "st" | "pc" | "pcs" | "ea" | "tx" | "zrl" | "stk" | "os"
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(text: &str) -> Vec<i64> {
        let found = amounts(text).into_iter().filter(Amount::is_money);
        found.map(|amount| amount.hundredths).collect()
    }

    #[test]
    fn amounts_are_found_however_they_are_written() {
        for text in [
            "1 234,50",
            "1\u{a0}234,50",
            "1\u{202f}234,50",
            "1.234,50",
            "1,234.50",
            "1'234.50",
            "1234.50",
            "SEK 1234,50",
            "Att betala: 1 234,50 kr",
            "RM1,234.50",
            "€ 1.234,50",
            "1 234, 50",
            "1234 .50",
            "Total1234.50",
        ] {
            assert_eq!(money(text), [123_450], "{text}");
        }
        for text in [
            "500 kr", "500:-", "500,-", "kr 500", "500,00", "$500", "500 SEK",
        ] {
            assert_eq!(money(text), [50_000], "{text}");
        }
    }

    #[test]
    fn a_minus_makes_it_less_than_nothing() {
        for text in [
            "-12,50",
            "12,50-",
            "- 12,50",
            "\u{2212}12,50",
            "-$12.50",
            "RM -12.50",
        ] {
            assert_eq!(money(text), [-1250], "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_left_out() {
        for text in [
            "18.03.18",
            "18/03/2018",
            "2018-03-18",
            "25,00 %",
            "25.00%",
            "12:30:15",
            "556677-8899",
            "A12.50",
            "192.168.10.20",
            "1.2.3",
        ] {
            assert_eq!(money(text), [0; 0], "{text}");
        }
    }

    #[test]
    fn several_stand_in_a_row() {
        assert_eq!(money("2 x 12,50  25,00"), [1250, 2500]);
        assert_eq!(money("2x12,50  25,00 B"), [1250, 2500]);
        assert_eq!(money("25,00%  40,00  10,00  50,00"), [4000, 1000, 5000]);
    }

    #[test]
    fn a_currency_in_the_next_piece_is_of_the_next_amount() {
        assert_eq!(money("21 april 2015  € 717,97"), [71_797]);
    }

    #[test]
    fn a_whole_number_is_found_and_is_not_money_for_certain() {
        let found = amounts("TOTAL 102");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].hundredths, found[0].is_money()), (10_200, false));
    }

    #[test]
    fn an_amount_says_where_it_stands() {
        let text = "Summa  1 234,50 kr";
        let amount = amounts(text)[0];
        assert_eq!(&text[amount.from..amount.to], "1 234,50");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9 .,:'’–\\-/%a-zåöRM€$\u{a0}\u{2212}]*|\\PC*") {
            for amount in amounts(&text) {
                prop_assert!(text[amount.from..amount.to].starts_with(|c: char| c.is_ascii_digit()));
                prop_assert!(amount.hundredths.abs() <= MOST);
            }
        }

        #[test]
        fn what_is_written_is_read(whole in 0_i64..9_999_999, cents in 0_i64..100) {
            prop_assert_eq!(money(&format!("{whole},{cents:02}")), [whole * 100 + cents]);
            prop_assert_eq!(money(&format!("{whole}.{cents:02}")), [whole * 100 + cents]);
        }
    }
}
