//! What the registry knows of an entry beside what its publisher signed: whose it is, how it is seen, and until when.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use minicbor::{Decode, Encode};

use super::publisher::{Level, Publisher, PublisherId};
use crate::{
    domain::{dates::millis, id::Id, keyed::keyed},
    protocol::entry::{Claim, Digest, Entry, Visibility},
};

/// The id of an entry, as its publisher drew it.
pub type EntryId = Id<Listing>;

/// How long a thing that is back is shown as such.
const RECOVERED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// An entry as the registry keeps it. After it is erased, only this is left of it, with nothing that it said.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Listing {
    /// Who published it.
    #[n(0)]
    pub publisher: PublisherId,
    /// The revision that is kept.
    #[n(1)]
    pub revision: u64,
    /// What a moderator has said.
    #[n(2)]
    pub verdict: Verdict,
    /// When it was first taken.
    #[cbor(n(3), with = "millis")]
    pub since: Timestamp,
    /// When it was last changed.
    #[cbor(n(4), with = "millis")]
    pub changed: Timestamp,
    /// What it says; none once it is erased, for good.
    #[n(5)]
    pub told: Option<Told>,
}

/// What an entry says that decides how it is seen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Told {
    /// The SHA-256 of the signed bytes.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub digest: [u8; 32],
    /// Whether its publisher has the thing back.
    #[n(1)]
    pub is_recovered: bool,
    /// Whether only whoever has one of its identifiers finds it.
    #[n(2)]
    pub is_match_only: bool,
    /// When it is erased by itself.
    #[cbor(n(3), with = "millis")]
    pub until: Timestamp,
}

/// What a moderator has said of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Verdict {
    /// Nothing yet: identifiers are answered for, and nothing of it is shown.
    #[n(0)]
    Waiting,
    /// It may be shown.
    #[n(1)]
    Approved,
    /// It is taken out of sight for now.
    #[n(2)]
    Suspended,
    /// It is no theft, or not theirs.
    #[n(3)]
    Rejected,
}

/// How an entry stands, as everybody is told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waiting for a moderator; whoever has an identifier finds it.
    Pending,
    /// Everybody finds it.
    Published,
    /// Whoever has an identifier finds it.
    MatchOnly,
    /// Somebody else has published the same thing.
    Contested,
    /// Out of sight, until somebody has looked.
    Suspended,
    /// Out of sight.
    Rejected,
    /// The thing is back.
    Recovered,
    /// It is gone for good.
    Erased,
}

keyed!(State {
    Pending => "pending",
    Published => "published",
    MatchOnly => "match_only",
    Contested => "contested",
    Suspended => "suspended",
    Rejected => "rejected",
    Recovered => "recovered",
    Erased => "erased",
});

impl State {
    /// Whether an identifier of it is answered with "reported".
    #[must_use]
    pub const fn is_reported(self) -> bool {
        matches!(
            self,
            Self::Pending | Self::Published | Self::MatchOnly | Self::Contested
        )
    }

    /// Whether a stranger who has its id, or an identifier, is told of it.
    #[must_use]
    pub const fn is_told(self) -> bool {
        self.is_reported() || matches!(self, Self::Recovered)
    }
}

impl Listing {
    /// What is kept of an entry that somebody publishes, after what was kept of it before.
    #[must_use]
    pub fn of(
        entry: &Entry,
        digest: Digest,
        publisher: &Publisher,
        now: Timestamp,
        before: Option<&Self>,
    ) -> Self {
        let since = before.map_or(now, |before| before.since);
        let verdict = match before.map(|before| before.verdict) {
            // What has been looked at is looked at again, once it is something else.
            Some(Verdict::Approved) if publisher.level >= Level::Known => Verdict::Approved,
            Some(Verdict::Suspended) => Verdict::Suspended,
            Some(Verdict::Rejected) => Verdict::Rejected,
            None if publisher.level >= Level::Organisation => Verdict::Approved,
            _ => Verdict::Waiting,
        };
        let is_recovered = entry.state == Claim::Recovered;
        let mut until = end_of(entry.expires);
        if let Some(term) = publisher.level.term() {
            until = until.min(later(since, term));
        }
        if is_recovered {
            until = until.min(later(now, RECOVERED));
        }
        Self {
            publisher: publisher.id,
            revision: entry.revision,
            verdict,
            since,
            changed: now,
            told: Some(Told {
                digest: digest.0,
                is_recovered,
                is_match_only: entry.visibility == Visibility::MatchOnly,
                until,
            }),
        }
    }

    /// What is left once it is erased: that it was there, and that no revision of it comes back.
    #[must_use]
    pub fn erased(&self, now: Timestamp) -> Self {
        // Only the day is kept, of both.
        let day = start_of(now.to_zoned(TimeZone::UTC).date());
        Self {
            told: None,
            since: day,
            changed: day,
            ..self.clone()
        }
    }

    /// Whether it says that a thing is gone, and nobody has found that wrong.
    #[must_use]
    pub fn claims_theft(&self) -> bool {
        let is_gone = self.told.as_ref().is_some_and(|told| !told.is_recovered);
        is_gone && matches!(self.verdict, Verdict::Waiting | Verdict::Approved)
    }

    /// How it stands. Whether it is contested is found out beside it.
    #[must_use]
    pub fn state(&self, level: Level, is_contested: bool) -> State {
        let Some(told) = &self.told else {
            return State::Erased;
        };
        match self.verdict {
            Verdict::Suspended => State::Suspended,
            Verdict::Rejected => State::Rejected,
            _ if told.is_recovered => State::Recovered,
            _ if is_contested => State::Contested,
            _ if told.is_match_only || !level.is_shown() => State::MatchOnly,
            Verdict::Waiting => State::Pending,
            Verdict::Approved => State::Published,
        }
    }
}

/// The beginning of a day, in UTC.
fn start_of(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC)
        .map_or(Timestamp::MAX, |day| day.timestamp())
}

/// The end of a day, in UTC.
fn end_of(day: Date) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, start_of)
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}
