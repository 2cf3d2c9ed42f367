//! A move in a division of property, as it is sent.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, read_money};
use crate::{
    domain::{
        division::{Group, Move, Rank},
        id::Id,
        invalid::Invalid,
    },
    error::{Error, Result},
};

/// A move in a division.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(tag = "move", rename_all = "snake_case", deny_unknown_fields)]
pub(in crate::api) enum DivisionMove {
    /// Whoever's turn it is takes a thing.
    Take {
        /// Which thing.
        lot: Uuid,
        /// The number of the turn, as you saw it.
        turn: u32,
    },
    /// Whoever's turn it is takes nothing.
    Pass {
        /// The number of the turn, as you saw it.
        turn: u32,
    },
    /// A thing is given to a party, or back, as all agree.
    Give {
        /// Which thing.
        lot: Uuid,
        /// The position of the party; `null`: nobody has it.
        #[serde(default)]
        to: Option<u32>,
        /// The `changed` of the lot, as you saw it.
        known: u64,
    },
    /// A party says how much it wishes for a thing.
    Wish {
        /// For which thing.
        lot: Uuid,
        /// The position of the party.
        party: u32,
        /// How much; `null`: not any more.
        #[serde(default)]
        rank: Option<Rank>,
    },
    /// What only one wishes for falls to them.
    Deal {},
    /// What is said of a thing in the division.
    Say {
        /// Of which thing.
        lot: Uuid,
        /// Whether it is divided, or apart.
        group: Group,
        /// What it counts for, each.
        #[serde(default)]
        value: Option<Money>,
        /// Whether that is what it is worth to whoever uses it.
        #[serde(default)]
        in_use: bool,
        /// The `changed` of the lot, as you saw it.
        known: u64,
    },
    /// A thing is not divided after all.
    Drop {
        /// Which thing.
        lot: Uuid,
        /// The `changed` of the lot, as you saw it.
        known: u64,
    },
    /// All agree: nothing changes from now on.
    Settle {},
    /// Something has to change after all.
    Reopen {},
}

impl DivisionMove {
    /// The move, as the archive knows it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an amount that is none.
    pub(in crate::api) fn read(self) -> Result<Move> {
        let mut invalid = Invalid::default();
        let made = match self {
            Self::Take { lot, turn } => Move::Take {
                lot: Id::from_uuid(lot),
                turn,
            },
            Self::Pass { turn } => Move::Pass { turn },
            Self::Give { lot, to, known } => Move::Give {
                lot: Id::from_uuid(lot),
                to,
                known,
            },
            Self::Wish { lot, party, rank } => Move::Wish {
                lot: Id::from_uuid(lot),
                party,
                rank,
            },
            Self::Deal {} => Move::Deal,
            Self::Say {
                lot,
                group,
                value,
                in_use,
                known,
            } => Move::Say {
                lot: Id::from_uuid(lot),
                group,
                value: read_money(value.as_ref(), "value", &mut invalid),
                in_use,
                known,
            },
            Self::Drop { lot, known } => Move::Drop {
                lot: Id::from_uuid(lot),
                known,
            },
            Self::Settle {} => Move::Settle,
            Self::Reopen {} => Move::Reopen,
        };
        invalid.or(made).map_err(Error::from)
    }
}
