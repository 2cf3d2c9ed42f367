//! The folder of index files: written without waiting for the disk, and marked when it can be trusted.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use tantivy::directory::{
    AntiCallToken, Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
    error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError},
};

/// An index folder that never syncs by itself. A commit then takes milliseconds where the disk would take a tenth of a
/// second; what a power cut leaves half written is told by the missing mark and built again from the store.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    files: MmapDirectory,
    path: Arc<Path>,
    drawn: Arc<AtomicU64>,
}

/// The file that says that everything beside it is whole and on disk. Its text says what is indexed.
const MARK: &str = "clean";

impl Folder {
    /// Opens an existing folder.
    pub(super) fn open(path: &Path) -> Result<Self, OpenDirectoryError> {
        Ok(Self {
            files: MmapDirectory::open(path)?,
            path: Arc::from(path),
            drawn: Arc::default(),
        })
    }

    /// What the mark says, when the folder was closed in order.
    pub(super) fn read_mark(path: &Path) -> Option<String> {
        fs::read_to_string(path.join(MARK)).ok()
    }

    /// Takes the mark away, on disk too, before the first write: from here on a crash means to build again.
    pub(super) fn remove_mark(&self) -> io::Result<()> {
        match fs::remove_file(self.path.join(MARK)) {
            Ok(()) => sync(&self.path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Waits until every file is on disk, and marks the folder.
    pub(super) fn set_mark(&self, text: &str) -> io::Result<()> {
        for file in fs::read_dir(&self.path)? {
            let file = file?;
            if file.file_type()?.is_file() {
                sync(&file.path())?;
            }
        }
        sync(&self.path)?;
        let mark = self.path.join(MARK);
        self.replace(&mark, text.as_bytes())?;
        sync(&mark)?;
        sync(&self.path)
    }

    /// Replaces a file whole. Each temporary name is used once: merges and commits write at the same time.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        let temporary = self.path.join(format!(".new-{drawn}"));
        fs::write(&temporary, bytes)?;
        fs::rename(&temporary, path)
    }
}

fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

impl Directory for Folder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.files.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file = File::create_new(self.path.join(path)).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                OpenWriteError::FileAlreadyExists(PathBuf::from(path))
            } else {
                OpenWriteError::wrap_io_error(error, PathBuf::from(path))
            }
        })?;
        Ok(BufWriter::new(Box::new(Unsynced(file))))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.replace(&self.path.join(path), data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.files.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

struct Unsynced(File);

impl Write for Unsynced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl TerminatingWrite for Unsynced {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.flush()
    }
}
