//! Money: minor units and an ISO 4217 currency, never a floating-point number.

use std::{fmt, str::FromStr};

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// An ISO 4217 currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The Swedish krona.
    pub const SEK: Self = Self(iso_currency::Currency::SEK);

    /// The three letters, such as `SEK`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals an amount is written with: 2 for SEK, 0 for JPY.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// The currencies that a form offers first, the household's own on top of them.
    pub fn common() -> impl Iterator<Item = Self> {
        use iso_currency::Currency as C;
        [
            C::SEK,
            C::EUR,
            C::NOK,
            C::DKK,
            C::ISK,
            C::GBP,
            C::USD,
            C::CHF,
            C::PLN,
            C::JPY,
        ]
        .into_iter()
        .map(Self)
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        iso_currency::Currency::from_code(&text.trim().to_ascii_uppercase())
            .map(Self)
            .ok_or(MoneyError::Currency)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<C> Encode<C> for Currency {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(self.code())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Currency {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.str()?
            .parse()
            .map_err(|_| decode::Error::message("no such currency"))
    }
}

/// An amount of money: whole minor units (öre) of a currency. May be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Money {
    /// The amount in minor units: 12 345 is 123,45 kr.
    #[n(0)]
    pub minor: i64,
    /// What it is counted in.
    #[n(1)]
    pub currency: Currency,
}

/// Why a text is no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number as a person writes one.
    #[error("not an amount")]
    Amount,
    /// More decimals than the currency has.
    #[error("too many decimals")]
    Decimals,
    /// Larger than can be counted.
    #[error("too large")]
    TooLarge,
    /// No ISO 4217 code.
    #[error("no such currency")]
    Currency,
}

/// The largest amount taken, in minor units: far above any household, far below overflow when summed.
const MOST: i64 = 100_000_000_000_000;

impl Money {
    /// An amount in minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads an amount as people write it: `1 234,50`, `1.234,50`, `1,234.50`, `1234.5`, `500 kr`, `500:-`.
    ///
    /// The last comma or point with at most as many digits after it as the currency has decimals is the decimal sign;
    /// every other one groups thousands and must stand before exactly three digits.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let text: String = text
            .trim()
            .trim_end_matches(":-")
            .trim_end_matches("kr")
            .trim_end_matches(currency.code())
            .trim_start_matches(currency.code())
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\'')
            .collect();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (whole, decimals) = split_decimals(digits, currency.decimals())?;
        let whole = ungroup(whole)?;
        let mut minor: i64 = whole.parse().map_err(|_| MoneyError::TooLarge)?;
        for place in 0..currency.decimals() as usize {
            let digit = decimals
                .as_bytes()
                .get(place)
                .map_or(0, |b| i64::from(b - b'0'));
            minor = minor
                .checked_mul(10)
                .and_then(|m| m.checked_add(digit))
                .ok_or(MoneyError::TooLarge)?;
        }
        if minor > MOST {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self::new(if negative { -minor } else { minor }, currency))
    }

    /// The amount with a decimal point and no grouping, as machines write it: `1234.50`.
    #[must_use]
    pub fn decimal(self) -> String {
        let decimals = self.currency.decimals() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!(
            "{:0width$}",
            self.minor.unsigned_abs(),
            width = decimals + 1
        );
        let (whole, rest) = digits.split_at(digits.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{rest}")
    }
}

/// Splits an amount at its decimal sign.
fn split_decimals(digits: &str, most: u32) -> Result<(&str, &str), MoneyError> {
    let Some(at) = digits.rfind([',', '.']) else {
        return Ok((digits, ""));
    };
    let (whole, rest) = (&digits[..at], &digits[at + 1..]);
    if rest.is_empty() || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyError::Amount);
    }
    let sign = digits.as_bytes()[at];
    let grouped = rest.len() == 3 && (most != 3 || whole.as_bytes().contains(&sign));
    match rest.len() {
        _ if grouped => Ok((digits, "")),
        few if few <= most as usize => Ok((whole, rest)),
        _ => Err(MoneyError::Decimals),
    }
}

/// Removes thousands signs, each of which must stand before exactly three digits.
fn ungroup(whole: &str) -> Result<String, MoneyError> {
    let mut groups = whole.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    if first.is_empty() || first.len() > 15 {
        return Err(if first.is_empty() {
            MoneyError::Amount
        } else {
            MoneyError::TooLarge
        });
    }
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return Err(MoneyError::Amount);
        }
        all.push_str(group);
    }
    if all.bytes().all(|b| b.is_ascii_digit()) {
        Ok(all)
    } else {
        Err(MoneyError::Amount)
    }
}

/// The sums of many amounts, one for each currency, in order of first appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(Vec<Money>);

impl Sums {
    /// Adds an amount, so many times.
    pub fn add(&mut self, money: Money, times: u32) {
        let minor = money.minor.saturating_mul(i64::from(times));
        match self.0.iter_mut().find(|sum| sum.currency == money.currency) {
            Some(sum) => sum.minor = sum.minor.saturating_add(minor),
            None => self.0.push(Money::new(minor, money.currency)),
        }
    }

    /// Adds every sum of another.
    pub fn merge(&mut self, other: &Self) {
        for money in &other.0 {
            self.add(*money, 1);
        }
    }

    /// The sums.
    pub fn iter(&self) -> impl Iterator<Item = Money> {
        self.0.iter().copied()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sek(text: &str) -> Result<i64, MoneyError> {
        Money::parse(text, Currency::SEK).map(|money| money.minor)
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for text in [
            "1 234,50",
            "1\u{a0}234,50",
            "1.234,50",
            "1,234.50",
            "1234.5",
            "1234,50 kr",
            "SEK 1234.50",
        ] {
            assert_eq!(sek(text), Ok(123_450), "{text}");
        }
        for text in ["500", "500 kr", "500:-", "500,00", "500 SEK"] {
            assert_eq!(sek(text), Ok(50_000), "{text}");
        }
        assert_eq!(sek("-12,5"), Ok(-1_250));
        assert_eq!(
            sek("1.234"),
            Ok(123_400),
            "three digits after a sign are thousands"
        );
        assert_eq!(sek("1.234.567"), Ok(123_456_700));
        assert_eq!(
            Money::parse("1200", "JPY".parse().unwrap()).unwrap().minor,
            1200
        );
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "", "kr", "tolv", "1,2,3", "12 34x", "1,", ",5", "1..2", "--5",
        ] {
            assert_eq!(sek(text), Err(MoneyError::Amount), "{text}");
        }
        assert_eq!(sek("1,2345"), Err(MoneyError::Decimals));
        assert_eq!(sek("99999999999999999999"), Err(MoneyError::TooLarge));
    }

    #[test]
    fn sums_keep_currencies_apart() {
        let mut sums = Sums::default();
        sums.add(Money::new(100, Currency::SEK), 3);
        sums.add(Money::new(50, "EUR".parse().unwrap()), 1);
        sums.add(Money::new(1, Currency::SEK), 1);
        let all: Vec<_> = sums.iter().map(|m| (m.minor, m.currency.code())).collect();
        assert_eq!(all, [(301, "SEK"), (50, "EUR")]);
    }

    proptest! {
        #[test]
        fn the_decimal_form_reads_back(minor in -MOST..=MOST, code in prop::sample::select(vec!["SEK", "JPY", "EUR"])) {
            let money = Money::new(minor, code.parse().unwrap());
            prop_assert_eq!(Money::parse(&money.decimal(), money.currency), Ok(money));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = Money::parse(&text, Currency::SEK);
        }
    }
}
