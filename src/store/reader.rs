//! Reading rows: the same from a snapshot and from inside a change.

use std::ops::Bound;

use redb::{ReadOnlyTable, ReadTransaction, ReadableTable};

use super::{
    change::Change,
    fault::{broken, refused},
    record::{Key, Noun, Record, Relation, Revision, Row},
    tables,
};
use crate::{
    domain::{id::Id, number::Number},
    error::{Error, Result},
};

type ByteTable = ReadOnlyTable<&'static [u8], &'static [u8]>;

/// A snapshot of the archive.
pub struct Reader {
    rows: ByteTable,
    history: ByteTable,
    links: ByteTable,
    log: ReadOnlyTable<u64, &'static [u8]>,
    pub(super) counters: ReadOnlyTable<&'static str, u64>,
    pub(super) accounts: ByteTable,
    pub(super) sessions: ByteTable,
    pub(super) tokens: ByteTable,
    pub(super) shares: ByteTable,
    pub(super) reminding: ByteTable,
    pub(super) memos: ByteTable,
}

impl Reader {
    pub(super) fn begin(transaction: &ReadTransaction) -> Result<Self> {
        let open = |table| transaction.open_table(table).map_err(refused);
        Ok(Self {
            rows: open(tables::ROWS)?,
            history: open(tables::HISTORY)?,
            links: open(tables::LINKS)?,
            log: transaction.open_table(tables::LOG).map_err(refused)?,
            counters: transaction.open_table(tables::COUNTERS).map_err(refused)?,
            accounts: open(tables::ACCOUNTS)?,
            sessions: open(tables::SESSIONS)?,
            tokens: open(tables::TOKENS)?,
            shares: open(tables::SHARES)?,
            reminding: open(tables::REMINDING)?,
            memos: open(tables::MEMOS)?,
        })
    }
}

impl Rows for Reader {
    fn rows(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.rows
    }

    fn history(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.history
    }

    fn links(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.links
    }

    fn log(&self) -> &impl ReadableTable<u64, &'static [u8]> {
        &self.log
    }
}

