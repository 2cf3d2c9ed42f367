//! The one error of the product: what went wrong, as its caller must tell it apart.

use std::fmt;

pub use crate::domain::invalid::Invalid;

/// The result of everything that can fail on a person's behalf.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong. `http::reply` maps it to a status, a page and problem+json, in one place.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such thing, or not for this person's eyes: the two are never told apart.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and the request needs somebody.
    #[error("nobody is signed in")]
    SignedOut,
    /// The person may not do this.
    #[error("not permitted")]
    Denied,
    /// What the person gave cannot be taken, field by field.
    #[error("invalid: {0}")]
    Invalid(Invalid),
    /// Somebody else saved first; the caller shows both versions.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// More bytes or pixels than the settings allow.
    #[error("too large: at most {limit} {unit}")]
    TooLarge {
        /// The largest allowed.
        limit: u64,
        /// What `limit` counts: the key suffix of a text, such as `bytes` or `pixels`.
        unit: &'static str,
    },
    /// Too many attempts; wait this many seconds.
    #[error("slow down: {0} s")]
    SlowDown(u64),
    /// What was sent came too slowly, or took too long; nothing was changed.
    #[error("too slow")]
    TooSlow,
    /// The server cannot do it right now (full or read-only disk, busy); nothing was changed.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// The search index is being built from nothing: lists would tell of things that are there as if they were not.
    #[error("the search index is being built")]
    Building,
    /// A defect or a broken file: logged whole, shown as an operation id.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// An internal error from whatever a library reported.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// One field that cannot be taken, with the key of the text that says why.
    #[must_use]
    pub fn invalid(field: &'static str, text: &'static str) -> Self {
        let mut invalid = Invalid::default();
        invalid.push(field, text);
        Self::Invalid(invalid)
    }
}

/// Takes each of several things, and refuses all of them when one cannot be taken: every field that stands in the way is
/// named by its thing (`items[3].name`).
///
/// # Errors
/// [`Error::Invalid`] with all such fields; whatever else `take` fails with, at once.
pub fn take_each<T, U>(
    list: &str,
    all: Vec<T>,
    mut take: impl FnMut(T) -> Result<U>,
) -> Result<Vec<U>> {
    let mut taken = Vec::with_capacity(all.len());
    let mut invalid = Invalid::default();
    for (at, one) in all.into_iter().enumerate() {
        match take(one) {
            Ok(one) => taken.push(one),
            Err(Error::Invalid(told)) => invalid.merge(told.within(list, at)),
            Err(error) => return Err(error),
        }
    }
    invalid.or(taken).map_err(Error::from)
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}
