//! When something happened to the demo household: counted back from today, so that it never grows old.

use jiff::{Span, civil::Date};

use crate::domain::dates::PartialDate;

/// When something happened, counted back from today and known only so exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a day, so many days ago.
    Days(i32),
    /// In a month, so many months ago.
    Months(i32),
    /// In a year, so many years ago.
    Years(i32),
}

impl When {
    /// The date that this is, seen from `today`.
    #[must_use]
    pub fn seen_from(self, today: Date) -> PartialDate {
        let back = |span: Span| today.saturating_sub(span);
        match self {
            Self::Days(ago) => PartialDate::Day(back(Span::new().days(ago))),
            Self::Months(ago) => {
                let date = back(Span::new().months(ago));
                PartialDate::Month(date.year(), date.month())
            }
            Self::Years(ago) => PartialDate::Year(back(Span::new().years(ago)).year()),
        }
    }
}
