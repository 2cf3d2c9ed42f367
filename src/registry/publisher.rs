//! Who publishes: known by a key alone, and trusted as far as somebody has looked.

use jiff::{SignedDuration, Timestamp};
use minicbor::{Decode, Encode};

use crate::domain::{dates::millis, id::Id};

/// The id of a publisher. Nobody else gets to know it.
pub type PublisherId = Id<Publisher>;

/// A publisher.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Publisher {
    /// Which.
    #[n(0)]
    pub id: PublisherId,
    /// How far it is trusted.
    #[n(1)]
    pub level: Level,
    /// Since when it is known.
    #[cbor(n(2), with = "millis")]
    pub since: Timestamp,
    /// Why nothing is taken from it any more, if so.
    #[n(3)]
    pub suspended: Option<String>,
    /// How many of its entries are listed.
    #[n(4)]
    pub active: u32,
}

/// How far a publisher is trusted, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Level {
    /// It has a key.
    #[n(0)]
    Key,
    /// It has confirmed a mail address.
    #[n(1)]
    Mail,
    /// It has shown who it is, or a moderator has looked at what the police have written.
    #[n(2)]
    Known,
    /// It is an organisation with an agreement.
    #[n(3)]
    Organisation,
}

impl Level {
    /// Its number, as everybody is told it.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Key => 0,
            Self::Mail => 1,
            Self::Known => 2,
            Self::Organisation => 3,
        }
    }

    /// How many entries may be listed at once.
    #[must_use]
    pub const fn entries(self) -> u32 {
        match self {
            Self::Key => 5,
            Self::Mail => 50,
            Self::Known => 1_000,
            Self::Organisation => u32::MAX,
        }
    }

    /// How long an entry is listed at most, from its beginning; as long as it says, where there is no limit.
    #[must_use]
    pub const fn term(self) -> Option<SignedDuration> {
        match self {
            Self::Key => Some(SignedDuration::from_hours(7 * 24)),
            _ => None,
        }
    }

    /// Whether others may browse to its entries.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        !matches!(self, Self::Key)
    }
}

/// A key that a publisher signs with, or has signed with.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct KnownKey {
    /// Whose it is.
    #[n(0)]
    pub publisher: PublisherId,
    /// Whether another has taken its place: it signs nothing any more.
    #[n(1)]
    pub is_retired: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_trusted_more_may_do_no_less() {
        let levels = [Level::Key, Level::Mail, Level::Known, Level::Organisation];
        for pair in levels.windows(2) {
            assert!(pair[0] < pair[1]);
            assert!(pair[0].entries() < pair[1].entries());
            assert_eq!(pair[0].number() + 1, pair[1].number());
        }
        assert!(!Level::Key.is_shown());
    }
}
