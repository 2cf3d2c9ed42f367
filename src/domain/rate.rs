//! A rate of exchange that somebody gave: nothing else turns one currency into another.

use std::{fmt, str::FromStr};

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

use super::{
    exact::{Exact, divided},
    money::{Currency, Money},
};

/// How much of one currency is one of another: 1 EUR is 11.4325 SEK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Rate {
    #[n(0)]
    from: Currency,
    #[n(1)]
    to: Currency,
    #[n(2)]
    each: Decimal,
}

/// Why there is no such rate, or why it converts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// No decimal number above zero, or one of too many digits.
    #[error("not a rate")]
    Number,
    /// From one currency to the same.
    #[error("of one currency only")]
    Same,
    /// The amount is in another currency than the rate is from.
    #[error("an amount of another currency")]
    Currency,
    /// Larger than can be counted.
    #[error("too large")]
    TooLarge,
}

impl Rate {
    /// Reads how much of `to` one whole unit of `from` is, as people write it: `11,4325`, `0.0871`.
    pub fn parse(from: Currency, to: Currency, text: &str) -> Result<Self, RateError> {
        if from == to {
            return Err(RateError::Same);
        }
        let each = text.parse()?;
        Ok(Self { from, to, each })
    }

    /// What it converts from.
    #[must_use]
    pub const fn from(self) -> Currency {
        self.from
    }

    /// What it converts to.
    #[must_use]
    pub const fn to(self) -> Currency {
        self.to
    }

    /// How much of the one is a whole unit of the other, with a decimal point: `11.4325`.
    #[must_use]
    pub fn each(self) -> String {
        self.each.to_string()
    }

    /// An amount in the other currency, rounded once to its minor units, halves away from zero.
    pub fn convert(self, amount: impl Into<Exact>) -> Result<Money, RateError> {
        let amount = amount.into();
        if amount.currency() != self.from {
            return Err(RateError::Currency);
        }
        let number = amount
            .hundredths()
            .checked_mul(i128::from(self.each.digits))
            .and_then(|number| number.checked_mul(ten_to(self.to.decimals())))
            .ok_or(RateError::TooLarge)?;
        let by = 100 * ten_to(self.from.decimals() + self.each.decimals);
        let minor = i64::try_from(divided(number, by)).map_err(|_| RateError::TooLarge)?;
        Ok(Money::new(minor, self.to))
    }
}

/// A decimal number above zero, exactly: `digits` with so many of them behind the point, and no zero last among those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Decimal {
    digits: u64,
    decimals: u32,
}

impl Decimal {
    /// The most digits before and behind the point together, more than any bank gives.
    const MOST: usize = 15;
}

const fn ten_to(power: u32) -> i128 {
    10_i128.pow(power)
}

impl FromStr for Decimal {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Self, RateError> {
        let text = text.trim();
        let (whole, rest) = match text.split_once([',', '.']) {
            Some((_, "")) => return Err(RateError::Number),
            Some((whole, rest)) => (whole, rest.trim_end_matches('0')),
            None => (text, ""),
        };
        let all = format!("{whole}{rest}");
        let is_number = all.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number || all.len() > Self::MOST {
            return Err(RateError::Number);
        }
        let digits = all.parse().map_err(|_| RateError::Number)?;
        let decimals = u32::try_from(rest.len()).map_err(|_| RateError::Number)?;
        if digits == 0 {
            return Err(RateError::Number);
        }
        Ok(Self { digits, decimals })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = self.decimals as usize;
        let digits = format!("{:0width$}", self.digits, width = decimals + 1);
        let (whole, rest) = digits.split_at(digits.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        write!(f, "{whole}{point}{rest}")
    }
}

impl<C> Encode<C> for Decimal {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Decimal {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.str()?.parse().map_err(decode::Error::message)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::percent::Percent;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    fn rate(from: &str, to: &str, text: &str) -> Rate {
        Rate::parse(currency(from), currency(to), text).unwrap()
    }

    #[test]
    fn an_amount_is_converted_by_the_rate_given_and_rounded_once() {
        let euros = Money::new(12_345, currency("EUR"));
        let kronor = rate("EUR", "SEK", "11,4325").convert(euros);
        assert_eq!(kronor, Ok(Money::new(141_134, currency("SEK"))));
        let half = Exact::part(Percent::new(50).unwrap(), Money::new(1, currency("EUR")));
        let one = rate("EUR", "SEK", "1.0").convert(half);
        assert_eq!(one, Ok(Money::new(1, currency("SEK"))));
    }

    #[test]
    fn currencies_of_other_minor_units_are_told_apart() {
        let kronor = Money::new(10_000, currency("SEK"));
        let yen = rate("SEK", "JPY", "14.5").convert(kronor);
        assert_eq!(yen, Ok(Money::new(1_450, currency("JPY"))));
        let back = rate("JPY", "SEK", "0,069").convert(Money::new(1_450, currency("JPY")));
        assert_eq!(back, Ok(Money::new(10_005, currency("SEK"))));
    }

    #[test]
    fn what_it_is_not_for_is_not_converted() {
        let rate = rate("EUR", "SEK", "11");
        let kronor = Money::new(1, currency("SEK"));
        assert_eq!(rate.convert(kronor), Err(RateError::Currency));
        let all = Money::new(i64::MAX, currency("EUR"));
        assert_eq!(rate.convert(all), Err(RateError::TooLarge));
    }

    #[test]
    fn what_is_no_rate_is_refused() {
        let parse = |text| Rate::parse(currency("EUR"), currency("SEK"), text);
        for text in [
            "",
            ",",
            "0",
            "0,000",
            "-1",
            "1,",
            ",5",
            "1,2,3",
            "elva",
            "1 1",
            "1e3",
            "1234567890123456",
        ] {
            assert_eq!(parse(text), Err(RateError::Number), "{text}");
        }
        let same = Rate::parse(currency("SEK"), currency("SEK"), "1");
        assert_eq!(same, Err(RateError::Same));
    }

    proptest! {
        #[test]
        fn a_rate_reads_back(digits in 1..999_999_999_u64, decimals in 0..9_u32) {
            let text = Decimal { digits, decimals }.to_string();
            let rate = rate("EUR", "SEK", &text);
            prop_assert_eq!(Rate::parse(rate.from(), rate.to(), &rate.each()), Ok(rate));
            let bytes = minicbor::to_vec(rate).unwrap();
            prop_assert_eq!(decode::<Rate>(&bytes).unwrap(), rate);
        }

        #[test]
        fn more_money_is_never_less_in_another_currency(
            minor in -1_000_000_000_i64..1_000_000_000, more in 0..1_000_000_i64, digits in 1..1_000_000_u64,
        ) {
            let text = Decimal { digits, decimals: 4 }.to_string();
            let convert = |minor| rate("EUR", "SEK", &text).convert(Money::new(minor, currency("EUR"))).unwrap().minor;
            prop_assert!(convert(minor) <= convert(minor + more));
            prop_assert_eq!(convert(minor), -convert(-minor));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9]{0,20}[,.]?[0-9]{0,20}|\\PC*") {
            let _ = Rate::parse(currency("EUR"), currency("SEK"), &text);
        }
    }
}
