//! What is to be done at a time that is known: what ends by itself.

use jiff::Timestamp;

use crate::registry::{
    listing::EntryId,
    store::{Span, Table, Tx},
    thread::ThreadId,
};

/// Something that ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Job {
    /// An entry is erased.
    Entry(EntryId),
    /// A thread is forgotten.
    Thread(ThreadId),
}

impl Job {
    /// Has it done at a time.
    pub(super) fn plan(self, tx: &mut Tx<'_>, at: Timestamp) {
        tx.put(Table::Jobs, self.key(at), Vec::new());
    }

    /// Has it not done at a time for which it was planned.
    pub(super) fn cancel(self, tx: &mut Tx<'_>, at: Timestamp) {
        tx.remove(Table::Jobs, self.key(at));
    }

    /// The keys of what is due.
    pub(super) fn due(now: Timestamp) -> Span {
        Span::between(&[], &seconds(now))
    }

    /// What a key says is to be done.
    pub(super) fn read(key: &[u8]) -> Option<Self> {
        let (kind, id) = key.get(8..)?.split_first()?;
        let id = *id.first_chunk()?;
        match kind {
            0 => Some(Self::Entry(EntryId::from_bytes(id))),
            1 => Some(Self::Thread(ThreadId::from_bytes(id))),
            _ => None,
        }
    }

    fn key(self, at: Timestamp) -> Vec<u8> {
        let (kind, id) = match self {
            Self::Entry(id) => (0, id.bytes()),
            Self::Thread(id) => (1, id.bytes()),
        };
        [seconds(at).as_slice(), &[kind], &id].concat()
    }
}

fn seconds(at: Timestamp) -> [u8; 8] {
    u64::try_from(at.as_second())
        .unwrap_or_default()
        .to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_read_from_its_key() {
        for job in [
            Job::Entry(EntryId::from_bytes([7; 16])),
            Job::Thread(ThreadId::from_bytes([8; 16])),
        ] {
            assert_eq!(Job::read(&job.key(Timestamp::UNIX_EPOCH)), Some(job));
        }
        assert_eq!(Job::read(&[0; 12]), None);
    }
}
