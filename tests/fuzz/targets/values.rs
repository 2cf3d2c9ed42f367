//! Values as people type them: each is read or refused, and what was read is written so that it reads back.
#![no_main]

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use libfuzzer_sys::fuzz_target;
use smartinventory::{
    domain::{
        blob::BlobHash,
        dates::PartialDate,
        field::{Decimal, WebAddress},
        id::Id,
        identifier::{Identifier, IdentifierKind},
        lang::Lang,
        money::{Currency, Money},
        number::Number,
        text,
    },
    ui::markdown::markdown,
};

/// Currencies with two decimals, with none, with three and with four.
const CURRENCIES: [&str; 5] = ["SEK", "EUR", "JPY", "KWD", "UYW"];
/// The largest amount that is taken, in minor units.
const MOST: i64 = 100_000_000_000_000;

fuzz_target!(|typed: &[u8]| {
    if let Some(number) = typed.first_chunk() {
        let minor = i64::from_le_bytes(*number) % (MOST + 1);
        currencies().for_each(|currency| written(Money::new(minor, currency)));
    }
    let typed = String::from_utf8_lossy(typed);
    let typed = typed.as_ref();
    currencies().for_each(|currency| money(typed, currency));
    if let Some(date) = read::<PartialDate>(typed) {
        assert!(date.first_day() <= date.last_day());
        assert_eq!(date.first_day().year(), date.year());
        for lang in Lang::ALL {
            assert!(lang.date(date).ends_with(&date.year().to_string()));
        }
    }
    read::<Number>(typed);
    read::<Currency>(typed);
    read::<BlobHash>(typed);
    read::<Id<()>>(typed);
    if let Some(number) = Decimal::parse(typed) {
        assert_eq!(Decimal::parse(number.as_str()), Some(number.clone()));
        let swedish = Lang::Sv.decimal(number.as_str());
        assert!(Decimal::parse(&swedish).is_some(), "{swedish}");
    }
    if let Some(address) = WebAddress::parse(typed) {
        let shown = address.as_str().to_ascii_lowercase();
        assert!(shown.starts_with("http://") || shown.starts_with("https://"));
        assert_eq!(WebAddress::parse(address.as_str()), Some(address));
    }
    for kind in IdentifierKind::ALL {
        if let Ok(identifier) = Identifier::parse(kind, typed) {
            assert!(text::fits(identifier.text(), text::NAME));
            assert_eq!(Identifier::parse(kind, identifier.text()), Ok(identifier));
        }
    }
    words(typed);
});

fn currencies() -> impl Iterator<Item = Currency> {
    CURRENCIES.iter().filter_map(|code| code.parse().ok())
}

/// Reads a text, and what that is written as.
fn read<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(typed: &str) -> Option<T> {
    let value: T = typed.parse().ok()?;
    let again: T = value
        .to_string()
        .parse()
        .expect("it is written as it is read");
    assert_eq!(again, value);
    Some(value)
}

fn money(typed: &str, currency: Currency) {
    let read = Money::parse(typed, currency);
    // Where there is only one way to understand the digits, they are the amount.
    if let Some(minor) = plain(typed, currency) {
        let expected = (minor <= MOST).then(|| Money::new(minor, currency));
        assert_eq!(read.ok(), expected, "{typed} {currency}");
    }
    if let Ok(money) = read {
        assert!(money.minor.abs() <= MOST);
        written(money);
    }
}

/// The minor units of an amount without any sign but a decimal point before other than three digits.
fn plain(typed: &str, currency: Currency) -> Option<i64> {
    let decimals = currency.decimals() as usize;
    let (whole, rest) = typed.split_once('.').unwrap_or((typed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = !whole.is_empty() && whole.len() < 12 && digits(whole) && digits(rest);
    let fits = rest.len() <= decimals && (rest.len() != 3 || decimals == 3);
    if !is_plain || !fits || typed.ends_with('.') {
        return None;
    }
    format!("{whole}{rest:0<decimals$}").parse().ok()
}

/// An amount reads back from everything that it is written as, but where a point may be a thousands sign.
fn written(money: Money) {
    let currency = money.currency;
    assert_eq!(Money::parse(&money.decimal(), currency), Ok(money));
    for lang in Lang::ALL {
        assert_eq!(Money::parse(&lang.money_field(money), currency), Ok(money));
        let shown = lang.money(money);
        if currency.decimals() < 3 {
            assert_eq!(Money::parse(&shown, currency), Ok(money), "{shown}");
        }
    }
}

/// Texts are cleaned once: a second time changes nothing.
fn words(typed: &str) {
    let line = text::line(typed);
    assert_eq!(text::line(&line), line);
    assert!(!line.contains(char::is_control));
    let prose = text::prose(typed);
    assert_eq!(text::prose(&prose), prose);
    if let Ok(name) = text::name(typed, text::NAME) {
        assert_eq!(text::name(&name, text::NAME), Ok(name));
    }
    let html = markdown(typed).into_string().to_ascii_lowercase();
    for danger in [
        "<script",
        "<img",
        "<iframe",
        "<svg",
        "<style",
        "<a href=\"javascript:",
    ] {
        assert!(!html.contains(danger), "{html}");
    }
    for lang in Lang::ALL {
        assert_eq!(lang.amid(typed).to_lowercase(), typed.to_lowercase());
    }
    assert!(Lang::from_tag(typed).is_none_or(|lang| typed.to_lowercase().starts_with(lang.tag())));
}
