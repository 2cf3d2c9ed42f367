//! Sweden's counties, as a theft is placed in one.

use super::lang::Lang;

/// A county.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct County {
    /// Its code (ISO 3166-2).
    pub code: &'static str,
    sv: &'static str,
    en: &'static str,
}

impl County {
    const fn new(code: &'static str, sv: &'static str, en: &'static str) -> Self {
        Self { code, sv, en }
    }

    /// The one with this code.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        ALL.into_iter().find(|county| county.code == code)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// Every county.
#[rustfmt::skip] // a table: one row a line
const ALL: [County; 21] = [
    County::new("SE-AB", "Stockholms län", "Stockholm County"),
    County::new("SE-AC", "Västerbottens län", "Västerbotten County"),
    County::new("SE-BD", "Norrbottens län", "Norrbotten County"),
    County::new("SE-C", "Uppsala län", "Uppsala County"),
    County::new("SE-D", "Södermanlands län", "Södermanland County"),
    County::new("SE-E", "Östergötlands län", "Östergötland County"),
    County::new("SE-F", "Jönköpings län", "Jönköping County"),
    County::new("SE-G", "Kronobergs län", "Kronoberg County"),
    County::new("SE-H", "Kalmar län", "Kalmar County"),
    County::new("SE-I", "Gotlands län", "Gotland County"),
    County::new("SE-K", "Blekinge län", "Blekinge County"),
    County::new("SE-M", "Skåne län", "Skåne County"),
    County::new("SE-N", "Hallands län", "Halland County"),
    County::new("SE-O", "Västra Götalands län", "Västra Götaland County"),
    County::new("SE-S", "Värmlands län", "Värmland County"),
    County::new("SE-T", "Örebro län", "Örebro County"),
    County::new("SE-U", "Västmanlands län", "Västmanland County"),
    County::new("SE-W", "Dalarnas län", "Dalarna County"),
    County::new("SE-X", "Gävleborgs län", "Gävleborg County"),
    County::new("SE-Y", "Västernorrlands län", "Västernorrland County"),
    County::new("SE-Z", "Jämtlands län", "Jämtland County"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_county_is_found_by_its_code() {
        assert_eq!(
            County::find("SE-C").map(|county| county.name(Lang::Sv)),
            Some("Uppsala län")
        );
        assert_eq!(County::find("NO-03"), None);
    }
}
