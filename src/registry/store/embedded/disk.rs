//! The file of the tables: made whole or not at all, and opened again once its disk has failed.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock, RwLockReadGuard},
};

use redb::{
    Database, DatabaseError, ReadTransaction, ReadableDatabase, ReadableTable, TableDefinition,
    WriteTransaction,
};

use super::{
    super::{FORMAT_VERSION, Table},
    view::definition,
};
use crate::{
    error::{Error, Result},
    store::{
        disk::{Health, Watched, check_room},
        fault::{disk, refused},
    },
};

/// The file in its folder, and what it is called until it is whole.
const FILE: &str = "registry.redb";
const BEGUN: &str = "registry.redb.new";

/// How much of the file is held in memory: enough for a small machine.
const CACHE: usize = 64 * 1024 * 1024;

/// Numbers by name: the version of the format.
const NUMBERS: TableDefinition<'static, &'static str, u64> = TableDefinition::new("numbers");
const FORMAT: &str = "format";

/// The file, held open.
pub(super) struct Disk {
    folder: PathBuf,
    /// None while it is opened again, and where that failed.
    opened: RwLock<Option<Opened>>,
}

struct Opened {
    database: Database,
    health: Health,
}

impl Disk {
    /// The file of a folder, made if there is none.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        if !path.exists() {
            // Made under another name: half a file is none.
            let begun = folder.join(BEGUN);
            File::create(&begun).map_err(|cause| disk(&cause))?;
            drop(Opened::begin(&begun)?);
            fs::rename(&begun, &path).map_err(|cause| disk(&cause))?;
        }
        let opened = Opened::begin(&path)?;
        // A name is on disk once its folder is.
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|cause| disk(&cause))?;
        Ok(Self {
            folder: folder.to_owned(),
            opened: RwLock::new(Some(opened)),
        })
    }

    /// The file, opened again if its disk has failed since.
    pub(super) fn held(&self) -> Result<Held<'_>> {
        let held = self.hold();
        if !held.has_failed() {
            return Ok(held);
        }
        drop(held);
        self.reopen()?;
        Ok(self.hold())
    }

    fn hold(&self) -> Held<'_> {
        Held {
            folder: &self.folder,
            opened: self.opened.read().unwrap_or_else(PoisonError::into_inner),
        }
    }

    fn reopen(&self) -> Result<()> {
        let mut opened = self.opened.write().unwrap_or_else(PoisonError::into_inner);
        if opened
            .as_ref()
            .is_some_and(|opened| !opened.health.has_failed())
        {
            return Ok(());
        }
        // The file is let go of before it is taken again.
        *opened = None;
        *opened = Some(Opened::begin(&self.folder.join(FILE))?);
        Ok(())
    }
}

impl Opened {
    /// Opens the file, makes every table, so that a reader finds them, and checks the format.
    fn begin(path: &Path) -> Result<Self> {
        let health = Health::default();
        let database = Database::builder()
            .set_cache_size(CACHE)
            .create_with_backend(Watched::open(path, health.clone())?)
            .map_err(|cause| match cause {
                DatabaseError::DatabaseAlreadyOpen => {
                    Error::Unavailable(format!("{} is in use by another process", path.display()))
                }
                cause => refused(cause),
            })?;
        let batch = database.begin_write().map_err(refused)?;
        {
            let mut numbers = batch.open_table(NUMBERS).map_err(refused)?;
            let format = numbers.get(FORMAT).map_err(refused)?;
            let format = format.map(|format| format.value());
            if let Some(newer) = format.filter(|format| *format > FORMAT_VERSION) {
                return Err(Error::Unavailable(format!(
                    "this registry was written by a newer version of Smartinventory (format {newer}; this program reads up \
                     to {FORMAT_VERSION}). Update the program; the registry is untouched"
                )));
            }
            for table in Table::ALL {
                batch.open_table(definition(table)).map_err(refused)?;
            }
            numbers.insert(FORMAT, FORMAT_VERSION).map_err(refused)?;
        }
        batch.commit().map_err(refused)?;
        Ok(Self { database, health })
    }
}

/// The file, which is not opened again meanwhile.
pub(super) struct Held<'a> {
    folder: &'a Path,
    opened: RwLockReadGuard<'a, Option<Opened>>,
}

impl Held<'_> {
    /// The tables as they are now.
    pub(super) fn snapshot(&self) -> Result<ReadTransaction> {
        self.database()?.begin_read().map_err(refused)
    }

    /// A write, where there is room for one.
    pub(super) fn batch(&self) -> Result<WriteTransaction> {
        check_room(self.folder)?;
        self.database()?.begin_write().map_err(refused)
    }

    fn database(&self) -> Result<&Database> {
        let opened = self.opened.as_ref().map(|opened| &opened.database);
        opened
            .ok_or_else(|| Error::Unavailable("the registry could not be opened again".to_owned()))
    }

    fn has_failed(&self) -> bool {
        self.opened
            .as_ref()
            .is_none_or(|opened| opened.health.has_failed())
    }
}
