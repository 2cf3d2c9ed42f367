//! The tables in one redb file: whoever reads has a snapshot, and one thread writes for all.

mod disk;
mod view;
mod writer;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
};

use futures_util::FutureExt;
use tokio::task::spawn_blocking;

pub(super) use self::view::View;
use self::{disk::Disk, writer::Writer};
use super::{
    Operation,
    tx::{Base, Tx},
};
use crate::error::{Error, Result};

/// The tables of one machine.
pub(super) struct Embedded {
    disk: Arc<Disk>,
    writer: Writer,
}

impl Embedded {
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let disk = Arc::new(Disk::open(folder)?);
        let writer = Writer::start(disk.clone())?;
        Ok(Self { disk, writer })
    }

    pub(super) async fn read<O: Operation>(&self, operation: O) -> Result<O::Output> {
        let disk = self.disk.clone();
        let read = spawn_blocking(move || {
            let snapshot = disk.held()?.snapshot()?;
            let mut tx = Tx::new(Base::Embedded(View::Snapshot(&snapshot)), false);
            let outcome = drive(&operation, &mut tx);
            tx.end()?;
            outcome
        });
        read.await.map_err(Error::internal)?
    }

    pub(super) async fn write<O: Operation>(&self, operation: O) -> Result<O::Output> {
        self.writer.write(operation).await
    }

    pub(super) fn commits(&self) -> u64 {
        self.writer.commits()
    }
}

/// Runs an operation to its end: nothing that it may ask for makes it wait. One that breaks off takes no other along.
fn drive<O: Operation>(operation: &O, tx: &mut Tx<'_>) -> Result<O::Output> {
    let run = AssertUnwindSafe(|| operation.run(tx).now_or_never());
    match catch_unwind(run) {
        Ok(Some(outcome)) => outcome,
        Ok(None) => Err(Error::Internal("an operation waited".to_owned())),
        Err(_) => Err(Error::Internal("an operation broke off".to_owned())),
    }
}
