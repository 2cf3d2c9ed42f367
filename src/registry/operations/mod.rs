//! What is done in the registry: one file per noun, each operation one transaction.
//!
//! An operation comes to an [`Answer`]: what was asked, or a [`Refusal`]. A refusal has changed nothing, for everything is looked
//! at before anything is written.

pub mod checks;
pub mod counts;
pub mod entries;
pub mod expiry;
pub mod inbox;
mod jobs;
mod loading;
pub mod publishers;
pub mod senders;
pub mod threads;
mod ways;

use super::refusal::Refusal;
use crate::error::{Error, Result};

/// What an operation comes to.
pub type Answer<T> = std::result::Result<T, Refusal>;

/// What ends an operation before its end.
#[derive(Debug)]
enum Halt {
    Refused(Refusal),
    Failed(Error),
}

impl<R: Into<Refusal>> From<R> for Halt {
    fn from(refusal: R) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Tells refusals, which are answers, from failures.
fn answer<T>(outcome: std::result::Result<T, Halt>) -> Result<Answer<T>> {
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(Halt::Refused(refusal)) => Ok(Err(refusal)),
        Err(Halt::Failed(error)) => Err(error),
    }
}
