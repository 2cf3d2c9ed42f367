//! What is in the file: as it was at one moment, or as the write that is going on has made it.

use redb::{ReadTransaction, ReadableTable, TableDefinition, WriteTransaction};

use super::super::{Direction, Row, Span, Table, fault::Fault};
use crate::store::fault::refused;

type Bytes = &'static [u8];

/// A table of redb's.
pub(super) const fn definition(table: Table) -> TableDefinition<'static, Bytes, Bytes> {
    TableDefinition::new(table.name())
}

/// What is in the file.
#[derive(Clone, Copy)]
pub(in super::super) enum View<'a> {
    Snapshot(&'a ReadTransaction),
    Batch(&'a WriteTransaction),
}

impl View<'_> {
    /// Those of the keys that there are.
    pub(in super::super) fn get(&self, table: Table, keys: &[&[u8]]) -> Result<Vec<Row>, Fault> {
        let table = definition(table);
        match self {
            Self::Snapshot(snapshot) => get(&snapshot.open_table(table).map_err(fault)?, keys),
            Self::Batch(batch) => get(&batch.open_table(table).map_err(fault)?, keys),
        }
        .map_err(fault)
    }

    /// The first rows of each span.
    pub(in super::super) fn spans(
        &self,
        table: Table,
        spans: &[&Span],
        limit: usize,
        direction: Direction,
    ) -> Result<Vec<Vec<Row>>, Fault> {
        let table = definition(table);
        let way = (limit, direction);
        match self {
            Self::Snapshot(snapshot) => {
                rows(&snapshot.open_table(table).map_err(fault)?, spans, way)
            }
            Self::Batch(batch) => rows(&batch.open_table(table).map_err(fault)?, spans, way),
        }
        .map_err(fault)
    }
}

fn get(
    table: &impl ReadableTable<Bytes, Bytes>,
    keys: &[&[u8]],
) -> Result<Vec<Row>, redb::StorageError> {
    let mut found = Vec::new();
    for key in keys {
        if let Some(value) = table.get(key)? {
            found.push((key.to_vec(), value.value().to_vec()));
        }
    }
    Ok(found)
}

fn rows(
    table: &impl ReadableTable<Bytes, Bytes>,
    spans: &[&Span],
    (limit, direction): (usize, Direction),
) -> Result<Vec<Vec<Row>>, redb::StorageError> {
    let of = |span: &&Span| {
        let mut range = table.range::<&[u8]>(span.from()..span.to())?;
        let mut rows = Vec::new();
        while rows.len() < limit {
            let next = match direction {
                Direction::Forwards => range.next(),
                Direction::Backwards => range.next_back(),
            };
            let Some(row) = next else { break };
            let (key, value) = row?;
            rows.push((key.value().to_vec(), value.value().to_vec()));
        }
        Ok(rows)
    };
    spans.iter().map(of).collect()
}

/// What redb reports, told as a fault.
pub(super) fn fault(cause: impl Into<redb::Error>) -> Fault {
    refused(cause).into()
}
