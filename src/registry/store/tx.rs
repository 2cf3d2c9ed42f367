//! A transaction as an operation sees it: what is stored, and over it what the operation itself has written.

use super::{
    Direction, KEY_LIMIT, Row, Span, Table, embedded, fault::Fault, overlay::Overlay, postgres,
};
use crate::error::{Error, Result};

/// A transaction. What it reads includes what it has written.
///
/// Once something has gone wrong in it, all of it comes to nothing, whatever its operation returns.
pub struct Tx<'a> {
    base: Base<'a>,
    writable: bool,
    overlay: Overlay,
    fault: Option<Fault>,
}

/// What is beneath: the tables as they were when the transaction began.
pub(super) enum Base<'a> {
    Embedded(embedded::View<'a>),
    Postgres(postgres::View<'a>),
}

impl<'a> Tx<'a> {
    pub(super) fn new(base: Base<'a>, writable: bool) -> Self {
        Self {
            base,
            writable,
            overlay: Overlay::default(),
            fault: None,
        }
    }

    /// What it has written, unless something has gone wrong in it.
    pub(super) fn end(self) -> Result<Overlay, Fault> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(self.overlay),
        }
    }

    /// The value under a key.
    pub async fn get(&mut self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>> {
        self.check()?;
        if let Some(written) = self.overlay.of(table, key) {
            return Ok(written.clone());
        }
        let found = self.base.get(table, vec![key]).await;
        let found = self.or_fault(found)?;
        Ok(found.into_iter().next().map(|(_, value)| value))
    }

    /// Those of the keys that there are, with their values, in the order of the keys and each once. One query.
    pub async fn get_many(&mut self, table: Table, keys: &[Vec<u8>]) -> Result<Vec<Row>> {
        self.check()?;
        let mut keys: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut found = Vec::new();
        keys.retain(|key| match self.overlay.of(table, key) {
            Some(written) => {
                found.extend(written.clone().map(|value| (key.to_vec(), value)));
                false
            }
            None => true,
        });
        if !keys.is_empty() {
            let stored = self.base.get(table, keys).await;
            found.extend(self.or_fault(stored)?);
        }
        found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found)
    }

    /// The first rows of a span, at most so many, or the last ones backwards.
    pub async fn range(
        &mut self,
        table: Table,
        span: Span,
        limit: usize,
        direction: Direction,
    ) -> Result<Vec<Row>> {
        self.spans(table, &[span], limit, direction).await
    }

    /// The first rows with each prefix, at most so many of each, in the order of the prefixes. One query.
    pub async fn ranges(
        &mut self,
        table: Table,
        prefixes: &[Vec<u8>],
        limit_each: usize,
    ) -> Result<Vec<Row>> {
        let spans: Vec<Span> = prefixes.iter().map(|prefix| Span::prefix(prefix)).collect();
        self.spans(table, &spans, limit_each, Direction::Forwards)
            .await
    }

    async fn spans(
        &mut self,
        table: Table,
        spans: &[Span],
        limit: usize,
        direction: Direction,
    ) -> Result<Vec<Row>> {
        self.check()?;
        let asked: Vec<&Span> = spans.iter().filter(|span| !span.is_empty()).collect();
        if asked.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let removed = asked.iter().map(|span| self.overlay.removed(table, span));
        let read = limit.saturating_add(removed.max().unwrap_or_default());
        let stored = self.base.spans(table, &asked, read, direction).await;
        let stored = self.or_fault(stored)?;
        let each = asked.into_iter().zip(stored);
        Ok(each
            .flat_map(|(span, stored)| self.overlay.merge(table, span, (limit, direction), stored))
            .collect())
    }

    /// Puts a value under a key, in place of what was there.
    pub fn put(&mut self, table: Table, key: Vec<u8>, value: Vec<u8>) {
        self.write(table, key, Some(value));
    }

    /// Removes a key and its value, if they are there.
    pub fn remove(&mut self, table: Table, key: Vec<u8>) {
        self.write(table, key, None);
    }

    fn write(&mut self, table: Table, key: Vec<u8>, value: Option<Vec<u8>>) {
        let refused = if !self.writable {
            "writes where it only reads"
        } else if key.len() > KEY_LIMIT {
            "has a key that is too long"
        } else {
            self.overlay.write(table, key, value);
            return;
        };
        let fault = format!("an operation {refused}: {}", table.name());
        self.fault.get_or_insert(Fault::Defect(fault));
    }

    fn check(&self) -> Result<()> {
        self.fault.clone().map_or(Ok(()), |fault| Err(fault.into()))
    }

    fn or_fault<T>(&mut self, outcome: Result<T, Fault>) -> Result<T> {
        outcome.map_err(|fault| Error::from(self.fault.insert(fault).clone()))
    }
}

impl Base<'_> {
    /// Those of the keys that there are, in any order.
    async fn get(&self, table: Table, keys: Vec<&[u8]>) -> Result<Vec<Row>, Fault> {
        match self {
            Self::Embedded(view) => view.get(table, &keys),
            Self::Postgres(view) => view.get(table, &keys).await,
        }
    }

    /// The first rows of each span. None is empty.
    async fn spans(
        &self,
        table: Table,
        spans: &[&Span],
        limit: usize,
        direction: Direction,
    ) -> Result<Vec<Vec<Row>>, Fault> {
        match self {
            Self::Embedded(view) => view.spans(table, spans, limit, direction),
            Self::Postgres(view) => view.spans(table, spans, limit, direction).await,
        }
    }
}
