//! What a transaction has put and removed, before anybody else sees it.

use std::{
    collections::{BTreeMap, btree_map::IntoIter},
    ops::Bound,
};

use super::{Direction, Row, Span, Table};

/// What was put under a key; none where it was removed.
type Written = Option<Vec<u8>>;

/// Everything that a transaction has written, the last word on each key.
#[derive(Debug, Default)]
pub(super) struct Overlay(BTreeMap<Table, BTreeMap<Vec<u8>, Written>>);

impl Overlay {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn write(&mut self, table: Table, key: Vec<u8>, value: Written) {
        self.0.entry(table).or_default().insert(key, value);
    }

    /// What was written to a key, if anything was.
    pub(super) fn of(&self, table: Table, key: &[u8]) -> Option<&Written> {
        self.0.get(&table)?.get(key)
    }

    /// How many keys of a span were removed: so many more have to be read for a page to be full.
    pub(super) fn removed(&self, table: Table, span: &Span) -> usize {
        self.within(table, span)
            .filter(|(_, value)| value.is_none())
            .count()
    }

    /// The first rows of a span, of those that are stored and of those written since.
    pub(super) fn merge(
        &self,
        table: Table,
        span: &Span,
        (limit, direction): (usize, Direction),
        stored: Vec<Row>,
    ) -> Vec<Row> {
        let mut written = self.within(table, span).peekable();
        if written.peek().is_none() {
            let mut stored = stored;
            stored.truncate(limit);
            return stored;
        }
        let mut rows: BTreeMap<Vec<u8>, Vec<u8>> = stored.into_iter().collect();
        for (key, value) in written {
            match value {
                Some(value) => rows.insert(key.clone(), value.clone()),
                None => rows.remove(key),
            };
        }
        match direction {
            Direction::Forwards => rows.into_iter().take(limit).collect(),
            Direction::Backwards => rows.into_iter().rev().take(limit).collect(),
        }
    }

    fn within(&self, table: Table, span: &Span) -> impl Iterator<Item = (&Vec<u8>, &Written)> {
        let bounds = (Bound::Included(span.from()), Bound::Excluded(span.to()));
        let written = self.0.get(&table).filter(|_| !span.is_empty());
        written
            .into_iter()
            .flat_map(move |written| written.range::<[u8], _>(bounds))
    }
}

impl IntoIterator for Overlay {
    type Item = (Table, BTreeMap<Vec<u8>, Written>);
    type IntoIter = IntoIter<Table, BTreeMap<Vec<u8>, Written>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
