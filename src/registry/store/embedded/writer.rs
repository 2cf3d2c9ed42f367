//! The one thread that writes: all operations that wait share one commit.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
};

use redb::WriteTransaction;
use tokio::sync::{
    mpsc::{self, Receiver, Sender, error::TrySendError},
    oneshot,
};

use super::{
    super::{
        Operation,
        fault::Fault,
        overlay::Overlay,
        tx::{Base, Tx},
    },
    disk::Disk,
    drive,
    view::{View, definition, fault},
};
use crate::error::{Error, Result};

/// How many operations share a commit at most.
const BATCH: usize = 256;

/// How many may wait; whoever comes then is told so at once.
const QUEUE: usize = 4096;

/// The thread, and the way to it.
pub(super) struct Writer {
    /// None once it is to end.
    queue: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
    commits: Arc<AtomicU64>,
}

impl Writer {
    pub(super) fn start(disk: Arc<Disk>) -> Result<Self> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let commits = Arc::new(AtomicU64::new(0));
        let counted = commits.clone();
        let thread = thread::Builder::new()
            .name("registry-writer".to_owned())
            .spawn(move || work(&disk, jobs, &counted))
            .map_err(Error::internal)?;
        Ok(Self {
            queue: Some(queue),
            thread: Some(thread),
            commits,
        })
    }

    pub(super) async fn write<O: Operation>(&self, operation: O) -> Result<O::Output> {
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting {
            operation,
            answer,
            outcome: None,
        };
        let gone = || Error::Unavailable("the registry is closing".to_owned());
        let queue = self.queue.as_ref().ok_or_else(gone)?;
        queue
            .try_send(Box::new(waiting))
            .map_err(|refused| match refused {
                TrySendError::Full(_) => Error::Unavailable("too many writes wait".to_owned()),
                TrySendError::Closed(_) => gone(),
            })?;
        answered.await.map_err(|_| gone())?
    }

    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // What waits is still done; then the file is free for whoever opens it next.
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(disk: &Disk, mut jobs: Receiver<Box<dyn Job>>, commits: &AtomicU64) {
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
        let committed = commit(disk, &mut batch, commits);
        if let Err(fault) = &committed {
            tracing::warn!(?fault, operations = batch.len(), "a batch was not written");
        }
        for job in batch.drain(..) {
            job.answer(committed.as_ref().err());
        }
    }
}

/// Runs a batch, each operation on what those before it have left, and makes all of it durable at once.
fn commit(disk: &Disk, jobs: &mut [Box<dyn Job>], commits: &AtomicU64) -> Result<(), Fault> {
    let held = disk.held()?;
    let batch = held.batch()?;
    let mut changed = false;
    for job in jobs {
        let Some(overlay) = job.run(&batch) else {
            continue;
        };
        changed |= !overlay.is_empty();
        apply(&batch, overlay)?;
    }
    if !changed {
        return batch.abort().map_err(fault);
    }
    batch.commit().map_err(fault)?;
    commits.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

fn apply(batch: &WriteTransaction, overlay: Overlay) -> Result<(), Fault> {
    for (table, written) in overlay {
        let mut table = batch.open_table(definition(table)).map_err(fault)?;
        for (key, value) in written {
            match value {
                Some(value) => table.insert(key.as_slice(), value.as_slice()),
                None => table.remove(key.as_slice()),
            }
            .map_err(fault)?;
        }
    }
    Ok(())
}

/// An operation in the queue, whatever it comes to.
trait Job: Send {
    /// Runs it, and tells what it has written; nothing if it failed.
    fn run(&mut self, batch: &WriteTransaction) -> Option<Overlay>;

    /// Tells whoever waits what it came to, or why nothing of the batch did.
    fn answer(self: Box<Self>, fault: Option<&Fault>);
}

struct Waiting<O: Operation> {
    operation: O,
    answer: oneshot::Sender<Result<O::Output>>,
    outcome: Option<Result<O::Output>>,
}

impl<O: Operation> Job for Waiting<O> {
    fn run(&mut self, batch: &WriteTransaction) -> Option<Overlay> {
        if self.answer.is_closed() {
            return None; // Whoever asked has gone, and was promised nothing.
        }
        let mut tx = Tx::new(Base::Embedded(View::Batch(batch)), true);
        let outcome = drive(&self.operation, &mut tx);
        let ended = tx.end().map_err(Error::from);
        let (outcome, overlay) = match (outcome, ended) {
            (Ok(output), Ok(overlay)) => (Ok(output), Some(overlay)),
            (_, Err(error)) | (Err(error), Ok(_)) => (Err(error), None),
        };
        self.outcome = Some(outcome);
        overlay
    }

    fn answer(self: Box<Self>, fault: Option<&Fault>) {
        let outcome = match (fault, self.outcome) {
            (Some(fault), _) => Err(fault.clone().into()),
            (None, Some(outcome)) => outcome,
            (None, None) => return,
        };
        // Nobody may be there any more.
        let _ = self.answer.send(outcome);
    }
}
