//! On the wire: whose a thing is, how it came, and how it left.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, named, read_date, read_money};
use crate::{
    domain::{
        id::Id,
        invalid::Invalid,
        item::{self, Acquisition, Departure},
    },
    error::{Error, Result},
};

/// One owner's part of a thing: `parts` of the sum of all parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Share {
    /// Who.
    pub person: Uuid,
    /// How many parts.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 10_000, default = 1)]
    pub parts: u32,
}

const fn one() -> u32 {
    1
}

/// How and when a thing came into the household.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct Acquired {
    /// The date, month or year.
    #[schema(examples("2024-05-03", "2024-05", "2024"))]
    pub on: Option<String>,
    /// How.
    pub how: Option<Acquisition>,
    /// From whom: a shop, a person.
    pub from: String,
    /// What was paid, each.
    pub price: Option<Money>,
}

/// How a thing left the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Archived {
    /// In what way.
    pub how: Departure,
    /// The date, month or year.
    #[serde(default)]
    #[schema(examples("2024-05-03", "2024-05", "2024"))]
    pub on: Option<String>,
    /// To whom.
    #[serde(default)]
    pub to: String,
    /// For how much.
    #[serde(default)]
    pub price: Option<Money>,
}

impl From<&item::Share> for Share {
    fn from(share: &item::Share) -> Self {
        Self {
            person: share.person.uuid(),
            parts: share.parts,
        }
    }
}

impl From<Share> for item::Share {
    fn from(share: Share) -> Self {
        Self {
            person: Id::from_uuid(share.person),
            parts: share.parts,
        }
    }
}

impl From<&item::Acquired> for Acquired {
    fn from(acquired: &item::Acquired) -> Self {
        Self {
            on: acquired.on.map(|on| on.to_string()),
            how: acquired.how,
            from: acquired.from.clone(),
            price: acquired.price.map(Into::into),
        }
    }
}

impl Acquired {
    pub(super) fn read(self, invalid: &mut Invalid) -> item::Acquired {
        item::Acquired {
            on: read_date(self.on.as_deref(), "acquired.on", invalid),
            how: self.how,
            from: self.from,
            price: read_money(self.price.as_ref(), "acquired.price", invalid),
        }
    }
}

impl From<&item::Archived> for Archived {
    fn from(archived: &item::Archived) -> Self {
        Self {
            how: archived.how,
            on: archived.on.map(|on| on.to_string()),
            to: archived.to.clone(),
            price: archived.price.map(Into::into),
        }
    }
}

impl Archived {
    /// An error about how a thing left, with its fields called as they are here.
    pub(in crate::api) fn told(error: Error) -> Error {
        named(error, |field, _| match field {
            "archived_to" => Some("to"),
            "archived_price" => Some("price"),
            _ => None,
        })
    }

    /// How it left, as the archive keeps it.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that cannot be so.
    pub(in crate::api) fn read(self) -> Result<item::Archived> {
        let mut invalid = Invalid::default();
        let archived = item::Archived {
            how: self.how,
            on: read_date(self.on.as_deref(), "on", &mut invalid),
            to: self.to,
            price: read_money(self.price.as_ref(), "price", &mut invalid),
        };
        invalid.or(archived).map_err(Error::from)
    }
}
