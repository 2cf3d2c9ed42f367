//! Blobs on disk: originals, byte for byte, each under the hash of what it holds.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use futures_util::{Stream, StreamExt};
use rustix::io::Errno;
use tokio::io::AsyncWriteExt;

use super::kept::{Kept, Pins};
use crate::{
    domain::blob::BlobHash,
    error::{Error, Result},
};

/// The originals of a data folder: `blobs/ab/cdef…`, and `blobs/incoming/` for what is not yet taken.
#[derive(Clone, Debug)]
pub struct BlobStore {
    root: PathBuf,
    drawn: Arc<AtomicU64>,
    /// The folders `ab` whose names are known to be on disk: that one is there may be news of the system's cache alone.
    synced: Arc<Mutex<HashSet<PathBuf>>>,
    pins: Pins,
}

/// A file that has arrived whole and is not yet taken. Dropped, it is gone; [`Staged::keep`] takes it.
#[derive(Debug)]
pub struct Staged {
    store: BlobStore,
    arrival: Arrival,
    hash: BlobHash,
    size: u64,
}

/// The temporary file of an upload; it goes when its owner does.
#[derive(Debug)]
struct Arrival(PathBuf);

impl Drop for Arrival {
    fn drop(&mut self) {
        // After `keep` there is nothing to remove, and what cannot be removed goes at the next start.
        let _ = fs::remove_file(&self.0);
    }
}

impl BlobStore {
    /// Opens the originals of a data folder, makes the folders, and removes uploads that a crash left half done.
    /// One process at a time has a data folder open.
    pub fn open(data_dir: &Path) -> Result<Self> {
        let root = data_dir.join("blobs");
        let incoming = root.join("incoming");
        fs::create_dir_all(&incoming).map_err(disk)?;
        for leftover in fs::read_dir(&incoming).map_err(disk)? {
            fs::remove_file(leftover.map_err(disk)?.path()).map_err(disk)?;
        }
        sync_folder(data_dir)?;
        Ok(Self {
            root,
            drawn: Arc::default(),
            synced: Arc::default(),
            pins: Pins::default(),
        })
    }

    /// Takes in an upload as it arrives, of at most `limit` bytes, without holding it in memory.
    ///
    /// # Errors
    /// [`Error::TooLarge`] as soon as the limit is passed; what the stream reports; [`Error::Unavailable`] when the
    /// disk is full or cannot be written.
    pub async fn receive<S, B, E>(&self, stream: S, limit: u64) -> Result<Staged>
    where
        S: Stream<Item = Result<B, E>>,
        B: AsRef<[u8]>,
        E: Into<Error>,
    {
        let (arrival, file) = self.arrival()?;
        let mut file = tokio::fs::File::from_std(file);
        let mut hasher = blake3::Hasher::new();
        let mut stream = std::pin::pin!(stream);
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(Into::into)?;
            hasher.update(chunk.as_ref());
            within(hasher.count(), limit)?;
            file.write_all(chunk.as_ref()).await.map_err(disk)?;
        }
        file.flush().await.map_err(disk)?;
        Ok(self.staged(arrival, &hasher))
    }

    /// Takes in what a reader gives, of at most `limit` bytes: for imports, off the async threads.
    ///
    /// # Errors
    /// As [`BlobStore::receive`].
    pub fn stage(&self, mut reader: impl Read, limit: u64) -> Result<Staged> {
        let (arrival, mut file) = self.arrival()?;
        let mut hasher = blake3::Hasher::new();
        let mut buffer = vec![0; 64 << 10];
        loop {
            let read = match reader.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(disk(error)),
            };
            hasher.update(&buffer[..read]);
            within(hasher.count(), limit)?;
            file.write_all(&buffer[..read]).map_err(disk)?;
        }
        Ok(self.staged(arrival, &hasher))
    }

    /// Keeps bytes that the program made itself: for the demo household and tests.
    pub fn store_bytes(&self, bytes: &[u8]) -> Result<Kept> {
        self.stage(bytes, u64::MAX)?.keep()
    }

    /// Where an original lies; there need not be one.
    #[must_use]
    pub fn path(&self, hash: BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(&name[2..])
    }

    /// Opens an original for reading.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn open_read(&self, hash: BlobHash) -> Result<File> {
        File::open(self.path(hash)).map_err(disk)
    }

    /// Whether there is an original of this hash.
    #[must_use]
    pub fn contains(&self, hash: BlobHash) -> bool {
        self.path(hash).is_file()
    }

    /// Removes an original for good, unless something holds it or is about to; that there is none is fine. Returns
    /// whether it is gone. What was about to hold it has done so before it lets go of its [`Kept`], so that `is_held`,
    /// asked after that, cannot miss it.
    ///
    /// # Errors
    /// What `is_held` fails with; [`Error::Unavailable`] when the disk cannot be written.
    pub fn remove(&self, hash: BlobHash, is_held: impl FnOnce() -> Result<bool>) -> Result<bool> {
        let pins = self.pins.hold();
        if pins.have(hash) || is_held()? {
            return Ok(false);
        }
        match fs::remove_file(self.path(hash)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(disk(error)),
            _ => Ok(true),
        }
    }

    /// Makes sure that a folder `ab` is there, also after a power cut.
    fn prepare(&self, folder: &Path) -> Result<()> {
        let synced = || self.synced.lock().unwrap_or_else(PoisonError::into_inner);
        if synced().contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(disk)?;
        sync_folder(&self.root)?;
        synced().insert(folder.to_owned());
        Ok(())
    }

    /// Every original, in no order; names that are no hash are passed over.
    pub fn hashes(&self) -> Result<impl Iterator<Item = Result<BlobHash>>> {
        let folders = fs::read_dir(&self.root).map_err(disk)?;
        Ok(folders.flat_map(|folder| {
            let (hashes, error) = match folder.and_then(|folder| in_folder(&folder.path())) {
                Ok(hashes) => (hashes, None),
                Err(error) => (Vec::new(), Some(Err(disk(error)))),
            };
            hashes.into_iter().map(Ok).chain(error)
        }))
    }

    fn arrival(&self) -> Result<(Arrival, File)> {
        let number = self.drawn.fetch_add(1, Ordering::Relaxed);
        let path = self.root.join("incoming").join(number.to_string());
        let file = File::create_new(&path).map_err(disk)?;
        Ok((Arrival(path), file))
    }

    fn staged(&self, arrival: Arrival, hasher: &blake3::Hasher) -> Staged {
        Staged {
            store: self.clone(),
            arrival,
            hash: BlobHash::from_bytes(*hasher.finalize().as_bytes()),
            size: hasher.count(),
        }
    }
}

