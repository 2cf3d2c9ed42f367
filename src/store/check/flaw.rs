//! What can be wrong in the archive's tables, as sentences.

/// Something that is wrong in the archive's tables.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A value that is not what its table holds.
    #[error("{what} cannot be read: {cause}")]
    Unreadable {
        /// Which.
        what: String,
        /// Why.
        cause: String,
    },
    /// A row that no change has removed for good.
    #[error("{row} is gone, though change {change} put it there")]
    Gone {
        /// Which.
        row: String,
        /// The newest change that touched it.
        change: u64,
    },
    /// A version that is neither the row nor in its history.
    #[error("{row} has lost its version of change {change}")]
    Forgotten {
        /// Whose.
        row: String,
        /// The change that made it.
        change: u64,
    },
    /// Changes that the log must have had.
    #[error("the log has lost {}: what was done, when and by whom", changes(*.from, *.to))]
    Unlogged {
        /// The first.
        from: u64,
        /// The last.
        to: u64,
    },
    /// A version whose change says nothing of it.
    #[error("{row} has a version of change {change}, which says nothing of it")]
    Unclaimed {
        /// Whose.
        row: String,
        /// The change.
        change: u64,
    },
    /// A reference to what is not there.
    #[error("{row} refers to {target}, which is not there")]
    Dangling {
        /// Which row.
        row: String,
        /// What is not there.
        target: String,
    },
    /// A label number that two bear.
    #[error("{row} and {other} have the same label number")]
    Doubled {
        /// One.
        row: String,
        /// The other.
        other: String,
    },
    /// A reference without its way back.
    #[error("the way back to {row} from what it refers to is missing")]
    OneWay {
        /// Where it would lead.
        row: String,
    },
    /// A way back that no reference made.
    #[error("a way back leads to {row}, which does not refer there")]
    Astray {
        /// Where it leads.
        row: String,
    },
    /// Numbers that would be given twice.
    #[error("the next label number would be {next}, and {highest} has been given")]
    Behind {
        /// What the counter would give.
        next: u64,
        /// What it has given.
        highest: u32,
    },
}

impl Flaw {
    /// Whether it can be put right from what is there: [`super::super::Store::mend`] does.
    #[must_use]
    pub const fn is_mendable(&self) -> bool {
        matches!(
            self,
            Self::OneWay { .. } | Self::Astray { .. } | Self::Behind { .. }
        )
    }
}

fn changes(from: u64, to: u64) -> String {
    if from == to {
        format!("change {from}")
    } else {
        format!("changes {from} to {to}")
    }
}
