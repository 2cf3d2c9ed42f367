//! Money, dates and times as readers of each language write them.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::domain::{
    dates::PartialDate,
    lang::Lang,
    length::{Length, Unit},
    moment::Moment,
    money::{Currency, Money, Sums},
    rate::Rate,
    readiness::PerMille,
};

/// Keeps a number and what belongs to it on one line.
const NARROW: char = '\u{a0}';

impl Lang {
    /// An amount: `1 234,50 kr`, `SEK 1,234.50`; without decimals when they are zero.
    #[must_use]
    pub fn money(self, money: Money) -> String {
        self.amount(&money.decimal(), money.currency)
    }

    /// A plain decimal number of a currency.
    fn amount(self, plain: &str, currency: Currency) -> String {
        let number = self.decimal(plain);
        match (self, currency) {
            (Self::Sv, Currency::SEK) => format!("{number}{NARROW}kr"),
            (Self::Sv, currency) => format!("{number}{NARROW}{currency}"),
            (Self::En, Currency::SEK) => format!("SEK{NARROW}{number}"),
            (Self::En, currency) => format!("{currency}{NARROW}{number}"),
        }
    }

    /// From one amount to another of the same currency: `100–500 kr`, `SEK 100–500`.
    #[must_use]
    pub fn money_span(self, from: Money, to: Money) -> String {
        match self {
            Self::Sv => format!("{}–{}", self.decimal(&from.decimal()), self.money(to)),
            Self::En => format!("{}–{}", self.money(from), self.decimal(&to.decimal())),
        }
    }

    /// An amount in a form's field, without its currency: `1234,50`, `1234.50`.
    #[must_use]
    pub fn money_field(self, money: Money) -> String {
        let plain = money.decimal();
        let plain = plain.strip_suffix(".00").unwrap_or(&plain);
        match self {
            Self::Sv => plain.replace('.', ","),
            Self::En => plain.to_owned(),
        }
    }

    /// A rate of exchange: `1 EUR = 11,4325 kr`.
    #[must_use]
    pub fn rate(self, rate: Rate) -> String {
        let whole = 10_i64.pow(rate.from().decimals());
        let one = self.money(Money::new(whole, rate.from()));
        format!("{one} = {}", self.amount(&rate.each(), rate.to()))
    }

    /// Sums in several currencies, the first first.
    #[must_use]
    pub fn sums(self, sums: &Sums) -> String {
        sums.iter()
            .map(|money| self.money(money))
            .collect::<Vec<_>>()
            .join(" + ")
    }

