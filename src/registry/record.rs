//! Rows as they are stored: numbered fields in CBOR, each kind in a table of its own.

use minicbor::{Decode, Encode};

use super::{
    listing::Listing,
    publisher::{KnownKey, Publisher},
    store::{Row, Table, Tx},
    thread::Thread,
};
use crate::error::{Error, Result};

/// A kind of row, and where it is kept.
pub trait Record: Encode<()> + for<'b> Decode<'b, ()> + Send {
    /// Its table.
    const TABLE: Table;
}

impl Record for Publisher {
    const TABLE: Table = Table::Publishers;
}

impl Record for KnownKey {
    const TABLE: Table = Table::Keys;
}

impl Record for Thread {
    const TABLE: Table = Table::Threads;
}

impl Record for Listing {
    const TABLE: Table = Table::Entries;
}

impl Tx<'_> {
    /// The row under a key.
    ///
    /// # Errors
    /// [`Error::Internal`] when it cannot be read, and what the store fails with.
    pub async fn find<R: Record>(&mut self, key: &[u8]) -> Result<Option<R>> {
        let found = self.get(R::TABLE, key).await?;
        found.as_deref().map(decode).transpose()
    }

    /// Those of the keys that there are, each with its row. One query.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub async fn find_many<R: Record>(&mut self, keys: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, R)>> {
        let rows = self.get_many(R::TABLE, keys).await?;
        let read = |(key, value): Row| Ok((key, decode(&value)?));
        rows.into_iter().map(read).collect()
    }

    /// Keeps a row in a table that its kind does not have to itself.
    ///
    /// # Errors
    /// [`Error::Internal`], as when there is no memory.
    pub(super) fn put_row(
        &mut self,
        table: Table,
        key: Vec<u8>,
        row: &impl Encode<()>,
    ) -> Result<()> {
        self.put(table, key, encode(row)?);
        Ok(())
    }

    /// Keeps a row under a key, in place of what was there.
    ///
    /// # Errors
    /// [`Error::Internal`], as when there is no memory.
    pub fn keep<R: Record>(&mut self, key: &[u8], row: &R) -> Result<()> {
        self.put(R::TABLE, key.to_vec(), encode(row)?);
        Ok(())
    }
}

fn encode<R: Encode<()>>(row: &R) -> Result<Vec<u8>> {
    minicbor::to_vec(row).map_err(Error::internal)
}

/// Reads a row.
///
/// # Errors
/// [`Error::Internal`] when it cannot be read.
pub(super) fn decode<R: for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<R> {
    minicbor::decode(bytes).map_err(|error| {
        let what = std::any::type_name::<R>();
        Error::Internal(format!(
            "a row of the registry cannot be read as {what}: {error}"
        ))
    })
}
