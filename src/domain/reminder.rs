//! Reminders: what should not be forgotten, on which day, and what somebody has said to it.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use minicbor::{Decode, Encode};

use super::{id::Id, keyed::keyed};

/// Why somebody is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Occasion {
    /// The right to complain about a thing ends.
    #[n(0)]
    RightEnds,
    /// A guarantee or an insurance of a thing ends.
    #[n(1)]
    WarrantyEnds,
    /// Something is to be done for a thing.
    #[n(2)]
    UpkeepDue,
    /// A thing that was lent should be back.
    #[n(3)]
    LoanDue,
    /// A receipt may go: nothing speaks for keeping it any more.
    #[n(4)]
    ReceiptMayGo,
    /// What a thing is worth was not looked at for two years.
    #[n(5)]
    ValueOld,
    /// A policy of the household is renewed: the day to look it over.
    #[n(6)]
    PolicyRenews,
    /// The last inventory round was a year ago.
    #[n(7)]
    RoundDue,
}

keyed!(Occasion {
    RightEnds => "right",
    WarrantyEnds => "warranty",
    UpkeepDue => "upkeep",
    LoanDue => "loan",
    ReceiptMayGo => "receipt",
    ValueOld => "value",
    PolicyRenews => "policy",
    RoundDue => "round",
});

impl Occasion {
    /// The number that keys and links have for it, as it is stored.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::RightEnds => 0,
            Self::WarrantyEnds => 1,
            Self::UpkeepDue => 2,
            Self::LoanDue => 3,
            Self::ReceiptMayGo => 4,
            Self::ValueOld => 5,
            Self::PolicyRenews => 6,
            Self::RoundDue => 7,
        }
    }

    /// How many days ahead somebody hears of it who has not said otherwise; none if never.
    #[must_use]
    pub const fn usual_lead(self) -> Lead {
        match self {
            Self::RightEnds | Self::WarrantyEnds | Self::PolicyRenews => Lead(Some(30)),
            Self::UpkeepDue => Lead(Some(3)),
            Self::LoanDue | Self::ReceiptMayGo | Self::ValueOld | Self::RoundDue => Lead(Some(0)),
        }
    }
}

/// How many days ahead somebody wants to hear of something; never, if none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Lead(#[n(0)] Option<u16>);

impl Lead {
    /// What is offered: on the day, a few days, weeks and months ahead.
    pub const OFFERED: [u16; 8] = [0, 1, 3, 7, 14, 30, 60, 90];
    /// The longest, in days: more than a year ahead is no reminder.
    const LONGEST: u16 = 366;

    /// Never.
    pub const NEVER: Self = Self(None);

    /// So many days ahead; none for more than a year.
    #[must_use]
    pub fn of_days(days: u16) -> Option<Self> {
        (days <= Self::LONGEST).then_some(Self(Some(days)))
    }

    /// How many days ahead.
    #[must_use]
    pub const fn days(self) -> Option<u16> {
        self.0
    }

    /// The first day on which somebody hears of what is on a day.
    #[must_use]
    pub fn begins(self, on: Date) -> Option<Date> {
        let days = jiff::Span::new().days(self.0?);
        Some(on.saturating_sub(days))
    }
}

/// Whatever a reminder is about: the noun goes by the occasion.
#[derive(Debug)]
pub enum Matter {}

/// What a reminder is known by, whichever day it is for: `right-01a2…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Cue {
    /// Why.
    #[n(0)]
    pub occasion: Occasion,
    /// The thing or receipt that it is about.
    #[n(1)]
    pub about: Id<Matter>,
}

/// A text that names no reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no reminder is called like this")]
pub struct CueError;

impl Cue {
    /// What a reminder about a row is known by.
    #[must_use]
    pub const fn new<T>(occasion: Occasion, about: Id<T>) -> Self {
        Self {
            occasion,
            about: Id::from_uuid(about.uuid()),
        }
    }
}

impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.occasion.key(), self.about)
    }
}

impl FromStr for Cue {
    type Err = CueError;

    fn from_str(text: &str) -> Result<Self, CueError> {
        let (occasion, about) = text.split_once('-').ok_or(CueError)?;
        Ok(Self {
            occasion: Occasion::from_key(occasion).ok_or(CueError)?,
            about: about.parse().map_err(|_| CueError)?,
        })
    }
}

/// Something that should not be forgotten, and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Reminder {
    /// The day.
    #[cbor(n(0), with = "super::dates::day")]
    pub on: Date,
    /// What it is known by.
    #[n(1)]
    pub cue: Cue,
}

/// What became of a reminder for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Memo {
    /// The day that the reminder was for.
    #[cbor(n(0), with = "super::dates::day")]
    pub on: Date,
    /// When a message told of it.
    #[cbor(n(1), with = "super::dates::iso")]
    pub told: Option<Date>,
    /// Until when it is put off.
    #[cbor(n(2), with = "super::dates::iso")]
    pub until: Option<Date>,
    /// Whether it is done with, for that day.
    #[n(3)]
    pub done: bool,
    /// Whether the person wants to hear no more of it, on whatever day.
    #[n(4)]
    pub muted: bool,
}

