//! The tables in a database that nodes share: each operation in a serialisable transaction, again when it collides.
//!
//! The SQL is what `PostgreSQL`, `CockroachDB` and `YugabyteDB` all know.

mod connections;
mod fault;
mod patience;
mod schema;
mod view;

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use deadpool_postgres::{Object, Pool};
use tokio::time::timeout;
use tokio_postgres::IsolationLevel;

pub(super) use self::view::View;
use self::{fault::Fate, patience::Patience};
use super::{
    Operation,
    fault::Fault,
    overlay::Overlay,
    tx::{Base, Tx},
};
use crate::{clock::Clock, error::Result, notify::trust::Trust};

/// How long one attempt may take: longer than the database lets a statement, for it may be gone without a word.
const ATTEMPT: Duration = Duration::from_secs(15);

/// The tables that nodes share.
pub(super) struct Postgres {
    pool: Pool,
    clock: Clock,
    commits: AtomicU64,
}

/// What a transaction is begun for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Read,
    Write,
}

impl Postgres {
    pub(super) async fn open(url: &str, trust: &Trust, clock: Clock) -> Result<Self> {
        let postgres = Self {
            pool: connections::pool(url, trust)?,
            clock,
            commits: AtomicU64::new(0),
        };
        let mut patience = Patience::default();
        while let Err(fault) = postgres.prepare().await {
            patience.wait(fault, &postgres.clock).await?;
        }
        Ok(postgres)
    }

    async fn prepare(&self) -> Result<(), Fault> {
        let client = connections::take(&self.pool).await?;
        schema::prepare(&client).await
    }

    pub(super) async fn read<O: Operation>(&self, operation: O) -> Result<O::Output> {
        self.run(&operation, Purpose::Read).await
    }

    pub(super) async fn write<O: Operation>(&self, operation: O) -> Result<O::Output> {
        self.run(&operation, Purpose::Write).await
    }

    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    async fn run<O: Operation>(&self, operation: &O, purpose: Purpose) -> Result<O::Output> {
        let mut patience = Patience::default();
        loop {
            match self.attempt(operation, purpose).await {
                Ok(outcome) => return outcome,
                Err(fault) => patience.wait(fault, &self.clock).await?,
            }
        }
    }

    /// Runs an operation once. It is a fault when what the operation came to does not count.
    async fn attempt<O: Operation>(
        &self,
        operation: &O,
        purpose: Purpose,
    ) -> Result<Result<O::Output>, Fault> {
        let mut client = connections::take(&self.pool).await?;
        let outcome = timeout(ATTEMPT, self.attempt_with(&mut client, operation, purpose)).await;
        let outcome = outcome.unwrap_or_else(|_| {
            let cause = "the database does not answer";
            Err(Fault::Unavailable(cause.to_owned()))
        });
        if matches!(outcome, Err(Fault::Away(_) | Fault::Unavailable(_))) {
            // Nobody is to be given a connection that is broken, or that still waits.
            drop(Object::take(client));
        }
        outcome
    }

    async fn attempt_with<O: Operation>(
        &self,
        client: &mut Object,
        operation: &O,
        purpose: Purpose,
    ) -> Result<Result<O::Output>, Fault> {
        let transaction = client
            .build_transaction()
            .isolation_level(IsolationLevel::Serializable)
            .read_only(purpose == Purpose::Read)
            .start()
            .await
            .map_err(|error| fault::told(&error))?;
        let mut tx = Tx::new(
            Base::Postgres(View(&transaction)),
            purpose == Purpose::Write,
        );
        let outcome = operation.run(&mut tx).await;
        let written = tx.end()?;
        // What an operation has read counts only once that is committed, also where it made it fail.
        let written = match outcome {
            Ok(_) => written,
            Err(_) => Overlay::default(),
        };
        let fate = if written.is_empty() {
            Fate::Nothing
        } else {
            Fate::Unknown
        };
        view::flush(&transaction, written).await?;
        let committed = transaction.commit().await;
        committed.map_err(|error| fault::of_commit(&error, fate))?;
        if fate == Fate::Unknown {
            self.commits.fetch_add(1, Ordering::Relaxed);
        }
        Ok(outcome)
    }
}
