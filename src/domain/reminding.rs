//! How a person wants to be reminded: how long ahead, at what time, by which channels; like an account, it is in no history.

use std::fmt;

use jiff::{Timestamp, civil::Date};
use minicbor::{Decode, Encode, bytes::ByteArray};

use super::{
    id::Id,
    person::PersonId,
    reminder::{Lead, Occasion, Reminder},
};

/// A minute of the day, from 0 to 1439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Minute(#[n(0)] u16);

impl Minute {
    /// Half past seven in the morning.
    pub const USUAL: Self = Self(7 * 60 + 30);

    /// A minute of the day; none for more than it has.
    #[must_use]
    pub fn new(minute: u16) -> Option<Self> {
        (minute < 24 * 60).then_some(Self(minute))
    }

    /// Hours and minutes, as a clock shows them.
    #[must_use]
    pub fn time(self) -> jiff::civil::Time {
        let of = |number: u16| i8::try_from(number).unwrap_or_default();
        jiff::civil::Time::new(of(self.0 / 60), of(self.0 % 60), 0, 0).unwrap_or_default()
    }

    /// The minute that a clock shows as `07:30`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (hours, minutes) = text.trim().split_once(':')?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
        let whole = hours < 24 && minutes < 60;
        whole.then_some(Self(hours * 60 + minutes))
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Hours in which nobody wants to hear anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Quiet {
    /// From this minute.
    #[n(0)]
    pub from: Minute,
    /// Until this minute, of the next day if it is earlier.
    #[n(1)]
    pub until: Minute,
}

/// How a person wants to be reminded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reminding {
    /// Whom.
    #[n(0)]
    pub person: PersonId,
    /// How long ahead, where it is not as usual.
    #[n(1)]
    pub leads: Vec<(Occasion, Lead)>,
    /// At what time of the day messages are written.
    #[n(2)]
    pub at: Minute,
    /// On which day of the week alone, from 0 for Monday; every day if none.
    #[n(3)]
    pub weekday: Option<u8>,
    /// When no message goes out.
    #[n(4)]
    pub quiet: Option<Quiet>,
    /// Where messages go.
    #[n(5)]
    pub channels: Vec<Channel>,
    /// What the address of the calendar has in it that nobody can guess.
    #[n(6)]
    pub calendar: Option<String>,
    /// The day of the last round.
    #[cbor(n(7), with = "super::dates::iso")]
    pub last: Option<Date>,
    /// What the links in messages are signed with; none before the first channel.
    #[n(8)]
    pub key: Option<ByteArray<32>>,
}

impl Reminding {
    /// How somebody is reminded who has not said anything.
    #[must_use]
    pub const fn usual(person: PersonId) -> Self {
        Self {
            person,
            leads: Vec::new(),
            at: Minute::USUAL,
            weekday: None,
            quiet: None,
            channels: Vec::new(),
            calendar: None,
            last: None,
            key: None,
        }
    }

    /// How long ahead they want to hear of something.
    #[must_use]
    pub fn lead(&self, occasion: Occasion) -> Lead {
        let said = self.leads.iter().find(|(said, _)| *said == occasion);
        said.map_or(occasion.usual_lead(), |(_, lead)| *lead)
    }

    /// Whether it is time to tell them of a reminder.
    #[must_use]
    pub fn is_time_for(&self, reminder: &Reminder, today: Date) -> bool {
        let begins = self.lead(reminder.cue.occasion).begins(reminder.on);
        begins.is_some_and(|begins| begins <= today)
    }

    /// The channel with this id.
    #[must_use]
    pub fn channel(&self, id: ChannelId) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }
}

/// The id of a channel.
pub type ChannelId = Id<Channel>;

/// A way by which messages reach somebody.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Channel {
    /// Which.
    #[n(0)]
    pub id: ChannelId,
    /// Where to.
    #[n(1)]
    pub way: Way,
    /// When a message last went out.
    #[cbor(n(2), with = "moment")]
    pub sent: Option<Timestamp>,
    /// What stands in the way since then.
    #[n(3)]
    pub trouble: Option<Trouble>,
    /// The message that waits to go out: what comes up meanwhile is added to it.
    #[n(4)]
    pub waiting: Option<Delivery>,
}

/// Where messages go. Its `Debug` says nothing of what is secret.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub enum Way {
    /// To a mail address.
    #[n(0)]
    Mail {
        /// The address.
        #[n(0)]
        to: String,
    },
    /// To a topic of ntfy.
    #[n(1)]
    Ntfy {
        /// The server's address.
        #[n(0)]
        server: String,
        /// The topic.
        #[n(1)]
        topic: String,
        /// The access token, if the server asks for one.
        #[n(2)]
        token: Option<String>,
    },
    /// To an application of Gotify.
    #[n(2)]
    Gotify {
        /// The server's address.
        #[n(0)]
        server: String,
        /// The application's token.
        #[n(1)]
        token: String,
    },
    /// To any program.
    #[n(3)]
    Webhook {
        /// The program's address.
        #[n(0)]
        address: String,
        /// What it is signed with.
        #[n(1)]
        key: String,
    },
}

