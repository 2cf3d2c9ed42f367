//! Operations that tests are made of.

use smartinventory::{
    error::{Error, Result},
    registry::store::{Direction, Operation, Row, Span, Store, Table, Tx},
};

/// Something asked of a transaction.
#[derive(Clone, Debug)]
pub enum Step {
    Put(Table, Vec<u8>, Vec<u8>),
    Remove(Table, Vec<u8>),
    Get(Table, Vec<u8>),
    GetMany(Table, Vec<Vec<u8>>),
    Range(Table, Run, usize, Direction),
    Ranges(Table, Vec<Vec<u8>>, usize),
    /// The operation fails here.
    Fail,
}

/// A run of keys, in other words than the store's.
#[derive(Clone, Debug)]
pub struct Run {
    pub kind: RunKind,
    pub after: Option<Vec<u8>>,
    pub before: Option<Vec<u8>>,
}

#[derive(Clone, Debug)]
pub enum RunKind {
    All,
    Prefix(Vec<u8>),
    Between(Vec<u8>, Vec<u8>),
}

impl Run {
    pub const ALL: Self = Self {
        kind: RunKind::All,
        after: None,
        before: None,
    };

    pub fn has(&self, key: &[u8]) -> bool {
        let within = match &self.kind {
            RunKind::All => true,
            RunKind::Prefix(prefix) => key.starts_with(prefix),
            RunKind::Between(from, to) => from.as_slice() <= key && key < to.as_slice(),
        };
        within
            && self.after.as_deref().is_none_or(|after| key > after)
            && self.before.as_deref().is_none_or(|before| key < before)
    }

    fn span(&self) -> Span {
        let mut span = match &self.kind {
            RunKind::All => Span::all(),
            RunKind::Prefix(prefix) => Span::prefix(prefix),
            RunKind::Between(from, to) => Span::between(from, to),
        };
        if let Some(after) = &self.after {
            span = span.after(after);
        }
        if let Some(before) = &self.before {
            span = span.before(before);
        }
        span
    }
}

/// Steps, one after the other; what each came upon.
#[derive(Clone, Debug)]
pub struct Steps(pub Vec<Step>);

impl Operation for Steps {
    type Output = Vec<Vec<Row>>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let mut found = Vec::new();
        for step in &self.0 {
            found.push(match step.clone() {
                Step::Put(table, key, value) => {
                    tx.put(table, key, value);
                    Vec::new()
                }
                Step::Remove(table, key) => {
                    tx.remove(table, key);
                    Vec::new()
                }
                Step::Get(table, key) => {
                    let value = tx.get(table, &key).await?;
                    value
                        .into_iter()
                        .map(|value| (key.clone(), value))
                        .collect()
                }
                Step::GetMany(table, keys) => tx.get_many(table, &keys).await?,
                Step::Range(table, run, limit, direction) => {
                    tx.range(table, run.span(), limit, direction).await?
                }
                Step::Ranges(table, prefixes, limit) => tx.ranges(table, &prefixes, limit).await?,
                Step::Fail => return Err(Error::Conflict),
            });
        }
        Ok(found)
    }
}

/// Writes some steps, and tells what they came upon.
pub async fn write(store: &Store, steps: impl Into<Vec<Step>>) -> Vec<Vec<Row>> {
    store.write(Steps(steps.into())).await.unwrap()
}

/// Everything in a table.
pub async fn all(store: &Store, table: Table) -> Vec<Row> {
    let range = Step::Range(table, Run::ALL, usize::MAX, Direction::Forwards);
    let mut found = store.read(Steps(vec![range])).await.unwrap();
    found.remove(0)
}

/// Adds one to a number, and tells what it is then.
pub struct Increment(pub &'static [u8]);

impl Operation for Increment {
    type Output = u64;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<u64> {
        let number = number(tx.get(Table::Counters, self.0).await?) + 1;
        tx.put(
            Table::Counters,
            self.0.to_vec(),
            number.to_be_bytes().to_vec(),
        );
        Ok(number)
    }
}

/// What [`Increment`] has counted to.
pub async fn counted(store: &Store, key: &[u8]) -> u64 {
    let get = Step::Get(Table::Counters, key.to_vec());
    let found = store.read(Steps(vec![get])).await.unwrap();
    number(found[0].first().map(|(_, value)| value.clone()))
}

fn number(value: Option<Vec<u8>>) -> u64 {
    value.map_or(0, |value| u64::from_be_bytes(value.try_into().unwrap()))
}

pub fn row(key: &[u8], value: &[u8]) -> Row {
    (key.to_vec(), value.to_vec())
}
