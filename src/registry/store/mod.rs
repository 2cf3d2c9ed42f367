//! Mechanism: ordered tables of bytes and serialisable transactions over them, in one file or in a database that nodes share.
//!
//! | what | where |
//! | --- | --- |
//! | the tables, and runs of their keys | [`table`] [`span`] |
//! | what a transaction sees and does | [`tx`] |
//! | one machine: redb, and one thread that writes | `embedded` |
//! | many nodes: `PostgreSQL`, or what speaks like it | `postgres` |
//!
//! Every rule is written once, above this, as an [`Operation`]. What it puts is kept aside until it ends, and then written
//! at once; an operation that fails leaves nothing. The tables are the same in both stores, and so is their order.

mod embedded;
mod fault;
mod overlay;
mod postgres;
pub mod span;
pub mod table;
pub mod tx;

use std::{future::Future, path::Path};

use self::{embedded::Embedded, postgres::Postgres};
pub use self::{
    span::{Direction, Span},
    table::Table,
    tx::Tx,
};
use crate::{clock::Clock, error::Result, notify::trust::Trust};

/// A key and its value.
pub type Row = (Vec<u8>, Vec<u8>);

/// The version of the tables that this program writes, and the newest that it reads.
pub const FORMAT_VERSION: u64 = 1;

/// The longest key, in bytes: what an index of every database takes.
pub const KEY_LIMIT: usize = 1024;

/// Something done in one transaction. It is run again when it collides with another, so it must have no effect but through
/// its [`Tx`]; and it must wait for nothing else, for a store on one machine has it run to its end at once.
pub trait Operation: Send + Sync + 'static {
    /// What it comes to.
    type Output: Send + 'static;

    /// Does it.
    fn run(&self, tx: &mut Tx<'_>) -> impl Future<Output = Result<Self::Output>> + Send;
}

/// The registry's tables.
pub struct Store {
    kind: Kind,
}

enum Kind {
    Embedded(Embedded),
    Postgres(Postgres),
}

impl Store {
    /// The store in one file of a folder that exists, made if there is none. To let it go is to wait for its last write.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when another process holds it, the disk refuses, or a newer
    /// version of the program made it.
    pub fn embedded(folder: &Path) -> Result<Self> {
        let kind = Kind::Embedded(Embedded::open(folder)?);
        Ok(Self { kind })
    }

    /// The store in the database at an address such as `postgres://name:password@host/database?sslmode=require`. The tables
    /// are made if they are not there; others may do the same meanwhile. It is encrypted for those whom one trusts, as
    /// `sslmode` says.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when it cannot be reached, or a newer version of the program
    /// made the tables.
    pub async fn postgres(url: &str, trust: &Trust, clock: Clock) -> Result<Self> {
        let kind = Kind::Postgres(Postgres::open(url, trust, clock).await?);
        Ok(Self { kind })
    }

    /// Whether others may have it open too.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(self.kind, Kind::Postgres(_))
    }

    /// Runs an operation that only reads, on one snapshot.
    ///
    /// # Errors
    /// What the operation fails with; `Internal` when it writes; `Unavailable` when the store is away.
    pub async fn read<O: Operation>(&self, operation: O) -> Result<O::Output> {
        match &self.kind {
            Kind::Embedded(embedded) => embedded.read(operation).await,
            Kind::Postgres(postgres) => postgres.read(operation).await,
        }
    }

    /// Runs an operation as if no other ran beside it. When this answers, what was put is durable.
    ///
    /// # Errors
    /// What the operation fails with, after which nothing has changed. `Unavailable` when the store is busy or away: then
    /// it may have happened all the same, and whoever asked asks again.
    pub async fn write<O: Operation>(&self, operation: O) -> Result<O::Output> {
        match &self.kind {
            Kind::Embedded(embedded) => embedded.write(operation).await,
            Kind::Postgres(postgres) => postgres.write(operation).await,
        }
    }

    /// How often anything was made durable since the store was opened: fewer times than there were writes, where many
    /// share one.
    #[must_use]
    pub fn commits(&self) -> u64 {
        match &self.kind {
            Kind::Embedded(embedded) => embedded.commits(),
            Kind::Postgres(postgres) => postgres.commits(),
        }
    }
}
