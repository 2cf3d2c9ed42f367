//! Derived files: what a worker made of an original, kept until somebody deletes it.

use std::{
    collections::HashMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::OwnedMutexGuard;

use super::{blobs::disk, worker};
use crate::{
    domain::{blob::BlobHash, rotation::Rotation},
    error::Result,
};

/// The sizes in which a picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// For lists: fits 400 pixels.
    Small,
    /// For looking at: fits 1600 pixels.
    Large,
}

/// Which picture of an original: the unit that one worker makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Turned {
    pub(super) hash: BlobHash,
    pub(super) rotation: Rotation,
}

type Flights = Arc<Mutex<HashMap<Turned, Arc<tokio::sync::Mutex<()>>>>>;

/// The folder `derived/` of a data folder. It may be deleted at any time, also while the server runs.
#[derive(Clone, Debug)]
pub(super) struct DerivedStore {
    pub(super) root: PathBuf,
    drawn: Arc<AtomicU64>,
    flights: Flights,
}

/// A folder for one worker; it goes when the worker is done.
#[derive(Debug)]
pub(super) struct Desk(PathBuf);

impl Desk {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // What cannot be removed goes at the next start.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl DerivedStore {
    /// Opens the derived files of a data folder, and clears the desks that a crash left.
    pub(super) fn open(data_dir: &Path) -> Result<Self> {
        let root = data_dir.join("derived");
        match fs::remove_dir_all(root.join("desks")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk(error)),
            _ => {}
        }
        fs::create_dir_all(&root).map_err(disk)?;
        Ok(Self {
            root,
            drawn: Arc::default(),
            flights: Flights::default(),
        })
    }

    /// An empty folder for a worker.
    pub(super) fn desk(&self) -> Result<Desk> {
        let number = self.drawn.fetch_add(1, Ordering::Relaxed);
        let path = self.root.join("desks").join(number.to_string());
        fs::create_dir_all(&path).map_err(disk)?;
        Ok(Desk(path))
    }

    /// Waits until nobody else makes the same files; whoever comes second then finds them made.
    pub(super) async fn alone(&self, turned: Turned) -> OwnedMutexGuard<()> {
        let flight = {
            let mut flights = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
            flights.retain(|_, flight| Arc::strong_count(flight) > 1);
            Arc::clone(flights.entry(turned).or_default())
        };
        flight.lock_owned().await
    }

    /// Where a picture lies, if it has been made.
    pub(super) fn picture(&self, turned: Turned, size: Size) -> Option<PathBuf> {
        Some(self.path(turned, file_name(size))).filter(|path| path.is_file())
    }

    /// Where a document's text lies, if it has been read.
    pub(super) fn text(&self, hash: BlobHash) -> Option<PathBuf> {
        let turned = Turned {
            hash,
            rotation: Rotation::None,
        };
        Some(self.path(turned, worker::TEXT)).filter(|path| path.is_file())
    }

    /// Where lies what was read of an original, if it has been.
    pub(super) fn reading(&self, hash: BlobHash) -> Option<PathBuf> {
        Some(self.folder(hash).join(worker::READING)).filter(|path| path.is_file())
    }

    /// Keeps what was read of an original, whole or not at all.
    pub(super) fn keep_reading(&self, hash: BlobHash, bytes: &[u8]) -> Result<()> {
        let folder = self.folder(hash);
        fs::create_dir_all(&folder).map_err(disk)?;
        let desk = self.desk()?;
        let made = desk.path().join(worker::READING);
        fs::write(&made, bytes).map_err(disk)?;
        File::open(&made)
            .and_then(|file| file.sync_data())
            .and_then(|()| fs::rename(&made, folder.join(worker::READING)))
            .map_err(disk)
    }

    /// Whether it is known that nothing can be made of it.
    pub(super) fn is_barren(&self, turned: Turned) -> bool {
        self.path(turned, BARREN).is_file()
    }

    /// Takes over what a worker left on its desk; where it left no picture, remembers that there is none to be had.
    pub(super) fn take(&self, desk: &Desk, turned: Turned) -> Result<()> {
        let folder = self.folder(turned.hash);
        fs::create_dir_all(&folder).map_err(disk)?;
        let mut barren = true;
        // The small picture last: who finds it finds the others.
        for name in [worker::TEXT, worker::LARGE, worker::SMALL] {
            let made = desk.path().join(name);
            // A worker that a file has taken over could leave a link to anything; only files of its own are taken.
            if fs::symlink_metadata(&made).is_ok_and(|made| made.is_file()) {
                // A name without its bytes would be served as it is; a lost name is made again.
                File::open(&made)
                    .and_then(|file| file.sync_data())
                    .map_err(disk)?;
                fs::rename(made, self.path(turned, name)).map_err(disk)?;
                barren &= name == worker::TEXT;
            }
        }
        if barren {
            fs::write(self.path(turned, BARREN), []).map_err(disk)?;
        }
        Ok(())
    }

    /// Removes everything made of an original.
    pub(super) fn remove(&self, hash: BlobHash) -> Result<()> {
        match fs::remove_dir_all(self.folder(hash)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(disk(error)),
            _ => Ok(()),
        }
    }

    pub(super) fn folder(&self, hash: BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(&name[2..])
    }

    /// `derived/ab/cdef…/0-small.jpg`: the rotation in degrees, and the worker's name for it.
    fn path(&self, turned: Turned, name: &str) -> PathBuf {
        self.folder(turned.hash)
            .join(format!("{}-{name}", turned.rotation.degrees()))
    }
}

