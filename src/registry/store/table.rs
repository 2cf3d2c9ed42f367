//! The tables that there are.

/// A table of values by key, in the order of the keys' bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Who publishes.
    Publishers,
    /// The keys that publishers sign with.
    Keys,
    /// What is reported stolen, and what is left of what was erased.
    Entries,
    /// Ways from publishers to their entries.
    Owned,
    /// Entries as they were received, signature and all.
    Envelopes,
    /// Ways from an identifier to its entries.
    Exact,
    /// Ways to them from what an identifier may be misread as.
    Variants,
    /// What is known of photos.
    Photos,
    /// Conversations between finders and owners.
    Threads,
    /// Their sealed messages, as finders read them.
    Letters,
    /// Sealed messages that wait for their owners.
    Inbox,
    /// What was used once, and must not be again.
    Nonces,
    /// What waits for a moderator.
    Queue,
    /// What moderators did.
    Audit,
    /// What partners are told, in order.
    Feed,
    /// Who has an agreement.
    Partners,
    /// Who moderates.
    Moderators,
    /// Moderators who are signed in.
    Sessions,
    /// Counts against limits.
    Counters,
    /// Addresses that wait to be confirmed.
    Confirmations,
    /// What is to be done later.
    Jobs,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 21] = [
        Self::Publishers,
        Self::Keys,
        Self::Entries,
        Self::Owned,
        Self::Envelopes,
        Self::Exact,
        Self::Variants,
        Self::Photos,
        Self::Threads,
        Self::Letters,
        Self::Inbox,
        Self::Nonces,
        Self::Queue,
        Self::Audit,
        Self::Feed,
        Self::Partners,
        Self::Moderators,
        Self::Sessions,
        Self::Counters,
        Self::Confirmations,
        Self::Jobs,
    ];

    /// Its name where it is stored; behind `registry_` in SQL.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publishers => "publishers",
            Self::Keys => "keys",
            Self::Entries => "entries",
            Self::Owned => "owned",
            Self::Envelopes => "envelopes",
            Self::Exact => "exact",
            Self::Variants => "variants",
            Self::Photos => "photos",
            Self::Threads => "threads",
            Self::Letters => "letters",
            Self::Inbox => "inbox",
            Self::Nonces => "nonces",
            Self::Queue => "queue",
            Self::Audit => "audit",
            Self::Feed => "feed",
            Self::Partners => "partners",
            Self::Moderators => "moderators",
            Self::Sessions => "sessions",
            Self::Counters => "counters",
            Self::Confirmations => "confirmations",
            Self::Jobs => "jobs",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_table_has_a_name_of_its_own() {
        let names: BTreeSet<_> = Table::ALL.iter().map(|table| table.name()).collect();
        assert_eq!(names.len(), Table::ALL.len());
    }
}
