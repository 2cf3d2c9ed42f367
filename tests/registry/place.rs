//! Where a store is kept, to be opened more than once.

use smartinventory::registry::store::Store;
use tempfile::TempDir;

/// A place that holds a store, empty at first.
pub enum Place {
    Folder(TempDir),
}

impl Place {
    pub fn folder() -> Self {
        Self::Folder(tempfile::tempdir().unwrap())
    }

    /// Opens the store that is kept here.
    pub async fn open(&self) -> Store {
        match self {
            Self::Folder(folder) => Store::embedded(folder.path()).unwrap(),
        }
    }
}
