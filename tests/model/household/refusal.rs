//! Why something is not done, and what is asked before it is.

use std::collections::BTreeSet;

use smartinventory::{
    domain::person::{Person, Role},
    store::{Expect, Row},
};

/// Why something is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotFound,
    Denied,
    Conflict,
    /// The fields that cannot be taken.
    Invalid(BTreeSet<String>),
}

impl Refusal {
    /// Two refusals of fields in one.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Invalid(mut fields), Self::Invalid(more)) => {
                fields.extend(more);
                Self::Invalid(fields)
            }
            (first, _) => first,
        }
    }
}

/// That one field cannot be taken.
pub fn invalid(field: &str) -> Refusal {
    Refusal::Invalid(BTreeSet::from([field.to_owned()]))
}

/// That a row is at the version that somebody has seen.
pub(super) fn expect<T>(row: &Row<T>, seen: Expect) -> Result<(), Refusal> {
    if seen == Expect::Any || seen == Expect::Revision(row.revision) {
        Ok(())
    } else {
        Err(Refusal::Conflict)
    }
}

/// That a row is not in the bin.
pub(super) fn in_use<T>(row: &Row<T>) -> Result<(), Refusal> {
    row.binned.map_or(Ok(()), |_| Err(Refusal::NotFound))
}

/// That somebody may add and change.
pub(super) fn editor(person: &Person) -> Result<(), Refusal> {
    permit(person.role != Role::Guest)
}

/// That somebody may change everything in the archive.
pub(super) fn manager(person: &Person) -> Result<(), Refusal> {
    permit(matches!(person.role, Role::Owner | Role::Adult))
}

/// That somebody may change people and settings.
pub(super) fn head(person: &Person) -> Result<(), Refusal> {
    permit(person.role == Role::Owner)
}

pub(super) fn permit(may: bool) -> Result<(), Refusal> {
    if may { Ok(()) } else { Err(Refusal::Denied) }
}

/// The fields that cannot be taken, or that all can.
pub(super) fn refuse(wrong: BTreeSet<String>) -> Result<(), Refusal> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(wrong))
    }
}
