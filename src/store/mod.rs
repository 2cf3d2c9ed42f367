//! Mechanism: the archive in one redb file: rows, their history and the change log.
//!
//! A change is one call of [`Store::write`]: everything its closure puts becomes durable together, with one entry in
//! the change log, or nothing does. [`Store::read`] gives a snapshot that no later change disturbs.

mod change;
mod fault;
mod reader;
mod record;
mod secrets;
mod tables;
mod writer;

use std::path::{Path, PathBuf};

use redb::{Database, ReadableDatabase, ReadableTable};
use tokio::sync::watch;

use self::fault::refused;
pub use self::{
    change::{Change, Touch},
    reader::{Reader, Rows},
    record::{Key, Noun, Record, Relation, Revision, Row, Stamp},
    secrets::{SecretHash, Secrets},
    writer::{Expect, Writer},
};
use crate::{
    clock::Clock,
    domain::person::PersonId,
    error::{Error, Result},
};

/// The version of the format that this program writes, and the newest that it reads.
pub const FORMAT_VERSION: u64 = 1;

/// Below this many free bytes nothing is written, so that the file is never caught half-grown by a full disk.
const RESERVE: u64 = 8 * 1024 * 1024;

/// How much of the file is held in memory: small enough for a Raspberry Pi.
const CACHE: usize = 64 * 1024 * 1024;

/// The archive's rows.
pub struct Store {
    database: Database,
    folder: PathBuf,
    clock: Clock,
    newest: watch::Sender<u64>,
}

/// What a write came to, and the number of the change that made it so.
#[derive(Clone, Copy, Debug)]
pub struct Saved<T> {
    /// What the write returned.
    pub value: T,
    /// The change's number: what a reader of the index waits for. The newest there is when nothing was changed.
    pub change: u64,
    /// Whether a row was touched: a save that says nothing new changes nothing.
    touched: bool,
}

impl<T> Saved<T> {
    /// The same change with another value.
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Saved<U> {
        Saved {
            value: with(self.value),
            change: self.change,
            touched: self.touched,
        }
    }

    /// The change that undo takes back; none when nothing was changed, for the newest is somebody else's.
    #[must_use]
    pub fn undo(&self) -> Option<u64> {
        self.touched.then_some(self.change)
    }
}

impl Store {
    /// Opens the archive in a folder that exists, or makes an empty one there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when another process holds it, or when a newer version of the program made it.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        let path = folder.join("archive.redb");
        let database = Database::builder()
            .set_cache_size(CACHE)
            .create(&path)
            .map_err(|cause| match cause {
                redb::DatabaseError::DatabaseAlreadyOpen => {
                    Error::Unavailable(format!("{} is in use by another process", path.display()))
                }
                cause => refused(cause),
            })?;
        let newest = prepare(&database)?;
        let (newest, _) = watch::channel(newest);
        Ok(Self {
            database,
            folder: folder.to_owned(),
            clock,
            newest,
        })
    }

    /// A snapshot to read from.
    pub fn read(&self) -> Result<Reader> {
        Reader::begin(&self.database.begin_read().map_err(refused)?)
    }

    /// Runs a change: all that `work` puts is durable when this returns, or nothing is.
    ///
    /// `action` is the key of the text that tells the change, without its prefix `action-`. Work that touches no row is
    /// not in the log, and its change number is the newest there is.
    ///
    /// # Errors
    /// What `work` fails with, after which nothing has changed; [`Error::Unavailable`] when the disk is full.
    pub fn write<T>(
        &self,
        by: Option<PersonId>,
        action: &str,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Saved<T>> {
        self.check_space()?;
        let transaction = self.database.begin_write().map_err(refused)?;
        let stamp = Stamp {
            at: self.clock.now(),
            by,
        };
        let mut writer = Writer::begin(&transaction, stamp, self.clock.today())?;
        let value = work(&mut writer)?;
        let written = writer.finish(action)?;
        if !written.dirty {
            transaction.abort().map_err(refused)?;
            return Ok(Saved {
                value,
                change: written.newest,
                touched: false,
            });
        }
        transaction.commit().map_err(refused)?;
        self.newest.send_if_modified(|newest| {
            let later = written.newest > *newest;
            *newest = written.newest.max(*newest);
            later
        });
        Ok(Saved {
            value,
            change: written.newest,
            touched: written.touched,
        })
    }

    /// The number of the newest change, and word of every later one.
    pub fn follow(&self) -> watch::Receiver<u64> {
        self.newest.subscribe()
    }

    /// The clock that stamps the changes.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    fn check_space(&self) -> Result<()> {
        let disk = rustix::fs::statvfs(&self.folder).map_err(Error::internal)?;
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        if free < RESERVE {
            return Err(Error::Unavailable(format!(
                "the disk is full: {free} bytes are free"
            )));
        }
        Ok(())
    }
}

/// Makes every table, so that a reader finds them, and checks the format. Returns the newest change's number.
fn prepare(database: &Database) -> Result<u64> {
    let transaction = database.begin_write().map_err(refused)?;
    let newest;
    {
        for table in [
            tables::ROWS,
            tables::HISTORY,
            tables::LINKS,
            tables::ACCOUNTS,
            tables::SESSIONS,
            tables::TOKENS,
        ] {
            transaction.open_table(table).map_err(refused)?;
        }
        let log = transaction.open_table(tables::LOG).map_err(refused)?;
        newest = log
            .last()
            .map_err(refused)?
            .map_or(0, |(number, _)| number.value());
        let mut counters = transaction.open_table(tables::COUNTERS).map_err(refused)?;
        let format = counters
            .get(tables::FORMAT)
            .map_err(refused)?
            .map(|version| version.value());
        match format {
            Some(version) if version > FORMAT_VERSION => {
                return Err(Error::Unavailable(format!(
                    "this archive was written by a newer version of Smartinventory (format {version}; this program \
                     reads up to {FORMAT_VERSION}). Update the program; the archive is untouched"
                )));
            }
            Some(_) => {}
            None => {
                counters
                    .insert(tables::FORMAT, FORMAT_VERSION)
                    .map_err(refused)?;
            }
        }
    }
    transaction.commit().map_err(refused)?;
    Ok(newest)
}

#[cfg(test)]
mod tests;
