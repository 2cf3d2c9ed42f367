//! How a person signs in and likes the pages: never in the history, never shown to others.

use jiff::Timestamp;
use minicbor::{Decode, Encode};

use super::{id::Id, lang::Lang, person::PersonId, place::PlaceId};

/// Which colours a person's pages have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Theme {
    /// As the device is set.
    #[default]
    #[n(0)]
    Auto,
    /// Light.
    #[n(1)]
    Light,
    /// Dark.
    #[n(2)]
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// What the cookie, the form and `<html data-theme>` say.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The colours that a cookie or a form names.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.tag() == tag)
    }
}

/// What a person signs in with and prefers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Account {
    /// Whose.
    #[n(0)]
    pub person: PersonId,
    /// The Argon2id hash of their password in PHC format; none for a person who does not sign in.
    #[n(1)]
    pub password: Option<String>,
    /// The language of their pages.
    #[n(2)]
    pub lang: Option<Lang>,
    /// Light or dark.
    #[n(3)]
    pub theme: Theme,
    /// The place that quick add used last.
    #[n(4)]
    pub last_place: Option<PlaceId>,
    /// The owner that quick add used last.
    #[n(5)]
    pub last_owner: Option<PersonId>,
}

impl Account {
    /// The account of a person who cannot sign in yet.
    #[must_use]
    pub const fn new(person: PersonId) -> Self {
        Self {
            person,
            password: None,
            lang: None,
            theme: Theme::Auto,
            last_place: None,
            last_owner: None,
        }
    }
}

/// The id of a session.
pub type SessionId = Id<Session>;

/// A browser that somebody is signed in on. Kept under the BLAKE3 hash of the cookie's secret, never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Session {
    /// Which.
    #[n(0)]
    pub id: SessionId,
    /// Who is signed in.
    #[n(1)]
    pub person: PersonId,
    /// When they signed in.
    #[cbor(n(2), with = "super::dates::millis")]
    pub since: Timestamp,
    /// When it was last used, to the day.
    #[cbor(n(3), with = "super::dates::millis")]
    pub used: Timestamp,
    /// Whether it is a private device, which stays signed in.
    #[n(4)]
    pub stay: bool,
    /// What the browser called itself.
    #[n(5)]
    pub device: String,
}

/// The id of a token.
pub type TokenId = Id<Token>;

/// A bearer token for the JSON API. Kept under the BLAKE3 hash of its secret, never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Token {
    /// Which.
    #[n(0)]
    pub id: TokenId,
    /// Whom it speaks for.
    #[n(1)]
    pub person: PersonId,
    /// What the person calls it.
    #[n(2)]
    pub name: String,
    /// When it was made.
    #[cbor(n(3), with = "super::dates::millis")]
    pub since: Timestamp,
}