impl Way {
    /// The word that forms and the API use for its kind.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Mail { .. } => "mail",
            Self::Ntfy { .. } => "ntfy",
            Self::Gotify { .. } => "gotify",
            Self::Webhook { .. } => "webhook",
        }
    }

    /// Where to, as its person may see it: without what lets others in.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Mail { to } => to.clone(),
            Self::Ntfy { server, topic, .. } => {
                format!("{}/{topic}", server.trim_end_matches('/'))
            }
            Self::Gotify { server, .. } => server.clone(),
            // Many have the secret in their path.
            Self::Webhook { address, .. } => {
                let mut parts = address.splitn(4, '/');
                let host: Vec<&str> = parts.by_ref().take(3).collect();
                format!("{}/…", host.join("/"))
            }
        }
    }
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Way({})", self.key())
    }
}

/// What stands in the way of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Trouble {
    /// The word for it.
    #[n(0)]
    pub kind: String,
    /// What the other side says about it, in its own words.
    #[n(1)]
    pub said: Option<String>,
    /// Since when.
    #[cbor(n(2), with = "super::dates::millis")]
    pub since: Timestamp,
}

/// A message that waits to go out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Delivery {
    /// What the other side knows it by, however often it is tried.
    #[n(0)]
    pub id: Id<Self>,
    /// What it tells of.
    #[n(1)]
    pub reminders: Vec<Reminder>,
    /// When it was written.
    #[cbor(n(2), with = "super::dates::millis")]
    pub written: Timestamp,
    /// How often it has come to nothing.
    #[n(3)]
    pub failures: u32,
    /// When it is tried next; not before the next round if none.
    #[cbor(n(4), with = "moment")]
    pub next: Option<Timestamp>,
}

/// How a moment is stored that may not be known.
mod moment {
    use jiff::Timestamp;
    use minicbor::{Decoder, Encoder, data::Type};

    use crate::domain::dates::millis;

    #[expect(clippy::ref_option, reason = "what the derived code calls")]
    pub(super) fn encode<C, W: minicbor::encode::Write>(
        at: &Option<Timestamp>,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match at {
            Some(at) => millis::encode(at, e, ctx),
            None => e.null()?.ok(),
        }
    }

    pub(super) fn decode<C>(
        d: &mut Decoder<'_>,
        ctx: &mut C,
    ) -> Result<Option<Timestamp>, minicbor::decode::Error> {
        if d.datatype()? == Type::Null {
            d.null()?;
            return Ok(None);
        }
        millis::decode(d, ctx).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::reminder::{Cue, Matter};

    #[test]
    fn a_minute_reads_as_a_clock_shows_it() {
        assert_eq!(Minute::read("07:30"), Some(Minute::USUAL));
        assert_eq!(Minute::read("23:59:00").unwrap().to_string(), "23:59");
        for wrong in ["", "7", "24:00", "12:60", "-1:00", "12:5"] {
            assert_eq!(Minute::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn it_is_time_from_the_lead_on() {
        let person = Id::from_uuid(Uuid::from_u128(1));
        let mut reminding = Reminding::usual(person);
        let about = Id::<Matter>::from_uuid(Uuid::from_u128(2));
        let reminder = Reminder {
            on: date(2026, 12, 27),
            cue: Cue::new(Occasion::RightEnds, about),
        };
        assert!(!reminding.is_time_for(&reminder, date(2026, 11, 26)));
        assert!(reminding.is_time_for(&reminder, date(2026, 11, 27)));
        assert!(reminding.is_time_for(&reminder, date(2027, 1, 27)));
        reminding.leads = vec![(Occasion::RightEnds, Lead::NEVER)];
        assert!(!reminding.is_time_for(&reminder, date(2026, 12, 27)));
    }

    #[test]
    fn what_is_secret_is_shown_to_nobody() {
        let secret = "s3cret".to_owned();
        let ways = [
            Way::Ntfy {
                server: "https://ntfy.example/".to_owned(),
                topic: "hemma".to_owned(),
                token: Some(secret.clone()),
            },
            Way::Gotify {
                server: "https://push.example".to_owned(),
                token: secret.clone(),
            },
            Way::Webhook {
                address: format!("https://hook.example/in/{secret}"),
                key: secret.clone(),
            },
        ];
        for way in ways {
            assert!(!way.shown().contains(&secret), "{}", way.shown());
            assert!(!format!("{way:?}").contains(&secret));
        }
    }

    #[test]
    fn it_reads_back_as_it_was_written() {
        let id = Id::from_uuid(Uuid::from_u128(3));
        let reminding = Reminding {
            leads: vec![(Occasion::ValueOld, Lead::NEVER)],
            weekday: Some(6),
            quiet: Some(Quiet {
                from: Minute::USUAL,
                until: Minute::USUAL,
            }),
            channels: vec![Channel {
                id,
                way: Way::Mail {
                    to: "anna@hemma.example".to_owned(),
                },
                sent: Some(Timestamp::UNIX_EPOCH),
                trouble: None,
                waiting: Some(Delivery {
                    id: Id::from_uuid(Uuid::from_u128(4)),
                    reminders: Vec::new(),
                    written: Timestamp::UNIX_EPOCH,
                    failures: 2,
                    next: None,
                }),
            }],
            last: Some(date(2026, 11, 27)),
            key: Some([7; 32].into()),
            ..Reminding::usual(Id::from_uuid(Uuid::from_u128(1)))
        };
        let bytes = minicbor::to_vec(&reminding).unwrap();
        assert_eq!(minicbor::decode::<Reminding>(&bytes).unwrap(), reminding);
    }
}
