//! A file as redb uses it: tells when the disk has failed or is full, and goes on being read when it cannot be written.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io,
    ops::Bound,
    os::unix::fs::FileExt,
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use redb::{BackendError, StorageBackend, backends::FileBackend};
use rustix::fs::{Advice, StatVfsMountFlags, fadvise, statvfs};

use super::fault::{self, refused};
use crate::error::{Error, Result as Outcome};

/// What is kept of writes that do not reach the file, in bytes at once.
const PAGE: u64 = 4096;

/// Below this many free bytes nothing is written, so that the file is never caught half-grown by a full disk.
const RESERVE: u64 = 8 * 1024 * 1024;

/// Refuses a change before it is begun that would fail half-way, for the disk of this folder is full or read-only.
///
/// # Errors
/// [`Error::Unavailable`] then.
pub fn check_room(folder: &Path) -> Outcome<()> {
    let disk = statvfs(folder).map_err(Error::internal)?;
    if disk.f_flag.contains(StatVfsMountFlags::RDONLY) {
        return Err(Error::Unavailable("the disk is read-only".to_owned()));
    }
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    if free < RESERVE {
        return Err(Error::Unavailable(format!(
            "the disk is full: {free} bytes are free"
        )));
    }
    Ok(())
}

/// Whether a disk has failed, for which redb lets nobody read or write any more: the file has to be opened again.
#[derive(Clone, Debug, Default)]
pub struct Health(Arc<AtomicBool>);

impl Health {
    /// Whether it has.
    pub fn has_failed(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    fn watch<T, E>(&self, outcome: Result<T, E>) -> Result<T, E> {
        if outcome.is_err() {
            self.0.store(true, Ordering::Release);
        }
        outcome
    }
}

/// A file that is written to, and whose failures are told.
#[derive(Debug)]
pub struct Watched {
    file: FileBackend,
    health: Health,
}

impl Watched {
    /// Opens a file that is there.
    pub fn open(path: &Path, health: Health) -> Outcome<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path);
        let file = file.map_err(|cause| fault::disk(&cause))?;
        forget_cached(&file);
        let file = FileBackend::new(file).map_err(refused)?;
        Ok(Self { file, health })
    }
}

impl StorageBackend for Watched {
    fn len(&self) -> io::Result<u64> {
        self.health.watch(self.file.len())
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.health.watch(self.file.read(offset, out))
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.health.watch(self.file.set_len(length))
    }

    fn sync_data(&self) -> io::Result<()> {
        self.health.watch(self.file.sync_data())
    }

    fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.health.watch(self.file.write(offset, bytes))
    }

    fn close(&self) -> io::Result<()> {
        self.file.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_range(start, end)
    }

    fn try_lock_shared_range(
        &self,
        start: Bound<u64>,
        end: Bound<u64>,
    ) -> Result<bool, BackendError> {
        self.file.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.query_lock_range(start, end)
    }
}

/// A file that is only read. What redb writes to put an archive in order after a failure stays in memory.
#[derive(Debug)]
pub(super) struct Unwritten {
    file: File,
    health: Health,
    over: Mutex<Over>,
}

#[derive(Debug)]
struct Over {
    /// How long the file would be.
    length: u64,
    /// How much of the file itself still counts: less than all once it was cut.
    below: u64,
    pages: BTreeMap<u64, Vec<u8>>,
}

impl Unwritten {
    pub(super) fn open(path: &Path, health: Health) -> io::Result<Self> {
        let file = File::open(path)?;
        forget_cached(&file);
        let length = file.metadata()?.len();
        let over = Over {
            length,
            below: length,
            pages: BTreeMap::new(),
        };
        Ok(Self {
            file,
            health,
            over: Mutex::new(over),
        })
    }

    fn over(&self) -> MutexGuard<'_, Over> {
        self.over.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Over {
    /// The page with this number, as far as the file has it.
    fn page(&self, file: &File, number: u64) -> io::Result<Vec<u8>> {
        if let Some(page) = self.pages.get(&number) {
            return Ok(page.clone());
        }
        let mut page = vec![0; usize::try_from(PAGE).unwrap_or_default()];
        let start = number * PAGE;
        let there = self.below.saturating_sub(start).min(PAGE);
        file.read_exact_at(
            &mut page[..usize::try_from(there).unwrap_or_default()],
            start,
        )?;
        Ok(page)
    }
}

impl StorageBackend for Unwritten {
    fn len(&self) -> io::Result<u64> {
        Ok(self.over().length)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let over = self.over();
        if offset + out.len() as u64 > over.length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        for (at, piece) in pieces(offset, out.len()) {
            let page = self.health.watch(over.page(&self.file, at / PAGE))?;
            let within = usize::try_from(at % PAGE).map_err(io::Error::other)?;
            let bytes = &page[within..within + piece.len()];
            out[piece].copy_from_slice(bytes);
        }
        Ok(())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let mut over = self.over();
        over.length = length;
        over.below = over.below.min(length);
        over.pages.retain(|number, _| number * PAGE < length);
        if let Some(last) = over.pages.get_mut(&(length / PAGE)) {
            last[usize::try_from(length % PAGE).map_err(io::Error::other)?..].fill(0);
        }
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let mut over = self.over();
        for (at, piece) in pieces(offset, bytes.len()) {
            let mut page = over.page(&self.file, at / PAGE)?;
            let within = usize::try_from(at % PAGE).map_err(io::Error::other)?;
            page[within..within + piece.len()].copy_from_slice(&bytes[piece]);
            over.pages.insert(at / PAGE, page);
        }
        over.length = over.length.max(offset + bytes.len() as u64);
        Ok(())
    }
}

/// After a sync that failed, the system may hold bytes as written that the disk does not have.
fn forget_cached(file: &File) {
    // It is advice: where it is not taken, the archive's checksums still tell.
    let _ = fadvise(file, 0, None, Advice::DontNeed);
}

/// Cuts a run of bytes at the ends of pages: where each piece lies in the file, and in the run.
fn pieces(offset: u64, length: usize) -> impl Iterator<Item = (u64, std::ops::Range<usize>)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let at = offset + start as u64;
        let room = usize::try_from(PAGE - at % PAGE).ok()?;
        let end = length.min(start + room);
        let piece = start..end;
        start = end;
        (!piece.is_empty()).then_some((at, piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_beside_the_file_is_read_back_and_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let before: Vec<u8> = (0..10_000_u32).map(|n| (n % 251) as u8).collect();
        std::fs::write(&path, &before).unwrap();
        let disk = Unwritten::open(&path, Health::default()).unwrap();
        let mut model = before.clone();
        disk.write(4000, &[7; 5000]).unwrap();
        model[4000..9000].fill(7);
        disk.set_len(9500).unwrap();
        model.resize(9500, 0);
        disk.set_len(12_000).unwrap();
        model.resize(12_000, 0);
        disk.write(12_000, &[9; 100]).unwrap();
        model.extend([9; 100]);
        let mut all = vec![1; model.len()];
        assert_eq!(disk.len().unwrap(), all.len() as u64);
        disk.read(0, &mut all).unwrap();
        assert!(all == model);
        assert!(disk.read(12_000, &mut [0; 101]).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
