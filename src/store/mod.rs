//! Mechanism: the archive in one redb file: rows, their history and the change log.
//!
//! A change is one call of [`Store::write`]: everything its closure puts becomes durable together, with one entry in
//! the change log, or nothing does. [`Store::read`] gives a snapshot that no later change disturbs.

mod archive;
mod change;
mod check;
mod days;
pub mod disk;
pub mod fault;
mod mails;
mod nouns;
mod reader;
mod record;
mod reminding;
mod secrets;
mod tables;
mod upkeep;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock, RwLockReadGuard},
};

use redb::{Database, ReadableDatabase};
use tokio::sync::watch;

use self::{archive::Archive, days::Counted, fault::refused};
pub use self::{
    change::{Change, Touch},
    check::{Checked, Flaw, Progress},
    reader::{Reader, Rows},
    record::{Key, Noun, Record, Relation, Revision, Row, Stamp},
    reminding::Remindings,
    secrets::{SecretHash, Secrets},
    upkeep::Tally,
    writer::{Expect, Writer},
};
use crate::{
    clock::Clock,
    domain::person::PersonId,
    error::{Error, Result},
};

/// The version of the format that this program writes, and the newest that it reads.
pub const FORMAT_VERSION: u64 = 5;

/// The archive's rows.
pub struct Store {
    /// None while it is opened again.
    archive: RwLock<Option<Archive>>,
    folder: PathBuf,
    clock: Clock,
    newest: watch::Sender<u64>,
    counted: Counted,
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
    /// Whether there is an archive in a folder.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        archive::file_in(folder).exists()
    }

    /// Opens the archive in a folder that exists, or makes an empty one there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when another process holds it, or when a newer version of the program made it.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        let (archive, newest) = Archive::open(folder)?;
        let (newest, _) = watch::channel(newest);
        Ok(Self {
            archive: RwLock::new(Some(archive)),
            folder: folder.to_owned(),
            clock,
            newest,
            counted: Counted::default(),
        })
    }

    /// A snapshot to read from.
    pub fn read(&self) -> Result<Reader> {
        let archive = self.archive()?;
        Reader::begin(&archive.database()?.begin_read().map_err(refused)?)
    }

    /// Runs a change: all that `work` puts is durable when this returns, or nothing is.
    ///
    /// `action` is the key of the text that tells the change, without its prefix `action-`. Work that touches no row is
    /// not in the log, and its change number is the newest there is.
    ///
    /// # Errors
    /// What `work` fails with, after which nothing has changed; [`Error::Unavailable`] when the disk is full, read-only
    /// or broken.
    pub fn write<T>(
        &self,
        by: Option<PersonId>,
        action: &str,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Saved<T>> {
        disk::check_room(&self.folder)?;
        let archive = self.writable()?;
        let transaction = archive.database()?.begin_write().map_err(refused)?;
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
        let committed = transaction.commit().map_err(refused);
        drop(archive);
        let touched = written.change.is_some();
        if let Err(error) = committed
            && !self.has_after_all(written.change)?
        {
            return Err(error);
        }
        self.tell(written.newest);
        Ok(Saved {
            value,
            change: written.newest,
            touched,
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

    /// Whether a change whose commit failed is on disk all the same, which is known once the archive is open again: to be
    /// written, for what is only read may be in the system's cache alone.
    fn has_after_all(&self, change: Option<Change>) -> Result<bool> {
        let Some(change) = change else {
            return Ok(false);
        };
        self.reopen()?;
        let archive = self.archive()?;
        let snapshot = archive.database()?.begin_read().map_err(refused)?;
        let found = Reader::begin(&snapshot)?.change(change.number)?;
        Ok(archive.is_writable() && found == Some(change))
    }

    fn tell(&self, change: u64) {
        self.newest.send_if_modified(|newest| {
            let later = change > *newest;
            *newest = change.max(*newest);
            later
        });
    }

    /// The archive, opened again if the disk has failed since.
    fn archive(&self) -> Result<Opened<'_>> {
        let opened = self.opened();
        if !opened.has_failed() {
            return Ok(opened);
        }
        drop(opened);
        self.reopen()?;
        Ok(self.opened())
    }

    fn opened(&self) -> Opened<'_> {
        Opened(self.archive.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The archive to write to.
    fn writable(&self) -> Result<Opened<'_>> {
        let opened = self.archive()?;
        if opened.is_writable() {
            return Ok(opened);
        }
        drop(opened);
        self.reopen()?;
        let opened = self.archive()?;
        if opened.is_writable() {
            Ok(opened)
        } else {
            Err(Error::Unavailable(
                "the disk cannot be written to".to_owned(),
            ))
        }
    }

    /// Opens the archive again, which redb asks for after each failure of the disk; to be read, where it cannot be
    /// written. Snapshots of before cannot be read on.
    fn reopen(&self) -> Result<()> {
        let mut held = self.archive.write().unwrap_or_else(PoisonError::into_inner);
        if held
            .as_ref()
            .is_some_and(|archive| archive.writable && !archive.health.has_failed())
        {
            return Ok(());
        }
        // The file is let go of before it is taken again.
        *held = None;
        let (archive, newest) = Archive::open(&self.folder).or_else(|error| {
            tracing::warn!(%error, "the archive cannot be written to; it is only read");
            Archive::open_unwritten(&self.folder)
        })?;
        *held = Some(archive);
        self.tell(newest);
        Ok(())
    }
}

/// The archive, held open.
struct Opened<'a>(RwLockReadGuard<'a, Option<Archive>>);

impl Opened<'_> {
    fn database(&self) -> Result<&Database> {
        let archive = self.0.as_ref();
        archive
            .map(|archive| &archive.database)
            .ok_or_else(|| Error::Unavailable("the archive could not be opened again".to_owned()))
    }

    fn has_failed(&self) -> bool {
        let archive = self.0.as_ref();
        archive.is_none_or(|archive| archive.health.has_failed())
    }

    fn is_writable(&self) -> bool {
        self.0.as_ref().is_some_and(|archive| archive.writable)
    }
}

#[cfg(test)]
mod tests;
