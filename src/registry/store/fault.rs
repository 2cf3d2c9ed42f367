//! Why a transaction came to nothing, as the stores must tell it apart.

use crate::error::Error;

/// Why a transaction came to nothing. It stays with the transaction, whatever its operation makes of the error.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// Others were in the way: to be done again at once.
    Collided(String),
    /// The store is away, and nothing has happened: to be done again, where it comes back soon.
    Away(String),
    /// The store cannot do it right now.
    Unavailable(String),
    /// A defect, here or in what is stored.
    Defect(String),
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Collided(cause) | Fault::Away(cause) | Fault::Unavailable(cause) => {
                Self::Unavailable(cause)
            }
            Fault::Defect(cause) => Self::Internal(cause),
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Unavailable(cause) => Self::Unavailable(cause),
            error => Self::Defect(error.to_string()),
        }
    }
}