/// What somebody says to a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done with.
    Done,
    /// Again in a week.
    Later,
    /// Never again about this.
    Mute,
    /// As if nothing had been said.
    Again,
}

keyed!(Answer {
    Done => "done",
    Later => "later",
    Mute => "mute",
    Again => "again",
});

/// How long a reminder is put off, in days.
pub const LATER: i8 = 7;

impl Memo {
    /// What is known of a reminder of which nobody has been told.
    #[must_use]
    pub const fn fresh(on: Date) -> Self {
        Self {
            on,
            told: None,
            until: None,
            done: false,
            muted: false,
        }
    }

    /// What is known of a reminder for a day, of which there may have been one for another.
    #[must_use]
    pub fn of(kept: Option<Self>, on: Date) -> Self {
        match kept {
            Some(memo) if memo.on == on => memo,
            Some(memo) => Self {
                muted: memo.muted,
                ..Self::fresh(on)
            },
            None => Self::fresh(on),
        }
    }

    /// Whether it is to be seen on a day.
    #[must_use]
    pub fn stands(self, today: Date) -> bool {
        !self.done && !self.muted && self.until.is_none_or(|until| until <= today)
    }

    /// Whether a message has to tell of it on a day: nothing has, or it was put off until then.
    #[must_use]
    pub fn is_news(self, today: Date) -> bool {
        self.stands(today) && (self.told.is_none() || self.until.is_some())
    }

    /// That a message tells of it today.
    #[must_use]
    pub const fn tell(self, today: Date) -> Self {
        Self {
            told: Some(today),
            until: None,
            ..self
        }
    }

    /// What it is after an answer.
    #[must_use]
    pub fn answered(self, answer: Answer, today: Date) -> Self {
        match answer {
            Answer::Done => Self { done: true, ..self },
            Answer::Later => Self {
                until: Some(today.saturating_add(jiff::Span::new().days(LATER))),
                ..self
            },
            Answer::Mute => Self {
                muted: true,
                ..self
            },
            Answer::Again => Self {
                done: false,
                muted: false,
                until: None,
                ..self
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const DAY: Date = date(2026, 11, 27);

    #[test]
    fn a_cue_reads_back_as_it_is_written() {
        for occasion in Occasion::ALL {
            let cue = Cue::new(occasion, Id::<Matter>::from_uuid(Uuid::from_u128(7)));
            assert_eq!(cue.to_string().parse(), Ok(cue));
        }
        for wrong in [
            "",
            "right",
            "right-",
            "rights-00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(wrong.parse::<Cue>(), Err(CueError), "{wrong}");
        }
    }

    #[test]
    fn a_lead_is_counted_back_from_the_day() {
        let month = Lead::of_days(30).unwrap();
        assert_eq!(month.begins(date(2028, 3, 30)), Some(date(2028, 2, 29)));
        assert_eq!(Lead::NEVER.begins(DAY), None);
        assert_eq!(Lead::of_days(367), None);
    }

    #[test]
    fn what_was_told_is_told_again_only_when_put_off_until_then_or_for_another_day() {
        let told = Memo::fresh(DAY).tell(DAY);
        assert!(!told.is_news(DAY) && told.stands(DAY));
        let later = told.answered(Answer::Later, DAY);
        assert!(!later.stands(date(2026, 12, 3)));
        assert!(later.is_news(date(2026, 12, 4)));
        assert!(!later.tell(date(2026, 12, 4)).is_news(date(2026, 12, 5)));
        let next = Memo::of(Some(told), date(2027, 11, 27));
        assert!(next.is_news(DAY));
    }

    #[test]
    fn what_is_muted_stays_so_on_another_day_and_what_is_done_does_not() {
        let next_year = date(2027, 11, 27);
        let done = Memo::fresh(DAY).answered(Answer::Done, DAY);
        assert!(!done.stands(DAY) && Memo::of(Some(done), next_year).stands(next_year));
        let muted = Memo::fresh(DAY).answered(Answer::Mute, DAY);
        let then = Memo::of(Some(muted), next_year);
        assert!(!then.stands(next_year));
        assert!(then.answered(Answer::Again, next_year).stands(next_year));
    }

    proptest! {
        #[test]
        fn without_an_answer_nobody_is_told_twice(days in prop::collection::vec(-4000i32..4000, 1..40)) {
            let mut memo = Memo::fresh(DAY);
            let mut told = 0;
            for day in days {
                let today = DAY.saturating_add(jiff::Span::new().days(day));
                if memo.is_news(today) {
                    told += 1;
                    memo = memo.tell(today);
                }
            }
            prop_assert_eq!(told, 1);
        }
    }
}
