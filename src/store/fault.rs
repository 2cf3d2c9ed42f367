//! What redb and CBOR report, told as the product's errors.

use std::io;

use crate::error::Error;

/// Where a broken value was found says more than what minicbor thinks of it.
pub(super) fn broken(what: &str, cause: impl std::fmt::Display) -> Error {
    Error::Internal(format!("{what} cannot be read: {cause}"))
}

/// Tells a disk that is full, read-only or gone from a defect.
pub(super) fn refused(cause: impl Into<redb::Error>) -> Error {
    match cause.into() {
        redb::Error::Io(cause) if is_disk(&cause) => Error::Unavailable(cause.to_string()),
        redb::Error::PreviousIo => Error::Unavailable("the disk failed earlier".to_owned()),
        cause => Error::internal(cause),
    }
}

fn is_disk(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::PermissionDenied
    )
}
