//! Somebody in the demo household.

use super::Text;
use crate::domain::person::Role;

/// Somebody in the household.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// What things call them: `anna`.
    pub key: &'static str,
    /// Their name.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
    /// Who they are, in a few words.
    pub about: Text,
}
