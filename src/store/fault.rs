//! What redb and CBOR report, told as the product's errors.

use std::io;

use crate::error::Error;

/// Where a broken value was found says more than what minicbor thinks of it.
pub(super) fn broken(what: &str, cause: impl std::fmt::Display) -> Error {
    Error::Internal(format!("{what} cannot be read: {cause}"))
}

/// Tells a disk that is full, read-only or gone from a defect.
pub fn refused(cause: impl Into<redb::Error>) -> Error {
    match cause.into() {
        redb::Error::Io(cause) => disk(&cause),
        redb::Error::PreviousIo | redb::Error::DatabaseClosed => {
            Error::Unavailable("the disk failed a moment ago".to_owned())
        }
        cause => Error::internal(cause),
    }
}

/// What the file system reports of the archive's file.
pub fn disk(cause: &io::Error) -> Error {
    Error::Unavailable(format!("the disk of the archive: {cause}"))
}