impl Staged {
    /// The hash of its bytes.
    #[must_use]
    pub const fn hash(&self) -> BlobHash {
        self.hash
    }

    /// Its size in bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Opens it for reading.
    pub fn open_read(&self) -> Result<File> {
        File::open(&self.arrival.0).map_err(disk)
    }

    /// Takes the file into the archive. When this returns, the bytes survive a power cut; it waits for the disk, so call
    /// it off the async threads.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk is full or cannot be written; nothing is kept then.
    pub fn keep(self) -> Result<Kept> {
        let kept = self.store.pins.pin(self.hash);
        let path = self.store.path(self.hash);
        let folder = path.parent().ok_or(Error::NotFound)?;
        self.store.prepare(folder)?;
        if !path.is_file() {
            File::open(&self.arrival.0)
                .and_then(|file| file.sync_all())
                .map_err(disk)?;
            fs::rename(&self.arrival.0, &path).map_err(disk)?;
        }
        // Whoever sent the same bytes a moment ago may not have come as far as this yet.
        sync_folder(folder)?;
        Ok(kept)
    }
}

/// The hashes of one folder `ab`; none for a folder that is called otherwise.
fn in_folder(folder: &Path) -> io::Result<Vec<BlobHash>> {
    let prefix = folder.file_name().unwrap_or_default().to_string_lossy();
    if prefix.len() != 2 {
        return Ok(Vec::new());
    }
    let mut hashes = Vec::new();
    for file in fs::read_dir(folder)? {
        let name = format!("{prefix}{}", file?.file_name().to_string_lossy());
        hashes.extend(name.parse::<BlobHash>());
    }
    Ok(hashes)
}

fn within(size: u64, limit: u64) -> Result<()> {
    if size > limit {
        return Err(Error::TooLarge {
            limit,
            unit: "bytes",
        });
    }
    Ok(())
}

fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(disk)
}

