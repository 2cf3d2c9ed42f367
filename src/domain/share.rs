//! A share link: reports of one incident, for somebody outside the household, who needs a passcode to look and until when they may.

use jiff::{SignedDuration, Timestamp};
use minicbor::{Decode, Encode};

use super::{
    id::Id,
    incident::IncidentId,
    lang::Lang,
    person::PersonId,
    report::{Report, ReportId, ReportKind},
};

/// The id of a share link.
pub type ShareId = Id<Share>;

/// What a link shows to whoever has it and its passcode. Kept under the BLAKE3 hash of the link's secret, never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Share {
    /// Which.
    #[n(0)]
    pub id: ShareId,
    /// The incident that it is about.
    #[n(1)]
    pub incident: IncidentId,
    /// The reports that it shows, which are snapshots: nothing else of the household is told.
    #[n(2)]
    pub reports: Vec<ReportId>,
    /// For whom it is, in the household's words.
    #[n(3)]
    pub label: String,
    /// The language of its pages.
    #[n(4)]
    pub language: Lang,
    /// Who made it.
    #[n(5)]
    pub by: PersonId,
    /// When it was made.
    #[cbor(n(6), with = "super::dates::millis")]
    pub since: Timestamp,
    /// From when on it opens nothing.
    #[cbor(n(7), with = "super::dates::millis")]
    pub expires: Timestamp,
    /// The Argon2id hash of the passcode in PHC format.
    #[n(8)]
    pub passcode: String,
    /// How it was looked at; none while nobody has.
    #[n(9)]
    pub views: Option<Views>,
}

/// How a share link was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Views {
    /// How often somebody has given its passcode.
    #[n(0)]
    pub count: u32,
    /// When somebody last did.
    #[cbor(n(1), with = "super::dates::millis")]
    pub last: Timestamp,
}

impl Share {
    /// For how many days links are offered; the middle one is the usual.
    pub const OFFERED: [u16; 3] = [7, 30, 90];

    /// For how many days a link opens at most.
    pub const MOST_DAYS: u16 = 365;

    /// How many links an incident has at most.
    pub const MOST: usize = 50;

    /// Whether it opens nothing any more.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        now >= self.expires
    }

    /// When a link that is made now for so many days ends.
    #[must_use]
    pub fn ends_after(days: u16, now: Timestamp) -> Timestamp {
        let span = SignedDuration::from_hours(24 * i64::from(days));
        now.saturating_add(span).unwrap_or(Timestamp::MAX)
    }

    /// Whether it may show a report: one for others about its incident, with nothing in it that only its maker may see.
    #[must_use]
    pub fn may_show(incident: IncidentId, report: &Report) -> bool {
        let details = &report.details;
        matches!(
            details.kind,
            ReportKind::PoliceList | ReportKind::InsuranceClaim
        ) && details.incident == Some(incident)
            && !details.include_private
    }

    /// The same link, looked at once more.
    #[must_use]
    pub fn viewed(self, now: Timestamp) -> Self {
        let before = self.views.map_or(0, |views| views.count);
        let views = Views {
            count: before.saturating_add(1),
            last: now,
        };
        Self {
            views: Some(views),
            ..self
        }
    }
}
