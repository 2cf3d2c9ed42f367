//! Opening the archive's file: made whole or not at all, of no newer format, and to be read where it cannot be written.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use redb::{Database, ReadableDatabase, ReadableTable, StorageBackend};

use super::{
    FORMAT_VERSION,
    disk::{Health, Unwritten, Watched},
    fault::{disk, refused},
    tables,
};
use crate::error::{Error, Result};

/// The archive's file in its folder, and what it is called until it is whole.
const FILE: &str = "archive.redb";
const BEGUN: &str = "archive.redb.new";

/// How much of the file is held in memory: small enough for a Raspberry Pi.
const CACHE: usize = 16 * 1024 * 1024;

/// The archive's file in a folder, there or not.
pub(super) fn file_in(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// The open file.
pub(super) struct Archive {
    pub(super) database: Database,
    pub(super) health: Health,
    /// Whether what is written reaches the disk.
    pub(super) writable: bool,
}

impl Archive {
    /// The archive of a folder, made if there is none, and the number of its newest change.
    pub(super) fn open(folder: &Path) -> Result<(Self, u64)> {
        let path = file_in(folder);
        if !path.exists() {
            // Made under another name: a half-made archive is none.
            let begun = folder.join(BEGUN);
            let file = File::create(&begun).map_err(|cause| disk(&cause))?;
            drop(file);
            begin(Watched::open(&begun, Health::default())?, &begun)?;
            fs::rename(&begun, &path).map_err(|cause| disk(&cause))?;
        }
        refuse_newer(&path)?;
        let health = Health::default();
        let (database, newest) = begin(Watched::open(&path, health.clone())?, &path)?;
        // A name is on disk once its folder is.
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|cause| disk(&cause))?;
        let archive = Self {
            database,
            health,
            writable: true,
        };
        Ok((archive, newest))
    }

    /// The archive of a folder that cannot be written.
    pub(super) fn open_unwritten(folder: &Path) -> Result<(Self, u64)> {
        let path = file_in(folder);
        let health = Health::default();
        let file = Unwritten::open(&path, health.clone()).map_err(|cause| disk(&cause))?;
        let (database, newest) = begin(file, &path)?;
        let archive = Self {
            database,
            health,
            writable: false,
        };
        Ok((archive, newest))
    }
}

/// Refuses an archive of a newer version before anything of it is touched. One that a crash left in disorder cannot be
/// looked into so; [`prepare`] sees its version once it is in order.
fn refuse_newer(path: &Path) -> Result<()> {
    let Ok(database) = Database::builder().open_read_only(path) else {
        return Ok(());
    };
    let snapshot = database.begin_read().map_err(refused)?;
    let counters = snapshot.open_table(tables::COUNTERS).map_err(refused)?;
    let version = counters.get(tables::FORMAT).map_err(refused)?;
    match version.map(|version| version.value()) {
        Some(version) if version > FORMAT_VERSION => Err(newer(version)),
        _ => Ok(()),
    }
}

fn newer(version: u64) -> Error {
    Error::Unavailable(format!(
        "this archive was written by a newer version of Smartinventory (format {version}; this program reads up to \
         {FORMAT_VERSION}). Update the program; the archive is untouched"
    ))
}

fn begin(disk: impl StorageBackend, path: &Path) -> Result<(Database, u64)> {
    let database = Database::builder()
        .set_cache_size(CACHE)
        .create_with_backend(disk)
        .map_err(|cause| match cause {
            redb::DatabaseError::DatabaseAlreadyOpen => {
                Error::Unavailable(format!("{} is in use by another process", path.display()))
            }
            cause => refused(cause),
        })?;
    let newest = prepare(&database)?;
    Ok((database, newest))
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
            tables::SHARES,
            tables::REMINDING,
            tables::MEMOS,
        ] {
            transaction.open_table(table).map_err(refused)?;
        }
        transaction.open_table(tables::MAILS).map_err(refused)?;
        transaction.open_table(tables::DAYS).map_err(refused)?;
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
            Some(version) if version > FORMAT_VERSION => return Err(newer(version)),
            Some(FORMAT_VERSION) => {}
            // What an older version wrote reads as it is; from now on it may hold what that version does not know.
            Some(_) | None => {
                counters
                    .insert(tables::FORMAT, FORMAT_VERSION)
                    .map_err(refused)?;
            }
        }
    }
    transaction.commit().map_err(refused)?;
    Ok(newest)
}