/// What a file system reports, as the product tells it apart.
pub(super) fn disk(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::NotFound,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Error::Unavailable("the disk of the data folder is full".into())
        }
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
            Error::Unavailable("the data folder cannot be written to".into())
        }
        _ if error.raw_os_error() == Some(Errno::IO.raw_os_error()) => {
            Error::Unavailable("the disk of the data folder is broken".into())
        }
        _ => Error::internal(error),
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    fn store() -> (tempfile::TempDir, BlobStore) {
        let folder = tempfile::tempdir().unwrap();
        let store = BlobStore::open(folder.path()).unwrap();
        (folder, store)
    }

    fn incoming(folder: &tempfile::TempDir) -> usize {
        fs::read_dir(folder.path().join("blobs/incoming"))
            .unwrap()
            .count()
    }

    #[tokio::test]
    async fn an_upload_is_kept_byte_for_byte_under_its_hash() {
        let (folder, store) = store();
        let chunks = stream::iter([Ok::<_, Error>("skruv"), Ok("dragare")]);
        let staged = store.receive(chunks, 12).await.unwrap();
        assert_eq!(staged.size(), 12);
        assert!(!store.contains(staged.hash()), "not before it is kept");
        let hash = staged.keep().unwrap().hash();
        assert_eq!(hash, BlobHash::of(b"skruvdragare"));
        let name = hash.to_string();
        let path = folder
            .path()
            .join("blobs")
            .join(&name[..2])
            .join(&name[2..]);
        assert_eq!(fs::read(path).unwrap(), b"skruvdragare");
        assert_eq!(incoming(&folder), 0);
    }

    #[tokio::test]
    async fn an_upload_past_the_limit_leaves_nothing() {
        let (folder, store) = store();
        let endless = stream::repeat_with(|| Ok::<_, Error>([7; 1000]));
        let error = store.receive(endless, 4500).await.unwrap_err();
        assert!(matches!(
            error,
            Error::TooLarge {
                limit: 4500,
                unit: "bytes"
            }
        ));
        assert_eq!(incoming(&folder), 0);
    }

    #[tokio::test]
    async fn a_broken_stream_leaves_nothing() {
        let (folder, store) = store();
        let chunks = stream::iter([Ok("half"), Err(Error::Unavailable("line".into()))]);
        assert!(store.receive(chunks, 100).await.is_err());
        assert_eq!(incoming(&folder), 0);
    }

    #[test]
    fn the_same_bytes_are_stored_once() {
        let (folder, store) = store();
        let first = store.store_bytes(b"garanti").unwrap().hash();
        assert_eq!(store.store_bytes(b"garanti").unwrap().hash(), first);
        let all: Vec<_> = store.hashes().unwrap().map(Result::unwrap).collect();
        assert_eq!(all, [first]);
        assert_eq!(incoming(&folder), 0);
    }

    #[test]
    fn a_removed_original_is_gone_and_may_be_removed_again() {
        let (_folder, store) = store();
        let hash = store.store_bytes(b"gammalt kvitto").unwrap().hash();
        assert!(store.remove(hash, || Ok(false)).unwrap());
        assert!(store.remove(hash, || Ok(false)).unwrap());
        assert!(!store.contains(hash));
        assert!(matches!(store.open_read(hash), Err(Error::NotFound)));
    }

    #[test]
    fn an_original_that_something_is_about_to_hold_is_not_removed() {
        let (_folder, store) = store();
        let first = store.store_bytes(b"kvitto").unwrap();
        let again = store.store_bytes(b"kvitto").unwrap();
        let hash = first.hash();
        drop(first);
        assert!(!store.remove(hash, || Ok(false)).unwrap());
        assert!(store.contains(hash));
        drop(again);
        assert!(store.remove(hash, || Ok(false)).unwrap());
    }

    #[test]
    fn an_original_that_something_holds_is_not_removed() {
        let (_folder, store) = store();
        let hash = store.store_bytes(b"kvitto").unwrap().hash();
        assert!(!store.remove(hash, || Ok(true)).unwrap());
        let unreadable = || Err(Error::Unavailable("archive".into()));
        assert!(store.remove(hash, unreadable).is_err());
        assert!(store.contains(hash));
    }

    #[test]
    fn opening_removes_what_a_crash_left() {
        let (folder, _) = store();
        fs::write(folder.path().join("blobs/incoming/17"), b"half").unwrap();
        BlobStore::open(folder.path()).unwrap();
        assert_eq!(incoming(&folder), 0);
    }

    #[test]
    fn a_full_or_read_only_disk_is_told_as_unavailable() {
        for kind in [
            io::ErrorKind::StorageFull,
            io::ErrorKind::ReadOnlyFilesystem,
        ] {
            assert!(matches!(disk(kind.into()), Error::Unavailable(_)));
        }
    }
}