    /// A count with thousands apart.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        self.decimal(&number.to_string())
    }

    /// A share in whole hundredths: `63 %`.
    #[must_use]
    pub fn percent(self, share: PerMille) -> String {
        format!("{}{NARROW}%", self.number(share.percent().into()))
    }

    /// A date as exactly as it is known: `3 maj 2024`, `May 2024`, `2024`.
    #[must_use]
    pub fn date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(year, month) => {
                format!("{} {year}", self.month(month.unsigned_abs()))
            }
            PartialDate::Year(year) => year.to_string(),
        }
    }

    /// A day: `3 maj 2024`, `3 May 2024`.
    #[must_use]
    pub fn day(self, day: Date) -> String {
        let month = self.month(day.month().unsigned_abs());
        format!("{} {month} {}", day.day(), day.year())
    }

    /// How long something lasts: `2 år`, `14 days`.
    #[must_use]
    pub fn length(self, length: Length) -> String {
        let key = match length.unit() {
            Unit::Day => "format-days",
            Unit::Week => "format-weeks",
            Unit::Month => "format-months",
            Unit::Year => "format-years",
        };
        self.text_with(key, &[("count", length.count().into())])
    }

    /// A time of day where the machine is: `14:02`.
    #[must_use]
    pub fn time(self, at: Timestamp) -> String {
        let local = at.to_zoned(TimeZone::system());
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// A day and a time where the machine is: `3 maj 2024 14:02`.
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        let day = at.to_zoned(TimeZone::system()).date();
        format!("{} {}", self.day(day), self.time(at))
    }

    /// A moment as exactly as it is known: `27 november 2026 kl. 18.30`, `27 November 2026`.
    #[must_use]
    pub fn when(self, moment: Moment) -> String {
        let day = self.day(moment.day);
        match moment.time {
            None => day,
            Some(time) => {
                let time = format!("{:02}:{:02}", time.hour(), time.minute());
                self.text_with("format-when", &[("day", day.into()), ("time", time.into())])
            }
        }
    }

    /// A size in bytes: `4,2 MB`.
    #[must_use]
    pub fn bytes(self, bytes: u64) -> String {
        match bytes {
            0..1_000 => format!("{bytes}{NARROW}B"),
            1_000..1_000_000 => format!("{}{NARROW}kB", bytes.div_ceil(1_000)),
            _ => {
                let tenths = bytes.div_ceil(100_000);
                let number = format!("{}.{}", tenths / 10, tenths % 10);
                format!(
                    "{}{NARROW}MB",
                    self.decimal(number.strip_suffix(".0").unwrap_or(&number))
                )
            }
        }
    }

    /// The name of a household as it stands in the middle of a sentence: a word that is only capital because the name
    /// begins with it is not capital there (*hemma hos familjen Holm*).
    #[must_use]
    pub fn amid(self, household: &str) -> String {
        let words: &[&str] = match self {
            Self::Sv => &["Familjen", "Hushållet", "Kollektivet", "Huset"],
            Self::En => &["The"],
        };
        let (first, rest) = household.split_at(household.find(' ').unwrap_or(household.len()));
        if rest.is_empty() || !words.contains(&first) {
            return household.to_owned();
        }
        first.to_lowercase() + rest
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(self, month: u8) -> String {
        self.text(&format!("format-month-{month}"))
    }

    /// A plain decimal number (`-1234.50`) with the language's signs; without decimals when they are zero.
    #[must_use]
    pub fn decimal(self, plain: &str) -> String {
        let (group, point) = match self {
            Self::Sv => (NARROW, ','),
            Self::En => (',', '.'),
        };
        let (sign, digits) = plain
            .strip_prefix('-')
            .map_or(("", plain), |digits| ("\u{2212}", digits));
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        if rest.bytes().all(|byte| byte == b'0') {
            return format!("{sign}{grouped}");
        }
        format!("{sign}{grouped}{point}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_the_reader_writes_it() {
        let price = Money::new(123_456_750, Currency::SEK);
        assert_eq!(Lang::Sv.money(price), "1\u{a0}234\u{a0}567,50\u{a0}kr");
        assert_eq!(Lang::En.money(price), "SEK\u{a0}1,234,567.50");
        assert_eq!(
            Lang::Sv.money(Money::new(-50_000, Currency::SEK)),
            "\u{2212}500\u{a0}kr"
        );
        assert_eq!(
            Lang::Sv.money(Money::new(900, "JPY".parse().unwrap())),
            "900\u{a0}JPY"
        );
        assert_eq!(Lang::Sv.money_field(price), "1234567,50");
    }

    #[test]
    fn what_a_field_shows_reads_back() {
        for minor in [0, 5, 50, 99, 100, 123_450, 100_000_000] {
            let money = Money::new(minor, Currency::SEK);
            for lang in Lang::ALL {
                assert_eq!(
                    Money::parse(&lang.money_field(money), Currency::SEK),
                    Ok(money),
                    "{lang:?} {minor}"
                );
            }
        }
    }

    #[test]
    fn a_date_is_written_as_exactly_as_it_is_known() {
        assert_eq!(Lang::Sv.date("2024-05-03".parse().unwrap()), "3 maj 2024");
        assert_eq!(Lang::En.date("2024-05".parse().unwrap()), "May 2024");
        assert_eq!(Lang::En.date("1887".parse().unwrap()), "1887");
    }

    #[test]
    fn a_household_is_named_amid_a_sentence_as_one_writes_it() {
        for (lang, name, amid) in [
            (Lang::Sv, "Familjen Holm", "familjen Holm"),
            (Lang::Sv, "Hushållet på Åsgatan 3", "hushållet på Åsgatan 3"),
            (Lang::Sv, "Holms", "Holms"),
            (Lang::Sv, "Familjen", "Familjen"),
            (Lang::Sv, "The Holm family", "The Holm family"),
            (Lang::En, "The Holm family", "the Holm family"),
            (Lang::En, "Theo and Ada", "Theo and Ada"),
            (Lang::En, "", ""),
        ] {
            assert_eq!(lang.amid(name), amid);
        }
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(Lang::Sv.bytes(999), "999\u{a0}B");
        assert_eq!(Lang::Sv.bytes(4_200_000), "4,2\u{a0}MB");
        assert_eq!(Lang::En.bytes(210_000), "210\u{a0}kB");
    }
}