/// What can be read, in a snapshot or inside a change.
pub trait Rows {
    /// The table of rows.
    #[doc(hidden)]
    fn rows(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of earlier versions.
    #[doc(hidden)]
    fn history(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of ways back.
    #[doc(hidden)]
    fn links(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The change log.
    #[doc(hidden)]
    fn log(&self) -> &impl ReadableTable<u64, &'static [u8]>;

    /// A row, if there is one, in the bin or not.
    fn find<T: Record>(&self, id: Id<T>) -> Result<Option<Row<T>>> {
        let key = Key::of(id).bytes();
        let Some(bytes) = self.rows().get(key.as_slice()).map_err(refused)? else {
            return Ok(None);
        };
        decode(bytes.value()).map(Some)
    }

    /// A row, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    fn get<T: Record>(&self, id: Id<T>) -> Result<Row<T>> {
        self.find(id)?.ok_or(Error::NotFound)
    }

    /// A row that is not in the bin.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is in the bin.
    fn live<T: Record>(&self, id: Id<T>) -> Result<Row<T>> {
        self.find(id)?
            .filter(|row: &Row<T>| row.binned.is_none())
            .ok_or(Error::NotFound)
    }

    /// Whether there is a row under a key, in the bin or not.
    fn exists(&self, key: Key) -> Result<bool> {
        Ok(self
            .rows()
            .get(key.bytes().as_slice())
            .map_err(refused)?
            .is_some())
    }

    /// Every row of a noun that is not in the bin, in the order they were made.
    fn all<T: Record>(&self) -> Result<Vec<Row<T>>> {
        let mut rows = Vec::new();
        self.each(None, |row: Row<T>| {
            if row.binned.is_none() {
                rows.push(row);
            }
            Ok(true)
        })?;
        Ok(rows)
    }

    /// Shows each row of a noun made after `after`, those in the bin too, in the order they were made, until told to
    /// stop by `false`.
    fn each<T: Record>(
        &self,
        after: Option<Id<T>>,
        mut see: impl FnMut(Row<T>) -> Result<bool>,
    ) -> Result<()> {
        let noun = T::NOUN.byte();
        let start = after.map_or_else(|| vec![noun], |id| Key::of(id).bytes().to_vec());
        let from = if after.is_some() {
            Bound::Excluded(start.as_slice())
        } else {
            Bound::Included(start.as_slice())
        };
        let end = [noun + 1];
        let range = self
            .rows()
            .range::<&[u8]>((from, Bound::Excluded(end.as_slice())))
            .map_err(refused)?;
        for entry in range {
            let (_, bytes) = entry.map_err(refused)?;
            if !see(decode(bytes.value())?)? {
                break;
            }
        }
        Ok(())
    }

    /// The rows that refer to a target in a certain way, in the order they were made, noun by noun.
    fn referring(&self, relation: Relation, target: &[u8]) -> Result<Vec<Key>> {
        let mut start = vec![relation as u8];
        start.extend_from_slice(target);
        let mut end = start.clone();
        end.extend_from_slice(&[u8::MAX; 18]);
        let mut keys = Vec::new();
        let range = self
            .links()
            .range::<&[u8]>(start.as_slice()..end.as_slice())
            .map_err(refused)?;
        for entry in range {
            let (key, _) = entry.map_err(refused)?;
            let source = key.value().get(start.len()..).and_then(Key::from_slice);
            keys.push(source.ok_or_else(|| broken("a link", "its key is malformed"))?);
        }
        Ok(keys)
    }

    /// The ids of the rows of one noun that refer to a row in a certain way, in the order they were made.
    fn referring_to<T: Record, U>(&self, relation: Relation, target: Id<U>) -> Result<Vec<Id<T>>> {
        let keys = self.referring(relation, &target.bytes())?;
        Ok(keys.into_iter().filter_map(Key::id).collect())
    }

    /// The thing or place with a label number.
    fn numbered(&self, number: Number) -> Result<Option<Key>> {
        Ok(self
            .referring(Relation::Numbered, &number.get().to_be_bytes())?
            .into_iter()
            .next())
    }

    /// The version that a row had at a revision, the present one included.
    fn version<T: Record>(&self, id: Id<T>, revision: Revision) -> Result<Option<Row<T>>> {
        if let Some(row) = self.find(id)?
            && row.revision == revision
        {
            return Ok(Some(row));
        }
        let key = version_key(Key::of(id), revision);
        match self.history().get(key.as_slice()).map_err(refused)? {
            Some(bytes) => decode(bytes.value()).map(Some),
            None => Ok(None),
        }
    }

    /// Every version of a row, the newest first.
    fn versions<T: Record>(&self, id: Id<T>) -> Result<Vec<Row<T>>> {
        let mut versions: Vec<Row<T>> = Vec::new();
        let key = Key::of(id);
        let (start, end) = versions_of(key);
        for entry in self
            .history()
            .range::<&[u8]>(start.as_slice()..=end.as_slice())
            .map_err(refused)?
        {
            let (_, bytes) = entry.map_err(refused)?;
            versions.push(decode(bytes.value())?);
        }
        versions.extend(self.find(id)?);
        versions.reverse();
        Ok(versions)
    }

    /// The revision of a row of any noun, and whether it is in the bin.
    fn state(&self, key: Key) -> Result<Option<(Revision, bool)>> {
        match self.rows().get(key.bytes().as_slice()).map_err(refused)? {
            Some(bytes) => {
                let head: Head =
                    minicbor::decode(bytes.value()).map_err(|cause| broken("a row", cause))?;
                Ok(Some((head.revision, head.binned.is_some())))
            }
            None => Ok(None),
        }
    }

    /// An entry of the change log.
    fn change(&self, number: u64) -> Result<Option<Change>> {
        let bytes = self.log().get(number).map_err(refused)?;
        bytes.map(|bytes| decode_change(bytes.value())).transpose()
    }

    /// The changes after one, the oldest first, at most so many.
    fn changes_after(&self, number: u64, most: usize) -> Result<Vec<Change>> {
        let range = self
            .log()
            .range(number.saturating_add(1)..)
            .map_err(refused)?;
        range
            .take(most)
            .map(|entry| decode_change(entry.map_err(refused)?.1.value()))
            .collect()
    }

    /// Shows each change before one, the newest first, until told to stop by `false`.
    fn each_change_before(
        &self,
        number: u64,
        mut see: impl FnMut(Change) -> Result<bool>,
    ) -> Result<()> {
        for entry in self.log().range(..number).map_err(refused)?.rev() {
            if !see(decode_change(entry.map_err(refused)?.1.value())?)? {
                break;
            }
        }
        Ok(())
    }

    /// The newest change's number; 0 in an empty archive.
    fn newest_change(&self) -> Result<u64> {
        Ok(self
            .log()
            .last()
            .map_err(refused)?
            .map_or(0, |(number, _)| number.value()))
    }

    /// How many rows of a noun there are outside the bin.
    fn count(&self, noun: Noun) -> Result<u64> {
        let (start, end) = ([noun.byte()], [noun.byte() + 1]);
        let mut count = 0;
        for entry in self
            .rows()
            .range::<&[u8]>(start.as_slice()..end.as_slice())
            .map_err(refused)?
        {
            let (_, bytes) = entry.map_err(refused)?;
            let head: Head =
                minicbor::decode(bytes.value()).map_err(|cause| broken("a row", cause))?;
            count += u64::from(head.binned.is_none());
        }
        Ok(count)
    }
}

/// The part of a row that is the same for every noun.
#[derive(minicbor::Decode)]
#[cbor(map)]
pub(super) struct Head {
    #[n(0)]
    revision: Revision,
    #[n(3)]
    pub(super) binned: Option<super::Stamp>,
}

pub(super) fn decode<T: Record>(bytes: &[u8]) -> Result<Row<T>> {
    minicbor::decode(bytes).map_err(|cause| broken(T::NOUN.key(), cause))
}

fn decode_change(bytes: &[u8]) -> Result<Change> {
    minicbor::decode(bytes).map_err(|cause| broken("a change", cause))
}

/// Between which keys the earlier versions of a row lie, both included.
pub(super) fn versions_of(key: Key) -> (Vec<u8>, Vec<u8>) {
    let [start, end] = [0, u64::MAX].map(|revision| version_key(key, Revision::new(revision)));
    (start, end)
}

pub(super) fn version_key(key: Key, revision: Revision) -> Vec<u8> {
    let mut bytes = key.bytes().to_vec();
    bytes.extend_from_slice(&revision.get().to_be_bytes());
    bytes
}