const BARREN: &str = "nothing";

const fn file_name(size: Size) -> &'static str {
    match size {
        Size::Small => worker::SMALL,
        Size::Large => worker::LARGE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned() -> Turned {
        Turned {
            hash: BlobHash::of(b"bild"),
            rotation: Rotation::Quarter,
        }
    }

    #[test]
    fn what_a_worker_leaves_is_found_until_it_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let store = DerivedStore::open(folder.path()).unwrap();
        let desk = store.desk().unwrap();
        fs::write(desk.path().join(worker::LARGE), "large").unwrap();
        fs::write(desk.path().join(worker::SMALL), "small").unwrap();
        store.take(&desk, turned()).unwrap();
        let path = store.picture(turned(), Size::Small).unwrap();
        assert_eq!(fs::read(path).unwrap(), b"small");
        assert!(!store.is_barren(turned()));
        fs::remove_dir_all(folder.path().join("derived")).unwrap();
        assert_eq!(store.picture(turned(), Size::Small), None);
        store.desk().unwrap();
    }

    #[test]
    fn that_there_is_nothing_to_see_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let store = DerivedStore::open(folder.path()).unwrap();
        store.take(&store.desk().unwrap(), turned()).unwrap();
        assert!(store.is_barren(turned()));
        store.remove(turned().hash).unwrap();
        assert!(!store.is_barren(turned()));
    }

    #[test]
    fn a_link_that_a_worker_left_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let store = DerivedStore::open(folder.path()).unwrap();
        let desk = store.desk().unwrap();
        std::os::unix::fs::symlink("/etc/hostname", desk.path().join(worker::SMALL)).unwrap();
        store.take(&desk, turned()).unwrap();
        assert_eq!(store.picture(turned(), Size::Small), None);
    }

    #[tokio::test]
    async fn the_same_files_are_made_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let store = DerivedStore::open(folder.path()).unwrap();
        let first = store.alone(turned()).await;
        let waiting =
            tokio::time::timeout(std::time::Duration::from_millis(20), store.alone(turned()));
        assert!(waiting.await.is_err(), "the second waits");
        let other = Turned {
            rotation: Rotation::Half,
            ..turned()
        };
        store.alone(other).await;
        drop(first);
        store.alone(turned()).await;
    }
}
