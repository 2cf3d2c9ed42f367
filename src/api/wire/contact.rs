//! A talk, a letter or a visit on the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::contact;

/// A talk, a letter or a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Contact {
    /// When.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// With whom.
    #[serde(default)]
    pub with: String,
    /// What was said.
    #[serde(default)]
    pub said: String,
}

impl From<&contact::Contact> for Contact {
    fn from(contact: &contact::Contact) -> Self {
        Self {
            on: contact.on,
            with: contact.with.clone(),
            said: contact.said.clone(),
        }
    }
}

impl From<Contact> for contact::Contact {
    fn from(contact: Contact) -> Self {
        Self {
            on: contact.on,
            with: contact.with,
            said: contact.said,
        }
    }
}
